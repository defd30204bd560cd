export {
  type FrequencyTable,
  type LociChoice,
  lociFrom,
  lociWithChanges,
  type MutationChoice,
  quotedMutationRates,
  type TableLocus,
} from './frequency-table.ts'
export { canonicalJson, hashOf } from './hash-canonical-json.ts'
export { type DrawnUnion, layoutPedigree, type PedigreeLayout, type Point } from './layout/layout.ts'
export { type CaseFrame, type Likelihoods, likelihoods, prepareLikelihoods } from './likelihood.ts'
export { type LikelihoodRatios, likelihoodRatio, prepareLikelihoodRatio } from './likelihood-ratio.ts'
export { type LinkedLikelihoods, linkedLikelihoods } from './linked.ts'
export {
  type LocusChange,
  type MinimumFrequency,
  minimumFrequencyRules,
  minimumOf,
} from './minimum-frequency.ts'
export {
  isAlwaysLumpable,
  isBounded,
  isLumpable,
  isReversible,
  isStationary,
  overallMutationRate,
} from './mutation/properties.ts'
export { randomMutationMatrix } from './mutation/random.ts'
export { type ReversibleMethod, reversible } from './mutation/reversible.ts'
export { stabilised, stationaryDistribution } from './mutation/stabilised.ts'
export { mutationMatrix, silentAllele, transformed } from './mutation.ts'
export { pedigreeProblems } from './pedigree.ts'
export { type GenotypeDistribution, genotypeDistribution } from './power/distribution.ts'
export type { FamilyAtLocus } from './power/distribution-family.ts'
export { type ExclusionInput, type ExclusionPower, exclusionPower } from './power/exclusion.ts'
export { type MissingInput, missingPersonExclusionPower } from './power/exclusion-missing.ts'
export { expectedRatio } from './power/expected.ts'
export {
  type Answer,
  type LociOrigin,
  type Provenance,
  type WeighOptions,
  type WeighRecord,
  weigh,
} from './provenance.ts'
export { type Computation, type ComputedRecord, computed } from './provenance-computed.ts'
export { KinshipRefusal } from './refusal.ts'
export { type Replay, replay } from './replay.ts'
export type { Difference } from './replay-difference.ts'
export { readRecord, writeRecord } from './replay-record.ts'
export {
  type Band,
  type CustomScale,
  customScale,
  getVerbalScale,
  type Verbal,
  type VerbalScale,
  verbalBand,
  verbalScales,
} from './scales.ts'
export { posterior, posteriors } from './scales-posterior.ts'
export { type Sensitivity, type SensitivityCell, type SensitivityGrid, sensitivity } from './sensitivity.ts'
export type { MutationVariant } from './sensitivity-mutation.ts'
export { type Merge, mergeTables, type WeightedTable } from './table-mixture.ts'
export { type CaseOfUnknownPopulation, type MixtureRatio, mixtureRatio } from './table-mixture-ratio.ts'
export {
  tableUncertaintyTheta,
  type UncertainTableRatio,
  uncertainTableRatio,
} from './table-mixture-theta.ts'
export { type CaseByTable, likelihoodRatioByTable, type TableComparison } from './tables-compared.ts'
export type * from './types.ts'
export { engine } from './version.ts'
