import type { Birth } from '../casefile/model.ts'
import { parseDateText } from '../design/languages/parse-date.ts'
import { plainText } from './text.ts'

/** Completed months of age, from and up to but without; estimated where the list says "about". */
export type AgeSpan = { from: number; before: number; estimated: boolean }
export type BirthReading = { birth: Birth; estimated: boolean } | { problem: string }

const wordOf = (...words: string[]) => `(?:${words.join('|')})(?![\\p{L}])\\.?`
const YEAR = wordOf(
  'years? old',
  'years?',
  'yrs?',
  'y\\.?o',
  'y',
  'лет',
  'года?',
  'г',
  'л',
  'жаста',
  'жасар',
  'жас',
  'ж',
  'سنوات',
  'سنه',
  'سنة',
  'سنين',
  'عاما',
  'عام',
  'اعوام',
  'أعوام',
)
const MONTH = wordOf(
  'months?',
  'mos?',
  'm',
  'месяц(?:а|ев)?',
  'мес',
  'айлық',
  'ай',
  'شهرا',
  'شهر',
  'شهور',
  'أشهر',
  'اشهر',
)
const ABOUT =
  /(?<![\p{L}])(?:about|approx(?:imately)?\.?|circa|ca\.?|around|около|примерно|прибл\.?|приблизительно|шамамен|жуық|шамасында|حوالي|حوالى|تقريبا|نحو|قرابة)(?![\p{L}])|[~≈?]/giu
const LEAD = /^(?:age|aged|от|from|between|возраст|жасы|من|العمر|عمره|عمرها|بعمر)(?![\p{L}])[\s:]*/iu
const HALF = /\s*(?:½|1\/2|и половиной|с половиной|and a half|жарым|ونصف|و نصف)/iu
const TO = '\\s*(?:-|–|—|/|to|and|до|или|or|и|إلى|الى|أو|او|و)\\s*'

const both = new RegExp(`^(\\d{1,2})\\s*${YEAR},?\\s*(?:и|and|و)?\\s*(\\d{1,2})\\s*${MONTH}$`, 'iu')
const span = new RegExp(`^(\\d{1,3})${TO}(\\d{1,3})\\s*(${YEAR})?(${MONTH})?$`, 'iu')
const single = new RegExp(`^(\\d{1,3})(?:[.,](\\d))?\\s*(${YEAR})?(${MONTH})?$`, 'iu')

/** Arabic says two years and one year without a figure: the dual and the bare noun. */
const inFigures = (text: string): string =>
  text
    .replace(/سنتان|سنتين|عامان|عامين/g, '2 سنة')
    .replace(/شهران|شهرين/g, '2 شهر')
    .replace(/^(سنة|سنه|عام|شهر)(?![\p{L}])/u, '1 $1')

/**
 * An age as lists write it, in months: `6` and `6 سنوات` are 72 up to 84, `6-7 лет` 72 up to 96,
 * `1 year 10 months` 22 up to 23, `18 мес` 18 up to 19. Undefined where no age can be read.
 */
export function parseAge(written: string): AgeSpan | undefined {
  const plain = plainText(written)
    .toLowerCase()
    .replace(/[\u064b-\u065f]/g, '')
  const estimated = plain.search(ABOUT) >= 0
  const half = HALF.test(plain)
  const text = inFigures(
    plain.replace(ABOUT, ' ').replace(HALF, ' ').replace(/\s+/g, ' ').trim().replace(LEAD, '').trim(),
  )
  const months = monthsOf(text, half)
  return months && months.from < months.before
    ? { ...months, estimated: estimated || months.before - months.from > 12 }
    : undefined
}

function monthsOf(text: string, half: boolean): { from: number; before: number } | undefined {
  const together = both.exec(text)
  if (together) return within(12 * Number(together[1]) + Number(together[2]), 1)
  const range = span.exec(text)
  if (range) {
    const unit = range[4] ? 1 : 12
    return { from: unit * Number(range[1]), before: unit * (Number(range[2]) + 1) }
  }
  const one = single.exec(text)
  if (!one) return undefined
  if (one[4]) return within(Number(one[1]), 1)
  const part = half ? 6 : Math.round(1.2 * Number(one[2] ?? 0))
  return within(12 * Number(one[1]) + part, part ? 12 - part : 12)
}

