import { formatDateTime } from '../../design/languages/dates.ts'
import type { Language } from '../../design/languages/language.ts'

/** The clock a paper's times are read on: the one the flight's own time was written in. */
export const clockOf = (flightAt: string): string => flightAt.match(/[+-]\d\d:\d\d$/)?.[0] ?? 'UTC'

/**
 * A moment for a paper, with its clock named, since its reader may be anywhere.
 * @example timeOn('en', '2026-11-27T06:00:00+05:00', '+05:00') // '27 November 2026, 06:00 (UTC+05:00)'
 */
export const timeOn = (language: Language, instant: string, clock: string): string =>
  `${formatDateTime(language, instant, clock)} (${clock === 'UTC' ? clock : `UTC${clock}`})`
