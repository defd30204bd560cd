import type { FrequencyTable } from '../frequency-table.ts'
import { refuse } from '../refusal.ts'
import { byAllele, checkSums } from './lrmix-frequency.ts'

/** What a file gives of one locus in one population; `n` in people. */
export type StriderLocus = { n: number; frequencies: Map<string, number> }
/** Population -> where its figures come from and its loci. */
export type StriderLoci = Map<string, { source: string; loci: Map<string, StriderLocus> }>

export const striderSource = 'STRidER (Bodner et al. 2016, doi:10.1016/j.fsigen.2016.06.008)'

/** The number of people in a cell; blank: the population was not typed there, `null`. */
export function toPeople(cell: string | undefined, line: number): number | null {
  const written = (cell ?? '').trim()
  if (written === '') return null
  const people = Number(written)
  return people > 0 && people <= 1e9 && Number.isInteger(people * 2)
    ? people
    : refuse('not-a-strider-file', `Line ${line}: "${written.slice(0, 40)}" is no number of people.`)
}

/** A frequency table for each population; refuses frequencies that do not sum to 1, naming locus and population. */
export function striderTables(found: StriderLoci): FrequencyTable[] {
  return [...found].map(([population, { source, loci }]) => {
    checkSums(new Map([...loci].map(([name, { frequencies }]) => [name, frequencies])), population)
    return {
      id: `strider-${slug(population)}`,
      title: population,
      source,
      licence: 'Free use with citation',
      note: '',
      n: Math.max(...[...loci.values()].map(({ n }) => n)),
      loci: Object.fromEntries(
        [...loci].map(([name, { n, frequencies }]) => [
          name,
          { ...byAllele(frequencies), chromosomes: 2 * n },
        ]),
      ),
    }
  })
}

function slug(population: string): string {
  return population
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
}

/** The people counted at one locus of a table; refuses a table that does not say. */
export function peopleAt({ title, n, loci }: FrequencyTable, locus: string): number {
  const { chromosomes } = loci[locus]!
  const people = chromosomes === undefined ? n : chromosomes / 2
  return people ?? refuse('not-writable', `"${title}" does not say how many people ${locus} was counted in.`)
}
