import { refuse } from '../../platform/refusal.ts'
import type { ClaimState, Log, Side, SignatureGiven, Verdict, WeighingDone } from '../model/claims.ts'

/** log10 of the LR at which DNA alone supports a claim: 10 000, as GB/T 37223-2018; see docs/decisions/0003. */
export const SUPPORTED = 4
/** The same weight the other way. */
export const CONTRADICTED = -4

export const toLog = (value: number): Log =>
  value === Number.POSITIVE_INFINITY ? 'Infinity' : value === Number.NEGATIVE_INFINITY ? '-Infinity' : value

/**
 * What the DNA says by itself. `totals` are log10 LRs under every table that knows all weighed loci: support
 * must hold under each. A contradiction must hold under each, and without its worst locus too, because one
 * locus never excludes (a mutation, a silent allele): ISFG, Gjertson et al. 2007.
 */
export function findingOf(totals: number[], perLocus: number[]): Verdict {
  if (totals.length === 0 || perLocus.length === 0) return 'inconclusive'
  if (Math.min(...totals) >= SUPPORTED) return 'supported'
  const worst = perLocus.indexOf(Math.min(...perLocus))
  const others = perLocus.filter((_, place) => place !== worst).reduce((sum, value) => sum + value, 0)
  return Math.max(...totals) <= CONTRADICTED && others < 0 ? 'contradicted' : 'inconclusive'
}

/** Within 5 % of 1 a ratio says nothing either way. */
const SAYS_NOTHING = Math.log10(1.05)

/** Which way a total points, for the sentence around its size. Within 5 % of 1 it says nothing. */
export function pointsTo(log10LR: number): 'claim' | 'against' | 'neither' | 'impossible' {
  if (Math.abs(log10LR) < SAYS_NOTHING) return 'neither'
  if (log10LR === Number.NEGATIVE_INFINITY) return 'impossible'
  return log10LR > 0 ? 'claim' : 'against'
}

/**
 * Refuses a signature: without a weighing, twice by the same person, a second of the same side, a third, one
 * against what the DNA clearly says, one that differs from the finding and does not say why.
 */
export function requireMaySign(
  state: ClaimState,
  signature: { by: string; side: Side; weighing: string; verdict: Verdict; reason?: string },
): WeighingDone {
  const weighing = state.weighing
  if (!weighing) return refuse('not-weighed')
  if (weighing.weighing !== signature.weighing) refuse('weighed-anew')
  if (state.signatures.some(({ by }) => by === signature.by)) refuse('signed-already')
  if (state.decision === 'disagreed') refuse('signatures-disagree')
  if (state.decision) refuse('decided-already')
  if (state.signatures.some(({ side }) => side === signature.side)) refuse(`second-of-${signature.side}`)
  const opposite = { supported: 'contradicted', contradicted: 'supported', inconclusive: '' }[
    signature.verdict
  ]
  if (weighing.finding === opposite) refuse('against-the-dna')
  if (weighing.finding !== signature.verdict && !signature.reason) refuse('reason-needed')
  return weighing
}

/** What a claim is worth with one more signature. */
export function standingWith(
  signatures: Pick<SignatureGiven, 'verdict'>[],
  verdict: Verdict,
): 'signed' | 'decided' | 'disagreed' {
  if (signatures.length === 0) return 'signed'
  return signatures.every((signature) => signature.verdict === verdict) ? 'decided' : 'disagreed'
}
