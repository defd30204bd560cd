import { sql } from 'kysely'
import { closeGate, type Tx } from '../platform/database.ts'
import type { Projection } from './projection.ts'

/**
 * Makes the indexes of read tables that are missing. Asked first, because `if not exists` waits for those who write:
 * a second process that opens disturbs nobody. A changed list of indexes rebuilds nothing (decision 0065).
 */
export async function makeIndexes(tx: Tx, projections: Projection[]): Promise<void> {
  const { rows } = await sql<{
    name: string
  }>`select indexname::text as name from pg_indexes where schemaname = 'sandsage'`.execute(tx)
  const there = new Set(rows.map((row) => row.name))
  const missing = projections
    .flatMap(({ table, indexes = [] }) =>
      indexes.map((columns) => ({ table, columns, name: `${table}_${columns.replace(/\W+/g, '_')}_idx` })),
    )
    .filter(({ name }) => !there.has(name))
  if (missing.length) await closeGate(tx)
  for (const { table, columns, name } of missing)
    await sql.raw(`create index ${name} on sandsage.${table} (${columns})`).execute(tx)
}
