import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { client } from '../../app/src/client.ts'
import { buildServer } from '../../app/src/server.ts'
import { openTestHouse, type TestHouse } from '../house.ts'

/** As the house runs, but for the patience with a form: two seconds instead of sixty. */
const PATIENCE_MS = 2000
const IDLE = 1000

let world: TestHouse
let server: Awaited<ReturnType<typeof buildServer>>
let base: string
let port: number
beforeAll(async () => {
  world = await openTestHouse()
  const form = { bytes: 2 * 1024 * 1024, ms: PATIENCE_MS, says: 2 }
  server = await buildServer(world.house, (line) => world.faults.push(line), { form })
  base = await server.listen({ port: 0, host: '127.0.0.1' })
  port = Number(new URL(base).port)
})
afterAll(async () => {
  await server.close()
  await world.close()
})

type Line = { socket: Socket; ended: Promise<string>; ms(): number }

/** A connection that says these bytes and nothing more by itself. */
function open(bytes: string): Promise<Line> {
  const began = Date.now()
  let ended = began
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      if (bytes) socket.write(bytes, 'latin1')
      resolve({ socket, ended: end, ms: () => ended - began })
    })
    let text = ''
    socket.on('data', (part) => (text += part))
    socket.on('error', reject)
    const end = new Promise<string>((done) =>
      socket.on('close', () => {
        ended = Date.now()
        done(text)
      }),
    )
  })
}

const head = (path: string, more: string) =>
  `POST /api/${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: application/json\r\nAccept-Language: en\r\n${more}\r\n`

const isWell = async () => (await fetch(`${base}/health`)).status === 200

test('a body that comes a byte at a time is given up with a sentence', async () => {
  const { socket, ended, ms } = await open(head('session/who', 'Content-Length: 100000\r\n'))
  const drip = setInterval(() => socket.write(' '), 100)
  const answer = await ended
  clearInterval(drip)
  expect(answer).toMatch(/^HTTP\/1\.1 408 /)
  expect(answer).toContain('did not arrive whole in time')
  expect(ms()).toBeLessThan(PATIENCE_MS + 3000)
})

test('nothing is left waiting for a body that was read, that never was one, or whose sender went away', async () => {
  expect(await isWell()).toBe(true)
  for (const more of ['', 'Content-Length: 5\r\n', 'Transfer-Encoding: chunked\r\n']) {
    const { socket, ended } = await open(head('session/who', more))
    socket.destroy()
    await ended
  }
  await fetch(`${base}/api/casefile/list-people`, { method: 'POST' })
  await asking()('session', 'who', {})
  await new Promise((resolve) => setTimeout(resolve, PATIENCE_MS + 500))
  expect(await isWell()).toBe(true)
  expect(world.faults).toEqual([])
})

test('a body that tells no length is counted as it comes', async () => {
  const { socket, ended } = await open(head('session/who', 'Transfer-Encoding: chunked\r\n'))
  socket.on('error', () => {})
  const piece = `10000\r\n${' '.repeat(0x10000)}\r\n`
  for (let at = 0; at < 40 && !socket.destroyed; at++) socket.write(piece)
  expect(await ended).toMatch(/^HTTP\/1\.1 413 /)
})

test('nobody unknown sends a file: the answer is there before the file is', async () => {
  const { socket, ended, ms } = await open(head('tracing/look-at-list', 'Content-Length: 30000000\r\n'))
  socket.on('error', () => {})
  expect(await ended).toMatch(/^HTTP\/1\.1 403 [\s\S]*sign-in-first/)
  expect(ms()).toBeLessThan(PATIENCE_MS)
})

test.each([
  ['brackets', '['.repeat(1_000_000) + ']'.repeat(1_000_000)],
  ['objects', `${'{"a":'.repeat(300_000)}1${'}'.repeat(300_000)}`],
  ['empty lists', `[${'[],'.repeat(600_000)}[]]`],
])('a form of %s without end is refused before anything is made of it', async (_what, body) => {
  const before = process.memoryUsage().heapUsed
  const answers = await Promise.all(
    Array.from({ length: 4 }, () =>
      fetch(`${base}/api/session/who`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      }),
    ),
  )
  expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400])
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(200_000_000)
})

/** Asks this server, of the world's house. */
const asking = () =>
  client({ base, language: 'en', token: world.tokens.coordinator, unreachable: 'unreachable' })

/** How long the house takes for somebody ordinary, worst of many. */
async function slowestOf(times: number): Promise<number> {
  let slowest = 0
  for (let at = 0; at < times; at++) {
    const began = performance.now()
    const { actor } = await asking()('session', 'who', {})
    expect(actor?.profession).toBe('coordinator')
    slowest = Math.max(slowest, performance.now() - began)
  }
  return slowest
}

test(`${IDLE} connections that say nothing, or half a request, keep nobody waiting`, async () => {
  const silent = await Promise.all(Array.from({ length: IDLE / 2 }, () => open('')))
  const half = await Promise.all(
    Array.from({ length: IDLE / 2 }, () => open('GET /health HTTP/1.1\r\nHost: a\r\nX-')),
  )
  for (const { socket } of [...silent, ...half]) socket.on('error', () => {})
  expect(await slowestOf(50)).toBeLessThan(1500)
  expect(await isWell()).toBe(true)
  for (const { socket } of [...silent, ...half]) socket.destroy()
})

test('five thousand requests in one breath on one connection keep nobody else waiting', async () => {
  const one = 'GET /health HTTP/1.1\r\nHost: a\r\n\r\n'
  const { socket, ended } = await open(one.repeat(5000))
  socket.on('error', () => {})
  expect(await slowestOf(30)).toBeLessThan(1500)
  socket.end()
  expect((await ended).match(/HTTP\/1\.1 200 /g)?.length).toBeGreaterThan(0)
  expect(await isWell()).toBe(true)
  expect(world.faults).toEqual([])
})
