import type { Candidate } from './candidate.ts'
import { byNearness, byRank } from './rank.ts'
import type { SearchResult } from './search.ts'

/**
 * Results of ranges of profiles, or of different families, as one: the same as of one search over all, whatever
 * the order in which they come.
 *
 * @param lists what every shard was asked for
 */
export function mergeSearches(
  results: SearchResult[],
  lists: { top: number; nearMisses?: number },
): SearchResult {
  const candidates = results.flatMap((result) => result.candidates)
  const nearMisses = results.flatMap((result) => result.nearMisses)
  return {
    candidates: bestOfEach(candidates, lists.top, byRank).sort(byRank),
    nearMisses: bestOfEach(nearMisses, lists.nearMisses ?? 0, byNearness).sort(byNearness),
    pairs: results.reduce((sum, { pairs }) => sum + pairs, 0),
    isComplete: results.every(({ isComplete }) => isComplete),
    kernel: results.every(({ kernel }) => kernel === 'simd') ? 'simd' : 'plain',
  }
}

function bestOfEach(
  candidates: Candidate[],
  room: number,
  compare: (one: Candidate, other: Candidate) => number,
): Candidate[] {
  const families = Map.groupBy(candidates, ({ family }) => family)
  return [...families.values()].flatMap((some) => some.sort(compare).slice(0, room))
}
