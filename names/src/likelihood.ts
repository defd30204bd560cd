import { alignSounds } from './align.ts'
import type { Written } from './graphones/letters.ts'
import { graphoneOdds } from './graphones/models.ts'
import type { Sounds } from './slots.ts'
import { knots } from './tables/likelihood.ts'

/** Beyond the last knot the odds still grow, but slower than counted: there were no more random pairs to count. */
const SLOPE_ABOVE = 0.3
const SLOPE_BELOW = 0.01
/** Keeps the map strictly rising where two knots are level. */
const TILT = 0.002

type Knots = readonly (readonly [number, number])[]

const interpolate = (knots: Knots, x: number): number => {
  const [firstX, firstY] = knots[0]!
  const [lastX, lastY] = knots.at(-1)!
  if (x <= firstX) return firstY + SLOPE_BELOW * (x - firstX)
  if (x >= lastX) return lastY + SLOPE_ABOVE * (x - lastX)
  let k = 1
  while (knots[k]![0] < x) k++
  const [x0, y0] = knots[k - 1]!
  const [x1, y1] = knots[k]!
  return y0 + ((y1 - y0) * (x - x0)) / (x1 - x0)
}

/** Slots that fit worse than this are two names; the graphones are not asked. */
const FAR = -1
/** The least the graphones say: one of them may be missing for a spelling never seen. */
const FLOOR = -4
/**
 * What the rules say beside what the graphones say: the two are right about different spellings. Chosen among four
 * values by recall on a few hundred held-out queries, where it made two points of difference at most.
 */
const RULES_WEIGHT = 0.6

const KNOTS: Record<string, Knots> = knots

const kindOf = (a: Sounds, b: Sounds): string =>
  a.script === b.script || a.letters.length === 0 || b.letters.length === 0
    ? 'alike'
    : [a.script, b.script].sort().join(' ')

/** Two spellings' kind, and how well they fit: log10 odds not yet calibrated. */
export const wordScore = (a: Sounds, b: Sounds): { kind: string; score: number } => {
  const rules = alignSounds(a, b)
  const kind = kindOf(a, b)
  if (kind === 'alike') return { kind, score: rules }
  const odds =
    rules < FAR ? FLOOR : graphoneOdds(a.letters, a.script as Written, b.letters, b.script as Written)
  return { kind, score: Math.max(FLOOR, odds) + RULES_WEIGHT * rules }
}

/**
 * log10 LR that two words are spellings of one name, against two names drawn at random; how often the name is
 * met is not yet in it. Words of one script: the sound slots alone; of two scripts: with the graphones. The maps
 * are fitted by `scripts/calibrate.ts`, one for every kind.
 */
export const wordLR = (a: Sounds, b: Sounds): number => {
  const { kind, score } = wordScore(a, b)
  return interpolate(KNOTS[kind]!, score) + TILT * score
}
