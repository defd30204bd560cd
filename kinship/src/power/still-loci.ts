import type { Locus } from '../types.ts'
import { evidenceLogLikelihood } from './distribution-family.ts'
import type { TypedFamily } from './simulation-table.ts'

/**
 * Where mutation is left out of account: at all loci (`true`), at none (`false`), at these, or (absent) where
 * what is known needs none (the conventions of forrel's `disableMutations`).
 */
export type DisabledMutations = boolean | string[]

/**
 * The loci of a family as its power is computed: without mutation where it is left out of account, so that exclusion
 * is possible and the profiles of a thousand simulations can be weighed in one go.
 */
export function stillLoci(family: TypedFamily, asked?: DisabledMutations): Locus[] {
  return family.loci.map((locus) => {
    if (!locus.mutation || asked === false) return locus
    const still = { ...locus, mutation: null }
    const isStill =
      asked === undefined ? isPossible(family, still) : asked === true || asked.includes(locus.name)
    return isStill ? still : locus
  })
}

function isPossible({ loci: _, ...family }: TypedFamily, locus: Locus): boolean {
  return evidenceLogLikelihood({ ...family, locus }) > Number.NEGATIVE_INFINITY
}
