import { isFounder } from '../engine/network.ts'
import {
  evidenceOf,
  type Family,
  type PreparedLocus,
  type Profile,
  prepareLocus,
  readLocus,
} from '../engine/problem.ts'
import { refuse } from '../refusal.ts'
import type { Locus } from '../types.ts'
import { alleleDraw } from './founder-draws.ts'
import type { DropFamily } from './gene-drop.ts'

/** A locus of a family whose profiles are simulated; frequencies sum to 1. */
export type SimulatedLocus = {
  prepared: PreparedLocus
  /** Who is typed already. */
  profiles: Profile[]
  theta: number
}

export function simulatedLocus(locus: Locus, profiles: Profile[], theta: number): SimulatedLocus {
  const sum = locus.frequencies.reduce((total, p) => total + p, 0)
  const frequencies = locus.frequencies.map((p) => p / sum)
  const typed = profiles.filter(({ alleles }) => alleles[locus.name]?.some((allele) => allele !== null))
  return { prepared: prepareLocus({ ...locus, frequencies }), profiles: typed, theta }
}

/** What a person shows, as one number: the smaller index times the number of alleles, plus the larger. */
export function codeOf({ size, silent }: { size: number; silent: number }, a: number, b: number): number {
  let [x, y] = [a, b]
  if (x === silent) x = b
  if (y === silent) y = a
  return x < y ? x * size + y : y * size + x
}

/** The family for gene dropping, and what its typed members show, on a ladder of the alleles they show. */
export function dropFamilyOf(family: Family, { prepared, profiles, theta }: SimulatedLocus) {
  const { people } = family
  const { full, isX, locus } = prepared
  if (isX && people.some(({ sex }) => sex === 'unknown')) {
    refuse('sex-unknown-at-x', `The X locus ${locus.name} needs the sex of everybody in the family.`)
  }
  const reading = readLocus(prepared, profiles)
  const place = new Map(people.map(({ id }, i) => [id, i]))
  const placeOf = (id: string | null) => (id === null ? -1 : place.get(id)!)
  const drop: DropFamily = {
    people,
    father: Int32Array.from(people, ({ father }) => placeOf(father)),
    mother: Int32Array.from(people, ({ mother }) => placeOf(mother)),
    isX,
    size: full.size,
    frequencies: full.frequencies,
    transitions: full.transitions,
    classOf: reading.ladder.classOf,
    draw: alleleDraw(full.frequencies, reading.ladder.classOf),
    theta,
  }
  return { drop, ladder: reading.ladder, evidence: evidenceOf(reading, family) }
}

/** The places of some people and of all their ancestors, in ascending order. */
export function withAncestors({ people, father, mother }: DropFamily, places: number[]): number[] {
  const needed = new Set(places)
  for (let i = people.length - 1; i >= 0; i--) {
    if (!needed.has(i) || isFounder(people[i]!)) continue
    needed.add(father[i]!)
    needed.add(mother[i]!)
  }
  return [...needed].sort((a, b) => a - b)
}
