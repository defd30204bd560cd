import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { client } from '../app/src/client.ts'
import { openAuthenticator } from './authenticator.ts'

const cli = fileURLToPath(new URL('../app/src/cli.ts', import.meta.url))
let data: string
let server: ReturnType<typeof run>

function run(words: string[]) {
  const env = {
    ...process.env,
    SANDSAGE_DATA: data,
    PORT: '0',
    SANDSAGE_LANGUAGE: 'en',
    SANDSAGE_EXAMPLE: 'none',
  }
  const child = spawn(process.execPath, [cli, ...words], { env })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (text += part))
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))
  return { child, output: () => text, ended }
}
const finish = async (words: string[]) => {
  const { ended, output } = run(words)
  return { code: await ended, output: output() }
}
async function found(house: ReturnType<typeof run>, wanted: RegExp): Promise<string> {
  for (let i = 0; i < 900; i++) {
    const one = house.output().match(wanted)
    if (one) return one[1]!
    if (house.child.exitCode !== null) throw new Error(`it ended: ${house.output()}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('it did not come')
}

beforeAll(() => {
  data = mkdtempSync(join(tmpdir(), 'sandsage-machine-'))
  chmodSync(data, 0o755)
})
afterAll(async () => {
  server.child.kill('SIGTERM')
  await server.ended
  rmSync(data, { recursive: true, force: true })
})

test('an empty house gets its first administrator at the machine, once; there they also stand in for the second', async () => {
  const house = run(['start'])
  server = house
  const base = await found(house, /open at (\S+)/)
  await found(house, /(accounts begin)/)
  const begun = await finish(['accounts', 'begin', 'Aru', 'Ospan'])
  expect(begun.code, begun.output).toBe(0)
  const link = begun.output.match(/(\S+)\/sign-in#(\S+)/)!
  expect(link[1], 'by name, where passkeys can be made').toBe(base.replace('127.0.0.1', 'localhost'))
  const twice = await finish(['accounts', 'begin', 'Somebody', 'Else'])
  expect(twice).toMatchObject({ code: 1, output: expect.stringContaining('has an administrator already') })

  const wire = { base, language: 'en', unreachable: 'unreachable' }
  const post = async (path: string, body: unknown) =>
    (await (
      await fetch(`${base}/api/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin },
        body: JSON.stringify(body),
      })
    ).json()) as Record<string, string>
  const origin = base.replace('127.0.0.1', 'localhost')
  const { token } = await post('session/sign-in', { token: link[2] })
  const aru = client({ ...wire, token })
  await expect(aru('accounts', 'listAccounts', {})).rejects.toMatchObject({ no: { code: 'set-up-first' } })
  const device = openAuthenticator(origin)
  const { handle, options } = await aru('accounts', 'beginPasskey', { origin })
  await aru('accounts', 'addPasskey', { handle, name: 'Phone', response: device.make(options as never) })

  const invited = await aru('accounts', 'invite', {
    ...{ name: 'Berik', profession: 'coordinator', language: 'kk', contact: 'by hand' },
    wholeHouseBecause: 'The only coordinator there is',
  })
  expect((await finish(['accounts', 'approve'])).output).toContain(
    '1. work on the whole house for Berik (coordinator), asked by Aru Ospan',
  )
  expect((await finish(['accounts', 'approve', '1'])).output).toContain('Approved for Berik.')
  const { accounts } = await aru('accounts', 'listAccounts', {})
  expect(accounts.find((one) => one.id === invited.id)).toMatchObject({ wholeHouse: true, state: 'invited' })

  const recovered = await finish(['accounts', 'recover', 'Aru Ospan'])
  const back = await post('session/sign-in', { token: recovered.output.match(/sign-in#(\S+)/)![1] })
  await expect(aru('accounts', 'listAccounts', {})).rejects.toMatchObject({ no: { code: 'sign-in-first' } })
  expect((await client({ ...wire, token: back.token })('accounts', 'myAccount', {})).ways).toEqual([])
}, 240_000)
