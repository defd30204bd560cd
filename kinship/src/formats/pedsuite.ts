import { refuse } from '../refusal.ts'
import {
  genotypeOf,
  noAllele,
  nobody,
  type PedFile,
  type PedLine,
  parentOf,
  sexCode,
  sexOf,
  toFamilies,
} from './ped-family.ts'
import { type Row, tableRows, writableCell } from './ped-rows.ts'
import type { Problem } from './problem.ts'

/** Where the columns stand; a locus in one column (a/b) or in two. */
type Header = {
  famid: number | null
  id: number
  fid: number
  mid: number
  sex: number
  loci: { name: string; columns: number[] }[]
}

const mostLoci = 10_000
/** The one family of a table without a `famid` column. */
const onlyFamily = '1'

/**
 * A family table as pedtools writes and reads it (`writePed`, `readPed`): titles id, fid, mid, sex, before them
 * famid where there are several families, after them a column a locus with a/b, or two columns. Without titles:
 * id, fid, mid, sex, then loci. On X a male has one allele, written without a slash.
 *
 * @example readPedsuite('id fid mid sex TH01\nF 0 0 1 6/9.3').families[0]?.genotypes // { F: { TH01: ['6', '9.3'] } }
 * @throws KinshipRefusal `empty`, `too-large`, `not-a-ped-table`, each saying the line
 */
export function readPedsuite(text: string): PedFile {
  const rows = tableRows(text)
  const titled = titlesOf(rows[0]!)
  const header = titled ?? untitled(rows[0]!)
  if (header.loci.length > mostLoci) {
    refuse('too-large', `The table has ${header.loci.length} loci; up to ${mostLoci} are read.`)
  }
  const problems: Problem[] = []
  const lines = rows.slice(titled ? 1 : 0).map((row) => readLine(row, header, problems))
  return { loci: header.loci.map(({ name }) => name), families: toFamilies(lines, problems), problems }
}

/** `null` when the first line holds no titles: pedtools takes it for titles when it holds "id" and "sex". */
function titlesOf({ cells }: Row): Header | null {
  const titles = cells.map((cell) => cell.toLowerCase())
  const [famid, id, fid, mid, sex] = ['famid', 'id', 'fid', 'mid', 'sex'].map((title) =>
    titles.indexOf(title),
  )
  if (!titles[0]!.includes('id') || sex! < 0) return null
  if (id! < 0 || fid! < 0 || mid! < 0) {
    refuse('not-a-ped-table', 'The titles of the table should hold id, fid, mid and sex.')
  }
  const fixed = new Set([famid, id, fid, mid, sex])
  const rest = cells.flatMap((name, column) => (fixed.has(column) ? [] : [{ name, column }]))
  const places = { famid: famid! < 0 ? null : famid!, id: id!, fid: fid!, mid: mid!, sex: sex! }
  return { ...places, loci: pairedColumns(rest) }
}

/** Neighbours called M1 and M2, M.1 and M.2 or alike are the two alleles of one locus. */
function pairedColumns(columns: { name: string; column: number }[]): Header['loci'] {
  const stems = columns.map(({ name }) => /^(.+?)[ ._-]?([12])$/.exec(name))
  const isPaired =
    columns.length % 2 === 0 &&
    stems.every((stem, i) => stem?.[2] === String((i % 2) + 1) && stem[1] === stems[i - (i % 2)]?.[1])
  if (!isPaired) return columns.map(({ name, column }) => ({ name, columns: [column] }))
  return columns.flatMap(({ column }, i) =>
    i % 2 === 0 ? [{ name: stems[i]![1]!, columns: [column, columns[i + 1]!.column] }] : [],
  )
}

function untitled({ row, cells }: Row): Header {
  if (cells.length < 4) {
    refuse('not-a-ped-table', `Line ${row} has ${cells.length} cells; id, fid, mid and sex are needed.`)
  }
  const rest = cells.slice(4)
  const isJoined = rest.some((cell) => cell.includes('/')) || rest.length % 2 === 1
  const width = isJoined ? 1 : 2
  const loci = Array.from({ length: rest.length / width }, (_, i) => ({
    name: `M${i + 1}`,
    columns: Array.from({ length: width }, (__, at) => 4 + i * width + at),
  }))
  return { famid: null, id: 0, fid: 1, mid: 2, sex: 3, loci }
}

