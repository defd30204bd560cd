import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { rebuild } from '../app/src/casefile/rebuild.ts'
import { searchTask } from '../app/src/evidence/operations/search/pieces.ts'
import { openOperation, openTypedFamily } from './evidence-world.ts'
import { openTestHouse, type TestHouse } from './house.ts'
import { openWorkers } from './workers.ts'

const parameters = { table: 'nist1036-caucasian', theta: 0 }
const refused = (code: string) => ({ no: { kind: 'refusal', code } })

let world: TestHouse
let operation: string
let workers: ReturnType<typeof openWorkers>
type Family = Awaited<ReturnType<typeof openTypedFamily>>
const families: Family[] = []

beforeAll(async () => {
  world = await openTestHouse({ now: () => new Date('2026-11-20T10:00:00Z') })
  workers = openWorkers(world)
  operation = await openOperation(world)
  for (const [surname, seed] of [
    ['Saparova', 11],
    ['Omarova', 12],
  ] as const)
    families.push(await openTypedFamily(world, operation, surname, seed))
})
afterEach(() => workers.kill())
afterAll(async () => {
  await world.close()
  workers.close()
})

const until = <T>(find: () => Promise<T | undefined | false>, seconds = 30): Promise<T> =>
  workers.until(find, seconds)

const board = (search: string) => world.as('geneticist')('evidence', 'getSearch', { search })
const start = (size?: number) =>
  world.as('geneticist')('evidence', 'startSearch', { operation, parameters, size })
const finished = (search: string) =>
  until(async () => {
    const found = await board(search)
    return found.state === 'finished' && found
  })
const eventsIn = async (search: string) => {
  const { rows } = await sql<{ type: string; n: number }>`
    select type, count(*) as n from events where type like 'evidence.search%' and recorded_at >=
      (select recorded_at from events where about = array[${search}::uuid] and type = 'evidence.searchStarted')
    group by type`.execute(world.house.owner)
  return Object.fromEntries(rows.map((row) => [row.type, row.n]))
}

test('a worker killed in the middle of a piece: another one does it, nothing is lost or twice there', async () => {
  const { search, children, positions, pieces } = await start(1)
  expect([children, positions, pieces]).toEqual([4, 2, 4])
  // The file of the search is held, so the worker stands in the middle of a piece: computed, not written.
  const holder = new pg.Client({ connectionString: world.url })
  await holder.connect()
  await holder.query('begin')
  await holder.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [search])
  const first = workers.start()
  await until(async () => {
    const { rows } = await holder.query(
      `select 1 from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())`,
    )
    return rows.length > 0
  })
  first.kill('SIGKILL')
  await holder.query('rollback')
  await holder.end()
  await new Promise((resolve) => setTimeout(resolve, 500))
  const before = await board(search)
  expect(before).toMatchObject({ state: 'running', done: 0 })
  expect(before.children.every((child) => child.waiting)).toBe(true)

  workers.start()
  workers.start()
  const after = await finished(search)
  expect(after.done).toBe(5)
  expect(await eventsIn(search)).toEqual({
    'evidence.searchStarted': 1,
    'evidence.searched': 4,
    'evidence.searchPieceDone': 5,
    'evidence.searchedTogether': 4,
    'evidence.searchFinished': 1,
  })
  const { rows } = await sql<{
    n: number
  }>`select max(retry_count) as n from jobs.job where data->>'search' = ${search}`.execute(world.house.owner)
  expect(rows[0]!.n).toBeGreaterThan(0)
}, 120_000)

