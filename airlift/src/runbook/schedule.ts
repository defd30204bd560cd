import { requireSound, type Task } from './task.ts'

/**
 * When each task happens at the earliest, by the critical path method (Kelley and Walker 1959).
 * With a cycle or an unknown predecessor nothing is scheduled and the offenders are named.
 */
export type Schedule = {
  /** In the order of the tasks; ISO instants in UTC. Slack below 0: so late is a deadline downstream. */
  times: { id: string; start: string; end: string; slackMinutes: number }[]
  /** Tasks that cannot slip a minute (slack 0 or less), by start. */
  critical: string[]
  /** Tasks that end after their own deadline. */
  late: { id: string; byMinutes: number }[]
  /** When the last task ends; the start when there is none. */
  finish: string
  /** Tasks that wait for each other in a ring, in order. */
  cycle?: string[]
  unknown?: { id: string; after: string }[]
}

const MINUTE = 60_000

/**
 * Schedules tasks from a start instant.
 * @throws AirliftRefusal `flawed-tasks` for a task listed twice, bad minutes or bad instants.
 * @example A 30 minutes, B 60 after A, C 10 after A, start 08:00Z: B 08:30-09:30 slack 0, C slack 50
 */
export function schedule(tasks: Task[], start: string): Schedule {
  requireSound(tasks, start)
  const begin = Date.parse(start)
  const nothing: Schedule = { times: [], critical: [], late: [], finish: toInstant(begin) }
  const known = new Set(tasks.map((task) => task.id))
  const unknown = tasks.flatMap(({ id, after }) =>
    after.filter((other) => !known.has(other)).map((other) => ({ id, after: other })),
  )
  if (unknown.length > 0) return { ...nothing, unknown }
  const { order, rest } = sortByOrder(tasks)
  if (rest.length > 0) return { ...nothing, cycle: findCycle(rest) }
  const starts = earliestStarts(order, begin)
  const endOf = (task: Task) => starts.get(task.id)! + task.minutes * MINUTE
  const finish = order.reduce((last, task) => Math.max(last, endOf(task)), begin)
  const slack = slackOf(order, endOf, finish)
  const times = tasks.map((task) => ({
    id: task.id,
    start: toInstant(starts.get(task.id)!),
    end: toInstant(endOf(task)),
    slackMinutes: slack.get(task.id)!,
  }))
  const critical = times.filter((one) => one.slackMinutes <= 0).sort((a, b) => compare(a.start, b.start))
  const late = tasks.flatMap((task) => {
    const byMinutes = task.mustEndBy === undefined ? 0 : (endOf(task) - Date.parse(task.mustEndBy)) / MINUTE
    return byMinutes > 0 ? [{ id: task.id, byMinutes }] : []
  })
  return { times, critical: critical.map((one) => one.id), late, finish: toInstant(finish) }
}

/** Tasks after all they wait for; `rest` are those in a ring or behind one. */
function sortByOrder(tasks: Task[]): { order: Task[]; rest: Task[] } {
  const order: Task[] = []
  const done = new Set<string>()
  let rest = tasks
  for (;;) {
    const open = rest.filter((task) => task.after.every((id) => done.has(id)))
    if (open.length === 0) return { order, rest }
    for (const task of open) done.add(task.id)
    order.push(...open)
    rest = rest.filter((task) => !done.has(task.id))
  }
}

/** Walks back from any stuck task: each waits for another stuck one, so one must come round again. */
function findCycle(stuck: Task[]): string[] {
  const byId = new Map(stuck.map((task) => [task.id, task]))
  const path: string[] = []
  let at = stuck[0]!
  while (!path.includes(at.id)) {
    path.push(at.id)
    at = byId.get(at.after.find((id) => byId.has(id))!)!
  }
  return path.slice(path.indexOf(at.id)).reverse()
}

function earliestStarts(order: Task[], begin: number): Map<string, number> {
  const starts = new Map<string, number>()
  const ends = new Map<string, number>()
  for (const { id, minutes, after, notBefore } of order) {
    const waits = after.map((other) => ends.get(other)!)
    const start = Math.max(begin, notBefore === undefined ? begin : Date.parse(notBefore), ...waits)
    starts.set(id, start)
    ends.set(id, start + minutes * MINUTE)
  }
  return starts
}

/** Minutes each task may slip without moving the finish or any deadline that holds, its own or downstream. */
function slackOf(order: Task[], endOf: (task: Task) => number, finish: number): Map<string, number> {
  const latestEnd = new Map<string, number>(
    order.map(({ id, mustEndBy }) => [
      id,
      mustEndBy === undefined ? finish : Math.min(finish, Date.parse(mustEndBy)),
    ]),
  )
  for (const { id, minutes, after } of [...order].reverse()) {
    const latestStart = latestEnd.get(id)! - minutes * MINUTE
    for (const other of after) latestEnd.set(other, Math.min(latestEnd.get(other)!, latestStart))
  }
  return new Map(order.map((task) => [task.id, (latestEnd.get(task.id)! - endOf(task)) / MINUTE]))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function toInstant(milliseconds: number): string {
  return new Date(milliseconds).toISOString()
}
