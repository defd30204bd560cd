import { refuse } from '../refusal.ts'
import { requireReadable } from './decode-size.ts'

export type Delimiter = '\t' | ';' | ','
/** `line` is where the row starts in the file, from 1; a quoted cell may run over several lines. */
export type CsvRow = { line: number; cells: string[] }

const delimiters: Delimiter[] = ['\t', ';', ',']
const mostColumns = 10_000
const mostRows = 500_000
const mostCells = 5_000_000
/** What a spreadsheet itself allows in a cell. */
const mostInCell = 32_767

/**
 * The delimiter that stands most often, outside quotes, in the first line that holds any; a comma when none does.
 *
 * @example delimiterOf('Sample;Marker\nS1;TH01') // ';'
 */
export function delimiterOf(text: string): Delimiter {
  const line = /^[^\r\n]*[\t;,][^\r\n]*$/m.exec(text.slice(0, 100_000))?.[0] ?? ''
  const bare = line.replace(/"[^"]*"/g, '')
  const count = (sign: Delimiter) => bare.split(sign).length
  return delimiters.reduce((best, sign) => (count(sign) > count(best) ? sign : best), ',')
}

/**
 * A delimited table after RFC 4180: cells in double quotes may hold delimiters, line ends and doubled quotes.
 * Line ends CR LF, LF or CR; a byte-order mark and blank lines are passed over; an apostrophe that keeps a
 * spreadsheet from running a cell (see `writeCsv`) is taken away.
 *
 * @example readCsv('a;"b;c"\n').map(({ cells }) => cells) // [['a', 'b;c']]
 * @throws KinshipRefusal `too-large`, `too-many-columns`, `cell-too-long`, `quote-open`, each naming the line
 */
export function readCsv(text: string, delimiter: Delimiter = delimiterOf(text)): CsvRow[] {
  requireReadable(text)
  const stops = new RegExp(`[${delimiter}\r\n]`, 'g')
  const rows: CsvRow[] = []
  let total = 0
  let { at, line } = pastBlankLines(text, text.startsWith('\uFEFF') ? 1 : 0, 1)
  while (at < text.length) {
    const row: CsvRow = { line, cells: [] }
    for (;;) {
      const cell = cellAt(text, at, stops, line)
      row.cells.push(withoutGuard(cell.value))
      line += cell.lines
      at = cell.end
      if (++total > mostCells || row.cells.length > mostColumns) refuseSize(line, row.cells.length)
      if (text[at] !== delimiter) break
      at++
    }
    if (row.cells.some((value) => value.trim() !== '')) rows.push(row)
    if (rows.length > mostRows) refuseSize(line, 0)
    const next = pastBlankLines(text, at, line)
    at = next.at
    line = next.line
  }
  return rows
}

function pastBlankLines(text: string, start: number, from: number): { at: number; line: number } {
  let at = start
  let line = from
  for (; text[at] === '\r' || text[at] === '\n'; line++) at += text.startsWith('\r\n', at) ? 2 : 1
  return { at, line }
}

type Cell = { value: string; end: number; lines: number }

/** The cell from `start` to the next delimiter or line end; what follows a closing quote belongs to it. */
function cellAt(text: string, start: number, stops: RegExp, line: number): Cell {
  const quoted = text[start] === '"' ? quotedCell(text, start, line) : { value: '', end: start, lines: 0 }
  stops.lastIndex = quoted.end
  const end = stops.exec(text)?.index ?? text.length
  const length = quoted.value.length + end - quoted.end
  if (length > mostInCell) refuseLength(line, length)
  return { ...quoted, value: quoted.value + text.slice(quoted.end, end), end }
}

function quotedCell(text: string, start: number, line: number): Cell {
  const pieces: string[] = []
  let from = start + 1
  for (;;) {
    const quote = text.indexOf('"', from)
    if (quote < 0) {
      return refuse('quote-open', `Line ${line} opens a quote that is never closed: close it or remove it.`)
    }
    if (quote - start > 2 * mostInCell) refuseLength(line, quote - start)
    pieces.push(text.slice(from, quote))
    if (text[quote + 1] !== '"') {
      const value = pieces.join('"')
      return { value, end: quote + 1, lines: value.split(/\r\n|\r|\n/).length - 1 }
    }
    from = quote + 2
  }
}

function refuseLength(line: number, length: number): never {
  return refuse('cell-too-long', `Line ${line} has a cell of ${length} characters: is it a table?`)
}

function refuseSize(line: number, columns: number): never {
  return columns > mostColumns
    ? refuse('too-many-columns', `Line ${line} has more than ${mostColumns} columns: is it a table?`)
    : refuse(
        'too-large',
        `By line ${line} the table has more rows or cells than can be read at once: split it.`,
      )
}

/** First signs a spreadsheet takes for a formula (OWASP, CSV injection), and the guard itself. */
const runs = /^[=+\-@＝＋－＠\t\r\n']/

/**
 * Rows as a delimited table. A cell a spreadsheet would run as a formula gets an apostrophe in front, which
 * `readCsv` takes away again.
 *
 * @example writeCsv([['=1+1', 'a,b']]) // `'=1+1,"a,b"\r\n`
 */
export function writeCsv(rows: string[][], delimiter: Delimiter = ','): string {
  return rows.map((row) => `${row.map(writeCell).join(delimiter)}\r\n`).join('')
}

function writeCell(cell: string): string {
  const guarded = runs.test(cell) ? `'${cell}` : cell
  return /[\t;,"\r\n]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}

function withoutGuard(cell: string): string {
  return cell.startsWith("'") && runs.test(cell.slice(1)) ? cell.slice(1) : cell
}
