import type { LocusTable } from './family-table.ts'
import { forEachPair, pairIndex, type Shown } from './genotype-codes.ts'
import type { ObservationModel, Seen } from './profile-table.ts'
import { log10Ratio, weighted } from './row-values.ts'
import { trueGenotypes } from './true-genotypes.ts'

/** A ratio at one locus and how often a stranger has it. */
export type Outcome = { log10: number; probability: number }

/**
 * What somebody unrelated shows at a locus where so much is seen of them, and what it weighs. Both alleles of a
 * heterozygote are seen unless one drops out, one allele of two is either; the probabilities sum to 1.
 */
export function strangersOutcomes(table: LocusTable, shown: Shown, model: ObservationModel): Outcome[] {
  const conditional = shown === 'only' ? table.single : table.two
  if (!conditional) return [{ log10: Number.NEGATIVE_INFINITY, probability: 1 }]
  const outcomes = shownAlleles(table, shown).flatMap((alleles): Outcome[] => {
    const seen = { shown, alleles, behind: trueGenotypes(shown, alleles, table.locus, model.dropout) }
    const probability = probabilityOf(seen, conditional.unrelated, table, model)
    return probability > 0 ? [{ log10: log10Ratio(table, seen, model), probability }] : []
  })
  const sum = outcomes.reduce((total, { probability }) => total + probability, 0)
  return outcomes.map(({ log10, probability }) => ({ log10, probability: probability / sum }))
}

/** Every list of alleles that may be seen; a silent one is not. */
function shownAlleles({ locus: { alleles, silent } }: LocusTable, shown: Shown): number[][] {
  const visible = (some: number[]) => !some.includes(silent)
  if (shown !== 'both') return alleles.map((_, allele) => [allele]).filter(visible)
  const pairs: number[][] = []
  forEachPair(alleles.length, (a, b) => pairs.push([a, b]))
  return pairs.filter(visible)
}

/** How often just this is seen of a stranger, up to a factor. */
function probabilityOf(
  { shown, alleles, behind }: Seen,
  unrelated: Float64Array,
  { locus }: LocusTable,
  { dropout }: ObservationModel,
): number {
  const [a, b] = alleles as [number, number]
  const possible = weighted(unrelated, behind)
  if (shown === 'both') return a === b ? possible : possible * (1 - dropout) ** 2
  // Of a heterozygote one allele is seen as often as the other.
  return shown === 'only' ? possible : possible + unrelated[pairIndex(a, a, locus.alleles.length)]!
}
