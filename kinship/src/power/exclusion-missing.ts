import type { Person } from '../types.ts'
import { type ExclusionInput, type ExclusionPower, exclusionPower } from './exclusion.ts'
import { besideFamily } from './simulation-table.ts'

/** A family that looks for one of its members. */
export type MissingInput = Pick<
  ExclusionInput,
  'loci' | 'genotypes' | 'theta' | 'dropout' | 'disableMutations'
> & {
  pedigrees: Person[][]
  missing: string
}

/**
 * The power of a family's typed members to exclude a random person of the same sex as their missing one: the
 * probability of a genotype that cannot be in the family's place (`missingPersonEP` of forrel).
 *
 * @example The father p/p is typed and his child missing: a stranger is excluded unless they carry p, so with
 *   probability (1 - p)^2.
 * @throws KinshipRefusal `person-not-placed`, `person-already-typed`, and what `exclusionPower` refuses
 */
export function missingPersonExclusionPower(input: MissingInput): ExclusionPower {
  const { pedigrees, missing, ...options } = input
  const truth = besideFamily(pedigrees, missing)
  return exclusionPower({ ...options, claim: pedigrees, truth, ids: [missing] })
}
