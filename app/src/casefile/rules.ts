import { Refusal } from '../platform/refusal.ts'
import type { CaseFile } from './event.ts'
import { type Birth, type Language, type Names, PersonKind } from './model.ts'

/** A child has not reached the 18th birthday (Convention on the Rights of the Child, article 1). */
export const ADULT_AGE = 18
const OLDEST = 120

/** A screen that shows an older state must not decide over a newer one. `seen` absent: the caller did not look. */
export function requireFresh(file: CaseFile, seen: number | undefined): void {
  if (seen !== undefined && seen < file.version)
    throw new Refusal('file-changed', { seen, version: file.version })
}

export function requireKind(file: CaseFile, kind: string): void {
  if (file.kind !== kind) throw new Refusal(`not-a-${kind}`)
}

/** An operation, a family, a list and an account have files and numbers too, and are nobody. */
export function requirePerson(file: CaseFile): void {
  if (!PersonKind.safeParse(file.kind).success) throw new Refusal('not-a-person')
}

/** The years between which somebody was born, e.g. an exact 2019-11-27 gives 2019 to 2019. */
export function birthYears(birth: Birth): { earliest: number; latest: number } | undefined {
  const year = birth.date ? Number(birth.date.slice(0, 4)) : undefined
  const earliest = year ?? birth.earliest ?? birth.latest
  const latest = year ?? birth.latest ?? birth.earliest
  return earliest === undefined || latest === undefined ? undefined : { earliest, latest }
}

/**
 * Completed months of age on a day. An estimated birth counts from the middle of its interval, so that
 * "born between 2019 and 2020" is 2020-01-01. Undefined when nothing is known.
 */
export function ageInMonths(birth: Birth, on: Date): number | undefined {
  const years = birthYears(birth)
  if (!years) return undefined
  const born = birth.date ? new Date(`${birth.date}T00:00:00Z`) : middleOf(years.earliest, years.latest)
  const months = (on.getUTCFullYear() - born.getUTCFullYear()) * 12 + on.getUTCMonth() - born.getUTCMonth()
  return Math.max(0, on.getUTCDate() < born.getUTCDate() ? months - 1 : months)
}

const middleOf = (earliest: number, latest: number): Date => {
  const half = earliest + latest + 1
  return new Date(Date.UTC(Math.floor(half / 2), half % 2 ? 6 : 0, 1))
}

export type BirthProblem = 'birth-in-future' | 'not-a-child' | 'too-old' | 'years-reversed'

/** What is wrong with a stated birth, on a day: in the future, of an adult where a child is meant, of nobody alive. */
export function birthProblem(birth: Birth, on: Date, isChild: boolean): BirthProblem | undefined {
  const years = birthYears(birth)
  if (!years) return undefined
  if (years.earliest > years.latest) return 'years-reversed'
  const future = birth.date
    ? birth.date > on.toISOString().slice(0, 10)
    : years.earliest > on.getUTCFullYear()
  if (future) return 'birth-in-future'
  const youngest = on.getUTCFullYear() - years.latest
  if (youngest > OLDEST) return 'too-old'
  return isChild && youngest > ADULT_AGE ? 'not-a-child' : undefined
}

/** The spelling to show: the reader's language, or else the next best a reader of it can make out. */
export function nameIn(names: Names, language: Language): { text: string; language: Language } {
  const order: Record<Language, Language[]> = {
    kk: ['kk', 'ru', 'en', 'ar'],
    ru: ['ru', 'kk', 'en', 'ar'],
    en: ['en', 'kk', 'ru', 'ar'],
    ar: ['ar', 'en', 'ru', 'kk'],
  }
  const found = order[language].find((candidate) => names[candidate])
  if (!found) throw new Error('a name without any spelling')
  return { text: names[found]!, language: found }
}