function readLine({ row, cells }: Row, header: Header, problems: Problem[]): PedLine {
  const cell = (column: number) => cells[column] ?? ''
  const id = cell(header.id)
  const sex = sexOf(cell(header.sex))
  if (id === '' || sex === null || header.sex >= cells.length) {
    return refuse('not-a-ped-table', `Line ${row} should hold a person, the parents and a sex (1, 2 or 0).`)
  }
  const genotypes = header.loci.flatMap(({ name, columns }): PedLine['genotypes'] => {
    const written = columns.map(cell)
    const isSingle = columns.length === 1 && !written[0]!.includes('/')
    const parts = columns.length === 1 ? written[0]!.split('/') : written
    if (parts.length > 2) {
      const detail = `Line ${row}: "${written[0]!.slice(0, 40)}" of "${id}" is no genotype of ${name}.`
      problems.push({ code: 'too-many-alleles', row, sample: id, locus: name, detail })
      return []
    }
    const alleles = genotypeOf(parts, isSingle)
    return alleles && alleles !== 'two-alleles' ? [[name, alleles]] : []
  })
  if (cells.length > 4 && cells.length < Math.max(4, ...header.loci.flatMap(({ columns }) => columns)) + 1) {
    const detail = `Line ${row} ends before its last locus.`
    problems.push({ code: 'truncated', row, sample: id, detail })
  }
  const family = header.famid === null ? onlyFamily : cell(header.famid)
  const person = { id, father: parentOf(cell(header.fid)), mother: parentOf(cell(header.mid)), sex }
  return { row, family, person, genotypes }
}

/**
 * Families as a table `readPedsuite` and pedtools read, with tabs between the cells.
 *
 * @throws KinshipRefusal `name-not-writable`; `twins-not-writable`, `founder-inbreeding`: such a table has no
 *   place for them
 */
export function writePedsuite({ families, loci }: Pick<PedFile, 'families' | 'loci'>): string {
  const hasFamilies = families.length !== 1 || families[0]!.id !== onlyFamily
  const titles = [...(hasFamilies ? ['famid'] : []), 'id', 'fid', 'mid', 'sex']
  const rows = families.flatMap(({ id: family, people, genotypes }) =>
    people.map((person) => {
      if (person.twinOf) {
        refuse('twins-not-writable', `This table cannot say that "${person.id}" is an identical twin.`)
      }
      if (person.founderInbreeding || person.founderInbreedingX) {
        refuse('founder-inbreeding', `This table cannot say that the founder "${person.id}" is inbred.`)
      }
      const parents = [person.father, person.mother].map((parent) =>
        parent === null ? '0' : nameCell(parent),
      )
      const profile = Object.hasOwn(genotypes, person.id) ? genotypes[person.id]! : {}
      const cells = loci.map((name) => genotypeCell(Object.hasOwn(profile, name) ? profile[name]! : []))
      const start = hasFamilies ? [nameCell(family)] : []
      return [...start, nameCell(person.id), ...parents, sexCode(person.sex), ...cells]
    }),
  )
  const locusTitles = loci.map((name) => nameCell(name))
  return [[...titles, ...locusTitles], ...rows].map((row) => `${row.join('\t')}\n`).join('')
}

function nameCell(name: string): string {
  return writableCell(name, 'The name', nobody)
}

function genotypeCell(alleles: (string | null)[]): string {
  if (alleles.length === 0) return '-/-'
  const cells = alleles.map((allele) => {
    if (allele?.includes('/'))
      refuse('name-not-writable', `The allele "${allele}" holds the sign between two alleles.`)
    return allele === null ? '-' : writableCell(allele, 'The allele', noAllele)
  })
  return cells.join('/')
}
