import { sql } from 'kysely'
import { Refusal } from '../../platform/refusal.ts'
import type { Context } from '../context.ts'
import type { CaseFile } from '../event.ts'
import { worksLastingly } from './lasting.ts'
import { said } from './model.ts'
import type { Emergency } from './rules.ts'
import type { EmergencyRow } from './store.ts'

export const toEmergency = (row: EmergencyRow): Emergency => {
  const { id, file, actor, second, lapses, agreed_by, until, found } = row
  return { id, file, actor, second, lapses, agreedBy: agreed_by, until, found }
}

/** The asker's own, and those of files they work on, that still ask for somebody: to agree, to end, to review. */
export async function findOpen(ctx: Context): Promise<EmergencyRow[]> {
  const { rows } = await ctx.asEmergency((db) =>
    sql<EmergencyRow>`select * from emergencies
      where (until is null and lapses > ${ctx.now}) or (until is not null and found is null)
      order by asked_at limit 500`.execute(db),
  )
  return rows
}

/** One that the asker may know of; refuses (404) every other number alike. */
export async function getEmergency(ctx: Context, id: string): Promise<Emergency> {
  const { rows } = await ctx.asEmergency((db) =>
    sql<EmergencyRow>`select * from emergencies where id = ${id}`.execute(db),
  )
  if (!rows[0]) throw new Refusal('emergency-not-found', {}, 404)
  return toEmergency(rows[0])
}

/** Why each was asked for, as its asker wrote; of those whose reason was written and not erased. */
export async function reasonsOf(ctx: Context, files: string[]): Promise<Map<string, string>> {
  if (files.length === 0) return new Map()
  const events = await ctx.readEmergencies(files)
  const reasons = events.flatMap((event) => {
    if (event.type !== said.type) return []
    const detail = said.detail.parse(event.detail)
    return detail.as === 'reason' ? [[detail.emergency, detail.text] as const] : []
  })
  return new Map(reasons)
}

/**
 * Whoever decides about another's emergency works on the file: a sight that is itself an emergency is not enough.
 * Refuses (404) where they see nothing of it; locks the file.
 */
export async function requireOwnFile(ctx: Context, id: string): Promise<CaseFile> {
  const file = await ctx.file(id)
  if (!(await worksLastingly(ctx.db, [id, file.id]))) throw new Refusal('emergency-sees-by-emergency')
  if (file.kind !== 'child' && file.kind !== 'relative') throw new Refusal('not-a-person')
  return file
}
