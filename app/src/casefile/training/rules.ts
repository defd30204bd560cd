import { type CourseName, courses } from './model.ts'

/** Its holder is told so many days before a course ends. */
export const TOLD_DAYS = 30
const DAY = 86_400_000

export const toDay = (time: Date | number): string => new Date(time).toISOString().slice(0, 10)

/** The last day a course taken on a day stays current: `lastDay('dataProtection', '2026-11-27')` is 2027-11-27. */
export function lastDay(course: CourseName, on: string): string {
  const [year, month, day] = on.split('-').map(Number) as [number, number, number]
  const months = month - 1 + courses[course].months
  const last = new Date(Date.UTC(year, months + 1, 0)).getUTCDate()
  return toDay(Date.UTC(year, months, Math.min(day, last)))
}

export type Held = { course: CourseName; on: string; until: string }
export const states = ['current', 'soon', 'ended', 'missing'] as const
export type State = (typeof states)[number]

export const isCurrent = ({ on, until }: Held, today: string): boolean => on <= today && today <= until

/** How somebody stands with a course on a day: by the recording that lasts longest. */
export function standingOf(
  held: Held[],
  course: CourseName,
  today: string,
): { state: State; until: string | null } {
  const own = held.filter((one) => one.course === course && one.on <= today)
  const until =
    own
      .map((one) => one.until)
      .sort()
      .at(-1) ?? null
  if (!until) return { state: 'missing', until }
  if (until < today) return { state: 'ended', until }
  return { state: until <= toDay(Date.parse(today) + TOLD_DAYS * DAY) ? 'soon' : 'current', until }
}
