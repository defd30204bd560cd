import { checkComparable, type GenotypeDistribution } from './distribution.ts'

/**
 * The mean likelihood ratio of two hypotheses when a third (or one of them) is true, over everything the people
 * asked for may show. All three are distributions of the same people given the same knowledge.
 *
 * @returns `Infinity` where something possible excludes the denominator; `null` where something possible is
 *   impossible under both, so that no ratio exists
 * @example One child, alleles 1 and 2 at 0.5, mother 1/2; numerator: the father is 1/1; denominator and truth:
 *   unrelated. 1/1, 1/2, 2/2 have 1/2, 1/2, 0 against 1/4, 1/2, 1/4: mean 1/4 * 2 + 1/2 * 1 + 1/4 * 0 = 1.
 * @throws KinshipRefusal `people-differ`
 */
export function expectedRatio(
  numerator: GenotypeDistribution,
  denominator: GenotypeDistribution,
  truth: GenotypeDistribution,
): number | null {
  checkComparable([numerator, denominator, truth])
  let mean = 0
  for (let at = 0; at < truth.probabilities.length; at++) {
    const weight = truth.probabilities[at]!
    if (weight === 0) continue
    const above = numerator.probabilities[at]!
    const below = denominator.probabilities[at]!
    if (above === 0 && below === 0) return null
    mean += weight * (above / below)
  }
  return mean
}
