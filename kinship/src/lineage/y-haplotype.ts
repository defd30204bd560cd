import { refuse } from '../refusal.ts'
import type { Comparison } from './database.ts'

/** Locus -> repeat number, `"14"` or `"9.3"`; the copies of a multi-copy locus together, `"11,14"`. */
export type YHaplotype = Record<string, string>

/** Loci with two copies that a profile cannot tell apart; one value stands for two equal copies. */
const twoCopies = new Set(['DYS385', 'DYF387S1', 'DYS459', 'YCAII'])

/**
 * The haplotype with copies written in order: `DYS385a` and `DYS385b` become `DYS385`, `"14-11"` becomes `"11,14"`.
 *
 * @example orderedHaplotype({ DYS19: '14', DYS385: '14-11' }) // { DYS19: '14', DYS385: '11,14' }
 * @throws KinshipRefusal `allele-missing` for a locus without a value
 */
export function orderedHaplotype(haplotype: YHaplotype): YHaplotype {
  const copies = new Map<string, string[]>()
  for (const [written, value] of Object.entries(haplotype)) {
    const locus = /^(DYS385|DYF387S1)\s*[ab]$/i.exec(written)?.[1]?.toUpperCase() ?? written
    const alleles = value.split(/[\s,;/|-]+/).filter((allele) => allele !== '')
    if (alleles.length === 0) {
      refuse(
        'allele-missing',
        `The Y locus ${written} has no allele: leave the locus out where it was not typed.`,
      )
    }
    copies.set(locus, [...(copies.get(locus) ?? []), ...alleles])
  }
  return Object.fromEntries(
    [...copies].map(([locus, alleles]) => {
      const all = alleles.length === 1 && twoCopies.has(locus) ? [...alleles, ...alleles] : alleles
      return [locus, all.sort((a, b) => Number(a) - Number(b) || (a < b ? -1 : 1)).join(',')]
    }),
  )
}

/** Loci that every one of the haplotypes carries, in the order of the first. */
export function sharedLoci(haplotypes: YHaplotype[]): string[] {
  const [first, ...others] = haplotypes
  return Object.keys(first ?? {}).filter((locus) => others.every((other) => Object.hasOwn(other, locus)))
}

/** Ordered haplotypes compared at `loci`, allele by allele. */
export function compareAt(loci: string[], isPartial: boolean): Comparison<YHaplotype> {
  const sorted = [...loci].sort()
  const keyOf = (haplotype: YHaplotype) => sorted.map((locus) => `${locus} ${haplotype[locus]}`).join('; ')
  return { keyOf, matches: (a, b) => keyOf(a) === keyOf(b), isPartial }
}
