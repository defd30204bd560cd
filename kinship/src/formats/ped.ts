import { refuse } from '../refusal.ts'
import { genotypeOf, type PedFile, type PedLine, parentOf, sexOf, toFamilies } from './ped-family.ts'
import { type Row, tableRows } from './ped-rows.ts'
import type { Problem } from './problem.ts'

/**
 * What a column after the sex holds, in the letters of MERLIN's `.dat` file: A affection, T trait, C covariate,
 * Z twins, S to be skipped, M a marker (two columns).
 */
export type PedColumn = { kind: 'A' | 'C' | 'M' | 'S' | 'T' | 'Z'; name: string }

export type PedOptions = {
  /** From the `.dat` file. Without it: an even number of cells has an affection column, an odd one has not. */
  columns?: PedColumn[]
  /** Loci on X, where a male has one allele. */
  xLoci?: string[]
}

const mostLoci = 10_000

/**
 * A family table of LINKAGE (pre-makeped) or MERLIN: family, person, father, mother, sex, then the columns of the
 * `.dat` file; 0 is nobody, unknown or not typed. Alleles stand in two columns or as a/b.
 *
 * @example readPed('1 K F 0 2 0 12 14\n1 F 0 0 1 0 0 0').families[0]?.genotypes // { K: { M1: ['12', '14'] } }
 * @throws KinshipRefusal `empty`, `too-large`, `not-a-ped-table`, `makeped-done`, each saying the line
 */
export function readPed(text: string, options: PedOptions = {}): PedFile {
  const rows = tableRows(text)
  const columns = options.columns ?? inferredColumns(rows[0]!)
  const loci = columns.filter(({ kind }) => kind === 'M').map(({ name }) => name)
  if (loci.length > mostLoci)
    refuse('too-large', `The table has ${loci.length} loci; up to ${mostLoci} are read.`)
  const problems: Problem[] = []
  const xLoci = new Set(options.xLoci)
  const lines = rows.map((row) => readLine(row, columns, xLoci, problems))
  return { loci, families: toFamilies(lines, problems), problems }
}

/** After sex: an affection status when the number of cells is even, then two cells a marker. */
function inferredColumns({ row, cells }: Row): PedColumn[] {
  if (cells.some((cell) => /^(ped|per):$/i.test(cell))) {
    refuse('makeped-done', `Line ${row} is written by makeped: give the file as it was before.`)
  }
  if (cells.length < 5) {
    refuse(
      'not-a-ped-table',
      `Line ${row} has ${cells.length} cells; family, person, father, mother and sex are needed.`,
    )
  }
  const hasAffection = cells.length % 2 === 0
  const markers = (cells.length - (hasAffection ? 6 : 5)) / 2
  const affection: PedColumn[] = hasAffection ? [{ kind: 'A', name: 'affection' }] : []
  return [
    ...affection,
    ...Array.from({ length: markers }, (_, i): PedColumn => ({ kind: 'M', name: `M${i + 1}` })),
  ]
}

function readLine(
  { row, cells }: Row,
  columns: PedColumn[],
  xLoci: Set<string>,
  problems: Problem[],
): PedLine {
  const [family, id, father, mother, sexCell] = cells
  const sex = sexOf(sexCell ?? '-')
  if (id === undefined || father === undefined || mother === undefined || sex === null) {
    return refuse(
      'not-a-ped-table',
      `Line ${row} should hold family, person, father, mother and sex (1, 2 or 0).`,
    )
  }
  const person = { id, father: parentOf(father), mother: parentOf(mother), sex }
  const line: PedLine = { row, family: family!, person, genotypes: [] }
  let at = 5
  for (const { kind, name } of columns) {
    if (kind !== 'M') {
      const cell = cells[at++] ?? ''
      if (kind === 'Z' && isIdentical(cell)) line.twin = cell
      continue
    }
    const isJoined = cells[at]?.includes('/') ?? false
    const pair = isJoined ? cells[at]!.split('/') : cells.slice(at, at + 2)
    at += isJoined ? 1 : 2
    const alleles = genotypeOf(pair, xLoci.has(name) && sex === 'male')
    if (alleles === 'two-alleles') {
      const detail = `Line ${row}: "${id}" is male and shows ${pair.join('/')} at ${name} on X.`
      problems.push({ code: 'sex-conflict', row, sample: id, locus: name, detail })
    } else if (alleles) line.genotypes.push([name, alleles])
  }
  if (at !== cells.length) {
    const detail = `Line ${row} has ${cells.length} cells where ${at} are expected.`
    problems.push({ code: at > cells.length ? 'truncated' : 'unexpected-line', row, sample: id, detail })
  }
  return line
}

/** MERLIN: "MZ" or an odd number are identical twins, "DZ" or an even number are not. */
function isIdentical(cell: string): boolean {
  return /^mz$/i.test(cell) || (/^\d+$/.test(cell) && Number(cell) % 2 === 1)
}
