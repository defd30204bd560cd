import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Description } from '../app/src/casefile/model.ts'
import { rebuild } from '../app/src/casefile/rebuild.ts'
import { projections } from '../app/src/opening.ts'
import { openTestHouse, type TestHouse } from './house.ts'

let world: TestHouse
let operation: string
const now = new Date('2026-05-15T08:00:00Z')
const reason = 'They were seen together in one room.'

beforeAll(async () => {
  world = await openTestHouse({ now: () => now })
})
afterAll(() => {
  expect(world.faults).toEqual([])
  return world.close()
})

const person = (names: Description['names'], more: Partial<Description> = {}): Description => ({
  ...{ names, sex: 'female', birth: { earliest: 2019, latest: 2019 } },
  ...more,
})
const add = async (description: Description, kind: 'child' | 'relative' = 'child') =>
  (await world.as('consul')('casefile', 'describePerson', { kind, operation, description })).id

async function newOperation(): Promise<string> {
  const description = {
    ...{ names: { en: 'Rusafa' }, from: 'IQ', to: 'KZ', corridor: 'IQ-KZ' },
    ...{ flightAt: '2026-11-27T06:00:00Z', takesRequests: true },
  }
  return (await world.as('coordinator')('casefile', 'describeOperation', { description })).id
}

/** Asks until everybody was compared, as the screen does. */
async function duplicates(kind: 'child' | 'relative' = 'child') {
  for (;;) {
    const answer = await world.as('coordinator')('tracing', 'findDuplicates', { operation, kind })
    if (answer.left === 0) return answer
  }
}
const pairs = async (kind?: 'child' | 'relative') =>
  (await duplicates(kind)).pairs.map(({ a, b }) => [a.id, b.id].sort())

const allRows = async () =>
  Promise.all(
    projections.map(async ({ table }) => {
      const { rows } = await sql<{
        row: string
      }>`select to_jsonb(t)::text as row from ${sql.id(table)} t order by 1`.execute(world.house.owner)
      return { table, rows }
    }),
  )

test('a child written down twice, in two scripts, is suggested with what agrees and differs; nobody else is', async () => {
  operation = await newOperation()
  const inArabic = await add(
    person(
      { ar: 'عائشة أحمدوفا' },
      { mother: { ar: 'مدينة أحمدوفا' }, place: 'بغداد', languages: ['kk', 'ar'] },
    ),
  )
  const inRussian = await add(
    person({ ru: 'Айша Ахметова' }, { mother: { ru: 'Мадина Ахметова' }, place: 'Мосул' }),
  )
  for (const ru of ['Зарина Каримова', 'Гульмира Сатыбалдиева', 'Динара Жумабаева']) await add(person({ ru }))
  expect(await pairs()).toEqual([[inArabic, inRussian].sort()])
  const [pair] = (await duplicates()).pairs
  const speaks = Object.fromEntries(pair!.fields.map(({ field, speaks }) => [field, speaks]))
  expect(speaks).toMatchObject({ names: 'for', mother: 'for' })
  expect(pair!.reasons.length).toBeGreaterThan(2)
  expect([pair!.a, pair!.b].map((side) => side.by)).toEqual(['The consul', 'The consul'])
})

test('before a child is written down the most alike are shown with reasons, and nobody for a stranger', async () => {
  const ask = (description: Description) =>
    world.as('consul')('tracing', 'findAlike', { operation, kind: 'child', description })
  const { alike } = await ask(person({ en: 'Aisha Akhmetova' }, { mother: { en: 'Madina' } }))
  expect(alike).toHaveLength(2)
  expect(alike[0]!.reasons.some((one) => one.speaks === 'for')).toBe(true)
  expect(await ask(person({ en: 'Svetlana Petrova' }))).toEqual({ alike: [] })
})

