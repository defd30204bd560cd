import { refuse } from '../refusal.ts'
import { requireFewLines } from './decode-size.ts'

/** The WHATWG decoder: Node, browsers and workers all have it, the core's compiler settings name no platform. */
declare const TextDecoder: new (
  label: string,
  options?: { fatal?: boolean },
) => { decode(bytes: Uint8Array): string }

/** Larger files are no laboratory's: reading them would only block. */
const mostBytes = 100_000_000

/** What an XML declaration may name; other names are refused rather than guessed. */
const declarable = new Set([
  'utf-8',
  'us-ascii',
  'iso-8859-1',
  'iso-8859-5',
  'iso-8859-15',
  'koi8-r',
  'windows-1251',
  'windows-1252',
])

/**
 * The text of a file whose encoding nobody told us. In this order: a byte-order mark (UTF-8, UTF-16) · UTF-16
 * when every other byte of the beginning is 0 · an XML declaration · UTF-8, because other texts are almost never
 * valid UTF-8 · windows-1251 when most letters beyond ASCII stand beside another (Cyrillic words) · else
 * windows-1252 (single accented letters among Latin ones).
 *
 * @example decodeText(Uint8Array.of(0xcc, 0xe0, 0xec, 0xe0)) // 'Мама', from windows-1251
 * @throws KinshipRefusal `too-large`, `empty`, `not-text`
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes.length > mostBytes) refuse('too-large', 'The file is larger than 100 MB: split it.')
  if (bytes.length === 0) refuse('empty', 'The file is empty.')
  const wide = markOf(bytes) ?? wideWithoutMark(bytes)
  if (wide) return decodeAs(bytes, wide, 'its first bytes')
  const declared = declaredIn(bytes)
  if (declared) return decodeAs(bytes, declared, 'its XML declaration')
  const utf8 = attempt(bytes, 'utf-8')
  if (utf8 !== null) return checked(utf8, /\0/, 'UTF-8')
  return decodeAs(bytes, looksCyrillic(bytes) ? 'windows-1251' : 'windows-1252', 'its letters')
}

function markOf(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
}

/** UTF-16 whose first letters are all ASCII, as every laboratory header is. */
function wideWithoutMark(bytes: Uint8Array): string | null {
  const start = bytes.subarray(0, 64)
  const zeros = (parity: number) => start.filter((byte, index) => index % 2 === parity && byte === 0).length
  const [even, odd] = [zeros(0), zeros(1)]
  if (start.length < 4) return null
  if (odd > start.length * 0.4 && even === 0) return 'utf-16le'
  return even > start.length * 0.4 && odd === 0 ? 'utf-16be' : null
}

/** The name in `<?xml ... encoding="..."?>`, which is ASCII in every encoding listed. */
function declaredIn(bytes: Uint8Array): string | null {
  const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, 200))
  const name = /^<\?xml\s[^>]*?encoding\s*=\s*["']([\w.-]+)["']/.exec(start)?.[1]?.toLowerCase()
  if (name === undefined) return null
  return declarable.has(name)
    ? name
    : refuse('not-text', `Line 1 says the file is in "${name}", which is not read: save it as UTF-8.`)
}

/** The text, or `null` when the bytes are not of this encoding. */
function attempt(bytes: Uint8Array, name: string): string | null {
  const decoder = new TextDecoder(name, { fatal: true })
  try {
    return decoder.decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

function decodeAs(bytes: Uint8Array, name: string, because: string): string {
  const text = attempt(bytes, name)
  if (text !== null) return checked(text, name.startsWith('utf') ? /\0/ : notText, name)
  return refuse('not-text', `The file should be ${name} by ${because} and is not: save it as UTF-8.`)
}

/** Control characters no table holds: a picture, an archive or a spreadsheet file, not text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const notText = /[\0-\x08\x0e-\x19\x1b-\x1f\x7f-\x9f]/

function checked(text: string, forbidden: RegExp, name: string): string {
  const at = text.search(forbidden)
  if (at < 0) {
    requireFewLines(text)
    return text
  }
  const line = text.slice(0, at).split('\n').length
  return refuse('not-text', `Line ${line} holds what no text has (read as ${name}): is it a text file?`)
}

function looksCyrillic(bytes: Uint8Array): boolean {
  let alone = 0
  let together = 0
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i]! < 0x80) continue
    if ((bytes[i - 1] ?? 0) >= 0x80 || (bytes[i + 1] ?? 0) >= 0x80) together++
    else alone++
  }
  return together > alone
}
