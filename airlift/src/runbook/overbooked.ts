import type { Schedule } from './schedule.ts'
import type { Task } from './task.ts'

/** A moment at which tasks need more people of a profession than there are. */
export type Overbooked = { profession: string; at: string; tasks: string[]; available: number }

/**
 * Where a schedule needs more people of a profession at once than there are: one per task that names it,
 * from its start until before its end. The critical path method does not see this; a person decides.
 * @example two tasks at 08:00 that need a doctor, one doctor: [{ profession: 'doctor', at: '...08:00...' }]
 */
export function findOverbooked(
  tasks: Task[],
  { times }: Schedule,
  available: { profession: string; count: number }[],
): Overbooked[] {
  const timeOf = new Map(times.map((one) => [one.id, one]))
  const professions = new Set(tasks.flatMap((task) => task.needs ?? []))
  return [...professions].flatMap((profession) => {
    const count = available.find((one) => one.profession === profession)?.count ?? 0
    const asking = tasks.filter((task) => task.needs?.includes(profession) && task.minutes > 0)
    const starts = [...new Set(asking.flatMap((task) => timeOf.get(task.id)?.start ?? []))].sort()
    return starts.flatMap((at) => {
      const busy = asking.filter(({ id }) => {
        const time = timeOf.get(id)
        return time !== undefined && time.start <= at && at < time.end
      })
      return busy.length > count
        ? [{ profession, at, tasks: busy.map((task) => task.id), available: count }]
        : []
    })
  })
}
