/** Gives `then` every allele in turn with its probability, and sums what comes back. */
export type Draw = (then: (allele: number, probability: number) => number) => number

/**
 * Founder alleles drawn one after the other from a population (Balding & Nichols 1994): after n draws, m of them
 * a, the next is a with probability (m theta + (1 - theta) p) / (1 + (n - 1) theta). Draws nest: inside `then`
 * the allele counts as drawn.
 *
 * @example After one A, theta 0.1, p(A) = 0.2: (0.1 + 0.9 * 0.2) / 1 = 0.28.
 */
export function urn(frequencies: number[], theta: number): Draw {
  const drawn = frequencies.map(() => 0)
  return (then) => {
    const n = drawn.reduce((sum, count) => sum + count, 0)
    return frequencies.reduce((sum, p, allele) => {
      const probability = (drawn[allele]! * theta + (1 - theta) * p) / (1 + (n - 1) * theta)
      drawn[allele]!++
      const term = then(allele, probability)
      drawn[allele]!--
      return sum + term
    }, 0)
  }
}
