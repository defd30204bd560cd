import { EMPTY_ROOT, type Hash, nodeHash } from './hash.ts'

/**
 * The right edge of a tree: the roots of its whole subtrees, largest first, one for each 1 in the binary
 * writing of its size. All that is needed to append and to know the root: 23 hashes at five million leaves.
 */
export type Edge = { size: number; hashes: Hash[] }

export const emptyEdge = (): Edge => ({ size: 0, hashes: [] })
export const copyEdge = ({ size, hashes }: Edge): Edge => ({ size, hashes: [...hashes] })

/** The root of a whole subtree of 2^level leaves, the index-th of its level from the left. */
export type Node = { level: number; index: number; hash: Hash }

/** Appends one leaf in place and tells of every subtree that became whole. */
export function append(edge: Edge, leaf: Hash, tell: (node: Node) => void = () => {}): void {
  let hash = leaf
  let index = edge.size
  for (let level = 1; index % 2 === 1; level++) {
    hash = nodeHash(edge.hashes.pop()!, hash)
    index = (index - 1) / 2
    tell({ level, index, hash })
  }
  edge.hashes.push(hash)
  edge.size++
}

export function edgeRoot({ hashes }: Edge): Hash {
  const last = hashes.at(-1)
  if (!last) return EMPTY_ROOT
  return hashes.slice(0, -1).reduceRight((right, left) => nodeHash(left, right), last)
}

/** How many hashes an edge of a tree of this size has. */
export function edgeLength(size: number): number {
  let ones = 0
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) ones += rest % 2
  return ones
}
