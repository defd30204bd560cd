import type { Names } from '../../casefile/model.ts'
import { birthYears } from '../../casefile/rules.ts'
import { yearsApart } from '../rows.ts'
import { isNameless, keyOf } from '../text.ts'
import type { Asked, Known } from './matching.ts'

/** A slip of the pen, not another name: at most one letter in three differs (assumed, decision 0052). */
const MOST_DIFFERING = 1 / 3
const LONGEST_COMPARED = 60

/** Letters to change, add or leave out to make one text of the other (Levenshtein 1966). */
export function editDistance(a: string, b: string): number {
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(last[j]! + 1, next[j - 1]! + 1, last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    last = next
  }
  return last[b.length]!
}

function isClose(a: string, b: string): boolean {
  const [one, other] = [keyOf(a).slice(0, LONGEST_COMPARED), keyOf(b).slice(0, LONGEST_COMPARED)]
  const longest = Math.max(one.length, other.length)
  return longest > 0 && editDistance(one, other) <= longest * MOST_DIFFERING
}

/** Some spelling of one is nearly some spelling of the other. A name nobody knows is close to none. */
export const namesClose = (a: Names, b: Names): boolean =>
  !isNameless(a) &&
  !isNameless(b) &&
  Object.values(a).some((one) => Object.values(b).some((other) => isClose(one, other)))

const share = (a: string[], b: string[]): boolean => a.some((key) => b.includes(key))

export const sharesName = (one: Asked, child: Known): boolean => share(one.keys.names, child.names)
export const sharesMother = (one: Asked, child: Known): boolean => share(one.keys.mothers, child.mothers)
const mothersDiffer = (one: Asked, child: Known): boolean =>
  one.keys.mothers.length > 0 && child.mothers.length > 0 && !sharesMother(one, child)

const birthOf = ({ born: { earliest, latest } }: Known) => ({
  earliest: earliest ?? undefined,
  latest: latest ?? undefined,
})

/** A year apart is still the same birth: lists state ages, and ages are counted from different days. */
export const birthsMeet = (one: Asked, child: Known): boolean =>
  yearsApart(one.row.listed!.description.birth, birthOf(child)) <= 1
export const birthsKnown = (one: Asked, child: Known): boolean =>
  birthYears(one.row.listed!.description.birth) !== undefined && birthYears(birthOf(child)) !== undefined

export function sexesDiffer(one: Asked, child: Known): boolean {
  const sex = one.row.listed!.description.sex
  return sex !== 'unknown' && child.sex !== 'unknown' && sex !== child.sex
}

/** The same name, and nothing that speaks against it. */
export const agrees = (one: Asked, child: Known): boolean =>
  sharesName(one, child) && !mothersDiffer(one, child) && birthsMeet(one, child) && !sexesDiffer(one, child)

/** As much as a list can say: the same name, birth, and the mother's name or its lack on both sides. */
export const isSurely = (one: Asked, child: Known): boolean =>
  agrees(one, child) &&
  (sharesMother(one, child) ||
    (birthsKnown(one, child) && one.keys.mothers.length === 0 && child.mothers.length === 0))

/** The same child with a correction: two of name (nearly), mother and birth, and no other sex. */
export function isCorrected(one: Asked, child: Known): boolean {
  const name = sharesName(one, child) || namesClose(one.row.listed!.description.names, child.spellings)
  const facts = [name, sharesMother(one, child), birthsKnown(one, child) && birthsMeet(one, child)]
  return !sexesDiffer(one, child) && facts.filter(Boolean).length >= 2
}

/** The same child with a correction in another row: nearly the same name, and the mother or the birth. */
export const isNearly = (one: Asked, child: Known): boolean =>
  !sexesDiffer(one, child) &&
  namesClose(one.row.listed!.description.names, child.spellings) &&
  (sharesMother(one, child) || (birthsKnown(one, child) && birthsMeet(one, child)))

/** A number that the list gave this child before may not bring another one's name. */
export const mayBe = (one: Asked, child: Known): boolean =>
  isNameless(one.row.listed!.description.names) ||
  isNameless(child.spellings) ||
  sharesName(one, child) ||
  sharesMother(one, child) ||
  namesClose(one.row.listed!.description.names, child.spellings)
