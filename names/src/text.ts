/** Writing as it arrives -> clean lower-case letters. Nothing here knows what a name is. */

export type Script = 'cyrillic' | 'arabic' | 'latin' | 'other' | 'none'

const TESTS: readonly (readonly [Script, RegExp])[] = [
  ['cyrillic', /\p{Script=Cyrillic}/u],
  ['arabic', /\p{Script=Arabic}/u],
  ['latin', /\p{Script=Latin}/u],
  ['other', /\p{L}/u],
]

/** No name is longer than this many characters; what follows is not read, so that the time is bounded. */
const MAX_TEXT = 400

/** Format characters (zero-width, bidi), Arabic vowel marks and signs, the superscript alef, tatweel. */
const INVISIBLE = /[\p{Cf}\u064b-\u065f\u0670\u0610-\u061a\u06d6-\u06ed\u0640]/gu
const APOSTROPHES = /[’‘ʼʻʹʿʾ`´′ˈ]/g
/** Marks left after composition that carry no letter of ours: stress accents, Turkish dot over i. */
const LEFT_OVER_MARKS = /\p{M}/gu

/** Latin letters that look like Cyrillic ones (small, or as capitals) and are typed for them. */
const LOOKALIKE: Record<string, string> = {
  a: 'а',
  c: 'с',
  e: 'е',
  i: 'і',
  o: 'о',
  p: 'р',
  x: 'х',
  y: 'у',
  k: 'к',
  m: 'м',
  t: 'т',
  h: 'һ',
  ə: 'ә',
  b: 'в',
}
const LOOKALIKE_BACK = Object.fromEntries(Object.entries(LOOKALIKE).map(([from, to]) => [to, from]))

/** A word with letters of both: all as the script most of its letters are in, a tie as Cyrillic. */
const unmix = (word: string): string => {
  const count = (letters: RegExp): number => word.match(letters)?.length ?? 0
  const [cyrillic, latin] = [count(/\p{Script=Cyrillic}/gu), count(/\p{Script=Latin}/gu)]
  if (cyrillic === 0 || latin === 0) return word
  const table = latin > cyrillic ? LOOKALIKE_BACK : LOOKALIKE
  return [...word].map((ch) => table[ch] ?? ch).join('')
}

/**
 * Lower-case, composed (NFKC), without vowel marks, tatweel, zero-width and bidi marks, accents of stress.
 * Example: `cleanText('НҰРЛАН') === 'нұрлан'`; `cleanText('مُحَمَّد') === 'محمد'`.
 */
export const cleanText = (text: string): string =>
  text
    .slice(0, 40 * MAX_TEXT)
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(LEFT_OVER_MARKS, '')
    .replace(APOSTROPHES, "'")
    .slice(0, MAX_TEXT)
    .toLowerCase()
    .normalize('NFKC')
    .replace(LEFT_OVER_MARKS, '')

/**
 * The words of a written name: runs of letters; a hyphen, a digit, a bracket or any other sign parts words.
 * Example: `splitWords("Al-Hasan (Ayg'erim)")` is `['al', 'hasan', "ayg'erim"]`.
 */
export const splitWords = (text: string): string[] => splitClean(cleanText(text))

/** `splitWords` of a text that is clean already. */
export const splitClean = (text: string): string[] => (text.match(/\p{L}[\p{L}']*/gu) ?? []).map(unmix)

/**
 * The script most letters of a text are in; `none` when it has no letter.
 * Example: `detectScript('Қайрат') === 'cyrillic'`, `detectScript('42') === 'none'`.
 */
export const detectScript = (text: string): Script => {
  const counts = new Map<Script, number>()
  for (const ch of cleanText(text)) {
    const script = TESTS.find(([, test]) => test.test(ch))?.[0]
    if (script) counts.set(script, (counts.get(script) ?? 0) + 1)
  }
  let best: Script = 'none'
  for (const [script, n] of counts) if (n > (counts.get(best) ?? 0)) best = script
  return best
}
