import { completePedigree } from '../../pedigree.ts'
import { refuse } from '../../refusal.ts'
import type { Person } from '../../types.ts'
import { type Family, textOf } from './family-input.ts'

/**
 * Whom a family looks for: the person named, else the youngest member (the most generations below a founder)
 * who is neither a parent nor typed nor one of `others`.
 *
 * @throws KinshipRefusal `missing-not-named` when that is nobody or several
 */
export function missingPerson(family: Family, named: unknown, others: string[] = []): string {
  if (named != null) return textOf(named, 'missing')
  const people = family.pedigrees.flatMap(completePedigree)
  const parents = new Set(people.flatMap(({ father, mother }) => [father, mother]))
  const generations = generationsOf(people)
  const possible = people.filter(({ id }) => !parents.has(id) && !others.includes(id) && !isTyped(family, id))
  const last = Math.max(...possible.map(({ id }) => generations.get(id)!))
  const [only, ...more] = possible.filter(({ id }) => generations.get(id) === last)
  if (only && more.length === 0) return only.id
  return refuse(
    'missing-not-named',
    `Say in "missing" whom the family looks for: ${more.length + (only ? 1 : 0)} people of the last generation are not typed.`,
  )
}

function isTyped({ genotypes }: Family, id: string): boolean {
  const profile = Object.hasOwn(genotypes, id) ? Object.values(genotypes[id]!) : []
  return profile.flat().some((allele) => allele !== null)
}

/** Person -> the longest way down from a founder; the people with parents before offspring. */
function generationsOf(people: Person[]): Map<string, number> {
  const found = new Map<string, number>()
  for (const { id, father, mother } of people) {
    const above = [father, mother].map((parent) => (parent === null ? -1 : found.get(parent)!))
    found.set(id, Math.max(...above) + 1)
  }
  return found
}
