import { refuse } from '../refusal.ts'
import type { Person, Sex } from '../types.ts'
import type { DviFamily, DviPedigree } from './familias-dvi.ts'

/** Familias's name for whoever the family looks for. */
export const missingPerson = 'Missing person'

/**
 * The members of a reference family under one of its pedigrees. A parent whose sex the file does not give (the
 * missing person) is of the sex the other parent leaves, else of the sex given here.
 *
 * @throws KinshipRefusal when a child has two fathers, two mothers or a parent of no known sex
 */
export function dviPeople({ persons }: DviFamily, { name, relations }: DviPedigree, sought: Sex): Person[] {
  const people = new Map<string, Person>()
  const add = (id: string, sex: Sex) => {
    if (!people.has(id)) people.set(id, { id, father: null, mother: null, sex })
  }
  for (const { id, sex } of persons) add(id, sex)
  for (const { parent, offspring } of relations) {
    add(parent, 'unknown')
    add(offspring, 'unknown')
  }
  settleSexes(relations, people)
  const looked = people.get(missingPerson)
  if (looked?.sex === 'unknown') looked.sex = sought
  settleSexes(relations, people)
  for (const { parent, offspring } of relations) {
    const { sex } = people.get(parent)!
    if (sex === 'unknown') {
      refuse(
        'parent-sex-unknown',
        `The pedigree "${name}" does not say whether "${parent}" is father or mother.`,
      )
    }
    const role = sex === 'male' ? 'father' : 'mother'
    const child = people.get(offspring)!
    if (child[role] !== null && child[role] !== parent) {
      refuse(`two-${role}s`, `The pedigree "${name}" gives "${offspring}" two ${role}s.`)
    }
    child[role] = parent
  }
  return [...people.values()]
}

/** Gives a parent of unknown sex the sex the other parent leaves, until nothing changes. */
function settleSexes(relations: DviPedigree['relations'], people: Map<string, Person>): void {
  const families = Map.groupBy(relations, ({ offspring }) => offspring)
  const couples = [...families.values()].map((pair) => [
    ...new Set(pair.map(({ parent }) => people.get(parent)!)),
  ])
  let hasChanged = true
  while (hasChanged) {
    hasChanged = false
    for (const [one, other] of couples.filter(({ length }) => length === 2)) {
      const [known, open] = one!.sex === 'unknown' ? [other!, one!] : [one!, other!]
      if (open.sex !== 'unknown' || known.sex === 'unknown') continue
      open.sex = known.sex === 'male' ? 'female' : 'male'
      hasChanged = true
    }
  }
}
