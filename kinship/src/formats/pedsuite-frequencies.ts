import { refuse } from '../refusal.ts'
import type { Locus } from '../types.ts'
import { type Row, tableRows, writableCell } from './ped-rows.ts'

const mostLoci = 10_000
const mostAlleles = 10_000

/**
 * A frequency database of pedtools (`readFreqDatabase`), in either of its text forms: as a list (a line with the
 * locus, then a line an allele, a blank line between loci) or as an allelic ladder (a column a locus, a row an
 * allele, NA or nothing where a locus has no such allele). Frequencies are as written, also when they do not sum
 * to 1.
 *
 * @example readPedsuiteFrequencies('TH01\n6 0.25\n9.3 0.75')[0] // alleles ['6', '9.3'], frequencies [0.25, 0.75]
 * @example readPedsuiteFrequencies('\tTH01\tFGA\n9.3\t1\tNA\n22\tNA\t1')[1] // FGA with allele 22
 * @throws KinshipRefusal `empty`, `too-large`, `not-a-frequency-database`, `frequency-unreadable`,
 *   `allele-twice`, `locus-twice`, each saying the line
 */
export function readPedsuiteFrequencies(text: string): Locus[] {
  const rows = tableRows(text)
  const loci = isList(rows) ? readList(text, rows) : readLadder(rows)
  const names = new Set<string>()
  for (const { name, alleles } of loci) {
    if (names.size === names.add(name).size) refuse('locus-twice', `The database holds ${name} twice.`)
    if (alleles.length === 0) refuse('not-a-frequency-database', `The database has no allele of ${name}.`)
  }
  return loci
}

/** A list starts with a locus alone on its line; a ladder has titles and then at least as many cells. */
function isList([first, second]: Row[]): boolean {
  const filled = first!.cells.filter((cell) => cell !== '')
  return (
    filled.length === 1 &&
    first!.cells[0] !== '' &&
    second?.cells.filter((cell) => cell !== '').length === 2 &&
    !/^allele$/i.test(filled[0]!)
  )
}

function readList(text: string, rows: Row[]): Locus[] {
  const loci: Locus[] = []
  const blank = new Set(text.split(/\r\n|\r|\n/).flatMap((line, i) => (line.trim() === '' ? [i + 1] : [])))
  for (const { row, cells } of rows) {
    const filled = cells.filter((cell) => cell !== '')
    const isLocus = loci.length === 0 || filled.length === 1 || blank.has(row - 1)
    if (isLocus) loci.push(newLocus(filled.join(' '), loci.length))
    else if (filled.length === 2) addAllele(loci.at(-1)!, filled[0]!, filled[1]!, row)
    else refuse('not-a-frequency-database', `Line ${row} should hold an allele and a frequency.`)
  }
  return loci
}

function readLadder([titles, ...rows]: Row[]): Locus[] {
  const width = rows[0]?.cells.length ?? 0
  // R leaves the title of the first column away, or writes an empty one.
  const names = titles!.cells.length === width ? titles!.cells.slice(1) : titles!.cells
  if (width < 2 || names.length !== width - 1) {
    refuse(
      'not-a-frequency-database',
      'A frequency database is a list of loci or a table with a title a locus.',
    )
  }
  const loci = names.map((name, index) => newLocus(name, index))
  const seen = new Set<string>()
  for (const { row, cells } of rows) {
    if (cells.length > width)
      refuse('not-a-frequency-database', `Line ${row} has more cells than there are titles.`)
    if (seen.size === seen.add(cells[0]!).size)
      refuse('allele-twice', `Line ${row} lists "${cells[0]}" a second time.`)
    for (const [index, cell] of cells.slice(1).entries()) {
      if (cell !== '' && cell !== 'NA') addAllele(loci[index]!, cells[0]!, cell, row)
    }
  }
  return loci
}

function newLocus(name: string, index: number): Locus {
  if (index >= mostLoci) refuse('too-large', `The database has more than ${mostLoci} loci.`)
  return { name, chrom: 'autosomal', alleles: [], frequencies: [], mutation: null }
}

function addAllele(locus: Locus, allele: string, written: string, row: number): void {
  const frequency = Number(written.replace(',', '.'))
  if (!(frequency >= 0 && frequency <= 1)) {
    refuse('frequency-unreadable', `Line ${row}: "${written.slice(0, 20)}" is no frequency of ${locus.name}.`)
  }
  if (locus.alleles.length >= mostAlleles) {
    refuse('too-large', `At line ${row} ${locus.name} has more than ${mostAlleles} alleles.`)
  }
  if (locus.alleles.includes(allele)) {
    refuse('allele-twice', `Line ${row} lists allele "${allele}" of ${locus.name} a second time.`)
  }
  locus.alleles.push(allele)
  locus.frequencies.push(frequency)
}

/** Loci as a list, with a blank line between them. */
export function writeFrequencyList(loci: Locus[]): string {
  return loci
    .map(({ name, alleles, frequencies }) =>
      [
        writableCell(name, 'The locus', []),
        ...alleles.map((allele, i) => `${writableCell(allele, 'The allele', [])}\t${frequencies[i]!}`),
      ]
        .map((line) => `${line}\n`)
        .join(''),
    )
    .join('\n')
}

/** Loci as an allelic ladder: numbers in order, then what is no number; NA where a locus has no such allele. */
export function writeFrequencyLadder(loci: Locus[]): string {
  const alleles = [...new Set(loci.flatMap((locus) => locus.alleles))].toSorted(byRepeat)
  const columns = loci.map(
    (locus) => new Map(locus.alleles.map((allele, i) => [allele, String(locus.frequencies[i]!)])),
  )
  const titles = ['Allele', ...loci.map(({ name }) => writableCell(name, 'The locus', []))]
  const rows = alleles.map((allele) => [
    writableCell(allele, 'The allele', []),
    ...columns.map((column) => column.get(allele) ?? 'NA'),
  ])
  return [titles, ...rows].map((row) => `${row.join('\t')}\n`).join('')
}

function byRepeat(one: string, other: string): number {
  const [a, b] = [Number(one), Number(other)]
  if (Number.isNaN(a) !== Number.isNaN(b)) return Number.isNaN(a) ? 1 : -1
  return Number.isNaN(a) || a === b ? (one < other ? -1 : 1) : a - b
}
