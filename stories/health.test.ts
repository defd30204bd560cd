import { connect } from 'node:net'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { toNo } from '../app/src/doors/faults.ts'
import { describeFault, outcomeOf, writesRequests } from '../app/src/doors/logging.ts'
import { buildServer } from '../app/src/server.ts'
import { openTestHouse, type TestHouse } from './house.ts'

let world: TestHouse
let base: string
let server: Awaited<ReturnType<typeof buildServer>>
const lines: string[] = []
const faults: string[] = []

beforeAll(async () => {
  world = await openTestHouse()
  server = await buildServer(world.house, (line) => faults.push(line), {
    folder: '/',
    requests: (line) => lines.push(line),
  })
  base = await server.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(async () => {
  await server.close()
  await world.close()
})

const post = (at: string, path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${at}/api/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'en', ...headers },
    body: JSON.stringify(body),
  })
const bearer = (profession: keyof TestHouse['tokens']) => ({
  authorization: `Bearer ${world.tokens[profession]}`,
})
const get = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(`${base}${path}`, { headers })
  return { status: answer.status, text: await answer.text() }
}
const description = (name: string) => ({
  names: { en: name },
  from: 'IQ',
  to: 'KZ',
  corridor: 'IQ-KZ',
  flightAt: '2026-11-27T06:00:00Z',
  takesRequests: true,
})

test('it lives and is ready; with a migration it does not know it is not ready', async () => {
  expect(await get('/health')).toEqual({ status: 200, text: '{"alive":true}' })
  const ready = await get('/ready')
  expect(ready.status).toBe(200)
  expect(JSON.parse(ready.text)).toEqual({
    ready: true,
    checks: { database: true, migrations: true, space: true },
  })
  await sql`insert into migrations (name) values ('casefile/migrations/9999-later.sql')`.execute(
    world.house.owner,
  )
  const later = await get('/ready')
  await sql`delete from migrations where name like '%9999%'`.execute(world.house.owner)
  expect(later.status).toBe(503)
  expect(JSON.parse(later.text)).toMatchObject({
    ready: false,
    checks: { database: true, migrations: false },
  })
  expect((await get('/ready')).status).toBe(200)
})

test('the figures: what was asked and how it ended, and nothing of anybody', async () => {
  const { id } = await (
    await post(
      base,
      'casefile/describe-operation',
      { description: description('Figures') },
      bearer('coordinator'),
    )
  ).json()
  await post(base, 'casefile/describe-operation', {}, bearer('coordinator'))
  await post(base, 'casefile/describe-operation', {}, bearer('doctor'))
  await post(base, 'casefile/no-such-verb-as-zyrymantas', {})
  await get('/children/zyrymantas?name=zyrymantas')
  const { text } = await get('/metrics')
  const of = (outcome: string) =>
    text.match(
      new RegExp(
        `sandsage_requests_total\\{operation="casefile.describeOperation",outcome="${outcome}"\\} (\\d+)`,
      ),
    )?.[1]
  expect([of('done'), of('invalid'), of('refusal'), of('fault')]).toEqual(['1', '1', '1', undefined])
  expect(text).toMatch(/sandsage_request_seconds_count\{operation="casefile.describeOperation"\} 3/)
  expect(text).toMatch(/^sandsage_pool_connections\{state="open"\} [1-9]/m)
  for (const name of ['events', 'events_waiting', 'jobs_waiting'])
    expect(text, name).toMatch(new RegExp(`^sandsage_${name} \\d`, 'm'))
  // There was no backup: a figure that is not known is not given.
  expect(text).not.toMatch(/^sandsage_backup_age_seconds \d/m)
  await sql`insert into marks (name, at) values ('backup', now() - interval '2 hours')`.execute(
    world.house.owner,
  )
  expect((await get('/metrics')).text).toMatch(/^sandsage_backup_age_seconds 72\d\d/m)
  expect(text).not.toMatch(/zyrymantas|[0-9a-f]{8}-[0-9a-f]{4}-/i)
  expect(text).not.toContain(id)
})

test('the figures are for this machine alone, unless a token is set, and never through a proxy', async () => {
  expect((await get('/metrics', { 'x-forwarded-for': '203.0.113.7' })).status).toBe(403)
  const server = new URL(base)
  expect(await rawGet(server.port, 'sandsage.example')).toContain('403')
  expect(await rawGet(server.port, '127.0.0.1')).toContain('200 OK')
  process.env.SANDSAGE_METRICS_TOKEN = 'a token of the collector'.replaceAll(' ', '-')
  try {
    expect((await get('/metrics')).status).toBe(403)
    expect((await get('/metrics', { authorization: 'Bearer another' })).status).toBe(403)
    expect(
      (await get('/metrics', { authorization: `Bearer ${process.env.SANDSAGE_METRICS_TOKEN}` })).status,
    ).toBe(200)
  } finally {
    delete process.env.SANDSAGE_METRICS_TOKEN
  }
  process.env.SANDSAGE_ORIGIN = 'https://sandsage.example'
  try {
    expect((await get('/metrics')).status).toBe(403)
  } finally {
    delete process.env.SANDSAGE_ORIGIN
  }
})

