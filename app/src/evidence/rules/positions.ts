import { type DrawnPerson, isUnnamed } from '../model/family.ts'
import type { Position } from '../model/search.ts'
import { components } from './family.ts'

/**
 * Where somebody may be missing in a drawing: children of the operation who are drawn with parents, and people
 * without a file who are drawn with parents and without descendants. Those with the same two parents are one
 * position, because autosomal DNA tells brothers and sisters apart in nothing. A position nobody typed is joined
 * with by any line says nothing and is left out.
 */
export function positionsOf(
  drawing: { family: string; seq: number; people: DrawnPerson[] },
  isChild: (id: string) => boolean,
  isTyped: (id: string) => boolean,
): Position[] {
  const missing = missingIn(drawing.people, isChild)
  const parts = components(drawing.people)
  const telling = (id: string) =>
    parts.some(
      (part) => part.some((one) => one.id === id) && part.some((one) => !isChild(one.id) && isTyped(one.id)),
    )
  const byParents = new Map<string, DrawnPerson[]>()
  for (const person of missing) {
    const parents = `${person.father} ${person.mother}`
    byParents.set(parents, [...(byParents.get(parents) ?? []), person])
  }
  return [...byParents.values()]
    .filter(([first]) => telling(first!.id))
    .map((places) => ({
      position: `${drawing.family}/${places[0]!.id}`,
      ...{ family: drawing.family, drawing: drawing.seq },
      places: places.map(({ id, sex }) => ({ id, sex })),
    }))
}

function missingIn(people: DrawnPerson[], isChild: (id: string) => boolean): DrawnPerson[] {
  const parents = new Set(people.flatMap(({ father, mother }) => [father, mother]))
  return people.filter(
    (person) =>
      person.father !== null && (isChild(person.id) || (isUnnamed(person.id) && !parents.has(person.id))),
  )
}

/** The family with this one position open: others who are missing and have no descendants say nothing. */
export function withPlace(people: DrawnPerson[], place: string, places: Set<string>): DrawnPerson[] {
  const parents = new Set(people.flatMap(({ father, mother }) => [father, mother]))
  return people.filter(({ id }) => id === place || !places.has(id) || parents.has(id))
}

/** Somebody whose place in a drawing must stay though the person is moved out of it. */
const UNKNOWN = ['x-998', 'x-999'] as const

/** The two explanations of a pair, to be drawn: the child in the place, and the child beside the family. */
export function pairHypotheses(
  people: DrawnPerson[],
  place: string,
  places: Set<string>,
  child: { id: string; sex: DrawnPerson['sex'] },
): { H1: DrawnPerson[]; H2: DrawnPerson[] } {
  const open = withPlace(people, place, new Set([...places, child.id]))
  // The child may be drawn elsewhere in the same family, as somebody's parent: that somebody keeps a parent.
  const family = place === child.id ? open : renamed(open, child.id, UNKNOWN[0])
  const sexed = family.map((one) => (one.id === place ? { ...one, sex: child.sex } : one))
  const isParent = family.some(({ father, mother }) => father === place || mother === place)
  const without = isParent ? renamed(family, place, UNKNOWN[1]) : family.filter(({ id }) => id !== place)
  return {
    H1: renamed(sexed, place, child.id),
    H2: [...linked(without), { ...child, father: null, mother: null }],
  }
}

/** Somebody unnamed whom no line joins with anybody any more says nothing in a drawing. */
function linked(people: DrawnPerson[]): DrawnPerson[] {
  const parents = new Set(people.flatMap(({ father, mother }) => [father, mother]))
  return people.filter(({ id, father }) => !isUnnamed(id) || father !== null || parents.has(id))
}

function renamed(people: DrawnPerson[], from: string, to: string): DrawnPerson[] {
  const put = (id: string) => (id === from ? to : id)
  return people.map((one) => ({
    ...one,
    id: put(one.id),
    father: one.father && put(one.father),
    mother: one.mother && put(one.mother),
  }))
}
