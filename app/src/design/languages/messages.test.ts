import { describe, expect, it } from 'vitest'
import { missingTranslations } from './completeness.ts'
import { dateProblemWords, dateWords } from './dates.messages.ts'
import { direction, isolate, preferredLanguage, textDirection } from './language.ts'
import { type Messages, translate } from './messages.ts'
import { ordinalCategory, pluralCategory } from './plurals.ts'
import { powerWords } from './powers.ts'

const seats = {
  kept: {
    kk: '{n, plural, one {бір орын} other {# орын}} сақталды',
    ru: '{n, plural, one {# место} few {# места} many {# мест} other {# места}}',
    en: '{n, plural, one {# seat} other {# seats}} kept for {name}',
    ar: '{n, plural, one {مقعد} two {مقعدان} few {# مقاعد} many {# مقعدًا} other {# مقعد}} لـ{name}',
  },
  share: {
    kk: '{s, number, percent}',
    ru: '{s, number, percent}',
    en: '{s, number, percent}',
    ar: '{s, number}',
  },
  place: {
    kk: '{n, selectordinal, many {#-шы} other {#-ші}}',
    ru: '{n}-й',
    en: '{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}',
    ar: '{n}',
  },
} satisfies Messages

describe('plurals', () => {
  it('follow CLDR in all four languages', () => {
    // CLDR 46 plural rules: ru few is n%10 = 2..4 but n%100 != 12..14; ar few is n%100 = 3..10, many 11..99.
    const categories = (language: 'kk' | 'ru' | 'en' | 'ar') =>
      [0, 1, 2, 3, 11, 21, 100].map((n) => pluralCategory(language, n))
    expect(categories('kk')).toEqual(['other', 'one', 'other', 'other', 'other', 'other', 'other'])
    expect(categories('ru')).toEqual(['many', 'one', 'few', 'few', 'many', 'one', 'many'])
    expect(categories('en')).toEqual(['other', 'one', 'other', 'other', 'other', 'other', 'other'])
    expect(categories('ar')).toEqual(['zero', 'one', 'two', 'few', 'many', 'many', 'other'])
  })

  it('give Kazakh ordinals their ending by the last figure', () => {
    expect([1, 6, 9, 10, 0].map((n) => ordinalCategory('kk', n))).toEqual([
      'other',
      'many',
      'many',
      'many',
      'other',
    ])
  })
})

describe('translate', () => {
  it('chooses the plural and writes the number as the language does', () => {
    expect(translate(seats, 'kk', 'kept', { n: 1 })).toBe('бір орын сақталды')
    expect(translate(seats, 'kk', 'kept', { n: 12345 })).toBe('12\u202f345 орын сақталды')
    expect(translate(seats, 'ru', 'kept', { n: 23 })).toBe('23 места')
    expect(translate(seats, 'ar', 'kept', { n: 2, name: 'سعاد' })).toBe('مقعدان لـسعاد')
    expect(translate(seats, 'kk', 'place', { n: 6 })).toBe('6-шы')
    expect(translate(seats, 'en', 'place', { n: 22 })).toBe('22nd')
    expect(translate(seats, 'ru', 'share', { s: 0.78 })).toBe('78\u202f%')
  })

  it('isolates a value of the other direction, so that punctuation stays where it belongs', () => {
    expect(translate(seats, 'ar', 'kept', { n: 2, name: 'Гүлнар' })).toContain('\u2068Гүлнар\u2069')
    expect(translate(seats, 'en', 'kept', { n: 2, name: 'Гүлнар' })).toBe('2 seats kept for Гүлнар')
  })

  it('refuses to write a sentence with a hole in it', () => {
    expect(() => translate(seats, 'en', 'kept', { n: 2 })).toThrow(/name/)
  })
})

describe('missingTranslations', () => {
  const whole = { kk: 'Ана', ru: 'Мать', en: 'Mother', ar: 'الأم' }
  const problems = (message: Record<string, string>) =>
    missingTranslations({ key: { ...whole, ...message } }).map((one) => `${one.language} ${one.problem}`)

  it('finds each kind of hole', () => {
    expect(problems({})).toEqual([])
    expect(problems({ kk: ' ' })).toEqual(['kk missing'])
    expect(problems({ ru: 'Mother' })).toEqual(['ru same-as-english'])
    expect(problems({ ar: 'Mere' })).toEqual(['ar wrong-script'])
    expect(problems({ ru: 'Мать {n}' })).toEqual(['ru arguments'])
    expect(problems({ ru: 'Мать {n' })).toEqual(['ru unreadable'])
    expect(missingTranslations({ pdf: { kk: 'PDF', ru: 'PDF', en: 'PDF', ar: 'PDF' } }, ['pdf'])).toEqual([])
  })

  it('asks for the plural forms a language cannot do without', () => {
    const plural = (forms: string) => `{n, plural, ${forms}}`
    const message = {
      kk: '{n} орын',
      ru: plural('one {# место} other {# мест}'),
      en: plural('one {# seat} other {# seats}'),
      ar: plural('two {مقعدان} few {# مقاعد} other {# مقعد}'),
    }
    expect(problems(message)).toEqual(['ru plural'])
  })

  it('finds our own words whole', () => {
    for (const words of [dateProblemWords, powerWords]) expect(missingTranslations(words)).toEqual([])
    expect(missingTranslations(dateWords, ['day', 'month', 'dateTime'])).toEqual([])
  })
})

describe('direction', () => {
  it('is the language for a page and the first letter for a name', () => {
    expect([direction('kk'), direction('ar')]).toEqual(['ltr', 'rtl'])
    expect(textDirection('11 محمد')).toBe('rtl')
    expect(textDirection('Гүлнар محمد')).toBe('ltr')
    expect(textDirection('27.11')).toBeUndefined()
    expect(isolate('27.11', 'ar')).toBe('\u206827.11\u2069')
    expect(preferredLanguage(['fr-FR', 'kk-KZ', 'ru'])).toBe('kk')
  })
})

it('a code to choose by is not isolated, whatever the direction of the sentence', () => {
  const one = '{who, select, judge {القاضي} other {أحد}}'
  const messages = { who: { kk: one, ru: one, en: one, ar: one } }
  expect(translate(messages, 'ar', 'who', { who: 'judge' })).toBe('القاضي')
})
