import { refuse } from '../../platform/refusal.ts'
import type { DrawnPerson } from '../model/family.ts'

/** The years somebody can have been born in, where they are known. */
export type BirthYears = { earliest: number; latest: number }

/**
 * Refuses a family that cannot be: somebody drawn twice, a parent who is not drawn, one parent without the
 * other, a mother who is not a woman, somebody among their own ancestors, a parent born after the child.
 */
export function requirePossibleFamily(
  people: DrawnPerson[],
  born: Map<string, BirthYears> = new Map(),
): void {
  const byId = new Map(people.map((person) => [person.id, person]))
  if (byId.size < people.length) refuse('family-drawn-twice', { person: twice(people) })
  for (const person of people) {
    requireParents(person, byId)
    for (const parent of parentsOf(person)) requireOlder(parent, person.id, born)
  }
  const own = people.find((person) => ancestorsOf(person.id, byId).has(person.id))
  if (own) refuse('family-own-ancestor', { person: own.id })
}

const twice = (people: DrawnPerson[]): string => {
  const ids = people.map((person) => person.id)
  return ids.find((id, place) => ids.indexOf(id) < place) ?? ''
}

export const parentsOf = ({ father, mother }: DrawnPerson): string[] =>
  [father, mother].filter((id) => id !== null)

function requireParents(person: DrawnPerson, byId: Map<string, DrawnPerson>): void {
  const { id, father, mother } = person
  if ((father === null) !== (mother === null)) refuse('family-one-parent', { person: id })
  for (const parent of parentsOf(person)) {
    if (!byId.has(parent)) refuse('family-parent-not-drawn', { person: id, parent })
  }
  if (mother !== null && byId.get(mother)?.sex !== 'female')
    refuse('family-mother-not-female', { person: mother })
  if (father !== null && byId.get(father)?.sex !== 'male')
    refuse('family-father-not-male', { person: father })
}

/** Only what is certain is refused: the parent's earliest possible year is not before the child's latest. */
function requireOlder(parent: string, child: string, born: Map<string, BirthYears>): void {
  const [older, younger] = [born.get(parent), born.get(child)]
  if (older && younger && older.earliest >= younger.latest)
    refuse('family-parent-younger', { person: child, parent })
}

function ancestorsOf(id: string, byId: Map<string, DrawnPerson>): Set<string> {
  const found = new Set<string>()
  const next = [id]
  for (let at = next.pop(); at !== undefined; at = next.pop()) {
    const person = byId.get(at)
    for (const parent of person ? parentsOf(person) : []) {
      if (!found.has(parent)) next.push(parent)
      found.add(parent)
    }
  }
  return found
}

/** The parts of a drawing that no line joins: the engine takes each as a pedigree of its own. */
export function components(people: DrawnPerson[]): DrawnPerson[][] {
  const part = new Map(people.map((person, place) => [person.id, place]))
  const join = (a: string, b: string) => {
    const [from, to] = [part.get(a)!, part.get(b)!]
    for (const [id, at] of part) if (at === from) part.set(id, to)
  }
  for (const person of people) for (const parent of parentsOf(person)) join(person.id, parent)
  const parts = [...new Set(people.map((person) => part.get(person.id)!))]
  return parts.map((at) => people.filter((person) => part.get(person.id) === at))
}
