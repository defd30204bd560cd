import { refuse } from '../refusal.ts'
import { regularizedBeta } from './incomplete-beta.ts'

/** `count`: (x + 1) / (n + 1). `upperBound`: Clopper-Pearson. `kappa`: Brenner 2010, for an unseen haplotype. */
export type MatchMethod = 'count' | 'upperBound' | 'kappa'

/**
 * The probability that an unrelated person shows a haplotype seen `count` times among `n`: the haplotype at hand
 * is counted in, (count + 1) / (n + 1) (ISFG, Roewer et al. 2020).
 *
 * @example countedProbability(0, 99) // 0.01
 * @throws KinshipRefusal `haplotype-count`
 */
export function countedProbability(count: number, n: number): number {
  checkCounts(count, n)
  return (count + 1) / (n + 1)
}

/**
 * The exact one-sided upper confidence bound of a proportion (Clopper & Pearson 1934): the share p at which seeing
 * `count` or fewer among `n` still has probability 1 - confidence.
 *
 * @example upperBound(0, 100) // 1 - 0.05^(1/100) = 0.0295
 * @throws KinshipRefusal `haplotype-count`, `confidence-range`
 */
export function upperBound(count: number, n: number, confidence = 0.95): number {
  checkCounts(count, n)
  if (!(confidence > 0 && confidence < 1)) {
    return refuse('confidence-range', 'The confidence of an upper bound must be between 0 and 1, as 0.95.')
  }
  if (count === n) return 1
  let low = 0
  let high = 1
  // P(X <= count | p) = 1 - I_p(count + 1, n - count) falls in p; halving until no number lies between.
  for (let middle = 0.5; middle > low && middle < high; middle = (low + high) / 2) {
    if (regularizedBeta(middle, count + 1, n - count) < confidence) low = middle
    else high = middle
  }
  return high
}

/**
 * Brenner's kappa: the probability that an unrelated person shows a haplotype nobody in the database shows,
 * (1 - kappa) / (n + 1), with kappa the share of singletons once the haplotype itself is added to the database
 * (Brenner 2010, doi:10.1016/j.fsigen.2009.10.013).
 *
 * @param singletons haplotypes seen exactly once among the `n`
 * @example kappaProbability({ count: 0, n: 99, singletons: 89 }) // kappa = 90/100; 0.1 / 100 = 0.001
 * @throws KinshipRefusal `kappa-not-applicable` for a haplotype that was seen, for unknown singletons, and where
 *   every haplotype is a singleton (the value would be 0)
 */
export function kappaProbability(seen: { count: number; n: number; singletons: number | null }): number {
  const { count, n, singletons } = seen
  checkCounts(count, n)
  const reason = kappaObstacle(seen)
  if (reason !== null || singletons === null) {
    return refuse('kappa-not-applicable', `Kappa does not apply: ${reason} Use counting instead.`)
  }
  return (1 - (singletons + 1) / (n + 1)) / (n + 1)
}

/** Why kappa does not apply, as a sentence; `null` where it does. */
export function kappaObstacle(seen: { count: number; n: number; singletons: number | null }): string | null {
  const { count, n, singletons } = seen
  if (count > 0) return 'the haplotype is in the database, and kappa is for haplotypes nobody showed before.'
  if (singletons === null) return 'it is not known how many haplotypes of the database were seen only once.'
  if (!(Number.isInteger(singletons) && singletons >= 0 && singletons <= n)) {
    return 'the number of haplotypes seen only once must be whole, from 0 to the size of the database.'
  }
  return singletons === n
    ? 'every haplotype of the database was seen only once, so it says nothing on how often a new one returns.'
    : null
}

function checkCounts(count: number, n: number): void {
  if (!(Number.isInteger(n) && n > 0 && Number.isInteger(count) && count >= 0 && count <= n)) {
    refuse(
      'haplotype-count',
      'A haplotype count must be a whole number from 0 to the people in the database.',
    )
  }
}
