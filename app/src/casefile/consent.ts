import { z } from 'zod'
import { Refusal } from '../platform/refusal.ts'
import { type CaseFile, eventType, type LogEvent } from './event.ts'
import { Day } from './model.ts'

/** Each purpose is asked for by itself; a yes to one is no yes to another (ICRC Handbook on Data Protection, 2024). */
export const purposes = ['dna', 'travel', 'separation', 'sharing', 'photo'] as const
export const Purpose = z.enum(purposes)
export type Purpose = z.infer<typeof Purpose>

const Text = z.string().trim().min(1).max(300)

/** How somebody said yes, so that it can be shown later that it was free and understood. */
export const Consent = z.object({
  purpose: Purpose,
  /** Who said it: the person, or for a child the mother or the guardian. */
  givenBy: z.uuid(),
  on: Day,
  place: Text,
  /** The language it was explained in, and who interpreted where that was needed. */
  language: Text,
  interpreter: Text.optional(),
  witness: Text,
  /** A copy was left with the person. */
  copyLeft: z.boolean(),
})
export type Consent = z.infer<typeof Consent>

export const consentGiven = eventType('casefile.consentGiven', {
  class: 'consent',
  sealed: true,
  detail: Consent,
})
export const consentWithdrawn = eventType('casefile.consentWithdrawn', {
  class: 'consent',
  sealed: true,
  detail: z.object({ purpose: Purpose, on: Day, reason: Text.optional() }),
})

/** The event of the consent that stands for a purpose: the last one given and not withdrawn since. */
export function standingEvent(file: CaseFile, purpose: Purpose): LogEvent<Consent> | undefined {
  let standing: LogEvent<Consent> | undefined
  for (const event of file.events) {
    if (event.type === consentGiven.type) {
      const given = event as LogEvent<Consent>
      if (given.detail.purpose === purpose) standing = given
    }
    if (event.type === consentWithdrawn.type && (event.detail as { purpose: Purpose }).purpose === purpose)
      standing = undefined
  }
  return standing
}

/** The consent that stands for a purpose. */
export const standingConsent = (file: CaseFile, purpose: Purpose): Consent | undefined =>
  standingEvent(file, purpose)?.detail

/** Withdrawal stops use at once, because every use asks here first. */
export function requireConsent(file: CaseFile, purpose: Purpose): Consent {
  const consent = standingConsent(file, purpose)
  if (!consent) throw new Refusal(`no-consent-${purpose}`)
  return consent
}
