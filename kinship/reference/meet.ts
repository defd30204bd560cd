import fc from 'fast-check'
import { expect } from 'vitest'
import { likelihoods } from '../src/likelihood.ts'
import { KinshipRefusal } from '../src/refusal.ts'
import type { KinshipCase } from '../src/types.ts'

/** Terms a random case may cost the twin; larger ones are drawn again. */
const mostTermsOfATest = 1e5

/** The engine's likelihood of hypothesis H: of its first locus, or of all loci together. */
export function engine(input: KinshipCase, of: 'first' | 'all' = 'first'): number {
  const { logLikelihoodPerLocus, logLikelihood } = likelihoods(input)
  return Math.exp(of === 'first' ? logLikelihoodPerLocus.H![0]! : logLikelihood.H!)
}

/** The twin's value; a case too large for a test is left out of the property. */
export function small(twin: (most: number) => number): number {
  try {
    return twin(mostTermsOfATest)
  } catch (error) {
    fc.pre(!(error instanceof KinshipRefusal && error.code === 'too-large-for-the-definition'))
    throw error
  }
}

/** Agreement to 1e-9, relative; NaN agrees with nothing. */
export function expectSame(value: number, expected: number): void {
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(1e-9 * Math.max(value, expected))
}
