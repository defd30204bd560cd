export type { Candidate, OtherEvidence } from './candidate.ts'
export type { Bounds } from './exceedance.ts'
export type { Exclusion } from './exclusion-reason.ts'
export {
  type Conditional,
  type FamilyInput,
  type FamilyTable,
  type LocusTable,
  prepareFamilies,
  prepareFamily,
} from './family-table.ts'
export { mergeSearches } from './merge.ts'
export { type Pair, type PairwiseInput, type PairwiseResult, pairwise } from './pairwise.ts'
export {
  type ObservationModel,
  type ProfilesInput,
  type ProfileTable,
  prepareProfiles,
} from './profile-table.ts'
export type { ProfileInput } from './read-profile.ts'
export { type Relationship, type RelationshipName, relationshipOf } from './relationships.ts'
export { type ChanceInput, type SearchInput, type SearchResult, search, withChance } from './search.ts'
export { exclusionCost, type FamilyFinds, type ShardInput, type ShardResult, searchShard } from './shard.ts'
