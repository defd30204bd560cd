import { alignSounds } from './align.ts'
import type { Sounds } from './slots.ts'
import { arabicKnots, otherKnots } from './tables/likelihood.ts'

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

/**
 * log10 LR that two words are spellings of one name, against two names drawn at random; how often the name is
 * met is not yet in it. Map fitted by `scripts/calibrate.ts`, one for pairs with an Arabic spelling.
 */
export const wordLR = (a: Sounds, b: Sounds): number => {
  const score = alignSounds(a, b)
  const arabic = a.script === 'arabic' || b.script === 'arabic'
  return interpolate(arabic ? arabicKnots : otherKnots, score) + TILT * score
}
