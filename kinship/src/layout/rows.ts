import type { Person } from '../types.ts'

/** Two partners (or one known parent) with their offspring, in the order given. */
export type Union = { father: string | null; mother: string | null; offspring: string[] }

/** Every pair of parents once; parents who are not listed count as not given. */
export function unionsOf(people: Person[]): Union[] {
  const listed = new Set(people.map((person) => person.id))
  const unions = new Map<string, Union>()
  for (const person of people) {
    const father = person.father !== null && listed.has(person.father) ? person.father : null
    const mother = person.mother !== null && listed.has(person.mother) ? person.mother : null
    if (father === null && mother === null) continue
    const key = JSON.stringify([father, mother])
    const union = unions.get(key) ?? { father, mother, offspring: [] }
    union.offspring.push(person.id)
    unions.set(key, union)
  }
  return [...unions.values()]
}

/**
 * A row for each person: below both parents, beside the partner unless that is impossible (a parent with an
 * own descendant), founders as low as their offspring allow.
 */
export function rowsOf(people: Person[], unions: Union[]): Map<string, number> {
  let groupOf = new Map(people.map((person, index) => [person.id, index]))
  for (const { father, mother } of unions) {
    if (father === null || mother === null) continue
    const [keep, drop] = [groupOf.get(father)!, groupOf.get(mother)!]
    const merged = new Map([...groupOf].map(([id, group]) => [id, group === drop ? keep : group]))
    if (depths(merged, unions)) groupOf = merged
  }
  const depth = depths(groupOf, unions) ?? new Map<number, number>()
  lowerFounders(depth, groupOf, people, unions)
  return new Map(people.map(({ id }) => [id, depth.get(groupOf.get(id)!) ?? 0]))
}

/** Longest way down to each group; `null` when the groups run in a circle. */
function depths(groupOf: Map<string, number>, unions: Union[]): Map<number, number> | null {
  const steps = unions.flatMap(({ father, mother, offspring }) =>
    [father, mother].flatMap((parent) =>
      parent === null ? [] : offspring.map((id) => ({ from: groupOf.get(parent)!, to: groupOf.get(id)! })),
    ),
  )
  const depth = new Map([...groupOf.values()].map((group) => [group, 0]))
  for (let round = 0; round <= depth.size; round++) {
    let hasMoved = false
    for (const { from, to } of steps) {
      if (depth.get(to)! > depth.get(from)!) continue
      depth.set(to, depth.get(from)! + 1)
      hasMoved = true
    }
    if (!hasMoved) return depth
  }
  return null
}

function lowerFounders(
  depth: Map<number, number>,
  groupOf: Map<string, number>,
  people: Person[],
  unions: Union[],
): void {
  const hasParents = new Set(
    people.filter((p) => p.father !== null || p.mother !== null).map((p) => groupOf.get(p.id)!),
  )
  for (const group of new Set(groupOf.values())) {
    if (hasParents.has(group)) continue
    const below = unions
      .filter(({ father, mother }) => [father, mother].some((id) => id !== null && groupOf.get(id) === group))
      .flatMap(({ offspring }) => offspring.map((id) => depth.get(groupOf.get(id)!)!))
    if (below.length > 0) depth.set(group, Math.min(...below) - 1)
  }
}
