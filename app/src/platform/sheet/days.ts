import { attributesOf, decoded, walkMarkup } from './markup.ts'

const DAY = 86_400_000
/** Formats of days that every spreadsheet knows by number (ECMA-376 part 1, 18.8.30; 27 to 58 and 71 on by language). */
const isDayByNumber = (id: number): boolean =>
  (id >= 14 && id <= 22) ||
  (id >= 27 && id <= 36) ||
  (id >= 45 && id <= 47) ||
  (id >= 50 && id <= 58) ||
  (id >= 71 && id <= 81)

/**
 * Whether a format shows a number as a day or a time: nothing is left in it but letters of years, months, days and
 * clocks. What is in quotes, behind a backslash or in brackets (colour, language, condition) is no part of it.
 *
 * @example isDayFormat('dd.mm.yyyy;@') // true; isDayFormat('#,##0.00 "d"') // false
 */
export function isDayFormat(format: string): boolean {
  const bare = format.toLowerCase().replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, ' ')
  return bare.split(';').some((part) => {
    const words = part.split(/[^a-z0#?%]+/).filter(Boolean)
    return (
      words.length > 0 &&
      words.every((word) => /^(s{1,2}|m{1,5}|h{1,2}|[ap]m?|d{1,4}|a{3,5}|y{1,4}|e{1,4})$/.test(word))
    )
  })
}

/** For each style of a cell by its number, whether it shows days (`xl/styles.xml`, ECMA-376 part 1, 18.8). */
export function dayStylesOf(styles: string): boolean[] {
  const formats = new Map<number, string>()
  const found: number[] = []
  let inCells = false
  walkMarkup(styles, {
    open(name, tag) {
      if (name === 'cellXfs') inCells = true
      if (name !== 'numFmt' && !(name === 'xf' && inCells)) return
      const { numFmtId, formatCode } = attributesOf(tag)
      if (name === 'xf') found.push(Number(numFmtId ?? 0))
      else formats.set(Number(numFmtId), decoded(formatCode ?? ''))
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  const isDay = new Map([...formats].map(([id, format]) => [id, isDayFormat(format)]))
  return found.map((id) => isDayByNumber(id) || isDay.get(id) === true)
}

/** The day of a count of days since 1899-12-30, or since 1904-01-01 in workbooks of old Macintoshes, as `2019-11-27`. */
export function dayOf(serial: number, since1904: boolean): string | undefined {
  const at = new Date((since1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30)) + Math.floor(serial * DAY))
  return Number.isNaN(at.valueOf()) ? undefined : at.toISOString().slice(0, 10)
}
