import type { Outcome } from './strangers-outcomes.ts'

/** Bounds of a probability. */
export type Bounds = { low: number; high: number }

/** Cells of the grid to a unit of log10. */
const fineness = 256
/** Scores that differ by less count as equal: they are sums of logarithms, rounded on the way. */
const slack = 1e-9

/** Probabilities on the grid: cell `i` stands for the score `(first + i) / fineness`. */
type Grid = { first: number; cells: Float64Array }

/**
 * How often a sum of independent ratios reaches a score: the exact distribution, each locus's log10 rounded up to
 * a grid for the upper bound and down for the lower, so that the truth lies between.
 *
 * @param loci by locus, what may come out of it and how often
 * @param floor the lowest score that will be asked for
 * @example One locus with log10 1 (probability 0.1) or 0 (0.9): a score of 1 is reached with 0.1, both bounds.
 */
export function exceedance(loci: Outcome[][], floor: number): (score: number) => Bounds {
  const [upper, lower] = [up, down].map((round) => {
    const rounded = loci.map((outcomes) => onGrid(outcomes, round))
    return tail(convolution(rounded, Math.floor(floor * fineness) - 1))
  })
  return (score) => ({
    low: above(lower!, up(score * fineness)) * (1 - slack),
    high: Math.min(1, above(upper!, up(score * fineness)) * (1 + slack)),
  })
}

const up = (value: number): number => Math.ceil(value - slack)
const down = (value: number): number => Math.floor(value + slack)

/** Probability by cell; what excludes never reaches a score. */
function onGrid(outcomes: Outcome[], round: (value: number) => number): Map<number, number> {
  const grid = new Map<number, number>()
  for (const { log10, probability } of outcomes) {
    if (log10 === Number.NEGATIVE_INFINITY) continue
    const cell = round(log10 * fineness)
    grid.set(cell, (grid.get(cell) ?? 0) + probability)
  }
  return grid
}

/** Sums that cannot reach the lowest cell any more are dropped on the way. */
function convolution(loci: Map<number, number>[], lowest: number): Grid {
  let rest = loci.reduce((sum, grid) => sum + Math.max(...grid.keys()), 0)
  let sum: Grid = { first: 0, cells: Float64Array.of(1) }
  for (const grid of loci) {
    if (grid.size === 0) return { first: 0, cells: new Float64Array() }
    const [least, most] = [Math.min(...grid.keys()), Math.max(...grid.keys())]
    rest -= most
    const first = Math.max(sum.first + least, lowest - rest)
    const size = Math.max(0, sum.first + sum.cells.length + most - first)
    const cells = new Float64Array(size)
    for (const [cell, probability] of grid) add(cells, sum, sum.first + cell - first, probability)
    sum = { first, cells }
  }
  return sum
}

function add(into: Float64Array, { cells }: Grid, shift: number, probability: number): void {
  for (let at = Math.max(0, -shift); at < cells.length; at++) into[at + shift]! += cells[at]! * probability
}

/** Probability of a cell and all above it. */
function tail({ first, cells }: Grid): Grid {
  const sums = cells.slice()
  for (let at = sums.length - 2; at >= 0; at--) sums[at]! += sums[at + 1]!
  return { first, cells: sums }
}

function above({ first, cells }: Grid, cell: number): number {
  return cells[Math.max(0, cell - first)] ?? 0
}
