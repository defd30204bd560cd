export { likelihoodRatio, likelihoods } from './likelihood.ts'
export type * from './types.ts'
