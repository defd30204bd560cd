import { refuse } from '../refusal.ts'
import type { Genotypes, Sex } from '../types.ts'
import { noAllele, sexOf } from './ped-family.ts'
import { type Row, tableRows } from './ped-rows.ts'
import type { Problem } from './problem.ts'

export type CasePerson = { id: string; sex: Sex }
export type CaseTable = { persons: CasePerson[]; loci: string[]; genotypes: Genotypes }

type Columns = { sex: number | null; amelogenin: number[]; loci: { name: string; columns: number[] }[] }

const mostLoci = 10_000

/**
 * The table of genotypes Familias imports and exports as case data: tab separated, one row a person, the name in
 * the first column, then two columns a locus ("TH01 1", "TH01 2"; "TH01.1", "TH01.2"; or the title once or twice).
 * Sex comes from a column Sex or Gender, or from amelogenin. One allele of two is a partial genotype; on X a
 * man's single or doubled allele is one.
 *
 * @example readCaseTable('Name\tTH01 1\tTH01 2\nF\t6\t9.3').genotypes // { F: { TH01: ['6', '9.3'] } }
 * @throws KinshipRefusal `empty`, `too-large`, `not-a-case-table`
 */
export function readCaseTable(text: string): CaseTable & { problems: Problem[] } {
  const [titles, ...rows] = tableRows(text)
  const columns = columnsOf(titles!)
  const problems: Problem[] = []
  const persons: CasePerson[] = []
  const profiles = new Map<string, [string, (string | null)[]][]>()
  for (const { row, cells } of rows) {
    const id = cells[0] ?? ''
    if (id === '' || profiles.has(id)) {
      const detail =
        id === '' ? `Row ${row} names nobody.` : `"${id}" has a second row, row ${row}; it is left out.`
      problems.push({
        code: id === '' ? 'unexpected-line' : 'conflicting-duplicate',
        row,
        sample: id,
        detail,
      })
      continue
    }
    const sex = readSex({ row, cells }, columns, problems)
    persons.push({ id, sex })
    profiles.set(id, readProfile({ row, cells }, columns, sex, problems))
  }
  if (persons.length === 0) refuse('not-a-case-table', 'The table holds no person.')
  const typed = [...profiles].filter(([, profile]) => profile.length > 0)
  return {
    persons,
    loci: columns.loci.map(({ name }) => name),
    genotypes: Object.fromEntries(typed.map(([id, profile]) => [id, Object.fromEntries(profile)])),
    problems,
  }
}

function columnsOf({ row, cells }: Row): Columns {
  const titles = cells.map((title) => title.trim())
  const found: Columns = { sex: null, amelogenin: [], loci: [] }
  for (let column = 1; column < titles.length; column++) {
    const title = titles[column]!
    if (/^(sex|gender)$/i.test(title)) {
      found.sex = column
      continue
    }
    if (title === '') continue
    const name = stem(title)
    const next = titles[column + 1]
    const isPair =
      next !== undefined && (next === '' || next === title || (title !== name && stem(next) === name))
    const columns = isPair ? [column, column + 1] : [column]
    if (isPair) column++
    if (/^amel/i.test(name)) found.amelogenin = columns
    else if (!isPair) refuse('not-a-case-table', `"${title}" in row ${row} has one column; a locus has two.`)
    else found.loci.push({ name, columns })
  }
  const names = new Set(found.loci.map(({ name }) => name))
  if (found.loci.length === 0) refuse('not-a-case-table', 'The table names no locus with two columns.')
  if (found.loci.length > mostLoci) refuse('too-large', `The table has more than ${mostLoci} loci.`)
  if (names.size < found.loci.length) refuse('not-a-case-table', 'The table names a locus twice.')
  return found
}

/** "TH01 1", "TH01.2", "TH01_1", "TH01-2", "TH01 (1)", "TH01 Allele 1" are columns of TH01; "Amel1" of amelogenin. */
function stem(title: string): string {
  const amelogenin = /^(amel(?:ogenin)?)[ ._-]*[12]$/i.exec(title)
  return amelogenin?.[1] ?? /^(.+?)(?:[ ._-]+(?:allele[ ._-]*)?[12]|\s*\([12]\))$/i.exec(title)?.[1] ?? title
}

