import { checkFrequencies } from '../engine/ladder.ts'
import {
  checkTypedPeople,
  type Family,
  familyOf,
  type PreparedLocus,
  prepareLocus,
} from '../engine/problem.ts'
import { refuse } from '../refusal.ts'
import type { Genotypes, Person } from '../types.ts'
import { settledLoci } from './settled-loci.ts'
import type { JointInput, SeekingFamily, Unidentified } from './types.ts'

/** A missing person's place in a family, and who may be that person (by index). */
export type Place = {
  id: string
  family: number
  /** Under which id whoever is placed there stands in the engine's family. */
  seat: string
  candidates: number[]
}

/** A family as the engine reads it, with its typed members. */
export type WeighedFamily = { id: string; pedigrees: Person[][]; engine: Family; genotypes: Genotypes }

/** Checked input: people, places and families by index. */
export type Problem = {
  loci: PreparedLocus[]
  theta: number
  dropout: Record<string, number>
  people: Unidentified[]
  families: WeighedFamily[]
  places: Place[]
  /** By person: the weight of being nobody of the missing; 0 where the pairings rule that out. */
  weightOfNone: number[]
  /** By person and place. */
  weightOf: (person: number, place: number) => number
}

/** @throws KinshipRefusal naming what does not fit together */
export function toProblem(input: JointInput): Problem {
  const { loci, theta = 0, dropout = {}, unidentified: people, families, genotypes } = input
  if (!(theta >= 0 && theta < 1)) refuse('theta-range', 'Theta must be from 0 to below 1.')
  refuseTwice(
    loci.map(({ name }) => name),
    'locus-twice',
    'The locus',
  )
  refuseTwice(
    people.map(({ id }) => id),
    'unidentified-twice',
    'The unidentified person',
  )
  refuseTwice(
    families.flatMap(({ missing }) => missing),
    'missing-twice',
    'The missing person',
  )
  checkPlaced(genotypes, families)
  const places = placesOf(input)
  const weightIn = (person: number, target: string) => weightFor(input, people[person]!.id, target)
  return {
    loci: preparedLoci(input),
    theta,
    dropout,
    people,
    families: families.map((family) => weighedFamily(family, places, genotypes)),
    places,
    weightOfNone: people.map(({ id }, person) =>
      mayBe(input.pairings, id, '*') ? weightIn(person, '*') : 0,
    ),
    weightOf: (person, place) => weightIn(person, places[place]!.id),
  }
}

/** Each locus is checked as it is given, then settled. */
function preparedLoci({ loci, genotypes, unidentified }: JointInput): PreparedLocus[] {
  for (const locus of loci) checkFrequencies(locus)
  const profiles = [...Object.values(genotypes), ...unidentified.map((person) => person.genotypes)]
  return settledLoci(loci, profiles).map(prepareLocus)
}

function refuseTwice(names: string[], code: string, what: string): void {
  const twice = names.find((name, index) => names.indexOf(name) < index)
  if (twice !== undefined) refuse(code, `${what} "${twice}" is listed twice; each needs one name.`)
}

function checkPlaced(genotypes: Genotypes, families: SeekingFamily[]): void {
  const members = families.flatMap(({ pedigrees }) => pedigrees.flat().map(({ id }) => id))
  for (const id of Object.keys(genotypes)) {
    const places = members.filter((member) => member === id).length
    if (places > 1) refuse('person-twice', `The typed "${id}" stands in two pedigrees; rename one of them.`)
    if (places === 0 && Object.values(genotypes[id]!).flat().length > 0)
      refuse('typed-person-not-placed', `"${id}" is typed but stands in no family: add them or remove them.`)
  }
}

function placesOf({ families, unidentified, genotypes, pairings, ignoreSex }: JointInput): Place[] {
  const places = families.flatMap(({ id: name, pedigrees, missing }, family) =>
    missing.map((id): Place => {
      const member = pedigrees.flat().find((person) => person.id === id)
      if (!member) return refuse('person-not-placed', `"${id}" is missing from family ${name} but not in it.`)
      const fits = (index: number) => ignoreSex === true || sexesFit(unidentified[index]!, member)
      const candidates = unidentified
        .map((_, index) => index)
        .filter((index) =>
          pairings && Object.hasOwn(pairings, unidentified[index]!.id)
            ? mayBe(pairings, unidentified[index]!.id, id)
            : fits(index),
        )
      return { id, family, seat: Object.hasOwn(genotypes, id) ? `${id} (unidentified)` : id, candidates }
    }),
  )
  const known = new Set(['*', ...places.map(({ id }) => id)])
  for (const id of Object.keys(pairings ?? {})) {
    if (!unidentified.some((person) => person.id === id))
      refuse('pairing-unknown', `The pairings name "${id}", who is not among the unidentified.`)
    const stranger = pairings![id]!.find((target) => !known.has(target))
    if (stranger !== undefined)
      refuse('pairing-unknown', `The pairings of "${id}" name "${stranger}", whom no family misses.`)
  }
  return places
}

function mayBe(pairings: JointInput['pairings'], person: string, target: string): boolean {
  return !pairings || !Object.hasOwn(pairings, person) || pairings[person]!.includes(target)
}

function sexesFit(one: { sex: Person['sex'] }, other: { sex: Person['sex'] }): boolean {
  return one.sex === other.sex || one.sex === 'unknown' || other.sex === 'unknown'
}

function weightFor({ prior }: JointInput, person: string, target: string): number {
  const given = prior && Object.hasOwn(prior, person) ? prior[person]! : {}
  const weight = Object.hasOwn(given, target) ? given[target]! : 1
  if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY))
    refuse('prior-weight', `The prior weight of "${person}" being "${target}" must be a number from 0.`)
  return weight
}

/**
 * A missing person with a reference profile of their own (a toothbrush, a blood card) gets a twin's seat beside
 * it: whoever is placed there has the same genome, seen once more.
 */
function weighedFamily(
  { id, pedigrees }: SeekingFamily,
  places: Place[],
  genotypes: Genotypes,
): WeighedFamily {
  const seats = new Map(places.map((place) => [place.id, place.seat]))
  const seated = pedigrees.map((pedigree) =>
    pedigree.flatMap((person): Person[] => {
      const seat = seats.get(person.id)
      if (seat === undefined || seat === person.id) return [person]
      return [person, { ...person, id: seat, twinOf: person.id }]
    }),
  )
  const engine = familyOf({ name: id, pedigrees: seated })
  const own = Object.entries(genotypes).filter(([member]) => engine.placeOf.has(member))
  checkTypedPeople(Object.fromEntries(own), [engine])
  return { id, pedigrees: seated, engine, genotypes: Object.fromEntries(own) }
}
