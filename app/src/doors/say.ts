import type { No } from '../casefile/asking.ts'
import type { Language } from '../casefile/house.ts'
import { translate } from '../design/languages/messages.ts'
import type { Invalid, Refusal, RefusalValues } from '../platform/refusal.ts'
import { allWords } from './screen-words.ts'

export const has = (key: string): boolean => key in allWords

export const say = (language: Language, key: string, values: RefusalValues = {}): string =>
  has(key) ? translate(allWords, language, key, values) : key

export function toRefusal(language: Language, { code, values }: Refusal): No {
  const rule = has(`rule.${code}`) ? { rule: say(language, `rule.${code}`, values) } : {}
  return { kind: 'refusal', code, sentence: say(language, `refusal.${code}`, values), ...rule }
}

export function toInvalid(language: Language, { problems }: Invalid): No {
  const fields = problems.map(({ field, code, values }) => {
    const key = has(`invalid.${code}`) ? `invalid.${code}` : 'invalid.custom'
    return { field, code, sentence: say(language, key, values) }
  })
  return { kind: 'invalid', sentence: say(language, 'no.invalid'), fields }
}

/** The first language of an Accept-Language header that the house speaks; Kazakh is the house's own. */
export function languageOf(header: string | undefined): Language {
  const wanted = (header ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase())
  return (wanted.find((code) => ['kk', 'ru', 'en', 'ar'].includes(code)) ?? 'kk') as Language
}
