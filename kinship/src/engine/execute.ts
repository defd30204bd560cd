import type { Program, Step } from './compile.ts'
import type { LocusData } from './leaves.ts'
import type { Nest } from './nest.ts'

/** Tables of a program with room for a number of lanes, kept from one run to the next. */
export type Workspace = { room: number; tables: Float64Array[]; exponents: Float64Array }

/** Cells of workspaces that are kept; larger ones are made anew for every run. */
const largestKept = 2 ** 20
/** Cells of the largest workspace, where one lane needs no more: 256 MB. */
const largestShared = 2 ** 25

/** How many lanes may run together. */
export function mostLanes({ size }: Program): number {
  return Math.max(1, Math.floor(largestShared / size))
}

export function workspaceFor(program: Program, lanes: number, kept: Workspace | null): Workspace {
  if (kept && kept.room >= lanes) return kept
  return {
    room: lanes,
    tables: program.cells.map((cells) => new Float64Array(cells * lanes)),
    exponents: new Float64Array(lanes),
  }
}

export function isWorthKeeping({ size }: Program, { room }: Workspace): boolean {
  return size * room <= largestKept
}

/**
 * Runs a program for several loci at once: lane `l` holds the l-th locus, so that each step is one pass over
 * neighbouring numbers.
 *
 * @param lanes for each lane, the data of its locus (of its loci, where linked loci are weighed together)
 * @param logs receives the natural logarithm of each lane's sum; -Infinity when it is 0
 */
export function execute(
  program: Program,
  lanes: LocusData[][],
  workspace: Workspace,
  logs: Float64Array,
): void {
  const { tables, exponents } = workspace
  exponents.fill(0)
  for (const { table, leaf, sizes } of program.fills) {
    const target = { table: tables[table]!, lane: 0, lanes: lanes.length, sizes }
    target.table.fill(0, 0, program.cells[table]! * lanes.length)
    for (; target.lane < lanes.length; target.lane++) leaf.fill(lanes[target.lane]![leaf.locus]!, target)
  }
  for (const step of program.steps) perform(step, program, workspace, lanes.length)
  for (let lane = 0; lane < lanes.length; lane++) {
    logs[lane] = exponents[lane]! * Math.LN2 + logOfProduct(tables, program.results, lane)
  }
}

function logOfProduct(tables: Float64Array[], results: number[], lane: number): number {
  let log = 0
  let product = 1
  for (let i = 0; i < results.length; i++) {
    const value = tables[results[i]!]![lane]!
    product *= value
    if (product > 1e-200 || value === 0) continue
    log += Math.log(product / value) + Math.log(value)
    product = 1
  }
  return log + Math.log(product)
}

function perform(step: Step, { cells }: Program, { tables, exponents }: Workspace, lanes: number): void {
  const out = tables[step.out]!
  if (step.kind === 'rescale') {
    rescale(out, cells[step.out]! * lanes, lanes, exponents)
  } else if (step.kind === 'sum') {
    const { nest, states, stepA, stepB } = step
    const a = tables[step.a]!
    if (step.b < 0) sum(nest, out, a, states, stepA, lanes)
    else if (lanes === 1) sumProducts(nest, out, a, tables[step.b]!, states, stepA, stepB)
    else sumProductsInLanes(nest, out, a, tables[step.b]!, states, stepA, stepB, lanes)
  } else if (step.kind === 'mean') mean(step.nest, out, tables[step.a]!, lanes)
  else halve(step.nest, out, tables[step.a]!, lanes, step.kind === 'addHalf')
}

function sum(
  nest: Nest,
  out: Float64Array,
  a: Float64Array,
  states: number,
  step: number,
  lanes: number,
): void {
  const { inner, outer } = nest
  for (let o = 0; o < outer.count; o++) {
    for (let i = 0; i < inner.count; i++) {
      const to = (outer.out[o]! + inner.out[i]!) * lanes
      const from = (outer.a[o]! + inner.a[i]!) * lanes
      for (let lane = 0; lane < lanes; lane++) {
        let total = 0
        for (let s = 0, at = from + lane; s < states; s++, at += step * lanes) total += a[at]!
        out[to + lane] = total
      }
    }
  }
}

