import { orRefusal } from '../refusal.ts'
import { type CsvRow, type Delimiter, readCsv } from './csv.ts'
import { locusColumns } from './csv-loci-columns.ts'
import type { Call } from './genemapper-calls.ts'
import type { Problem } from './problem.ts'

/** Columns of a wide export that hold no alleles, in lower case without spaces and dots. */
const ignored =
  /^(sample(file|type|id|comment.*)|file|runname|run|runid|instrument.*|panel|analysismethod|sizestandard|dye|dye\/samplepeak|height|size|area|data?point|marker|ud\d+|ut\d+|ob|bin|ph|ol|gq|sq|sfnf|spu|adjusted.*|.*comment.*|remarks?|sex|gender|casenumber|replicate|specimen.*|kit|plate|well|date|time|quality|)(#?\d+)?$/
const sampleColumns = ['samplename', 'sample', 'sampleid', 'specimenid', 'samplefile']
const missing = /^(|-|null|na|n\/a)$/i

type Header = { line: number; cells: string[]; written: string[]; sample: number; delimiter: Delimiter }

/** The allele calls of a long (one row a marker or an allele) or wide (one or more columns a marker) export. */
export function readCalls(text: string, problems: Problem[]): Call[] {
  const header = text.trim() === '' ? null : findHeader(text)
  if (!header) {
    problems.push(
      text.trim() === ''
        ? { code: 'empty', detail: 'The file is empty.' }
        : {
            code: 'not-a-genemapper-table',
            detail: 'No row with a "Sample Name" column and allele columns was found.',
          },
    )
    return []
  }
  const rows = orRefusal(() => readCsv(text, header.delimiter))
  if (!Array.isArray(rows)) {
    const code = rows.refusal.code === 'too-large' ? 'too-large' : 'unexpected-line'
    problems.push({ code, detail: rows.refusal.message })
    return []
  }
  const body = rows.filter(({ line }) => line > header.line)
  const calls = readRows(body, header, problems)
  if (calls.length === 0) problems.push({ code: 'empty', detail: 'The table holds no samples.' })
  return isRowAnAllele(header) ? joined(calls) : calls
}

function readRows(rows: CsvRow[], header: Header, problems: Problem[]): Call[] {
  const read = header.cells.includes('marker') ? readLong(header) : readWide(header)
  const type = header.cells.indexOf('sampletype')
  const calls: Call[] = []
  for (const { line, cells } of rows) {
    const sample = cells[header.sample]?.trim()
    if (/^(allelic ?)?ladder$/i.test(cells[type]?.trim() || sample || '')) continue
    const found = read(cells)
    if (!found || !sample) {
      const detail = `Row ${line} ends before its alleles.`
      problems.push({ code: 'truncated', row: line, detail, ...(sample && { sample }) })
    } else {
      for (const call of found) calls.push({ ...call, row: line, sample })
    }
  }
  return calls
}

function findHeader(text: string): Header | null {
  const lines = text
    .slice(0, 500_000)
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/, 50)
  for (const [index, line] of lines.entries()) {
    for (const delimiter of ['\t', ';', ','] as const) {
      const written = line.split(delimiter).map((cell) => cell.replace(/^\s*"|"\s*$/g, '').trim())
      const cells = written.map((cell) => cell.toLowerCase().replace(/[\s_.]/g, ''))
      const sample = cells.indexOf(sampleColumns.find((name) => cells.includes(name)) ?? '')
      if (sample < 0 || cells.length < 2 || cells.every((cell) => cell === '')) continue
      const hasAlleles = cells.includes('marker')
        ? cells.some(isAlleleColumn)
        : cells.some((cell, i) => i !== sample && !ignored.test(cell))
      if (hasAlleles) return { line: index + 1, cells, written, sample, delimiter }
    }
  }
  return null
}

type ReadRow = (cells: string[]) => { locus: string; alleles: string[] }[] | null

function readLong({ cells }: Header): ReadRow {
  const marker = cells.indexOf('marker')
  const columns = cells.flatMap((cell, index) => (isAlleleColumn(cell) ? [index] : []))
  return (row) => {
    const locus = row[marker]?.trim()
    return locus && row.length > columns[0]! ? [{ locus, alleles: allelesIn(row, columns) }] : null
  }
}

function readWide({ cells, written, sample }: Header): ReadRow {
  const headers = cells.flatMap((cell, index) =>
    index !== sample && !ignored.test(cell) ? [{ index, header: written[index]! }] : [],
  )
  const loci = locusColumns(headers)
  return (row) =>
    row.length > headers[0]!.index
      ? loci.map(({ locus, columns }) => ({ locus, alleles: allelesIn(row, columns) }))
      : null
}

/** Where a locus has several columns each holds one allele; a single column may hold a list. */
function allelesIn(row: string[], columns: number[]): string[] {
  const cells = columns.map((column) => (row[column] ?? '').trim())
  const alleles = cells.length === 1 ? splitList(cells[0]!) : cells
  return alleles.filter((allele) => !missing.test(allele))
}

/** "12, 13, , " lists alleles; "9,3" is one allele with a decimal comma; "8,9" lists two. */
function splitList(cell: string): string[] {
  return cell
    .split(/,\s+|,\s*$|;|\//)
    .flatMap((part) => (/^\s*\d+,[1-3]\s*$/.test(part) ? [part] : part.split(',')))
    .map((allele) => allele.trim())
}

function isAlleleColumn(cell: string): boolean {
  return /^allele(call)?s?#?\d*$/.test(cell)
}

/** Some exports give each allele a row of its own, in a column that has no number. */
function isRowAnAllele({ cells }: Header): boolean {
  const columns = cells.filter(isAlleleColumn)
  return cells.includes('marker') && columns.length === 1 && columns[0] === 'allele'
}

function joined(calls: Call[]): Call[] {
  const found = new Map<string, Call>()
  for (const call of calls) {
    const key = JSON.stringify([call.sample, call.locus])
    const earlier = found.get(key)
    if (earlier) earlier.alleles.push(...call.alleles)
    else found.set(key, call)
  }
  return [...found.values()]
}
