import { lociFrom, type FrequencyTable as Published } from '@sandsage/kinship'
import { frequencyTables } from '@sandsage/kinship/tables'
import { z } from 'zod'
import { Refusal } from '../../platform/refusal.ts'
import type { FrequencyTable } from '../rules/conclude.ts'
import type { Evidence } from '../rules/weigh.ts'

/** What a reader should know of a frequency table; `n` people counted, null where it is not published. */
export const TableAbout = z.object({
  id: z.string(),
  title: z.string(),
  source: z.string(),
  licence: z.string(),
  note: z.string(),
  n: z.number().nullable(),
  loci: z.number(),
})

export const aboutTables = (): z.infer<typeof TableAbout>[] =>
  frequencyTables.map(({ loci, ...about }) => ({ ...about, loci: Object.keys(loci).length }))

export const allTables = (): FrequencyTable[] => frequencyTables.map(ready)

export function requireTable(id: string): FrequencyTable {
  const table = frequencyTables.find((one) => one.id === id)
  if (!table) throw new Refusal('table-unknown')
  return ready(table)
}

const ready = (table: Published): FrequencyTable => ({
  id: table.id,
  lociFor({ genotypes, parameters }: Evidence) {
    const typed = new Set(Object.values(genotypes).flatMap((profile) => Object.keys(profile)))
    const loci = lociFrom(table, {
      names: Object.keys(table.loci).filter((locus) => typed.has(locus)),
      mutation: parameters.mutation,
      minimumFrequency: parameters.minimumFrequency,
      observed: genotypes,
    })
    return new Map(loci.map(({ addedAlleles: _, publishedSum: __, ...locus }) => [locus.name, locus]))
  },
})
