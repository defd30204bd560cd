import { refuse } from './refusal.ts'
import type { Person, RefusalDetail } from './types.ts'

/**
 * What is impossible about a pedigree, each named by a code; an empty list when the shape is sound.
 *
 * @example pedigreeProblems([{ id: 'A', father: 'A', mother: null, sex: 'male' }])[0]?.code
 *   // 'own-ancestor'
 */
export function pedigreeProblems(people: Person[]): RefusalDetail[] {
  const byId = new Map<string, Person>()
  const problems: RefusalDetail[] = []
  for (const person of people) {
    if (byId.has(person.id)) {
      problems.push({
        code: 'person-twice',
        message: `"${person.id}" appears twice; each person needs one entry.`,
      })
    }
    byId.set(person.id, person)
  }
  for (const person of people) problems.push(...parentProblems(person, byId), ...twinProblems(person, byId))
  problems.push(...bothRoles(people, byId))
  for (const id of ownAncestors(byId)) {
    problems.push({ code: 'own-ancestor', message: `"${id}" would be an ancestor of themselves.` })
  }
  return problems
}

function parentProblems(person: Person, byId: Map<string, Person>): RefusalDetail[] {
  const problems: RefusalDetail[] = []
  const { id, father, mother } = person
  if (father !== null && father === mother) {
    problems.push({
      code: 'same-parent-twice',
      message: `"${father}" cannot be both father and mother of "${id}".`,
    })
  }
  const roles = [
    { parent: father, role: 'father', forbidden: 'female' },
    { parent: mother, role: 'mother', forbidden: 'male' },
  ]
  for (const { parent, role, forbidden } of roles) {
    if (parent === null) continue
    const found = byId.get(parent)
    if (!found) {
      problems.push({
        code: 'parent-not-listed',
        message: `The ${role} "${parent}" of "${id}" is not listed in the same pedigree; add them as a person.`,
      })
    } else if (found.sex === forbidden) {
      problems.push({
        code: `${forbidden}-${role}`,
        message: `"${parent}" is ${forbidden} and cannot be the ${role} of "${id}".`,
      })
    }
  }
  const inbred = [person.founderInbreeding, person.founderInbreedingX].filter(
    (f) => f !== undefined && f !== null,
  )
  if (inbred.some((f) => !(f >= 0 && f <= 1))) {
    problems.push({
      code: 'founder-inbreeding',
      message: `The founder inbreeding of "${id}" must be from 0 to 1.`,
    })
  } else if (inbred.some((f) => f > 0) && (father !== null || mother !== null)) {
    problems.push({
      code: 'founder-inbreeding',
      message: `"${id}" has parents: founder inbreeding is for founders only.`,
    })
  }
  return problems
}

/** Whoever is a father and, of unknown sex, a mother too; a stated sex is a problem of its own. */
function bothRoles(people: Person[], byId: Map<string, Person>): RefusalDetail[] {
  const mothers = new Set(people.map(({ mother }) => mother))
  const both = new Set(people.map(({ father }) => father).filter((id) => mothers.has(id)))
  return [...both].flatMap((id) => {
    if (id === null || byId.get(id)?.sex !== 'unknown') return []
    return [{ code: 'father-and-mother', message: `"${id}" is named as a father and as a mother.` }]
  })
}

function twinProblems(
  { id, father, mother, sex, twinOf }: Person,
  byId: Map<string, Person>,
): RefusalDetail[] {
  if (twinOf == null) return []
  const twin = byId.get(twinOf)
  const isTwin = twin && twinOf !== id && twin.father === father && twin.mother === mother && twin.sex === sex
  if (isTwin) return []
  return [
    {
      code: 'twin-differs',
      message: `"${id}" cannot be the monozygotic twin of "${twinOf}": both must be listed with the same parents and the same sex.`,
    },
  ]
}

function ownAncestors(byId: Map<string, Person>): string[] {
  const settled = new Set<string>()
  const found: string[] = []
  for (const start of byId.keys()) {
    const open: string[] = []
    const path = new Set<string>()
    const stack: { id: string; leave: boolean }[] = [{ id: start, leave: false }]
    while (stack.length > 0) {
      const { id, leave } = stack.pop()!
      if (leave) {
        path.delete(id)
        settled.add(id)
        continue
      }
      if (path.has(id)) open.push(id)
      if (settled.has(id) || path.has(id)) continue
      path.add(id)
      stack.push({ id, leave: true })
      const person = byId.get(id)
      for (const parent of [person?.father, person?.mother]) {
        if (parent && byId.has(parent)) stack.push({ id: parent, leave: false })
      }
    }
    found.push(...open)
  }
  return [...new Set(found)]
}

/**
 * The pedigree with every missing second parent added as an unnamed founder, parents before offspring.
 *
 * @throws KinshipRefusal with the first of `pedigreeProblems`
 */
export function completePedigree(people: Person[]): Person[] {
  const problem = pedigreeProblems(people)[0]
  if (problem) refuse(problem.code, problem.message)
  const byId = new Map(people.map((person) => [person.id, { ...person }]))
  for (const person of [...byId.values()]) {
    if (person.father === null && person.mother !== null) person.father = addParent(byId, person.id, 'male')
    if (person.mother === null && person.father !== null) person.mother = addParent(byId, person.id, 'female')
    if (person.father !== null) byId.get(person.father)!.sex = 'male'
    if (person.mother !== null) byId.get(person.mother)!.sex = 'female'
  }
  return parentsFirst(byId)
}

function addParent(byId: Map<string, Person>, of: string, sex: 'male' | 'female'): string {
  let id = `?${sex === 'male' ? 'father' : 'mother'} of ${of}`
  while (byId.has(id)) id = `?${id}`
  byId.set(id, { id, father: null, mother: null, sex })
  return id
}

function parentsFirst(byId: Map<string, Person>): Person[] {
  const ordered: Person[] = []
  const placed = new Set<string>()
  const stack = [...byId.values()].reverse()
  while (stack.length > 0) {
    const person = stack.at(-1)!
    const waiting = [person.father, person.mother].filter((id) => id !== null && !placed.has(id))
    if (placed.has(person.id) || waiting.length === 0) {
      stack.pop()
      if (!placed.has(person.id)) ordered.push(person)
      placed.add(person.id)
    } else {
      for (const id of waiting) stack.push(byId.get(id!)!)
    }
  }
  return ordered
}
