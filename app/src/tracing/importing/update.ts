import { type CaseFile, eventsOf } from '../../casefile/event.ts'
import { type Description, described, descriptionOf } from '../../casefile/model.ts'
import { type Found, foundOf } from '../model.ts'
import type { Listed } from '../rows.ts'
import { type Merged, mergeThree, withSameAge } from './difference.ts'

/** What of `Found` a list may correct without it being anything of the description. */
const also = ['with', 'note'] as const
export type FoundChange = { field: (typeof also)[number]; was: string | undefined; now: string }
export type Update = Merged & { found: FoundChange[]; listed: Description }

/** What this row of a later version makes of a child's file. Pure. */
export function updateOf(file: CaseFile, row: Listed): Update {
  const before = foundOf(file)
  // Lists of earlier releases kept no description of their own: the file's first one was the list's.
  const first = before?.listed ?? eventsOf(file, described)[0]?.detail
  const { ageWritten, seenOn } = row.found
  const now = withSameAge(
    { description: row.description, ageWritten, seenOn },
    { listed: first, ageWritten: before?.ageWritten, seenOn: before?.seenOn },
  )
  const here = descriptionOf(file)
  if (!here || !first) throw new Error(`a child without a description: ${file.id}`)
  const found = also.flatMap((field) => {
    const value = row.found[field]
    return value !== undefined && value !== before?.[field]
      ? [{ field, was: before?.[field], now: value }]
      : []
  })
  return { ...mergeThree(first, here, now), found, listed: { ...first, ...withoutNothing(now) } }
}

/** An empty cell takes nothing away from what an earlier version of the list said. */
const withoutNothing = (description: Description): Partial<Description> =>
  Object.fromEntries(Object.entries(description).filter(([, value]) => value !== undefined))

export const isChange = ({ changes, found }: Update): boolean => changes.length + found.length > 0

/** What is kept of a row with the child: the earlier word where this one is silent. */
export const foundAfter = (file: CaseFile, row: Listed): Omit<Found, 'list'> => {
  const before = foundOf(file)
  return { ...row.found, with: row.found.with ?? before?.with, note: row.found.note ?? before?.note }
}
