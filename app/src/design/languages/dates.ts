import { calendarParts, clockParts, type DateParts, daysBetween } from './calendar.ts'
import { dateWords } from './dates.messages.ts'
import type { Language } from './language.ts'
import { translate } from './messages.ts'
import { monthsAlone, monthsInDate } from './months.ts'

/*
 * Dates for reading. None of it asks Intl for words (Chromium has no Kazakh ones), only for clock arithmetic.
 * Digits are Latin in all four languages, Arabic too: the same file is read by an Iraqi judge and a Kazakh
 * lawyer over the phone, case numbers and passports carry Latin digits, and one number must not have two faces.
 */

/** A calendar day `2019-11-27`, a month `2019-11`, a year `2019`, an instant with time, or a Date. */
export type DateLike = string | Date

/**
 * A date in words, as exact as it is known: `formatDate('kk', '2019-11-27')` is `2019 ж. 27 қараша`,
 * `formatDate('ru', '2019-11')` is `ноябрь 2019 г.`, `formatDate('en', '2019')` is `2019`.
 * Instants are shown in `timeZone`, by default the reader's own. Throws RangeError on what is no date.
 */
export function formatDate(language: Language, date: DateLike, timeZone?: string): string {
  const parts = calendarParts(date, timeZone)
  if (parts.month === undefined) return String(parts.year)
  if (parts.day === undefined) return formatMonth(language, date, timeZone)
  const month = monthsInDate[language][parts.month - 1] ?? ''
  return translate(dateWords, language, 'day', { year: String(parts.year), month, day: String(parts.day) })
}

/** Day and month without the year, for lists of one operation: `27 қараша`, `27 November`. */
export function formatDay(language: Language, date: DateLike, timeZone?: string): string {
  const { month, day } = calendarParts(date, timeZone)
  if (month === undefined || day === undefined) return formatDate(language, date, timeZone)
  return `${day} ${monthsInDate[language][month - 1]}`
}

/** A month in words: `2019 ж. қараша`, `ноябрь 2019 г.`, `November 2019`, `تشرين الثاني 2019`. */
export function formatMonth(language: Language, date: DateLike, timeZone?: string): string {
  const parts: DateParts = calendarParts(date, timeZone)
  const month = monthsAlone[language][(parts.month ?? 1) - 1] ?? ''
  return translate(dateWords, language, 'month', { year: String(parts.year), month })
}

/** An instant with its time of day, 24 hours: `2019 ж. 27 қараша, 14:05`. */
export function formatDateTime(language: Language, instant: DateLike, timeZone?: string): string {
  const day = formatDate(language, toDate(instant), timeZone)
  return translate(dateWords, language, 'dateTime', { day, time: formatTime(instant, timeZone) })
}

/** Time of day `14:05`, the same in all four languages. */
export function formatTime(instant: DateLike, timeZone?: string): string {
  const { hour, minute } = clockParts(toDate(instant), timeZone)
  return `${hour}:${minute}`
}

/** Whole days from today in words: -1 is yesterday, 0 today, 3 is "in 3 days". */
export function formatRelativeDays(language: Language, days: number): string {
  const words = { '-1': 'yesterday', '0': 'today', '1': 'tomorrow' } as const
  const near = words[String(days) as keyof typeof words]
  if (near) return translate(dateWords, language, near)
  return translate(dateWords, language, days < 0 ? 'daysAgo' : 'inDays', { n: Math.abs(days) })
}

/** Calendar days from `today` to `date`, both in `timeZone`; feed it to `formatRelativeDays`. */
export function daysFromToday(date: DateLike, today: DateLike = new Date(), timeZone?: string): number {
  return daysBetween(calendarParts(today, timeZone), calendarParts(date, timeZone))
}

function toDate(instant: DateLike): Date {
  const date = typeof instant === 'string' ? new Date(instant) : instant
  if (Number.isNaN(date.getTime())) throw new RangeError(`Not an instant: ${String(instant)}`)
  return date
}
