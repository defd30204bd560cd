import type { FrequencyTable } from './frequency-table.ts'
import type { TableEntry } from './minimum-frequency.ts'
import { refuse } from './refusal.ts'

/**
 * A table and what it counts for. 1 counts every allele of it as one, 0.1 as a tenth. `chromosomes`: for a table
 * that does not say how many alleles it counts, the number to take it for.
 */
export type WeightedTable = { table: FrequencyTable; weight: number; chromosomes?: number }

export type Merge = {
  id: string
  title: string
  parts: WeightedTable[]
  /** Pseudo-count of the Dirichlet prior at each locus, shared equally by its alleles; 0 when absent. */
  prior?: number
}

/**
 * One table from several by their weighted counts. Counts x_k with weights w_k and a Dirichlet prior of `prior`/A for
 * each of the A alleles give a Dirichlet posterior (power prior, Ibrahim & Chen 2000, Statist Sci 15:46-60); its mean
 * (prior/A + sum w_k x_k) / (prior + sum w_k N_k) is the frequency, its size the effective number of alleles counted,
 * kept as `chromosomes` of the locus for the minimum-frequency rules and `tableUncertaintyTheta`. A locus some tables
 * lack comes from the others. The people of all parts must be other people: nobody is counted twice.
 *
 * @example 100 alleles with A 0.2 at weight 1 and 1000 with A 0.5 at weight 0.1: (20 + 50) / (100 + 100) = 0.35,
 *   effective size 200
 * @throws KinshipRefusal `no-table`, `mixture-weight`, `mixture-prior`, `table-without-size`
 */
export function mergeTables({ id, title, parts, prior = 0 }: Merge): FrequencyTable {
  if (parts.length === 0) return refuse('no-table', 'Name at least one frequency table to merge.')
  if (!(prior >= 0 && Number.isFinite(prior))) {
    return refuse('mixture-prior', 'The pseudo-count of the prior is a number from 0.')
  }
  const unusable = parts.find(({ weight }) => !(weight > 0 && Number.isFinite(weight)))
  if (unusable) {
    return refuse(
      'mixture-weight',
      `The weight of "${unusable.table.title}" is ${unusable.weight}: it must be above 0, or leave the table out.`,
    )
  }
  const names = [...new Set(parts.flatMap(({ table }) => Object.keys(table.loci)))].sort()
  const loci = Object.fromEntries(names.map((name) => [name, mergedLocus(name, parts, prior)]))
  const sizes = Object.values(loci).map(({ chromosomes }) => chromosomes)
  return {
    id,
    title,
    source: parts.map(({ table, weight }) => `${table.id} at weight ${weight}: ${table.source}`).join('; '),
    licence: [...new Set(parts.map(({ table }) => table.licence))].join('; '),
    note: `Posterior mean of weighted counts with a Dirichlet prior of ${prior} in all; n is the effective size of the largest locus.`,
    n: Math.max(...sizes) / 2,
    loci,
  }
}

function mergedLocus(name: string, parts: WeightedTable[], prior: number): Required<TableEntry> {
  const counted = parts.flatMap((part) => {
    if (!Object.hasOwn(part.table.loci, name)) return []
    const { alleles, frequencies } = part.table.loci[name]!
    const size = part.weight * sizeAt(part, name)
    const sum = frequencies.reduce((total, p) => total + p, 0)
    return [{ size, share: new Map(alleles.map((allele, i) => [allele, frequencies[i]! / sum])) }]
  })
  const alleles = [...new Set(counted.flatMap(({ share }) => [...share.keys()]))]
  alleles.sort((a, b) => Number(a) - Number(b))
  const chromosomes = counted.reduce((total, { size }) => total + size, prior)
  const frequencies = alleles.map((allele) => {
    const count = counted.reduce((total, { size, share }) => total + size * (share.get(allele) ?? 0), 0)
    return (count + prior / alleles.length) / chromosomes
  })
  return { alleles, frequencies, chromosomes }
}

function sizeAt({ table, chromosomes }: WeightedTable, locus: string): number {
  const size = chromosomes ?? table.loci[locus]!.chromosomes ?? (table.n === null ? null : 2 * table.n)
  if (size === null || !(size > 0)) {
    return refuse(
      'table-without-size',
      `The table "${table.title}" does not say how many alleles it counts: state how many to take it for.`,
    )
  }
  return size
}
