import { refuse } from '../refusal.ts'
import type { Conditional, FamilyTable, LocusTable } from './family-table.ts'
import { type LocusAlleles, pairIndex, type Shown } from './genotype-codes.ts'
import type { ObservationModel, ProfileTable, Row } from './profile-table.ts'

/**
 * log10 of the likelihood ratio of everything the profiles show, for one family: what is to be added up. 0 where
 * the family says nothing; -Infinity where the missing person cannot show it.
 *
 * @returns by row of the profile table
 */
export function rowValues(family: FamilyTable, profiles: ProfileTable): Float64Array {
  const tables = matchedLoci(family, profiles)
  return Float64Array.from(profiles.rows, (row) => {
    const table = tables[row.locus]
    return table ? log10Ratio(table, row.shown, row.alleles, profiles.models[row.model]!) : 0
  })
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
export function log10Ratio(table: LocusTable, shown: Shown, seen: number[], model: ObservationModel): number {
  const conditional = shown === 'only' ? table.single : table.two
  // Both are of the sex that the missing person is not.
  if (!conditional) return Number.NEGATIVE_INFINITY
  const states = statesBehind(shown, seen, table.locus, model)
  const ratio = weighted(conditional.related, states) / weighted(conditional.unrelated, states)
  return Math.log10(model.error === 0 ? ratio : (1 - model.error) * ratio + model.error)
}

/** Whether the missing person may show this without a mutation; `null`: the relatives need one already. */
export function isUnmutated(
  table: LocusTable,
  { shown, alleles }: Row,
  model: ObservationModel,
): boolean | null {
  const conditional: Conditional | null = shown === 'only' ? table.single : table.two
  if (!conditional) return false
  const { unmutated } = conditional
  if (!unmutated) return null
  return statesBehind(shown, alleles, table.locus, model).some(({ index }) => unmutated[index] === 1)
}

/** A true genotype and the probability of what was seen, given it; the same rules as the engine's evidence. */
export type State = { index: number; weight: number }

/** The true genotypes behind what was seen. */
export function statesBehind(
  shown: Shown,
  alleles: number[],
  { alleles: { length: n }, silent }: LocusAlleles,
  { dropout }: ObservationModel,
): State[] {
  const [a, b] = alleles as [number, number]
  if (shown === 'only') return [{ index: a, weight: 1 }]
  // Nothing hides behind these.
  if (shown === 'both' && (a !== b || (dropout === 0 && silent < 0)))
    return [{ index: pairIndex(a, b, n), weight: 1 }]
  const states: State[] = []
  for (let other = 0; other < n; other++) {
    const weight = shown === 'one' ? 1 : homozygoteWeight(other === a, other === silent, dropout)
    if (weight > 0) states.push({ index: pairIndex(a, other, n), weight })
  }
  return states
}

/** P(one allele seen twice | it beside that other one). */
function homozygoteWeight(isSame: boolean, isSilent: boolean, dropout: number): number {
  if (isSame) return 1 - dropout ** 2
  return isSilent ? 1 - dropout : dropout * (1 - dropout)
}

function weighted(table: Float64Array, states: State[]): number {
  return states.reduce((sum, { index, weight }) => sum + weight * table[index]!, 0)
}
