import { calendarParts } from './calendar.ts'
import { dateWords } from './dates.messages.ts'
import type { DateLike } from './dates.ts'
import type { Language } from './language.ts'
import { translate } from './messages.ts'

/** A completed age. `about` where the birth date is only known in part or was estimated. */
export type Age = { years: number; months?: number; about?: boolean }

/**
 * Completed years and months from birth to a day. A birth known only by year or month gives `about`:
 * `ageOn('2018-01-27', '2019-11-27')` is `{ years: 1, months: 10 }`; `ageOn('2013', '2019-11-27')` is
 * `{ years: 6, about: true }`. Throws RangeError when the day lies before the birth.
 */
export function ageOn(born: DateLike, on: DateLike, timeZone?: string): Age {
  const birth = calendarParts(born, timeZone)
  const day = calendarParts(on, timeZone)
  if (birth.month === undefined) return nonNegative({ years: day.year - birth.year, about: true })
  const dayPassed = (day.day ?? 1) >= (birth.day ?? 1)
  const months = (day.year - birth.year) * 12 + ((day.month ?? 1) - birth.month) - (dayPassed ? 0 : 1)
  const age: Age = { years: Math.floor(months / 12), months: months - 12 * Math.floor(months / 12) }
  return nonNegative(birth.day === undefined ? { ...age, about: true } : age)
}

/**
 * An age in words. Under three years the months are said, for a toddler's matter; from three on only years:
 * `formatAge('en', { years: 1, months: 10 })` is `1 year 10 months`, `{ years: 6, about: true }` is
 * `about 6 years`.
 */
export function formatAge(language: Language, age: Age): string {
  const words = exactAge(language, age)
  return age.about ? translate(dateWords, language, 'about', { age: words }) : words
}

function exactAge(language: Language, { years, months }: Age): string {
  const inYears = translate(dateWords, language, 'years', { n: years })
  if (months === undefined || years >= 3 || (months === 0 && years > 0)) return inYears
  if (years === 0 && months === 0) return translate(dateWords, language, 'newborn')
  const inMonths = translate(dateWords, language, 'months', { n: months })
  if (years === 0) return inMonths
  return translate(dateWords, language, 'yearsAndMonths', { years: inYears, months: inMonths })
}

function nonNegative(age: Age): Age {
  if (age.years < 0) throw new RangeError('The day lies before the birth')
  return age
}
