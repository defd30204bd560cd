import { Refusal } from '../platform/refusal.ts'
import type { Circumstances, Corridor, Requirement, RequirementId } from './corridors.ts'

const HOUR = 3_600_000

/** What is held of one requirement, before asking what day it is. */
export type Holding = { state: 'met' | 'waiting' | 'not-applicable'; expires: Date | null }
export type Holdings = Partial<Record<RequirementId, Holding>>

/** What is held of one requirement on a day, for a flight. */
export const states = ['met', 'waiting', 'expired', 'expires-before-flight', 'not-applicable'] as const
export type State = (typeof states)[number]

export const applies = ({ onlyWhen }: Requirement, circumstances: Circumstances): boolean =>
  (onlyWhen?.mother?.includes(circumstances.mother) ?? true) &&
  (onlyWhen?.stays?.includes(circumstances.stays) ?? true)

/**
 * The state of one requirement on a day, for a flight at a moment. A paper that ends before take-off does not
 * carry the child across a border; after the flight only the day counts.
 */
export function stateOf(holding: Holding | undefined, on: Date, flightAt: Date): State {
  if (!holding) return 'waiting'
  if (holding.state !== 'met' || !holding.expires) return holding.state
  if (holding.expires <= on) return 'expired'
  return holding.expires < flightAt ? 'expires-before-flight' : 'met'
}

export type Readiness = { ready: boolean; because: string[] }

const REASON: Partial<Record<State, string>> = {
  waiting: 'needs',
  expired: 'expired',
  'expires-before-flight': 'expires',
}

/**
 * Whether a child could leave on a flight, and if not, every reason: `needs-judge`, `expired-fit-to-fly`,
 * `expires-travel-document`. Words: `waits.<code>`.
 */
export function readiness(corridor: Corridor, holdings: Holdings, on: Date, flightAt: Date): Readiness {
  const because = corridor.requirements.flatMap(({ id }) => {
    const reason = REASON[stateOf(holdings[id], on, flightAt)]
    return reason ? [`${reason}-${id}`] : []
  })
  return { ready: because.length === 0, because }
}

export const NOT_BEGUN: Readiness = { ready: false, because: ['clearance-not-begun'] }

/** What must be met first and is not, on a day. Empty: it may be met now. */
export function blockedBy(requirement: Requirement, holdings: Holdings, on: Date): RequirementId[] {
  return requirement.after.filter((id) => {
    const state = stateOf(holdings[id], on, on)
    return state !== 'met' && state !== 'not-applicable'
  })
}

/** Refuses to meet a requirement that does not apply, is not this profession's, comes too early, or is met already. */
export function requireMeetable(
  requirement: Requirement,
  holdings: Holdings,
  facts: { profession: string; now: Date; flightAt: Date; metBy: string },
): void {
  const { id } = requirement
  if (requirement.byEvidence) throw new Refusal('met-by-evidence')
  requireOwner(requirement, facts.profession)
  if (holdings[id]?.state === 'not-applicable') throw new Refusal('does-not-apply')
  if (stateOf(holdings[id], facts.now, facts.flightAt) === 'met')
    throw new Refusal('already-met', { by: facts.metBy })
  const [first] = blockedBy(requirement, holdings, facts.now)
  if (first) throw new Refusal(`comes-after-${first}`)
}

/** Only the professions that own a requirement say that it is met, or take it back. */
export function requireOwner({ meets }: Requirement, profession: string): void {
  if (meets.some((own) => own === profession)) return
  throw new Refusal(meets[0] === 'doctor' ? 'only-a-doctor' : 'not-your-requirement')
}

const WHOLE_DAY = 24 * HOUR - 1

/** A day counts from its first millisecond, or where something ends with it, to its last. Both UTC. */
export const toMoment = (dayOrInstant: string, edge: 'start' | 'end' = 'start'): Date =>
  dayOrInstant.includes('T')
    ? new Date(dayOrInstant)
    : new Date(Date.parse(`${dayOrInstant}T00:00:00Z`) + (edge === 'end' ? WHOLE_DAY : 0))

/** `2019-12-20` where something ends with a whole day, undefined where it ends at a moment of its own. */
export const lastDayOf = (expires: string): string | undefined =>
  expires.endsWith('T23:59:59.999Z') ? expires.slice(0, 10) : undefined

/** Somewhere on earth it is already tomorrow: the farthest clock is 14 hours ahead of UTC. */
export const isInFuture = (dayOrInstant: string, now: Date): boolean =>
  dayOrInstant.includes('T')
    ? new Date(dayOrInstant) > now
    : dayOrInstant > new Date(now.getTime() + 14 * HOUR).toISOString().slice(0, 10)

/**
 * Until when a paper holds: the day written on it, and never longer than the requirement allows.
 * A fitness to fly of 25 November 08:00 holds until 28 November 08:00.
 */
export function expiryOf(requirement: Requirement, on: Date, stated: Date | undefined): Date | null {
  const most = requirement.validHours ? new Date(on.getTime() + requirement.validHours * HOUR) : undefined
  if (!most) return stated ?? null
  return stated && stated < most ? stated : most
}
