import type { Locus, Note, Sex } from '../types.ts'
import { type Candidate, candidatesOf } from './candidate.ts'
import type { FamilyTable } from './family-table.ts'
import { type ProfileTable, prepareProfiles } from './profile-table.ts'
import type { ProfileInput } from './read-profile.ts'
import { type Relationship, type RelationshipName, relationshipOf } from './relationships.ts'
import { relativeTables } from './relative-tables.ts'
import { withChance } from './search.ts'
import { type ShardInput, searchShard } from './shard.ts'

export type PairwiseInput = {
  loci: Locus[]
  profiles: ProfileInput[]
  /** By name (autosomal loci), or any pedigree with A and B in it. */
  relationships: (RelationshipName | Relationship)[]
  theta?: number
  /** Of each of the two profiles, as in `prepareProfiles`. */
  error?: number
  /** Partners listed for each profile and relationship. */
  top: number
  /** `family`: pairs with the one profile; `search`, the default: all pairs. */
  chance?: 'search' | 'family' | 'none'
} & Pick<ShardInput, 'lowest' | 'mayBe' | 'onProgress' | 'isCancelled' | 'isPlain'>

/** Two profiles and a relationship; for one that goes either way, `a` comes first in the list of profiles. */
export type Pair = {
  a: string
  b: string
  relationship: string
  /** Pairs that would do so well if nobody were related, at most; `null` when not asked for. */
  expectedByChance: number | null
} & Pick<Candidate, 'log10LR' | 'loci' | 'perLocus' | 'excludedAt' | 'exclusions'>

export type PairwiseResult = { pairs: Pair[]; isComplete: boolean; notes: Note[] }

/**
 * Who among the profiles are one person, parent and child, siblings, or related in any given way, against
 * unrelated; exactly, by a table of genotypes of one against genotypes of the other for each locus. "Unrelated": A
 * has their place in the pedigree and somebody else that of B (which is the same unless alleles mutate by a model
 * that changes their frequencies).
 *
 * @example Two profiles 1/1, p(1) = 0.1: direct 1/0.01 = 100; parent-child 1/0.1 = 10; full siblings
 *   (1 + 0.1)^2 / (4 * 0.01) = 30.25.
 * @throws KinshipRefusal what `prepareProfiles` and `prepareFamily` refuse
 */
export function pairwise(input: PairwiseInput): PairwiseResult {
  const { error = 0 } = input
  const both = 1 - (1 - error) ** 2
  const result: PairwiseResult = { pairs: [], isComplete: true, notes: [] }
  const autosomal = input.loci.filter(({ chrom }) => chrom !== 'X')
  const noteX =
    autosomal.length < input.loci.length && input.relationships.some((one) => typeof one === 'string')
  for (const asked of input.relationships) {
    if (!result.isComplete) break
    const loci = typeof asked === 'string' ? autosomal : input.loci
    const profiles = prepareProfiles({ loci, profiles: input.profiles, error: both })
    const { pairs, isComplete } = pairsOf(asked, loci, profiles, input)
    result.pairs.push(...pairs)
    result.isComplete = isComplete
    if (typeof asked !== 'string') result.notes.push(...profiles.notes)
  }
  if (noteX) {
    const message =
      'X loci are left out of relationships by name, which do not say through whom people are related.'
    result.notes.push({ code: 'x-left-out', message })
  }
  return result
}

function pairsOf(
  asked: RelationshipName | Relationship,
  loci: Locus[],
  profiles: ProfileTable,
  input: PairwiseInput,
): { pairs: Pair[]; isComplete: boolean } {
  const { theta = 0, mayBe, chance = 'search' } = input
  const example = typeof asked === 'string' ? relationshipOf(asked, 'unknown') : asked
  const tables = relativeTables(loci, profiles, relationshipFor(asked), theta)
  const families = tables.filter((table) => table !== null)
  const { finds, isComplete } = searchShard({
    ...input,
    families,
    profiles,
    mayBe: (a, b) => a !== b && (mayBe?.(a, b) ?? true),
  })
  const placeOf = new Map(profiles.ids.map((id, place) => [id, place]))
  const listed = new Map<FamilyTable, Set<number>>()
  for (const { family, best } of finds) {
    for (const { place } of best) {
      const own = placeOf.get(family.id)!
      const isTurned = !example.isDirected && place < own && tables[place] !== null
      const from = isTurned ? tables[place]! : family
      listed.set(from, (listed.get(from) ?? new Set()).add(isTurned ? own : place))
    }
  }
  const found = [...listed].flatMap(([family, places]) => candidatesOf(family, profiles, [...places]))
  const counted = chance === 'none' ? found : withChance(found, { families, profiles, chance })
  // A pair that goes either way was counted from both of its sides.
  const sides = chance === 'search' && !example.isDirected ? 2 : 1
  return { pairs: counted.map((one) => toPair(one, example.name, sides)).sort(byRatio), isComplete }
}

/** A given pedigree is for an A of its own sex. */
function relationshipFor(asked: RelationshipName | Relationship): (sex: Sex) => Relationship | null {
  if (typeof asked === 'string') return (sex) => relationshipOf(asked, sex)
  const own = asked.pedigrees.flat().find(({ id }) => id === asked.a)?.sex ?? 'unknown'
  return (sex) => (own === 'unknown' || sex === 'unknown' || own === sex ? asked : null)
}

function toPair(candidate: Candidate, relationship: string, sides: number): Pair {
  const { family, profile, log10LR, loci, perLocus, excludedAt, exclusions, expectedByChance } = candidate
  return {
    a: family,
    b: profile,
    relationship,
    log10LR,
    loci,
    perLocus,
    excludedAt,
    exclusions,
    expectedByChance: expectedByChance === null ? null : expectedByChance / sides,
  }
}

function byRatio(one: Pair, other: Pair): number {
  if (one.log10LR !== other.log10LR) return one.log10LR > other.log10LR ? -1 : 1
  if (one.a !== other.a) return one.a < other.a ? -1 : 1
  return one.b < other.b ? -1 : 1
}
