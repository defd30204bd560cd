import { refuse } from '../refusal.ts'
import type { Genotypes, Locus } from '../types.ts'
import type { Kappa } from './identity-coefficients.ts'
import { maximumOfMixture, mixtureLogLikelihood } from './mixture-maximum.ts'
import { pairLikelihoods } from './pair-likelihood.ts'

export type IbdEstimate = {
  /** The maximum likelihood estimate of the shares of 0, 1 and 2 alleles identical by descent. */
  kappa: Kappa
  /** Loci at which both are fully typed. */
  N: number
  /** Natural logarithm. */
  logLikelihood: number
}

/** Both people's genotypes per locus, as probabilities given 0, 1 and 2 shared alleles. */
export function pairTable(loci: Locus[], genotypes: Genotypes, id1: string, id2: string): number[][] {
  return loci.map((locus) => pairLikelihoods(locus, genotypes, id1, id2)).filter((row) => row !== null)
}

/**
 * How much two people share by descent, estimated from their profiles alone (Thompson 1975): what they really
 * share, which varies about what their relationship predicts. Loci are independent, nobody is inbred, nothing
 * mutates.
 *
 * @throws KinshipRefusal `no-shared-loci` when there is no locus at which both are fully typed
 * @example Two people both 9/9 at every locus, 9 being rare: kappa = [0, 0, 1].
 */
export function estimateKappa(loci: Locus[], genotypes: Genotypes, id1: string, id2: string): IbdEstimate {
  const table = pairTable(loci, genotypes, id1, id2)
  if (table.length === 0) {
    refuse(
      'no-shared-loci',
      `"${id1}" and "${id2}" have no locus at which both are fully typed: nothing can be estimated.`,
    )
  }
  const { weights, logLikelihood } = maximumOfMixture(table)
  return { kappa: [weights[0]!, weights[1]!, weights[2]!], N: table.length, logLikelihood }
}

/** The log likelihood of two profiles at given sharing; -Infinity where it cannot have produced them. */
export function logLikelihoodAt(table: number[][], kappa: Kappa): number {
  return mixtureLogLikelihood(table, kappa)
}
