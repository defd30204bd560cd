import { afterAll, beforeAll, expect, test } from 'vitest'
import { toSentFile } from '../app/src/casefile/operation.ts'
import { rebuild } from '../app/src/casefile/rebuild.ts'
import { openTestHouse, type TestHouse } from './house.ts'
import { readTables } from './tracing-tables.ts'

let world: TestHouse
let operation: string
const now = new Date('2026-05-15T08:00:00Z')

beforeAll(async () => {
  world = await openTestHouse({ now: () => now })
})
afterAll(() => {
  expect(world.faults).toEqual([])
  return world.close()
})

async function newOperation(): Promise<string> {
  const description = {
    names: { en: 'Rusafa' },
    from: 'IQ',
    to: 'KZ',
    corridor: 'IQ-KZ',
    flightAt: '2026-11-27T06:00:00Z',
    takesRequests: true,
  }
  return (await world.as('coordinator')('casefile', 'describeOperation', { description })).id
}

const grandmother = {
  name: 'Күлпаш Ахметова',
  relation: 'анасының шешесі',
  contact: '+7 701 000 00 00',
  language: 'kk' as const,
  place: 'Атырау',
}
const aisha = {
  name: 'Айша Ахметова',
  sex: 'female' as const,
  age: 6,
  mother: 'Мадина Ахметова',
  place: 'Багдад',
}
const uncle = { name: 'يوسف كريموف', relation: 'الخال', contact: 'واتساب ٠٧٧٠', language: 'ar' as const }
const bilal = { name: 'بلال كريموف', sex: 'male' as const, year: 2018, mother: 'زرينة' }

const list = toSentFile(
  'list.csv',
  [
    'الاسم;العمر;الجنس;اسم الأم;المكان;مع من;اللغات',
    'عائشة أحمدوفا;٦ سنوات;أنثى;مدينة أحمدوفا;بغداد;مع خالتها;الكازاخية، العربية',
    'Bilal Karimov;about 8;boy;Zarina;Baghdad;;',
    'Старик Старый;140;м;;;;',
    ';5;f;;;;',
    'Жанна Иванова;27.11.2031;ж;;;;',
  ].join('\n'),
)

async function ask(requester: object, sought: object): Promise<string> {
  const anyone = world.as('anyone')
  const { number, secret } = await anyone('tracing', 'requestTracing', {
    operation,
    requester,
    sought: [sought],
  } as never)
  expect(number).toMatch(/^S-\d{4}-\d{4}$/)
  expect((await anyone('tracing', 'seeStage', { number, secret })).stage).toBe('received')
  const { requests } = await world.as('coordinator')('tracing', 'listRequests', { operation })
  return requests.find((one) => one.number === number)!.id
}

async function importList(): Promise<void> {
  const consul = world.as('consul')
  const plan = await consul('tracing', 'planImport', { operation, file: list })
  const leaveOut = plan.rows.filter((row) => row.state === 'bad').map((row) => row.row)
  await consul('tracing', 'acceptImport', { operation, file: list, sha256: plan.sha256, leaveOut })
}

test('from a request in Kazakh and one in Arabic letters, over a list, to a confirmed candidate', async () => {
  operation = await newOperation()
  const relative = await ask(grandmother, aisha)
  const second = await ask(uncle, bilal)
  const coordinator = world.as('coordinator')
  await importList()
  expect((await coordinator('tracing', 'listCandidates', { operation })).candidates).toEqual([])
  for (const request of [relative, second]) await coordinator('tracing', 'acceptRequest', { request })

  const before = await coordinator('tracing', 'listCandidates', { operation })
  expect(before).toMatchObject({ children: 2, withFamily: 0, unread: 0 })
  expect(before.candidates.map((one) => one.relative).sort()).toEqual([relative, second].sort())
  const candidate = before.candidates.find((one) => one.relative === relative)!
  expect(candidate.listed.names.ar).toBe('عائشة أحمدوفا')
  expect(candidate.with).toBe('مع خالتها')
  const sentences = candidate.reasons.map((reason) => reason.sentence)
  expect(sentences).toContain('The age fits')
  expect(sentences.join(' ')).not.toMatch(/match|\d\.\d/i)

  const pair = { child: candidate.child, relative, sought: 0 }
  await coordinator('tracing', 'decideCandidate', {
    ...pair,
    choice: 'confirmed',
    reason: 'Both name the same aunt.',
    seen: candidate.version,
  })
  const after = await coordinator('tracing', 'listCandidates', { operation })
  expect(after).toMatchObject({ withFamily: 1, confirmed: [{ ...pair, who: 'The coordinator' }] })
  expect(after.candidates.map((one) => one.relative)).toEqual([second])
  const { children } = await coordinator('casefile', 'home', { operation })
  const step = (id: string) =>
    children.find((child) => child.id === id)!.steps.find((one) => one.station === 'tracing')
  expect(step(candidate.child)).toMatchObject({ state: 'done', waitsFor: null })
  expect(step(after.candidates[0]!.child)).toMatchObject({ state: 'waiting', waitsFor: 'family' })
})

test('read tables drawn anew from the log are the same', async () => {
  const before = await readTables(world)
  expect(before.every((rows) => rows.length > 0)).toBe(true)
  await rebuild(world.house)
  expect(await readTables(world)).toEqual(before)
})
