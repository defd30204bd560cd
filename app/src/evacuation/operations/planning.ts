import { AirliftRefusal, check, diffPlans, type Plan, plan as planFlightOf } from '@sandsage/airlift'
import { z } from 'zod'
import { operation } from '../../casefile/operation.ts'
import { Refusal } from '../../platform/refusal.ts'
import { flightTime, gatherCohort, getOperation } from '../gather.ts'
import { aircraftOf, PlanOf, planBefore, planned, planOf, teamOf } from '../model.ts'
import { toProblem } from '../rules.ts'

const Because = z.looseObject({ code: z.string() })
const Place = z.object({ aircraft: z.string(), seat: z.string().optional(), lapOf: z.string().optional() })

/** Whose place or reason is another than on the plan before. */
export const Changes = z.object({
  cameAboard: z.array(z.object({ id: z.string(), to: Place })),
  nowWaits: z.array(z.object({ id: z.string(), because: z.array(Because) })),
  moved: z.array(z.object({ id: z.string(), from: Place, to: Place })),
  escortChanged: z.array(
    z.object({ id: z.string(), from: z.string().optional(), to: z.string().optional() }),
  ),
  gone: z.array(z.string()),
})

export const PlanAnswer = z.object({
  version: z.number(),
  /** Aboard; with `waiting`, all that were asked for. */
  done: z.array(z.string()),
  waiting: z.array(z.object({ id: z.string(), because: z.array(Because) })),
  plan: PlanOf,
  changes: Changes.nullable(),
})

export const changesBetween = (before: Plan | undefined, after: Plan) =>
  before ? diffPlans(before, after) : null

/** The one place where zod's loose codes meet airlift's own reasons: what was recorded is what airlift answered. */
export const asPlan = (plan: z.infer<typeof PlanOf>): Plan => plan as Plan

export const planFlight = operation({
  summary:
    'Plan the flight for every child of the operation: aboard with their people, or waiting with a reason',
  may: ['lead'],
  input: z.object({ operation: z.uuid(), seed: z.number().int().optional() }),
  output: PlanAnswer,
  async run(ctx, { operation: id, seed }) {
    const file = await getOperation(ctx, id)
    const aircraft = aircraftOf(file)
    if (aircraft.length === 0) throw new Refusal('no-aircraft')
    const cohort = await gatherCohort(ctx, file, ctx.files)
    if (cohort.length === 0) throw new Refusal('nobody-to-fly')
    const problem = toProblem(flightTime(file), aircraft, cohort, teamOf(file))
    const before = planOf(file)
    const found = plannedOrRefused(() =>
      planFlightOf(problem, { seed, earlier: before && asPlan(before.plan) }),
    )
    const violations = check(problem, found)
    if (violations.length > 0)
      throw new Refusal('plan-failed-check', {
        rules: [...new Set(violations.map((one) => one.code))].join(', '),
      })
    const { assignments, escorts, waiting } = found
    const plan = { assignments, escorts, waiting }
    const version = (before?.version ?? 0) + 1
    const children = cohort.map((child) => child.id)
    const people = [...new Set([...children, ...teamOf(file).keys()])]
    await ctx.record([id, ...people], planned, { version, flightAt: flightTime(file), children, plan })
    return toAnswer(version, plan, changesBetween(before && asPlan(before.plan), plan))
  },
})

function plannedOrRefused<T>(work: () => T): T {
  try {
    return work()
  } catch (cause) {
    if (cause instanceof AirliftRefusal) throw new Refusal('cannot-plan', { why: cause.message })
    throw cause
  }
}

const toAnswer = (version: number, plan: Plan, changes: z.input<typeof Changes> | null) => ({
  ...{ version, plan, changes },
  done: plan.assignments.map((one) => one.id),
  waiting: plan.waiting,
})

export const readPlan = operation({
  summary: 'The plan that holds: seats, escorts, who waits and why, and what changed against the one before',
  may: ['lead', 'coordinator', 'doctor', 'consul'],
  input: z.object({ operation: z.uuid() }),
  output: z.object({ answer: PlanAnswer.nullable(), plannedAt: z.string().nullable(), stale: z.boolean() }),
  reads: true,
  async run(ctx, { operation: id }) {
    const file = await getOperation(ctx, id)
    const now = planOf(file)
    if (!now) return { answer: null, plannedAt: null, stale: false }
    const event = file.events.findLast((one) => one.type === planned.type)!
    const before = planBefore(file)
    const answer = toAnswer(
      now.version,
      asPlan(now.plan),
      changesBetween(before && asPlan(before.plan), asPlan(now.plan)),
    )
    return { answer, plannedAt: event.recordedAt, stale: await isStale(ctx, file, now) }
  },
})

/** Whether the plan still passes its check today: readiness, team and needs may have changed since it was made. */
export async function isStale(
  ctx: Parameters<typeof gatherCohort>[0],
  file: Parameters<typeof gatherCohort>[1],
  now: NonNullable<ReturnType<typeof planOf>>,
) {
  const problem = toProblem(flightTime(file), aircraftOf(file), await gatherCohort(ctx, file), teamOf(file))
  return now.flightAt !== flightTime(file) || check(problem, asPlan(now.plan)).length > 0
}
