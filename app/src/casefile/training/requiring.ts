import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { CourseName } from './model.ts'
import { toDay } from './rules.ts'

/**
 * Refuses (403) whoever lacks a course that is required today, naming it. One question in the operation's own
 * transaction: what another process withdrew a moment ago counts here too.
 */
export async function requireTraining(tx: Tx, needs: readonly CourseName[], now: Date): Promise<void> {
  const today = toDay(now)
  const { rows } = await sql<{ course: CourseName }>`
    select r.course from courses_required r
    where r.course = any(${[...needs]}::text[]) and r.since <= ${today}::date
      and not exists (select 1 from courses_held h where h.account = sandsage.actor() and h.course = r.course
        and h.on_day <= ${today}::date and h.until >= ${today}::date)
    order by r.course limit 1`.execute(tx)
  if (rows[0]) throw new Refusal('training-missing', { course: rows[0].course }, 403)
}
