import { silentAllele } from '../mutation.ts'
import type { Locus } from '../types.ts'

/** What a table needs of a locus: its name and its alleles in the order of the frequency table. */
export type LocusAlleles = {
  name: string
  chrom: Locus['chrom']
  alleles: string[]
  /** Index of the silent allele, or -1. */
  silent: number
}

/** How much of a genotype was seen: nothing, two alleles, one of two, or the one there is (X in a male). */
export type Shown = 'nothing' | 'both' | 'one' | 'only'

export function allelesOfLocus({ name, chrom, alleles }: Locus): LocusAlleles {
  return { name, chrom, alleles, silent: alleles.indexOf(silentAllele) }
}

/** Number of unordered pairs of `n` alleles. */
export function pairCount(n: number): number {
  return (n * (n + 1)) / 2
}

/**
 * The place of the unordered pair a <= b among all pairs of `n` alleles: 0/0, 0/1, ..., 1/1, 1/2, ...
 *
 * @example pairIndex(1, 2, 3) // 4: after 0/0, 0/1, 0/2 and 1/1
 */
export function pairIndex(a: number, b: number, n: number): number {
  const [low, high] = a <= b ? [a, b] : [b, a]
  return low * n - (low * (low - 1)) / 2 + (high - low)
}

/** Calls `visit` for every unordered pair, in the order of `pairIndex`. */
export function forEachPair(n: number, visit: (a: number, b: number, index: number) => void): void {
  for (let a = 0, index = 0; a < n; a++) for (let b = a; b < n; b++, index++) visit(a, b, index)
}

/**
 * An observation at a locus as one number: 0 nothing, then the pairs, then one allele of two, then the one allele
 * there is.
 *
 * @example Two alleles: 1 to 3 are 0/0, 0/1, 1/1; 4 and 5 one of two; 6 and 7 the X allele of a male.
 */
export function codeOf(shown: Shown, alleles: number[], n: number): number {
  if (shown === 'nothing') return 0
  if (shown === 'both') return 1 + pairIndex(alleles[0]!, alleles[1]!, n)
  return 1 + pairCount(n) + (shown === 'only' ? n : 0) + alleles[0]!
}