const rawGet = (port: string, host: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1', () =>
      socket.write(`GET /metrics HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`),
    )
    let text = ''
    socket.on('data', (part) => (text += part))
    socket.on('end', () => resolve(text.split('\r\n')[0]!))
    socket.on('error', reject)
  })

/** Planted wherever somebody may write something. */
const MARK = 'Zyrymantas'

test('each request is one line of JSON that names nobody, whatever stands in its fields', async () => {
  lines.length = 0
  const marked = {
    ...bearer('coordinator'),
    'x-device': MARK,
    'user-agent': MARK,
    referer: `http://${MARK}/`,
  }
  const { id } = await (
    await post(base, 'casefile/describe-operation', { description: description(MARK) }, marked)
  ).json()
  await post(
    base,
    'casefile/describe-person',
    {
      kind: 'child',
      operation: id,
      description: { names: { kk: MARK, en: MARK }, sex: 'female', birth: { earliest: 2019, latest: 2020 } },
    },
    marked,
  )
  await post(base, 'casefile/describe-person', { kind: MARK, [MARK]: MARK }, marked)
  await post(base, 'tracing/see-stage', { number: MARK, secret: MARK })
  await post(base, 'session/password', { name: MARK, password: MARK, code: '000000' })
  await post(base, `${MARK}/${MARK}?${MARK}=${MARK}`, {})
  await get(`/children/${MARK}?name=${MARK}`, { cookie: `sandsage=${MARK}` })
  await expect.poll(() => lines.length).toBe(7)
  const written = lines.map((line) => JSON.parse(line))
  expect(Object.keys(written[0]).sort()).toEqual(
    ['at', 'ms', 'operation', 'outcome', 'profession', 'request', 'status'].sort(),
  )
  expect(written[0]).toMatchObject({
    operation: 'casefile.describeOperation',
    outcome: 'done',
    profession: 'coordinator',
  })
  expect(written.map(({ outcome }) => outcome).slice(1, 4)).toEqual(['done', 'invalid', 'invalid'])
  const all = [...lines, ...faults].join('\n')
  expect(all).not.toMatch(new RegExp(MARK, 'i'))
  expect(all).not.toContain(id)
  expect(all).not.toContain(world.accounts.coordinator)
  expect(all).not.toContain('127.0.0.1')
})

test('a fault is written down without what it choked on', () => {
  const said: string[] = []
  const quoting = Object.assign(new Error(`invalid input syntax: "${MARK}\n    at ${MARK}"`), {
    code: '22P02',
    detail: MARK,
    constraint: 'events_pkey',
  })
  expect(toNo(quoting, 'en', (line) => said.push(line)).status).toBe(500)
  expect(said.join()).toMatch(/^fault \w{8}: Error 22P02 events_pkey\n\s+at .*health\.test\.ts:\d+:\d+/)
  expect(said.join()).not.toContain(MARK)
  expect(describeFault(MARK)).toBe('string')
  expect([200, 304, 400, 413, 403, 404, 429, 500, 503].map(outcomeOf)).toEqual([
    ...['done', 'done', 'invalid', 'invalid'],
    ...['refusal', 'refusal', 'refusal', 'fault', 'fault'],
  ])
  expect([writesRequests(true, undefined), writesRequests(false, undefined)]).toEqual([false, true])
  expect([writesRequests(true, 'json'), writesRequests(false, 'off')]).toEqual([true, false])
})

test('told to end, the door lets what is under way end, refuses what comes after, and takes no new connection', async () => {
  const door = await buildServer(world.house, () => {})
  const at = await door.listen({ port: 0, host: '127.0.0.1' })
  const holder = new pg.Client({ connectionString: world.url })
  await holder.connect()
  // Whoever writes an event waits for this lock: a request that is surely under way.
  await holder.query('begin')
  await holder.query('lock table sandsage.events in access exclusive mode')
  const waiting = post(
    at,
    'casefile/describe-operation',
    { description: description('Under way') },
    bearer('coordinator'),
  )
  await expect
    .poll(async () => {
      const { rows } = await sql<{ n: number }>`select count(*) as n from pg_locks where not granted`.execute(
        world.house.owner,
      )
      return rows[0]!.n
    })
    .toBeGreaterThan(0)
  const kept = await keptOpen(Number(new URL(at).port))
  const closed = door.close()
  await expect
    .poll(() =>
      fetch(`${at}/health`).then(
        () => 'open',
        () => 'closed',
      ),
    )
    .toBe('closed')
  expect(await kept.ask()).toMatch(/503 Service Unavailable[\s\S]*"kind":"fault"[\s\S]*"sentence"/)
  await holder.query('commit')
  await holder.end()
  const answer = await waiting
  expect(answer.status).toBe(200)
  expect(answer.headers.get('connection')).toBe('close')
  await closed
})

/** A connection that was opened before the end and asks after it. */
async function keptOpen(port: number) {
  const socket = connect(port, '127.0.0.1')
  await new Promise((resolve) => socket.on('connect', resolve))
  let text = ''
  socket.on('data', (part) => (text += part))
  socket.write('GET /hea')
  return {
    async ask() {
      socket.write('lth HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Language: en\r\n\r\n')
      await expect.poll(() => text).toContain('sentence')
      socket.destroy()
      return text
    },
  }
}
