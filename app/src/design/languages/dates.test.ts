import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ageOn, formatAge } from './ages.ts'
import { isoDate } from './calendar.ts'
import {
  daysFromToday,
  formatDate,
  formatDateTime,
  formatDay,
  formatMonth,
  formatRelativeDays,
} from './dates.ts'
import { languages } from './language.ts'
import { parseDateText } from './parse-date.ts'

const inAll = (format: (language: (typeof languages)[number]) => string) => languages.map(format)

describe('dates in words', () => {
  it('are written as each language writes them', () => {
    expect(inAll((one) => formatDate(one, '2019-11-27'))).toEqual([
      '2019 ж. 27 қараша',
      '27 ноября 2019 г.',
      '27 November 2019',
      '27 تشرين الثاني 2019',
    ])
    expect(inAll((one) => formatMonth(one, '2019-11-27'))).toEqual([
      '2019 ж. қараша',
      'ноябрь 2019 г.',
      'November 2019',
      'تشرين الثاني 2019',
    ])
    expect(formatDay('kk', '2019-12-12')).toBe('12 желтоқсан')
  })

  it('are as exact as they are known', () => {
    expect(formatDate('kk', '2015')).toBe('2015')
    expect(formatDate('ru', '2015-03')).toBe('март 2015 г.')
    expect(() => formatDate('ru', '2019-02-29')).toThrow(RangeError)
  })

  it('show an instant on the day and hour of the place', () => {
    // Almaty was UTC+6 in 2019 (tz database), so 20:30 UTC is half past two the next day.
    expect(formatDateTime('kk', '2019-11-26T20:30:00Z', 'Asia/Almaty')).toBe('2019 ж. 27 қараша, 02:30')
    expect(formatDateTime('en', '2019-11-26T20:30:00Z', 'Asia/Baghdad')).toBe('26 November 2019, 23:30')
  })

  it('say days near today', () => {
    expect(inAll((one) => formatRelativeDays(one, -1))).toEqual(['кеше', 'вчера', 'yesterday', 'أمس'])
    expect(inAll((one) => formatRelativeDays(one, 3))).toEqual([
      '3 күннен кейін',
      'через 3 дня',
      'in 3 days',
      'بعد 3 أيام',
    ])
    expect(formatRelativeDays('ar', -2)).toBe('قبل يومين')
    expect(daysFromToday('2019-12-12', '2019-11-27')).toBe(3 + 12)
  })
})

describe('ages', () => {
  it('count completed months and years', () => {
    expect(ageOn('2018-01-27', '2019-11-27')).toEqual({ years: 1, months: 10 })
    expect(ageOn('2018-01-28', '2019-11-27')).toEqual({ years: 1, months: 9 })
    expect(ageOn('2013', '2019-11-27')).toEqual({ years: 6, about: true })
    expect(() => ageOn('2020-01-01', '2019-11-27')).toThrow(RangeError)
  })

  it('are said with months only for the smallest', () => {
    expect(inAll((one) => formatAge(one, { years: 1, months: 10 }))).toEqual([
      '1 жас 10 ай',
      '1 год 10 месяцев',
      '1 year 10 months',
      'سنة واحدة و10 أشهر',
    ])
    expect(formatAge('ru', { years: 6, months: 3 })).toBe('6 лет')
    expect(formatAge('kk', { years: 6, about: true })).toBe('шамамен 6 жас')
    expect(formatAge('en', { years: 0, months: 0 })).toBe('under a month')
  })
})

describe('parseDateText', () => {
  const date = { date: '2019-11-27' }

  it.each([
    '27.11.2019',
    '27/11/2019',
    ' 27-11-2019 ',
    '2019-11-27',
    '٢٠١٩/١١/٢٧',
    '\u200f٢٧/١١/٢٠١٩\u200f',
    '۲۰۱۹/۱۱/۲۷',
    '2019 ж. 27 қараша',
    '2019 жылғы 27 қараша',
    '27 ноября 2019 года',
    '27 November 2019',
    '27 تشرين الثاني 2019',
    '27 نوفمبر ٢٠١٩',
  ])('reads %s', (text) => expect(parseDateText(text)).toEqual(date))

  it.each([
    ['', 'empty'],
    ['soon', 'unreadable'],
    ['27.11', 'unreadable'],
    ['11/27/2019', 'no-such-day'],
    ['29.02.2019', 'no-such-day'],
    ['27.11.19', 'short-year'],
    ['29 / 3 / 1441', 'other-calendar'],
    ['27.11.20199', 'unreadable'],
  ] as const)('asks again for "%s"', (text, problem) => expect(parseDateText(text)).toEqual({ problem }))

  it('takes a month or a year only where that is enough', () => {
    expect(parseDateText('11.2019', { partial: true })).toEqual({ date: '2019-11' })
    expect(parseDateText('2015 ж. наурыз', { partial: true })).toEqual({ date: '2015-03' })
    expect(parseDateText('٢٠١٥', { partial: true })).toEqual({ date: '2015' })
    expect(parseDateText('2015')).toEqual({ problem: 'unreadable' })
  })

  it('reads back every date we write, in every language', () => {
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(day, fc.constantFrom(...languages), (instant, language) => {
        const iso = isoDate({
          year: instant.getUTCFullYear(),
          month: instant.getUTCMonth() + 1,
          day: instant.getUTCDate(),
        })
        expect(parseDateText(formatDate(language, iso))).toEqual({ date: iso })
      }),
    )
  })
})
