import { z } from 'zod'
import { Day } from '../../casefile/model.ts'
import { operation } from '../../casefile/operation.ts'
import { Invalid, Refusal } from '../../platform/refusal.ts'
import { requestOf } from '../model.ts'
import { getRequestFile, nameOf, tracers } from '../operations/requests.ts'
import { colleaguesOf } from './listing.ts'
import { owned, ownerOf, PaceChange, PutOff, paceOf, paceSet, putOff, Work } from './model.ts'

const Request = z.object({ request: z.uuid() })

export const takeWork = operation({
  summary: 'Take a request: it is yours until you hand it over',
  may: tracers,
  input: Request,
  output: z.object({}),
  async run(ctx, { request }) {
    const owner = ownerOf(await getRequestFile(ctx, request))
    if (owner === ctx.actor!.id) return {}
    if (owner) throw new Refusal('request-is-owned', { who: await nameOf(ctx, owner) })
    await ctx.record([request], owned, { owner: ctx.actor!.id })
    return {}
  },
})

export const handOverWork = operation({
  summary: 'Hand a request over to a colleague, or give it back to nobody',
  may: tracers,
  input: Request.extend({ to: z.uuid().nullable() }),
  output: z.object({}),
  async run(ctx, { request, to }) {
    const file = await getRequestFile(ctx, request)
    const owner = ownerOf(file)
    if (owner && owner !== ctx.actor!.id && ctx.actor!.profession !== 'coordinator')
      throw new Refusal('request-is-owned', { who: await nameOf(ctx, owner) })
    const colleagues = await colleaguesOf(ctx, requestOf(file)!.operation)
    if (to && !colleagues.some((one) => one.id === to)) throw new Refusal('not-a-colleague')
    if (to !== owner) await ctx.record([request], owned, { owner: to })
    return {}
  },
})

const LONGEST_DAYS = 366
const dayAfter = (now: Date, days: number): string =>
  new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10)

export const putOffWork = operation({
  summary: 'Put one thing that waits on a request off until a day, with a reason',
  may: tracers,
  input: Request.extend(PutOff.shape).extend({ until: Day }),
  output: z.object({}),
  async run(ctx, { request, ...said }) {
    await getRequestFile(ctx, request)
    if (said.until < dayAfter(ctx.now, 1)) throw new Invalid([{ field: 'until', code: 'day-not-ahead' }])
    if (said.until > dayAfter(ctx.now, LONGEST_DAYS))
      throw new Invalid([{ field: 'until', code: 'day-too-far' }])
    await ctx.record([request], putOff, said)
    return {}
  },
})

export const setPace = operation({
  summary: 'Say how many days each stage of tracing may take in an operation before it is late',
  may: ['coordinator'],
  input: z.object({ operation: z.uuid(), days: PaceChange }),
  output: z.object({ pace: z.record(Work, z.number().int()) }),
  async run(ctx, { operation, days }) {
    const file = await ctx.file(operation)
    if (file.kind !== 'operation') throw new Refusal('not-an-operation')
    await ctx.record([operation], paceSet, { days })
    return { pace: { ...paceOf(file), ...days } }
  },
})
