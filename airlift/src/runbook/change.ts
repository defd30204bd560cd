import { AirliftRefusal } from '../refusal.ts'
import { type Schedule, schedule } from './schedule.ts'
import type { Task } from './task.ts'

/** One change to a list of tasks. */
export type Change =
  | { kind: 'minutes'; id: string; minutes: number }
  | { kind: 'not-before'; id: string; instant: string | undefined }
  | { kind: 'must-end-by'; id: string; instant: string | undefined }
  | { kind: 'after'; id: string; after: string[] }
  | { kind: 'add'; task: Task }
  /** What waited for it now waits for what it waited for. */
  | { kind: 'remove'; id: string }

/** What a change does to the times. Minutes are positive when later. */
export type ScheduleDiff = {
  moved: { id: string; fromStart: string; toStart: string; minutes: number }[]
  added: string[]
  removed: string[]
  finish: { before: string; after: string }
}

/**
 * Compares two schedules task by task, in the order of the later one.
 * @example an overnight stay of 900 minutes that becomes 180: everything after it moves by -720
 */
export function diffSchedules(before: Schedule, after: Schedule): ScheduleDiff {
  const was = new Map(before.times.map((one) => [one.id, one.start]))
  const is = new Set(after.times.map((one) => one.id))
  const moved = after.times.flatMap(({ id, start }) => {
    const fromStart = was.get(id)
    if (fromStart === undefined || fromStart === start) return []
    return [{ id, fromStart, toStart: start, minutes: (Date.parse(start) - Date.parse(fromStart)) / 60_000 }]
  })
  return {
    moved,
    added: [...is].filter((id) => !was.has(id)),
    removed: [...was.keys()].filter((id) => !is.has(id)),
    finish: { before: before.finish, after: after.finish },
  }
}

/**
 * The tasks after a change; the given list is left as it is.
 * @throws AirliftRefusal `unknown-task` when the change names a task that is not listed.
 */
export function applyChange(tasks: Task[], change: Change): Task[] {
  if (change.kind === 'add') return [...tasks, change.task]
  const target = tasks.find((task) => task.id === change.id)
  if (!target) throw new AirliftRefusal('unknown-task', [change.id], `no task ${change.id} to change`)
  if (change.kind === 'remove') {
    return tasks.filter((task) => task !== target).map((task) => bypass(task, target))
  }
  return tasks.map((task) => (task === target ? changeTask(task, change) : task))
}

/** Applies changes and says what they do to the times. */
export function replan(
  tasks: Task[],
  changes: Change | Change[],
  start: string,
): { tasks: Task[]; before: Schedule; after: Schedule; diff: ScheduleDiff } {
  const changed = [changes].flat().reduce(applyChange, tasks)
  const [before, after] = [schedule(tasks, start), schedule(changed, start)]
  return { tasks: changed, before, after, diff: diffSchedules(before, after) }
}

function bypass(task: Task, removed: Task): Task {
  if (!task.after.includes(removed.id)) return task
  const after = task.after.flatMap((id) => (id === removed.id ? removed.after : [id]))
  return { ...task, after: [...new Set(after)] }
}

function changeTask(task: Task, change: Exclude<Change, { kind: 'add' | 'remove' }>): Task {
  switch (change.kind) {
    case 'minutes':
      return { ...task, minutes: change.minutes }
    case 'not-before':
      return { ...task, notBefore: change.instant }
    case 'must-end-by':
      return { ...task, mustEndBy: change.instant }
    case 'after':
      return { ...task, after: change.after }
  }
}
