import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { atDesk } from '../casefile/accounts/desk.ts'
import { type Begun, startSession } from '../casefile/accounts/sessions.ts'
import { beginShowing, ownerShown, takeShowing } from '../casefile/accounts/ways/passkeys.ts'
import { signInByPassword } from '../casefile/accounts/ways/password-sign-in.ts'
import type { Caller, House } from '../casefile/house.ts'
import { fieldProblems } from '../casefile/operation.ts'
import { beginSession, endSession, findSession } from '../casefile/session.ts'
import { Invalid, Refusal } from '../platform/refusal.ts'
import { deviceName, networkOf, shortAddress } from '../platform/sign-in/device.ts'
import { isFromOwnPage, isSecure, originsOf, relyingPartyAt } from '../platform/sign-in/origin.ts'
import { countAsk } from './limiter.ts'
import { languageOf } from './say.ts'
import { addProvider } from './session-provider.ts'

const COOKIE = 'sandsage'
const DEVICE_COOKIE = 'sandsage_device'
const YEAR = 365 * 24 * 3600

/**
 * Over https the browser itself holds that no other host, no part of the site and no page without TLS has set it
 * (`__Host-`, RFC 6265bis, 4.1.3.2); the house on one's own machine speaks http, where such a name is refused.
 */
const nameOf = (house: House, name: string): string => (isSecure(house.address) ? `__Host-${name}` : name)
export const cookieOf = (house: House, request: FastifyRequest, name: string): string | undefined =>
  request.headers.cookie?.match(new RegExp(`(?:^|; )${nameOf(house, name)}=([^;]+)`))?.[1]
const bearerOf = (request: FastifyRequest) => request.headers.authorization?.match(/^Bearer (\S+)$/)?.[1]
const tokenOf = (house: House, request: FastifyRequest): string | undefined =>
  bearerOf(request) ?? cookieOf(house, request, COOKIE)

/** Strict: the session travels only with requests from our own pages, so no other site can act in its name. */
export const cookie = (house: House, name: string, value: string, seconds: number, site = 'Strict') =>
  `${nameOf(house, name)}=${value}; Path=/; HttpOnly; SameSite=${site}; Max-Age=${seconds}${isSecure(house.address) ? '; Secure' : ''}`
export const sessionCookie = (house: House, token: string): string =>
  cookie(house, COOKIE, token, token ? 12 * 3600 : 0)

export const fromOf = (request: FastifyRequest) => ({
  device: deviceName(request.headers['user-agent']),
  address: shortAddress(request.ip),
})

/** What the house itself writes as the device of what it does; nobody who asks says that they are it. */
const OURS = /^(house|machine|worker|)$/i

/** Who asks. A cookie counts for requests from our own pages alone; a bearer token no page can send by accident. */
export async function callerOf(house: House, request: FastifyRequest): Promise<Caller> {
  const token = tokenOf(house, request)
  if (token && !bearerOf(request) && !isFromOwnPage(request.headers, originsOf(house.address)))
    throw new Refusal('other-site', {}, 403)
  const found = token ? await findSession(house, token) : undefined
  const said = String(request.headers['x-device'] ?? 'web')
    .trim()
    .slice(0, 60)
  const device = OURS.test(said) ? 'web' : said
  return {
    actor: found?.actor ?? null,
    session: found?.session,
    language: languageOf(request.headers['accept-language']),
    device,
    address: request.ip,
  }
}

/** A form of another site can send text, and so nothing that is read here. */
export function requireJson(request: FastifyRequest): void {
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? ''))
    throw new Invalid([{ field: '', code: 'not-json' }])
}

function parse<T extends z.ZodType>(schema: T, body: unknown): z.output<T> {
  const parsed = schema.safeParse(body ?? {}, { reportInput: true })
  if (!parsed.success) throw new Invalid(fieldProblems(parsed.error))
  return parsed.data
}

/** Whoever signs in anew leaves the session they had; `prove` asks that it is the same person as before. */
export async function enter(
  house: House,
  request: FastifyRequest,
  reply: FastifyReply,
  begun: Begun,
  showToken: boolean,
): Promise<{ actor: Begun['actor']; settingUp: boolean; token?: string }> {
  const before = tokenOf(house, request)
  if (before) await endSession(house, before)
  void reply.header('set-cookie', sessionCookie(house, begun.token))
  const { token, ...answer } = begun
  return { actor: answer.actor, settingUp: answer.settingUp, ...(showToken ? { token } : {}) }
}

const Link = z.object({ token: z.string({ error: 'missing' }).min(1).max(100) })
const Password = z.object({
  name: z.string().trim().min(1).max(120),
  password: z.string().min(1).max(400),
  code: z.string().trim().min(6).max(40),
  bearer: z.boolean().optional(),
})
const Shown = z.object({
  handle: z.string().max(100),
  response: z.looseObject({ id: z.string().max(2000) }),
  bearer: z.boolean().optional(),
})

/** Signing in and out: the only routes that are not operations, because they give and take cookies. */
export function addSession(app: FastifyInstance, house: House): void {
  app.post('/api/session/sign-in', async (request, reply) => {
    requireJson(request)
    const begun = await beginSession(house, parse(Link, request.body).token, fromOf(request))
    return reply.send(await enter(house, request, reply, begun, true))
  })
  app.post('/api/session/sign-out', async (request, reply) => {
    requireJson(request)
    const token = tokenOf(house, request)
    if (token) await endSession(house, token)
    return reply.header('set-cookie', sessionCookie(house, '')).send({})
  })
  addPassword(app, house)
  addPasskey(app, house)
  addProvider(app, house)
}

function addPassword(app: FastifyInstance, house: House): void {
  app.post('/api/session/password', async (request, reply) => {
    requireJson(request)
    const { bearer = false, ...typed } = parse(Password, request.body)
    const origin = {
      from: fromOf(request),
      network: networkOf(request.ip),
      deviceToken: cookieOf(house, request, DEVICE_COOKIE),
    }
    const { deviceToken, ...begun } = await signInByPassword(house, typed, origin)
    const answer = await enter(house, request, reply, begun, bearer)
    return reply.header('set-cookie', cookie(house, DEVICE_COOKIE, deviceToken, YEAR)).send(answer)
  })
}

function addPasskey(app: FastifyInstance, house: House): void {
  const clerk = { by: null, device: 'web' }
  app.post('/api/session/passkey-options', async (request) => {
    requireJson(request)
    const party = relyingPartyAt(request.headers.origin, originsOf(house.address))
    if (!party) throw new Refusal('passkey-not-here')
    await countAsk(house, request.ip, { what: 'passkeys', count: 300, perMinutes: 10 })
    return atDesk(house, clerk, (desk) => beginShowing(desk, party))
  })
  app.post('/api/session/passkey', async (request, reply) => {
    requireJson(request)
    const { handle, response, bearer = false } = parse(Shown, request.body)
    const asked = await atDesk(house, clerk, (desk) => takeShowing(desk, handle))
    if (!asked) throw new Refusal('passkey-late', {}, 403)
    const begun = await atDesk(house, clerk, async (desk) => {
      const account = await ownerShown(desk, asked, response)
      return account && startSession(desk, account, { how: 'passkey', from: fromOf(request) })
    })
    if (!begun) throw new Refusal('passkey-not-known', {}, 403)
    return reply.send(await enter(house, request, reply, begun, bearer))
  })
}
