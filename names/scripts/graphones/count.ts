import { BEGIN, END, printChance, printNumber } from '../../src/graphones/ngrams.ts'

type Node = { symbol: number; count: number; p: number; backoff: number; next: Map<number, Node> }

const newNode = (symbol: number): Node => ({ symbol, count: 0, p: 0, backoff: 1, next: new Map() })

const childOf = (node: Node, symbol: number): Node => {
  let child = node.next.get(symbol)
  if (!child) {
    child = newNode(symbol)
    node.next.set(symbol, child)
  }
  return child
}

const find = (root: Node, path: readonly number[]): Node | undefined => {
  let node: Node | undefined = root
  for (const symbol of path) node = node?.next.get(symbol)
  return node
}

/** Counts of all runs of up to `order` symbols; each sequence is between BEGIN and END. */
const countRuns = (sequences: Iterable<readonly number[]>, order: number): Node => {
  const root = newNode(-1)
  for (const sequence of sequences) {
    const all = [BEGIN, ...sequence, END]
    for (let from = 0; from < all.length; from++) {
      let node = root
      for (let at = from; at < Math.min(all.length, from + order); at++) {
        node = childOf(node, all[at]!)
        node.count++
      }
    }
  }
  return root
}

const walk = (node: Node, path: number[], visit: (node: Node, path: number[]) => void): void => {
  visit(node, path)
  for (const child of node.next.values()) walk(child, [...path, child.symbol], visit)
}

/** Kneser-Ney: below the highest order a run counts once for each symbol seen before it; BEGIN has none. */
const toContinuations = (root: Node, order: number): void => {
  const before = new Map<Node, number>()
  walk(root, [], (_, path) => {
    if (path.length < 2) return
    const shorter = find(root, path.slice(1))!
    before.set(shorter, (before.get(shorter) ?? 0) + 1)
  })
  walk(root, [], (node, path) => {
    if (path.length === 1 && path[0] === BEGIN) node.count = 0
    else if (path.length > 0 && path.length < order && path[0] !== BEGIN) node.count = before.get(node) ?? 0
  })
}

/** Drops runs of three or more symbols seen less than `least` times that nothing longer needs. */
const cutRare = (node: Node, depth: number, least: number): void => {
  for (const [symbol, child] of node.next) {
    cutRare(child, depth + 1, least)
    if (depth + 1 >= 3 && child.count < least && child.next.size === 0) node.next.delete(symbol)
  }
}

const DISCOUNT = 0.75

/** Interpolated absolute discounting, shorter contexts first (the walk is by depth). */
const smooth = (root: Node, order: number, symbols: number, least: number): void => {
  for (let depth = 0; depth < order; depth++) {
    walk(root, [], (node, path) => {
      if (path.length !== depth || node.next.size === 0) return
      const children = [...node.next.values()]
      const total = children.reduce((sum, child) => sum + child.count, 0)
      const left = (DISCOUNT * children.filter((c) => c.count > 0).length) / Math.max(1, total)
      for (const child of children) {
        const lower = depth === 0 ? 1 / symbols : chanceOf(root, path.slice(1), child.symbol)
        child.p = Math.max(0, child.count - DISCOUNT) / Math.max(1, total) + left * lower
      }
      node.backoff = left
    })
  }
  cutRare(root, 0, least)
  walk(root, [], (node, path) => {
    if (path.length === 0 || node.next.size === 0) return
    let [seen, lower] = [0, 0]
    for (const child of node.next.values()) {
      seen += child.p
      lower += chanceOf(root, path.slice(1), child.symbol)
    }
    node.backoff = Math.max(1e-4, 1 - seen) / Math.max(1e-4, 1 - lower)
  })
}

const chanceOf = (root: Node, context: readonly number[], symbol: number): number => {
  let p = 1
  for (let from = 0; from <= context.length; from++) {
    const node = find(root, context.slice(from))
    const child = node?.next.get(symbol)
    if (child) return p * child.p
    if (node) p *= node.next.size > 0 ? node.backoff : 1
  }
  return p / 1e7
}

/** A model of `order` symbols as the text `readNgrams` reads. Runs of 3 and more seen once are left out. */
export const printNgrams = (
  sequences: Iterable<readonly number[]>,
  symbols: number,
  order: number,
  least: number,
): string => {
  const root = countRuns(sequences, order)
  toContinuations(root, order)
  smooth(root, order, symbols, least)
  let size = 0
  walk(root, [], () => size++)
  const parts = [printNumber(symbols), printNumber(size), printNumber(order)]
  let level = [root]
  for (let depth = 0; depth < order; depth++) {
    const deeper: Node[] = []
    for (const node of level) {
      const children = [...node.next.values()].sort((x, y) => x.symbol - y.symbol)
      parts.push(printNumber(children.length))
      if (children.length > 0) parts.push(printChance(node.backoff))
      let before = -1
      for (const child of children) {
        parts.push(printNumber(child.symbol - before - 1), printChance(child.p))
        before = child.symbol
        deeper.push(child)
      }
    }
    level = deeper
  }
  return parts.join('')
}

/** A model without contexts, as the text `readNgrams` reads: the probability of each symbol. */
export const printUnigrams = (chances: readonly number[]): string => {
  const head = [printNumber(chances.length), printNumber(chances.length + 1), printNumber(1)]
  const rows = chances.map((p) => printNumber(0) + printChance(p))
  return [...head, printNumber(chances.length), printChance(1), ...rows].join('')
}
