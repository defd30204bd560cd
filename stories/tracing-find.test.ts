import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Description } from '../app/src/casefile/model.ts'
import { makeAccount } from '../app/src/casefile/session.ts'
import { slipsOf } from '../app/src/tracing/finding/asked.ts'
import { openFinder } from '../app/src/tracing/finding/finder.ts'
import { openTestHouse, type TestHouse } from './house.ts'

let world: TestHouse
let operation: string
let elsewhere: string
const now = new Date('2026-05-15T08:00:00Z')
const ids: Record<string, string> = {}

const described = (names: Description['names'], more: Partial<Description> = {}): Description => ({
  ...{ names, sex: 'female', birth: { earliest: 2019, latest: 2019 } },
  ...more,
})

async function newOperation(name: string): Promise<string> {
  const description = {
    ...{ names: { en: name }, from: 'IQ', to: 'KZ', corridor: 'IQ-KZ' },
    ...{ flightAt: '2026-11-27T06:00:00Z', takesRequests: true },
  }
  return (await world.as('coordinator')('casefile', 'describeOperation', { description })).id
}

const add = async (operation: string, description: Description, kind: 'child' | 'relative' = 'child') =>
  (await world.as('coordinator')('casefile', 'describePerson', { kind, operation, description })).id

const find = async (text: string, as = world.as('coordinator')) => {
  const { groups, nothing } = await as('tracing', 'find', { text })
  return { nothing, groups, people: groups.flatMap((group) => group.people) }
}
const found = async (text: string, as?: ReturnType<TestHouse['as']>) =>
  (await find(text, as)).people.map((one) => Object.keys(ids).find((name) => ids[name] === one.id) ?? one.id)

beforeAll(async () => {
  world = await openTestHouse({ now: () => now })
  operation = await newOperation('Rusafa')
  elsewhere = await newOperation('Zhussan')
  ids.aisha = await add(operation, described({ ar: 'عائشة أحمدوفا' }, { mother: { ru: 'Мадина Ахметова' } }))
  ids.aigerim = await add(
    operation,
    described({ kk: 'Әйгерім Серікқызы' }, { birth: { date: '2016-03-01' } }),
  )
  ids.bilal = await add(
    operation,
    described(
      { en: 'Bilal Karimov' },
      { sex: 'male', otherNames: ['Абу Юсуф'], birth: { earliest: 2018, latest: 2019 } },
    ),
  )
  ids.zarina = await add(elsewhere, described({ ru: 'Зарина Каримова' }, { birth: {} }), 'relative')
})
afterAll(() => {
  expect(world.faults).toEqual([])
  return world.close()
})

test.each([
  ['айша', 'aisha'],
  ['Aisha Akhmetova', 'aisha'],
  ['عائشه', 'aisha'],
  ['айша 2019', 'aisha'],
  ['Айгерим', 'aigerim'],
  ['aygerim', 'aigerim'],
  ['ايجريم', 'aigerim'],
  ['Bilal', 'bilal'],
  ['билал каримов', 'bilal'],
  ['Abu Yusuf', 'bilal'],
  ['Zarina', 'zarina'],
])('“%s” finds %s first', async (text, who) => {
  expect((await found(text))[0]).toBe(who)
})

test.each([
  ['Әйг', 'aigerim'],
  ['aig', 'aigerim'],
  ['айг', 'aigerim'],
  ['Серик', 'aigerim'],
  ['Мади', 'aisha'],
  ['عائ', 'aisha'],
  ['كري', 'bilal'],
  ['кари', 'bilal'],
])('“%s” is how a name of %s begins', async (text, who) => {
  expect(await found(text)).toContain(who)
})

