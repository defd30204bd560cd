import { bestMatching, withContradictions } from './matching.ts'
import type { Role } from './parse.ts'
import { partLR, type ReadyName, type ReadyPart, readyName } from './part.ts'

export type Verdict = 'same' | 'spelled-differently' | 'similar' | 'different' | 'missing'

/** One part of `a` beside one part of `b` (null where a name lacks it), and what it says. */
export type PartComparison = {
  a: string | null
  b: string | null
  role: Role
  verdict: Verdict
  log10LR: number
}

/** log10 LR: the same person's name against two random people's names; the sum of its parts. */
export type NameComparison = { log10LR: number; parts: PartComparison[] }

/** Verdicts: below this a pair is different ... */
const SIMILAR = 0
/** ... and with this share of what either name could reach at most, it is one name spelled differently. */
const ONE_NAME = 0.55

/**
 * What a mismatch counts, by role. Assumed, not counted: papers change a surname (marriage, a clerk's choice
 * between father's and family name) more readily than a given name; a person may have several kunyas.
 */
const MISMATCH: Record<Role, number> = { given: 1, patronymic: 0.7, surname: 0.5, kunya: 0.2, unknown: 0.3 }

/** What a match across roles costs (log10): name order and the reading of a part's role are uncertain. */
const CROSSED: Record<string, number> = {
  'given surname': 0.5,
  'given kunya': 1,
  'given patronymic': 0.7,
  'patronymic surname': 0.5,
  'kunya surname': 0.7,
  'kunya patronymic': 0.7,
  'given unknown': 0.5,
  'patronymic unknown': 0.3,
  'surname unknown': 0.3,
  'kunya unknown': 0.7,
}

/**
 * Two random names of several parts have as many chances to share one as there are pairs of parts, and their parts
 * are not independent of each other (names go with origins): each pair counts this much less than alone. On the
 * rows kept for calibrations (`bench/whole.ts fit`) a stated 1.8 was an observed 1.3 with 0.05, and 1.5 with this.
 */
const PAIR_COST = 0.4

const rolesOf = (a: Role, b: Role): string => (a < b ? `${a} ${b}` : `${b} ${a}`)

/**
 * The costs of pairs of two names' parts. Names of one part each have one pair, and the role of a lone word is a
 * guess from its ending; a kunya is no guess.
 */
const pairCosts = (a: readonly ReadyPart[], b: readonly ReadyPart[]): ((x: Role, y: Role) => number) => {
  const plain = (parts: readonly ReadyPart[]): number => parts.filter(({ role }) => role === 'unknown').length
  const choices = Math.log10(Math.max(1, plain(a), plain(b)))
  const lone = a.length === 1 && b.length === 1
  return (x, y) => {
    const crossed = x === y ? 0 : (CROSSED[rolesOf(x, y)] ?? 0)
    if (lone) return x === 'kunya' || y === 'kunya' ? crossed : 0
    return PAIR_COST + crossed + (x === 'unknown' || y === 'unknown' ? choices : 0)
  }
}

const verdictOf = (a: ReadyPart, b: ReadyPart, lr: number): Verdict => {
  if (a.text === b.text) return 'same'
  if (lr <= SIMILAR) return 'different'
  return lr >= ONE_NAME * Math.min(a.selfLR, b.selfLR) ? 'spelled-differently' : 'similar'
}

const matched = (a: ReadyPart, b: ReadyPart, lr: number): PartComparison => {
  const role = a.role === 'unknown' ? b.role : a.role
  const both = [MISMATCH[a.role], MISMATCH[b.role]]
  const weight = lr >= 0 ? 1 : a.role === b.role ? both[0]! : Math.min(...both)
  return { a: a.text, b: b.text, role, verdict: verdictOf(a, b, lr), log10LR: lr * weight }
}

const missing = (part: ReadyPart, side: 'a' | 'b'): PartComparison => ({
  a: side === 'a' ? part.text : null,
  b: side === 'b' ? part.text : null,
  role: part.role,
  verdict: 'missing',
  log10LR: 0,
})

const compareParts = (a: readonly ReadyPart[], b: readonly ReadyPart[]): NameComparison => {
  const cost = pairCosts(a, b)
  const grid = a.map((x) => b.map((y) => partLR(x, y) - cost(x.role, y.role)))
  const matching = withContradictions(a, b, grid, bestMatching(grid, b.length))
  const taken = new Set(matching.values())
  const parts = a.map((x, i) => {
    const k = matching.get(i)
    return k === undefined ? missing(x, 'a') : matched(x, b[k]!, grid[i]![k]!)
  })
  for (const [k, y] of b.entries()) if (!taken.has(k)) parts.push(missing(y, 'b'))
  return { log10LR: parts.reduce((sum, part) => sum + part.log10LR, 0), parts }
}

const turned = ({ log10LR, parts }: NameComparison): NameComparison => ({
  log10LR,
  parts: parts.map((p) => ({ ...p, a: p.b, b: p.a })),
})

/** The comparison with the longer name's neighbouring parts joined, where a joined part meets one of the other. */
const compareOrdered = (a: ReadyName, b: ReadyName): NameComparison => {
  let best = compareParts(a.parts, b.parts)
  const [long, short] = a.parts.length > b.parts.length ? [a, b] : [b, a]
  if (long.parts.length === short.parts.length) return best
  for (const { part, parts } of long.joined) {
    if (!short.parts.some((other) => partLR(part, other) >= ONE_NAME * part.selfLR)) continue
    const comparison = long === a ? compareParts(parts, b.parts) : compareParts(a.parts, parts)
    if (comparison.log10LR > best.log10LR) best = comparison
  }
  return best
}

/** `compare` for names made ready before. The two are put in a fixed order first, so the result is symmetric. */
export const compareReady = (a: ReadyName, b: ReadyName): NameComparison =>
  a.key <= b.key ? compareOrdered(a, b) : turned(compareOrdered(b, a))

/**
 * Two whole written names, in any of the scripts -> how much likelier they are as one person's name than as
 * two random people's (log10 LR), with the reasons in parts. Parts that only one name has count nothing; a
 * text without letters compares as 0. Never throws; reads at most 400 characters and 8 parts of each.
 * Example: `compare('Айгерим', 'Айгерим').parts[0]` is `{ a: 'айгерим', b: 'айгерим', role: 'given',
 * verdict: 'same', log10LR }` with `log10LR` at least 2.5; `compare('', 'Ali').log10LR === 0`.
 */
export const compare = (a: string, b: string): NameComparison => compareReady(readyName(a), readyName(b))
