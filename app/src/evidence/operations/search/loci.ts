import { type Locus, lociFrom } from '@sandsage/kinship'
import { frequencyTables, furtherTables } from '@sandsage/kinship/tables'
import { Refusal } from '../../../platform/refusal.ts'
import type { SearchEvidence } from '../../rules/search.ts'

/** Loci of a search: the same frequencies for every piece of it, whoever is in the piece. */
export function searchLoci({ parameters, seen }: Pick<SearchEvidence, 'parameters' | 'seen'>): Locus[] {
  const table = [...frequencyTables, ...furtherTables].find(({ id }) => id === parameters.table)
  if (!table) throw new Refusal('table-unknown')
  const loci = lociFrom(table, {
    names: Object.keys(table.loci).filter((locus) => seen[locus]),
    mutation: parameters.mutation,
    minimumFrequency: parameters.minimumFrequency,
    observed: { seen },
  })
  return loci
    .filter((locus) => locus.chrom === 'autosomal')
    .map(({ addedAlleles: _, publishedSum: __, ...locus }) => locus)
}
