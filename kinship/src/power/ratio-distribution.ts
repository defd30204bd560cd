import type { LocusRatios } from './locus-ratios.ts'

/**
 * The distribution of log10 LR over all loci on a grid: `mass[i]` lies at `(first + i) * step`, give or take
 * `rounding`. What is missing to 1 is `excluded` (LR = 0) and `lost` (left out at the ends).
 */
export type RatioDistribution = {
  step: number
  first: number
  mass: Float64Array
  rounding: number
  lost: number
  excluded: number
  mean: number
}

/** A probability that lies between two others for certain. */
export type Bounded = { lower: number; value: number; upper: number }

/** So much is left out at each end after each locus. */
const trim = 1e-13
/** Covers the rounding of sums of some ten thousand doubles. */
const slack = 1e-11
/** A ratio that is the threshold itself reaches it, whatever the last digits of its logarithm. */
const tie = 1e-9

/**
 * The sum over independent loci, by convolution. Each locus is rounded to the grid and remembers by how much at
 * most; the sum is off by no more than the sum of these, so that every tail has strict bounds.
 *
 * @param truth whose probabilities are taken
 * @example One locus with LR 10 and 1/10, each with probability 1/2: mass 1/2 at 1 and at -1; mean 0.
 */
export function ratioDistribution(
  loci: LocusRatios[],
  truth: 'related' | 'unrelated',
  step = 0.001,
): RatioDistribution {
  let found: RatioDistribution = {
    step,
    first: 0,
    mass: Float64Array.of(1),
    rounding: 0,
    lost: 0,
    excluded: 0,
    mean: 0,
  }
  let possible = 1
  for (const locus of loci) {
    const atoms = atomsOf(locus, truth, step)
    possible *= atoms.possible
    found = trimmed({
      ...convolved(found, atoms.cells),
      rounding: found.rounding + atoms.rounding,
      mean: found.mean + atoms.mean,
    })
  }
  return { ...found, excluded: 1 - possible }
}

type Atoms = { cells: Map<number, number>; rounding: number; possible: number; mean: number }

function atomsOf(locus: LocusRatios, truth: 'related' | 'unrelated', step: number): Atoms {
  const { log10, [truth]: weights } = locus
  const cells = new Map<number, number>()
  let [rounding, possible, total, mean] = [0, 0, 0, 0]
  for (let at = 0; at < weights.length; at++) {
    const weight = weights[at]!
    if (weight === 0) continue
    total += weight
    const log = log10[at]!
    mean += weight * log
    if (log === Number.NEGATIVE_INFINITY) continue
    possible += weight
    const cell = Math.round(log / step)
    rounding = Math.max(rounding, Math.abs(log - cell * step))
    cells.set(cell, (cells.get(cell) ?? 0) + weight)
  }
  for (const [cell, weight] of cells) cells.set(cell, weight / total)
  return { cells, rounding, possible: possible / total, mean: mean / total }
}

function convolved(found: RatioDistribution, cells: Map<number, number>): RatioDistribution {
  const places = [...cells.keys()]
  const lowest = places.reduce((least, cell) => Math.min(least, cell), Number.POSITIVE_INFINITY)
  const highest = places.reduce((most, cell) => Math.max(most, cell), Number.NEGATIVE_INFINITY)
  if (places.length === 0) return { ...found, mass: new Float64Array(1) }
  const { mass } = found
  const sum = new Float64Array(mass.length + highest - lowest)
  for (const [cell, weight] of cells) {
    const shift = cell - lowest
    for (let i = 0; i < mass.length; i++) sum[i + shift]! += weight * mass[i]!
  }
  return { ...found, first: found.first + lowest, mass: sum }
}

function trimmed(found: RatioDistribution): RatioDistribution {
  const { mass } = found
  let [from, to, lost] = [0, mass.length, found.lost]
  for (let left = trim; from < to - 1 && mass[from]! <= left; from++) left -= mass[from]!
  for (let left = trim; to > from + 1 && mass[to - 1]! <= left; to--) left -= mass[to - 1]!
  for (let i = 0; i < from; i++) lost += mass[i]!
  for (let i = to; i < mass.length; i++) lost += mass[i]!
  return { ...found, first: found.first + from, mass: mass.subarray(from, to), lost }
}

/**
 * The probability of a log10 LR of at least `log10`.
 *
 * @example Mass 1/2 at 1 and at -1: 1/2 for 0.5.
 */
export function atLeast(found: RatioDistribution, log10: number): Bounded {
  const { step, first, mass, rounding, lost } = found
  const above = (bound: number) => {
    let sum = 0
    for (let i = Math.max(0, Math.ceil(bound / step) - first); i < mass.length; i++) sum += mass[i]!
    return sum
  }
  return bounded(
    above(log10 + rounding + tie) - slack,
    above(log10 - tie),
    above(log10 - rounding - tie) + lost + slack,
  )
}

/** The probability of a log10 LR of at most `log10`, exclusion among it. */
export function atMost(found: RatioDistribution, log10: number): Bounded {
  const { step, first, mass, rounding, lost, excluded } = found
  const below = (bound: number) => {
    let sum = excluded
    const end = Math.min(mass.length, Math.floor(bound / step) - first + 1)
    for (let i = 0; i < end; i++) sum += mass[i]!
    return sum
  }
  return bounded(
    below(log10 - rounding - tie) - slack,
    below(log10 + tie),
    below(log10 + rounding + tie) + lost + slack,
  )
}

function bounded(lower: number, value: number, upper: number): Bounded {
  const within = (p: number) => Math.min(1, Math.max(0, p))
  return { lower: within(lower), value: within(value), upper: within(upper) }
}
