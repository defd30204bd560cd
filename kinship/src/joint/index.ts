export { candidatesOf, countOf } from './candidates.ts'
export { jointIdentification } from './joint-identification.ts'
export { type PairwiseMatrix, pairingsAbove, pairwiseRatios } from './pairwise.ts'
export type {
  Assignment,
  JointIdentification,
  JointInput,
  SeekingFamily,
  Unidentified,
} from './types.ts'
