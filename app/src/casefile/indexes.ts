import { sql } from 'kysely'
import type { Tx } from '../platform/database.ts'
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
  for (const { table, indexes = [] } of projections)
    for (const columns of indexes) {
      const name = `${table}_${columns.replace(/\W+/g, '_')}_idx`
      if (!there.has(name))
        await sql.raw(`create index ${name} on sandsage.${table} (${columns})`).execute(tx)
    }
}
