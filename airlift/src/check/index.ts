import type { Plan } from '../plan.ts'
import type { Problem } from '../problem.ts'
import { checkAircraft } from './aircraft.ts'
import { checkEscorts } from './escorts.ts'
import { checkLists } from './lists.ts'
import { checkParties } from './parties.ts'
import { checkSeats } from './seats.ts'
import type { Violation } from './violation.ts'

export type { Violation, ViolationCode } from './violation.ts'

/**
 * Every rule a plan breaks; empty when it keeps them all. It trusts no planner and shares no code with one:
 * each rule is asked of each person, one at a time, from the problem and the plan alone.
 * @example two passengers assigned to seat 1A: [{ code: 'seat-taken-twice', ids: ['p1', 'p2'], at: '1A' }]
 */
export function check(problem: Problem, plan: Plan): Violation[] {
  return [
    ...checkLists(problem, plan),
    ...checkSeats(problem, plan),
    ...checkParties(problem, plan),
    ...checkEscorts(problem, plan),
    ...checkAircraft(problem, plan),
  ]
}
