import { lociFrom, type FrequencyTable as Published } from '@sandsage/kinship'
import { frequencyTables, furtherTables } from '@sandsage/kinship/tables'
import { z } from 'zod'
import { Refusal } from '../../platform/refusal.ts'
import type { FrequencyTable } from '../rules/conclude.ts'
import type { Evidence } from '../rules/weigh.ts'

/**
 * Of the further tables those large enough to be quoted from: the nearest peoples, and the largest of Europe. The
 * others are of other continents, or count so few people that the table's size would speak.
 */
const nearTables = ['strider-saudi-arabia', 'strider-asia', 'strider-europe']
const offered: Published[] = [
  ...frequencyTables,
  ...furtherTables.filter((table) => nearTables.includes(table.id)),
]

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
  offered.map(({ loci, ...about }) => ({ ...about, loci: Object.keys(loci).length }))

export const allTables = (): FrequencyTable[] => offered.map(ready)

export function getPublished(id: string): Published {
  const table = offered.find((one) => one.id === id)
  if (!table) throw new Refusal('table-unknown')
  return table
}

export const requireTable = (id: string): FrequencyTable => ready(getPublished(id))

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
