import { refuse } from '../refusal.ts'
import type { FamilyTable, LocusTable } from './family-table.ts'
import type { LocusAlleles } from './genotype-codes.ts'
import type { ObservationModel, ProfileTable, Seen } from './profile-table.ts'
import type { TrueGenotype } from './true-genotypes.ts'

/**
 * log10 of the likelihood ratio of everything the profiles show, for one family: what is to be added up. 0 where
 * the family says nothing; -Infinity where the missing person cannot show it.
 *
 * @returns by row of the profile table
 */
export function rowValues(family: FamilyTable, profiles: ProfileTable): Float64Array {
  const tables = matchedLoci(family, profiles)
  const { rows, models } = profiles
  const values = new Float64Array(rows.length)
  for (let row = 1; row < rows.length; row++) {
    const { locus, model } = rows[row]!
    const table = tables[locus]
    if (table) values[row] = log10Ratio(table, rows[row]!, models[model]!)
  }
  return values
}

/** The family's loci in the order of the profiles'; `null` where it has none. */
export function matchedLoci(family: FamilyTable, profiles: ProfileTable): (LocusTable | null)[] {
  const byName = new Map(family.loci.map((table) => [table.locus.name, table]))
  return profiles.loci.map((locus) => {
    const table = byName.get(locus.name)
    if (table && !isSameLocus(table.locus, locus)) {
      refuse(
        'locus-differs',
        `Locus ${locus.name} has other alleles in family "${family.id}" than in the profiles: prepare both from one table.`,
      )
    }
    return table ?? null
  })
}

function isSameLocus(one: LocusAlleles, other: LocusAlleles): boolean {
  const { alleles } = other
  return (
    one.chrom === other.chrom &&
    one.alleles.length === alleles.length &&
    one.alleles.every((allele, i) => allele === alleles[i])
  )
}

/** log10 of the ratio of one observation. */
export function log10Ratio(table: LocusTable, { shown, behind }: Seen, { error }: ObservationModel): number {
  const conditional = shown === 'only' ? table.single : table.two
  // Both are of the sex that the missing person is not.
  if (!conditional) return Number.NEGATIVE_INFINITY
  if (error === 0 && behind.length === 1) return conditional.log10Ratios[behind[0]!.index]!
  const ratio = weighted(conditional.related, behind) / weighted(conditional.unrelated, behind)
  return Math.log10(error === 0 ? ratio : (1 - error) * ratio + error)
}

/** Whether the missing person may show this without a mutation; `null`: the relatives need one already. */
export function isUnmutated(table: LocusTable, { shown, behind }: Seen): boolean | null {
  const conditional = shown === 'only' ? table.single : table.two
  if (!conditional) return false
  const { unmutated } = conditional
  return unmutated && behind.some(({ index }) => unmutated[index] === 1)
}

/** The sum of a table over what may be behind an observation. */
export function weighted(table: Float64Array, behind: TrueGenotype[]): number {
  let sum = 0
  for (const { index, weight } of behind) sum += weight * table[index]!
  return sum
}
