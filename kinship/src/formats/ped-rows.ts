import { refuse } from '../refusal.ts'

/** A line of a table; `row` counts from 1, as editors do. */
export type Row = { row: number; cells: string[] }

/** Larger files hold no family; reading them would only block. */
const mostCharacters = 50_000_000
const mostInLine = 1_000_000
const mostCells = 5_000_000

/**
 * The cells of each line that holds any, split at tabs where the file has tabs, else at spaces. A cell may stand
 * in double quotes, as R writes text.
 *
 * @example tableRows('id sex\n\n"a b" 1') // [{ row: 1, cells: ['id', 'sex'] }, { row: 3, cells: ['a b', '1'] }]
 * @throws KinshipRefusal `empty`, `too-large`
 */
export function tableRows(text: string): Row[] {
  if (text.length > mostCharacters) refuse('too-large', 'The file is larger than any family (50 MB).')
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  const hasTabs = lines.some((line) => line.includes('\t'))
  const rows: Row[] = []
  let total = 0
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue
    if (line.length > mostInLine) {
      refuse('too-large', `Line ${index + 1} has ${line.length} characters, more than any table of loci.`)
    }
    const cells = hasTabs ? line.split('\t').map(unquoted) : splitAtSpaces(line)
    total += cells.length
    if (total > mostCells)
      refuse('too-large', `At line ${index + 1} the table has more than ${mostCells} cells.`)
    rows.push({ row: index + 1, cells })
  }
  return rows.length > 0 ? rows : refuse('empty', 'The file is empty.')
}

function unquoted(cell: string): string {
  const trimmed = cell.trim()
  return /^".*"$/.test(trimmed) ? trimmed.slice(1, -1) : trimmed
}

function splitAtSpaces(line: string): string[] {
  return (line.match(/"[^"]*"|\S+/g) ?? []).map(unquoted)
}

/**
 * A cell as it can stand in a table split at spaces.
 *
 * @throws KinshipRefusal `name-not-writable` for a space, a quote, or what the table takes for nothing
 */
export function writableCell(text: string, what: string, nothing: readonly string[]): string {
  if (text === '' || /[\s"\uFEFF]/.test(text) || nothing.includes(text)) {
    refuse(
      'name-not-writable',
      `${what} "${text.slice(0, 40)}" cannot stand in this table: it is empty, holds a space or a quote, or means "nothing".`,
    )
  }
  return text
}
