import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rebuild } from '../app/src/casefile/rebuild.ts'
import { openTestHouse, type TestHouse } from './house.ts'
import { readTables } from './tracing-tables.ts'

let world: TestHouse
const now = new Date('2026-05-15T08:00:00Z')
const grandmother = { name: 'Күлпаш Ахметова', relation: 'әжесі', contact: '+7 701', language: 'kk' as const }
const aisha = { name: 'Айша Ахметова', sex: 'female' as const, year: 2019, mother: 'Мадина Ахметова' }
const born = { earliest: 2019, latest: 2020 }
const listed = {
  names: { ar: 'عائشة أحمدوفا' },
  sex: 'female' as const,
  birth: born,
  mother: { ar: 'مدينة أحمدوفا' },
}
const brother = {
  ...listed,
  names: { ar: 'بلال أحمدوف' },
  sex: 'male' as const,
  birth: { earliest: 2016, latest: 2016 },
}

beforeAll(async () => {
  world = await openTestHouse({ now: () => now })
})
afterAll(() => {
  expect(world.faults).toEqual([])
  return world.close()
})

async function newOperation(): Promise<string> {
  const description = {
    ...{ names: { en: 'Rusafa' }, from: 'IQ', to: 'KZ', corridor: 'IQ-KZ' },
    ...{ flightAt: '2026-11-27T06:00:00Z', takesRequests: true },
  }
  return (await world.as('coordinator')('casefile', 'describeOperation', { description })).id
}

const describe = async (
  operation: string,
  kind: 'child' | 'relative',
  description: object,
): Promise<string> =>
  (await world.as('coordinator')('casefile', 'describePerson', { kind, operation, description } as never)).id

async function ask(operation: string, sought: object, requester: object = grandmother): Promise<string> {
  const coordinator = world.as('coordinator')
  const { number } = await world.as('anyone')('tracing', 'requestTracing', {
    ...{ operation, requester, sought: [sought] },
  } as never)
  const { requests } = await coordinator('tracing', 'listRequests', { operation })
  const { id } = requests.find((one) => one.number === number)!
  await coordinator('tracing', 'acceptRequest', { request: id })
  return id
}

const list = (operation: string) => world.as('coordinator')('tracing', 'listCandidates', { operation })

test('a card says what speaks for and against, what it comes to and on what that rests; a brother is told apart', async () => {
  const operation = await newOperation()
  const [child, sibling] = [
    await describe(operation, 'child', listed),
    await describe(operation, 'child', brother),
  ]
  await ask(operation, aisha)
  const { candidates, unlisted, waiting } = await list(operation)
  expect([unlisted, waiting]).toEqual([null, candidates.length])
  const own = candidates.find((one) => one.child === child)!
  expect(candidates[0]).toEqual(own)
  expect(own.reasons.reduce((sum, one) => sum + one.log10LR, 0)).toBeCloseTo(own.log10LR, 9)
  expect(own.sibling).toBeNull()
  expect(own.total).toMatch(
    /^Of .* such pairs .* if as many again as are on the lists \(2\) are on no list yet\.$/,
  )
  expect(own.unknown).toContain('marks')
  const other = candidates.find((one) => one.child === sibling)
  if (other) expect(other.sibling).toMatch(/brother or sister/)
  expect(JSON.stringify(candidates)).not.toMatch(/\d\s?%/)
})

test('how many are believed missing is said by the desk, changes the total and can be taken back', async () => {
  const operation = await newOperation()
  await describe(operation, 'child', listed)
  await ask(operation, aisha)
  const expectUnlisted = (unlisted: number | null) =>
    world.as('consul')('tracing', 'expectUnlisted', { operation, unlisted })
  await expectUnlisted(0)
  const all = await list(operation)
  expect(all.unlisted).toBe(0)
  expect(all.candidates[0]!.total).toContain('if everybody asked for is on the lists (1)')
  await expectUnlisted(100_000)
  expect((await list(operation)).candidates[0]!.total).toMatch(/100,000 more are on no list yet/)
  await expectUnlisted(null)
  expect((await list(operation)).unlisted).toBeNull()
  await expect(expectUnlisted(-1)).rejects.toMatchObject({ no: { kind: 'invalid' } })
})

