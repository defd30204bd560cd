import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { roleOf } from '../app/src/casefile/access.ts'
import { openContext } from '../app/src/casefile/context.ts'
import { toSentFile } from '../app/src/casefile/operation.ts'
import { rebuild } from '../app/src/casefile/rebuild.ts'
import { asActor } from '../app/src/platform/database.ts'
import { importTask } from '../app/src/tracing/importing/work.ts'
import { openTestHouse, type TestHouse } from './house.ts'
import { importTables } from './tracing-tables.ts'
import { openWorkers } from './workers.ts'

const ROWS = 450

let world: TestHouse
let operation: string
let workers: ReturnType<typeof openWorkers>
beforeAll(async () => {
  world = await openTestHouse({ now: () => new Date('2026-05-15T08:00:00Z') })
  workers = openWorkers(world)
  const description = {
    ...{ names: { en: 'Rusafa' }, from: 'IQ', to: 'KZ', corridor: 'IQ-KZ' },
    ...{ flightAt: '2026-11-27T06:00:00Z', takesRequests: true },
  }
  operation = (await world.as('coordinator')('casefile', 'describeOperation', { description })).id
})
afterEach(() => workers.kill())
afterAll(async () => {
  expect(world.faults).toEqual([])
  await world.close()
  workers.close()
})

const until = <T>(find: () => Promise<T | undefined | false>, seconds = 150): Promise<T> =>
  workers.until(find, seconds)

const consul = () => world.as('consul')
const look = (id: string) => consul()('tracing', 'getImport', { import: id })
const inState = (id: string, state: string) =>
  until(async () => {
    const found = await look(id)
    return found.state === state && found
  })
const letters = (at: number) =>
  [26 * 26, 26, 1].map((n) => String.fromCharCode(97 + (Math.floor(at / n) % 26))).join('')
const list = (place: string) =>
  toSentFile(
    'long.csv',
    [
      'ID;Name;Mother;Age;Place',
      ...Array.from(
        { length: ROWS },
        (_, at) => `${at};Child ${letters(at)};Mother ${letters(at)};${at % 17};${place}`,
      ),
    ].join('\n'),
  )

async function accept(place: string) {
  const file = list(place)
  const { sha256, digest } = await consul()('tracing', 'planImport', { operation, file })
  const answer = await consul()('tracing', 'acceptImport', { operation, file, sha256, digest })
  expect(answer.running).toBe(answer.rows > 200)
  return answer.import!
}
const children = async () =>
  (await consul()('casefile', 'listPeople', { operation, kind: 'child' })).people.length

test('a worker killed in the middle of a long list: another goes on, no child is lost and none is doubled', async () => {
  const id = await accept('Baghdad')
  await expect(accept('Mosul')).rejects.toMatchObject({ no: { code: 'import-running' } })
  const first = workers.start()
  await until(async () => (await look(id)).done >= 2)
  first.kill('SIGKILL')
  const between = await look(id)
  expect(between.state).toBe('taking')
  expect(await children()).toBe(between.added)
  // This process and another take the rest, the piece the dead one held among it.
  await world.house.jobs.take([importTask(world.house)])
  workers.start()
  const after = await inState(id, 'taken')
  expect([after.done, after.added, await children()]).toEqual([5, ROWS, ROWS])
  const { rows } = await sql<{ n: number; children: number }>`
    select count(*) as n, count(distinct about) as children from events where type = 'tracing.found'`.execute(
    world.house.owner,
  )
  expect(rows).toEqual([{ n: ROWS, children: ROWS }])
  // What was handed out is ids and numbers: these tables are not sealed.
  const { rows: leaked } =
    await sql`select 1 from jobs.job where data::text ~ 'Child|Mother|Baghdad'`.execute(world.house.owner)
  expect(leaked).toEqual([])
}, 300_000)

test('a correction of all rows, the whole of it taken back, and brought back', async () => {
  const place = async () => {
    const { people } = await consul()('casefile', 'listPeople', { operation, kind: 'child' })
    const { description } = await world.as('coordinator')('casefile', 'openFile', { file: people[5]!.id })
    return description!.place
  }
  const id = await accept('Mosul')
  expect(await inState(id, 'taken')).toMatchObject({ added: 0, changed: ROWS })
  expect([await place(), await children()]).toEqual(['Mosul', ROWS])
  expect(await world.as('coordinator')('tracing', 'undoImport', { import: id })).toMatchObject({
    running: true,
  })
  expect(await inState(id, 'undone')).toMatchObject({ waiting: 0 })
  expect([await place(), await children()]).toEqual(['Baghdad', ROWS])
  await world.as('coordinator')('tracing', 'redoImport', { import: id })
  await inState(id, 'taken')
  expect(await place()).toBe('Mosul')
}, 300_000)

test('cancelled, what was taken in stays, and what was not is taken in by bringing the list again', async () => {
  const id = await accept('Erbil')
  await consul()('tracing', 'cancelImport', { import: id })
  await expect(consul()('tracing', 'cancelImport', { import: id })).rejects.toMatchObject({
    no: { code: 'import-not-running' },
  })
  const cut = await look(id)
  expect(cut.state).toBe('cancelled')
  const again = await inState(await accept('Erbil'), 'taken')
  expect([cut.changed + again.changed, cut.added + again.added]).toEqual([ROWS, 0])
  expect(await look(id)).toMatchObject({ state: 'cancelled', changed: cut.changed })
  expect(await children()).toBe(ROWS)
}, 300_000)

test('what was kept of the rows until they were taken in is there no more, whatever became of the list', async () => {
  const { rows } = await sql<{ import: string; keys: number; destroyed: number }>`
    select p.about as import, (select count(*)::int from keystore.class_keys k where k.file = p.about and k.class = 'list') as keys,
      (select count(*)::int from keystore.class_keys k where k.file = p.about and k.class = 'list' and k.wrapped is null) as destroyed
    from papers p where p.class = 'list' group by p.about`.execute(world.house.owner)
  expect(rows.length).toBeGreaterThanOrEqual(3)
  for (const one of rows) expect([one.keys, one.destroyed], one.import).toEqual([1, 1])
  const papers = (
    await sql<{ id: string }>`select id from papers where class = 'list'`.execute(world.house.owner)
  ).rows
  const read = asActor(world.house.db, roleOf('consul'), world.accounts.consul, (tx) => {
    const actor = {
      id: world.accounts.consul,
      name: 'The consul',
      profession: 'consul',
      language: 'en',
    } as const
    return openContext(world.house, { actor, language: 'en', device: 'test' }, tx, false).readPaper(
      papers[0]!.id,
    )
  })
  await expect(read).rejects.toMatchObject({ code: 'paper-not-found' })
})

test('read tables drawn anew from the log are the same', async () => {
  const before = await importTables(world)
  await rebuild(world.house)
  expect(await importTables(world)).toEqual(before)
}, 300_000)
