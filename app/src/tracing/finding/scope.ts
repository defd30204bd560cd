import { sql } from 'kysely'
import type { Context } from '../../casefile/context.ts'
import type { Scope } from './entries.ts'

type Assigned = { scope: 'house' | 'operation' | 'file' | 'family' | 'region'; scope_id: string | null }

/**
 * What the asker works on, so that nobody else's people crowd out theirs. It only narrows the search: what is found
 * is asked from the database as the asker.
 */
export async function scopeOf(ctx: Context, operation?: string): Promise<Scope> {
  const { rows } = await sql<Assigned>`select scope, scope_id from assignments
    where not replaced and (begins is null or begins <= now()) and (until is null or until > now())`.execute(
    ctx.db,
  )
  const idsOf = (isOperation: boolean) =>
    rows.flatMap((row) => ((row.scope === 'operation') === isOperation && row.scope_id ? [row.scope_id] : []))
  const operations = idsOf(true).sort()
  const isEverywhere = rows.some((row) => row.scope === 'house')
  const files = await filesIn(ctx, idsOf(false))
  if (!operation) return isEverywhere ? null : { operations, files }
  return isEverywhere || operations.includes(operation)
    ? { operations: [operation], files: [] }
    : { operations: [], files }
}

/** The files of a family or a region, and those that are named one by one. */
async function filesIn(ctx: Context, scopes: string[]): Promise<string[]> {
  if (!scopes.length) return []
  const { rows } = await sql<{ file: string }>`select distinct file from file_scopes
    where here and scope = any(${scopes}::uuid[]) order by file`.execute(ctx.db)
  return rows.map((row) => row.file)
}