function sumProducts(
  { inner, outer }: Nest,
  out: Float64Array,
  a: Float64Array,
  b: Float64Array,
  states: number,
  stepA: number,
  stepB: number,
): void {
  for (let o = 0; o < outer.count; o++) {
    const [toBase, aBase, bBase] = [outer.out[o]!, outer.a[o]!, outer.b[o]!]
    for (let i = 0; i < inner.count; i++) {
      let atA = aBase + inner.a[i]!
      let atB = bBase + inner.b[i]!
      let total = 0
      for (let s = 0; s < states; s++, atA += stepA, atB += stepB) total += a[atA]! * b[atB]!
      out[toBase + inner.out[i]!] = total
    }
  }
}

function sumProductsInLanes(
  { inner, outer }: Nest,
  out: Float64Array,
  a: Float64Array,
  b: Float64Array,
  states: number,
  stepA: number,
  stepB: number,
  lanes: number,
): void {
  for (let o = 0; o < outer.count; o++) {
    for (let i = 0; i < inner.count; i++) {
      const to = (outer.out[o]! + inner.out[i]!) * lanes
      let atA = (outer.a[o]! + inner.a[i]!) * lanes
      let atB = (outer.b[o]! + inner.b[i]!) * lanes
      for (let lane = 0; lane < lanes; lane++) out[to + lane] = a[atA + lane]! * b[atB + lane]!
      for (let s = 1; s < states; s++) {
        atA += stepA * lanes
        atB += stepB * lanes
        for (let lane = 0; lane < lanes; lane++) out[to + lane]! += a[atA + lane]! * b[atB + lane]!
      }
    }
  }
}

function mean({ inner, outer }: Nest, out: Float64Array, a: Float64Array, lanes: number): void {
  for (let o = 0; o < outer.count; o++) {
    for (let i = 0; i < inner.count; i++) {
      const to = (outer.out[o]! + inner.out[i]!) * lanes
      const first = (outer.a[o]! + inner.a[i]!) * lanes
      const second = (outer.b[o]! + inner.b[i]!) * lanes
      for (let lane = 0; lane < lanes; lane++) out[to + lane] = (a[first + lane]! + a[second + lane]!) / 2
    }
  }
}

function halve(
  { inner, outer }: Nest,
  out: Float64Array,
  a: Float64Array,
  lanes: number,
  isAdded: boolean,
): void {
  for (let o = 0; o < outer.count; o++) {
    for (let i = 0; i < inner.count; i++) {
      const to = (outer.out[o]! + inner.out[i]!) * lanes
      const from = (outer.a[o]! + inner.a[i]!) * lanes
      for (let lane = 0; lane < lanes; lane++) {
        const half = a[from + lane]! / 2
        out[to + lane] = isAdded ? out[to + lane]! + half : half
      }
    }
  }
}

/** Multiplies each lane by a power of two, so that nothing underflows; a lane of zeros stays as it is. */
function rescale(table: Float64Array, end: number, lanes: number, exponents: Float64Array): void {
  for (let lane = 0; lane < lanes; lane++) {
    let largest = 0
    for (let at = lane; at < end; at += lanes) if (table[at]! > largest) largest = table[at]!
    if (largest === 0 || largest > 1e-30) continue
    const shift = -Math.floor(Math.log2(largest))
    const [half, otherHalf] = [2 ** Math.floor(shift / 2), 2 ** (shift - Math.floor(shift / 2))]
    for (let at = lane; at < end; at += lanes) table[at] = table[at]! * half * otherHalf
    exponents[lane]! -= shift
  }
}
