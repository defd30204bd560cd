import type { Assignment, Plan } from './plan.ts'
import type { Problem } from './problem.ts'

/**
 * What a plan costs, worst first: plans are compared by the first line in which they differ.
 * No line weighs one person against another: who flies when not all can is the order of the caller's list.
 */
export type Cost = {
  /** Passengers not aboard. */
  waiting: number
  /** Their places in the list of passengers, ascending: it is better to leave the later listed. */
  passedOver: number[]
  /** Rows missing between members of a party: 0 when all sit in one row or in neighbouring rows. */
  scattered: number
  /** Escorted passengers who share no language with their escort (parents and the speechless aside). */
  speechless: number
  /** Staff not aboard. */
  staffWaiting: number
  /** Steps between members of a party and between escorts and escorted: a row counts four, a place one. */
  spread: number
}

/** Steps between two places, for `spread`. */
export const STEPS_PER_ROW = 4

/**
 * The cost of a plan that keeps the rules (`check` finds nothing).
 * @example two siblings in 1A and 1B, escort in 1C, all aboard: spread = 1 (siblings) + 2 + 1 (escort) = 4
 */
export function costOf(problem: Problem, plan: Plan): Cost {
  const aboard = new Map(plan.assignments.map((one) => [one.id, one]))
  const passedOver = problem.passengers.flatMap((one, at) => (aboard.has(one.id) ? [] : [at]))
  const places = findPlaces(problem, plan)
  const parties = new Map<string, Place[]>()
  for (const { id, party } of problem.passengers) {
    const place = places.get(id)
    if (place) parties.set(party, [...(parties.get(party) ?? []), place])
  }
  return {
    waiting: passedOver.length,
    passedOver,
    scattered: sum([...parties.values()].map((party) => countMissingRows(party.map((place) => place.row)))),
    speechless: countSpeechless(problem, plan),
    staffWaiting: problem.staff.filter((one) => !aboard.has(one.id)).length,
    spread: sum([...parties.values()].map(sumOfSteps)) + escortSteps(plan, places),
  }
}

/** Negative when `a` is the better plan, 0 when neither is. */
export function compareCosts(a: Cost, b: Cost): number {
  if (a.waiting !== b.waiting) return a.waiting - b.waiting
  const at = a.passedOver.findIndex((place, index) => place !== b.passedOver[index])
  if (at >= 0) return (b.passedOver[at] ?? 0) - (a.passedOver[at] ?? 0)
  return (
    a.scattered - b.scattered ||
    a.speechless - b.speechless ||
    a.staffWaiting - b.staffWaiting ||
    a.spread - b.spread
  )
}

/**
 * Rows between the sorted rows that nobody of the party sits in.
 * @example countMissingRows([3, 4, 7]) // 2
 */
export function countMissingRows(rows: number[]): number {
  const sorted = [...rows].sort((a, b) => a - b)
  return sum(sorted.map((row, at) => Math.max(0, row - (sorted[at - 1] ?? row) - 1)))
}

type Place = { row: number; column: number }

/** Row and column as positions in the aircraft, so that a missing row 13 is no gap. */
function findPlaces(problem: Problem, plan: Plan): Map<string, Place> {
  const assignments = new Map(plan.assignments.map((one) => [one.id, one]))
  const places = new Map<string, Place>()
  for (const one of plan.assignments) {
    const place = placeOf(problem, one.lapOf === undefined ? one : assignments.get(one.lapOf))
    if (place) places.set(one.id, place)
  }
  return places
}

function placeOf(problem: Problem, assignment: Assignment | undefined): Place | undefined {
  const seats = problem.aircraft.find((one) => one.id === assignment?.aircraft)?.seats ?? []
  const seat = seats.find((one) => one.id === assignment?.seat)
  if (!seat) return undefined
  const rows = [...new Set(seats.map((one) => one.row))].sort((a, b) => a - b)
  const columns = [...new Set(seats.map((one) => one.column))].sort()
  return { row: rows.indexOf(seat.row), column: columns.indexOf(seat.column) }
}

function steps(a: Place, b: Place): number {
  return STEPS_PER_ROW * Math.abs(a.row - b.row) + Math.abs(a.column - b.column)
}

function sumOfSteps(party: Place[]): number {
  return sum(party.flatMap((one, at) => party.slice(at + 1).map((other) => steps(one, other))))
}

function escortSteps(plan: Plan, places: Map<string, Place>): number {
  const pairs = plan.escorts.flatMap(({ adult, passengers }) => passengers.map((id) => [adult, id] as const))
  return sum(
    pairs.map(([adult, id]) => {
      const [a, b] = [places.get(adult), places.get(id)]
      return a && b ? steps(a, b) : 0
    }),
  )
}

function countSpeechless(problem: Problem, plan: Plan): number {
  const staff = new Map(problem.staff.map((one) => [one.id, one.languages]))
  const passengers = new Map(problem.passengers.map((one) => [one.id, one.languages]))
  return sum(
    plan.escorts.map(({ adult, passengers: escorted }) => {
      const spoken = staff.get(adult)
      if (!spoken) return 0
      const heard = escorted.map((id) => passengers.get(id) ?? [])
      return heard.filter((own) => own.length > 0 && !own.some((one) => spoken.includes(one))).length
    }),
  )
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
