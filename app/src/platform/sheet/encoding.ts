import { Refusal } from '../refusal.ts'

export type EncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1251' | 'windows-1256'
/** `mark`: the file says so itself; `valid`: no other reading of these bytes is; `letters`: by how often letters stand. */
export type Assumed = { name: EncodingName; because: 'mark' | 'valid' | 'letters' }

/**
 * The text of a file whose encoding nobody told us. UTF-8 is tried first because other texts are almost never
 * valid UTF-8; what is left is one of the two single-byte tables in use, told apart by the frequency of letters.
 */
export function decodeText(bytes: Buffer): { text: string; assumed: Assumed } {
  const marked = markOf(bytes)
  if (marked) return { text: decode(bytes, marked), assumed: { name: marked, because: 'mark' } }
  if (bytes.includes(0)) throw new Refusal('sheet-unreadable')
  const utf8 = asUtf8(bytes)
  if (utf8 !== undefined) return { text: utf8, assumed: { name: 'utf-8', because: 'valid' } }
  const [cyrillic, arabic] = [decode(bytes, 'windows-1251'), decode(bytes, 'windows-1256')]
  const isArabic = likelihood(arabic, arabicLetters) > likelihood(cyrillic, russianLetters)
  const name = isArabic ? 'windows-1256' : 'windows-1251'
  return { text: isArabic ? arabic : cyrillic, assumed: { name, because: 'letters' } }
}

function markOf(bytes: Buffer): EncodingName | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return undefined
}

const decode = (bytes: Buffer, name: EncodingName): string => new TextDecoder(name).decode(bytes)

function asUtf8(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/**
 * Letters from the most to the least frequent: Russian after the National Corpus (Lyashevskaya, Sharov 2009),
 * Arabic after Madi's count of 5.7 million letters. Only the order is used, by Zipf's law: the k-th stands with
 * a share near 1/k, so that no table of shares has to be believed to a digit.
 */
const russianLetters = 'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё'
const arabicLetters = 'الينموتربةعدفسهكقحأجشطصىخإذزءثضغئظؤآ'

/** The mean log frequency of the letters beyond ASCII; a letter of neither table counts as the rarest. */
function likelihood(text: string, letters: string): number {
  const beyond = [...text.toLowerCase()].filter((sign) => sign > '\u00a0' && /[\p{L}\p{M}]/u.test(sign))
  const rarest = 4 * letters.length
  const sum = beyond.reduce((total, sign) => total - Math.log(letters.indexOf(sign) + 1 || rarest), 0)
  return beyond.length ? sum / beyond.length : Number.NEGATIVE_INFINITY
}
