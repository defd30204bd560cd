import { sql } from 'kysely'
import type { Context } from '../../casefile/context.ts'
import type { Scope } from './entries.ts'

type Assigned = { scope: 'house' | 'operation' | 'file'; scope_id: string | null }

/**
 * What the asker works on, so that nobody else's people crowd out theirs. It only narrows the search: what is found
 * is asked from the database as the asker.
 */
export async function scopeOf(ctx: Context, operation?: string): Promise<Scope> {
  const { rows } = await sql<Assigned>`select scope, scope_id from assignments
    where until is null or until > now()`.execute(ctx.db)
  const ids = (scope: Assigned['scope']) =>
    rows.flatMap((row) => (row.scope === scope && row.scope_id ? [row.scope_id] : [])).sort()
  const isEverywhere = rows.some((row) => row.scope === 'house')
  const operations = ids('operation')
  if (!operation) return isEverywhere ? null : { operations, files: ids('file') }
  return isEverywhere || operations.includes(operation)
    ? { operations: [operation], files: [] }
    : { operations: [], files: ids('file') }
}
