import { isInstant } from '../problem.ts'
import { AirliftRefusal } from '../refusal.ts'

/** One thing to do, with its duration in whole minutes and the tasks that must have ended before it. */
export type Task = {
  id: string
  minutes: number
  after: string[]
  /** ISO instant before which it cannot start: an opening hour, an appointment. */
  notBefore?: string
  /** ISO instant by which it must have ended: a slot, a closing hour. */
  mustEndBy?: string
  /** Professions it takes; see `findOverbooked`. */
  needs?: string[]
}

/** @throws AirliftRefusal `flawed-tasks` naming tasks listed twice, with bad minutes or bad instants. */
export function requireSound(tasks: Task[], start: string): void {
  const flawed = tasks.filter(
    (task, at) =>
      tasks.findIndex((other) => other.id === task.id) !== at ||
      !Number.isInteger(task.minutes) ||
      task.minutes < 0 ||
      [task.notBefore, task.mustEndBy].some((instant) => instant !== undefined && !isInstant(instant)),
  )
  const ids = [...flawed.map((task) => task.id), ...(isInstant(start) ? [] : [start])]
  if (ids.length > 0) {
    throw new AirliftRefusal(
      'flawed-tasks',
      ids,
      `listed twice, or not whole minutes or instants: ${ids.join(', ')}`,
    )
  }
}
