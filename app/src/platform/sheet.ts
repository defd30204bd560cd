import Papa from 'papaparse'
import { readSheet as readXlsx } from 'read-excel-file/node'
import { Refusal } from './refusal.ts'
import { type Assumed, decodeText } from './sheet/encoding.ts'
import { looksZipped, requireHarmlessZip } from './sheet/zip.ts'

/** A table as it was sent: every cell as trimmed text, days as `2019-11-27`. Row 1 is `rows[0]`. */
export type Sheet = {
  format: 'csv' | 'xlsx'
  rows: string[][]
  /** What the letters were taken to be written in, and on what grounds; only text files have to be guessed. */
  encoding?: Assumed
  separator?: string
}

const MOST_ROWS = 5000
const MOST_COLUMNS = 200

/**
 * Reads a table from CSV (UTF-8, UTF-16, windows-1251, windows-1256) or XLSX (its first sheet). Nothing in a
 * cell is ever run: a formula's stored value is read, markup is text.
 * Refuses, each in a sentence of its own, what is empty, broken, of another kind or too large.
 * @example (await readSheet(Buffer.from('a;b\n1;2'))).rows // [['a', 'b'], ['1', '2']]
 */
export async function readSheet(bytes: Buffer): Promise<Sheet> {
  if (bytes.length === 0) throw new Refusal('sheet-empty')
  refuseOtherKinds(bytes)
  const sheet = looksZipped(bytes) ? await readWorkbook(bytes) : readText(bytes)
  const rows = sheet.rows.map((row) => row.map((cell) => cell.trim()))
  if (rows.every((row) => row.every((cell) => cell === ''))) throw new Refusal('sheet-empty')
  if (rows.length > MOST_ROWS) throw new Refusal('sheet-too-long', { rows: rows.length, most: MOST_ROWS })
  if (rows.some((row) => row.length > MOST_COLUMNS)) throw new Refusal('sheet-unreadable')
  return { ...sheet, rows }
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

async function readWorkbook(bytes: Buffer): Promise<Sheet> {
  requireHarmlessZip(bytes)
  const data = await readXlsx(bytes).catch(() => {
    throw new Refusal('sheet-broken')
  })
  return { format: 'xlsx', rows: data.map((row) => row.map(toText)) }
}

/** A day in a workbook has no clock time and no zone: it is read back as the day that was typed. */
function toText(value: unknown): string {
  if (value === null || value === undefined) return ''
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value)
}

function readText(bytes: Buffer): Sheet {
  const { text, assumed } = decodeText(bytes)
  const separator = separatorOf(text)
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: separator, skipEmptyLines: false })
  if (errors.some((error) => error.type === 'Quotes'))
    throw new Refusal('sheet-quote-open', { row: (errors[0]?.row ?? 0) + 1 })
  while (data.length && data.at(-1)!.every((cell) => cell.trim() === '')) data.pop()
  return { format: 'csv', rows: data, encoding: assumed, separator }
}

/** The sign that stands most often in the first line with any; spreadsheets in our languages write `;`. */
function separatorOf(text: string): string {
  const line = text.split(/\r?\n/).find((one) => /[;,\t]/.test(one)) ?? ''
  const unquoted = line.replace(/"[^"]*"/g, '')
  const count = (sign: string) => unquoted.split(sign).length
  return [';', '\t', ','].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}
