import { refuse } from '../refusal.ts'
import type { Person } from '../types.ts'
import { type ExclusionInput, type ExclusionPower, exclusionPower } from './exclusion.ts'

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
  const found = pedigrees.flat().find(({ id }) => id === missing)
  if (!found) {
    return refuse(
      'person-not-placed',
      `The missing person "${missing}" has no place in the pedigree: add them.`,
    )
  }
  const stranger: Person = { id: missing, father: null, mother: null, sex: found.sex }
  const truth = [...withoutName(pedigrees, missing), [stranger]]
  return exclusionPower({ ...options, claim: pedigrees, truth, ids: [missing] })
}

/** The family with its missing member, who is somebody else now, under a name nobody has. */
function withoutName(pedigrees: Person[][], missing: string): Person[][] {
  const names = new Set(pedigrees.flat().map(({ id }) => id))
  let other = `${missing} of the family`
  while (names.has(other)) other = `${other}'`
  const renamed = <Name extends string | null | undefined>(id: Name) => (id === missing ? other : id)
  return pedigrees.map((pedigree) =>
    pedigree.map((person) => ({
      ...person,
      id: renamed(person.id),
      father: renamed(person.father),
      mother: renamed(person.mother),
      ...(person.twinOf && { twinOf: renamed(person.twinOf) }),
    })),
  )
}
