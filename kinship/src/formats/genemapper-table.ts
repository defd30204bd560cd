import type { Problem } from './problem.ts'

/** One cell of a GeneMapper table that holds the alleles of one sample at one locus. */
export type Call = { row: number; sample: string; locus: string; alleles: string[] }

/** Larger files are no genotype tables; reading them would only block. */
const mostCharacters = 50_000_000
const ignored =
  /^(samplefile|runname|panel|dye|dye\/samplepeak|height|size|area|data?point|marker|ut\d+|ob|bin|ph|ol|gq|spu|adjusted.*|.*comment.*|casenumber|replicate|specimen.*|quality|)(#?\d+)?$/

type Header = { row: number; cells: string[]; sample: number; delimiter: string }

/** The allele calls of a long (one row a marker) or wide (one column a marker) export. */
export function readCalls(text: string, problems: Problem[]): Call[] {
  if (text.length > mostCharacters) {
    problems.push({ code: 'too-large', detail: 'The file is larger than any genotype table (50 MB).' })
    return []
  }
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  if (lines.every((line) => line.trim() === '')) {
    problems.push({ code: 'empty', detail: 'The file is empty.' })
    return []
  }
  const header = findHeader(lines)
  if (!header) {
    problems.push({
      code: 'not-a-genemapper-table',
      detail: 'No row with a "Sample Name" column and allele columns was found.',
    })
    return []
  }
  const read = header.cells.includes('marker')
    ? readLong(header)
    : readWide(header, splitRow(lines[header.row]!, header.delimiter))
  const calls: Call[] = []
  for (let index = header.row + 1; index < lines.length; index++) {
    if (lines[index]!.trim() === '') continue
    const cells = splitRow(lines[index]!, header.delimiter)
    const found = read(cells, index + 1)
    const sample = cells[header.sample]?.trim()
    if (!found || !sample) {
      problems.push({
        code: 'truncated',
        row: index + 1,
        detail: `Row ${index + 1} ends before its alleles.`,
        ...(sample && { sample }),
      })
    } else {
      calls.push(...found.map((call) => ({ ...call, row: index + 1, sample })))
    }
  }
  if (calls.length === 0) problems.push({ code: 'empty', detail: 'The table holds no samples.' })
  return calls
}

function findHeader(lines: string[]): Header | null {
  for (const [row, line] of lines.slice(0, 50).entries()) {
    for (const delimiter of ['\t', ';', ',']) {
      const cells = splitRow(line, delimiter).map(plain)
      const sample = cells.findIndex((cell) => cell === 'samplename' || cell === 'sample')
      if (sample < 0 || cells.length < 2) continue
      const isLong = cells.includes('marker')
      const hasAlleles = isLong
        ? cells.some(isAlleleColumn)
        : cells.some((cell, i) => i !== sample && !ignored.test(cell))
      if (hasAlleles) return { row, cells, sample, delimiter }
    }
  }
  return null
}

type ReadRow = (cells: string[], row: number) => { locus: string; alleles: string[] }[] | null

function readLong({ cells }: Header): ReadRow {
  const marker = cells.indexOf('marker')
  const columns = cells.flatMap((cell, index) => (isAlleleColumn(cell) ? [index] : []))
  return (row) => {
    const locus = row[marker]?.trim()
    if (!locus || row.length <= columns[0]!) return null
    return [
      {
        locus,
        alleles: columns.map((column) => (row[column] ?? '').trim()).filter((allele) => allele !== ''),
      },
    ]
  }
}

function readWide({ cells, sample }: Header, names: string[]): ReadRow {
  const columns = cells.flatMap((cell, index) => (index !== sample && !ignored.test(cell) ? [index] : []))
  return (row) => {
    if (row.length <= columns[0]!) return null
    return columns.map((column) => ({ locus: names[column]!.trim(), alleles: splitList(row[column] ?? '') }))
  }
}

/** "12, 13, , " lists alleles; "9,3" is one allele with a decimal comma; "8,9" lists two. */
function splitList(cell: string): string[] {
  return cell
    .split(/,\s+|,\s*$|;|\//)
    .flatMap((part) => (/^\s*\d+,[1-3]\s*$/.test(part) ? [part] : part.split(',')))
    .map((allele) => allele.trim())
    .filter((allele) => allele !== '')
}

function isAlleleColumn(cell: string): boolean {
  return /^allele#?\d+$/.test(cell)
}

function plain(cell: string): string {
  return cell.trim().toLowerCase().replace(/[\s_]/g, '')
}

/** One row; a quoted cell may hold the delimiter. */
function splitRow(line: string, delimiter: string): string[] {
  if (!line.includes('"')) return line.split(delimiter)
  const cells: string[] = []
  let cell = ''
  let isQuoted = false
  for (const character of line) {
    if (character === '"') isQuoted = !isQuoted
    else if (character === delimiter && !isQuoted) {
      cells.push(cell)
      cell = ''
    } else cell += character
  }
  return [...cells, cell]
}
