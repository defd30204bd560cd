import {
  compareReady,
  type PartComparison,
  type ReadyName,
  type Role,
  readyName,
  type Verdict,
} from '@sandsage/names'

const known = new Map<string, ReadyName>()
const MOST_KNOWN = 50_000
/** The longest text that is kept; longer ones are read anew each time, and no further than this science reads. */
const LONGEST_KNOWN = 400

/** A name made ready to be compared, and kept for the next time: making it takes longer than comparing two. */
export function ready(text: string): ReadyName {
  const before = known.get(text)
  if (before) return before
  const made = readyName(text)
  if (text.length > LONGEST_KNOWN) return made
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(text, made)
  return made
}

/** One word of one name beside one of another, with the roles both have. */
export type Met = {
  a: string
  b: string
  roles: readonly [Role, Role]
  isOwn: boolean
  verdict: Verdict
  log10LR: number
}

const roleIn = (name: ReadyName, text: string, otherwise: Role): Role =>
  name.parts.find((part) => part.text === text)?.role ?? otherwise

/**
 * A word is the bearer's own where both names have it as the given one, or one of the names is a single word. Where
 * the order of two words may have been changed it may be the father's: then it is not.
 */
const isOwn = (roles: readonly [Role, Role], single: boolean): boolean =>
  roles.every((role) => role === 'given') ||
  roles.every((role) => role === 'kunya') ||
  (single && roles.includes('given') && roles.every((role) => role === 'given' || role === 'unknown'))

/** A kunya says nothing against a given name: a mother may be written Umm Aisha here and Madina there. */
const isKunyaAlone = (roles: readonly [Role, Role]): boolean =>
  roles.includes('kunya') && !roles.every((role) => role === 'kunya')

/** The words two names have in common or contradict each other in.*/
export function meet(a: ReadyName, b: ReadyName): Met[] {
  const single = a.parts.length === 1 || b.parts.length === 1
  return compareReady(a, b)
    .parts.filter((part): part is PartComparison & { a: string; b: string } => part.verdict !== 'missing')
    .map((part) => {
      const roles = [roleIn(a, part.a, part.role), roleIn(b, part.b, part.role)] as const
      return {
        a: part.a,
        b: part.b,
        roles,
        isOwn: isOwn(roles, single),
        verdict: part.verdict,
        log10LR: part.log10LR,
      }
    })
    .filter((one) => one.log10LR > 0 || !isKunyaAlone(one.roles))
}

const pairs = new Map<string, boolean>()

/** Whether two words are one name: Ахметова and Ахмет, Нұржанқызы and Nurzhan. */
export function isOneName(x: string, y: string): boolean {
  if (x === y) return true
  const key = x < y ? `${x} ${y}` : `${y} ${x}`
  const before = pairs.get(key)
  if (before !== undefined) return before
  const verdicts = compareReady(ready(x), ready(y)).parts.map((part) => part.verdict)
  const answer = verdicts.some((verdict) => verdict === 'same' || verdict === 'spelled-differently')
  if (pairs.size >= MOST_KNOWN) pairs.clear()
  pairs.set(key, answer)
  return answer
}
