import { Refusal } from '../platform/refusal.ts'

/**
 * Months after a placement at which somebody goes and sees the child: close together at first, and past the
 * first year, when support usually thins out (IAWG Field Handbook on Unaccompanied and Separated Children,
 * 2017, asks for follow-up visits after every reunification; the months are our own decision).
 */
export const FOLLOW_UP_MONTHS = [1, 3, 6, 12, 24] as const
export type FollowUpMonth = (typeof FOLLOW_UP_MONTHS)[number]

/** A visit may be made from two weeks before its day, and is overdue a week after it. Our own decision. */
export const DAYS_EARLY = 14
export const DAYS_LATE = 7

const DAY = 86_400_000
const toDay = (time: number): string => new Date(time).toISOString().slice(0, 10)
const timeOf = (day: string): number => Date.parse(`${day}T00:00:00Z`)
export const addDays = (day: string, days: number): string => toDay(timeOf(day) + days * DAY)

/** Whole days from one day to another: `daysBetween('2019-11-27', '2019-12-12')` is 15. */
export const daysBetween = (from: string, to: string): number => Math.round((timeOf(to) - timeOf(from)) / DAY)

/** The same day some months later, or the last of a month that is too short: 31 January + 1 is 28 February. */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return toDay(Date.UTC(year, month - 1 + months, Math.min(date, last)))
}

export type Due = { month: FollowUpMonth; due: string }

/** `dueDates('2019-12-12')` begins 2020-01-12, 2020-03-12, 2020-06-12. */
export const dueDates = (began: string): Due[] =>
  FOLLOW_UP_MONTHS.map((month) => ({ month, due: addMonths(began, month) }))

export const markStates = ['done', 'ahead', 'due', 'overdue'] as const
export type MarkState = (typeof markStates)[number]

export function markState({ due, done }: { due: string; done: string | null }, today: string): MarkState {
  if (done) return 'done'
  if (today > addDays(due, DAYS_LATE)) return 'overdue'
  return today >= addDays(due, -DAYS_EARLY) ? 'due' : 'ahead'
}

/** Refuses a visit for a month that is far ahead: nobody's two years are done with in the first spring. */
export function requireTimely(
  schedule: { month: number; due: string; done: string | null }[],
  month: FollowUpMonth,
  on: string,
): void {
  const line = schedule.find((one) => one.month === month)
  if (line?.done) throw new Refusal('followed-up-already')
  if (!line || on < addDays(line.due, -DAYS_EARLY)) throw new Refusal('follow-up-too-early')
}

export type Pair = { child: string; sibling: string }

/** Children in groups of siblings, a child without any alone; in the order given. Siblings of siblings belong together. */
export function siblingGroups(children: string[], pairs: Pair[]): string[][] {
  const left = new Set(children)
  const place = new Map(children.map((child, at) => [child, at]))
  const siblings = Map.groupBy(pairs, (pair) => pair.child)
  return children.flatMap((child) => {
    if (!left.has(child)) return []
    const group = reach([child], siblings).filter((one) => left.has(one))
    for (const one of group) left.delete(one)
    return [group.sort((a, b) => place.get(a)! - place.get(b)!)]
  })
}

/** These children and all their siblings, and the siblings of those. */
export const withSiblings = (children: string[], pairs: Pair[]): string[] =>
  reach(
    children,
    Map.groupBy(pairs, (pair) => pair.child),
  )

function reach(children: string[], siblings: ReadonlyMap<string, Pair[]>): string[] {
  const found = new Set(children)
  // A set goes on to what is added while it is gone through.
  for (const child of found) for (const { sibling } of siblings.get(child) ?? []) found.add(sibling)
  return [...found]
}

/**
 * The siblings who would live elsewhere if these children went to a home: neither going with them nor living
 * there already. Empty: nobody is separated.
 */
export function leftApart(
  going: string[],
  home: string | undefined,
  facts: { pairs: Pair[]; livesAt: ReadonlyMap<string, string> },
): string[] {
  return withSiblings(going, facts.pairs).filter(
    (one) => !going.includes(one) && (home === undefined || facts.livesAt.get(one) !== home),
  )
}

/** Siblings are parted only by a decision of two people, with its reason (UN Guidelines for Alternative Care, 17). */
export const APART_SIGNATURES = 2

export function requireTogether(apart: string[], decision: { signedBy: string[] } | undefined): void {
  if (apart.length === 0) return
  if (!decision) throw new Refusal('siblings-apart', { count: apart.length })
  const people = new Set(decision.signedBy.map((name) => name.normalize('NFC').toLowerCase()))
  if (people.size < APART_SIGNATURES) throw new Refusal('signatures-missing', { needed: APART_SIGNATURES })
}

/** Somewhere on earth it is already tomorrow: the farthest clock is 14 hours ahead of UTC. */
export const isDayToCome = (day: string, now: Date): boolean => day > toDay(now.getTime() + 14 * 3_600_000)
