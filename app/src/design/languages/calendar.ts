/** A date as far as it is known; `month` 1-12, `day` 1-31. */
export type DateParts = { year: number; month?: number; day?: number }

const CALENDAR = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/

/** Parts of a calendar text (`2019`, `2019-11`, `2019-11-27`) or of an instant in `timeZone`. */
export function calendarParts(date: string | Date, timeZone?: string): DateParts {
  const known = typeof date === 'string' ? CALENDAR.exec(date) : null
  if (!known) return instantParts(typeof date === 'string' ? new Date(date) : date, timeZone)
  const [, year, month, day] = known
  const parts: DateParts = { year: Number(year) }
  if (month !== undefined) parts.month = Number(month)
  if (day !== undefined) parts.day = Number(day)
  if (!isRealDate(parts)) throw new RangeError(`No such date: ${String(date)}`)
  return parts
}

/** Hour and minute of an instant in `timeZone`, two digits each, 24 hours. */
export function clockParts(instant: Date, timeZone?: string): { hour: string; minute: string } {
  const parts = zoned(instant, timeZone)
  return { hour: parts.hour ?? '', minute: parts.minute ?? '' }
}

/** Whether the day exists: `{ year: 2019, month: 2, day: 29 }` does not. */
export function isRealDate({ year, month, day }: DateParts): boolean {
  if (month === undefined) return day === undefined
  if (month < 1 || month > 12) return false
  return day === undefined || (day >= 1 && day <= daysInMonth(year, month))
}

export function isoDate({ year, month, day }: DateParts): string {
  const parts = [String(year).padStart(4, '0')]
  if (month !== undefined) parts.push(String(month).padStart(2, '0'))
  if (day !== undefined) parts.push(String(day).padStart(2, '0'))
  return parts.join('-')
}

/** Days from one calendar day to another; a missing month or day counts as the first. */
export function daysBetween(from: DateParts, to: DateParts): number {
  return Math.round((dayNumber(to) - dayNumber(from)) / 86_400_000)
}

function dayNumber({ year, month = 1, day = 1 }: DateParts): number {
  return Date.UTC(year, month - 1, day)
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function instantParts(instant: Date, timeZone?: string): DateParts {
  const parts = zoned(instant, timeZone)
  return { year: Number(parts.year), month: Number(parts.month), day: Number(parts.day) }
}

function zoned(instant: Date, timeZone?: string): Record<string, string> {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  return Object.fromEntries(format.formatToParts(instant).map((part) => [part.type, part.value]))
}
