import { request } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { toSentFile } from '../app/src/casefile/operation.ts'
import { rebuild } from '../app/src/casefile/rebuild.ts'
import { encodeAs, makeWorkbook } from '../app/src/platform/testing/files.ts'
import { openTestHouse, type TestHouse } from './house.ts'
import { readTables } from './tracing-tables.ts'

let world: TestHouse
let operation: string
const now = () => new Date('2026-05-15T08:00:00Z')
const requester = { name: 'Гүлнар', relation: 'әпкесі', contact: '+7 702', language: 'kk' as const }
const sought = { name: 'Марьям Юсупова', sex: 'female' as const, age: 5, mother: 'Зарина Юсупова' }
const csv = (...lines: string[]) => toSentFile('list.csv', lines.join('\n'))
const refusedAs = (code: string) => ({ no: { kind: 'refusal', code } })

beforeAll(async () => {
  world = await openTestHouse({ now })
  operation = await newOperation()
})
afterAll(() => {
  expect(world.faults).toEqual([])
  return world.close()
})

async function newOperation(takesRequests = true): Promise<string> {
  const description = {
    names: { en: 'Rusafa' },
    from: 'IQ',
    to: 'KZ',
    corridor: 'IQ-KZ',
    flightAt: '2026-11-27T06:00:00Z',
    takesRequests,
  }
  return (await world.as('coordinator')('casefile', 'describeOperation', { description })).id
}

async function candidateIn(place: string) {
  const coordinator = world.as('coordinator')
  await world.as('anyone')('tracing', 'requestTracing', { operation: place, requester, sought: [sought] })
  const { requests } = await coordinator('tracing', 'listRequests', { operation: place })
  await coordinator('tracing', 'acceptRequest', { request: requests[0]!.id })
  const file = csv('Name;Age;Sex;Mother', 'Maryam Yusupova;5;f;Zarina Yusupova')
  const { sha256 } = await coordinator('tracing', 'planImport', { operation: place, file })
  await coordinator('tracing', 'acceptImport', { operation: place, file, sha256 })
  const { candidates } = await coordinator('tracing', 'listCandidates', { operation: place })
  return {
    pair: { child: candidates[0]!.child, relative: candidates[0]!.relative, sought: 0 },
    version: candidates[0]!.version,
  }
}

test('a double click on the form is one request with one number', async () => {
  const own = await newOperation()
  const key = crypto.randomUUID()
  const send = () =>
    world.as('anyone')('tracing', 'requestTracing', { operation: own, requester, sought: [sought] }, key)
  const [one, two] = await Promise.all([send(), send()])
  expect(one).toEqual(two)
  const { requests } = await world.as('coordinator')('tracing', 'listRequests', { operation: own })
  expect(requests.map((request) => request.number)).toEqual([one.number])
})

test('a wrong secret and a number nobody has are refused alike; a mistyped digit is pointed out', async () => {
  const anyone = world.as('anyone')
  const { number, secret } = await anyone('tracing', 'requestTracing', {
    operation,
    requester,
    sought: [sought],
  })
  const typed = secret.toLowerCase().replaceAll('-', ' ')
  expect((await anyone('tracing', 'seeStage', { number, secret: typed })).stage).toBe('received')
  const no = (input: { number: string; secret: string }) =>
    anyone('tracing', 'seeStage', input).catch((cause: { no: unknown }) => cause.no)
  const unknown = number === 'S-4821-0934' ? 'S-0000-0000' : 'S-4821-0934'
  expect(await no({ number, secret: '00000-00000-00000-00000' })).toEqual(
    await no({ number: unknown, secret }),
  )
  expect(await no({ number: unknown, secret })).toMatchObject({ code: 'number-or-secret-wrong' })
  const slip = `${number.slice(0, -1)}${(Number(number.at(-1)) + 1) % 10}`
  expect(await no({ number: slip, secret })).toMatchObject({
    kind: 'invalid',
    fields: [{ field: 'number', code: 'number-mistyped' }],
  })
})