test('the true families come first, brothers and sisters are found, and all together say so exactly', async () => {
  await world.house.jobs.take([searchTask(world.house)])
  const { search } = await start()
  const found = await finished(search)
  for (const { ids, family } of families)
    for (const id of [ids.girl, ids.boy]) {
      const child = found.children.find((one) => one.id === id)!
      const columnOf = (position: string) => found.positions.find((one) => one.position === position)?.family
      expect(columnOf(child.cells[0]!.position)).toBe(family)
      expect(Number(child.cells[0]!.log10LR)).toBeGreaterThan(Number(child.cells[1]!.log10LR))
      const [best] = child.joint!.positions.toSorted((a, b) => b.probability - a.probability)
      expect(columnOf(best!.position)).toBe(family)
      const all = child.joint!.positions.reduce((sum, one) => sum + one.probability, child.joint!.nowhere)
      expect(all).toBeCloseTo(1, 9)
      expect(child.kin[0]!.other.id).toBe(id === ids.girl ? ids.boy : ids.girl)
    }
  expect(found.joint?.leftOut).toBe(0)

  const [first] = found.children
  const { position } = first!.cells[0]!
  const pair = await world.as('coordinator')('evidence', 'explainPair', {
    search,
    child: first!.id,
    position,
  })
  expect(pair.hypotheses.H1.find((one) => one.id === first!.id)?.mother).toBeTruthy()
  expect(pair.hypotheses.H2.find((one) => one.id === first!.id)?.mother).toBeNull()
  const sum = pair.cell.perLocus.reduce((total, { log10LR }) => total + Number(log10LR), 0)
  expect(sum).toBeCloseTo(Number(first!.cells[0]!.log10LR), 9)
}, 60_000)

test('nothing genetic is in clear: not in what is handed out, not in the read tables, not in open events', async () => {
  const { rows } = await sql<{ data: object }>`select distinct data from jobs.job`.execute(world.house.owner)
  for (const { data } of rows) expect(Object.keys(data).sort()).toEqual(['by', 'piece', 'search'])
  const open = await sql<{ open: unknown }>`
    select distinct open from events where type like 'evidence.search%' and open is not null`.execute(
    world.house.owner,
  )
  for (const one of open.rows)
    expect(Object.keys(one.open as object).filter((key) => key !== 'piece')).toEqual([])
  const tables = ['searches', 'search_pieces']
  const rowsOf = () =>
    Promise.all(
      tables.map((table) => sql`select * from ${sql.id(table)} order by 1, 2`.execute(world.house.owner)),
    )
  const before = (await rowsOf()).map((one) => one.rows)
  await rebuild(world.house)
  expect((await rowsOf()).map((one) => one.rows)).toEqual(before)
})

test('who withdraws consent leaves the search at once, and the family of a relative who withdraws', async () => {
  const { searches } = await world.as('coordinator')('evidence', 'listSearches', { operation })
  const { search } = searches[0]!
  const [family, other] = families
  const withdraw = (person: string) =>
    world.as('geneticist')('casefile', 'withdrawConsent', { person, purpose: 'dna', on: '2026-11-19' })
  await withdraw(family!.ids.girl)
  const once = await board(search)
  expect(once.children.map((child) => child.id)).not.toContain(family!.ids.girl)
  expect(once.leftOut).toContainEqual(
    expect.objectContaining({
      because: 'withdrawn',
      person: expect.objectContaining({ id: family!.ids.girl }),
    }),
  )
  expect(once.children.flatMap((child) => child.kin.map((kin) => kin.other.id))).not.toContain(
    family!.ids.girl,
  )
  await withdraw(other!.ids.aunt)
  const twice = await board(search)
  expect(twice.familiesLeft).toBe(1)
  expect(twice.positions.map((one) => one.family)).toEqual([family!.family])

  const again = await start()
  expect(again.leftOut).toContainEqual({ person: family!.ids.girl, because: 'no-consent' })
  const anew = await finished(again.search)
  expect(anew.positions).toHaveLength(2)
  expect(
    anew.positions.find((one) => one.family === other!.family)?.relatives.map((one) => one.id),
  ).not.toContain(other!.ids.aunt)
}, 60_000)

test('one search at a time; a cancelled one ends, keeps what it had, and takes no more', async () => {
  await world.house.jobs.close()
  const { search } = await start(1)
  await expect(start()).rejects.toMatchObject(refused('search-running'))
  await expect(world.as('lawyer')('evidence', 'cancelSearch', { search })).rejects.toMatchObject(
    refused('not-allowed'),
  )
  await world.as('coordinator')('evidence', 'cancelSearch', { search })
  await expect(world.as('geneticist')('evidence', 'cancelSearch', { search })).rejects.toMatchObject(
    refused('search-not-running'),
  )
  await world.house.jobs.take([searchTask(world.house)])
  const left = () =>
    sql<{
      n: number
    }>`select count(*) as n from jobs.job where state < 'completed' and data->>'search' = ${search}`.execute(
      world.house.owner,
    )
  await until(async () => (await left()).rows[0]!.n === 0)
  expect(await board(search)).toMatchObject({ state: 'cancelled', done: 0 })
}, 60_000)
