import { z } from 'zod'
import { lastOf } from '../../casefile/event.ts'
import { operation } from '../../casefile/operation.ts'
import { Invalid, Refusal } from '../../platform/refusal.ts'
import { requesterOf } from '../model.ts'
import { getOpenRequest, getRequestFile, tracers } from '../operations/requests.ts'
import type { TracingTables } from '../store.ts'
import {
  Conversation,
  Identification,
  identified,
  isIdentified,
  notesOf,
  notesRead,
  passedOn,
  Reach,
  reached,
  reachProblem,
  spoke,
} from './model.ts'

const Request = z.object({ request: z.uuid() })
const Done = z.object({})

function requirePast(on: string, field: string, now: Date): void {
  if (on > now.toISOString().slice(0, 10)) throw new Invalid([{ field, code: 'day-in-future' }])
}

export const identifyRequester = operation({
  summary: 'Record how it is known who asks: by which paper or visit, by whom it was made sure, and when',
  may: tracers,
  input: Request.extend({ identification: Identification }),
  output: Done,
  async run(ctx, { request, identification }) {
    requirePast(identification.on, 'identification.on', ctx.now)
    await getRequestFile(ctx, request)
    await ctx.record([request], identified, identification)
    return {}
  },
})

export const changeReach = operation({
  summary: 'Change how the requester is reached: the channel, through whom, whether they are in custody',
  may: tracers,
  input: Request.extend({ reach: Reach }),
  output: Done,
  async run(ctx, { request, reach }) {
    const problem = reachProblem(reach)
    if (problem) throw new Invalid([{ ...problem, field: `reach.${problem.field}` }])
    await getRequestFile(ctx, request)
    await ctx.record([request], reached, reach)
    return {}
  },
})

export const recordConversation = operation({
  summary: 'Record that somebody spoke with the requester about a child who may be the one, and how',
  may: tracers,
  input: Request.extend({ conversation: Conversation }),
  output: Done,
  async run(ctx, { request, conversation }) {
    requirePast(conversation.on, 'conversation.on', ctx.now)
    const file = await getOpenRequest(ctx, request)
    if (requesterOf(file)!.inCustody && ['phone', 'self'].includes(conversation.how))
      throw new Refusal('custody-only-through', { who: requesterOf(file)!.through ?? '—' })
    await ctx.record([request], spoke, conversation)
    return {}
  },
})

export const passOnToProof = operation({
  summary: 'Record that the requester was asked for DNA, so that the next station has the case',
  may: tracers,
  input: Request,
  output: Done,
  async run(ctx, { request }) {
    const file = await getOpenRequest(ctx, request)
    const { stage } = await ctx.db
      .withTables<TracingTables>()
      .selectFrom('tracing_requests')
      .select('stage')
      .where('relative', '=', request)
      .executeTakeFirstOrThrow()
    if (!['contact', 'proving'].includes(stage)) throw new Refusal('nobody-confirmed')
    if (!isIdentified(file)) throw new Refusal('not-identified')
    if (!lastOf(file, spoke)) throw new Refusal('not-spoken-with')
    await ctx.record([request], passedOn, {})
    return {}
  },
})

export const readNotes = operation({
  summary: 'Mark what the requester added as read',
  may: tracers,
  input: Request,
  output: Done,
  async run(ctx, { request }) {
    const file = await getRequestFile(ctx, request)
    if (notesOf(file).some((note) => note.isNew)) await ctx.record([request], notesRead, {})
    return {}
  },
})
