import { compare, type PartComparison } from '@sandsage/names'
import type { CaseFile } from '../casefile/event.ts'
import type { Birth, Description, Sex } from '../casefile/model.ts'
import { birthYears } from '../casefile/rules.ts'
import { Refusal } from '../platform/refusal.ts'
import { type Decision, decisionsOf, requestOf, type Sought, stageOf } from './model.ts'
import { yearsApart } from './rows.ts'
import { keyOf } from './text.ts'

/**
 * A pair is shown from this log10 LR of the names on. 1 is ten times likelier as one child's names than as two
 * random ones: on a list of some dozens about one chance pair in ten searches is looked at for nothing, which
 * costs a minute; a true pair not shown costs a child. No posterior is given: the prior is not ours to choose.
 * See docs/decisions/0020-candidates.md.
 */
export const SHOWN_FROM = 1

/** Ages in lists and in memory are off by a year or two; each further year weighs one log10 against. Assumed. */
const NEAR_YEARS = 2
/** Births are spread over the 18 years of childhood. */
const CHILDHOOD = 18

export type Reason =
  | { about: 'name' | 'mother'; code: 'name-part'; part: PartComparison; weight: number }
  | { about: 'mother' | 'age' | 'sex' | 'place'; code: string; values?: { n: number }; weight: number }

/** What the names alone say: the comparison of the best of the spellings, and of the mothers' names. */
export type NamesSaid = { name: PartComparison[]; mother: PartComparison[] | undefined }

const sum = (parts: PartComparison[]) => parts.reduce((total, part) => total + part.log10LR, 0)

/**
 * The reasons for and against a pair, with their sum; undefined where the pair is not to be shown. Sex that
 * contradicts excludes; place weighs nothing, because children were moved, and is said all the same.
 */
export function weighPair(
  sought: Sought,
  child: Description,
  names: NamesSaid,
): { log10LR: number; reasons: Reason[] } | undefined {
  if (contradicts(sought.sex, child.sex)) return undefined
  const ofNames = sum(names.name) + sum(names.mother ?? [])
  if (ofNames < SHOWN_FROM) return undefined
  const reasons: Reason[] = [
    ...names.name.map((part) => ({
      about: 'name' as const,
      code: 'name-part' as const,
      part,
      weight: part.log10LR,
    })),
    ...(names.mother
      ? names.mother.map((part) => ({
          about: 'mother' as const,
          code: 'name-part' as const,
          part,
          weight: part.log10LR,
        }))
      : [{ about: 'mother' as const, code: 'mother-unknown', weight: 0 }]),
    ageReason(sought.birth, child.birth),
    {
      about: 'sex',
      code: sought.sex === 'unknown' || child.sex === 'unknown' ? 'sex-unknown' : 'sex-same',
      weight: sought.sex === child.sex && child.sex !== 'unknown' ? Math.log10(2) : 0,
    },
    { about: 'place', code: placeCode(sought.place, child), weight: 0 },
  ]
  const log10LR = reasons.reduce((total, reason) => total + reason.weight, 0)
  return log10LR < SHOWN_FROM ? undefined : { log10LR, reasons }
}

export const contradicts = (a: Sex, b: Sex): boolean => a !== 'unknown' && b !== 'unknown' && a !== b

/**
 * Two intervals of birth years: where they meet, the chance that a random child's would meet as well is the
 * share of childhood they cover, and the LR its inverse. `{2019..2020}` and `{2020}` cover 2 years: LR 9.
 */
function ageReason(sought: Birth, child: Birth): Reason {
  const [a, b] = [birthYears(sought), birthYears(child)]
  if (!a || !b) return { about: 'age', code: 'age-unknown', weight: 0 }
  const apart = yearsApart(sought, child)
  if (apart > NEAR_YEARS)
    return { about: 'age', code: 'age-differs', values: { n: apart }, weight: NEAR_YEARS - apart }
  if (apart > 0) return { about: 'age', code: 'age-near', values: { n: apart }, weight: 0 }
  const covered = a.latest - a.earliest + 1 + b.latest - b.earliest
  return { about: 'age', code: 'age-fits', weight: Math.max(0, Math.log10(CHILDHOOD / covered)) }
}

/** Words of places are compared as names are: "Багдад" and "بغداد" are one place. */
function placeCode(place: string | undefined, child: Description): string {
  const wordsOf = (text: string | undefined) =>
    keyOf(text ?? '')
      .split(' ')
      .filter((word) => word.length > 2)
  const [asked, there] = [wordsOf(place), [...wordsOf(child.place), ...wordsOf(child.birthplace)]]
  if (asked.length === 0 || there.length === 0) return 'place-unknown'
  const isSame = asked.some((word) => there.some((other) => compare(word, other).log10LR >= SHOWN_FROM))
  return isSame ? 'place-same' : 'place-differs'
}

/** The sought child a decision is about; refuses where the file is no request or has no such child in it. */
export function requireSought(relative: CaseFile, at: number): Sought {
  const sought = requestOf(relative)?.sought[at]
  if (!sought) throw new Refusal('not-a-request')
  if (['received', 'closed'].includes(stageOf(relative))) throw new Refusal('request-not-open')
  return sought
}

/** Decisions that keep a pair from being suggested: made on the pair, or the sought child was found in another. */
export function standsAgainst(
  decisions: Decision[],
  pair: { child: string; relative: string; sought: number },
): Decision | undefined {
  const ofSought = decisions.filter((one) => one.relative === pair.relative && one.sought === pair.sought)
  return (
    ofSought.find((one) => one.child === pair.child) ?? ofSought.find((one) => one.choice === 'confirmed')
  )
}

/** One pair is decided once; the second of two who decide at once is told who was first. */
export function requireUndecided(
  relative: CaseFile,
  pair: { child: string; relative: string; sought: number },
  nameOf: (by: string | null) => string,
): void {
  const earlier = standsAgainst(decisionsOf(relative), pair)
  if (!earlier) return
  const values = { who: nameOf(earlier.by) }
  if (earlier.child !== pair.child) throw new Refusal('sought-is-found', values)
  if (earlier.choice === 'confirmed') throw new Refusal('already-confirmed', values)
  throw new Refusal('already-rejected', values)
}