test('a mother’s name finds her child, and says why; several things at once find who has all of them', async () => {
  const { people } = await find('Мадина')
  expect(people[0]).toMatchObject({ id: ids.aisha, why: [{ code: 'mother', text: 'Мадина Ахметова' }] })
  const both = (await find('айша мадина')).people[0]!
  expect(both.id).toBe(ids.aisha)
  expect(both.why.map((one) => one.code)).toEqual(['name', 'mother'])
  const { people: named } = await find('айша 2019')
  expect(named[0]!.why.map((one) => one.code)).toContain('born')
})

test('a year alone lists those born in it, the surest first', async () => {
  expect(await found('2019')).toEqual(['aisha', 'bilal'])
  expect(await found('٢٠١٦')).toEqual(['aigerim'])
})

test('what was found is grouped by operation, that of the best first', async () => {
  const { groups } = await find('Каримова Зарина')
  expect(groups[0]).toMatchObject({ operation: elsewhere, names: { en: 'Zhussan' } })
})

test('a request is found by its number, also mistyped, by who asks and by whom they ask for', async () => {
  const { number } = await world.as('anyone')('tracing', 'requestTracing', {
    operation,
    requester: { name: 'Күлпаш Ахметова', relation: 'әжесі', contact: '+7 701', language: 'kk' },
    sought: [{ name: 'Гүлнар Ахметова', sex: 'female', year: 2017, mother: 'Сәуле' }],
  } as never)
  const exact = await find(number)
  expect(exact.people).toMatchObject([{ kind: 'request', number, why: [{ code: 'number' }] }])
  const digits = number.replace(/\D/g, '')
  const wrong = `${digits.slice(0, 3)}${(Number(digits[3]) + 1) % 10}${digits.slice(4)}`
  for (const typed of [
    wrong,
    `s ${wrong.slice(0, 4)} ${wrong.slice(4)}`,
    digits.slice(0, 5) + digits.slice(6),
  ])
    expect((await find(typed)).people, typed).toContainEqual(
      expect.objectContaining({ number, why: [{ code: 'number-slip', text: number }] }),
    )
  expect((await find('Kulpash')).people[0]).toMatchObject({
    kind: 'request',
    number,
    why: [{ code: 'name' }],
  })
  const sought = (await find('Gulnar')).people[0]
  expect(sought).toMatchObject({
    number,
    names: { kk: 'Күлпаш Ахметова' },
    why: [{ code: 'sought', text: 'Гүлнар Ахметова' }],
  })
  // A lawyer reads no requests: not by name, not by number.
  expect((await find('Gulnar', world.as('lawyer'))).people.filter((one) => one.number)).toEqual([])
  expect((await find(number, world.as('lawyer'))).people).toEqual([])

  const { requests } = await world.as('coordinator')('tracing', 'listRequests', { operation })
  const { id } = requests.find((one) => one.number === number)!
  await world.as('coordinator')('tracing', 'acceptRequest', { request: id })
  const taken = (await find('Kulpash')).people.filter((one) => one.id === id)
  expect(taken).toMatchObject([{ kind: 'relative', number }])
})

test('only what the asker works on, and nothing of what they do not, not even that it pushed others out', async () => {
  const { owner } = world.house
  const actor = await makeAccount(owner, { name: 'Consul', profession: 'consul', language: 'en' })
  const other = world.withToken(await world.signIn(actor))
  expect((await find('Zarina', other)).people).toEqual([])
  await world.as('coordinator')('casefile', 'assign', {
    file: elsewhere,
    assignment: { actor, scope: 'operation' },
  })
  for (let n = 0; n < 130; n++) await add(operation, described({ ru: 'Зарина Каримова' }))
  expect(await found('Zarina', other)).toEqual(['zarina'])
  expect(await found('айша', other)).toEqual([])
}, 120_000)

