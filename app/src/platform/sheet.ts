import Papa from 'papaparse'
import { Refusal } from './refusal.ts'
import { type Assumed, decodeText, type EncodingName, readingsOf } from './sheet/encoding.ts'
import { readWorkbook } from './sheet/workbook.ts'
import { restoreCell } from './sheet/writing.ts'
import { looksZipped } from './sheet/zip.ts'

/** A table as it was sent: every cell as trimmed text, days as `2019-11-27`. Row 1 is `rows[0]`. */
export type Sheet = {
  format: 'csv' | 'xlsx'
  rows: string[][]
  /** What the letters were taken to be written in, and on what grounds; only text files have to be guessed. */
  encoding?: Assumed
  separator?: string
  /** The sheets of a workbook by name; one of them was read. */
  sheets?: string[]
}
/** What a person chose where a file does not say it itself. `sheet`: the sheet's place in the workbook, from 0. */
export type Chosen = { encoding?: EncodingName; sheet?: number }

export const MOST_ROWS = 50_000
export const MOST_COLUMNS = 200
/** What one cell of Excel holds at most. */
const LONGEST_CELL = 32_767

/**
 * Reads a table from CSV (UTF-8, UTF-16 and the single-byte tables of `encodings`) or XLSX. Nothing in a cell is
 * ever run: a formula's stored value is read, markup is text.
 * Refuses, each in a sentence of its own, what is empty, broken, of another kind or too large.
 * @example (await readSheet(Buffer.from('a;b\n1;2'))).rows // [['a', 'b'], ['1', '2']]
 */
export async function readSheet(bytes: Buffer, chosen: Chosen = {}): Promise<Sheet> {
  if (bytes.length === 0) throw new Refusal('sheet-empty')
  refuseOtherKinds(bytes)
  const sheet = looksZipped(bytes)
    ? ({ format: 'xlsx', ...readWorkbook(bytes, chosen.sheet ?? 0, LIMITS) } as const)
    : readText(bytes, chosen)
  requireSize(sheet.rows)
  const rows = sheet.rows.map((row) => row.map((cell) => cell.trim()))
  if (rows.every((row) => row.every((cell) => cell === ''))) throw new Refusal('sheet-empty')
  return { ...sheet, rows }
}

/** The first rows of a text file in every reading that differs, the likeliest first; none where the file says itself. */
export function firstRowsInEachReading(bytes: Buffer, count = 4): { name: EncodingName; rows: string[][] }[] {
  if (looksZipped(bytes)) return []
  return readingsOf(bytes).map(({ name, text }) => {
    const { data } = Papa.parse<string[]>(text, { delimiter: separatorOf(text), preview: count })
    return { name, rows: data.map((row) => row.slice(0, 8).map((cell) => cell.trim().slice(0, 60))) }
  })
}

function requireSize(rows: string[][]): void {
  if (rows.length > MOST_ROWS) throw new Refusal('sheet-too-long', { rows: rows.length, most: MOST_ROWS })
  const widest = rows.reduce((most, row) => Math.max(most, row.length), 0)
  if (widest > MOST_COLUMNS) throw new Refusal('sheet-too-wide', { columns: widest, most: MOST_COLUMNS })
  const long = rows.findIndex((row) => row.some((cell) => cell.length > LONGEST_CELL))
  if (long >= 0) throw new Refusal('sheet-cell-too-long', { row: long + 1, most: LONGEST_CELL })
}

/** Files people pick by mistake, by their first bytes (the "magic numbers" of each format). */
const otherKinds: [hex: string, kind: string][] = [
  ['255044462d', 'PDF'],
  ['89504e470d0a1a0a', 'PNG'],
  ['ffd8ff', 'JPEG'],
  ['47494638', 'GIF'],
  ['7b5c727466', 'RTF'],
  ['d0cf11e0a1b11ae1', 'XLS'],
]

function refuseOtherKinds(bytes: Buffer): void {
  const start = bytes.subarray(0, 8).toString('hex')
  const kind = otherKinds.find(([hex]) => start.startsWith(hex))?.[1]
  if (kind === 'XLS') throw new Refusal('sheet-is-old-excel')
  if (kind) throw new Refusal('sheet-is-no-table', { kind })
}

/** Forty columns in every row: all of them are held in memory, and no list of people is fuller. */
const MOST_CELLS = 2_000_000
const LIMITS = {
  ...{ rows: MOST_ROWS, columns: MOST_COLUMNS, cells: MOST_CELLS, cell: LONGEST_CELL },
  letters: 48_000_000,
}

function readText(bytes: Buffer, { encoding }: Chosen): Sheet {
  const { text, assumed } = decodeText(bytes, encoding)
  refuseEndless(text)
  const separator = separatorOf(text)
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: separator, skipEmptyLines: false })
  if (errors.some((error) => error.type === 'Quotes'))
    throw new Refusal('sheet-quote-open', { row: (errors[0]?.row ?? 0) + 1 })
  while (data.length && data.at(-1)!.every((cell) => cell.trim() === '')) data.pop()
  return { format: 'csv', rows: data.map((row) => row.map(restoreCell)), encoding: assumed, separator }
}

/** No row of a list; a file of one endless line would be cut into millions of cells. */
const LONGEST_LINE = 1_000_000

/** Looked at before anything is cut into cells. Cells may hold line ends in quotes, so a few times as many lines pass. */
function refuseEndless(text: string): void {
  let lines = 1
  let from = 0
  for (let at = text.indexOf('\n'); ; at = text.indexOf('\n', from)) {
    const end = at < 0 ? text.length : at
    if (end - from > LONGEST_LINE)
      throw new Refusal('sheet-line-too-long', { row: lines, most: LONGEST_LINE })
    if (at < 0) break
    lines++
    from = at + 1
  }
  if (lines > 4 * MOST_ROWS) throw new Refusal('sheet-too-long', { rows: lines, most: MOST_ROWS })
}

/** The sign that stands most often in the first line with any; spreadsheets in our languages write `;`. */
function separatorOf(text: string): string {
  const head = text.slice(0, LONGEST_LINE)
  const line = head.split(/\r?\n/).find((one) => /[;,\t]/.test(one)) ?? ''
  const unquoted = line.replace(/"[^"]*"/g, '')
  const count = (sign: string) => unquoted.split(sign).length
  return [';', '\t', ','].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}
