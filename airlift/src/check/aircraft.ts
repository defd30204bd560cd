import type { Plan } from '../plan.ts'
import type { Passenger, Problem } from '../problem.ts'
import type { Violation } from './violation.ts'

/** What every aircraft must keep to: masks for infants on laps, professions, adults free to help. */
export function checkAircraft(problem: Problem, plan: Plan): Violation[] {
  return problem.aircraft.flatMap(({ id, lapMasks }) => {
    const laps = plan.assignments.filter((one) => one.aircraft === id && one.lapOf !== undefined)
    const found: Violation[] = []
    if (laps.length > lapMasks) found.push({ code: 'too-many-laps', ids: laps.map((one) => one.id), at: id })
    return [...found, ...checkProfessions(problem, plan, id), ...checkHelpers(problem, plan, id)]
  })
}

function isAboard(plan: Plan, id: string, aircraft: string): boolean {
  return plan.assignments.some((one) => one.id === id && one.aircraft === aircraft)
}

function checkProfessions(problem: Problem, plan: Plan, aircraft: string): Violation[] {
  if (!problem.passengers.some((one) => isAboard(plan, one.id, aircraft))) return []
  const staff = problem.staff.filter((one) => isAboard(plan, one.id, aircraft))
  return problem.policy.professions.flatMap(({ profession, count }): Violation[] => {
    const ids = staff.filter((one) => one.professions.includes(profession)).map((one) => one.id)
    return ids.length < count ? [{ code: 'profession-missing', ids, at: `${aircraft}: ${profession}` }] : []
  })
}

function checkHelpers(problem: Problem, plan: Plan, aircraft: string): Violation[] {
  const { specialPerHelper } = problem.policy
  if (specialPerHelper === undefined) return []
  const passengers = problem.passengers.filter((one) => isAboard(plan, one.id, aircraft))
  const special = passengers.filter((one) => isSpecial(problem, plan, one))
  const helpers = [
    ...problem.staff.filter((one) => one.seatNeeded && isAboard(plan, one.id, aircraft)),
    ...passengers.filter((one) => isFreeAdult(problem, plan, one)),
  ]
  if (special.length <= specialPerHelper * helpers.length) return []
  return [{ code: 'helpers-missing', ids: special.map((one) => one.id), at: aircraft }]
}

/** An infant, on a stretcher, or looked after by somebody other than the own parent. */
function isSpecial({ policy }: Problem, plan: Plan, one: Passenger): boolean {
  const strangers = plan.escorts.filter((escort) => escort.passengers.includes(one.id))
  const alone = strangers.some((escort) => escort.adult !== one.parent)
  return alone || one.needs.stretcher === true || one.ageMonths < policy.lapUnderMonths
}

function isFreeAdult({ policy }: Problem, plan: Plan, one: Passenger): boolean {
  const { stretcher, medicalSeat, escort } = one.needs
  const escorting = plan.escorts.some((other) => other.adult === one.id && other.passengers.length > 0)
  return (
    one.ageMonths >= policy.adultFromMonths &&
    !stretcher &&
    !medicalSeat &&
    escort === undefined &&
    !escorting
  )
}
