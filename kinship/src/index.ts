export { type CombinedEvidence, type CombinedInput, combinedEvidence } from './combined/combined-evidence.ts'
export type { EvidencePart } from './combined/evidence-parts.ts'
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
export { clanDifferentiation } from './lineage/clan.ts'
export type { DatabaseScope, HaplotypeDatabase } from './lineage/database.ts'
export type { HaplotypeFinding, LineageEvidence, LineVerdict } from './lineage/evidence.ts'
export { type Line, linesOf } from './lineage/lines.ts'
export {
  countedProbability,
  kappaProbability,
  type MatchMethod,
  upperBound,
} from './lineage/match-probability.ts'
export { type MtEvidenceInput, mtEvidence } from './lineage/mt-evidence.ts'
export { type MtHaplotype, type MtRange, mtDifferences } from './lineage/mt-haplotype.ts'
export { type YEvidenceInput, yEvidence } from './lineage/y-evidence.ts'
export type { YHaplotype } from './lineage/y-haplotype.ts'
export type { YMutation } from './lineage/y-mutation.ts'
export { countedYMutation, type YstrRate, ystrRates } from './lineage/ystr-rates.ts'
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
export {
  type AgeInput,
  ageRatio,
  type BirthDateInput,
  type Births,
  birthDateRatio,
} from './nongenetic/age.ts'
export { type BirthInterval, bornAt, bornOn } from './nongenetic/birth-interval.ts'
export { type CategoricalInput, categoricalRatio, type RecordingError } from './nongenetic/categorical.ts'
export {
  type CombinedTraits,
  combineNongenetic,
  type StatedIndependence,
} from './nongenetic/combine-traits.ts'
export { type PigmentationInput, pigmentationRatio } from './nongenetic/pigmentation.ts'
export type { TraitRatio } from './nongenetic/trait-ratio.ts'
export { colourRatio, markRatio, placeRatio, sexRatio } from './nongenetic/traits.ts'
export { pedigreeProblems } from './pedigree.ts'
export { type GenotypeDistribution, genotypeDistribution } from './power/distribution.ts'
export type { FamilyAtLocus } from './power/distribution-family.ts'
export { type ExclusionInput, type ExclusionPower, exclusionPower } from './power/exclusion.ts'
export { type MissingInput, missingPersonExclusionPower } from './power/exclusion-missing.ts'
export { type ExclusionOptions, type Exclusions, findExclusions } from './power/exclusions.ts'
export { expectedRatio } from './power/expected.ts'
export { type ProfileRanking, type Ranked, type RankingOptions, rankProfiles } from './power/ranking.ts'
export { type Power, type PowerOptions, simulatePower } from './power/simulation.ts'
export {
  compareSelections,
  type SelectionOptions,
  type SelectionOutcome,
} from './power/simulation-selections.ts'
export type { TypedFamily } from './power/simulation-table.ts'
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
export { checkPairwise, type PairCheck, type PairwiseOptions } from './relatedness/check-pairwise.ts'
export { estimateKappa, type IbdEstimate } from './relatedness/ibd-estimate.ts'
export type { Kappa } from './relatedness/identity-coefficients.ts'
export { estimateInbreeding, type InbreedingEstimate } from './relatedness/inbreeding-estimate.ts'
export { identityCoefficients, type Relatedness, relatedness } from './relatedness/relatedness.ts'
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
