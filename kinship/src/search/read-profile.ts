import { refuse } from '../refusal.ts'
import type { Locus, Sex } from '../types.ts'
import type { LocusAlleles, Shown } from './genotype-codes.ts'

/** Somebody who may be one of the missing; an allele `null` or left out is unknown. */
export type ProfileInput = {
  id: string
  sex: Sex
  genotypes: Record<string, (string | null)[]>
  /** Probability that an allele drops out; 0 when absent. */
  dropout?: number
}

/** The alleles seen, as indices of the locus's table. */
export function readAlleles(profile: ProfileInput, locus: Locus, indexOf: Map<string, number>): number[] {
  const { id, genotypes } = profile
  const observed = Object.hasOwn(genotypes, locus.name) ? genotypes[locus.name]! : []
  if (observed.length > 2) {
    refuse(
      'too-many-alleles',
      `"${id}" has ${observed.length} alleles at ${locus.name}; a genotype has at most two.`,
    )
  }
  return observed.flatMap((allele) => {
    if (allele === null) return []
    const index = indexOf.get(allele)
    if (index === undefined) {
      return refuse(
        'allele-not-in-table',
        `"${id}" shows allele ${allele} at ${locus.name}, which has no frequency: add it to the table with a stated minimum frequency.`,
      )
    }
    if (locus.frequencies[index] === 0) {
      refuse(
        'allele-without-frequency',
        `"${id}" shows allele ${allele} at ${locus.name}, whose frequency is 0: give it a stated minimum frequency.`,
      )
    }
    return [index]
  })
}

/** Drop-out and nothing seen: the engine refuses that too. */
export function checkSomethingSeen(
  { id, dropout = 0 }: ProfileInput,
  locus: LocusAlleles,
  alleles: number[],
): void {
  if (dropout === 0 || alleles.length < 2 || alleles.some((allele) => allele !== locus.silent)) return
  refuse(
    'dropout-nothing-seen',
    `Nothing was seen of "${id}" at ${locus.name}; with drop-out that is no evidence of a silent allele: leave the locus out for them, or set their drop-out to 0.`,
  )
}

/** How much that is. */
export function shownBy({ id, sex }: ProfileInput, { name, chrom }: Locus, alleles: number[]): Shown {
  if (alleles.length === 0) return 'nothing'
  if (chrom !== 'X') return alleles.length === 2 ? 'both' : 'one'
  if (sex === 'unknown') return 'nothing'
  if (sex === 'female') return alleles.length === 2 ? 'both' : 'one'
  if (alleles.length === 2 && alleles[0] !== alleles[1]) {
    refuse(
      'two-alleles-in-male',
      `"${id}" is male and shows two alleles at the X locus ${name}: check sex and typing.`,
    )
  }
  return 'only'
}
