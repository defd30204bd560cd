import type { Language } from './language.ts'

/** The Kazakh alphabet (Cyrillic, 42 letters) in its order. */
export const kazakhAlphabet = 'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя'

/**
 * A comparison for lists of names in a reader's language; numbers in a text compare by value, so that
 * "Child 2" stands before "Child 11". `['Қ', 'Л', 'К'].sort(compareText('kk'))` is `['К', 'Қ', 'Л']`.
 *
 * Kazakh does not ask ICU: Chromium's data is a stub. Texts of another script (Latin, Arabic) come after
 * Cyrillic ones in Kazakh, in the order ICU's root gives them.
 */
export function compareText(language: Language): (a: string, b: string) => number {
  if (language === 'kk') return compareKazakh
  const collator = new Intl.Collator(language, { numeric: true })
  return (a, b) => collator.compare(a, b)
}

const rank = new Map([...kazakhAlphabet].map((letter, index) => [letter, index]))
const root = new Intl.Collator('en', { numeric: true })

function compareKazakh(a: string, b: string): number {
  const left = pieces(a)
  const right = pieces(b)
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const order = comparePiece(left[i] ?? '', right[i] ?? '')
    if (order !== 0) return order
  }
  // Equal letter by letter: the shorter first, then lower case before capitals, so the order is total.
  return left.length - right.length || root.compare(a, b) || compareCodes(a, b)
}

function pieces(text: string): string[] {
  return text.normalize('NFC').toLowerCase().match(/\d+|./gsu) ?? []
}

function comparePiece(a: string, b: string): number {
  const [first, second] = [rank.get(a), rank.get(b)]
  if (first !== undefined && second !== undefined) return first - second
  const group = kind(a) - kind(b)
  return group !== 0 ? group : root.compare(a, b)
}

/** Spaces and signs, then digits, then Kazakh letters, then letters of other scripts. */
function kind(piece: string): number {
  if (rank.has(piece)) return 2
  if (/^\d/.test(piece)) return 1
  return /^\p{L}/u.test(piece) ? 3 : 0
}

function compareCodes(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