test('the stage says no name, and no more than the stage and what comes next', async () => {
  const own = await newOperation()
  const { number, secret } = await world.as('anyone')('tracing', 'requestTracing', {
    operation: own,
    requester,
    sought: [sought],
  })
  expect(Object.keys(await world.as('anyone')('tracing', 'seeStage', { number, secret })).sort()).toEqual([
    'next',
    'sentence',
    'stage',
    'usually',
  ])
})

test('the form points out an impossible age, and an operation that takes no requests', async () => {
  const anyone = world.as('anyone')
  const send = (place: string, change: object) =>
    anyone('tracing', 'requestTracing', { operation: place, requester, sought: [{ ...sought, ...change }] })
  await expect(send(operation, { age: 99 })).rejects.toMatchObject({
    no: { fields: [{ field: 'sought.0.age', code: 'not-a-child' }] },
  })
  await expect(send(operation, { age: undefined, year: 2031 })).rejects.toMatchObject({
    no: { fields: [{ field: 'sought.0.year', code: 'birth-in-future' }] },
  })
  await expect(send(await newOperation(false), {})).rejects.toMatchObject(refusedAs('takes-no-requests'))
  await expect(send(crypto.randomUUID(), {})).rejects.toMatchObject(refusedAs('takes-no-requests'))
})

test('a rejected pair never comes back by itself, and does when a person takes the decision back', async () => {
  const own = await newOperation()
  const { pair } = await candidateIn(own)
  const coordinator = world.as('coordinator')
  const candidates = async () =>
    (await coordinator('tracing', 'listCandidates', { operation: own })).candidates.length
  await coordinator('tracing', 'decideCandidate', {
    ...pair,
    choice: 'rejected',
    reason: 'The mother is another woman.',
  })
  expect(await candidates()).toBe(0)
  await coordinator('casefile', 'openFile', { file: pair.child })
  expect(await candidates()).toBe(0)
  await coordinator('tracing', 'withdrawDecision', { ...pair, reason: 'I read the wrong row.' })
  expect(await candidates()).toBe(1)
  await expect(
    coordinator('tracing', 'withdrawDecision', { ...pair, reason: 'Again.' }),
  ).rejects.toMatchObject(refusedAs('nothing-decided'))
})

test('of two who decide at once one decides, and the other is told who', async () => {
  const { pair, version } = await candidateIn(await newOperation())
  const decide = (who: 'coordinator' | 'consul', choice: 'confirmed' | 'rejected') =>
    world.as(who)('tracing', 'decideCandidate', {
      ...pair,
      choice,
      reason: 'I know the family.',
      seen: version,
    })
  const answers = await Promise.allSettled([decide('coordinator', 'confirmed'), decide('consul', 'rejected')])
  expect(answers.map((answer) => answer.status).sort()).toEqual(['fulfilled', 'rejected'])
  const first = answers[0]!.status === 'fulfilled' ? 'The coordinator' : 'The consul'
  const no = (answers.find((answer) => answer.status === 'rejected') as PromiseRejectedResult).reason.no
  expect(no.code).toBe(first === 'The coordinator' ? 'already-confirmed' : 'already-rejected')
  expect(no.sentence).toContain(first)
})

test('who looked before the child was described anew decides nothing; merely opening the file is no news', async () => {
  const own = await newOperation()
  const { pair, version } = await candidateIn(own)
  const coordinator = world.as('coordinator')
  const decide = () =>
    coordinator('tracing', 'decideCandidate', {
      ...pair,
      choice: 'confirmed',
      reason: 'Same aunt.',
      seen: version,
    })
  const description = {
    names: { en: 'Maryam Yusupova' },
    sex: 'female' as const,
    birth: { earliest: 2020, latest: 2020 },
  }
  await coordinator('casefile', 'describePerson', {
    id: pair.child,
    kind: 'child',
    operation: own,
    description,
  })
  await expect(decide()).rejects.toMatchObject(refusedAs('file-changed'))
  const { candidates } = await coordinator('tracing', 'listCandidates', { operation: own })
  await coordinator('casefile', 'openFile', { file: pair.child })
  await coordinator('tracing', 'decideCandidate', {
    ...pair,
    choice: 'confirmed',
    reason: 'Same aunt.',
    seen: candidates[0]!.version,
  })
})

