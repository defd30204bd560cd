import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react'
import { I18nProvider } from 'react-aria-components'
import { ageOn, formatAge } from './ages.ts'
import {
  type DateLike,
  formatDate,
  formatDateTime,
  formatDay,
  formatMonth,
  formatRelativeDays,
} from './dates.ts'
import { direction, type Language } from './language.ts'
import { type Messages, type Words, wordsOf } from './messages.ts'
import { formatNumber, formatPercent, type NumberShape } from './numbers.ts'

const LanguageContext = createContext<Language>('en')

// React Aria carries no Kazakh. Its few hidden sentences then come in Russian, which Kazakh screen readers speak.
const ariaLocales: Record<Language, string> = { kk: 'ru-RU', ru: 'ru-RU', en: 'en-GB', ar: 'ar-AE' }

/** Puts everything inside into one language and turns the page to its direction. */
export function LanguageProvider({ language, children }: { language: Language; children: ReactNode }) {
  useEffect(() => {
    document.documentElement.lang = language
    document.documentElement.dir = direction(language)
  }, [language])
  return (
    <LanguageContext value={language}>
      <I18nProvider locale={ariaLocales[language]}>{children}</I18nProvider>
    </LanguageContext>
  )
}

export function useLanguage(): Language {
  return useContext(LanguageContext)
}

/** The words of a folder in the reader's language: `const t = useWords(messages); t('title', { n: 3 })`. */
export function useWords<M extends Messages>(messages: M): Words<M> {
  const language = useLanguage()
  return useMemo(() => wordsOf(messages, language), [messages, language])
}

/** Dates, ages and numbers in the reader's language: `const f = useFormats(); f.date('2019-11-27')`. */
export function useFormats() {
  const language = useLanguage()
  return useMemo(() => formatsOf(language), [language])
}

function formatsOf(language: Language) {
  return {
    date: (date: DateLike) => formatDate(language, date),
    day: (date: DateLike) => formatDay(language, date),
    month: (date: DateLike) => formatMonth(language, date),
    dateTime: (instant: DateLike) => formatDateTime(language, instant),
    relativeDays: (days: number) => formatRelativeDays(language, days),
    age: (born: DateLike, on: DateLike) => formatAge(language, ageOn(born, on)),
    number: (value: number, shape?: NumberShape) => formatNumber(language, value, shape),
    percent: (share: number) => formatPercent(language, share),
  }
}
