import { sql } from 'kysely'
import { z } from 'zod'
import { Refusal } from '../../platform/refusal.ts'
import type { Context } from '../context.ts'
import { operation } from '../operation.ts'
import { workers } from '../operations.ts'
import { findOpen, toEmergency } from './gathering.ts'
import { asked, Reason, said } from './model.ts'
import { after, LAPSES_AFTER, MOST_IN_A_DAY, MOST_WAITING, policyOf, stateOf } from './rules.ts'

/** The file a number is read as, where it is a child's or a relative's. Asked past the wall, and never told as such. */
async function findPerson(ctx: Context, id: string): Promise<{ file: string; isPerson: boolean }> {
  const { rows: read } = await sql<{ root: string }>`
    select root from merged_files(array[${id}]::uuid[]) where file = ${id}`.execute(ctx.db)
  const file = read[0]?.root ?? id
  const { rows } = await ctx.asEmergency((db) =>
    sql<{ kind: string }>`select kind from file_kinds(array[${file}]::uuid[])`.execute(db),
  )
  return { file, isPerson: rows[0]?.kind === 'child' || rows[0]?.kind === 'relative' }
}

/** How often the asker has asked in the last so many milliseconds, whatever came of it. */
async function countSince(ctx: Context, ms: number): Promise<number> {
  const since = new Date(ctx.now.getTime() - ms)
  const { rows } = await ctx.asEmergency((db) =>
    sql<{ n: number }>`select count(*) as n from emergencies
      where actor = ${ctx.actor!.id} and asked_at > ${since}`.execute(db),
  )
  return rows[0]!.n
}

/** Refuses what the asker knows without being told anything: it is theirs already, asked for, or they ask too much. */
async function requireNew(ctx: Context, file: string): Promise<void> {
  // One person's askings come one after the other: what is counted below is true when the next is written.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`emergencies of ${ctx.actor!.id}`}, 0))`.execute(
    ctx.db,
  )
  const own = (await findOpen(ctx)).map(toEmergency).filter((one) => one.actor === ctx.actor!.id)
  const states = own.map((one) => ({ file: one.file, state: stateOf(one, ctx.now) }))
  if (states.some((one) => one.file === file && one.state === 'standing'))
    throw new Refusal('emergency-stands')
  const waiting = states.filter((one) => one.state === 'waiting')
  if (waiting.some((one) => one.file === file)) throw new Refusal('emergency-asked-already')
  const { rows } = await sql`select 1 from files where id = ${file}`.execute(ctx.db)
  if (rows.length) throw new Refusal('emergency-not-needed')
  if (waiting.length >= MOST_WAITING) throw new Refusal('emergency-too-many', { most: MOST_WAITING })
  if ((await countSince(ctx, LAPSES_AFTER)) >= MOST_IN_A_DAY)
    throw new Refusal('emergency-too-many-today', { most: MOST_IN_A_DAY })
}

export const openInEmergency = operation({
  summary:
    'Open the file of a child or relative one is not assigned to, for some hours and with a reason; a second person agrees first where the table says so',
  may: workers,
  needs: ['dataProtection'],
  input: z.object({ file: z.uuid(), reason: Reason }),
  output: z.object({
    emergency: z.uuid(),
    state: z.enum(['waiting', 'standing']),
    until: z.string().nullable(),
  }),
  async run(ctx, { file: number, reason }) {
    const { profession } = ctx.actor!
    const policy = policyOf(profession)
    if (!policy) throw new Refusal('not-allowed', {}, 403)
    const { file, isPerson } = await findPerson(ctx, number)
    await requireNew(ctx, file)
    // Where a second person is asked, a number that is nobody's waits like any other, and only its asking is recorded.
    if (!isPerson && !policy.second) throw new Refusal('file-not-found', {}, 404)
    const { id, recordedAt } = await ctx.recordEmergency(file, asked, { profession, ...policy })
    if (isPerson) await ctx.recordEmergency(file, said, { emergency: id, as: 'reason', text: reason })
    const until = policy.second ? null : after(recordedAt, policy.hours).toISOString()
    return { emergency: id, state: policy.second ? ('waiting' as const) : ('standing' as const), until }
  },
})
