import { readFileSync } from 'node:fs'

export type Row = Record<string, string>

/** Rows of a tab or comma separated text without quoted fields, by the names in its first line; `-` is empty. */
export function toRows(text: string, separator = '\t'): Row[] {
  const [head, ...lines] = text.trimEnd().split('\n')
  const names = head!.split(separator)
  return lines.map((line) => {
    const cells = line.split(separator)
    if (cells.length !== names.length) throw new Error(`${cells.length} cells, not ${names.length}: ${line}`)
    return Object.fromEntries(names.map((name, at) => [name, cells[at] === '-' ? '' : cells[at]!]))
  })
}

export const readSource = (name: string): Row[] =>
  toRows(readFileSync(new URL(`../source/${name}`, import.meta.url), 'utf8'))

/** One field of a CSV line (RFC 4180). */
export const quoted = (cell: string): string =>
  /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell

export const toCsv = (rows: string[][]): string =>
  rows.map((row) => `${row.map(quoted).join(',')}\n`).join('')

export const toJson = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`
