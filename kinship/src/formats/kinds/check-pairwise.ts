import { checkPairwise } from '../../relatedness/check-pairwise.ts'
import { countOf, familyOf, inputOf, textsOf } from './family-input.ts'
import type { Fields, RawCase } from './index.ts'

/** `checkPairwise`: a row for every pair of typed people, the profiles' sharing beside the pedigree's. */
export function checkPairwiseFields(raw: RawCase): Fields {
  const input = inputOf(raw)
  const { pedigrees, loci, genotypes } = familyOf(input)
  const runs = countOf(input.nsim, 'nsim', 0)
  const checks = checkPairwise(pedigrees, loci, genotypes, {
    ...(input.ids != null && { ids: textsOf(input.ids, 'ids') }),
    runs,
    seed: countOf(input.seed, 'seed', 1),
  })
  return {
    rows: checks.map(({ id1, id2, estimate, kappa, relationship, logRatio, pValue }) => {
      const [k0, k1, k2] = estimate?.kappa ?? [null, null, null]
      const [kappa0, kappa1, kappa2] = kappa
      return {
        ...{ id1, id2, N: estimate?.N ?? 0, k0, k1, k2, kappa0, kappa1, kappa2 },
        pedrel: relationship,
        GLR: logRatio === null ? null : Math.exp(logRatio),
        ...(runs > 0 && { pval: pValue }),
      }
    }),
  }
}
