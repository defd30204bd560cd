import { dropRuleOdds, slotRuleOdds } from './rules/sounds.ts'
import { SLOTS } from './slots.ts'
import { learnedDrops, learnedPairs } from './tables/odds.ts'
import type { Script } from './text.ts'

/** The odds table the alignment reads: log10 odds of slot pairs (n x n, symmetric) and of unmatched slots. */
export type Odds = { pair: Float64Array; drop: Record<Script, Float64Array> }

const N = SLOTS.length
const SCRIPTS: readonly Script[] = ['cyrillic', 'arabic', 'latin', 'other', 'none']

/** The odds from the rules alone. */
export const ruleOdds = (): Odds => {
  const pair = new Float64Array(N * N)
  SLOTS.forEach((a, i) => {
    SLOTS.forEach((b, k) => {
      pair[i * N + k] = slotRuleOdds(a, b)
    })
  })
  const drops = SCRIPTS.map((s) => [s, Float64Array.from(SLOTS, (slot) => dropRuleOdds(slot, s))] as const)
  return { pair, drop: Object.fromEntries(drops) as Record<Script, Float64Array> }
}

/** Every line of a table: words, then hundredths of a log10. */
const lines = (table: string): string[][] =>
  table
    .split('\n')
    .map((line) => line.split(' '))
    .filter((cells) => cells.length === 3)

/**
 * A slot beside itself is the best that can happen to it: raise the diagonal to the row's maximum, so that no
 * other spelling can fit a name better than its own.
 */
export const crownDiagonal = (odds: Odds): Odds => {
  for (let i = 0; i < N; i++) {
    let best = odds.pair[i * N + i]!
    for (let k = 0; k < N; k++) best = Math.max(best, odds.pair[i * N + k]!)
    odds.pair[i * N + i] = best
  }
  return odds
}

const learnedOdds = (): Odds => {
  const odds = ruleOdds()
  const number = new Map(SLOTS.map((slot, i) => [slot, i]))
  for (const [a, b, value] of lines(learnedPairs)) {
    const i = number.get(a!)
    const k = number.get(b!)
    if (i === undefined || k === undefined) continue
    odds.pair[i * N + k] = Number(value) / 100
    odds.pair[k * N + i] = Number(value) / 100
  }
  for (const [a, script, value] of lines(learnedDrops)) {
    const i = number.get(a!)
    if (i !== undefined) odds.drop[script as Script][i] = Number(value) / 100
  }
  return crownDiagonal(odds)
}

export const ODDS: Odds = learnedOdds()
