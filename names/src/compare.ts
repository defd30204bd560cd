import { alignSounds } from './align.ts'
import { nameShare } from './frequency.ts'
import { wordLR } from './likelihood.ts'
import { type NamePart, parseName, type Role } from './parse.ts'

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

/** A part ready to be compared: with the share of people who bear it and its LR beside itself. */
export type ReadyPart = NamePart & { share: number; selfLR: number }
export type ReadyName = { key: string; parts: ReadyPart[] }

/** A stem without its ending, or an article left out, is a little less than the whole word again. */
const ENDING_COST = 0.2
/** Even a very short or very common name fits itself a little better than nothing. */
const LEAST_SELF = 0.1
/** An initial that does not fit: a slip, or another person. */
const INITIAL_MISMATCH = -1
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
  'given surname': 0.3,
  'given kunya': 0.3,
  'given patronymic': 0.7,
  'patronymic surname': 0.3,
  'kunya surname': 0.7,
  'kunya patronymic': 0.7,
}

const crossingCost = (a: Role, b: Role): number => CROSSED[a < b ? `${a} ${b}` : `${b} ${a}`] ?? 0

/** LR of the spellings: whole words; without endings; endings never count when both parts have one. */
const spellingLR = (a: NamePart, b: NamePart): number => {
  const stems = wordLR(a.stem ?? a.whole, b.stem ?? b.whole)
  if (a.stem && b.stem && a.role === b.role && a.role !== 'unknown') return stems
  const whole = wordLR(a.whole, b.whole)
  return a.stem || b.stem ? Math.max(whole, stems - ENDING_COST) : whole
}

/** A random person bears the name with chance `share`, or one spelled like it with chance 10^-lr. */
const tempered = (lr: number, share: number): number => -Math.log10(10 ** -lr + share)

const isInitial = (part: NamePart): boolean => part.text.length === 1

/** An initial beside a full word says as much as one letter can: the odds of the first sounds, or a mismatch. */
const initialLR = (a: NamePart, b: NamePart): number => {
  const first = (part: NamePart) => ({ ...part.whole, slots: part.whole.slots.slice(0, 1) })
  return Math.max(INITIAL_MISMATCH, alignSounds(first(a), first(b)))
}

const partLR = (a: ReadyPart, b: ReadyPart): number => {
  if (isInitial(a) !== isInitial(b)) return Math.min(initialLR(a, b), a.selfLR, b.selfLR)
  const lr = tempered(spellingLR(a, b), Math.max(a.share, b.share))
  return Math.min(lr, a.selfLR, b.selfLR)
}

const readyPart = (part: NamePart): ReadyPart => {
  const share = nameShare(part)
  return { ...part, share, selfLR: Math.max(LEAST_SELF, tempered(spellingLR(part, part), share)) }
}

/** A written name made ready once, to be compared with many. */
export const readyName = (text: string): ReadyName => {
  const parts = parseName(text).map(readyPart)
  return { key: parts.map((p) => `${p.text}/${p.role}`).join(' '), parts }
}

type Grid = number[][]

/** The matching of parts with the greatest sum, counting only pairs that speak for the same name. */
const bestMatching = (grid: Grid, columns: number): Map<number, number> => {
  const memo = new Map<number, { sum: number; column: number }>()
  const solve = (row: number, used: number): number => {
    if (row === grid.length) return 0
    const key = row * 256 + used
    const known = memo.get(key)
    if (known) return known.sum
    let best = { sum: solve(row + 1, used), column: -1 }
    for (let c = 0; c < columns; c++) {
      const value = grid[row]![c]!
      if (value <= 0 || used & (1 << c)) continue
      const sum = value + solve(row + 1, used | (1 << c))
      if (sum > best.sum) best = { sum, column: c }
    }
    memo.set(key, best)
    return best.sum
  }
  solve(0, 0)
  const matching = new Map<number, number>()
  for (let row = 0, used = 0; row < grid.length; row++) {
    const column = memo.get(row * 256 + used)?.column ?? -1
    if (column < 0) continue
    matching.set(row, column)
    used |= 1 << column
  }
  return matching
}

/** Parts left over with the same role contradict each other; if nothing at all met, the closest two do. */
const addContradictions = (
  a: ReadyPart[],
  b: ReadyPart[],
  grid: Grid,
  matching: Map<number, number>,
): void => {
  const taken = new Set(matching.values())
  const pairs = a.flatMap((_, i) => b.map((_, k) => ({ i, k, value: grid[i]![k]! })))
  pairs.sort((p, q) => q.value - p.value)
  for (const { i, k } of pairs) {
    if (matching.has(i) || taken.has(k) || a[i]!.role !== b[k]!.role) continue
    matching.set(i, k)
    taken.add(k)
  }
  if (matching.size === 0 && pairs[0]) matching.set(pairs[0].i, pairs[0].k)
}

const verdictOf = (a: ReadyPart, b: ReadyPart, lr: number): Verdict => {
  if (a.text === b.text) return 'same'
  if (lr <= SIMILAR) return 'different'
  return lr >= ONE_NAME * Math.min(a.selfLR, b.selfLR) ? 'spelled-differently' : 'similar'
}

const matched = (a: ReadyPart, b: ReadyPart, lr: number): PartComparison => {
  const role = a.role === 'unknown' ? b.role : a.role
  const weight = lr < 0 ? Math.max(MISMATCH[a.role], MISMATCH[b.role]) : 1
  return { a: a.text, b: b.text, role, verdict: verdictOf(a, b, lr), log10LR: lr * weight }
}

const missing = (part: ReadyPart, side: 'a' | 'b'): PartComparison => ({
  a: side === 'a' ? part.text : null,
  b: side === 'b' ? part.text : null,
  role: part.role,
  verdict: 'missing',
  log10LR: 0,
})

const compareOrdered = (a: ReadyPart[], b: ReadyPart[]): NameComparison => {
  const grid = a.map((x) => b.map((y) => partLR(x, y) - crossingCost(x.role, y.role)))
  const matching = bestMatching(grid, b.length)
  addContradictions(a, b, grid, matching)
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

/** `compare` for names made ready before. The two are put in a fixed order first, so the result is symmetric. */
export const compareReady = (a: ReadyName, b: ReadyName): NameComparison =>
  a.key <= b.key ? compareOrdered(a.parts, b.parts) : turned(compareOrdered(b.parts, a.parts))

/**
 * Two whole written names, in any of the scripts -> how much likelier they are as one person's name than as
 * two random people's (log10 LR), with the reasons in parts. Parts that only one name has count nothing; a
 * text without letters compares as 0. Never throws; reads at most 400 characters and 8 parts of each.
 * Example: `compare('Айгерим', 'Айгерим').parts[0]` is `{ a: 'айгерим', b: 'айгерим', role: 'given',
 * verdict: 'same', log10LR }` with `log10LR` at least 3; `compare('', 'Ali').log10LR === 0`.
 */
export const compare = (a: string, b: string): NameComparison => compareReady(readyName(a), readyName(b))
