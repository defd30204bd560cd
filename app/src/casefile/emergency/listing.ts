import { sql } from 'kysely'
import { z } from 'zod'
import type { Profession } from '../access.ts'
import type { Context } from '../context.ts'
import { operation } from '../operation.ts'
import { accountNames, workers } from '../operations.ts'
import { findOpen, reasonsOf } from './gathering.ts'
import { agreeing, isOverdue, reviewing, stateOf } from './rules.ts'
import type { EmergencyRow } from './store.ts'

const Mine = z.object({
  id: z.uuid(),
  file: z.uuid(),
  state: z.enum(['waiting', 'standing']),
  askedAt: z.string(),
  /** Until when it stands; while it waits, when it lapses. */
  until: z.string(),
  /** Said again once the file is open. */
  reason: z.string().nullable(),
})
const Other = z.object({
  id: z.uuid(),
  file: z.uuid(),
  by: z.string(),
  profession: z.string(),
  askedAt: z.string(),
  until: z.string(),
  agreedBy: z.string().nullable(),
  reason: z.string().nullable(),
})

export const listEmergencies = operation({
  summary:
    "One's own emergencies that wait or stand, and those on one's files that wait for a second person or a review",
  may: workers,
  input: z.object({}),
  output: z.object({
    mine: z.array(Mine),
    toAgree: z.array(Other),
    /** Over, and not looked at yet. `looks`: how often the file was opened in it, as far as the reader may know. */
    toReview: z.array(Other.extend({ overdue: z.boolean(), looks: z.number() })),
  }),
  reads: true,
  async run(ctx) {
    const rows = await findOpen(ctx)
    const reasons = await reasonsOf(ctx, [...new Set(rows.map((row) => row.file))])
    const names = rows.length ? await accountNames(ctx) : new Map<string, string>()
    const other = (row: EmergencyRow) => toOther(row, names, reasons)
    const toReview = rows.filter((row) => isToReview(row, ctx))
    const looks = await countLooks(ctx, toReview)
    return {
      mine: rows.filter((row) => isMine(row, ctx)).map((row) => toMine(row, reasons, ctx.now)),
      toAgree: rows.filter((row) => isToAgree(row, ctx)).map(other),
      toReview: toReview.map((row) => ({
        ...other(row),
        ...{ overdue: isOverdue(row, ctx.now), looks: looks.get(row.id) ?? 0 },
      })),
    }
  },
})

const state = (row: EmergencyRow, now: Date) => stateOf(row, now)
const isOne = (posts: readonly Profession[], ctx: Context) => posts.includes(ctx.actor!.profession)

const isMine = (row: EmergencyRow, ctx: Context): boolean =>
  row.actor === ctx.actor!.id && state(row, ctx.now) !== 'over'
const isToAgree = (row: EmergencyRow, ctx: Context): boolean =>
  isOne(agreeing, ctx) && row.actor !== ctx.actor!.id && state(row, ctx.now) === 'waiting'
const isToReview = (row: EmergencyRow, ctx: Context): boolean =>
  isOne(reviewing, ctx) &&
  row.actor !== ctx.actor!.id &&
  row.agreed_by !== ctx.actor!.id &&
  state(row, ctx.now) === 'over'

function toMine(row: EmergencyRow, reasons: Map<string, string>, now: Date): z.infer<typeof Mine> {
  const standing = state(row, now) === 'standing'
  return {
    ...{ id: row.id, file: row.file, state: standing ? 'standing' : 'waiting' },
    ...{ askedAt: row.asked_at.toISOString(), until: (row.until ?? row.lapses).toISOString() },
    // A number that is nobody's has no reason kept: while it waits, none is shown for any.
    reason: standing ? (reasons.get(row.id) ?? null) : null,
  }
}

const toOther = (
  row: EmergencyRow,
  names: Map<string, string>,
  reasons: Map<string, string>,
): z.infer<typeof Other> => ({
  ...{ id: row.id, file: row.file, by: names.get(row.actor) ?? '', profession: row.profession },
  ...{ askedAt: row.asked_at.toISOString(), until: (row.until ?? row.lapses).toISOString() },
  agreedBy: row.agreed_by && (names.get(row.agreed_by) ?? null),
  reason: reasons.get(row.id) ?? null,
})

async function countLooks(ctx: Context, rows: EmergencyRow[]): Promise<Map<string, number>> {
  if (rows.length === 0) return new Map()
  const { rows: found } = await sql<{ id: string; n: number }>`
    select m.id, count(*) as n from unnest(${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => row.file)}::uuid[],
      ${rows.map((row) => row.actor)}::uuid[], ${rows.map((row) => row.begins)}::timestamptz[],
      ${rows.map((row) => row.until)}::timestamptz[]) as m(id, file, actor, begins, until)
    join openings o on o.file = m.file and o.by = m.actor and o.at between m.begins and m.until
    group by m.id`.execute(ctx.db)
  return new Map(found.map((row) => [row.id, row.n]))
}
