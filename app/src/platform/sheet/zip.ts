import { inflateRawSync } from 'node:zlib'
import { Refusal } from '../refusal.ts'

/** More than any list of people needs; a "zip bomb" unpacks a few kilobytes into gigabytes. */
const MOST_UNPACKED = 48 * 1024 * 1024
const MOST_ENTRIES = 500

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50

export const looksZipped = (bytes: Buffer): boolean => bytes.length > 4 && bytes.readUInt32LE(0) === LOCAL

/**
 * Unpacks every entry once with a limit, because the sizes a ZIP states of itself may be lies, and refuses what
 * is cut off, encrypted, too large or no workbook (ZIP: PKWARE APPNOTE 6.3, sections 4.3.7 to 4.3.16).
 */
export function requireHarmlessZip(bytes: Buffer): Workbook {
  try {
    const entries = entriesOf(bytes)
    if (!entries.some((entry) => isWorkbook(entry.name)))
      throw new Refusal('sheet-is-no-table', { kind: 'ZIP' })
    let room = MOST_UNPACKED
    const found: Workbook = { sheets: [], rows: 0 }
    for (const entry of entries) {
      const unpacked = unpack(bytes, entry, room)
      room -= unpacked.length
      if (isWorkbook(entry.name)) found.sheets = sheetNames(unpacked)
      if (/^xl\/worksheets\/[^/]+\.xml$/i.test(entry.name))
        found.rows = Math.max(found.rows, countRows(unpacked))
    }
    return found
  } catch (cause) {
    throw cause instanceof Refusal ? cause : new Refusal('sheet-broken')
  }
}

/** The names of the sheets in their order, and how many rows the longest has: known before a cell is read. */
export type Workbook = { sheets: string[]; rows: number }

const isWorkbook = (name: string): boolean => name.toLowerCase() === 'xl/workbook.xml'

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const sheetNames = (workbook: Buffer): string[] =>
  [...workbook.toString('utf8').matchAll(/<(?:\w+:)?sheet\s[^>]*?\bname="([^"]*)"/g)].map((match) =>
    match[1]!.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (all, decimal, hex, word) =>
      word
        ? (entities[word] ?? all)
        : String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex, 16)),
    ),
  )

function countRows(sheet: Buffer): number {
  let rows = 0
  for (let at = sheet.indexOf('<row'); at >= 0; at = sheet.indexOf('<row', at + 4)) rows++
  return rows
}

type Entry = { name: string; method: number; packed: number; at: number }

/** The directory at the end of the file; it is missing where the file was cut off. */
function entriesOf(bytes: Buffer): Entry[] {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || bytes.readUInt32LE(end) !== END) throw new Refusal('sheet-broken')
  const count = bytes.readUInt16LE(end + 10)
  if (count > MOST_ENTRIES) throw new Refusal('sheet-unpacks-too-large')
  const entries: Entry[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let i = 0; i < count; i++) {
    if (bytes.readUInt32LE(at) !== CENTRAL) throw new Refusal('sheet-broken')
    if (bytes.readUInt16LE(at + 8) & 1) throw new Refusal('sheet-locked')
    const nameLength = bytes.readUInt16LE(at + 28)
    const name = bytes.subarray(at + 46, at + 46 + nameLength).toString('utf8')
    entries.push({
      name,
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      at: bytes.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

function unpack(bytes: Buffer, { method, packed, at }: Entry, room: number): Buffer {
  if (bytes.readUInt32LE(at) !== LOCAL) throw new Refusal('sheet-broken')
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
  if (start + packed > bytes.length) throw new Refusal('sheet-broken')
  const content = bytes.subarray(start, start + packed)
  if (method === 0) {
    if (packed > room) throw new Refusal('sheet-unpacks-too-large')
    return content
  }
  try {
    return inflateRawSync(content, { maxOutputLength: Math.max(1, room) })
  } catch (cause) {
    const tooLarge = (cause as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE'
    throw new Refusal(tooLarge ? 'sheet-unpacks-too-large' : 'sheet-broken')
  }
}
