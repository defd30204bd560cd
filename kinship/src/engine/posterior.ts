import type { Random } from '../random.ts'
import { refuse } from '../refusal.ts'
import type { LocusData } from './leaves.ts'
import type { Network } from './network.ts'
import { planElimination } from './plan.ts'
import { sizesFor } from './solver.ts'

/** A value for each cell; the last variable of `scope` runs fastest. */
type Factor = { scope: number[]; table: Float64Array }

/** A variable given those that are summed out after it: `joint` has its states running fastest. */
type Conditional = { variable: number; size: number; given: number[]; strides: number[]; joint: Float64Array }

const mostCells = 2 ** 23

/**
 * Draws all variables of a network together, each assignment as often as its share of the sum (forward filtering
 * by variable elimination, then sampling backwards; Dawid 1992, Stat. Comput. 2:25-36).
 *
 * @returns writes the state of each variable into `states`; `null` when the sum is 0, so that there is none to draw
 * @throws KinshipRefusal `too-complex`
 */
export function posteriorSampler(
  network: Network,
  data: LocusData,
): ((random: Random, states: Int32Array) => void) | null {
  const sizes = sizesFor(network, [[data]])
  const shapes = network.leaves.map(({ scope }) => ({ scope }))
  let factors = network.leaves.map(({ scope, fill }): Factor => {
    const axes = scope.map((variable) => sizes[variable]!)
    const table = new Float64Array(cellsOf(axes))
    fill(data, { table, lane: 0, lanes: 1, sizes: axes })
    return { scope, table }
  })
  const conditionals: Conditional[] = []
  for (const variable of planElimination(sizes, shapes).order) {
    const touching = factors.filter(({ scope }) => scope.includes(variable))
    const { conditional, message } = eliminate(variable, sizes, touching)
    if (!message) return null
    conditionals.push(conditional)
    factors = [...factors.filter((factor) => !touching.includes(factor)), message]
  }
  conditionals.reverse()
  return (random, states) => {
    for (const conditional of conditionals)
      states[conditional.variable] = drawState(conditional, states, random)
  }
}

function cellsOf(sizes: number[]): number {
  const cells = sizes.reduce((product, size) => product * size, 1)
  if (cells > mostCells) {
    refuse(
      'too-complex',
      'This pedigree is too complex to simulate given who is typed: type more of its people, or leave mutation out.',
    )
  }
  return cells
}

/** `message` is `null` when nothing is possible. */
function eliminate(
  variable: number,
  sizes: number[],
  factors: Factor[],
): { conditional: Conditional; message: Factor | null } {
  const given = [...new Set(factors.flatMap(({ scope }) => scope))].filter((other) => other !== variable)
  const axes = [...given, variable].map((axis) => sizes[axis]!)
  const joint = new Float64Array(cellsOf(axes)).fill(1)
  for (const factor of factors) multiply(joint, [...given, variable], axes, factor, sizes)
  const size = sizes[variable]!
  const table = new Float64Array(joint.length / size)
  let largest = 0
  for (let cell = 0; cell < table.length; cell++) {
    for (let state = 0; state < size; state++) table[cell]! += joint[cell * size + state]!
    largest = Math.max(largest, table[cell]!)
  }
  const strides = stridesIn(given, given, sizes)
  const conditional = { variable, size, given, strides, joint }
  if (largest === 0) return { conditional, message: null }
  for (let cell = 0; cell < table.length; cell++) table[cell]! /= largest
  return { conditional, message: { scope: given, table } }
}

function multiply(
  joint: Float64Array,
  scope: number[],
  axes: number[],
  factor: Factor,
  sizes: number[],
): void {
  const strides = stridesIn(scope, factor.scope, sizes)
  const at = axes.map(() => 0)
  let from = 0
  for (let cell = 0; cell < joint.length; cell++) {
    joint[cell]! *= factor.table[from]!
    for (let axis = axes.length - 1; axis >= 0; axis--) {
      from += strides[axis]!
      if (++at[axis]! < axes[axis]!) break
      from -= strides[axis]! * axes[axis]!
      at[axis] = 0
    }
  }
}

/** How far one step along each variable goes in a table of that scope; 0 where it has no such variable. */
function stridesIn(variables: number[], scope: number[], sizes: number[]): number[] {
  const stride = new Map<number, number>()
  let next = 1
  for (const variable of scope.toReversed()) {
    stride.set(variable, next)
    next *= sizes[variable]!
  }
  return variables.map((variable) => stride.get(variable) ?? 0)
}

function drawState({ size, given, strides, joint }: Conditional, states: Int32Array, random: Random): number {
  let cell = 0
  for (let i = 0; i < given.length; i++) cell += strides[i]! * states[given[i]!]!
  const from = cell * size
  let total = 0
  for (let state = 0; state < size; state++) total += joint[from + state]!
  let target = random() * total
  for (let state = 0; state < size - 1; state++) {
    target -= joint[from + state]!
    if (target < 0) return state
  }
  let last = size - 1
  while (last > 0 && joint[from + last] === 0) last--
  return last
}
