import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rebuild } from '../app/src/casefile/rebuild.ts'
import { openTestHouse, type TestHouse } from './house.ts'
import {
  aisha,
  aishaInArabic,
  ask,
  bringChild,
  grandmother,
  newOperation,
  refusedAs,
  takeUp,
  uncle,
} from './tracing-world.ts'

let world: TestHouse
const now = () => new Date('2026-05-15T08:00:00Z')
const reason = 'Both name the same aunt.'

beforeAll(async () => {
  world = await openTestHouse({ now })
})
afterAll(() => {
  expect(world.faults).toEqual([])
  return world.close()
})

/** Two people ask for one child, each in their own letters. */
async function twoAsk() {
  const operation = await newOperation(world)
  const first = await ask(world, operation, grandmother, aisha)
  const second = await ask(world, operation, uncle, aishaInArabic)
  await takeUp(world, first.request, second.request)
  const places = {
    a: { relative: first.request, sought: 0 },
    b: { relative: second.request, sought: 0 },
  }
  return { operation, first, second, places }
}

async function proposals(operation: string) {
  return (await world.as('coordinator')('tracing', 'proposeSearches', { operation })).proposals
}

async function tables() {
  const rows = ['tracing_links', 'tracing_searches', 'tracing_requests', 'tracing_pace'].map((table) =>
    sql`select * from ${sql.id(table)} t order by t::text`.execute(world.house.owner),
  )
  return (await Promise.all(rows)).map((answer) => answer.rows)
}

test('two requests for one child are proposed with what agrees, joined with a reason, and a decision shows for both', async () => {
  const { operation, first, second, places } = await twoAsk()
  const coordinator = world.as('coordinator')
  const [proposal] = await proposals(operation)
  expect([proposal!.a.number, proposal!.b.number].sort()).toEqual([first.number, second.number].sort())
  expect(proposal!.alike.filter((one) => one.speaks === 'for').map((one) => one.about)).toContain('given')

  await coordinator('tracing', 'joinSearches', { ...places, reason })
  expect(await proposals(operation)).toEqual([])
  const child = await bringChild(world, operation, 'Aisha Akhmetova', '6', 'f', 'Madina Akhmetova')
  const pair = { child, relative: first.request, sought: 0 }
  await coordinator('tracing', 'decideCandidate', { ...pair, choice: 'confirmed', reason })

  for (const { request, number, secret } of [first, second]) {
    const file = await coordinator('tracing', 'getRequest', { request })
    expect(file).toMatchObject({ stage: 'contact', found: [{ child, sought: 0, who: 'The coordinator' }] })
    expect(file.search[0]!.others).toHaveLength(1)
    expect((await world.as('anyone')('tracing', 'seeStage', { number, secret })).stage).toBe('contact')
  }

  await coordinator('tracing', 'partSearches', { ...places, reason: 'It was another aunt.' })
  const alone = await coordinator('tracing', 'getRequest', { request: second.request })
  expect(alone).toMatchObject({ stage: 'searching', found: [], search: [{ others: [] }] })
  expect((await world.as('anyone')('tracing', 'seeStage', second)).stage).toBe('searching')
  expect((await world.as('anyone')('tracing', 'seeStage', first)).stage).toBe('contact')
})

test('a rejected proposal is remembered with who and when, and made again when that is taken back', async () => {
  const { operation, first, places } = await twoAsk()
  const consul = world.as('consul')
  await consul('tracing', 'keepSearchesApart', { ...places, reason: 'Different villages.' })
  expect(await proposals(operation)).toEqual([])
  const { links } = await consul('tracing', 'getRequest', { request: first.request })
  expect(links).toMatchObject([{ state: 'apart', who: 'The consul', at: now().toISOString() }])
  await expect(consul('tracing', 'joinSearches', { ...places, reason })).rejects.toMatchObject(
    refusedAs('two-people-already'),
  )
  await consul('tracing', 'partSearches', { ...places, reason })
  expect(await proposals(operation)).toHaveLength(1)
})

