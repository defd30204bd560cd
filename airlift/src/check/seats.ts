import type { Assignment, Plan } from '../plan.ts'
import type { Passenger, Problem, Seat } from '../problem.ts'
import type { Violation } from './violation.ts'

/** Everybody aboard has one place, of the right kind, and nobody else has it. */
export function checkSeats(problem: Problem, plan: Plan): Violation[] {
  return [...plan.assignments.flatMap((one) => checkPlace(problem, plan, one)), ...checkTaken(plan)]
}

function checkPlace(problem: Problem, plan: Plan, assignment: Assignment): Violation[] {
  const { id, aircraft, seat, lapOf } = assignment
  const ids = [id]
  const cabin = problem.aircraft.find((one) => one.id === aircraft)
  if (!cabin) return [{ code: 'unknown-aircraft', ids, at: aircraft }]
  if (seat !== undefined && lapOf !== undefined) return [{ code: 'two-places', ids }]
  if (lapOf !== undefined) return checkLap(problem, plan, assignment, lapOf)
  if (seat === undefined) {
    const crew = problem.staff.some((one) => one.id === id && !one.seatNeeded)
    return crew ? [] : [{ code: 'no-place', ids }]
  }
  const place = cabin.seats.find((one) => one.id === seat)
  if (!place) return [{ code: 'unknown-seat', ids, at: seat }]
  return checkKind(problem, plan, id, place)
}

function checkKind(problem: Problem, plan: Plan, id: string, seat: Seat): Violation[] {
  const found: Violation[] = []
  const at = seat.id
  const passenger = problem.passengers.find((one) => one.id === id)
  const needs = passenger?.needs ?? {}
  if (needs.stretcher && seat.kind !== 'stretcher') found.push({ code: 'stretcher-needed', ids: [id], at })
  if (!needs.stretcher && seat.kind === 'stretcher') found.push({ code: 'stretcher-misused', ids: [id], at })
  if (needs.medicalSeat && !seat.medical) found.push({ code: 'medical-seat-needed', ids: [id], at })
  if (seat.exitRow && !maySitAtExit(problem, plan, id, passenger))
    found.push({ code: 'exit-row', ids: [id], at })
  return found
}

/** Old enough, without needs, and looking after nobody. */
function maySitAtExit(problem: Problem, plan: Plan, id: string, passenger: Passenger | undefined): boolean {
  if (plan.escorts.some((one) => one.adult === id && one.passengers.length > 0)) return false
  if (plan.assignments.some((one) => one.lapOf === id)) return false
  if (!passenger) return true
  const { stretcher, medicalSeat, escort } = passenger.needs
  const needy = stretcher === true || medicalSeat === true || escort !== undefined
  return passenger.ageMonths >= problem.policy.exitRowMinMonths && !needy
}

function checkLap(problem: Problem, plan: Plan, { id, aircraft }: Assignment, lapOf: string): Violation[] {
  const found: Violation[] = []
  const infant = problem.passengers.find((one) => one.id === id)
  if (!infant || infant.ageMonths >= problem.policy.lapUnderMonths)
    found.push({ code: 'lap-too-old', ids: [id, lapOf] })
  if (infant?.needs.stretcher || infant?.needs.medicalSeat)
    found.push({ code: 'lap-with-needs', ids: [id, lapOf] })
  const escorts = plan.escorts.some((one) => one.adult === lapOf && one.passengers.includes(id))
  const adult = plan.assignments.find((one) => one.id === lapOf)
  const seated = adult !== undefined && adult.seat !== undefined && adult.aircraft === aircraft
  if (!escorts || !seated) found.push({ code: 'lap-not-of-escort', ids: [id, lapOf] })
  return found
}

function checkTaken({ assignments }: Plan): Violation[] {
  const found: Violation[] = []
  assignments.forEach((one, index) => {
    for (const other of assignments.slice(index + 1)) {
      const ids = [one.id, other.id]
      if (one.seat !== undefined && one.seat === other.seat && one.aircraft === other.aircraft) {
        found.push({ code: 'seat-taken-twice', ids, at: one.seat })
      }
      if (one.lapOf !== undefined && one.lapOf === other.lapOf) {
        found.push({ code: 'lap-shared', ids, at: one.lapOf })
      }
    }
  })
  return found
}
