import { logLikelihoodsWithCoancestry } from '../engine/coancestry.ts'
import {
  evidenceOf,
  type Family,
  familyOf,
  type PreparedLocus,
  type Profile,
  profilesOf,
  readLocus,
} from '../engine/problem.ts'
import { type LocusProblem, logLikelihoods, makeSolver, type Solver } from '../engine/solver.ts'
import { refuse } from '../refusal.ts'
import type { Sex } from '../types.ts'
import type { Problem } from './problem.ts'

/** Somebody in a place of a family, both by index. */
export type Seating = { place: number; person: number }

/** A sum to take: a locus with what is seen of it. */
export type Sum = { locus: PreparedLocus; profiles: Profile[] }

/** Natural logarithms of the likelihoods of a family. */
export function weighSums(solver: Solver, sums: Sum[], theta: number): Float64Array {
  const problems = sums.map(({ locus, profiles }): LocusProblem => {
    const reading = readLocus(locus, profiles)
    return { isX: locus.isX, ladder: reading.ladder, evidence: evidenceOf(reading, solver.family) }
  })
  return theta > 0 ? logLikelihoodsWithCoancestry(solver, problems, theta) : logLikelihoods(solver, problems)
}

/** What every person shows, numbered: people with the same number at a locus show the same there. -1: nothing. */
export type Shown = {
  numbers: Int32Array[]
  profiles: Profile[]
  /** By locus and person: 1 when exactly one genotype fits. */
  isExact: Uint8Array[]
}

export function shownBy(problem: Problem): Shown {
  const { loci, people, dropout } = problem
  const profiles = profilesOf({
    genotypes: Object.fromEntries(people.map(({ id, genotypes }) => [id, genotypes])),
    dropout,
  })
  const inOrder = people.map(({ id }) => profiles.find(({ person }) => person === id)!)
  const numbers = loci.map(({ locus }) => {
    const known = new Map<string, number>()
    return Int32Array.from(inOrder, ({ alleles, dropout: d }, index) => {
      const seen = Object.hasOwn(alleles, locus.name) ? alleles[locus.name]! : []
      if (!seen.some((allele) => allele !== null)) return -1
      const key = JSON.stringify([[...seen].sort(), d, locus.chrom === 'X' ? people[index]!.sex : ''])
      if (!known.has(key)) known.set(key, known.size)
      return known.get(key)!
    })
  })
  return { numbers, profiles: inOrder, isExact: exactlyShown(problem, inOrder) }
}

function exactlyShown({ loci, people }: Problem, profiles: Profile[]): Uint8Array[] {
  const families = people.map(({ id, sex }) => singleton(id, sex))
  return loci.map((locus) =>
    Uint8Array.from(families, (family, person) => {
      const [evidence] = evidenceOf(readLocus(locus, [profiles[person]!]), family)
      return evidence?.isExact ? 1 : 0
    }),
  )
}

/** Somebody who is related to nobody. */
export function singleton(id: string, sex: Sex): Family {
  return familyOf({ name: id, pedigrees: [[{ id, father: null, mother: null, sex }]] })
}

/** Everybody alone, by person and locus. */
export function logsAlone({ loci, people, theta }: Problem, { profiles }: Shown): Float64Array[] {
  return people.map(({ id, sex }, index) => {
    const solver = makeSolver(singleton(id, sex))
    return weighSums(
      solver,
      loci.map((locus) => ({ locus, profiles: [profiles[index]!] })),
      theta,
    )
  })
}

/** Natural logarithm of a family's own likelihood by locus. */
export function logsOfFamily(problem: Problem, family: number, isStrict = true): Float64Array {
  const { engine, genotypes, id } = problem.families[family]!
  const profiles = profilesOf({ genotypes, dropout: problem.dropout })
  const sums = problem.loci.map((locus) => ({ locus, profiles }))
  const logs = weighSums(makeSolver(engine), sums, problem.theta)
  const impossible = logs.indexOf(Number.NEGATIVE_INFINITY)
  if (isStrict && impossible >= 0) {
    const { name } = problem.loci[impossible]!.locus
    refuse(
      'evidence-impossible',
      `What is known of family ${id} at ${name} is impossible in its pedigree, so nobody can be placed in it: allow mutation or check the typing.`,
    )
  }
  return logs
}

/** The family beside people who are no part of it, for co-ancestry: they share the founders' population. */
export function familyBeside(
  { families, people, places }: Problem,
  family: number,
  seated: Seating[],
): Family {
  const { id, pedigrees } = families[family]!
  const seats = new Set(seated.map(({ place }) => places[place]!.seat))
  const rename = (name: string | null) =>
    name !== null && seats.has(name) ? `${name} (still missing)` : name
  const strangers = seated.map(({ place, person }) => [
    { id: places[place]!.seat, father: null, mother: null, sex: people[person]!.sex },
  ])
  const without = pedigrees.map((pedigree) =>
    pedigree.map((member) => ({
      ...member,
      id: rename(member.id)!,
      father: rename(member.father),
      mother: rename(member.mother),
      twinOf: rename(member.twinOf ?? null),
    })),
  )
  return familyOf({ name: id, pedigrees: [...without, ...strangers] })
}
