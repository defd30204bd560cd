import { schedule } from '@sandsage/airlift'
import { z } from 'zod'
import { operation } from '../../casefile/operation.ts'
import { Invalid, Refusal } from '../../platform/refusal.ts'
import { getOperation } from '../gather.ts'
import {
  AircraftOf,
  aircraftSet,
  Membership,
  memberLeft,
  memberSet,
  needsStated,
  partySet,
  Runbook,
  runbookSet,
  TravelNeeds,
} from '../model.ts'

export const setAircraft = operation({
  summary:
    'Say which aircraft fly, seat by seat: medical seats, stretchers, exit rows, masks for infants on laps',
  may: ['lead', 'coordinator'],
  input: z.object({ operation: z.uuid(), aircraft: z.array(AircraftOf).min(1).max(10) }),
  output: z.object({ seats: z.number() }),
  async run(ctx, { operation: id, aircraft }) {
    await getOperation(ctx, id)
    for (const { seats } of aircraft) {
      const twice = seats.find((seat, i) => seats.findIndex((other) => other.id === seat.id) !== i)
      if (twice) throw new Invalid([{ field: 'aircraft', code: 'seat-twice', values: { seat: twice.id } }])
    }
    await ctx.record([id], aircraftSet, { aircraft })
    return { seats: aircraft.reduce((sum, one) => sum + one.seats.length, 0) }
  },
})

export const setMember = operation({
  summary: 'Take a worker onto the team, or say anew what they can do; `leaves` takes them off',
  may: ['lead', 'coordinator'],
  input: z.object({
    operation: z.uuid(),
    worker: z.uuid(),
    member: Membership.optional(),
    leaves: z.boolean().optional(),
  }),
  output: z.object({}),
  async run(ctx, { operation: id, worker, member, leaves }) {
    await getOperation(ctx, id)
    const file = await ctx.file(worker)
    if (file.kind !== 'worker') throw new Refusal('not-a-worker')
    if (leaves) await ctx.record([id, worker], memberLeft, {})
    else if (member) await ctx.record([id, worker], memberSet, member)
    else throw new Invalid([{ field: 'member', code: 'missing' }])
    return {}
  },
})

export const setParty = operation({
  summary: 'Say which children travel together; nobody of them flies while another waits',
  may: ['lead', 'coordinator'],
  input: z.object({ operation: z.uuid(), children: z.array(z.uuid()).min(1).max(30) }),
  output: z.object({}),
  async run(ctx, { operation: id, children }) {
    await getOperation(ctx, id)
    const files = await ctx.files([...new Set(children)])
    if (files.some((file) => file.kind !== 'child' || file.operation !== id)) throw new Refusal('not-a-child')
    await ctx.record(
      files.map((file) => file.id),
      partySet,
      {},
    )
    return {}
  },
})

export const stateNeeds = operation({
  summary: 'Say what a child needs in the air: a stretcher, a medical seat, an escort of a profession',
  may: ['doctor', 'lead'],
  input: z.object({ child: z.uuid(), needs: TravelNeeds }),
  output: z.object({}),
  async run(ctx, { child, needs }) {
    const file = await ctx.file(child)
    if (file.kind !== 'child') throw new Refusal('not-a-child')
    await ctx.record([child], needsStated, needs)
    return {}
  },
})

/** Refuses a list of tasks that cannot be timed, naming the tasks. */
export function requireTimed(runbook: Runbook): void {
  const timed = schedule(runbook.tasks, runbook.start)
  if (timed.cycle) throw new Refusal('tasks-in-a-ring', { tasks: timed.cycle.join(' → ') })
  if (timed.unknown)
    throw new Refusal('unknown-task', { tasks: timed.unknown.map((one) => one.after).join(', ') })
}

export const setRunbook = operation({
  summary: 'Set the timed tasks of the day, each with its minutes and the tasks it comes after',
  may: ['lead'],
  input: z.object({ operation: z.uuid(), runbook: Runbook }),
  output: z.object({ finish: z.string() }),
  async run(ctx, { operation: id, runbook }) {
    await getOperation(ctx, id)
    const ids = runbook.tasks.map((task) => task.id)
    const twice = ids.find((task, i) => ids.indexOf(task) !== i)
    if (twice) throw new Invalid([{ field: 'runbook.tasks', code: 'task-twice', values: { task: twice } }])
    requireTimed(runbook)
    await ctx.record([id], runbookSet, runbook)
    return { finish: schedule(runbook.tasks, runbook.start).finish }
  },
})
