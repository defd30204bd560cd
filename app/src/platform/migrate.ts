import { sql } from 'kysely'
import { closeGate, type Database, type Tx } from './database.ts'
import { givingWay } from './giving-way.ts'
import { StartProblem } from './refusal.ts'

export type Migration = { name: string; sql: string }

/** Any number, the same in every process: two servers that start together migrate one after the other. */
const MIGRATION_LOCK = 7_305_719

async function applied(tx: Tx): Promise<string[]> {
  await sql`create schema if not exists sandsage`.execute(tx)
  await sql`create table if not exists sandsage.migrations (name text primary key, at timestamptz not null default now())`.execute(
    tx,
  )
  const { rows } = await sql<{ name: string }>`select name from sandsage.migrations order by name`.execute(tx)
  return rows.map((row) => row.name)
}

/** Applies what is missing, in one transaction: a migration is there whole or not at all. */
export async function migrate(db: Database, migrations: Migration[]): Promise<string[]> {
  return givingWay(db, async (tx) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(MIGRATION_LOCK)})`.execute(tx)
    const done = await applied(tx)
    const unknown = done.filter((name) => !migrations.some((migration) => migration.name === name))
    if (unknown.length)
      throw new StartProblem(
        `This database was written by a newer Sandsage (it has ${unknown.join(', ')}). Start that version.`,
      )
    const missing = migrations.filter((migration) => !done.includes(migration.name))
    if (missing.length) await closeGate(tx)
    for (const migration of missing) {
      await sql.raw(migration.sql).execute(tx)
      await sql`insert into sandsage.migrations (name) values (${migration.name})`.execute(tx)
    }
    return missing.map((migration) => migration.name)
  })
}