test('a closed request brings no candidates, says so to the one who asked, and can be taken up again', async () => {
  const own = await newOperation()
  const { pair } = await candidateIn(own)
  const coordinator = world.as('coordinator')
  const look = async () => {
    const { candidates } = await coordinator('tracing', 'listCandidates', { operation: own })
    const { requests } = await coordinator('tracing', 'listRequests', { operation: own })
    return [candidates.length, requests[0]!.stage]
  }
  await coordinator('tracing', 'closeRequest', { request: pair.relative, why: 'asked-to-stop' })
  expect(await look()).toEqual([0, 'closed'])
  const decide = coordinator('tracing', 'decideCandidate', {
    ...pair,
    choice: 'confirmed',
    reason: 'Same aunt.',
  })
  await expect(decide).rejects.toMatchObject(refusedAs('request-not-open'))
  await expect(
    coordinator('tracing', 'closeRequest', { request: pair.relative, why: 'other' }),
  ).rejects.toMatchObject(refusedAs('already-closed'))
  await coordinator('tracing', 'acceptRequest', { request: pair.relative })
  expect(await look()).toEqual([1, 'searching'])
  await expect(coordinator('tracing', 'acceptRequest', { request: pair.relative })).rejects.toMatchObject(
    refusedAs('already-accepted'),
  )
  await coordinator('tracing', 'decideCandidate', { ...pair, choice: 'confirmed', reason: 'Same aunt.' })
  expect(await look()).toEqual([0, 'contact'])
})

test('one sought child is not found in two: the second is refused with who found the first', async () => {
  const own = await newOperation()
  const { pair } = await candidateIn(own)
  const coordinator = world.as('coordinator')
  const description = {
    names: { kk: 'Мәриям Юсупова' },
    sex: 'female' as const,
    birth: { earliest: 2021, latest: 2021 },
  }
  const other = await coordinator('casefile', 'describePerson', {
    kind: 'child',
    operation: own,
    description,
  })
  const decide = (child: string) =>
    coordinator('tracing', 'decideCandidate', { ...pair, child, choice: 'confirmed', reason: 'Same aunt.' })
  expect((await coordinator('tracing', 'listCandidates', { operation: own })).candidates).toHaveLength(2)
  await decide(pair.child)
  expect((await coordinator('tracing', 'listCandidates', { operation: own })).candidates).toEqual([])
  await expect(decide(other.id)).rejects.toMatchObject(refusedAs('sought-is-found'))
})

test('a list in windows-1251 is recognised, and the same list brings nobody twice', async () => {
  const own = await newOperation()
  const consul = world.as('consul')
  const file = toSentFile(
    'spisok.csv',
    encodeAs('windows-1251', 'Имя;Возраст;Пол;Мать\r\nМария Петрова;6 лет;ж;Ольга\r\nИван;около 7;м;\r\n'),
  )
  const plan = await consul('tracing', 'planImport', { operation: own, file })
  expect(plan.encoding).toEqual({ name: 'windows-1251', because: 'letters' })
  expect(plan.rows.map((row) => [row.name, row.state])).toEqual([
    ['Мария Петрова', 'new'],
    ['Иван', 'new'],
  ])
  const accept = (key: string) =>
    consul('tracing', 'acceptImport', { operation: own, file, sha256: plan.sha256 }, key)
  const both = await Promise.all([accept(crypto.randomUUID()), accept(crypto.randomUUID())])
  expect(both.map((answer) => [answer.done.length, answer.waiting.length]).sort()).toEqual([
    [0, 2],
    [2, 0],
  ])
  expect((await consul('casefile', 'listPeople', { operation: own, kind: 'child' })).people).toHaveLength(2)
  const other = csv('ФИО;Мать;Жасы', 'Мария  Петрова;Ольга;6')
  expect(
    (await consul('tracing', 'planImport', { operation: own, file: other })).rows[0]!.problems[0]!.code,
  ).toBe('already-in-operation')
})