test('sisters are not pushed into one: what speaks for siblings is said', async () => {
  operation = await newOperation()
  const mother = { mother: { ru: 'Зарина Каримова' }, birth: { date: '2019-03-04' } }
  await add(person({ ru: 'Фатима Каримова' }, mother))
  await add(person({ ru: 'Амина Каримова' }, mother))
  const again = await add(
    person({ en: 'Fatima Karimova' }, { mother: { en: 'Zarina Karimova' }, birth: { date: '2019-03-04' } }),
  )
  const { pairs } = await duplicates()
  expect(pairs.length).toBeGreaterThan(1)
  // The one name written twice comes before the two names of one family.
  expect([pairs[0]!.a.id, pairs[0]!.b.id]).toContain(again)
  expect(pairs[0]!.siblings).not.toContain('twins')
  expect(pairs.at(-1)!.siblings).toContain('twins')
  expect(pairs.at(-1)!.fields).toContainEqual({ field: 'names', speaks: 'against' })
})

test('told apart with a reason, a pair is not suggested again, in either file; taken back, it is', async () => {
  operation = await newOperation()
  const [a, b] = [await add(person({ ru: 'Айша Ахметова' })), await add(person({ ru: 'Айша Ахметова' }))]
  expect(await pairs()).toEqual([[a, b].sort()])
  const coordinator = world.as('coordinator')
  const decide = () => coordinator('tracing', 'tellApart', { a, b, reason })
  const both = await Promise.allSettled([decide(), decide()])
  expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await pairs()).toEqual([])
  expect((await coordinator('tracing', 'listApart', { operation })).pairs).toMatchObject([
    { reason, who: 'The coordinator' },
  ])
  await coordinator('tracing', 'doubtApart', { a: b, b: a, reason: 'Only one was ever seen.' })
  expect(await pairs()).toEqual([[a, b].sort()])
  await expect(coordinator('tracing', 'doubtApart', { a, b, reason })).rejects.toMatchObject({
    no: { code: 'not-apart' },
  })
})

test('a third file joined with one of two who were told apart stays apart from the other, until it is parted', async () => {
  operation = await newOperation()
  const ids: string[] = []
  for (let n = 0; n < 3; n++) ids.push(await add(person({ ru: 'Айша Ахметова' })))
  const [a, b, c] = ids as [string, string, string]
  const coordinator = world.as('coordinator')
  await coordinator('tracing', 'tellApart', { a, b, reason })
  expect((await pairs()).length).toBe(2)
  await coordinator('casefile', 'mergeFiles', { keep: c, other: a, reason })
  expect(await pairs()).toEqual([])
  const joined = await allRows()
  await rebuild(world.house)
  expect(await allRows()).toEqual(joined)
  await coordinator('casefile', 'unmergeFile', { other: a, reason })
  expect((await pairs()).length).toBe(2)
})

test('somebody who looked at an older state decides nothing', async () => {
  operation = await newOperation()
  const [a, b] = [await add(person({ ru: 'Айша Ахметова' })), await add(person({ ru: 'Айша Ахметова' }))]
  const [pair] = (await duplicates()).pairs
  await world.as('consul')('casefile', 'describePerson', {
    ...{ id: a, kind: 'child', operation, description: person({ ru: 'Айша Касымова' }) },
  })
  const seen = pair!.version
  await expect(world.as('coordinator')('tracing', 'tellApart', { a, b, reason, seen })).rejects.toMatchObject(
    {
      no: { code: 'file-changed' },
    },
  )
  await expect(
    world.as('coordinator')('casefile', 'mergeFiles', { keep: a, other: b, reason, seen }),
  ).rejects.toMatchObject({ no: { code: 'file-changed' } })
})

test('relatives are compared with relatives', async () => {
  operation = await newOperation()
  const adult = (names: Description['names']) => person(names, { birth: { earliest: 1960, latest: 1960 } })
  const [a, b] = [
    await add(adult({ kk: 'Күлпаш Ахметова' }), 'relative'),
    await add(adult({ ru: 'Кульпаш Ахметова' }), 'relative'),
  ]
  await add(person({ ru: 'Кульпаш Ахметова' }))
  expect(await pairs('relative')).toEqual([[a, b].sort()])
})
