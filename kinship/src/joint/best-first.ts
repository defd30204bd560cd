import { afterLeaving, type Sums } from './sum-product.ts'

/** A way to choose: by layer, the index of a choice of its block. */
export type Way = { log: number; choices: number[] }

type Node = { bound: number; log: number; state: number; layer: number; path: Path | null }
type Path = { choice: number; before: Path | null }

/** Equal weights differ by rounding alone. */
const sameLog = 1e-10

/**
 * The best ways, best first, by A* search (Hart, Nilsson & Raphael 1968). The bound of a way half chosen is the
 * best it can still become, exactly, so nothing is opened that is not among the best.
 *
 * @param logOfOne by layer and choice: the logarithm of its weight
 * @param count the ways asked for, weighed by `waysOf`; those that equal the last one come as well
 */
export function bestWays(
  sums: Sums,
  weightOfNone: number[],
  logOfOne: (layer: number, choice: number) => number,
  waysOf: (way: Way) => number,
  count: number,
): Way[] {
  const { layers, logOfBestFrom } = sums
  const found: Way[] = []
  const start = logOfBestFrom[0]!.get(0) ?? Number.NEGATIVE_INFINITY
  const heap: Node[] = [{ bound: start, log: 0, state: 0, layer: 0, path: null }]
  let left = count
  while (heap.length > 0) {
    const node = pop(heap)
    if (node.bound === Number.NEGATIVE_INFINITY) break
    const isPastEnd = left <= 0 && (found.length === 0 || node.bound < found.at(-1)!.log - sameLog)
    if (isPastEnd || left <= -mostTies) break
    const layer = layers[node.layer]
    if (!layer) {
      const way = { log: node.log, choices: choicesOf(node.path) }
      found.push(way)
      left -= waysOf(way)
      continue
    }
    const next: Node[] = []
    layer.masks.forEach((mask, index) => {
      if ((node.state & mask) !== 0) return
      const { next: state, none } = afterLeaving(node.state | mask, layer, weightOfNone)
      const rest = Math.log(none) + (logOfBestFrom[node.layer + 1]!.get(state) ?? Number.NEGATIVE_INFINITY)
      if (rest === Number.NEGATIVE_INFINITY) return
      for (const choice of layer.choices[index]!) {
        const own = node.log + logOfOne(node.layer, choice)
        const bound = own + rest
        next.push({
          bound,
          log: own + Math.log(none),
          state,
          layer: node.layer + 1,
          path: { choice, before: node.path },
        })
      }
    })
    for (const child of bestOf(next, left + mostTies)) push(heap, child)
  }
  return found
}

/** Ways that may follow because they equal the last one. */
const mostTies = 1000

/** Each node leads to one way at least, of its bound: more than are asked for need not be kept. */
function bestOf(nodes: Node[], count: number): Node[] {
  return nodes.length <= count ? nodes : nodes.sort((a, b) => b.bound - a.bound).slice(0, count)
}

function choicesOf(path: Path | null): number[] {
  const choices: number[] = []
  for (let at = path; at; at = at.before) choices.unshift(at.choice)
  return choices
}

function push(heap: Node[], node: Node): void {
  let at = heap.push(node) - 1
  while (at > 0) {
    const above = (at - 1) >> 1
    if (heap[above]!.bound >= node.bound) break
    heap[at] = heap[above]!
    at = above
  }
  heap[at] = node
}

function pop(heap: Node[]): Node {
  const top = heap[0]!
  const node = heap.pop()!
  if (heap.length === 0) return top
  let at = 0
  for (;;) {
    let below = 2 * at + 1
    if (below + 1 < heap.length && heap[below + 1]!.bound > heap[below]!.bound) below++
    if (below >= heap.length || heap[below]!.bound <= node.bound) break
    heap[at] = heap[below]!
    at = below
  }
  heap[at] = node
  return top
}
