import { sql } from 'kysely'
import { closeGate, type Database, type Tx } from '../platform/database.ts'
import { sha256 } from '../platform/sealing.ts'
import type { House } from './house.ts'
import { openKeys } from './keys.ts'
import { ERASED, lockFiles, project, projectMany, readLog } from './log.ts'
import { readAs } from './merging/model.ts'
import { findStanding } from './merging/reading.ts'
import type { Projection } from './projection.ts'

const BATCH = 500
/** One writer of all read tables at a time; any constant, the same everywhere. */
const REBUILD_LOCK = 'rebuild of all read tables'

/** Makes each read table that is missing or was defined otherwise. Answers whether a rebuild is needed. */
export async function makeReadTables(tx: Tx, projections: Projection[]): Promise<boolean> {
  await sql`create table if not exists sandsage.read_tables (name text primary key, definition text not null)`.execute(
    tx,
  )
  const { rows } = await sql<{
    name: string
    definition: string
  }>`select name, definition from sandsage.read_tables`.execute(tx)
  const known = new Map(rows.map((row) => [row.name, row.definition]))
  let changed = false
  for (const { table, columns } of projections) {
    const definition = sha256(columns)
    if (known.get(table) === definition) continue
    if (!changed) await closeGate(tx)
    changed = true
    await sql`drop table if exists ${sql.id('sandsage', table)}`.execute(tx)
    await sql.raw(`create table sandsage.${table} (${columns})`).execute(tx)
    await sql`insert into sandsage.read_tables values (${table}, ${definition})
      on conflict (name) do update set definition = excluded.definition`.execute(tx)
  }
  return changed
}

/** Empties every read table and writes it anew from the log, in one transaction: readers see the old until the end. */
export async function rebuild(
  house: Pick<House, 'registry'> & { owner: Database; ring?: House['ring']; master: Buffer },
  progress: (events: number) => void = () => {},
): Promise<number> {
  return house.owner.transaction().execute(async (tx) => {
    await lockFiles(tx, [REBUILD_LOCK])
    // Nothing is appended while the tables are rewritten, so none of it is missed.
    await sql`lock table events in share row exclusive mode`.execute(tx)
    await sql`select scope_files()`.execute(tx)
    for (const { table } of house.registry.projections) await sql`delete from ${sql.id(table)}`.execute(tx)
    const keys = openKeys(tx, house.ring ?? house.master, undefined)
    const joined = await findStanding(tx)
    let seq = 0
    let count = 0
    for (;;) {
      const batch = await readLog(tx, keys, seq, BATCH)
      const there = batch.filter((event) => event.detail !== ERASED)
      const rest = await projectMany(tx, house.registry.projections, there)
      for (const event of rest) await project(tx, house.registry.projections, event, readAs(event, joined))
      count += batch.length
      progress(count)
      if (batch.length < BATCH) return count
      seq = batch.at(-1)!.seq
    }
  })
}
