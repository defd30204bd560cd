import { ODDS, type Odds } from './odds.ts'
import { SLOTS, type Sounds } from './slots.ts'

const N = SLOTS.length
let row = new Float64Array(64)

/**
 * The odds of slots unmatched in a word, by the script of the other. Beside Latin or Cyrillic an Arabic spelling
 * leaves vowels out, as learned; two Arabic spellings write the same letters, so there the plain rule holds.
 */
export const dropsBeside = (word: Sounds, other: Sounds, odds: Odds): Float64Array =>
  word.script === 'arabic' && other.script === 'arabic' ? odds.drop.none : odds.drop[other.script]

/**
 * The best alignment of two slot sequences: the sum of log10 odds of its matched pairs and unmatched slots.
 * Symmetric; highest for a sequence with itself. Cost: product of the lengths (each at most 40).
 */
export const alignSounds = (a: Sounds, b: Sounds, odds: Odds = ODDS): number => {
  const x = a.slots
  const y = b.slots
  const dropX = dropsBeside(a, b, odds)
  const dropY = dropsBeside(b, a, odds)
  if (row.length <= y.length) row = new Float64Array(y.length + 1)
  row[0] = 0
  for (let k = 0; k < y.length; k++) row[k + 1] = row[k]! + dropY[y[k]!]!
  for (let i = 0; i < x.length; i++) {
    let diagonal: number = row[0]!
    const base = x[i]! * N
    const drop = dropX[x[i]!]!
    row[0] = diagonal + drop
    for (let k = 0; k < y.length; k++) {
      const above: number = row[k + 1]!
      const match = diagonal + odds.pair[base + y[k]!]!
      row[k + 1] = Math.max(match, above + drop, row[k]! + dropY[y[k]!]!)
      diagonal = above
    }
  }
  return row[y.length]!
}

/** One step of an alignment: slot numbers, or -1 where the other side has nothing. */
export type Step = readonly [a: number, b: number]

/** The steps of one best alignment, for counting; slower than `alignSounds`, same score. */
export const traceAlignment = (a: Sounds, b: Sounds, odds: Odds): Step[] => {
  const [x, y] = [a.slots, b.slots]
  const [dropX, dropY] = [dropsBeside(a, b, odds), dropsBeside(b, a, odds)]
  const width = y.length + 1
  const best = new Float64Array((x.length + 1) * width)
  const move = new Uint8Array(best.length)
  for (let i = 0; i <= x.length; i++) {
    for (let k = 0; k <= y.length; k++) {
      if (i + k === 0) continue
      const none = Number.NEGATIVE_INFINITY
      const cell = i * width + k
      const scores = [
        i && k ? best[cell - width - 1]! + odds.pair[x[i - 1]! * N + y[k - 1]!]! : none,
        i ? best[cell - width]! + dropX[x[i - 1]!]! : none,
        k ? best[cell - 1]! + dropY[y[k - 1]!]! : none,
      ]
      best[cell] = Math.max(...scores)
      move[cell] = scores.indexOf(best[cell]!)
    }
  }
  const steps: Step[] = []
  for (let i = x.length, k = y.length; i + k > 0; ) {
    const how = move[i * width + k]!
    if (how !== 2) i--
    if (how !== 1) k--
    steps.push([how === 2 ? -1 : x[i]!, how === 1 ? -1 : y[k]!])
  }
  return steps
}
