import type { Layer } from './layers.ts'

/** A set of placed people -> a weight, relative to the largest of its layer. */
type Weights = Map<number, number>

/** Sums over all ways to choose, and what is needed to find the best of them. */
export type Sums = {
  layers: Layer[]
  /** Natural logarithm of the sum over all ways; -Infinity when there is none. */
  logTotal: number
  /** By layer and set of people (as in the layer): the share of the total. */
  shares: Float64Array[]
  /** By person who leaves in some layer: the share in which they are placed nowhere. */
  nowhere: Map<number, number>
  /** By layer, before it: the logarithm of the best way to go on from a state. */
  logOfBestFrom: Map<number, number>[]
}

/** States times choices a layer may take. */
const mostWork = 2e8
const mostStates = 2 ** 20

/**
 * Forward and backward sums (Kschischang, Frey & Loeliger 2001) over the layers.
 *
 * @param weightOfNone by person: the weight of being placed nowhere
 * @returns `null` when there are too many states
 */
export function sumOver(layers: Layer[], weightOfNone: number[]): Sums | null {
  const forward: Weights[] = [new Map([[0, 1]])]
  const placed: Weights[] = []
  let logTotal = 0
  for (const layer of layers) {
    const before = forward.at(-1)!
    if (before.size * layer.masks.length > mostWork) return null
    const after = choose(before, layer)
    if (after.size > mostStates) return null
    placed.push(after)
    const { states, log } = scaled(leave(after, layer, weightOfNone))
    forward.push(states)
    logTotal += log + layer.offset
  }
  const backward = backwardOver(layers, weightOfNone, forward, placed)
  return { layers, logTotal, ...sharesOf(layers, forward, placed, backward.sums), ...backward }
}

function choose(before: Weights, { masks, weights }: Layer): Weights {
  const after: Weights = new Map()
  for (const [state, weight] of before) {
    for (let index = 0; index < masks.length; index++) {
      const mask = masks[index]!
      if ((state & mask) !== 0) continue
      const next = state | mask
      after.set(next, (after.get(next) ?? 0) + weight * weights[index]!)
    }
  }
  return after
}

function leave(states: Weights, layer: Layer, weightOfNone: number[]): Weights {
  const left: Weights = new Map()
  for (const [state, weight] of states) {
    const { next, none } = afterLeaving(state, layer, weightOfNone)
    if (none > 0) left.set(next, (left.get(next) ?? 0) + weight * none)
  }
  return left
}

/** The state without those who leave, and the weight of those among them who were placed nowhere. */
export function afterLeaving(
  state: number,
  { leaving }: Layer,
  weightOfNone: number[],
): { next: number; none: number } {
  let [next, none] = [state, 1]
  for (const { person, bit } of leaving) {
    if ((state & bit) !== 0) next &= ~bit
    else none *= weightOfNone[person]!
  }
  return { next, none }
}

function scaled(states: Weights): { states: Weights; log: number } {
  let largest = 0
  for (const weight of states.values()) if (weight > largest) largest = weight
  if (largest === 0) return { states: new Map(), log: Number.NEGATIVE_INFINITY }
  for (const [state, weight] of states) states.set(state, weight / largest)
  return { states, log: Math.log(largest) }
}

/** By layer, of the states after its choice: the sum over, and the best of, all ways to go on. */
type Backward = { sums: Weights[]; logOfBestFrom: Map<number, number>[] }

function backwardOver(
  layers: Layer[],
  weightOfNone: number[],
  forward: Weights[],
  placed: Weights[],
): Backward {
  const sums: Weights[] = []
  const logOfBestFrom: Map<number, number>[] = [new Map([[0, 0]])]
  let from: Weights = new Map([[0, 1]])
  for (let at = layers.length - 1; at >= 0; at--) {
    const layer = layers[at]!
    const best = logOfBestFrom[0]!
    const sumAfter: Weights = new Map()
    const bestAfter = new Map<number, number>()
    for (const state of placed[at]!.keys()) {
      const { next, none } = afterLeaving(state, layer, weightOfNone)
      sumAfter.set(state, none * (from.get(next) ?? 0))
      bestAfter.set(state, Math.log(none) + (best.get(next) ?? Number.NEGATIVE_INFINITY))
    }
    sums.unshift(sumAfter)
    const before: Weights = new Map()
    const bestBefore = new Map<number, number>()
    for (const state of forward[at]!.keys()) {
      let [sum, most] = [0, Number.NEGATIVE_INFINITY]
      for (let index = 0; index < layer.masks.length; index++) {
        const mask = layer.masks[index]!
        if ((state & mask) !== 0) continue
        sum += layer.weights[index]! * sumAfter.get(state | mask)!
        most = Math.max(most, layer.logOfBest[index]! + bestAfter.get(state | mask)!)
      }
      before.set(state, sum)
      bestBefore.set(state, most)
    }
    from = scaled(before).states
    logOfBestFrom.unshift(bestBefore)
  }
  return { sums, logOfBestFrom }
}

function sharesOf(
  layers: Layer[],
  forward: Weights[],
  placed: Weights[],
  sums: Weights[],
): { shares: Float64Array[]; nowhere: Map<number, number> } {
  const nowhere = new Map<number, number>()
  const shares = layers.map((layer, at) => {
    const found = new Float64Array(layer.masks.length)
    for (const [state, weight] of forward[at]!) {
      for (let index = 0; index < found.length; index++) {
        const mask = layer.masks[index]!
        if ((state & mask) === 0)
          found[index]! += weight * layer.weights[index]! * sums[at]!.get(state | mask)!
      }
    }
    const total = found.reduce((sum, share) => sum + share, 0)
    for (const { person, bit } of layer.leaving) {
      let without = 0
      for (const [state, weight] of placed[at]!)
        if ((state & bit) === 0) without += weight * sums[at]!.get(state)!
      nowhere.set(person, without / total)
    }
    return found.map((share) => share / total)
  })
  return { shares, nowhere }
}