test('what was just written is found by the next question, in any process; what was amended no longer by the old name', async () => {
  ids.new = await add(operation, described({ kk: 'Жанбота' }))
  expect((await found('Zhanbota'))[0]).toBe('new')
  // Another process has an index of its own.
  const another = openFinder(world.house)
  await another.ready()
  const wanted = { words: ['Жадыра'], years: [], scope: null, top: 5 }
  expect(await another.find(wanted)).toEqual([])
  await world.as('coordinator')('casefile', 'describePerson', {
    ...{ id: ids.new, kind: 'child', operation, description: described({ kk: 'Жадыра' }) },
  })
  expect((await another.find(wanted))?.map((one) => one.id)).toEqual([ids.new])
  expect(await found('Zhanbota')).not.toContain('new')
})

test('an older place in the log that is committed after a newer one is not missed', async () => {
  await find('Aisha')
  const { owner } = world.house
  const slow = await owner.startTransaction().execute()
  // A row changed in a transaction that is not done yet, with a smaller place than one that is.
  const draw = async () =>
    (
      await sql<{ n: number }>`select nextval(pg_get_serial_sequence('sandsage.events', 'seq')) as n`.execute(
        owner,
      )
    ).rows[0]!.n
  const [low, high] = [await draw(), await draw()]
  await sql`update people set names = '{"kk": "Қарлығаш"}', seq = ${low} where id = ${ids.aigerim}`.execute(
    slow,
  )
  await sql`update people set seq = ${high} where id = ${ids.bilal}`.execute(owner)
  expect(await found('Bilal')).toEqual(['bilal'])
  expect(await found('Қарлығаш')).not.toContain('aigerim')
  await slow.commit().execute()
  expect((await found('Karlygash'))[0]).toBe('aigerim')
})

test('joined into another file, a person is found by the names of both', async () => {
  ids.keep = await add(operation, described({ en: 'Sholpan Bekova' }))
  ids.other = await add(operation, described({ ru: 'Чулпан' }))
  const reason = 'The same birthmark.'
  await world.as('coordinator')('casefile', 'mergeFiles', { keep: ids.keep, other: ids.other, reason })
  const { people } = await find('Чулпан')
  expect(people[0]).toMatchObject({ id: ids.keep, names: { en: 'Sholpan Bekova' } })
  expect(people.map((one) => one.id)).not.toContain(ids.other)
})

test.each([
  ['', 'empty'],
  ['   \u202e\u200f ', 'empty'],
  ['😀😀😀', 'no-letters'],
  ['12', 'no-letters'],
  ['!!!', 'no-letters'],
  ['неизвестно', 'no-name'],
  ['غير معروف', 'no-name'],
])('“%s” asks for nobody and is told why', async (text, nothing) => {
  expect(await find(text)).toMatchObject({ nothing, people: [] })
})

test('any text is answered, and soon: a thousand letters, marks of direction, mixed scripts', async () => {
  expect((await found('\u202eайша\u202c'))[0]).toBe('aisha')
  const began = performance.now()
  for (const text of ['я'.repeat(10_000), 'Аbдуллаh '.repeat(1000), '1'.repeat(9999), '%_\\ \'";--'])
    expect((await find(text)).people.length).toBeLessThanOrEqual(20)
  expect(performance.now() - began).toBeLessThan(8000)
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (text) => {
      const answer = await find(text.replaceAll('\0', ''))
      expect(answer.people.every((one) => one.why.length > 0)).toBe(true)
    }),
    { numRuns: 25 },
  )
})

test('every mistyped number one slip away leads back', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 9_999_999 }),
      fc.nat(7),
      fc.integer({ min: 1, max: 9 }),
      (chance, at, by) => {
        const [digits] = slipsOf(String(chance).padStart(7, '0'))
        const wrong = [...digits!]
          .map((one, n) => (n === at ? String((Number(one) + by) % 10) : one))
          .join('')
        expect(slipsOf(wrong)).toContain(digits)
        expect(slipsOf(digits!.slice(0, at) + digits!.slice(at + 1))).toContain(digits)
        expect(slipsOf(`${digits!.slice(0, at)}7${digits!.slice(at)}`)).toContain(digits)
      },
    ),
  )
})