function readSex({ row, cells }: Row, { sex, amelogenin }: Columns, problems: Problem[]): Sex {
  const shown = amelogenin.map((column) => (cells[column] ?? '').toUpperCase()).join('')
  const fromAmelogenin: Sex = /^(X,?Y|YX)$/.test(shown)
    ? 'male'
    : /^(X|XX)$/.test(shown)
      ? 'female'
      : 'unknown'
  const written = sex === null ? '' : (cells[sex] ?? '')
  const stated = /^X,?Y$/i.test(written) ? 'male' : /^XX$/i.test(written) ? 'female' : sexOf(written)
  const isAtOdds = stated !== 'unknown' && fromAmelogenin !== 'unknown' && stated !== fromAmelogenin
  if (stated === null || isAtOdds) {
    const detail = `Row ${row}: the sex "${written.slice(0, 20)}" ${stated === null ? 'is not read' : 'is not what amelogenin shows'}.`
    problems.push({ code: 'sex-conflict', row, sample: cells[0] ?? '', detail })
    return 'unknown'
  }
  return stated === 'unknown' ? fromAmelogenin : stated
}

function readProfile(
  { row, cells }: Row,
  { loci }: Columns,
  sex: Sex,
  problems: Problem[],
): [string, (string | null)[]][] {
  return loci.flatMap(({ name, columns }): [string, (string | null)[]][] => {
    const [first, second] = columns.map((column) => alleleOf(cells[column] ?? ''))
    if (first == null && second == null) return []
    const isSingle = /^(DY|Y-)/i.test(name) || (/^(DX|HPRT)/i.test(name) && sex === 'male')
    if (!isSingle) return [[name, [first ?? second!, first == null ? null : second!]]]
    if (first == null || second == null || first === second) return [[name, [first ?? second!]]]
    if (/^(DY|Y-)/i.test(name)) return [[name, [first, second]]]
    const detail = `Row ${row}: "${cells[0]}" is male and shows ${first}/${second} at ${name} on X.`
    problems.push({ code: 'sex-conflict', row, sample: cells[0] ?? '', locus: name, detail })
    return []
  })
}

/** A decimal comma is a point; what stands for nothing is `null`. */
function alleleOf(cell: string): string | null {
  return noAllele.includes(cell) ? null : cell.replace(/^(\d+),(\d)$/, '$1.$2')
}

/**
 * Genotypes as a table Familias imports, with amelogenin for the sex. A single allele is written twice, as
 * Familias expects of a man's X.
 *
 * @throws KinshipRefusal `name-not-writable` for a name with a tab, a line break or spaces around it
 */
export function writeCaseTable({ persons, loci, genotypes }: CaseTable): string {
  const titles = ['Name', 'Amel 1', 'Amel 2', ...loci.flatMap((name) => [`${cell(name)} 1`, `${name} 2`])]
  const rows = persons.map(({ id, sex }) => {
    const profile = Object.hasOwn(genotypes, id) ? genotypes[id]! : {}
    const amelogenin = sex === 'unknown' ? ['', ''] : ['X', sex === 'male' ? 'Y' : 'X']
    const alleles = loci.flatMap((name) => {
      const [first, second] = Object.hasOwn(profile, name) ? profile[name]! : []
      const isSingle = second === undefined
      return [first, isSingle ? first : second].map((allele) => (allele == null ? '' : cell(allele)))
    })
    return [cell(id), ...amelogenin, ...alleles]
  })
  return [titles, ...rows].map((row) => `${row.join('\t')}\n`).join('')
}

function cell(text: string): string {
  if (text === '' || /[\t\r\n]|^".*"$|^\uFEFF/.test(text) || text !== text.trim()) {
    refuse(
      'name-not-writable',
      `"${text.slice(0, 40)}" cannot stand in the table: it is empty or holds a tab, a line break or spaces around it.`,
    )
  }
  return text
}
