import { sql } from 'kysely'
import { z } from 'zod'
import type { Profession } from '../../casefile/access.ts'
import type { Context } from '../../casefile/context.ts'
import { Day } from '../../casefile/model.ts'
import { operation } from '../../casefile/operation.ts'
import { Invalid, Refusal } from '../../platform/refusal.ts'
import { asked, holdingsOfRows, owned } from '../model.ts'
import { isInFuture, stateOf } from '../rules.ts'
import { gather, ofRequirement, workers } from './gather.ts'

export const noteWait = operation({
  summary: 'Note that somebody was asked and has not answered: since when, whom and for what',
  may: workers,
  input: z.object({ ...ofRequirement, since: Day, note: z.string().trim().min(1).max(1000) }),
  output: z.object({}),
  async run(ctx, input) {
    const { rows, requirement, flightAt } = await gather(ctx, input)
    if (isInFuture(input.since, ctx.now)) throw new Invalid([{ field: 'since', code: 'day-in-future' }])
    const state = stateOf(holdingsOfRows(rows)[requirement.id], ctx.now, flightAt)
    if (state === 'met' || state === 'not-applicable') throw new Refusal('nothing-to-wait-for')
    await ctx.record([input.child], asked, {
      requirement: requirement.id,
      since: input.since,
      note: input.note,
    })
    return {}
  },
})

export type Worker = { id: string; name: string; profession: Profession }

/** Who could take a requirement on: accounts of the professions that work here. */
export async function findWorkers(ctx: Context): Promise<Worker[]> {
  const { rows } = await sql<Worker>`select id, name, profession from accounts
    where profession = any(${[...workers]}::text[]) order by name, id`.execute(ctx.db)
  return rows
}

export const setOwner = operation({
  summary: 'Name who sees to one requirement of one child, or give it back to the profession',
  may: workers,
  input: z.object({ ...ofRequirement, owner: z.uuid().nullable() }),
  output: z.object({}),
  async run(ctx, input) {
    const { requirement, row } = await gather(ctx, input)
    if (requirement.byEvidence) throw new Refusal('met-by-evidence')
    if (input.owner) {
      const worker = (await findWorkers(ctx)).find(({ id }) => id === input.owner)
      if (!worker) throw new Refusal('worker-unknown')
      if (!requirement.meets.includes(worker.profession)) throw new Refusal('owner-of-other-profession')
    }
    if (row.owner !== input.owner)
      await ctx.record([input.child], owned, { requirement: requirement.id, owner: input.owner })
    return {}
  },
})
