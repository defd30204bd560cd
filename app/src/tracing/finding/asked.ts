import { parseName } from '@sandsage/names'
import { checkDigit } from '../number.ts'
import { plainText } from '../text.ts'

export const nothings = ['empty', 'no-letters', 'no-name'] as const
type Nothing = (typeof nothings)[number]

/** What one line typed into the box asks for. `nothing`: why it asks for nobody, as a code with a sentence. */
export type Asked = {
  words: string[]
  /** Years of birth named in it. */
  years: number[]
  /** Request numbers it may mean: the one typed where that is a number, else those one slip away. */
  numbers: { number: string; exact: boolean }[]
  nothing?: Nothing
}

/** Read no further: no name is longer, and a search is no place for a letter. */
export const LONGEST = 200
const MOST_WORDS = 6
const EARLIEST = 1900

/**
 * Reads a line: names in any letters, a year, a request's number, several at once. `today`: its year is the last
 * that somebody can be born in. Example: `readAsked('айша 2019', 2026)` has the word `айша` and the year 2019.
 */
export function readAsked(text: string, thisYear: number): Asked {
  const line = plainText(text.slice(0, 4 * LONGEST)).slice(0, LONGEST)
  const digits = line.match(/\d+/g) ?? []
  const years = digits.map(Number).filter((year) => year >= EARLIEST && year <= thisYear)
  const numbers = numbersIn(digits, years.length)
  // "S" or "С" before a number is no name.
  const letters = line.replace(/(^|[^\p{L}])[SsСс]?[\s-]*\d[\d\s-]*/gu, '$1 ')
  const words = (letters.match(/\p{L}[\p{L}\p{M}'’ʼ-]*/gu) ?? []).slice(0, MOST_WORDS)
  const asked = { words: parseName(words.join(' ')).length ? words : [], years, numbers }
  if (asked.words.length || years.length || numbers.length) return asked
  return { ...asked, nothing: line === '' ? 'empty' : words.length ? 'no-name' : 'no-letters' }
}

/** Two groups of four, or one run of seven to nine digits: a request's number, perhaps with a slip in it. */
function numbersIn(groups: string[], years: number): Asked['numbers'] {
  const run = groups.length <= 3 ? groups.join('') : ''
  const isNumber = run.length >= 7 && run.length <= 9 && (groups.length === 1 || years < groups.length)
  if (!isNumber) return []
  if (run.length === 8 && checkDigit(run) === 0) return [{ number: written(run), exact: true }]
  return slipsOf(run).map((digits) => ({ number: written(digits), exact: false }))
}

const written = (digits: string): string => `S-${digits.slice(0, 4)}-${digits.slice(4)}`

/** Valid numbers one slip away: a digit wrong, two neighbours exchanged, one left out or one too many. */
export function slipsOf(run: string): string[] {
  const digits = [...'0123456789']
  const places = [...run].map((_, at) => at)
  const without = (at: number) => run.slice(0, at) + run.slice(at + 1)
  const found =
    run.length === 9
      ? places.map(without)
      : run.length === 7
        ? [...places, run.length].flatMap((at) => digits.map((one) => run.slice(0, at) + one + run.slice(at)))
        : [
            ...places.flatMap((at) => digits.map((one) => run.slice(0, at) + one + run.slice(at + 1))),
            ...places.slice(1).map((at) => run.slice(0, at - 1) + run[at] + run[at - 1] + run.slice(at + 1)),
          ]
  return [...new Set(found)].filter((one) => checkDigit(one) === 0)
}
