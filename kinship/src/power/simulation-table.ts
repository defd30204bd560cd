import { refuse } from '../refusal.ts'
import type { Genotypes, Locus, Person } from '../types.ts'
import { genotypeDistribution } from './distribution.ts'
import type { ShownGenotype } from './distribution-genotypes.ts'

/** A family, the loci it is typed at and who is typed. */
export type TypedFamily = {
  pedigrees: Person[][]
  loci: Locus[]
  genotypes: Genotypes
  theta?: number
  dropout?: Record<string, number>
}

/** One locus: what a person may show, how probable that is, and what it would weigh. */
export type RatioTable = {
  locus: string
  genotypes: ShownGenotype[]
  /** Given the typed relatives, if the person is the missing one. */
  related: Float64Array
  /** If the person is unrelated. */
  unrelated: Float64Array
  /** log10 of `related / unrelated`; -Infinity: excluded. Meaningless, 0, where both are 0. */
  log10Ratios: Float64Array
}

/**
 * Per locus, every genotype that the missing person may show, with its probability and its likelihood ratio
 * "the missing person" against "unrelated": all that a simulation needs, computed once.
 *
 * @throws KinshipRefusal `missing-is-typed`, and whatever `genotypeDistribution` refuses
 * @example Father 1/1 typed, child missing, p(1) = 0.1: a child 1/1 has probability 0.1 and ratio 0.1/0.01 = 10.
 */
export function ratioTables(family: TypedFamily, missing: string): RatioTable[] {
  return family.loci.map((locus) => ratioTable(family, missing, locus))
}

/** The table of one of the loci. */
export function ratioTable(family: TypedFamily, missing: string, locus: Locus): RatioTable {
  refuseTyped(family, missing)
  const { pedigrees, loci: _, ...known } = family
  const related = genotypeDistribution({ ...known, pedigrees, locus }, [missing])
  const apart = besideFamily(pedigrees, missing)
  const unrelated = genotypeDistribution({ ...known, pedigrees: apart, locus }, [missing])
  return {
    locus: locus.name,
    genotypes: related.genotypes[0]!,
    related: related.probabilities,
    unrelated: unrelated.probabilities,
    log10Ratios: related.probabilities.map((above, index) => {
      const below = unrelated.probabilities[index]!
      return above === below ? 0 : Math.log10(above / below)
    }),
  }
}

/** @throws KinshipRefusal `missing-is-typed` */
export function refuseTyped({ genotypes }: TypedFamily, missing: string): void {
  const profile = Object.hasOwn(genotypes, missing) ? Object.values(genotypes[missing]!) : []
  if (!profile.flat().some((allele) => allele !== null)) return
  refuse('missing-is-typed', `"${missing}" is looked for and has a profile already: leave the profile out.`)
}

/**
 * The same family with the missing person's place held by somebody unnamed, and the missing person alone beside
 * it: "unrelated".
 *
 * @throws KinshipRefusal `person-not-placed`
 */
export function besideFamily(pedigrees: Person[][], missing: string): Person[][] {
  const people = pedigrees.flat()
  const found = people.find(({ id }) => id === missing)
  if (!found) {
    return refuse(
      'person-not-placed',
      `The missing person "${missing}" has no place in the pedigree: add them there.`,
    )
  }
  const named = new Set(people.map(({ id }) => id))
  let place = `?${missing}`
  while (named.has(place)) place = `?${place}`
  const renamed = (id: string | null) => (id === missing ? place : id)
  const family = pedigrees.map((pedigree) =>
    pedigree.map(({ id, father, mother, twinOf, ...person }) => ({
      ...person,
      id: id === missing ? place : id,
      father: renamed(father),
      mother: renamed(mother),
      ...(twinOf != null && { twinOf: renamed(twinOf) }),
    })),
  )
  return [...family, [{ id: missing, father: null, mother: null, sex: found.sex }]]
}
