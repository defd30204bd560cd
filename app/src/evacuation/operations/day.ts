import { AirliftRefusal, diffSchedules, findOverbooked, type Schedule, schedule } from '@sandsage/airlift'
import { z } from 'zod'
import { operation } from '../../casefile/operation.ts'
import { requireFresh } from '../../casefile/rules.ts'
import { Refusal } from '../../platform/refusal.ts'
import { getOperation } from '../gather.ts'
import { Change, TaskOf, taskChanged, teamOf } from '../model.ts'
import { changeTasks, runbookOf } from '../runbook.ts'
import { requireTimed } from './preparing.ts'

const Timed = TaskOf.extend({
  start: z.string(),
  end: z.string(),
  slackMinutes: z.number(),
  critical: z.boolean(),
  lateMinutes: z.number(),
})

const timedTasks = (tasks: z.infer<typeof TaskOf>[], times: Schedule) =>
  tasks.map((task) => {
    const { start, end, slackMinutes } = times.times.find((one) => one.id === task.id)!
    const lateMinutes = times.late.find((one) => one.id === task.id)?.byMinutes ?? 0
    return { ...task, start, end, slackMinutes, lateMinutes, critical: times.critical.includes(task.id) }
  })

export const readRunbook = operation({
  summary:
    'The tasks of the day with their times, those that cannot slip, and professions asked for twice at once',
  may: ['lead', 'coordinator', 'doctor', 'consul'],
  input: z.object({ operation: z.uuid() }),
  output: z.object({
    version: z.number(),
    start: z.string().nullable(),
    finish: z.string().nullable(),
    tasks: z.array(Timed),
    overbooked: z.array(z.object({ profession: z.string(), at: z.string(), tasks: z.array(z.string()) })),
  }),
  reads: true,
  async run(ctx, { operation: id }) {
    const file = await getOperation(ctx, id)
    const runbook = runbookOf(file)
    if (!runbook) return { version: file.version, start: null, finish: null, tasks: [], overbooked: [] }
    const times = schedule(runbook.tasks, runbook.start)
    const overbooked = findOverbooked(runbook.tasks, times, countProfessions(file))
    return {
      version: file.version,
      start: runbook.start,
      finish: times.finish,
      tasks: timedTasks(runbook.tasks, times),
      overbooked,
    }
  },
})

/** How many of the team have each profession. */
function countProfessions(file: Parameters<typeof teamOf>[0]): { profession: string; count: number }[] {
  const all = [...teamOf(file).values()].flatMap((member) => member.professions)
  return [...new Set(all)].map((profession) => ({
    profession,
    count: all.filter((one) => one === profession).length,
  }))
}

export const changeTask = operation({
  summary:
    'Change one task of the day; every task after it is timed anew at once, and what moved is answered',
  may: ['lead'],
  input: z.object({ operation: z.uuid(), change: Change, seen: z.number().int().optional() }),
  output: z.object({
    moved: z.array(
      z.object({ id: z.string(), fromStart: z.string(), toStart: z.string(), minutes: z.number() }),
    ),
    finish: z.object({ before: z.string(), after: z.string() }),
    late: z.array(z.object({ id: z.string(), byMinutes: z.number() })),
  }),
  async run(ctx, { operation: id, change, seen }) {
    const file = await getOperation(ctx, id)
    requireFresh(file, seen)
    const runbook = runbookOf(file)
    if (!runbook) throw new Refusal('no-runbook')
    const tasks = changed(() => changeTasks(runbook.tasks, change))
    requireTimed({ ...runbook, tasks })
    const [before, after] = [schedule(runbook.tasks, runbook.start), schedule(tasks, runbook.start)]
    await ctx.record([id], taskChanged, change)
    const { moved, finish } = diffSchedules(before, after)
    return { moved, finish, late: after.late }
  },
})

function changed<T>(work: () => T): T {
  try {
    return work()
  } catch (cause) {
    if (cause instanceof AirliftRefusal) throw new Refusal('unknown-task', { tasks: cause.ids.join(', ') })
    throw cause
  }
}
