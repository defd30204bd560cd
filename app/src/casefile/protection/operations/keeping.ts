import { sql } from 'kysely'
import { z } from 'zod'
import { Refusal } from '../../../platform/refusal.ts'
import { operation } from '../../operation.ts'
import { findFacts } from '../gathering.ts'
import { HoldReason, held, holdLifted, holdsOn } from '../model.ts'
import { periods } from '../retention.ts'
import { dueOf } from '../rules.ts'
import type { HoldRow } from '../store.ts'

const officers = ['protectionOfficer', 'lead'] as const

const holdFile = operation({
  summary: 'Put a legal hold on a file: nothing of it is destroyed while the hold stands',
  may: officers,
  input: z.object({ file: z.uuid(), because: HoldReason }),
  output: z.object({}),
  async run(ctx, { file: id, because }) {
    const file = await ctx.file(id)
    if (holdsOn(file).includes(because)) throw new Refusal('held-already')
    await ctx.record([file.id], held, { because })
    return {}
  },
})

const liftHold = operation({
  summary: 'Lift a legal hold, because its reason ended or it was a mistake',
  may: officers,
  input: z.object({ file: z.uuid(), because: HoldReason, why: z.enum(['ended', 'mistake']) }),
  output: z.object({}),
  async run(ctx, { file: id, because, why }) {
    const file = await ctx.file(id)
    if (!holdsOn(file).includes(because)) throw new Refusal('no-such-hold')
    await ctx.record([file.id], holdLifted, { because, why })
    return {}
  },
})

const listHolds = operation({
  summary: 'The legal holds that stand, the oldest first',
  may: officers,
  input: z.object({}),
  output: z.object({
    holds: z.array(z.object({ file: z.uuid(), because: HoldReason, since: z.string() })),
  }),
  reads: true,
  async run(ctx) {
    const { rows } = await sql<HoldRow>`select * from holds order by since limit 500`.execute(ctx.db)
    return { holds: rows.map(({ file, because, since }) => ({ file, because, since: since.toISOString() })) }
  },
})

const PeriodSaid = z.object({
  data: z.string(),
  class: z.string(),
  country: z.string(),
  kind: z.enum(['keep', 'review']),
  months: z.number(),
  ground: z.string(),
  source: z.string(),
  verified: z.boolean(),
})

const listPeriods = operation({
  summary: 'How long each class of data is kept, on what ground and by which source',
  may: officers,
  input: z.object({}),
  output: z.object({ periods: z.array(PeriodSaid) }),
  reads: true,
  run: async () => ({ periods }),
})

/** As many files as are looked at for one answer; the next question begins after the last of them. */
const PAGE = 500

const listDue = operation({
  summary: 'What is due by its retention period in an operation, and why; nothing is destroyed by it',
  may: officers,
  input: z.object({ operation: z.uuid(), after: z.uuid().optional() }),
  output: z.object({
    due: z.array(
      z.object({
        file: z.uuid(),
        data: z.string(),
        since: z.string(),
        due: z.string(),
        ground: z.string(),
        verified: z.boolean(),
        held: z.boolean(),
      }),
    ),
    /** Where to go on; null when everybody was looked at. */
    next: z.uuid().nullable(),
  }),
  reads: true,
  async run(ctx, { operation: id, after = null }) {
    const { rows } = await sql<{ id: string; held: boolean }>`
      select f.id, exists (select 1 from holds h where h.file = f.id) as held from files f
      where f.operation = ${id} and f.kind in ('child', 'relative', 'worker') and (${after}::uuid is null or f.id > ${after})
      order by f.id limit ${PAGE}`.execute(ctx.db)
    const facts = await findFacts(
      ctx,
      rows.map((row) => row.id),
    )
    const due = rows.flatMap((row) =>
      dueOf(facts.get(row.id) ?? [], periods, ctx.now).map(({ data, since, due: at, period }) => ({
        ...{ file: row.id, held: row.held, data, since, due: at },
        ...{ ground: period.ground, verified: period.verified },
      })),
    )
    return {
      due: due.sort((a, b) => a.due.localeCompare(b.due)),
      next: rows.length === PAGE ? rows.at(-1)!.id : null,
    }
  },
})

export const keeping = { holdFile, liftHold, listHolds, listPeriods, listDue }
