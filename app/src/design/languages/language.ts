/** The four languages every screen, paper and page of the house is written in. */
export type Language = 'kk' | 'ru' | 'en' | 'ar'

export const languages: readonly Language[] = ['kk', 'ru', 'en', 'ar']

/** Each language under its own name, so that a reader finds theirs without reading another. */
export const languageNames: Readonly<Record<Language, string>> = {
  kk: 'Қазақша',
  ru: 'Русский',
  en: 'English',
  ar: 'العربية',
}

/** Reading direction, for the `dir` attribute. `direction('ar')` is `'rtl'`. */
export function direction(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr'
}

export function isLanguage(text: string): text is Language {
  return languages.some((language) => language === text)
}

/** The first of a person's preferred tags (`navigator.languages`) that the house speaks, else English. */
export function preferredLanguage(tags: readonly string[]): Language {
  for (const tag of tags) {
    const primary = tag.toLowerCase().split('-')[0] ?? ''
    if (isLanguage(primary)) return primary
  }
  return 'en'
}

const FIRST_STRONG = /[\p{L}]/u
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u

/**
 * The direction of a piece of text by its first letter (Unicode UAX #9, rules P2 and P3), or `undefined`
 * where it has no letter. A Kazakh name in an Arabic sentence keeps its own direction.
 */
export function textDirection(text: string): 'ltr' | 'rtl' | undefined {
  const letter = FIRST_STRONG.exec(text)?.[0]
  if (letter === undefined) return undefined
  return RIGHT_TO_LEFT.test(letter) ? 'rtl' : 'ltr'
}

/** Wraps text in Unicode isolates (FSI, PDI) where its direction differs from the sentence's. */
export function isolate(text: string, language: Language): string {
  const own = textDirection(text)
  const differs = own === undefined ? language === 'ar' && /\d\D+\d/.test(text) : own !== direction(language)
  return differs ? `\u2068${text}\u2069` : text
}
