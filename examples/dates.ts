const DAY = 86_400_000

/**
 * Moves every calendar day in a text (`2026-11-25`, alone or before a `T`) by whole days, so that a story told
 * as of one day can be told as of another. What is no real day, such as 2026-02-30, stays as it is.
 * @example moveDates('"2026-11-25T12:00:00+03:00"', 7) // '"2026-12-02T12:00:00+03:00"'
 */
export const moveDates = (text: string, days: number): string =>
  text.replace(/(?<!\d)(?:19|20)\d\d-\d\d-\d\d(?!\d)/g, (day) => {
    const at = Date.parse(`${day}T00:00:00Z`)
    if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== day) return day
    return new Date(at + days * DAY).toISOString().slice(0, 10)
  })

/** Whole days from the moment a story is told as of to another; negative where it lies before. */
export const daysBetween = (asOf: string, now: Date): number =>
  Math.floor((now.getTime() - Date.parse(asOf)) / DAY)
