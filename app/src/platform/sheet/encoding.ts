import { Refusal } from '../refusal.ts'
import { logLikelihood } from './letters.ts'

export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1251',
  'kz-1048',
  'koi8-r',
  'ibm866',
  'windows-1256',
  'windows-1254',
] as const
export type EncodingName = (typeof encodings)[number]

/**
 * `mark`: the file says so itself; `valid`: no other reading of these bytes is; `letters`: by how often letters
 * stand; `chosen`: a person said so. `doubtful`: another reading is nearly as likely, so a person should look.
 */
export type Assumed = {
  name: EncodingName
  because: 'mark' | 'valid' | 'letters' | 'chosen'
  doubtful?: boolean
}

const singleByte = ['windows-1251', 'kz-1048', 'koi8-r', 'ibm866', 'windows-1256', 'windows-1254'] as const

/** How many times likelier the best reading must be than the next different one (natural log): 1,000 times. */
const SURE = Math.log(1000)

/** The text of a file whose encoding nobody told us, or in the encoding a person chose. */
export function decodeText(bytes: Buffer, chosen?: EncodingName): { text: string; assumed: Assumed } {
  const marked = markOf(bytes)
  if (chosen && chosen !== marked)
    return { text: decodeAs(chosen, bytes), assumed: { name: chosen, because: 'chosen' } }
  if (marked) return { text: decodeAs(marked, bytes), assumed: { name: marked, because: 'mark' } }
  if (bytes.includes(0)) return decodeWide(bytes)
  const utf8 = asUtf8(bytes)
  if (utf8 !== undefined) return { text: utf8, assumed: { name: 'utf-8', because: 'valid' } }
  const [best, next] = weighedReadings(bytes)
  const doubtful = next !== undefined && best!.weight - next.weight < SURE
  return {
    text: decodeAs(best!.name, bytes),
    assumed: { name: best!.name, because: 'letters', ...(doubtful ? { doubtful } : {}) },
  }
}

/** As much of a file as its beginning in every different reading, the likeliest first. Empty for what says itself. */
export function readingsOf(bytes: Buffer): { name: EncodingName; text: string }[] {
  if (markOf(bytes) || bytes.includes(0) || asUtf8(bytes) !== undefined) return []
  return weighedReadings(bytes)
    .slice(0, 4)
    .map(({ name }) => ({ name, text: decodeAs(name, bytes.subarray(0, 16_000)) }))
}

type Weighed = { name: EncodingName; weight: number }

/** Readings that come out the same are one: without Kazakh letters, KZ-1048 says nothing that windows-1251 does not. */
function weighedReadings(bytes: Buffer): Weighed[] {
  // What is ASCII is the same in every table: the lines that are not are what can be weighed.
  const telling = tellingPart(bytes)
  const seen = new Map<string, Weighed>()
  for (const name of singleByte) {
    const text = decodeAs(name, telling)
    if (!seen.has(text)) seen.set(text, { name, weight: logLikelihood(text) })
  }
  return [...seen.values()].sort((a, b) => b.weight - a.weight)
}

const ENOUGH_BYTES = 200_000

/** From the first byte beyond ASCII, with the word before it: a long list may begin with pages of plain ASCII. */
function tellingPart(bytes: Buffer): Buffer {
  const first = bytes.findIndex((byte) => byte > 0x7f)
  const from = Math.max(0, first - 64)
  return bytes.subarray(from, from + ENOUGH_BYTES)
}

function markOf(bytes: Buffer): EncodingName | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return undefined
}

/** Where KZ-1048 (STRK 1048-2002, the Kazakh table) differs from windows-1251. */
const kazakh = new Map(
  [...'ЌҚЋҺќқћһЎҰўұЈӘҐӨЄҒЇҮґөєғјәЅҢѕңїү'].flatMap((from, at, all) =>
    at % 2 === 0 ? [[from, all[at + 1]!] as const] : [],
  ),
)

export function decodeAs(name: EncodingName, bytes: Uint8Array): string {
  if (name !== 'kz-1048') return new TextDecoder(name).decode(bytes)
  return new TextDecoder('windows-1251')
    .decode(bytes)
    .replace(/[ЌЋќћЎўЈҐЄЇґєјЅѕї]/g, (sign) => kazakh.get(sign)!)
}

function asUtf8(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** UTF-16 without its mark: separators and line ends hold a zero byte, and nearly all signs are of scripts we know. */
function decodeWide(bytes: Buffer): { text: string; assumed: Assumed } {
  const sample = bytes.subarray(0, 40_000)
  const [best] = (['utf-16le', 'utf-16be'] as const)
    .map((name) => ({ name, known: knownShare(decodeAs(name, sample)) }))
    .sort((a, b) => b.known - a.known)
  if (best!.known < 0.97 || bytes.length % 2) throw new Refusal('sheet-unreadable')
  return { text: decodeAs(best!.name, bytes), assumed: { name: best!.name, because: 'letters' } }
}

const KNOWN = /[\t\r\n -~\u00a0-\u024f\u0400-\u052f\u0600-\u06ff\u2010-\u2026\u2116\u2066-\u2069]/

function knownShare(text: string): number {
  const signs = [...text]
  return signs.filter((sign) => KNOWN.test(sign)).length / Math.max(1, signs.length)
}
