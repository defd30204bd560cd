import { type Step, traceAlignment } from '../src/align.ts'
import { crownDiagonal, type Odds, ruleOdds } from '../src/odds.ts'
import { SLOTS } from '../src/slots.ts'
import type { Script } from '../src/text.ts'
import type { SoundPair } from './corpora.ts'

const N = SLOTS.length
/** Strength of the rules against the data: a rule counts as this many expected meetings of two slots ... */
const PAIR_PRIOR = 3
/** ... and as this many sightings of a slot. */
const DROP_PRIOR = 20

/** Nothing is less likely than a slip of the pen: about one letter in 300 is simply wrong. */
const SLIP = -2.5

type Counts = { pairs: Float64Array; left: Float64Array; right: Float64Array; met: number }
type DropCounts = Record<string, { seen: Float64Array; dropped: Float64Array }>

const newCounts = (): Counts => ({
  pairs: new Float64Array(N * N),
  left: new Float64Array(N),
  right: new Float64Array(N),
  met: 0,
})

const countStep = ([a, b]: Step, counts: Counts): void => {
  if (a < 0 || b < 0) return
  counts.pairs[a * N + b]! += 1
  counts.left[a]! += 1
  counts.right[b]! += 1
  counts.met += 1
}

const countDrop = (slot: number, alone: boolean, other: Script, drops: DropCounts): void => {
  if (slot < 0) return
  drops[other] ??= { seen: new Float64Array(N), dropped: new Float64Array(N) }
  drops[other].seen[slot]! += 1
  if (alone) drops[other].dropped[slot]! += 1
}

/** Odds of a pair: meetings seen / meetings expected by chance, shrunk towards the rule (gamma-Poisson mean). */
const pairOdds = (corpora: Counts[], rules: Odds): Float64Array => {
  const odds = new Float64Array(N * N)
  for (let a = 0; a < N; a++) {
    for (let b = 0; b < N; b++) {
      let seen = PAIR_PRIOR * 10 ** rules.pair[a * N + b]!
      let expected = PAIR_PRIOR
      for (const c of corpora) {
        seen += c.pairs[a * N + b]!
        expected += (c.left[a]! * c.right[b]!) / Math.max(1, c.met)
        if (a === b) continue
        seen += c.pairs[b * N + a]!
        expected += (c.left[b]! * c.right[a]!) / Math.max(1, c.met)
      }
      odds[a * N + b] = Math.max(SLIP, Math.log10(seen / expected))
    }
  }
  return odds
}

const dropOdds = (drops: DropCounts, rules: Odds): Odds['drop'] => {
  const result = { ...rules.drop }
  for (const [script, { seen, dropped }] of Object.entries(drops)) {
    result[script as Script] = rules.drop[script as Script].map((rule, slot) =>
      Math.log10((dropped[slot]! + DROP_PRIOR * 10 ** rule) / (seen[slot]! + DROP_PRIOR)),
    )
  }
  return result
}

/** Moves the rules' odds towards what the aligned spelling pairs of each corpus show (hard EM). */
export const learnOdds = (corpora: SoundPair[][], rounds: number): Odds => {
  const rules = ruleOdds()
  let odds = crownDiagonal(ruleOdds())
  for (let round = 0; round < rounds; round++) {
    const drops: DropCounts = {}
    const counted = corpora.map((pairs) => {
      const counts = newCounts()
      for (const [a, b] of pairs) {
        for (const step of traceAlignment(a, b, odds)) {
          countStep(step, counts)
          countDrop(step[0], step[1] < 0, b.script, drops)
          countDrop(step[1], step[0] < 0, a.script, drops)
        }
      }
      return counts
    })
    odds = { pair: pairOdds(counted, rules), drop: dropOdds(drops, rules) }
    crownDiagonal(odds)
  }
  return odds
}

/** The learned odds that differ from the rules, as the text of `src/tables/odds.ts`. */
export const printOdds = (odds: Odds, header: string): string => {
  const rules = ruleOdds()
  const pairs: string[] = []
  const drops: string[] = []
  const cents = (x: number): number => Math.round(100 * x)
  SLOTS.forEach((a, i) => {
    SLOTS.forEach((b, k) => {
      const value = odds.pair[i * N + k]!
      const rule = rules.pair[i * N + k]!
      const bothUnlike = value < -1.9 && rule < -1.9
      if (i <= k && !bothUnlike && Math.abs(value - rule) >= 0.05) pairs.push(`${a} ${b} ${cents(value)}`)
    })
    for (const script of ['arabic', 'cyrillic', 'latin'] as const) {
      const value = odds.drop[script][i]!
      if (Math.abs(value - rules.drop[script][i]!) >= 0.05) drops.push(`${a} ${script} ${cents(value)}`)
    }
  })
  return `${header}
/** slot, slot, hundredths of log10 odds (same name : chance) */
export const learnedPairs = \`
${pairs.join('\n')}
\`

/** slot, script of the other spelling, hundredths of log10 odds that nothing stands for it there */
export const learnedDrops = \`
${drops.join('\n')}
\`
`
}
