import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isTest, sourcesBelow } from '../../checks/files.ts'
import { openTestHouse, type TestHouse } from '../house.ts'

let world: TestHouse
let port: number
beforeAll(async () => {
  world = await openTestHouse()
  port = Number(new URL(world.base).port)
})
afterAll(() => world.close())

/** Sends these bytes as they are: a client of any library would mend the address first. */
const raw = (bytes: string): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes, 'latin1'))
    let text = ''
    socket.on('data', (part) => (text += part))
    socket.on('close', () => resolve(text))
    socket.on('error', () => {})
  })
const get = (path: string, more = '') =>
  raw(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n${more}\r\n`)

test.each([
  '/../package.json',
  '/../../../../etc/passwd',
  '/assets/../../package.json',
  '/assets/..%2f..%2fpackage.json',
  '/assets/%2e%2e/%2e%2e/package.json',
  '/assets/..%5c..%5cpackage.json',
  '/assets/....//....//package.json',
  '/assets/%252e%252e%252fpackage.json',
  '/assets/..%c0%af..%c0%afpackage.json',
  '/assets/a%00.css',
  '//etc/passwd',
  'http://127.0.0.1/../package.json',
])('no address leads out of the folder of the screens: %s', async (path) => {
  const answer = await get(path)
  expect(answer).toMatch(/^HTTP\/1\.1 (200|301|400|403|404|503) /)
  expect(answer).not.toMatch(/"dependencies"|"private"|root:.*:0:0:/)
  expect(world.faults).toEqual([])
})

test('headers too large, too many, or that are none: refused, and the house goes on', async () => {
  expect(await get('/health', `X-A: ${'a'.repeat(20_000)}\r\n`)).toMatch(/^HTTP\/1\.1 431 /)
  expect(await get('/health', 'X-A: a\r\n'.repeat(5000))).toMatch(/^HTTP\/1\.1 431 /)
  expect(
    await raw(
      'GET /health HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n',
    ),
  ).toMatch(/^HTTP\/1\.1 400 /)
  expect(await raw('\u0000\u0001\u0002\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /)
  expect(await raw('TRACE /health HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n')).toMatch(
    /^HTTP\/1\.1 4\d\d /,
  )
  expect(await get('/health')).toMatch(/^HTTP\/1\.1 200 /)
})

test('whoever sends headers a letter at a time is cut off within half a minute', async () => {
  const began = Date.now()
  const socket = connect(port, '127.0.0.1', () => socket.write('GET /health HTTP/1.1\r\nHost: a\r\n'))
  const drip = setInterval(() => socket.write('X'), 1000)
  let text = ''
  socket.on('data', (part) => (text += part))
  socket.on('error', () => {})
  await new Promise((resolve) => socket.on('close', resolve))
  clearInterval(drip)
  expect(Date.now() - began).toBeLessThan(40_000)
  expect(text).toMatch(/^HTTP\/1\.1 408 /)
})

const form = (contentType: string, more: Record<string, string>) =>
  fetch(`${world.base}/api/casefile/describe-operation`, {
    method: 'POST',
    headers: {
      cookie: `sandsage=${world.tokens.coordinator}`,
      'content-type': contentType,
      'accept-language': 'en',
      ...more,
    },
    body: '{}',
  })

test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=a'])(
  'what a form of another site can send (%s) does nothing',
  async (contentType) => {
    for (const more of [{}, { origin: 'https://other.example' }, { origin: world.base }])
      expect((await form(contentType, more as Record<string, string>)).status).toBe(400)
  },
)

test('JSON with a cookie from another site, or from nowhere, does nothing; from our own page it is read', async () => {
  const json = 'application/json'
  const refused = [
    {},
    { origin: 'null' },
    { origin: 'https://other.example' },
    { origin: world.base, 'sec-fetch-site': 'cross-site' },
    { origin: `${world.base}.other.example` },
  ]
  for (const more of refused) {
    const answer = await form(json, more as Record<string, string>)
    expect(await answer.json(), JSON.stringify(more)).toMatchObject({ code: 'other-site' })
  }
  // Its own page: past that check, and then the empty input is what is wrong.
  expect(await (await form(json, { origin: world.base })).json()).toMatchObject({ kind: 'invalid' })
})

test('the house asks no address that a user gave: every place that asks another machine is named here', () => {
  const asks =
    /(?<!re)fetch\(|from 'node:(https?|tls|dgram)'|\{ (?!isIP \}).*from 'node:net'|'openid-client'|WebSocket\(/
  const asking = sourcesBelow('app/src').filter(
    (source) => !isTest(source) && !source.path.includes('/screens/') && asks.test(source.text),
  )
  expect(asking.map(({ path }) => path).sort()).toEqual(OUTGOING)
})

/** What each of them asks is set by whoever runs the house, never by who uses it. */
const OUTGOING = [
  // The client of the house itself, in the browser and on the command line.
  'app/src/casefile/asking.ts',
  // The key service and the identity providers, from the environment.
  'app/src/platform/keys/kms.ts',
  // A free port of this machine.
  'app/src/platform/postgres.ts',
  'app/src/platform/sign-in/provider.ts',
]
