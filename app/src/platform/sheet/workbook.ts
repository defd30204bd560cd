import { Refusal } from '../refusal.ts'
import { dayOf, dayStylesOf } from './days.ts'
import { attributesOf, decoded, walkMarkup } from './markup.ts'
import { type Archive, openZip } from './zip.ts'

/** What a list may hold; the reader of every format keeps them (`requireSize` in ../sheet.ts says the rest). */
export type Limits = { rows: number; columns: number; cells: number; cell: number; letters: number }
export type Workbook = { sheets: string[]; rows: string[][] }

const WORKBOOK = 'xl/workbook.xml'
const MOST_SHEETS = 500

/**
 * Reads one sheet of a workbook (ECMA-376 part 1, 18) as text: a formula's stored value, days as `2019-11-27`. It
 * keeps no more than the cells, each counted against the limits before it is kept, so that what a file costs is
 * bounded by what it may hold and not by what it says of itself. `at`: the sheet's place, from 0.
 * @throws Refusal `sheet-*`
 */
export function readWorkbook(bytes: Buffer, at: number, limits: Limits): Workbook {
  const archive = openZip(bytes)
  if (!archive.has(WORKBOOK)) throw new Refusal('sheet-is-no-table', { kind: 'ZIP' })
  const { sheets, since1904 } = readSheets(textOf(archive, WORKBOOK))
  const parts = readParts(textOf(archive, 'xl/_rels/workbook.xml.rels'))
  const sheet = sheets[Math.min(at, sheets.length - 1)]
  const path = sheet && parts.get(sheet.id)
  if (!path) throw new Refusal('sheet-broken')
  const shared = readShared(textOf(archive, parts.get('sharedStrings')), limits)
  const isDay = dayStylesOf(textOf(archive, parts.get('styles')))
  const xml = textOf(archive, path)
  if (xml === '') throw new Refusal('sheet-broken')
  const rows = readCells(xml, { shared, isDay, since1904, limits })
  return { sheets: sheets.map(({ name }) => name), rows }
}

const textOf = (archive: Archive, path: string | undefined): string =>
  (path && archive.unpack(path)?.toString('utf8')) || ''

function readSheets(xml: string): { sheets: { name: string; id: string }[]; since1904: boolean } {
  const sheets: { name: string; id: string }[] = []
  let since1904 = false
  walkMarkup(xml, {
    open(name, tag) {
      if (name === 'workbookPr') since1904 = /^(1|true|on)$/.test(attributesOf(tag).date1904 ?? '')
      if (name !== 'sheet') return
      const { name: title = '', id = '' } = attributesOf(tag)
      if (sheets.push({ name: decoded(title), id }) > MOST_SHEETS)
        throw new Refusal('sheet-unpacks-too-large')
    },
  })
  return { sheets, since1904 }
}

