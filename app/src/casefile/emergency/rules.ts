import { Refusal } from '../../platform/refusal.ts'
import { type Class, mayRead, type Profession } from '../access.ts'

const HOUR = 3_600_000

/** A look at these cannot be taken back: a second person agrees before the file opens (decision 0067). */
export const guarded: readonly Class[] = ['dna', 'health', 'psychology', 'custody']

/** How long an emergency lasts; ours: as long as a shift can stay at one case, and shorter than a night. */
export const HOURS: Record<Profession, number | undefined> = {
  coordinator: 4,
  consul: 4,
  geneticist: 4,
  lawyer: 4,
  lead: 4,
  doctor: 4,
  socialWorker: 4,
  protectionOfficer: 4,
  psychologist: 4,
  // Their work is with no file of a person.
  editor: undefined,
  administrator: undefined,
}

export type Policy = { hours: number; second: boolean }

/** What holds for a profession; undefined where it has no emergencies. `policyOf('doctor')` is 4 hours with a second person. */
export const policyOf = (profession: Profession): Policy | undefined => {
  const hours = HOURS[profession]
  return hours === undefined
    ? undefined
    : { hours, second: guarded.some((what) => mayRead(profession, what)) }
}

/** Who agrees, and who says afterwards whether it was right. */
export const agreeing = ['coordinator', 'lead', 'protectionOfficer'] as const
export const reviewing = ['protectionOfficer', 'lead'] as const

/** What nobody agreed to in a day is asked anew; a review that waits longer than three days is overdue. Ours. */
export const LAPSES_AFTER = 24 * HOUR
export const OVERDUE_AFTER = 72 * HOUR
/** As many unanswered askings as one account may have: guessing numbers is not a way to find people. */
export const MOST_WAITING = 5
/** As many as one account asks for in a day and a night: whoever needs more needs to be assigned. Ours. */
export const MOST_IN_A_DAY = 10

export const after = (from: string | Date, hours: number): Date =>
  new Date(new Date(from).getTime() + hours * HOUR)

export type Emergency = {
  id: string
  file: string
  actor: string
  second: boolean
  lapses: Date
  agreedBy: string | null
  /** Null while nobody agreed. */
  until: Date | null
  found: 'right' | 'wrong' | null
}
export type State = 'waiting' | 'lapsed' | 'standing' | 'over'

export function stateOf({ until, lapses }: Pick<Emergency, 'until' | 'lapses'>, now: Date): State {
  if (until) return until > now ? 'standing' : 'over'
  return lapses > now ? 'waiting' : 'lapsed'
}

export const isOverdue = ({ until }: Pick<Emergency, 'until'>, now: Date): boolean =>
  until !== null && until.getTime() + OVERDUE_AFTER < now.getTime()

/** Two people: whoever asked does not agree, and what waits no more is not agreed to. */
export function requireAgreeable(one: Emergency, by: string, now: Date): void {
  if (one.actor === by) throw new Refusal('emergency-own')
  const state = stateOf(one, now)
  if (state === 'lapsed') throw new Refusal('emergency-lapsed')
  if (state !== 'waiting') throw new Refusal('emergency-agreed-already')
}

/** A third look: neither who opened it nor who agreed, when it is over, once. */
export function requireReviewable(one: Emergency, by: string, now: Date): void {
  if (one.actor === by || one.agreedBy === by) throw new Refusal('emergency-own')
  if (one.found) throw new Refusal('emergency-reviewed-already')
  if (stateOf(one, now) !== 'over') throw new Refusal('emergency-not-over')
}
