import type { Genotypes, Locus } from '../types.ts'

/**
 * Rounded tables made to sum to 1 once for all people of the problem, so that a family and somebody alone are
 * weighed with the same frequencies: alleles somebody shows keep theirs and the others share the remainder; with
 * none unseen, all are divided by their sum.
 *
 * @example Alleles 0.5 (shown) and 0.499 (not): 0.5 and 0.5.
 */
export function settledLoci(loci: Locus[], profiles: Genotypes[string][]): Locus[] {
  return loci.map((locus) => {
    const shown = new Set(
      profiles.flatMap((profile) => (Object.hasOwn(profile, locus.name) ? profile[locus.name]! : [])),
    )
    const isShown = locus.alleles.map((allele) => shown.has(allele))
    const sumOf = (some: boolean) =>
      locus.frequencies.reduce((sum, p, index) => (isShown[index] === some ? sum + p : sum), 0)
    const [seen, unseen] = [sumOf(true), sumOf(false)]
    const isShared = unseen > 0 && seen < 1
    const factor = (index: number) => {
      if (!isShared) return 1 / (seen + unseen)
      return isShown[index] ? 1 : (1 - seen) / unseen
    }
    return { ...locus, frequencies: locus.frequencies.map((p, index) => p * factor(index)) }
  })
}
