import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeSignInLink } from '../app/src/casefile/session.ts'
import { toNo } from '../app/src/doors/faults.ts'
import { versionProblem } from '../app/src/platform/database.ts'
import { requireSpace } from '../app/src/platform/folder.ts'
import { openTestHouse, type TestHouse } from './house.ts'

let world: TestHouse
beforeAll(async () => {
  world = await openTestHouse()
})
afterAll(() => world.close())

const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  fetch(`${world.base}/api/${path}`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', 'accept-language': 'en', ...headers },
  })

test('a link that a newer one replaced is refused with what to do, and the newer one works', async () => {
  const first = await makeSignInLink(world.house, world.accounts.lawyer)
  const second = await makeSignInLink(world.house, world.accounts.lawyer)
  const signIn = (link: string) => post('session/sign-in', JSON.stringify({ token: link.split('#')[1] }))
  const refused = await signIn(first)
  expect(refused.status).toBe(403)
  expect(await refused.json()).toMatchObject({
    code: 'link-used',
    sentence: expect.stringContaining('Ask for a new one'),
  })
  expect((await signIn(second)).status).toBe(200)
  expect(await (await signIn('#nothing')).json()).toMatchObject({ code: 'link-unknown' })
})

test('a language the house does not speak is answered in Kazakh', async () => {
  const answer = await post('casefile/home', '{}', { 'accept-language': 'fr-FR,de;q=0.8' })
  expect(await answer.json()).toMatchObject({ sentence: 'Бұл үшін алдымен кіру керек.' })
})

test.each([
  ['no JSON at all', 'not json', 400],
  ['a list where an object is meant', '[1]', 400],
  ['an unknown verb', '{}', 404],
])('%s: a sentence and no stack', async (_what, body, status) => {
  const answer = await post(status === 404 ? 'casefile/nothing' : 'tracing/request-tracing', body)
  expect(answer.status).toBe(status)
  const text = await answer.text()
  expect(JSON.parse(text)).toMatchObject({ sentence: expect.any(String) })
  expect(text).not.toMatch(/at .*\.ts|node_modules/)
})

test('a body beyond the limit is refused from its header alone', async () => {
  const answer = await post('tracing/request-tracing', ' '.repeat(40 * 1024 * 1024)).catch(
    (cause: Error) => cause,
  )
  if (answer instanceof Error) return expect(String(answer.cause)).toMatch(/EPIPE|ECONNRESET|closed/i)
  expect(answer.status).toBe(413)
  expect(await answer.json()).toMatchObject({ code: 'file-too-large' })
})

test('a name with a zero byte, HTML and a formula is refused or kept as text, never run', async () => {
  const { id: operation } = await world.as('coordinator')('casefile', 'describeOperation', {
    description: {
      names: { en: '=1+1<script>' },
      from: 'IQ',
      to: 'KZ',
      corridor: 'IQ-KZ',
      flightAt: '2026-11-27T06:00:00Z',
      takesRequests: true,
    },
  })
  const describe = (kk: string) =>
    world.as('coordinator')('casefile', 'describePerson', {
      kind: 'child',
      operation,
      description: { names: { kk }, sex: 'female', birth: {} },
    })
  const markup = '<img src=x onerror=alert(1)>=HYPERLINK("x")'
  await describe(markup)
  const { people } = await world.as('coordinator')('casefile', 'listPeople', { operation })
  expect(people[0]?.names.kk).toBe(markup)
  await expect(describe('А\u0000Б')).rejects.toMatchObject({ no: { kind: 'invalid' } })
})

test.each([
  ['a birth in the future', { date: '2999-01-01' }, 'birth-in-future'],
  ['a child of 140', { earliest: 1886, latest: 1886 }, 'birth'],
])('%s is named', async (_what, birth, code) => {
  const { operations } = await world.as('coordinator')('casefile', 'listOperations', {})
  const description = { names: { kk: 'Бала' }, sex: 'female' as const, birth }
  const attempt = world.as('coordinator')('casefile', 'describePerson', {
    kind: 'child',
    operation: operations[0]!.id,
    description,
  })
  if (code === 'birth') await expect(attempt).rejects.toMatchObject({ no: { kind: 'invalid' } })
  else await expect(attempt).rejects.toMatchObject({ no: { fields: [{ code }] } })
})

test('a database too old, a full disk, a database that went away: one sentence each', () => {
  expect(versionProblem(140012)).toMatch(/PostgreSQL 14\.12; Sandsage needs 15 or later/)
  expect(versionProblem(150000)).toBeUndefined()
  const lines: string[] = []
  const said = (code: string) =>
    toNo(Object.assign(new Error(code), { code }), 'en', (line) => lines.push(line))
  expect(said('53100')).toMatchObject({
    status: 503,
    no: { sentence: expect.stringContaining('disk is full') },
  })
  expect(said('57P01')).toMatchObject({
    status: 503,
    no: { sentence: expect.stringContaining('does not answer') },
  })
  expect(lines).toHaveLength(2)
  expect(() => requireSpace({ path: '/' }, Number.MAX_SAFE_INTEGER)).toThrow(
    /is full: \d+ MB free, \d+ MB needed/,
  )
})

test('a year that no calendar of ours has is a mistake in a field, and no fault', async () => {
  const answer = await post(
    'training/require-course',
    JSON.stringify({ course: 'dataProtection', from: '0000-01-01' }),
    {
      authorization: `Bearer ${world.tokens.administrator}`,
    },
  )
  expect([answer.status, await answer.json()]).toMatchObject([400, { kind: 'invalid' }])
})
