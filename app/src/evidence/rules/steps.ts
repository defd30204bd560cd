import type { StepState } from '../../casefile/steps.ts'

/** How far a claim has come, as a list needs it; the finding itself stays sealed. */
export const claimStages = [
  'claimed',
  'weighed',
  'inconclusive',
  'signed',
  'disagreed',
  'supported',
  'closed',
] as const
export type ClaimStage = (typeof claimStages)[number]

/** A claim, and whether there is anything to weigh: the child is typed, and somebody of the family is. */
export type ClaimFacts = { stage: ClaimStage; ready: boolean }

/**
 * Where a child stands at this station, by the claim nearest to a decision. A closed claim (decided, and not
 * supported) leaves the child waiting for another one.
 */
export function stepOf(claims: ClaimFacts[]): { state: StepState; waitsFor?: string } {
  const has = (stage: ClaimStage) => claims.some((claim) => claim.stage === stage)
  const supported = claims.filter((claim) => claim.stage === 'supported').length
  if (supported > 1) return { state: 'problem', waitsFor: 'competing-decisions' }
  if (supported === 1) return { state: 'done' }
  if (has('disagreed')) return { state: 'problem', waitsFor: 'disagreement' }
  if (has('signed')) return { state: 'waiting', waitsFor: 'second-signature' }
  if (has('weighed')) return { state: 'waiting', waitsFor: 'first-signature' }
  if (claims.some((claim) => claim.stage === 'claimed' && claim.ready))
    return { state: 'waiting', waitsFor: 'weighing' }
  if (has('claimed')) return { state: 'waiting', waitsFor: 'profiles' }
  if (has('inconclusive')) return { state: 'waiting', waitsFor: 'more-relatives' }
  return { state: 'waiting', waitsFor: 'claim' }
}
