/** Marks that steer writing direction or join letters and are carried along by copy and paste. */
const INVISIBLE = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g

/** Text without invisible marks, with ASCII digits and single spaces. `plainText(' ٦  سنوات')` is `6 سنوات`. */
export const plainText = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/\s+/g, ' ')
    .trim()

/**
 * A form in which two spellings that differ only in habit are equal: case, ё, Arabic vowel marks, tatweel, the
 * forms of alef, ta marbuta and ya, punctuation. For headers and for finding repeated rows, never for display.
 */
export const keyOf = (text: string): string =>
  plainText(text)
    .toLowerCase()
    .replace(/[\u064b-\u065f\u0670\u0640]/g, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replaceAll('ة', 'ه')
    .replaceAll('ى', 'ي')
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const KAZAKH = /[әғқңөұүһі]/i

/** Under which of the four languages a name written like this is kept: by its letters. */
export function writtenIn(text: string, cyrillic: 'kk' | 'ru' = 'ru'): 'kk' | 'ru' | 'en' | 'ar' {
  if (/\p{Script=Arabic}/u.test(text)) return 'ar'
  if (KAZAKH.test(text)) return 'kk'
  return /\p{Script=Cyrillic}/u.test(text) ? cyrillic : 'en'
}
