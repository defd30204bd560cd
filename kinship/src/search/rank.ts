import type { Candidate } from './candidate.ts'
import { exclusionCost } from './shard.ts'

/** Best first; of equal ones in the order of families by name and of profiles in the table. */
export function byRank(one: Candidate, other: Candidate): number {
  if (one.log10LR !== other.log10LR) return one.log10LR > other.log10LR ? -1 : 1
  return byPlace(one, other)
}

/** The same for near misses, where a locus that excludes has its price. */
export function byNearness(one: Candidate, other: Candidate): number {
  const [a, b] = [nearness(one), nearness(other)]
  if (a !== b) return a > b ? -1 : 1
  return byPlace(one, other)
}

function byPlace(one: Candidate, other: Candidate): number {
  if (one.family !== other.family) return one.family < other.family ? -1 : 1
  return one.place - other.place
}

function nearness({ perLocus }: Candidate): number {
  let excluded = 0
  let sum = 0
  for (const { log10LR } of perLocus) {
    if (log10LR === Number.NEGATIVE_INFINITY) excluded++
    else sum += log10LR
  }
  return sum + excluded * exclusionCost
}
