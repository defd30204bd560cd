import type { Family } from '../engine/problem.ts'
import { makeSolver, type Solver } from '../engine/solver.ts'

/**
 * A part of a family that is independent of the rest given the genotypes of `parents`: members of other parts, or
 * of this one, who pass on the same whoever their own relatives are. Members by index.
 */
export type Part = { members: number[]; parents: number[]; key: string; solver: Solver }

/** Under which id a parent of a part stands in it. */
export function idAsParent(id: string): string {
  return `${id} (as parent)`
}

/**
 * The family cut below everybody whose genotype is known.
 *
 * @param known by member: exactly one genotype fits
 * @param made parts by key, so that each is prepared once
 */
export function partsOf(family: Family, known: boolean[], made: Map<string, Part>): Part[] {
  const { people, placeOf } = family
  const root = people.map((_, member) => member)
  const find = (member: number): number => (root[member] === member ? member : find(root[member]!))
  const parentsOf = people.map(({ father, mother }) =>
    [father, mother].flatMap((id) => (id === null ? [] : [placeOf.get(id)!])),
  )
  parentsOf.forEach((parents, member) => {
    for (const parent of parents) if (!known[parent]) root[find(member)] = find(parent)
  })
  const sets = Map.groupBy(people.keys(), find)
  return [...sets.values()].map((members) => {
    const parents = [...new Set(members.flatMap((member) => parentsOf[member]!))].filter((one) => known[one])
    const key = `${members.join()} ${parents.join()}`
    const part = made.get(key) ?? {
      members,
      parents,
      key,
      solver: makeSolver(partFamily(family, members, parents)),
    }
    made.set(key, part)
    return part
  })
}

/** The part as a family of its own: its members, and its parents as founders. */
function partFamily({ name, people, placeOf }: Family, members: number[], parents: number[]): Family {
  const isParent = new Set(parents.map((parent) => people[parent]!.id))
  const rename = (id: string | null) => (id !== null && isParent.has(id) ? idAsParent(id) : id)
  const above = parents.map((parent) => {
    const { id, sex } = people[parent]!
    return { id: idAsParent(id), father: null, mother: null, sex }
  })
  const own = members.map((member) => {
    const person = people[member]!
    return { ...person, father: rename(person.father), mother: rename(person.mother) }
  })
  const places = [...placeOf].flatMap(([id, member]): [string, number][] => {
    const at = members.indexOf(member)
    return at < 0 ? [] : [[id, above.length + at]]
  })
  const placesAbove = above.map(({ id }, index): [string, number] => [id, index])
  return { name, people: [...above, ...own], placeOf: new Map([...places, ...placesAbove]) }
}
