import { isSame } from './bytes.ts'
import { append, edgeRoot, emptyEdge } from './edge.ts'
import { EMPTY_ROOT, type Hash, nodeHash } from './hash.ts'

export { type Hash, leafHash, nodeHash } from './hash.ts'

/** Leaves `from` to `to` (not included): a whole tree below one node. */
export type Range = readonly [from: number, to: number]

/** The largest power of two smaller than n, for n > 1. In plain numbers: bit operations end at 2^31. */
export function splitOf(n: number): number {
  let k = 1
  while (k * 2 < n) k *= 2
  return k
}

/** Whose hashes prove leaf `index` in the tree of the first `size` leaves, from the leaf's sibling upwards. */
export function inclusionRanges(index: number, size: number): Range[] {
  const path: Range[] = []
  let [from, to] = [0, size]
  while (to - from > 1) {
    const middle = from + splitOf(to - from)
    if (index < middle) {
      path.push([middle, to])
      to = middle
    } else {
      path.push([from, middle])
      from = middle
    }
  }
  return path.reverse()
}

/** Whose hashes prove that the tree of `older` leaves is the beginning of the tree of `newer` (RFC 6962, 2.1.2). */
export function consistencyRanges(older: number, newer: number): Range[] {
  if (older === 0 || older === newer) return []
  const path: Range[] = []
  let [from, to] = [0, newer]
  while (to !== older) {
    const middle = from + splitOf(to - from)
    if (older <= middle) {
      path.push([middle, to])
      to = middle
    } else {
      path.push([from, middle])
      from = middle
    }
  }
  // Where the old tree is a whole left side of the new one, its root is known and is not sent again.
  if (from > 0) path.push([from, to])
  return path.reverse()
}

const rangeRoot = (leaves: readonly Hash[], [from, to]: Range): Hash => rootOf(leaves.slice(from, to))

/** The root over these leaf hashes (MTH, section 2.1), in one pass. */
export function rootOf(leaves: readonly Hash[]): Hash {
  const edge = emptyEdge()
  for (const leaf of leaves) append(edge, leaf)
  return edgeRoot(edge)
}

/** The hashes that prove leaf `index` in the tree over these leaf hashes. */
export const inclusionProof = (leaves: readonly Hash[], index: number): Hash[] =>
  inclusionRanges(index, leaves.length).map((range) => rangeRoot(leaves, range))

/** The hashes that prove the first `older` of these leaves to be the beginning of all of them. */
export const consistencyProof = (leaves: readonly Hash[], older: number): Hash[] =>
  consistencyRanges(older, leaves.length).map((range) => rangeRoot(leaves, range))

const isCount = (n: number): boolean => Number.isSafeInteger(n) && n >= 0
const areHashes = (hashes: readonly Hash[]): boolean => hashes.every((hash) => hash.length === 32)

/** The root that follows from a leaf's hash and its proof; undefined where the proof has the wrong length. */
export function rootFromInclusion(
  index: number,
  size: number,
  leaf: Hash,
  proof: readonly Hash[],
): Hash | undefined {
  if (!isCount(index) || !isCount(size) || index >= size || !areHashes([leaf, ...proof])) return undefined
  const ranges = inclusionRanges(index, size)
  if (ranges.length !== proof.length) return undefined
  return proof.reduce(
    (hash, sibling, at) => (ranges[at]![0] > index ? nodeHash(hash, sibling) : nodeHash(sibling, hash)),
    leaf,
  )
}

/** Whether a leaf stands at `index` in the tree of `size` leaves with this root. */
export function verifyInclusion(
  claim: { index: number; size: number; root: Hash },
  leaf: Hash,
  proof: readonly Hash[],
): boolean {
  const root = rootFromInclusion(claim.index, claim.size, leaf, proof)
  return root !== undefined && isSame(root, claim.root)
}

export type Head = { size: number; root: Hash }

/** Whether the newer tree begins with the whole older one. Every tree begins with the empty one. */
export function verifyConsistency(older: Head, newer: Head, proof: readonly Hash[]): boolean {
  if (!isCount(older.size) || !isCount(newer.size) || older.size > newer.size) return false
  if (older.size === newer.size) return proof.length === 0 && isSame(older.root, newer.root)
  if (older.size === 0) return proof.length === 0 && isSame(older.root, EMPTY_ROOT)
  const ranges = consistencyRanges(older.size, newer.size)
  if (ranges.length !== proof.length || !areHashes([older.root, ...proof])) return false
  // The lowest node is in both trees: the old root itself, or the first hash sent.
  const known = ranges[0]![0] >= older.size ? 0 : 1
  let was = known ? proof[0]! : older.root
  let is = was
  for (let at = known; at < proof.length; at++) {
    const sibling = proof[at]!
    if (ranges[at]![0] >= older.size) is = nodeHash(is, sibling)
    else [was, is] = [nodeHash(sibling, was), nodeHash(sibling, is)]
  }
  return isSame(was, older.root) && isSame(is, newer.root)
}
