import { checkTypedPeople, type Family, familyOf, profilesOf } from '../engine/problem.ts'
import { makeSolver, type Solver } from '../engine/solver.ts'
import { type Random, randomFrom } from '../random.ts'
import { refuse } from '../refusal.ts'
import type { Genotypes, Locus, Person } from '../types.ts'
import { knownAt } from './distribution-family.ts'
import { simulatedGenotypes } from './simulated-genotypes.ts'
import { type SimulatedLocus, simulatedLocus } from './simulated-locus.ts'
import { besideFamily, refuseTyped, type TypedFamily } from './simulation-table.ts'

/** A family whose profiles are simulated: what does not depend on the profiles, done once. */
export type PreparedFamily = {
  missing: Person
  family: Family
  genotypes: Genotypes
  theta: number
  loci: SimulatedLocus[]
  related: Solver
  /** With theta, the family and the missing person beside it; without, they are independent. */
  unrelated: Solver | null
}

/** One locus in every simulation; `shown` by person, for those drawn there, the missing person among them. */
export type LocusDraws = { at: SimulatedLocus; shown: Map<string, Int32Array>; stranger: Int32Array }

/** @throws KinshipRefusal `missing-is-typed`, `person-not-placed` and what the engine refuses */
export function prepareFamily(input: TypedFamily, missing: string): PreparedFamily {
  refuseTyped(input, missing)
  const { pedigrees, genotypes, theta = 0 } = input
  const person = pedigrees.flat().find(({ id }) => id === missing)
  const beside = besideFamily(pedigrees, missing)
  if (!person)
    return refuse('person-not-placed', `"${missing}" has no place in the pedigree: add them there.`)
  if (!(theta >= 0 && theta < 1)) refuse('theta-range', 'Theta must be from 0 to below 1.')
  const family = familyOf({ name: 'related', pedigrees })
  checkTypedPeople(genotypes, [family])
  const profiles = profilesOf({ genotypes, ...(input.dropout && { dropout: input.dropout }) })
  return {
    missing: person,
    family,
    genotypes,
    theta,
    loci: input.loci.map((locus) => simulatedLocus(locus, profiles, theta)),
    related: makeSolver(family),
    unrelated: theta > 0 ? makeSolver(familyOf({ name: 'unrelated', pedigrees: beside })) : null,
  }
}

/** Whether something is seen of a person at a locus already. */
export function isKnownAt(genotypes: Genotypes, id: string, locus: Locus): boolean {
  return knownAt(genotypes, id, locus.name).some((allele) => allele !== null)
}

/**
 * Profiles of some relatives, of the missing person and of a stranger, drawn together locus by locus given who is
 * typed; nobody is drawn where they are typed already. Each locus has a stream of its own.
 */
export function drawFamily(
  prepared: PreparedFamily,
  ids: string[],
  runs: number,
  seed: number,
): LocusDraws[] {
  const streams = randomFrom(seed)
  return prepared.loci.map((at) =>
    drawLocus(prepared, at, ids, runs, randomFrom(Math.floor(streams() * 2 ** 52))),
  )
}

function drawLocus(
  { missing, family, genotypes }: PreparedFamily,
  at: SimulatedLocus,
  ids: string[],
  count: number,
  random: Random,
): LocusDraws {
  const drawn = [...ids.filter((id) => !isKnownAt(genotypes, id, at.prepared.locus)), missing.id]
  const sex = missing.sex === 'male' ? 'male' : 'female'
  const { shown, stranger } = simulatedGenotypes(family, at, { ids: drawn, sex, count, random })
  return { at, shown: new Map(drawn.map((id, i) => [id, shown[i]!])), stranger }
}
