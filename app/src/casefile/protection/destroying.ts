import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { Projection } from '../projection.ts'
import type { Erasable } from './model.ts'

/**
 * In the eraser's role. A file's key goes with those of its classes; a class's key leaves its number, so that nothing
 * it sealed is ever tried with a later one.
 */
export async function destroyKeys(db: Tx, files: string[], what: Erasable | 'list'): Promise<number> {
  const { numAffectedRows } = await (what === 'person'
    ? sql`delete from keystore.keys where file = any(${files}::uuid[])`
    : sql`update keystore.class_keys set wrapped = null, by = null
        where file = any(${files}::uuid[]) and class = ${what} and by is not null`
  ).execute(db)
  return Number(numAffectedRows ?? 0)
}

/** What says how far the erasing is, and which files are of one person, stays. */
const staying = ['erasures', 'holds', 'merges']

/** In the projector's role: what stands in clear goes at once; the sweep afterwards makes the tables what a rebuild makes. */
export async function dropRows(db: Tx, projections: Projection[], files: string[]): Promise<void> {
  for (const { table, about } of projections)
    if (!staying.includes(table))
      await sql`delete from ${sql.id(table)} where ${sql.id(about)} = any(${files}::uuid[])`.execute(db)
  // In which region somebody lived is a fact about them; that the file was of an operation is the log's.
  await sql`delete from file_scopes where file = any(${files}::uuid[]) and kind <> 'own'`.execute(db)
}
