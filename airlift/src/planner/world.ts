import type { Assignment, Plan } from '../plan.ts'
import type { Aircraft, Passenger, Policy, Problem, Seat, StaffMember } from '../problem.ts'

/** A problem prepared for search. */
export type World = {
  problem: Problem
  policy: Policy
  cabins: Cabin[]
  passengers: Map<string, Passenger>
  staff: Map<string, StaffMember>
  /** What one adult can carry, in shares: the least common multiple of all `perAdult`. */
  fullLoad: number
  /** Shares of an adult a passenger takes; 0 for whoever needs no escort. */
  load: Map<string, number>
  /** The adults who may escort a passenger, parent first, then staff as listed. */
  escortsOf: Map<string, string[]>
  /** The same text for staff whom no rule tells apart. */
  kindOf: Map<string, string>
  /** What an earlier plan gave: kept where it can be. */
  kept: Kept
}

export type Kept = { escortOf: Map<string, string>; placeOf: Map<string, Assignment> }

/** Seats that no rule tells apart: same row, same kind, same reach, same exit. */
export type SeatClass = { row: number; stretcher: boolean; medical: boolean; exit: boolean; seats: Seat[] }

export type Cabin = {
  id: string
  classes: SeatClass[]
  rowCount: number
  columns: string[]
  lapMasks: number
  ordinary: number
  stretchers: number
  /** Classes (by position) for each sort of person, once asked for. */
  domains: Map<string, number[]>
}

/** Steps a search may still take; `cut` once it had to stop early: its "no" then means "not found". */
export type Budget = { left: number; cut: boolean }

/** Whether no steps are left; then the search stops early. */
export function isSpent(budget: Budget): boolean {
  const spent = budget.left <= 0
  if (spent) budget.cut = true
  return spent
}

/** Takes one step, or notes that the search was cut short. */
export function mayStep(budget: Budget): boolean {
  if (isSpent(budget)) return false
  budget.left--
  return true
}

export function makeWorld(problem: Problem, earlier?: Plan): World {
  const { policy } = problem
  const fullLoad = policy.ratios.reduce((all, { perAdult }) => (all / gcd(all, perAdult)) * perAdult, 1)
  const world: World = {
    problem,
    policy,
    cabins: problem.aircraft.map(makeCabin),
    passengers: new Map(problem.passengers.map((one) => [one.id, one])),
    staff: new Map(problem.staff.map((one) => [one.id, one])),
    fullLoad,
    load: new Map(problem.passengers.map((one) => [one.id, loadOf(one, policy, fullLoad)])),
    escortsOf: new Map(),
    kindOf: new Map(problem.staff.map((one) => [one.id, kindOf(one, problem)])),
    kept: toKept(earlier),
  }
  for (const one of problem.passengers) {
    const parent = one.parent !== undefined && isAbleParent(world, one) ? [one.parent] : []
    const staff = problem.staff.filter((adult) => mayEscort(policy, adult, one)).map((adult) => adult.id)
    world.escortsOf.set(one.id, [...parent, ...staff])
  }
  return world
}

function toKept(earlier: Plan | undefined): Kept {
  const escorts = earlier?.escorts ?? []
  return {
    escortOf: new Map(escorts.flatMap(({ adult, passengers }) => passengers.map((id) => [id, adult]))),
    placeOf: new Map(earlier?.assignments.map((one) => [one.id, one])),
  }
}

/** Whether escort and escorted can talk, as far as a rule can ask for it. */
export function shareLanguage(adult: StaffMember, passenger: Passenger): boolean {
  const own = passenger.languages
  return own.length === 0 || own.some((language) => adult.languages.includes(language))
}

export function hasNeeds({ needs }: Passenger): boolean {
  return needs.stretcher === true || needs.medicalSeat === true || needs.escort !== undefined
}

/** Infant enough for a lap, and not in need of a place of their own. */
export function fitsOnLap(policy: Policy, passenger: Passenger): boolean {
  return (
    passenger.ageMonths < policy.lapUnderMonths && !passenger.needs.stretcher && !passenger.needs.medicalSeat
  )
}

function mayEscort(policy: Policy, adult: StaffMember, passenger: Passenger): boolean {
  const { escort } = passenger.needs
  if (!adult.canEscort || !adult.seatNeeded) return false
  if (escort !== undefined && !adult.professions.includes(escort)) return false
  return policy.commonLanguage === 'prefer' || shareLanguage(adult, passenger)
}

function isAbleParent({ passengers, policy }: World, passenger: Passenger): boolean {
  const parent = passengers.get(passenger.parent ?? '')
  if (!parent || passenger.needs.escort !== undefined) return false
  return parent.ageMonths >= policy.adultFromMonths && !hasNeeds(parent) && !needsEscort(parent, policy)
}

function needsEscort({ ageMonths, needs }: Passenger, { ratios }: Policy): boolean {
  return needs.escort !== undefined || ratios.some(({ underMonths }) => ageMonths < underMonths)
}

function loadOf(passenger: Passenger, policy: Policy, fullLoad: number): number {
  const ratio = policy.ratios.find(({ underMonths }) => passenger.ageMonths < underMonths)
  if (ratio) return fullLoad / ratio.perAdult
  return needsEscort(passenger, policy) ? fullLoad : 0
}

function kindOf(one: StaffMember, { policy, passengers }: Problem): string {
  const wanted = new Set(policy.professions.map(({ profession }) => profession))
  for (const { needs } of passengers) if (needs.escort !== undefined) wanted.add(needs.escort)
  const professions = one.professions.filter((profession) => wanted.has(profession)).sort()
  return JSON.stringify([professions, [...one.languages].sort(), one.canEscort, one.seatNeeded])
}

function makeCabin({ id, seats, lapMasks }: Aircraft): Cabin {
  const rows = [...new Set(seats.map((seat) => seat.row))].sort((a, b) => a - b)
  const columns = [...new Set(seats.map((seat) => seat.column))].sort()
  const classes = new Map<string, SeatClass>()
  const ordered = [...seats].sort(
    (a, b) => a.row - b.row || columns.indexOf(a.column) - columns.indexOf(b.column),
  )
  for (const seat of ordered) {
    const stretcher = seat.kind === 'stretcher'
    const row = rows.indexOf(seat.row)
    const key = `${row} ${stretcher} ${seat.medical} ${seat.exitRow}`
    const known = classes.get(key)
    if (known) known.seats.push(seat)
    else classes.set(key, { row, stretcher, medical: seat.medical, exit: seat.exitRow, seats: [seat] })
  }
  const stretchers = seats.filter((seat) => seat.kind === 'stretcher').length
  const ordinary = seats.length - stretchers
  return {
    id,
    classes: [...classes.values()],
    rowCount: rows.length,
    columns,
    lapMasks,
    ordinary,
    stretchers,
    domains: new Map(),
  }
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b)
}
