import { checkPairwiseFields } from './check-pairwise.ts'
import { dviJointFields } from './dvi-joint.ts'
import { dviPairwiseFields } from './dvi-pairwise.ts'
import { exclusionPowerFields } from './exclusion-power.ts'
import { expectedFields } from './expected-lr.ts'
import { fEstimateFields } from './f-estimate.ts'
import { findExclusionsFields } from './find-exclusions.ts'
import { ibdEstimateFields } from './ibd-estimate.ts'
import { likelihoodFields, ratioFields } from './likelihood.ts'
import { linkedFields } from './linked.ts'
import { missingPersonFields } from './missing-person-ep.ts'
import { selectionFields } from './mpp-sims.ts'
import { mutationMatrixFields } from './mutation-matrix.ts'
import { distributionFields } from './one-marker-distribution.ts'
import { powerSimulationFields } from './power-simulation.ts'
import { rankProfilesFields } from './rank-profiles.ts'
import { relatednessFields } from './relatedness.ts'

/** A case as it stands in the file; every kind checks what it reads. */
export type RawCase = Record<string, unknown>

/** What a kind prints. Infinities are numbers here, and become strings when written. */
export type Fields = Record<string, unknown>

/** Every kind of the case format that is computed; one file each, which reads the case and prints the fields. */
export const kinds: Record<string, (raw: RawCase) => Fields> = {
  likelihood: likelihoodFields,
  likelihoodRatio: ratioFields,
  likelihoodTwoLinkedMarkers: linkedFields,
  mutationMatrix: mutationMatrixFields,
  exclusionPower: exclusionPowerFields,
  missingPersonEP: missingPersonFields,
  oneMarkerDistribution: distributionFields,
  expectedLR: expectedFields,
  relatedness: relatednessFields,
  findExclusions: findExclusionsFields,
  rankProfiles: rankProfilesFields,
  MPPsims: selectionFields,
  powerSimulation: powerSimulationFields,
  ibdEstimate: ibdEstimateFields,
  fEstimate: fEstimateFields,
  checkPairwise: checkPairwiseFields,
  dviPairwise: dviPairwiseFields,
  dviJoint: dviJointFields,
}
