import { z } from 'zod'
import { keepFiles } from '../../casefile/keeping.ts'
import { operation } from '../../casefile/operation.ts'
import { accountNames } from '../../casefile/operations.ts'
import { Refusal } from '../../platform/refusal.ts'
import { getOperation } from '../gather.ts'
import { counted, Handover, handedOver, handoverOf, landed, planOf, teamOf } from '../model.ts'
import { aboardOf, compareCount, requireAboard } from '../rules.ts'

export const countHeads = operation({
  summary: 'Count heads at a gate against the plan that holds; who is missing or unexpected is named at once',
  may: ['lead', 'doctor'],
  input: z.object({
    operation: z.uuid(),
    gate: z.string().trim().min(1).max(200),
    present: z.array(z.uuid()).max(2000),
  }),
  output: z.object({
    expected: z.number(),
    present: z.number(),
    missing: z.array(z.string()),
    extra: z.array(z.string()),
  }),
  async run(ctx, { operation: id, gate, present }) {
    const file = await getOperation(ctx, id)
    const plan = planOf(file)
    if (!plan) throw new Refusal('no-plan')
    const there = [...new Set(present)]
    await ctx.files(there)
    const expected = aboardOf(plan)
    const { missing, extra } = compareCount(expected, there)
    await ctx.record([id], counted, { gate, planVersion: plan.version, present: there, missing, extra })
    return { expected: expected.length, present: there.length, missing, extra }
  },
})

export const handOver = operation({
  summary: 'Record the act of handing over a child: who gave, who received, with what, in which language',
  may: ['lead', 'doctor'],
  input: z.object({ child: z.uuid(), handover: Handover }),
  output: z.object({}),
  async run(ctx, { child, handover }) {
    const file = await ctx.file(child)
    if (file.kind !== 'child' || !file.operation) throw new Refusal('not-a-child')
    const before = handoverOf(file)
    if (before) {
      const by = (before.by && (await accountNames(ctx)).get(before.by)) || '–'
      throw new Refusal('handed-over-already', { by, at: before.occurredAt.slice(0, 16).replace('T', ' ') })
    }
    const flight = await getOperation(ctx, file.operation)
    requireAboard(planOf(flight), child)
    if (!teamOf(flight).has(handover.receivedBy)) throw new Refusal('not-on-the-team')
    await ctx.record([child], handedOver, handover)
    return {}
  },
})

export const readHandovers = operation({
  summary: 'The handing over of every child of the plan that holds: done, or still to do',
  may: ['lead', 'doctor', 'coordinator'],
  input: z.object({ operation: z.uuid() }),
  output: z.object({
    children: z.array(
      z.object({
        child: z.uuid(),
        seat: z.string().nullable(),
        escort: z.string().nullable(),
        handover: Handover.nullable(),
        at: z.string().nullable(),
      }),
    ),
    team: z.array(z.uuid()),
    landed: z.boolean(),
  }),
  reads: true,
  async run(ctx, { operation: id }) {
    const flight = await getOperation(ctx, id)
    const plan = planOf(flight)
    const expected = new Set(plan && aboardOf(plan))
    const aboard = plan?.children.filter((child) => expected.has(child)) ?? []
    const files = await keepFiles(ctx, `handovers ${id}`, aboard, [handedOver])
    ctx.shows(files.filter(handoverOf).map((file) => file.id))
    const places = new Map(plan?.plan.assignments.map((one) => [one.id, one]))
    const escorts = new Map(
      plan?.plan.escorts.flatMap(({ adult, passengers }) => passengers.map((one) => [one, adult] as const)),
    )
    const children = files.map((file) => {
      const act = handoverOf(file)
      const place = places.get(file.id)
      const escort = escorts.get(file.id) ?? null
      return {
        child: file.id,
        seat: place?.seat ?? null,
        escort,
        handover: act?.detail ?? null,
        at: act?.occurredAt ?? null,
      }
    })
    return {
      children,
      team: [...teamOf(flight).keys()],
      landed: flight.events.some((event) => event.type === landed.type),
    }
  },
})

export const recordLanding = operation({
  summary:
    'Record that the flight landed with the children who were handed over; all of them, or it says who is missing',
  may: ['lead'],
  input: z.object({ operation: z.uuid() }),
  output: z.object({ children: z.number() }),
  async run(ctx, { operation: id }) {
    const flight = await getOperation(ctx, id)
    const plan = planOf(flight)
    if (!plan) throw new Refusal('no-plan')
    const aboard = plan.children.filter((child) => aboardOf(plan).includes(child))
    const files = await ctx.files(aboard)
    const open = files.filter((file) => !handoverOf(file))
    if (open.length > 0) throw new Refusal('not-all-handed-over', { count: open.length })
    if (
      flight.events.some(
        (event) =>
          event.type === landed.type &&
          (event.detail as { planVersion: number }).planVersion === plan.version,
      )
    )
      throw new Refusal('landed-already')
    await ctx.record([id, ...aboard], landed, { planVersion: plan.version })
    return { children: aboard.length }
  },
})
