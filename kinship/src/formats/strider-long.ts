import type { FrequencyTable } from '../frequency-table.ts'
import { refuse } from '../refusal.ts'
import { type CsvRow, writeCsv } from './csv.ts'
import { standardLocusName } from './loci-names.ts'
import { addFrequency, toFrequency } from './lrmix-frequency.ts'
import { peopleAt, type StriderLoci, striderTables, toPeople } from './strider-tables.ts'

const columns = ['source', 'population', 'locus', 'allele', 'frequency', 'count', 'n_chromosomes'] as const

/** The long form: a row an allele, in the columns above in any order. Two chromosomes are one person. */
export function readStriderLong(rows: CsvRow[]): FrequencyTable[] {
  const [header, ...body] = rows
  const names = header!.cells.map((cell) => cell.trim().toLowerCase())
  const missing = columns.find((name) => name !== 'count' && !names.includes(name))
  if (missing !== undefined) {
    refuse(
      'not-a-strider-file',
      `Line ${header!.line} has no column "${missing}", which the long form needs.`,
    )
  }
  const found: StriderLoci = new Map()
  for (const { line, cells } of body) {
    const cell = (name: (typeof columns)[number]) => (cells[names.indexOf(name)] ?? '').trim()
    const [population, locus] = [cell('population'), standardLocusName(cell('locus'))]
    const chromosomes = toPeople(cell('n_chromosomes'), line)
    if (population === '' || locus === '' || chromosomes === null) {
      return refuse('not-a-strider-file', `Line ${line} ends before its population, locus or n_chromosomes.`)
    }
    const ofPopulation = found.get(population) ?? { source: cell('source'), loci: new Map() }
    found.set(population, ofPopulation)
    const ofLocus = ofPopulation.loci.get(locus) ?? { n: chromosomes / 2, frequencies: new Map() }
    ofPopulation.loci.set(locus, { ...ofLocus, n: Math.min(ofLocus.n, chromosomes / 2) })
    addFrequency(ofLocus.frequencies, cell('allele'), toFrequency(cell('frequency'), line), line)
  }
  return striderTables(found)
}

/**
 * Tables in the long form; `count` is left blank, since a frequency table holds no counts.
 *
 * @throws KinshipRefusal `not-writable` when a table does not say how many people it counts
 */
export function writeStriderLong(tables: FrequencyTable[]): string {
  const rows = tables.flatMap((table) =>
    Object.entries(table.loci).flatMap(([locus, { alleles, frequencies }]) => {
      const chromosomes = String(2 * peopleAt(table, locus))
      return alleles.map((allele, i) => [
        ...[table.source, table.title, locus, allele, String(frequencies[i]), '', chromosomes],
      ])
    }),
  )
  return writeCsv([[...columns], ...rows])
}
