import { evidenceOf, profilesOf, readLocus } from '../engine/problem.ts'
import type { Person } from '../types.ts'
import type { Place, Problem } from './problem.ts'

/** Interchangeable places: same parents, same offspring, and the same people may be in them (all by index). */
export type Group = { places: number[]; candidates: number[] }

/** Places of one family that are weighed together. */
export type Block = { family: number; groups: Group[] }

/**
 * The places that somebody may fill, in blocks that are independent of each other given the typed relatives: a
 * relative whose genotype is known at every locus passes on the same whoever their parents are, so the pedigree
 * falls apart below them. With co-ancestry a family stays whole.
 */
export function blocksOf(problem: Problem): Block[] {
  const places = problem.places
    .map((_, place) => place)
    .filter((place) => candidatesOf(problem, place).length > 0)
  const parts = problem.families.map((_, family) => partsOf(problem, family))
  const blocks = Map.groupBy(places, (place) => {
    const { family, seat } = problem.places[place]!
    return `${family} ${parts[family]!(seat)}`
  })
  return [...blocks.values()].map((block) => ({
    family: problem.places[block[0]!]!.family,
    groups: groupsOf(problem, block),
  }))
}

/** Who may be there with a prior weight above 0. */
function candidatesOf({ places, weightOf }: Problem, place: number): number[] {
  return places[place]!.candidates.filter((person) => weightOf(person, place) > 0)
}

/** Which part of its family a member belongs to, by a name. */
function partsOf(problem: Problem, family: number): (seat: string) => number {
  const { people, placeOf } = problem.families[family]!.engine
  const isKnown = knownMembers(problem, family)
  const parent = people.map((_, index) => index)
  const find = (index: number): number => (parent[index] === index ? index : find(parent[index]!))
  if (problem.theta > 0) return () => 0
  people.forEach((person, index) => {
    for (const id of [person.father, person.mother]) {
      if (id === null) continue
      const above = placeOf.get(id)!
      if (!isKnown[above]) parent[find(index)] = find(above)
    }
  })
  return (seat) => find(placeOf.get(seat)!)
}

/** By member: whether exactly one genotype fits at every locus. */
function knownMembers({ loci, dropout, families }: Problem, family: number): boolean[] {
  const { engine, genotypes } = families[family]!
  const profiles = profilesOf({ genotypes, dropout })
  const isKnown = engine.people.map(() => loci.length > 0)
  for (const locus of loci) {
    evidenceOf(readLocus(locus, profiles), engine).forEach((evidence, member) => {
      if (!evidence?.isExact) isKnown[member] = false
    })
  }
  return isKnown
}

function groupsOf(problem: Problem, block: number[]): Group[] {
  const groups: Group[] = []
  for (const place of block) {
    const candidates = candidatesOf(problem, place)
    const group = groups.find(({ places }) => areInterchangeable(problem, places[0]!, place))
    if (group) group.places.push(place)
    else groups.push({ places: [place], candidates })
  }
  return groups
}

function areInterchangeable(problem: Problem, one: number, other: number): boolean {
  const [a, b] = [problem.places[one]!, problem.places[other]!]
  const [ofA, ofB] = [candidatesOf(problem, one), candidatesOf(problem, other)]
  if (ofA.join() !== ofB.join() || a.seat !== a.id || b.seat !== b.id) return false
  if (ofA.some((person) => problem.weightOf(person, one) !== problem.weightOf(person, other))) return false
  return isSymmetric(problem.families[a.family]!.engine.people, a, b)
}

/** Whether the pedigree stays the same when two members change places. */
function isSymmetric(people: Person[], a: Place, b: Place): boolean {
  const swap = (id: string | null) => (id === a.seat ? b.seat : id === b.seat ? a.seat : id)
  const byId = new Map(people.map((person) => [person.id, person]))
  return people.every((person) => {
    const other = byId.get(swap(person.id)!)
    return (
      other !== undefined &&
      other.father === swap(person.father) &&
      other.mother === swap(person.mother) &&
      other.sex === person.sex &&
      (other.founderInbreeding ?? 0) === (person.founderInbreeding ?? 0) &&
      (other.founderInbreedingX ?? 0) === (person.founderInbreedingX ?? 0)
    )
  })
}