const within = (from: number, count: number) => ({ from, before: from + count })

/** The years in which somebody of that age on a day was born: 6 years in May 2026 is 2019 to 2020. */
export function birthOfAge({ from, before }: Pick<AgeSpan, 'from' | 'before'>, on: Date): Birth {
  const yearBack = (months: number) =>
    new Date(Date.UTC(on.getUTCFullYear(), on.getUTCMonth() - months, 1)).getUTCFullYear()
  return { earliest: yearBack(before), latest: yearBack(from) }
}

/** A day as a spreadsheet counts it: days since 1899-12-30 (ECMA-376, 18.17.4.1), for 2000 to 2050. */
function fromSerial(text: string): string | undefined {
  const days = /^\d{5}$/.test(text) ? Number(text) : 0
  return days >= 36526 && days <= 55153
    ? new Date(Date.UTC(1899, 11, 30 + days)).toISOString().slice(0, 10)
    : undefined
}

/** Three numbers, or a year: only of these can a calendar say what is wrong with them. */
const isDatelike = (text: string): boolean => /\d\D+\d+\D+\d|^\D*\d{4}\D*$/.test(text)

/** Which of the two short numbers of a date is the day; a year that stands first is followed by the month. */
export const dayOrders = ['day-first', 'month-first'] as const
export type DayOrder = (typeof dayOrders)[number]

/** No birth is written longer; a cell may hold a whole page. */
const LONGEST = 200
const NUMBERS = /^(\D*)(\d{1,2})(\s*[./-]\s*)(\d{1,2})(\s*[./-]\s*)(\d{4})(?!\d)/

/** `11/27/2019` as `27/11/2019` where a list writes the month first. */
export const inDayOrder = (text: string, order: DayOrder): string =>
  order === 'month-first' ? text.replace(NUMBERS, '$1$4$3$2$5$6') : text

/** What a column of dates says about its order: the one that all of them allow, or undefined where both would do. */
export function dayOrderOf(texts: string[]): DayOrder | undefined {
  const pairs = texts.flatMap((text) => {
    const found = NUMBERS.exec(plainText(text.slice(0, LONGEST)))
    return found ? [[Number(found[2]), Number(found[4])] as const] : []
  })
  const [later, earlier] = [pairs.filter(([first]) => first > 12), pairs.filter(([, second]) => second > 12)]
  if (later.length > earlier.length) return 'day-first'
  return earlier.length > later.length ? 'month-first' : undefined
}

/**
 * A birth as lists write it: a day, a month, a year, two years, or an age on the day `on`.
 * The problem is a code with a sentence `invalid.<code>`.
 */
export function parseBirth(written: string, on: Date, order: DayOrder = 'day-first'): BirthReading {
  const text = inDayOrder(plainText(written.slice(0, LONGEST)), order)
  const serial = fromSerial(text)
  if (serial) return { birth: { date: serial }, estimated: false }
  const years = /^((?:19|20)\d\d)\s*[-–—/]\s*((?:19|20)\d\d)(?!\d)/.exec(text)
  if (years) return { birth: { earliest: Number(years[1]), latest: Number(years[2]) }, estimated: true }
  const age = parseAge(text)
  if (age) return { birth: birthOfAge(age, on), estimated: age.estimated }
  const estimated = text.search(ABOUT) >= 0
  const read = parseDateText(
    text
      .replace(ABOUT, ' ')
      .replace(/^(?:عام|سنة)\s/u, '')
      .replace(/(\d)\s*(?:م|жылы|жылғы|жыл|year)(?![\p{L}])/giu, '$1 ')
      .trim(),
    { partial: true },
  )
  if ('problem' in read) {
    const isDay = isDatelike(text) && read.problem !== 'unreadable'
    return { problem: isDay ? read.problem : 'unreadable-birth' }
  }
  if (read.date.length === 10) return { birth: { date: read.date }, estimated }
  const year = Number(read.date.slice(0, 4))
  return { birth: { earliest: year, latest: year }, estimated }
}
