import type { Frequencies } from './familias.ts'
import { type Genotype, loci, type Profile } from './loci.ts'

/**
 * P(child's genotype | one allele of it is a copy of one of the relative's) / P(child's genotype), at
 * Hardy-Weinberg proportions. A parent and child at a locus of two alleles of 0.1, a/b and a/b:
 * (0.1/2 + 0.1/2) / (2 * 0.1 * 0.1) = 5.
 */
export function ratioSharingOne(
  relative: Genotype,
  child: Genotype,
  frequency: Record<string, number>,
): number {
  const [first, second] = child
  const [p, q] = [frequency[first]!, frequency[second]!]
  const given = (shared: string): number =>
    first === second
      ? Number(shared === first) * p
      : Number(shared === first) * q + Number(shared === second) * p
  const together = (given(relative[0]) + given(relative[1])) / 2
  return together / (first === second ? p * p : 2 * p * q)
}

/**
 * log10 of the likelihood ratio that a relative and a child share one allele by descent with probability
 * `sharing` at each locus (1 parent; 1/2 grandparent, aunt, uncle, half-sibling), against being unrelated.
 * No mutation, no theta, loci independent; -Infinity where a parent shares no allele.
 */
export const log10Ratio = (
  relative: Profile,
  child: Profile,
  frequencies: Frequencies,
  sharing: number,
): number =>
  loci.reduce((sum, locus) => {
    const ratio = ratioSharingOne(relative[locus]!, child[locus]!, frequencies[locus]!)
    return sum + Math.log10(1 - sharing + sharing * ratio)
  }, 0)
