import type { FrequencyTable } from './frequency-table.ts'
import type { TableEntry } from './minimum-frequency.ts'

/** A locus as a table file holds it: counts, or frequencies as they were printed. */
export type CompactLocus = {
  alleles: string[]
  counts?: number[]
  frequencies?: number[]
  /** Alleles counted, where frequencies are given; null or absent when it is not published. */
  chromosomes?: number
}

export type CompactTable = {
  id: string
  title: string
  source: string
  licence: string
  note: string
  loci: Record<string, CompactLocus>
}

/**
 * A table file as a frequency table: counts become shares of their sum, and `n` is half of the most alleles counted.
 *
 * @example counts [1, 3] // frequencies [0.25, 0.75], chromosomes 4, n 2
 */
export function toFrequencyTable({ loci, ...about }: CompactTable): FrequencyTable {
  const entries = Object.entries(loci).map(([name, locus]) => [name, toEntry(locus)] as const)
  const most = Math.max(0, ...entries.map(([, { chromosomes }]) => chromosomes ?? 0))
  return { ...about, n: most > 0 ? most / 2 : null, loci: Object.fromEntries(entries) }
}

function toEntry({ alleles, counts, frequencies = [], chromosomes }: CompactLocus): TableEntry {
  if (!counts) return { alleles, frequencies, ...(chromosomes !== undefined && { chromosomes }) }
  const total = counts.reduce((sum, count) => sum + count, 0)
  return { alleles, frequencies: counts.map((count) => count / total), chromosomes: total }
}
