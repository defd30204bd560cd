import { sql } from 'kysely'
import { Refusal } from '../platform/refusal.ts'
import type { Context } from './context.ts'

/** What kind of file this is, of one the asker may see, with nothing of it opened. Refuses (404) any other. */
export async function kindOf(ctx: Context, file: string): Promise<string> {
  const { rows } = await sql<{ kind: string }>`select kind from files where id = ${file}`.execute(ctx.db)
  if (!rows[0]) throw new Refusal('file-not-found', {}, 404)
  return rows[0].kind
}
