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

/** Overrides and embeddings turn what is read round; other invisible marks only help to set a line. */
export const hasSteeringMarks = (text: string): boolean => /[\u202a-\u202e\u2066-\u2069]/.test(text)

/** Letters that look alike in the two scripts (Unicode TR39, confusables), as pairs of Cyrillic and Latin. */
const alike = 'аa еe оo рp сc уy хx іi јj һh ѕs АA ВB ЕE КK МM НH ОO РP СC ТT УY ХX ІI ЈJ ҺH ЅS'
  .split(' ')
  .map((pair) => [pair[0]!, pair[1]!] as const)
const toLatin = new Map(alike)
const toCyrillic = new Map(alike.map(([cyrillic, latin]) => [latin, cyrillic]))

const count = (word: string, of: RegExp): number => word.match(of)?.length ?? 0

/**
 * A word with letters of two scripts that look alike (a keyboard left in the other layout) in the script most of
 * its letters are in: `Aйгeрим` with Latin A and e is `Айгерим`. Words that cannot be all of one are left alone.
 */
export const inOneScript = (text: string): string =>
  text.replace(/[\p{L}\p{M}]+/gu, (word) => {
    const latin = count(word, /\p{Script=Latin}/gu)
    const cyrillic = count(word, /\p{Script=Cyrillic}/gu)
    if (!latin || !cyrillic) return word
    const table = latin > cyrillic ? toLatin : toCyrillic
    const read = [...word].map((letter) => table.get(letter) ?? letter).join('')
    return hasTwoScripts(read) ? word : read
  })

/** Whether any word holds letters of two scripts. */
export const hasTwoScripts = (text: string): boolean =>
  (text.match(/[\p{L}\p{M}]+/gu) ?? []).some(
    (word) =>
      [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Arabic}/u].filter((script) =>
        script.test(word),
      ).length > 1,
  )

const KAZAKH = /[әғқңөұүһі]/i

/** Under which of the four languages a name written like this is kept: by its letters. */
export function writtenIn(text: string, cyrillic: 'kk' | 'ru' = 'ru'): 'kk' | 'ru' | 'en' | 'ar' {
  if (/\p{Script=Arabic}/u.test(text)) return 'ar'
  if (KAZAKH.test(text)) return 'kk'
  return /\p{Script=Cyrillic}/u.test(text) ? cyrillic : 'en'
}

/** What people write where nobody knows a name. Compared by `keyOf`. */
const NOBODY_KNOWS =
  /^(?:(?:name )?(?:unknown|not known|unnamed|no name|nn|n n|noname|nameless)|name (?:unknown|not known)|(?:имя )?(?:неизвестно|неизвестна|неизвестный|неизвестен|не известно|неизв)|без имени|нет имени|имя неизвестно|(?:аты |есімі )?белгісіз|аты жоқ|(?:الاسم )?(?:غير معروف|غير معروفه|غير معلوم|مجهول|مجهوله|مجهول الاسم|مجهوله الاسم)|بلا اسم|بدون اسم)$/

export const saysUnknown = (text: string): boolean => NOBODY_KNOWS.test(keyOf(text))

/** The name of a child whose name nobody knows yet: words to show, which say nothing about who the child is. */
export const NAMELESS = {
  kk: 'Аты белгісіз',
  ru: 'Имя неизвестно',
  en: 'Name not known',
  ar: 'الاسم غير معروف',
} as const

/** Every spelling says only that no name is known: for tracing, a missing name. */
export const isNameless = (names: Readonly<Partial<Record<'kk' | 'ru' | 'en' | 'ar', string>>>): boolean =>
  Object.values(names).every((name) => name === undefined || saysUnknown(name))
