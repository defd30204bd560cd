import type { Language } from './language.ts'

/**
 * Plural category of a number (CLDR 46, "Plural Rules").
 *
 * Kazakh is decided here (one: n = 1, else other) because Chromium carries no Kazakh number and date data
 * and only resolves the locale's name; Node and the browser must choose the same sentence.
 * `pluralCategory('ru', 3)` is `'few'`; `pluralCategory('ar', 2)` is `'two'`.
 */
export function pluralCategory(language: Language, n: number): Intl.LDMLPluralRule {
  if (language === 'kk') return n === 1 ? 'one' : 'other'
  return rules(language, 'cardinal').select(n)
}

/** Ordinal category for `selectordinal`: Kazakh "many" takes -шы (6, 9, 10 and their like), CLDR 46. */
export function ordinalCategory(language: Language, n: number): Intl.LDMLPluralRule {
  if (language !== 'kk') return rules(language, 'ordinal').select(n)
  const last = n % 10
  return last === 6 || last === 9 || (last === 0 && n !== 0) ? 'many' : 'other'
}

const made = new Map<string, Intl.PluralRules>()

function rules(language: Language, type: Intl.PluralRuleType): Intl.PluralRules {
  const key = `${language}/${type}`
  const known = made.get(key) ?? new Intl.PluralRules(language, { type })
  made.set(key, known)
  return known
}
