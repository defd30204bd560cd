import { defaultPolicy, type Passenger, type Policy, type Problem, type StaffMember } from '@sandsage/airlift'
import { Refusal } from '../platform/refusal.ts'
import type { Membership, Planned, TravelNeeds } from './model.ts'

/** The carer ratios and the professions aboard, as airlift documents them with their sources. */
export const policy: Policy = defaultPolicy

export type Child = {
  id: string
  /** Undefined when nothing is known of the age: then the child is cared for as an infant is. */
  ageMonths: number | undefined
  sex: 'female' | 'male' | 'unknown'
  languages: string[]
  needs: TravelNeeds
  party: string
  readiness: { ready: boolean; because: string[] }
}

/** The question to the planner: every child and every member of the team, none left out. */
export function toProblem(
  flightAt: string,
  aircraft: Problem['aircraft'],
  children: Child[],
  team: Map<string, Membership>,
): Problem {
  return {
    ...{ aircraft, policy, flightAt },
    passengers: children.map(toPassenger),
    staff: [...team].map(([id, member]): StaffMember => ({ id, ...member })),
  }
}

function toPassenger({ id, ageMonths, sex, languages, needs, party, readiness }: Child): Passenger {
  return {
    ...{ id, party, languages, needs },
    ageMonths: ageMonths ?? 0,
    ...(sex === 'unknown' ? {} : { sex }),
    ready: readiness.ready ? { yes: true } : { yes: false, because: readiness.because },
  }
}

/** Whom the current plan has aboard; the head count and the handover go by it. */
export const aboardOf = (plan: Planned | undefined): string[] =>
  plan?.plan.assignments.map((one) => one.id) ?? []

/** Only a child with a place on the plan that holds now is handed over; the plan is made again first otherwise. */
export function requireAboard(plan: Planned | undefined, child: string): void {
  if (!aboardOf(plan).includes(child)) throw new Refusal('not-aboard')
}

/** Who of those expected is not there, and who is there unexpected. */
export function compareCount(expected: string[], present: string[]): { missing: string[]; extra: string[] } {
  const [there, wanted] = [new Set(present), new Set(expected)]
  return { missing: expected.filter((id) => !there.has(id)), extra: present.filter((id) => !wanted.has(id)) }
}
