import type { Passenger, Problem } from '../problem.ts'

/** Passengers who fly together or not at all, in the order of the caller's list. */
export type Unit = { party: string; members: Passenger[] }

/**
 * The parts of the parties that may fly. Whoever is not ready is in none; the others of their party are in
 * one only where the policy lets a party split and people have recorded a reason.
 */
export function toUnits(problem: Problem): Unit[] {
  const { policy } = problem
  const ready = problem.passengers.filter((one) => one.ready.yes)
  if (!policy.partiesStayTogether) return ready.map((one) => ({ party: one.party, members: [one] }))
  const held = new Set(problem.passengers.filter((one) => !one.ready.yes).map((one) => one.party))
  const units = new Map<string, Unit>()
  for (const one of ready) {
    if (held.has(one.party) && splitReason(problem, one.party) === undefined) continue
    const unit = units.get(one.party)
    if (unit) unit.members.push(one)
    else units.set(one.party, { party: one.party, members: [one] })
  }
  return [...units.values()]
}

/** The recorded reason for which a party may split, where the policy allows it. */
export function splitReason({ policy, splits }: Problem, party: string): string | undefined {
  if (policy.partialParty !== 'may-split-with-reason') return undefined
  const reason = splits?.find((split) => split.party === party)?.reason.trim()
  return reason === '' ? undefined : reason
}
