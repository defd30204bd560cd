import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { rebuild } from '../app/src/casefile/rebuild.ts'
import { openOperation, openTypedFamily } from './evidence-world.ts'
import { openTestHouse, type TestHouse } from './house.ts'

const cli = fileURLToPath(new URL('../app/src/cli.ts', import.meta.url))
const parameters = { table: 'nist1036-caucasian', theta: 0 }
const refused = (code: string) => ({ no: { kind: 'refusal', code } })

let world: TestHouse
let operation: string
let data: string
type Family = Awaited<ReturnType<typeof openTypedFamily>>
const families: Family[] = []

beforeAll(async () => {
  world = await openTestHouse({ now: () => new Date('2026-11-20T10:00:00Z') })
  data = mkdtempSync(join(tmpdir(), 'sandsage-work-'))
  chmodSync(data, 0o755)
  // The worker has the key of this house, as one on another machine would.
  writeFileSync(join(data, 'master.key'), world.house.master)
  operation = await openOperation(world)
  for (const [surname, seed] of [
    ['Saparova', 11],
    ['Omarova', 12],
  ] as const)
    families.push(await openTypedFamily(world, operation, surname, seed))
})
const workers = new Set<ChildProcess>()
const said: string[] = []
afterEach(() => {
  for (const worker of workers) worker.kill('SIGKILL')
})
afterAll(async () => {
  await world.close()
  rmSync(data, { recursive: true, force: true })
})

/** A process that only works, as on another machine: it has the database, the key, and nothing else. */
function startWorker() {
  const worker = spawn(process.execPath, [cli, 'work'], {
    env: { ...process.env, SANDSAGE_DATA: data, DATABASE_URL: world.url },
  })
  workers.add(worker)
  for (const stream of [worker.stdout, worker.stderr]) stream.on('data', (part) => said.push(String(part)))
  worker.on('exit', () => workers.delete(worker))
  return worker
}

async function until<T>(find: () => Promise<T | undefined | false>, seconds = 30): Promise<T> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; ) {
    const found = await find()
    if (found) return found
    await new Promise((resolve) => setTimeout(resolve, 150))
  }
  throw new Error(`it did not come; the workers said: ${said.join('')}`)
}

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
  const first = startWorker()
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

  startWorker()
  startWorker()
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
