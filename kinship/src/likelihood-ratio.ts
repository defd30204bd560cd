import type { Observed } from './engine/problem.ts'
import { type CaseFrame, type Likelihoods, prepareLikelihoods } from './likelihood.ts'
import { orRefusal, refuse } from './refusal.ts'
import type { KinshipCase, Note, RefusalDetail } from './types.ts'

/** Ratios against `reference`. `null`: the evidence is impossible under both, so no ratio exists. */
export type LikelihoodRatios = Likelihoods & {
  reference: string
  LRperLocus: Record<string, (number | null)[]>
  LR: Record<string, number | null>
  log10LR: Record<string, number | null>
}

/**
 * The likelihood ratio of every hypothesis against the reference (the last one unless named).
 *
 * @example Duo, AF A/B and C A/A, p(A) = 0.25: LR = 1 / (2 * 0.25) = 2.
 * @returns the values, or `{ refusal }` saying what to change
 */
export function likelihoodRatio(input: KinshipCase): LikelihoodRatios | { refusal: RefusalDetail } {
  return orRefusal(() => prepareLikelihoodRatio(input)(input))
}

/**
 * The same, prepared once for many sets of observations (see `prepareLikelihoods`).
 *
 * @throws KinshipRefusal when a value cannot be computed exactly
 */
export function prepareLikelihoodRatio(frame: CaseFrame): (observed: Observed) => LikelihoodRatios {
  const weigh = prepareLikelihoods(frame)
  const names = frame.hypotheses.map(({ name }) => name)
  const reference = frame.reference ?? names.at(-1)!
  if (!names.includes(reference))
    refuse('reference-unknown', `The reference "${reference}" is not among the hypotheses.`)
  const tested = names.filter((name) => name !== reference)
  return (observed) => ratiosOf(frame, weigh(observed), reference, tested)
}

function ratiosOf(
  frame: CaseFrame,
  found: Likelihoods,
  reference: string,
  tested: string[],
): LikelihoodRatios {
  const base = found.logLikelihoodPerLocus[reference]!
  const LRperLocus: LikelihoodRatios['LRperLocus'] = {}
  const LR: LikelihoodRatios['LR'] = {}
  const log10LR: LikelihoodRatios['log10LR'] = {}
  const notes = [...found.notes]
  for (const name of tested) {
    const logs = found.logLikelihoodPerLocus[name]!.map((log, locus) => logRatio(log, base[locus]!))
    LRperLocus[name] = logs.map((log) => (log === null ? null : Math.exp(log)))
    const total = logRatio(found.logLikelihood[name]!, found.logLikelihood[reference]!)
    LR[name] = finiteExp(total)
    log10LR[name] = total === null ? null : total / Math.LN10
    if (logs.includes(null)) notes.push(...impossibleNotes(frame, name, logs))
  }
  return { ...found, notes, reference, LRperLocus, LR, log10LR }
}

function logRatio(log: number, base: number): number | null {
  return log === Number.NEGATIVE_INFINITY && base === Number.NEGATIVE_INFINITY ? null : log - base
}

/** A finite ratio beyond the largest number is given by its logarithm alone, never as Infinity or 0. */
function finiteExp(log: number | null): number | null {
  if (log === null || !Number.isFinite(log)) return log === null ? null : Math.exp(log)
  const value = Math.exp(log)
  return Number.isFinite(value) && value > 0 ? value : null
}

function impossibleNotes({ loci }: CaseFrame, hypothesis: string, logs: (number | null)[]): Note[] {
  return logs.flatMap((log, index) => {
    if (log !== null) return []
    const locus = loci[index]!.name
    const message = `At ${locus} the genotypes are impossible under ${hypothesis} and under the reference, so there is no ratio: allow mutation or check the typing.`
    return [{ code: 'impossible-under-both', locus, hypothesis, message }]
  })
}
