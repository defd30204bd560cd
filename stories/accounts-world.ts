import type { No } from '../app/src/casefile/asking.ts'
import { codeAt } from '../app/src/platform/sign-in/one-time-code.ts'
import { openAuthenticator } from './authenticator.ts'
import { openTestHouse } from './house.ts'

export type Visit = {
  status: number
  body: Record<string, unknown> & Partial<No>
  cookies: Record<string, string>
}

export const PASSWORD = 'seven herons over the lake'

/** A house whose door is asked as a browser asks it: with an origin and with cookies. */
export async function openAccountsHouse(options: Parameters<typeof openTestHouse>[0] = {}) {
  const world = await openTestHouse(options)
  world.house.address = world.base
  const origin = world.base.replace('127.0.0.1', 'localhost')

  async function visit(
    path: string,
    body: unknown,
    more: { cookies?: Record<string, string>; headers?: Record<string, string> } = {},
  ): Promise<Visit> {
    const jar = Object.entries(more.cookies ?? {})
    const response = await fetch(`${world.base}/api/${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'accept-language': 'en',
        origin,
        ...(jar.length ? { cookie: jar.map(([name, value]) => `${name}=${value}`).join('; ') } : {}),
        ...more.headers,
      },
      body: JSON.stringify(body),
    })
    const cookies = Object.fromEntries(
      response.headers.getSetCookie().map((line) => line.split(';')[0]!.split('=') as [string, string]),
    )
    return { status: response.status, body: (await response.json()) as Visit['body'], cookies }
  }

  const invite = async (name: string, profession: Parameters<typeof world.signIn>[0] | string = 'lawyer') => {
    const answer = await world.as('administrator')('accounts', 'invite', {
      ...{ name, language: 'en', contact: `${name}@example.org` },
      profession: profession as 'lawyer',
    })
    return { account: answer.id, token: answer.link.split('#')[1]! }
  }

  /** Comes by a link and says with which session. */
  const comeBy = async (token: string) => {
    const { body } = await visit('session/sign-in', { token })
    return String(body.token)
  }

  async function addPasskey(token: string, device = openAuthenticator(origin)) {
    const ask = world.withToken(token)
    const { handle, options: asked } = await ask('accounts', 'beginPasskey', { origin })
    const response = device.make(asked as never)
    await ask('accounts', 'addPasskey', { handle, name: 'My key', response })
    return device
  }

  async function addPassword(token: string, signInName: string) {
    const ask = world.withToken(token)
    const { handle, secret } = await ask('accounts', 'beginAuthenticator', {})
    const { recoveryCodes } = await ask('accounts', 'setPassword', {
      ...{ signInName, password: PASSWORD },
      authenticator: { handle, code: codeAt(secret, world.house.now()) },
    })
    return { secret, recoveryCodes }
  }

  async function showPasskey(
    device: ReturnType<typeof openAuthenticator>,
    shown: Parameters<typeof device.show>[1] = {},
    more: Parameters<typeof visit>[2] = {},
  ) {
    const asked = await visit('session/passkey-options', {}, more)
    const { handle, options } = asked.body as unknown as { handle: string; options: { challenge: string } }
    const response = device.show(options, shown)
    return {
      handle,
      response,
      answer: await visit('session/passkey', { handle, response, bearer: true }, more),
    }
  }

  return { ...world, origin, visit, invite, comeBy, addPasskey, addPassword, showPasskey }
}
export type AccountsHouse = Awaited<ReturnType<typeof openAccountsHouse>>
