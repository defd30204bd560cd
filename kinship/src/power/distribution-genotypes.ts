import { silentAllele } from '../mutation.ts'
import type { Locus, Person } from '../types.ts'

/** The alleles a person shows: two, or one where there is one (X in a male). */
export type ShownGenotype = readonly string[]

/**
 * All genotypes a person may show at a locus, in the order of its alleles: a/a, a/b, ..., b/b, b/c, ... Where
 * the locus has a silent allele, a/a stands for a/a and a/silent together, and silent/silent shows nothing.
 *
 * @param known what is seen of the person already, `null` for an unknown allele; only what agrees is listed
 * @example Alleles 1 and 2: 1/1, 1/2, 2/2; on X in a male: 1, 2.
 */
export function shownGenotypes(
  locus: Locus,
  sex: Person['sex'],
  known: readonly (string | null)[] = [],
): ShownGenotype[] {
  const { alleles } = locus
  const isSingle = locus.chrom === 'X' && sex === 'male'
  const all = isSingle
    ? alleles.map((allele) => [allele])
    : alleles.flatMap((first, index) =>
        alleles.slice(index).flatMap((second) => (isHidden(first, second) ? [] : [[first, second]])),
      )
  const seen = known.filter((allele) => allele !== null)
  const wanted = isSingle ? seen.slice(0, 1) : seen
  return all.filter((genotype) => agrees(genotype, wanted))
}

/** One silent allele beside another allele shows as a homozygote, which is listed as such. */
function isHidden(first: string, second: string): boolean {
  return (first === silentAllele) !== (second === silentAllele)
}

function agrees(genotype: ShownGenotype, wanted: string[]): boolean {
  const left = [...genotype]
  return wanted.every((allele) => {
    const at = left.indexOf(allele)
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  })
}