/** Where sheets (by their id), styles and shared strings lie. */
function readParts(xml: string): Map<string, string> {
  const parts = new Map<string, string>()
  walkMarkup(xml, {
    open(name, tag) {
      if (name !== 'Relationship') return
      const { Id = '', Type = '', Target = '' } = attributesOf(tag)
      const path = Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`
      const kind = Type.split('/').at(-1)!
      parts.set(kind === 'worksheet' ? Id : kind, decoded(path))
    },
  })
  return parts
}

/** Texts that cells name by number; how a name is read aloud (`rPh`) is no part of it. */
function readShared(xml: string, { cells, cell }: Limits): string[] {
  const found: string[] = []
  const text = textReader()
  walkMarkup(xml, {
    ...text.see,
    close(name) {
      text.see.close(name)
      if (name !== 'si') return
      const whole = text.take()
      // Longer ones are told of where a cell shows them.
      if (found.push(whole.slice(0, cell + 1)) > cells)
        throw new Refusal('sheet-too-many-cells', { most: cells })
    },
  })
  return found
}

/** Joins the runs of `t` of one text, and undoes `_x000D_` (ECMA-376 part 1, 22.9.2.19). */
function textReader() {
  let [text, inText, inReading] = ['', false, false]
  return {
    take() {
      const whole = text.replace(/_x([\da-f]{4})_/gi, (_, hex) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      )
      text = ''
      return whole
    },
    see: {
      open(name: string, _tag: string) {
        if (name === 't') inText = true
        if (name === 'rPh') inReading = true
      },
      close(name: string) {
        if (name === 't') inText = false
        if (name === 'rPh') inReading = false
      },
      text(more: string) {
        if (inText && !inReading) text += more
      },
    },
  }
}

type Book = { shared: string[]; isDay: boolean[]; since1904: boolean; limits: Limits }
type Cell = { row: number; column: number; type: string; style: string; value: string }

function readCells(xml: string, book: Book): string[][] {
  const rows: string[][] = []
  const inline = textReader()
  let [row, column, cells, letters] = [0, 0, 0, 0]
  let cell: Cell | undefined
  let inValue = false
  function keep(one: Cell): void {
    const text = toText(one, inline.take(), book)
    if (text === '') return
    const { limits } = book
    // A text that a thousand cells share is kept once, and a thousand times in every answer.
    letters += text.length
    if (letters > limits.letters) throw new Refusal('sheet-unpacks-too-large')
    if (one.row > limits.rows) throw new Refusal('sheet-too-long', { rows: one.row, most: limits.rows })
    if (one.column > limits.columns)
      throw new Refusal('sheet-too-wide', { columns: one.column, most: limits.columns })
    while (rows.length < one.row) rows.push([])
    const kept = rows[one.row - 1]!
    // Empty places before it are kept too, and cost as much.
    for (; kept.length < one.column; kept.push(''))
      if (++cells > limits.cells) throw new Refusal('sheet-too-many-cells', { most: limits.cells })
    kept[one.column - 1] = text
  }
  walkMarkup(xml, {
    open(name, tag) {
      if (name === 'row') [row, column] = [rowOf(attributesOf(tag).r ?? String(row + 1)), 0]
      else if (name === 'c') {
        const { r, t = 'n', s = '' } = attributesOf(tag)
        const place = r === undefined ? { row, column: column + 1 } : placeOf(r)
        column = place.column
        cell = { ...place, type: t, style: s, value: '' }
      } else if (name === 'v') inValue = true
      else inline.see.open(name, tag)
    },
    text(text) {
      if (inValue && cell) cell.value += text
      else if (cell) inline.see.text(text)
    },
    close(name) {
      if (name === 'v') inValue = false
      else if (name === 'c' && cell) {
        keep(cell)
        cell = undefined
      } else inline.see.close(name)
    },
  })
  return rows
}

function rowOf(digits: string): number {
  if (!/^[1-9]\d{0,6}$/.test(digits)) throw new Refusal('sheet-broken')
  return Number(digits)
}

/** `AB12` is row 12, column 28. */
function placeOf(address: string): { row: number; column: number } {
  const [, letters, digits] = /^([A-Z]{1,3})(\d+)$/.exec(address) ?? []
  if (!letters || !digits) throw new Refusal('sheet-broken')
  return {
    row: rowOf(digits),
    column: [...letters].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0),
  }
}

/** What a person reads in the cell, as text. */
function toText(
  { type, style, value, row }: Cell,
  inline: string,
  { shared, isDay, since1904, limits }: Book,
): string {
  const text = type === 'inlineStr' ? inline : type === 's' ? value && shared[Number(value)] : value
  if (text === undefined) throw new Refusal('sheet-broken')
  if (text.length > limits.cell) throw new Refusal('sheet-cell-too-long', { row, most: limits.cell })
  if (type === 'b') return value === '' ? '' : value === '1' ? 'true' : 'false'
  if (type === 'd') return value.slice(0, 10)
  if (type !== 'n' || value.trim() === '') return text
  const number = Number(value)
  if (Number.isNaN(number)) throw new Refusal('sheet-broken')
  return (isDay[Number(style)] && dayOf(number, since1904)) || String(number)
}
