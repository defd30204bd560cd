import type { CaseFile } from '../casefile/event.ts'
import { advised, reachNoted } from './model/advice.ts'
import { type ClaimState, claimed, claimsOf, signatureWithdrawn, signed, weighed } from './model/claims.ts'
import { familyDrawn } from './model/family.ts'
import { kitHandedOver, kitIssued, kitOpened, kitReceived, profileRecorded } from './model/samples.ts'
import { searchEvents } from './model/search.ts'

export * from './model/advice.ts'
export * from './model/claims.ts'
export * from './model/family.ts'
export * from './model/samples.ts'
export * from './model/search.ts'

export const events = [
  familyDrawn,
  kitIssued,
  kitHandedOver,
  kitReceived,
  kitOpened,
  profileRecorded,
  claimed,
  weighed,
  signed,
  signatureWithdrawn,
  ...searchEvents,
  reachNoted,
  advised,
]

/** The claim that two people decided is supported, where exactly one is: what the next station asks for. */
export function kinshipDecided(child: CaseFile): ClaimState | undefined {
  const supported = claimsOf(child).filter((claim) => claim.decision === 'supported')
  return supported.length === 1 ? supported[0] : undefined
}
