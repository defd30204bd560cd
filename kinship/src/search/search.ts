import { type Candidate, candidatesOf, type OtherEvidence, sexesDiffer } from './candidate.ts'
import { strangersAbove } from './chance.ts'
import type { FamilyTable } from './family-table.ts'
import type { ProfileTable } from './profile-table.ts'
import { byNearness, byRank } from './rank.ts'
import { type ShardInput, type ShardResult, searchShard } from './shard.ts'

export type SearchInput = Omit<ShardInput, 'families'> & {
  families: FamilyTable[]
  /**
   * Among what chance is counted: all pairs of these families and all profiles of the table (`search`, the
   * default), the pairs of the candidate's own family, or nothing.
   */
  chance?: 'search' | 'family' | 'none'
  /** What else is known of a listed pair: ratios of age, place, a stated relationship. */
  evidence?: (family: string, profile: string) => OtherEvidence[]
}

export type SearchResult = {
  /** Best first; for each family at most `top`. */
  candidates: Candidate[]
  /** Pairs excluded at one or two loci that would else fit best; for each family at most `nearMisses`. */
  nearMisses: Candidate[]
  /** Pairs compared. */
  pairs: number
  /** `false`: cancelled before the end; what is listed may not be the best. */
  isComplete: boolean
  kernel: ShardResult['kernel']
}

/**
 * Who among the profiles may be whose missing person: the exact likelihood ratio of every pair, the best listed.
 * The result depends on nothing but families, profiles and what is asked; ranges of profiles searched apart are
 * put together by `mergeSearches`.
 *
 * @example Father 1/1 typed, p(1) = 0.1 and p(2) = 0.9, one profile 1/2: the ratio is 0.9 / 0.18 = 5. A stranger does
 *   as well with 1/2 or 1/1, so `expectedByChance` is 0.19.
 * @throws KinshipRefusal `search-range`, `list-length`, `locus-differs`
 */
export function search(input: SearchInput): SearchResult {
  const { families, profiles, evidence, chance = 'search', ignoreSex = false } = input
  const { finds, pairs, isComplete, kernel } = searchShard(input)
  const listed = (list: 'best' | 'near') =>
    finds.flatMap((found) =>
      candidatesOf(
        found.family,
        profiles,
        found[list].map(({ place }) => place),
      ),
    )
  const told = (candidates: Candidate[]) =>
    evidence ? candidates.map((one) => ({ ...one, other: evidence(one.family, one.profile) })) : candidates
  const [candidates, nearMisses] = [told(listed('best')), told(listed('near'))]
  const counted =
    chance === 'none' ? candidates : withChance(candidates, { families, profiles, chance, ignoreSex })
  return {
    candidates: counted.sort(byRank),
    nearMisses: nearMisses.sort(byNearness),
    pairs,
    isComplete,
    kernel,
  }
}

export type ChanceInput = {
  families: FamilyTable[]
  profiles: ProfileTable
  chance: 'search' | 'family'
  ignoreSex?: boolean
}

/** Candidates with how many pairs would do as well by chance; for shards over families, after merging. */
export function withChance(candidates: Candidate[], input: ChanceInput): Candidate[] {
  const { families, profiles, chance, ignoreSex = false } = input
  if (candidates.length === 0) return []
  const lowestOf = (some: Candidate[]) =>
    some.reduce((least, { log10LR }) => Math.min(least, log10LR), Number.POSITIVE_INFINITY)
  const curves = families.flatMap((family) => {
    const asked = chance === 'search' ? candidates : candidates.filter(({ family: id }) => id === family.id)
    if (asked.length === 0) return []
    const isCounted = (sex: FamilyTable['sex']) => ignoreSex || !sexesDiffer(family.sex, sex)
    return [{ id: family.id, above: strangersAbove(family, profiles, lowestOf(asked), isCounted) }]
  })
  return candidates.map((candidate) => {
    let [low, high] = [0, 0]
    for (const { id, above } of curves) {
      if (chance === 'family' && id !== candidate.family) continue
      const bounds = above(candidate.log10LR)
      low += bounds.low
      high += bounds.high
    }
    return { ...candidate, expectedByChance: high, expectedByChanceAtLeast: low }
  })
}
