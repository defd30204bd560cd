import fc from 'fast-check'
import { expect, test } from 'vitest'
import { birthOfAge, parseAge, parseBirth } from './birth.ts'

const on = new Date('2026-05-15T00:00:00Z')
const years = (from: number, to = from) => ({ from: 12 * from, before: 12 * to + 12 })

test.each([
  ['6', years(6)],
  ['6 years', years(6)],
  ['6 y.o.', years(6)],
  ['٦ سنوات', years(6)],
  ['۶ سنوات', years(6)],
  ['6 سنة', years(6)],
  ['6 лет', years(6)],
  ['1 год', years(1)],
  ['6 жас', years(6)],
  ['سنتان', years(2)],
  ['سنة', years(1)],
  ['6-7', years(6, 7)],
  ['6–7 лет', years(6, 7)],
  ['от 6 до 7 лет', years(6, 7)],
  ['6 or 7 years', years(6, 7)],
  ['من ٦ الى ٧ سنوات', years(6, 7)],
  ['18 months', { from: 18, before: 19 }],
  ['18 мес.', { from: 18, before: 19 }],
  ['3 айлық', { from: 3, before: 4 }],
  ['٨ أشهر', { from: 8, before: 9 }],
  ['1 year 10 months', { from: 22, before: 23 }],
  ['1 год 10 месяцев', { from: 22, before: 23 }],
  ['6,5 лет', { from: 78, before: 84 }],
  ['سنة ونصف', { from: 18, before: 24 }],
])('the age %s', (written, months) => {
  expect(parseAge(written)).toMatchObject(months)
})

test.each([
  'about 6',
  '~6',
  '6?',
  'около 6 лет',
  'шамамен 6 жаста',
  'حوالي ٦ سنوات',
  'تقريباً 6 سنوات',
  '6-7',
])('%s is an estimate', (written) => {
  expect(parseAge(written)?.estimated).toBe(true)
})

test.each(['', 'six', 'лет', '6 7 8', '1000 years', '7-6'])('%j is no age', (written) => {
  expect(parseAge(written)).toBeUndefined()
})

test('six years in May 2026 is a birth in 2019 or 2020; eighteen months one in 2024', () => {
  expect(birthOfAge(years(6), on)).toEqual({ earliest: 2019, latest: 2020 })
  expect(birthOfAge({ from: 18, before: 19 }, on)).toEqual({ earliest: 2024, latest: 2024 })
})

test('whoever has an age on a day was born in the years it gives', () => {
  const day = (from: string, to: string) =>
    fc.date({ min: new Date(from), max: new Date(to), noInvalidDate: true })
  fc.assert(
    fc.property(day('2005-01-01', '2020-01-01'), day('2020-01-02', '2030-01-01'), (born, today) => {
      const before =
        (today.getUTCMonth() - born.getUTCMonth() || today.getUTCDate() - born.getUTCDate()) < 0 ? 1 : 0
      const age = today.getUTCFullYear() - born.getUTCFullYear() - before
      const { earliest, latest } = birthOfAge(years(age), today)
      expect(earliest!).toBeLessThanOrEqual(born.getUTCFullYear())
      expect(latest!).toBeGreaterThanOrEqual(born.getUTCFullYear())
    }),
  )
})

test.each([
  ['27.11.2019', { date: '2019-11-27' }],
  ['2019-11-27', { date: '2019-11-27' }],
  ['٢٧/١١/٢٠١٩', { date: '2019-11-27' }],
  ['٢٧ تشرين الثاني ٢٠١٩', { date: '2019-11-27' }],
  ['27 نوفمبر 2019', { date: '2019-11-27' }],
  ['27 ноября 2019 г.', { date: '2019-11-27' }],
  ['2019 ж. 27 қараша', { date: '2019-11-27' }],
  ['27 November 2019', { date: '2019-11-27' }],
  ['43796', { date: '2019-11-27' }],
  ['2019', { earliest: 2019, latest: 2019 }],
  ['11.2019', { earliest: 2019, latest: 2019 }],
  ['عام ٢٠١٩', { earliest: 2019, latest: 2019 }],
  ['2018-2019', { earliest: 2018, latest: 2019 }],
  ['about 2019', { earliest: 2019, latest: 2019 }],
  ['6 лет', { earliest: 2019, latest: 2020 }],
])('the birth %s', (written, birth) => {
  expect(parseBirth(written, on)).toMatchObject({ birth })
})

test.each([
  ['31.02.2020', 'no-such-day'],
  ['11/27/2019', 'no-such-day'],
  ['27.11.19', 'short-year'],
  ['١٤٤١', 'other-calendar'],
  ['летом', 'unreadable-birth'],
  ['-1/2/3/year', 'unreadable-birth'],
])('%s is refused as %s and not guessed', (written, problem) => {
  expect(parseBirth(written, on)).toEqual({ problem })
})
