import { type DateParts, isoDate, isRealDate } from './calendar.ts'
import { languages } from './language.ts'
import { monthsAlone, monthsAlsoTyped, monthsInDate } from './months.ts'

/** Why a typed date was not taken; `dateProblemWords` has a sentence for each. */
export type DateProblem = 'empty' | 'unreadable' | 'no-such-day' | 'short-year' | 'other-calendar'
export type ParsedDate = { date: string } | { problem: DateProblem }

/**
 * A date as people type it, to `YYYY-MM-DD`: `27.11.2019`, `27/11/2019`, `2019-11-27`, Arabic-Indic or Persian
 * digits (`٢٠١٩/١١/٢٧`), or with a month's name in any of the four languages (`2019 ж. 27 қараша`).
 *
 * Day comes before month in all four languages; `11/27/2019` is a problem and not guessed, because a wrong
 * birthday travels into a court paper. Two-digit and Hijri years are asked again for the same reason.
 * With `partial`, `11.2019` and `2019` are taken too, as `2019-11` and `2019`.
 */
export function parseDateText(text: string, options: { partial?: boolean } = {}): ParsedDate {
  const plain = normalised(text)
  if (plain === '') return { problem: 'empty' }
  const pieces = numbered(plain)
  if (!pieces) return { problem: 'unreadable' }
  return ordered(pieces, options.partial ?? false)
}

// Marks that steer direction and reach us by copy and paste: LRM, RLM, ALM, embeddings, isolates.
const INVISIBLE = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g

function normalised(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .trim()
    .toLowerCase()
}

const monthNumbers = new Map<string, number>()
for (const names of [...languages.flatMap((one) => [monthsInDate[one], monthsAlone[one]]), monthsAlsoTyped]) {
  for (const [index, name] of names.entries()) monthNumbers.set(name.toLowerCase(), index + 1)
}
// "تشرين الثاني" must be seen before a shorter name inside it could be.
const monthNames = [...monthNumbers.keys()].sort((a, b) => b.length - a.length)

type Piece = { digits: string } | { month: number }

/** The two or three pieces between separators, or undefined where anything else is written. */
function numbered(text: string): Piece[] | undefined {
  const name = monthNames.find((one) => text.includes(one))
  const spaced = name === undefined ? text : text.replace(name, ` m${monthNumbers.get(name)} `)
  // "ж." (жыл) and "г." (год) stand beside the year and say nothing more; \b knows no Cyrillic.
  const bare = spaced.replace(/(^|[\s\d])(?:ж|жыл|жылғы|жылы|г|год|года)\.?(?=\s|$)/g, '$1 ')
  const tokens = bare.split(/[\s./\-\u2013,\u060c\u066b\\]+/).filter((token) => token !== '')
  const pieces = tokens.map(piece)
  return pieces.every((one) => one !== undefined) && pieces.length <= 3 ? pieces : undefined
}

function piece(token: string): Piece | undefined {
  if (/^m\d{1,2}$/.test(token)) return { month: Number(token.slice(1)) }
  return /^\d{1,4}$/.test(token) ? { digits: token } : undefined
}

function ordered(pieces: Piece[], partial: boolean): ParsedDate {
  const named = pieces.find((one) => 'month' in one)
  const digits = pieces.filter((one) => 'digits' in one).map((one) => one.digits)
  const month = named === undefined ? undefined : String(named.month)
  if (digits.length + (month ? 1 : 0) < 3 && !partial) return { problem: 'unreadable' }
  const yearFirst = (digits[0]?.length ?? 0) > 2
  const [year, ...rest] = yearFirst ? digits : digits.toReversed()
  if (year === undefined || rest.some((one) => one.length > 2)) return { problem: 'unreadable' }
  // Year first: month then day. Year last and turned round: month then day as well.
  return checked(year, month ?? rest[0], month ? rest[0] : rest[1])
}

function checked(yearText: string, monthText?: string, dayText?: string): ParsedDate {
  if (yearText.length < 4) return { problem: 'short-year' }
  const parts: DateParts = { year: Number(yearText) }
  if (monthText !== undefined) parts.month = Number(monthText)
  if (dayText !== undefined) parts.day = Number(dayText)
  if (parts.year >= 1300 && parts.year < 1500) return { problem: 'other-calendar' }
  if (parts.year < 1850 || parts.year > 2200) return { problem: 'unreadable' }
  return isRealDate(parts) ? { date: isoDate(parts) } : { problem: 'no-such-day' }
}
