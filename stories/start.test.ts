import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { ask, type Table } from '../app/src/casefile/asking.ts'

const cli = fileURLToPath(new URL('../app/src/cli.ts', import.meta.url))
const running = new Set<ChildProcess>()
let data: string

type Run = { process: ChildProcess; output: () => string; ended: Promise<number | null> }

function run(words: string[], env: Record<string, string> = {}): Run {
  const child = spawn(process.execPath, [cli, ...words], {
    env: { ...process.env, SANDSAGE_DATA: data, PORT: '0', SANDSAGE_LANGUAGE: 'en', ...env },
  })
  running.add(child)
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (text += part))
  const ended = new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)))
  void ended.then(() => running.delete(child))
  return { process: child, output: () => text, ended }
}

async function waitFor(find: () => string | undefined): Promise<string> {
  for (let i = 0; i < 600; i++) {
    const found = find()
    if (found) return found
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('it did not come')
}

const addressOf = (one: Run) => waitFor(() => one.output().match(/open at (\S+)/)?.[1])
const linkOf = (one: Run, label: string) =>
  waitFor(() => one.output().match(new RegExp(`${label} +(\\S+)`))?.[1])

beforeAll(() => {
  data = mkdtempSync(join(tmpdir(), 'sandsage-start-'))
  chmodSync(data, 0o755)
})
afterEach(async () => {
  for (const child of running) child.kill('SIGTERM')
  while (running.size) await new Promise((resolve) => setTimeout(resolve, 50))
})
afterAll(() => rmSync(data, { recursive: true, force: true }))

const accounts = { SANDSAGE_EXAMPLE: 'accounts' }

test('the first start prints an address and a link; what was acknowledged outlives kill -9 of the server and of its database', async () => {
  const first = run(['start'], accounts)
  const base = await addressOf(first)
  const token = (await linkOf(first, 'Coordinator')).split('#')[1]!
  const wire = { base, language: 'en', unreachable: 'unreachable' }
  const session = (await ask<Table, string>(wire, 'session', 'signIn', { token })) as { token: string }
  const signed = { ...wire, token: session.token }
  const description = {
    names: { en: 'Kept' },
    from: 'IQ',
    to: 'KZ',
    corridor: 'IQ-KZ',
    flightAt: '2026-11-27T06:00:00Z',
    takesRequests: true,
  }
  const { id } = (await ask<Table, string>(signed, 'casefile', 'describeOperation', { description })) as {
    id: string
  }

  first.process.kill('SIGKILL')
  await first.ended
  const postmaster = Number(readFileSync(join(data, 'cluster/postmaster.pid'), 'utf8').split('\n')[0])
  process.kill(postmaster, 'SIGKILL')

  const second = run(['start'], accounts)
  const again = { ...signed, base: await addressOf(second) }
  const { operations } = (await ask<Table, string>(again, 'casefile', 'listOperations', {})) as {
    operations: { id: string }[]
  }
  expect(operations.map((one) => one.id)).toContain(id)
  await expect(ask<Table, string>(again, 'session', 'signIn', { token })).rejects.toMatchObject({
    no: { code: 'link-used' },
  })
})

test('a second start in the same folder is told where the first one answers; Ctrl+C ends server and database', async () => {
  const first = run(['start'], accounts)
  const base = await addressOf(first)
  const second = run(['start'], accounts)
  expect(await second.ended).toBe(1)
  expect(second.output()).toContain(`already runs in this data folder (${data}) at ${base}`)
  expect(second.output().trim().split('\n')).toHaveLength(1)
  first.process.kill('SIGINT')
  expect(await first.ended).toBe(0)
  expect(() => readFileSync(join(data, 'cluster/postmaster.pid'))).toThrow()
})

test('a busy port, a database that does not answer: one sentence each, and the folder is free again', async () => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  const busy = run(['start'], { ...accounts, PORT: String(port) })
  expect(await busy.ended).toBe(1)
  expect(busy.output().trim()).toBe(
    `Port ${port} is in use by another program. Choose another, for example: PORT=${port + 1} npm start`,
  )
  const away = run(['start'], {
    ...accounts,
    DATABASE_URL: `postgres://nobody@127.0.0.1:${port === 1 ? 2 : 1}/none`,
  })
  expect(await away.ended).toBe(1)
  expect(away.output()).toMatch(/^The database does not answer .* Check DATABASE_URL\.$/m)
  server.close()
})

test('a start that fails after the door was opened closes everything again: one sentence, code 1', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sandsage-fails-'))
  chmodSync(folder, 0o755)
  const first = run(['start'], { ...accounts, SANDSAGE_DATA: folder })
  await linkOf(first, 'Coordinator')
  const database = new pg.Client({ connectionString: readFileSync(join(folder, 'postgres.url'), 'utf8') })
  await database.connect()
  await database.query(`create function no_links() returns trigger language plpgsql as
    $$ begin raise exception 'no links today'; end $$;
    create trigger no_links before insert on sandsage.sign_in_links for each row execute function no_links()`)
  await database.end()
  first.process.kill('SIGTERM')
  expect(await first.ended, first.output()).toBe(0)
  const second = run(['start'], { ...accounts, SANDSAGE_DATA: folder })
  expect(await second.ended).toBe(1)
  expect(second.output()).toContain('Sandsage is open at')
  expect(second.output()).toMatch(
    /^Sandsage could not start: no links today\. Nothing of it runs any more\.$/m,
  )
  expect(second.output()).not.toMatch(/^\s+at /m)
  expect(existsSync(join(folder, 'cluster/postmaster.pid'))).toBe(false)
  expect(existsSync(join(folder, 'server.json'))).toBe(false)
  rmSync(folder, { recursive: true })
})

test('the command line: help, signing in, asking, a wrong field, a used link', async () => {
  const house = run(['start'], accounts)
  await addressOf(house)
  const link = await linkOf(house, 'Coordinator')
  const help = run(['casefile', 'describe-person', '--help'])
  await help.ended
  expect(help.output()).toContain('--description.names.kk')
  const signing = run(['sign-in', link])
  expect(await signing.ended, signing.output()).toBe(0)
  const list = run(['casefile', 'list-operations', '--json'])
  await list.ended
  expect(JSON.parse(list.output())).toMatchObject({ operations: [{ names: { en: 'Kept' } }] })
  const wrong = run(['casefile', 'home', '--operation', 'nowhere'])
  expect(await wrong.ended).toBe(3)
  expect(wrong.output()).toContain('operation: Not in the expected form.')
  const used = run(['sign-in', link])
  expect(await used.ended).toBe(3)
  expect(used.output()).toContain('A sign-in link works once.')
  const rebuilt = run(['log', 'rebuild'])
  await rebuilt.ended
  expect(rebuilt.output()).toMatch(/written anew from \d+ events/)
})
