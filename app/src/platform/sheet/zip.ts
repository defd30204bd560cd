import { crc32, inflateRawSync } from 'node:zlib'
import { Refusal } from '../refusal.ts'

/** More than any list of people needs; a "zip bomb" unpacks a few kilobytes into gigabytes. */
const MOST_UNPACKED = 48 * 1024 * 1024
const MOST_ENTRIES = 500

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50

export const looksZipped = (bytes: Buffer): boolean => bytes.length > 4 && bytes.readUInt32LE(0) === LOCAL

/** Unpacks an entry by its name; undefined where there is none. */
export type Archive = { has(name: string): boolean; unpack(name: string): Buffer | undefined }

/**
 * A ZIP whose entries are unpacked one by one when asked for, each within the room that all of them share, because
 * the sizes a ZIP states of itself may be lies; what nobody asks for is never unpacked. Refuses what is cut off,
 * encrypted, too large or damaged (ZIP: PKWARE APPNOTE 6.3, sections 4.3.7 to 4.3.16).
 */
export function openZip(bytes: Buffer): Archive {
  const entries = new Map(
    orBroken(() => entriesOf(bytes)).map((entry) => [sameName(entry.name), entry] as const),
  )
  let room = MOST_UNPACKED
  return {
    has: (name) => entries.has(sameName(name)),
    unpack(name) {
      const entry = entries.get(sameName(name))
      if (!entry) return undefined
      const unpacked = orBroken(() => unpack(bytes, entry, room))
      room -= unpacked.length
      return unpacked
    },
  }
}

/** Programs differ in upper and lower case and in which slash they write. */
const sameName = (name: string): string => name.replaceAll('\\', '/').toLowerCase()

/** Reading behind the end of the bytes is a file that was cut off. */
function orBroken<T>(work: () => T): T {
  try {
    return work()
  } catch (cause) {
    throw cause instanceof Refusal ? cause : new Refusal('sheet-broken')
  }
}

type Entry = { name: string; method: number; crc: number; packed: number; at: number }

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
      crc: bytes.readUInt32LE(at + 16),
      packed: bytes.readUInt32LE(at + 20),
      at: bytes.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

function unpack(bytes: Buffer, { method, crc, packed, at }: Entry, room: number): Buffer {
  if (bytes.readUInt32LE(at) !== LOCAL) throw new Refusal('sheet-broken')
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
  if (start + packed > bytes.length) throw new Refusal('sheet-broken')
  const content = bytes.subarray(start, start + packed)
  if (method === 0 && packed > room) throw new Refusal('sheet-unpacks-too-large')
  const unpacked = method === 0 ? content : inflate(content, room)
  if (crc32(unpacked) !== crc) throw new Refusal('sheet-broken')
  return unpacked
}

function inflate(content: Buffer, room: number): Buffer {
  try {
    return inflateRawSync(content, { maxOutputLength: Math.max(1, room) })
  } catch (cause) {
    const tooLarge = (cause as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE'
    throw new Refusal(tooLarge ? 'sheet-unpacks-too-large' : 'sheet-broken')
  }
}