test('bad rows are taken in by nobody: left out only when named, and only of the file that was looked at', async () => {
  const own = await newOperation()
  const consul = world.as('consul')
  const file = toSentFile(
    'list.xlsx',
    makeWorkbook([
      ['الاسم', 'تاريخ الولادة'],
      ['عائشة', new Date(Date.UTC(2019, 10, 27))],
      ['يوسف', 'قريبًا'],
      ['', '2019'],
    ]),
  )
  const { sha256, rows, format } = await consul('tracing', 'planImport', { operation: own, file })
  expect(format).toBe('xlsx')
  expect(rows.map((row) => [row.row, row.state, row.problems.map((problem) => problem.field)])).toEqual([
    [2, 'new', []],
    [3, 'bad', ['birth']],
    [4, 'bad', ['name']],
  ])
  const accept = (change: object) =>
    consul('tracing', 'acceptImport', { operation: own, file, sha256, ...change })
  await expect(accept({})).rejects.toMatchObject(refusedAs('bad-rows-not-left-out'))
  await expect(accept({ leaveOut: [3] })).rejects.toMatchObject(refusedAs('bad-rows-not-left-out'))
  await expect(accept({ leaveOut: [3, 4], file: csv('Name;Age', 'A;5') })).rejects.toMatchObject(
    refusedAs('not-the-file-you-looked-at'),
  )
  expect((await consul('casefile', 'listPeople', { operation: own })).people).toEqual([])
  const { done, waiting } = await accept({ leaveOut: [3, 4] })
  expect([done.map((row) => row.row), waiting.map((row) => row.row)]).toEqual([[2], [3, 4]])
})

test.each([
  ['a PDF', toSentFile('a.csv', '%PDF-1.7 ...'), 'sheet-is-no-table'],
  ['a picture', toSentFile('a.xlsx', Buffer.from('89504e470d0a1a0a0000', 'hex')), 'sheet-is-no-table'],
  ['half a workbook', toSentFile('a.xlsx', makeWorkbook([['a', 'b']]).subarray(0, 700)), 'sheet-broken'],
  ['an empty file', toSentFile('a.csv', '\n'), 'sheet-empty'],
  ['a list without headers', csv('Мария;6', 'Иван;7'), 'list-names-no-columns'],
])('%s is refused in a sentence', async (_name, file, code) => {
  const no = await world
    .as('consul')('tracing', 'planImport', { operation, file })
    .catch((cause: { no: { sentence: string } }) => cause.no)
  expect(no).toMatchObject({ kind: 'refusal', code })
  expect((no as { sentence: string }).sentence).toMatch(/^[A-Z].*[.:]/)
})

test('a file of 200 MB is refused at the door, before it is sent', async () => {
  const headers = {
    'content-type': 'application/json',
    'content-length': '200000000',
    'accept-language': 'en',
    authorization: `Bearer ${world.tokens.consul}`,
  }
  const answer = await new Promise<{ status?: number; body: string }>((resolve, reject) => {
    const sending = request(
      `${world.base}/api/tracing/plan-import`,
      { method: 'POST', headers },
      async (response) => {
        resolve({ status: response.statusCode, body: await text(response) })
        sending.destroy()
      },
    )
    sending.on('error', reject)
    sending.write('{"operation":"')
  })
  expect(answer.status).toBe(413)
  expect(JSON.parse(answer.body)).toMatchObject({
    kind: 'refusal',
    code: 'file-too-large',
    sentence: expect.stringContaining('24 MB'),
  })
})

test('read tables drawn anew from the log are the same, after all that happened above', async () => {
  const before = await readTables(world)
  await rebuild(world.house)
  expect(await readTables(world)).toEqual(before)
})