test('two who join at once get one join and one refusal; parting nothing is refused', async () => {
  const { places } = await twoAsk()
  const join = (who: 'coordinator' | 'consul') =>
    world.as(who)('tracing', 'joinSearches', { ...places, reason })
  const outcomes = await Promise.allSettled([join('coordinator'), join('consul')])
  expect(outcomes.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  const rejected = outcomes.find((one) => one.status === 'rejected') as PromiseRejectedResult
  expect(rejected.reason).toMatchObject(refusedAs('one-search-already'))
  const part = () => world.as('consul')('tracing', 'partSearches', { ...places, reason })
  await part()
  await expect(part()).rejects.toMatchObject(refusedAs('nothing-between'))
})

test('two children of one request never become one, not even through another request', async () => {
  const operation = await newOperation(world)
  const family = await ask(world, operation, grandmother, aisha, { ...aisha, name: 'Айша (кіші)' })
  const other = await ask(world, operation, uncle, aishaInArabic)
  await takeUp(world, family.request, other.request)
  const place = (relative: string, sought: number) => ({ relative, sought })
  const join = (a: object, b: object) =>
    world.as('coordinator')('tracing', 'joinSearches', { a, b, reason } as never)
  await expect(join(place(family.request, 0), place(family.request, 1))).rejects.toMatchObject(
    refusedAs('one-request-two-people'),
  )
  await join(place(family.request, 0), place(other.request, 0))
  await expect(join(place(other.request, 0), place(family.request, 1))).rejects.toMatchObject(
    refusedAs('one-request-two-people'),
  )
})

test('requests of two operations are not joined, nor one that nobody has read', async () => {
  const [one, other] = [await twoAsk(), await twoAsk()]
  const join = (a: object, b: object) =>
    world.as('coordinator')('tracing', 'joinSearches', { a, b, reason } as never)
  await expect(join(one.places.a, other.places.b)).rejects.toMatchObject(refusedAs('not-one-operation'))
  const unread = await ask(world, one.operation, uncle, aisha)
  await expect(join(one.places.a, { relative: unread.request, sought: 0 })).rejects.toMatchObject(
    refusedAs('request-not-open'),
  )
})

test('the log says of a join places alone, and the reason is sealed in both files', async () => {
  const { places } = await twoAsk()
  await world.as('coordinator')('tracing', 'joinSearches', { ...places, reason })
  const { rows } = await sql<{ type: string; open: object | null; about: string[] }>`
    select type, open, about from events where about && ${[places.a.relative]}::uuid[] and type like 'tracing.%oin%'
      or type = 'tracing.searchReasoned' and about && ${[places.a.relative, places.b.relative]}::uuid[] order by seq`.execute(
    world.house.owner,
  )
  expect(rows.map(({ type, open }) => [type, open])).toEqual([
    ['tracing.joined', { first: 0, second: 0 }],
    ['tracing.searchReasoned', null],
    ['tracing.searchReasoned', null],
  ])
  expect(
    rows
      .slice(1)
      .map((row) => row.about[0])
      .sort(),
  ).toEqual([places.a.relative, places.b.relative].sort())
})

test('the family of a child: who asks, whom they name, what was confirmed, in one drawing for both requests', async () => {
  const { operation, first, second, places } = await twoAsk()
  const coordinator = world.as('coordinator')
  await coordinator('tracing', 'joinSearches', { ...places, reason })
  const child = await bringChild(world, operation, 'Aisha Akhmetova', '6', 'f', 'Madina Akhmetova')
  const pair = { child, relative: first.request, sought: 0 }
  await coordinator('tracing', 'decideCandidate', { ...pair, choice: 'confirmed', reason })
  const drawn = await coordinator('tracing', 'familyGraph', { file: child })
  expect(await coordinator('tracing', 'familyGraph', { file: second.request })).toEqual(drawn)
  const files = drawn.people.flatMap((one) => one.file ?? [])
  expect(files.sort()).toEqual([child, first.request, second.request].sort())
  expect(drawn.people.filter((one) => one.kind === 'mother')).toHaveLength(1)
  const asks = drawn.links.filter((one) => one.role === 'asks')
  expect(asks.map((one) => [one.to, one.confirmed?.who])).toEqual(
    asks.map(() => [`child ${child}`, 'The coordinator']),
  )
})

test('read tables drawn anew from the log are the same', async () => {
  const before = await tables()
  expect(before.slice(0, 3).every((rows) => rows.length > 0)).toBe(true)
  await rebuild(world.house)
  expect(await tables()).toEqual(before)
})
