import { EMPTY_ROOT, type Hash, nodeHash } from './hash.ts'
import { splitOf } from './merkle.ts'

/** The tree as RFC 6962 defines it, word for word: the slow twin that the fast one must agree with. */

/** MTH(D[n]), section 2.1, over leaf hashes. */
export function slowRoot(leaves: readonly Hash[]): Hash {
  if (leaves.length === 0) return EMPTY_ROOT
  if (leaves.length === 1) return leaves[0]!
  const k = splitOf(leaves.length)
  return nodeHash(slowRoot(leaves.slice(0, k)), slowRoot(leaves.slice(k)))
}

/** PATH(m, D[n]), section 2.1.1. */
export function slowPath(m: number, leaves: readonly Hash[]): Hash[] {
  const n = leaves.length
  if (n === 1) return []
  const k = splitOf(n)
  return m < k
    ? [...slowPath(m, leaves.slice(0, k)), slowRoot(leaves.slice(k))]
    : [...slowPath(m - k, leaves.slice(k)), slowRoot(leaves.slice(0, k))]
}

/** PROOF(m, D[n]), section 2.1.2, for 0 < m < n. */
export const slowProof = (m: number, leaves: readonly Hash[]): Hash[] => subProof(m, leaves, true)

function subProof(m: number, leaves: readonly Hash[], isWhole: boolean): Hash[] {
  const n = leaves.length
  if (m === n) return isWhole ? [] : [slowRoot(leaves)]
  const k = splitOf(n)
  return m <= k
    ? [...subProof(m, leaves.slice(0, k), isWhole), slowRoot(leaves.slice(k))]
    : [...subProof(m - k, leaves.slice(k), false), slowRoot(leaves.slice(0, k))]
}