test('a rejected pair is not offered again, and stays to be seen with who and why', async () => {
  const operation = await newOperation()
  const child = await describe(operation, 'child', listed)
  const relative = await ask(operation, aisha)
  const pair = { child, relative, sought: 0 }
  const reason = 'The grandmother says it is another girl.'
  await world.as('consul')('tracing', 'decideCandidate', { ...pair, choice: 'rejected', reason })
  const { candidates, rejected } = await list(operation)
  expect(candidates).toEqual([])
  expect(rejected).toMatchObject([{ ...pair, reason, who: 'The consul' }])
})

test('a decision on one request of a search shows for the other', async () => {
  const operation = await newOperation()
  const child = await describe(operation, 'child', listed)
  const [one, other] = [
    await ask(operation, aisha),
    await ask(operation, aisha, { ...grandmother, name: 'Сәуле' }),
  ]
  const coordinator = world.as('coordinator')
  expect((await list(operation)).candidates).toHaveLength(2)
  await coordinator('tracing', 'joinSearches', {
    ...{
      a: { relative: one, sought: 0 },
      b: { relative: other, sought: 0 },
      reason: 'Two grandmothers of one girl.',
    },
  })
  const { candidates } = await list(operation)
  expect(candidates).toHaveLength(1)
  const decide = (relative: string, choice: 'confirmed' | 'rejected') =>
    coordinator('tracing', 'decideCandidate', {
      child,
      relative,
      sought: 0,
      choice,
      reason: 'The same aunt.',
    })
  await decide(one, 'confirmed')
  expect((await list(operation)).candidates).toEqual([])
  await expect(decide(other, 'rejected')).rejects.toMatchObject({ no: { code: 'already-confirmed' } })
})

test('an adult asked for is looked for among adults, not the one who asks, and stands nowhere on the path home', async () => {
  const operation = await newOperation()
  await describe(operation, 'child', { ...listed, names: { ru: 'Мадина Ахметова' } })
  const mother = await describe(operation, 'relative', {
    ...{ names: { en: 'Madina Akhmetova' }, sex: 'female', birth: { earliest: 1995, latest: 1995 } },
  })
  const sought = { name: 'Мадина Ахметова', sex: 'female', kind: 'relative', year: 1995 }
  const relative = await ask(operation, sought, { ...grandmother, name: 'Мадина Ахметова' })
  const { candidates, children } = await list(operation)
  expect(candidates.map((one) => one.child)).toEqual([mother])
  const pair = { child: mother, relative, sought: 0, reason: 'Her sister.' }
  await world.as('coordinator')('tracing', 'decideCandidate', { ...pair, choice: 'confirmed' })
  const after = await list(operation)
  expect(after).toMatchObject({ children, withFamily: 0, confirmed: [{ child: mother, relative }] })
  const { rows } = await sql`select 1 from steps where child = ${mother}`.execute(world.house.owner)
  expect(rows).toEqual([])
  const tables = await readTables(world)
  await rebuild(world.house)
  expect(await readTables(world)).toEqual(tables)
})

test('a child is not decided on where an adult is asked for, nor anybody on themselves', async () => {
  const operation = await newOperation()
  const child = await describe(operation, 'child', listed)
  const relative = await ask(operation, { name: 'Мадина', sex: 'female', kind: 'relative' })
  const decide = (who: string) =>
    world.as('coordinator')('tracing', 'decideCandidate', {
      ...{ child: who, relative, sought: 0, choice: 'confirmed' as const, reason: 'It is.' },
    })
  await expect(decide(child)).rejects.toMatchObject({ no: { code: 'not-a-relative' } })
  await expect(decide(relative)).rejects.toMatchObject({ no: { code: 'asks-themselves' } })
})

test('a child whose file is set aside is not offered', async () => {
  const operation = await newOperation()
  const [child, same] = [
    await describe(operation, 'child', listed),
    await describe(operation, 'child', listed),
  ]
  await ask(operation, aisha)
  expect((await list(operation)).candidates.map((one) => one.child).sort()).toEqual([child, same].sort())
  const merge = { keep: child, other: same, reason: 'The same row twice.' }
  await world.as('coordinator')('casefile', 'mergeFiles', merge as never)
  expect((await list(operation)).candidates.map((one) => one.child)).toEqual([child])
})
