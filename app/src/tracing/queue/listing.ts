import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../../casefile/context.ts'
import { type CaseFile, lastOf } from '../../casefile/event.ts'
import { operation } from '../../casefile/operation.ts'
import { accountNames } from '../../casefile/operations.ts'
import { accepted, requesterOf, requestOf } from '../model.ts'
import { gather, withItsSearches } from '../operations/pairs.ts'
import { type Desk, deskSettings, tracers } from '../operations/requests.ts'
import { proposalsIn } from '../searches/operations.ts'
import type { Proposal } from '../searches/propose.ts'
import { ownerOf, type Pace, paceOf, Work } from './model.ts'
import { undecidedSince } from './pairs.ts'
import { inUrgency, stageTimes, type Timed, timed, worksOf } from './rules.ts'

export const WaitingWork = z.object({
  work: Work,
  request: z.uuid(),
  number: z.string(),
  requester: z.object({ name: z.string(), relation: z.string() }),
  sought: z.array(z.string()),
  /** How many pairs or notes. */
  n: z.number().int(),
  /** The other request of a proposed search. */
  other: z.object({ request: z.uuid(), number: z.string(), requester: z.string() }).nullable(),
  since: z.string(),
  waitingDays: z.number().int(),
  allowedDays: z.number().int(),
  isLate: z.boolean(),
  putOffUntil: z.string().nullable(),
  owner: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  /** Theirs, or late: what is late is every coordinator's. */
  isMine: z.boolean(),
})
const StageTime = z.object({
  ...{ work: Work, n: z.number().int(), late: z.number().int() },
  ...{ medianDays: z.number().int(), oldestDays: z.number().int() },
})
export const Colleague = z.object({ id: z.uuid(), name: z.string() })

type Gathered = { desk: Desk; pace: Pace; proposals: Proposal[]; all: Timed[] }

/** Everything that waits in an operation, the most urgent first; or what waits on one of its requests. */
export async function gatherWork(ctx: Context, operation: string, request?: CaseFile): Promise<Gathered> {
  const pace = paceOf(await deskSettings(ctx, operation))
  const gathered = await gather(ctx, operation)
  const { desk } = gathered
  const pairs = await undecidedSince(gathered, request && withItsSearches(desk, request))
  const proposals = await proposalsIn(desk, operation)
  const ofLater = Map.groupBy(
    proposals.flatMap((proposal) => toLater(proposal, desk)),
    (one) => one.relative,
  )
  const all = desk.files
    .filter((file) => !request || file.id === request.id)
    .flatMap((file) => {
      const decisions = desk.decisionsOn(file.id)
      const around = { pairs: pairs.get(file.id) ?? [], proposals: ofLater.get(file.id) ?? [] }
      return worksOf(file, { decisions, ...around }).map((waiting) => timed(waiting, file, pace, ctx.now))
    })
  return { desk, pace, proposals, all: all.sort(inUrgency) }
}

/** A proposal is one piece of work, on the later of its two requests, since that one was taken up. */
function toLater({ a, b }: Proposal, { byId }: Desk) {
  const [first, later] = [a, b].sort((x, y) => (x.askedAt < y.askedAt ? -1 : 1)) as [typeof a, typeof b]
  const file = byId.get(later.relative)
  const since = file && lastOf(file, accepted)?.recordedAt
  return since ? [{ relative: later.relative, other: first.relative, since }] : []
}

export function toWaiting(ctx: Context, { byId }: Desk, accounts: Map<string, string>) {
  return ({ relative, other, ...timing }: Timed): z.input<typeof WaitingWork> => {
    const file = byId.get(relative)!
    const owner = ownerOf(file)
    const { name, relation } = requesterOf(file)!
    const { number, sought } = requestOf(file)!
    return {
      ...timing,
      ...{ request: relative, number, requester: { name, relation }, sought: sought.map((one) => one.name) },
      other: other ? toOther(byId.get(other)!) : null,
      owner: owner ? { id: owner, name: accounts.get(owner) ?? '—' } : null,
      isMine: isMine(ctx, owner, timing.isLate) && !timing.putOffUntil,
    }
  }
}

const toOther = (file: CaseFile) => ({
  ...{ request: file.id, number: requestOf(file)!.number, requester: requesterOf(file)!.name },
})

const isMine = ({ actor }: Context, owner: string | null, isLate: boolean): boolean =>
  actor !== null && (owner === actor.id || (isLate && actor.profession === 'coordinator'))

/** Who can be given a request: those of this work who are assigned to the operation now. Asked as the projector. */
export async function colleaguesOf(ctx: Context, operation: string): Promise<z.input<typeof Colleague>[]> {
  const { rows } = await ctx.asProjector((db) =>
    sql<{ actor: string }>`select distinct actor from assignments where not replaced
      and (begins is null or begins <= ${ctx.now}) and (until is null or until > ${ctx.now})
      and (scope = 'house' or (scope = 'operation' and scope_id = ${operation}))`.execute(db),
  )
  const assigned = rows.map((row) => row.actor)
  const accounts = await sql<{ id: string; name: string }>`select id, name from accounts
    where id = any(${assigned}::uuid[]) and profession = any(${[...tracers]}::text[]) order by name, id`.execute(
    ctx.db,
  )
  return accounts.rows
}

export const listWork = operation({
  summary:
    'What waits in the tracing of an operation: the next action, since when, whose it is, what is late',
  may: tracers,
  input: z.object({ operation: z.uuid() }),
  output: z.object({
    waiting: z.array(WaitingWork),
    stages: z.array(StageTime),
    pace: z.record(Work, z.number().int()),
    colleagues: z.array(Colleague),
  }),
  reads: true,
  async run(ctx, input) {
    const { desk, pace, all } = await gatherWork(ctx, input.operation)
    const accounts = await accountNames(ctx)
    ctx.shows(all.flatMap(({ relative, other }) => (other ? [relative, other] : [relative])))
    return {
      ...{ waiting: all.map(toWaiting(ctx, desk, accounts)), stages: stageTimes(all), pace },
      colleagues: await colleaguesOf(ctx, input.operation),
    }
  },
})

export const countWork = operation({
  summary: 'How much of the tracing of an operation waits for the one who asks, for nobody, and too long',
  may: tracers,
  input: z.object({ operation: z.uuid() }),
  output: z.object({ mine: z.number(), nobodys: z.number(), late: z.number(), all: z.number() }),
  reads: true,
  async run(ctx, input) {
    const { desk, all } = await gatherWork(ctx, input.operation)
    const waiting = all.map(toWaiting(ctx, desk, new Map())).filter((one) => !one.putOffUntil)
    const count = (is: (one: (typeof waiting)[number]) => boolean) => waiting.filter(is).length
    return {
      ...{ mine: count((one) => one.isMine), nobodys: count((one) => !one.owner) },
      ...{ late: count((one) => one.isLate), all: waiting.length },
    }
  },
})
