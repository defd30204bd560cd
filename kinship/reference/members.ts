import { refuse } from '../src/refusal.ts'
import type { Person, Sex } from '../src/types.ts'

/** A person as the definition sees one; monozygotic twins are one member with several names. */
export type Member = {
  names: string[]
  sex: Sex
  /** Places in the list of members, always earlier than this one; `null`: a founder. */
  parents: { father: number; mother: number } | null
  inbreeding: { autosomal: number; X: number }
}

/**
 * Everybody of a hypothesis, parents before offspring. A parent who is not named is a founder of their own.
 *
 * @example A father and his offspring: three members, the unnamed mother among them.
 * @throws KinshipRefusal `own-ancestor`, `twins-differ`
 */
export function membersOf(pedigrees: Person[][]): Member[] {
  const twins = twinsOf(pedigrees.flat())
  const people = pedigrees
    .flat()
    .filter(({ id }) => twins.get(id)![0] === id)
    .flatMap(withBothParents)
  const placeOf = new Map<string, number>()
  const members: Member[] = []
  let waiting = people
  while (waiting.length > 0) {
    const ready = waiting.filter(({ father, mother }) =>
      [father, mother].every((id) => id === null || placeOf.has(id)),
    )
    if (ready.length === 0) refuse('own-ancestor', `"${waiting[0]!.id}" descends from somebody not yet born.`)
    for (const person of ready) {
      const names = twins.get(person.id) ?? [person.id]
      for (const name of names) placeOf.set(name, members.length)
      members.push(memberOf(person, names, placeOf, people))
    }
    waiting = waiting.filter((person) => !ready.includes(person))
  }
  return members
}

function memberOf(person: Person, names: string[], placeOf: Map<string, number>, people: Person[]): Member {
  const { father, mother, founderInbreeding, founderInbreedingX } = person
  const isParent = (role: 'father' | 'mother') => people.some((other) => names.includes(other[role] ?? ''))
  return {
    names,
    sex: isParent('father') ? 'male' : isParent('mother') ? 'female' : person.sex,
    parents:
      father === null || mother === null
        ? null
        : { father: placeOf.get(father)!, mother: placeOf.get(mother)! },
    inbreeding: { autosomal: founderInbreeding ?? 0, X: founderInbreedingX ?? 0 },
  }
}

function withBothParents(person: Person): Person[] {
  const { id, father, mother } = person
  if ((father === null) === (mother === null)) return [person]
  const added: Person = {
    id: `unnamed parent of ${id}`,
    father: null,
    mother: null,
    sex: father === null ? 'male' : 'female',
  }
  return [added, { ...person, father: father ?? added.id, mother: mother ?? added.id }]
}

/** By person: all names of the same twin group, in the order listed; alone with their own name otherwise. */
function twinsOf(people: Person[]): Map<string, string[]> {
  const groups = new Map(people.map(({ id }) => [id, [id]]))
  for (const { id, twinOf } of people) {
    if (twinOf == null || groups.get(id)!.includes(twinOf)) continue
    const other = groups.get(twinOf) ?? refuse('twin-not-listed', `"${twinOf}", twin of "${id}", is missing.`)
    const joined = people.map((one) => one.id).filter((name) => [...groups.get(id)!, ...other].includes(name))
    for (const name of joined) groups.set(name, joined)
  }
  for (const names of groups.values()) {
    const [first, ...others] = people.filter(({ id }) => names.includes(id))
    const isSame = others.every(
      ({ sex, father, mother }) => sex === first!.sex && father === first!.father && mother === first!.mother,
    )
    if (!isSame) refuse('twins-differ', `The twins ${names.join(' and ')} must share sex and parents.`)
  }
  return groups
}
