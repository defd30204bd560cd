import { estimateKappa, logLikelihoodAt, pairTable } from '../../relatedness/ibd-estimate.ts'
import type { Kappa } from '../../relatedness/identity-coefficients.ts'
import { familyOf, inputOf, malformed, textsOf } from './family-input.ts'
import type { Fields, RawCase } from './index.ts'

/** The relationships at which the log likelihood is printed beside the estimate. */
const landmarks: Record<string, Kappa> = {
  UN: [1, 0, 0],
  PO: [0, 1, 0],
  FS: [1 / 4, 1 / 2, 1 / 4],
  HS: [1 / 2, 1 / 2, 0],
  FC: [3 / 4, 1 / 4, 0],
  MZ: [0, 0, 1],
  mid: [0.3, 0.4, 0.3],
}

/** `ibdEstimate`: what a pair shares by descent, estimated from their profiles. */
export function ibdEstimateFields(raw: RawCase): Fields {
  const input = inputOf(raw)
  const { loci, genotypes } = familyOf(input)
  const [id1, id2] = textsOf(input.pair ?? Object.keys(genotypes), 'pair')
  if (id1 === undefined || id2 === undefined) return malformed('pair (two people)')
  const { kappa, N, logLikelihood } = estimateKappa(loci, genotypes, id1, id2)
  const table = pairTable(loci, genotypes, id1, id2)
  return {
    kappa,
    N,
    logLikAtEstimate: logLikelihood,
    logLikAt: Object.fromEntries(
      Object.entries(landmarks).map(([name, at]) => [name, logLikelihoodAt(table, at)]),
    ),
  }
}
