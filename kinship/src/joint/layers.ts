/**
 * The sum over all ways to choose one placement for each block so that nobody is placed twice: blocks one after
 * the other, with the set of people already placed as the state. Only people who may still be placed in a later
 * block are kept in it (the frontier), so independent families do not multiply.
 */

/** One choice of a block: whom it places, and the natural logarithm of its weight (all ways to sit included). */
export type Choice = { people: number[]; log: number; logOfOne: number }

/** A block as the sum sees it: choices by the set of people they place. */
export type Layer = {
  block: number
  /** Different sets of people; `weights` are relative to exp(`offset`). */
  masks: number[]
  weights: number[]
  offset: number
  /** By set: its choices, best first, and the logarithm of the best one. */
  choices: number[][]
  logOfBest: number[]
  /** People who may not be placed after this block. */
  leaving: { person: number; bit: number }[]
}

/** More people than this between two blocks do not fit a state. */
const mostBits = 30

/** Layers in an order that keeps the frontier small; `null` when it is too wide. */
export function layersOf(blocks: Choice[][]): Layer[] | null {
  const order = orderOf(blocks)
  const peopleOf = blocks.map((choices) => new Set(choices.flatMap(({ people }) => people)))
  const last = new Map<number, number>()
  order.forEach((block, at) => {
    for (const person of peopleOf[block]!) last.set(person, at)
  })
  const bits = new Map<number, number>()
  let free = Array.from({ length: mostBits }, (_, index) => 2 ** (mostBits - 1 - index))
  const layers: Layer[] = []
  for (const [at, block] of order.entries()) {
    for (const person of peopleOf[block]!) {
      if (bits.has(person)) continue
      const bit = free.pop()
      if (bit === undefined) return null
      bits.set(person, bit)
    }
    const leaving = [...peopleOf[block]!].filter((person) => last.get(person) === at)
    layers.push({
      ...byMask(blocks[block]!, bits),
      block,
      leaving: leaving.map((person) => ({ person, bit: bits.get(person)! })),
    })
    free = [...free, ...leaving.map((person) => bits.get(person)!)]
  }
  return layers
}

/** The next block is the one that brings the fewest new people. */
function orderOf(blocks: Choice[][]): number[] {
  const left = new Map(blocks.map((choices, block) => [block, new Set(choices.flatMap((one) => one.people))]))
  const open = new Set<number>()
  const order: number[] = []
  while (left.size > 0) {
    const costs = [...left].map(([block, people]) => {
      const fresh = [...people].filter((person) => !open.has(person)).length
      return { block, fresh, isJoined: fresh < people.size }
    })
    costs.sort((a, b) => Number(b.isJoined) - Number(a.isJoined) || a.fresh - b.fresh || a.block - b.block)
    const { block } = costs[0]!
    for (const person of left.get(block)!) open.add(person)
    left.delete(block)
    order.push(block)
  }
  return order
}

function byMask(choices: Choice[], bits: Map<number, number>) {
  const sets = new Map<number, number[]>()
  choices.forEach(({ people }, index) => {
    const mask = people.reduce((sum, person) => sum | bits.get(person)!, 0)
    const known = sets.get(mask)
    if (known) known.push(index)
    else sets.set(mask, [index])
  })
  const offset = Math.max(...choices.map(({ log }) => log))
  const lists = [...sets.values()].map((list) =>
    list.sort((a, b) => choices[b]!.logOfOne - choices[a]!.logOfOne),
  )
  return {
    masks: [...sets.keys()],
    weights: lists.map((list) =>
      list.reduce((sum, index) => sum + Math.exp(choices[index]!.log - offset), 0),
    ),
    offset,
    choices: lists,
    logOfBest: lists.map((list) => choices[list[0]!]!.logOfOne),
  }
}
