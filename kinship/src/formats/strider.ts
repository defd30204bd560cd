import type { FrequencyTable } from '../frequency-table.ts'
import { refuse } from '../refusal.ts'
import { type CsvRow, readCsv, writeCsv } from './csv.ts'
import { standardLocusName } from './loci-names.ts'
import { addFrequency, byAllele, toFrequency } from './lrmix-frequency.ts'
import { readStriderLong } from './strider-long.ts'
import { peopleAt, type StriderLoci, striderSource, striderTables, toPeople } from './strider-tables.ts'

/**
 * The frequencies STRidER gives out, one table a population: blocks of a locus line, `Allele,<populations>`,
 * `,<people counted>` and a row an allele (release files), or long, `source,population,locus,allele,...`. A
 * locus keeps the chromosomes it was counted in; the table's `n` is the most people of any of its loci.
 *
 * @example readStrider('TH01,\nAllele,AUSTRIA\n,222\n6,0.4\n9.3,0.6\n')[0]?.n // 222
 * @throws KinshipRefusal `not-a-strider-file`, `frequency-range`, `frequency-sum`, `locus-twice`, `allele-twice`
 */
export function readStrider(text: string): FrequencyTable[] {
  const rows = readCsv(text)
  if (rows[0]?.cells.some((cell) => cell.trim().toLowerCase() === 'population')) return readStriderLong(rows)
  const found: StriderLoci = new Map()
  for (let at = 0; at < rows.length; ) at = readBlock(rows, at, found)
  return striderTables(found)
}

/** One locus; the index of the row after it. */
function readBlock(rows: CsvRow[], start: number, found: StriderLoci): number {
  const [title, header, counts] = [rows[start]!, rows[start + 1], rows[start + 2]]
  const isBlock =
    isTitle(title) && header?.cells[0]?.trim().toLowerCase() === 'allele' && counts?.cells[0]?.trim() === ''
  if (!isBlock) {
    return refuse(
      'not-a-strider-file',
      `Line ${title.line} should name a locus, followed by "Allele" with the populations and a row of counts.`,
    )
  }
  const locus = standardLocusName(title.cells[0]!)
  const populations = header.cells.slice(1).map((cell) => cell.trim())
  const columns = populations.map((population, i) => {
    const n = toPeople(counts.cells[i + 1], counts.line)
    const ofPopulation = found.get(population) ?? { source: striderSource, loci: new Map() }
    if (population === '' || n === null) return null
    if (ofPopulation.loci.has(locus))
      refuse('locus-twice', `Line ${title.line} names ${locus} a second time.`)
    const frequencies = new Map<string, number>()
    ofPopulation.loci.set(locus, { n, frequencies })
    found.set(population, ofPopulation)
    return frequencies
  })
  let at = start + 3
  for (; at < rows.length && !isTitle(rows[at]!); at++) {
    const { line, cells } = rows[at]!
    for (const [i, frequencies] of columns.entries()) {
      const frequency = toFrequency(cells[i + 1], line)
      if (frequencies) addFrequency(frequencies, cells[0]!, frequency, line)
    }
  }
  return at
}

/** A line with nothing but a name in its first cell, which is no repeat number. */
function isTitle({ cells: [first, ...rest] }: CsvRow): boolean {
  const name = first!.trim()
  return name !== '' && !/^\d/.test(name) && rest.every((cell) => cell.trim() === '')
}

/**
 * Tables as STRidER's release files: a population is written under its table's title.
 *
 * @throws KinshipRefusal `not-writable` when a table does not say how many people it counts, or two share a title
 */
export function writeStrider(tables: FrequencyTable[]): string {
  const titles = tables.map(({ title }) => title)
  if (new Set(titles).size < titles.length) refuse('not-writable', 'Two tables have the same title.')
  const loci = [...new Set(tables.flatMap((table) => Object.keys(table.loci)))]
  return writeCsv(loci.flatMap((locus) => blockOf(locus, tables)))
}

function blockOf(locus: string, tables: FrequencyTable[]): string[][] {
  const own = tables.map(({ loci }) => (Object.hasOwn(loci, locus) ? loci[locus] : undefined))
  const all = new Map(own.flatMap((found) => found?.alleles ?? []).map((allele) => [allele, 1]))
  return [
    [locus, ...tables.map(() => '')],
    ['Allele', ...tables.map(({ title }) => title)],
    ['', ...tables.map((table, i) => (own[i] ? String(peopleAt(table, locus)) : ''))],
    ...byAllele(all).alleles.map((allele) => [
      allele,
      ...own.map((found) => found?.frequencies[found.alleles.indexOf(allele)]?.toString() ?? ''),
    ]),
  ]
}
