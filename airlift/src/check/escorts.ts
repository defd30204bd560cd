import type { Assignment, Plan } from '../plan.ts'
import type { Passenger, Problem } from '../problem.ts'
import type { Violation } from './violation.ts'

/** Whoever needs an escort has one, who may, is near, and has no more than the ratios allow. */
export function checkEscorts(problem: Problem, plan: Plan): Violation[] {
  const found: Violation[] = []
  for (const one of problem.passengers) {
    if (plan.assignments.some((other) => other.id === one.id)) found.push(...checkOwn(problem, plan, one))
  }
  for (const { adult, passengers } of plan.escorts) {
    const strangers = passengers.filter((id) => !problem.passengers.some((one) => one.id === id))
    for (const id of strangers) found.push({ code: 'unknown-person', ids: [id] })
    const ashore = passengers.filter((id) => !plan.assignments.some((one) => one.id === id))
    for (const id of ashore) found.push({ code: 'escorted-not-aboard', ids: [adult, id] })
  }
  for (const adult of new Set(plan.escorts.map((one) => one.adult)))
    found.push(...checkRatio(problem, plan, adult))
  return found
}

function checkOwn(problem: Problem, plan: Plan, passenger: Passenger): Violation[] {
  const { id, ageMonths, needs } = passenger
  const named = plan.escorts.flatMap((one) =>
    one.passengers.filter((other) => other === id).map(() => one.adult),
  )
  if (named.length === 0) {
    const minor = problem.policy.ratios.some((ratio) => ageMonths < ratio.underMonths)
    return minor || needs.escort !== undefined ? [{ code: 'no-escort', ids: [id] }] : []
  }
  if (named.length > 1) return [{ code: 'escorted-twice', ids: [id, ...named] }]
  return checkPair(problem, plan, passenger, named[0]!)
}

function checkPair(problem: Problem, plan: Plan, passenger: Passenger, adult: string): Violation[] {
  const ids = [passenger.id, adult]
  const own = plan.assignments.find((one) => one.id === passenger.id)
  const escort = plan.assignments.find((one) => one.id === adult)
  if (!own || !escort || escort.seat === undefined || own.aircraft !== escort.aircraft) {
    return [{ code: 'escort-not-aboard', ids }]
  }
  const found: Violation[] = []
  const distance = countRows(problem, own.lapOf === adult ? escort : own, escort)
  if (distance === undefined || distance > problem.policy.escortRows)
    found.push({ code: 'escort-too-far', ids })
  const staff = problem.staff.find((one) => one.id === adult)
  if (!staff) {
    if (!isAbleParent(problem, passenger, adult)) found.push({ code: 'escort-may-not', ids })
    if (passenger.needs.escort !== undefined) found.push({ code: 'escort-profession', ids })
    return found
  }
  if (!staff.canEscort || !staff.seatNeeded) found.push({ code: 'escort-may-not', ids })
  const wanted = passenger.needs.escort
  if (wanted !== undefined && !staff.professions.includes(wanted))
    found.push({ code: 'escort-profession', ids })
  const mute =
    passenger.languages.length > 0 && !passenger.languages.some((one) => staff.languages.includes(one))
  if (mute && problem.policy.commonLanguage === 'require') found.push({ code: 'escort-language', ids })
  return found
}

/** An adult passenger, named as the parent, who needs nothing and nobody themselves. */
function isAbleParent({ passengers, policy }: Problem, passenger: Passenger, adult: string): boolean {
  const parent = passengers.find((one) => one.id === adult)
  if (!parent || passenger.parent !== adult || parent.ageMonths < policy.adultFromMonths) return false
  const { stretcher, medicalSeat, escort } = parent.needs
  if (stretcher || medicalSeat || escort !== undefined) return false
  return policy.ratios.every((ratio) => parent.ageMonths >= ratio.underMonths)
}

/** Each of the escorted takes 1/perAdult of an adult; together at most one. In whole numbers, so exactly. */
function checkRatio(problem: Problem, plan: Plan, adult: string): Violation[] {
  const { ratios, ratiosBindParents } = problem.policy
  if (!ratiosBindParents && problem.passengers.some((one) => one.id === adult)) return []
  const ids = plan.escorts.filter((one) => one.adult === adult).flatMap((one) => one.passengers)
  const whole = ratios.reduce((product, ratio) => product * ratio.perAdult, 1)
  let taken = 0
  for (const id of new Set(ids)) {
    const passenger = problem.passengers.find((one) => one.id === id)
    const ratio = ratios.find((one) => passenger !== undefined && passenger.ageMonths < one.underMonths)
    if (ratio) taken += whole / ratio.perAdult
    else if (passenger?.needs.escort !== undefined) taken += whole
  }
  return taken > whole ? [{ code: 'ratio-exceeded', ids: [adult, ...ids] }] : []
}

/** Rows between two seats of one aircraft, counting only rows that exist. */
function countRows(problem: Problem, a: Assignment, b: Assignment): number | undefined {
  const seats = problem.aircraft.find((one) => one.id === a.aircraft)?.seats ?? []
  const [from, to] = [a, b].map((one) => seats.find((seat) => seat.id === one.seat)?.row)
  if (from === undefined || to === undefined) return undefined
  const [low, high] = [Math.min(from, to), Math.max(from, to)]
  return new Set(seats.map((seat) => seat.row).filter((row) => row > low && row <= high)).size
}
