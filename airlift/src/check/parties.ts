import type { Plan } from '../plan.ts'
import type { Problem } from '../problem.ts'
import type { Violation } from './violation.ts'

/**
 * A party flies on one aircraft, all or none. Where the policy lets a party split and a reason is recorded,
 * those who are not ready may stay behind, and only they.
 */
export function checkParties(problem: Problem, plan: Plan): Violation[] {
  const { policy } = problem
  if (!policy.partiesStayTogether) return []
  const found: Violation[] = []
  for (const party of new Set(problem.passengers.map((one) => one.party))) {
    const members = problem.passengers.filter((one) => one.party === party)
    const aboard = members.filter((one) => plan.assignments.some((other) => other.id === one.id))
    const behind = members.filter((one) => !aboard.includes(one))
    const aircraft = plan.assignments.filter((one) => aboard.some((other) => other.id === one.id))
    const apart = new Set(aircraft.map((one) => one.aircraft)).size > 1
    const reason = problem.splits?.find((one) => one.party === party)?.reason.trim() ?? ''
    const maySplit = policy.partialParty === 'may-split-with-reason' && reason !== ''
    const excused = maySplit && behind.every((one) => !one.ready.yes)
    const broken = aboard.length > 0 && behind.length > 0 && !excused
    if (apart || broken) found.push({ code: 'party-split', ids: members.map((one) => one.id), at: party })
  }
  return found
}
