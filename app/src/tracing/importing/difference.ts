import type { Birth, Description, Names } from '../../casefile/model.ts'
import { isNameless, NAMELESS } from '../text.ts'

/** What of a description a list can say. */
export const compared = [
  'names',
  'sex',
  'birth',
  'mother',
  'father',
  'birthplace',
  'place',
  'languages',
  'marks',
  'otherNames',
  'companions',
] as const
export type Compared = (typeof compared)[number]
export type Value = Description[Compared]

/** What the list changes: was and now. What a person amended stays: `house` beside what the list says. */
export type Change = { field: Compared; was: Value; now: Value }
export type Kept = { field: Compared; house: Value; list: Value }
export type Merged = { next: Description; changes: Change[]; kept: Kept[] }

const bare = (names: Names | undefined): Names | undefined => (names && isNameless(names) ? undefined : names)

/** A value without what says nothing; undefined where all of it does. */
function said(field: Compared, value: Value): Value {
  if (field === 'names') return bare(value as Names)
  if (field === 'sex') return value === 'unknown' ? undefined : value
  if (field === 'birth') return Object.keys(value as Birth).length ? value : undefined
  return Array.isArray(value) && value.length === 0 ? undefined : value
}

const inOrder = (value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value)
          .filter(([, one]) => one !== undefined)
          .sort(),
      )
    : value
const equal = (a: Value, b: Value): boolean => JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b))

/**
 * A description of three: what the list said last, what the file says now, what the list says now. Taken over is
 * what the list changed and nobody else did; an empty cell says nothing.
 */
export function mergeThree(before: Description, file: Description, now: Description): Merged {
  const merged: Merged = { next: { ...file }, changes: [], kept: [] }
  for (const field of compared)
    if (field === 'names' || field === 'mother' || field === 'father')
      mergeNames(field, before, file, now, merged)
    else {
      const [was, here, list] = [
        said(field, before[field]),
        said(field, file[field]),
        said(field, now[field]),
      ]
      if (list === undefined || equal(list, here)) continue
      if (equal(was, here)) change(merged, field, file[field], list)
      else merged.kept.push({ field, house: here, list })
    }
  return merged
}

function change(merged: Merged, field: Compared, was: Value, now: Value): void {
  merged.changes.push({ field, was: said(field, was), now })
  Object.assign(merged.next, { [field]: now })
}

/** Each spelling by itself: a list that adds an Arabic spelling takes none away. */
function mergeNames(
  field: 'names' | 'mother' | 'father',
  before: Description,
  file: Description,
  now: Description,
  merged: Merged,
): void {
  const [was, here, list] = [
    bare(before[field]) ?? {},
    bare(file[field]) ?? {},
    bare(now[field]) ?? {},
  ] as Names[]
  const next: Names = { ...here! }
  const kept: Names = {}
  for (const language of Object.keys(list!) as (keyof Names)[]) {
    if (list![language] === here![language]) continue
    if (was![language] === here![language]) next[language] = list![language]
    else kept[language] = list![language]
  }
  if (!equal(next, here)) change(merged, field, file[field], next)
  if (Object.keys(kept).length) merged.kept.push({ field, house: here, list: kept })
  if (field === 'names' && Object.keys(next).length === 0) merged.next.names = NAMELESS
}

/** An age written as it was before is no change, though the year in which it is read has moved on. */
export function withSameAge(
  now: { description: Description; ageWritten?: string; seenOn?: string },
  before: { listed?: Description; ageWritten?: string; seenOn?: string },
): Description {
  const isSame = now.ageWritten === before.ageWritten && now.seenOn === before.seenOn
  return isSame && before.listed ? { ...now.description, birth: before.listed.birth } : now.description
}
