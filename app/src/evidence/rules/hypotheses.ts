import { refuse } from '../../platform/refusal.ts'
import type { Questioned } from '../model/claims.ts'
import { type DrawnPerson, isUnnamed } from '../model/family.ts'

export type Hypotheses = { H1: DrawnPerson[]; H2: DrawnPerson[] }

/**
 * The two explanations of a claim. H1: the family as drawn. H2: the children are unrelated to it: each parent
 * in question of a weighed child gives way to somebody unknown, the same somebody for all their weighed
 * children, so that siblings stay siblings. Everybody drawn is in both, and nobody else's parents change.
 */
export function hypothesesOf(people: DrawnPerson[], children: string[], questioned: Questioned): Hypotheses {
  const weighed = people.filter((person) => children.includes(person.id))
  const missing = children.find((id) => !weighed.some((person) => person.id === id))
  if (missing) refuse('child-not-drawn', { person: missing })
  const rootless = weighed.find((child) => child.father === null)
  if (rootless) refuse('child-without-parents', { person: rootless.id })

  const strangers = new Map<string, DrawnPerson>()
  const strangerFor = (id: string): string => {
    // A weighed child who is a parent of another one is in question as a child, not as a parent.
    if (children.includes(id)) return id
    const { sex } = people.find((person) => person.id === id)!
    const known = strangers.get(id) ?? {
      id: freeId([...people, ...strangers.values()]),
      father: null,
      mother: null,
      sex,
    }
    strangers.set(id, known)
    return known.id
  }
  const uproot = (child: DrawnPerson): DrawnPerson => ({
    ...child,
    father: questioned === 'mother' ? child.father : strangerFor(child.father!),
    mother: questioned === 'father' ? child.mother : strangerFor(child.mother!),
  })
  const H2 = people.map((person) => (children.includes(person.id) ? uproot(person) : person))
  return { H1: people, H2: [...H2, ...strangers.values()] }
}

const freeId = (people: { id: string }[]): string => {
  const numbers = people.filter(({ id }) => isUnnamed(id)).map(({ id }) => Number(id.slice(2)))
  return `x-${Math.max(0, ...numbers) + 1}`
}
