import { refuse } from '../refusal.ts'
import type { KinshipCase, Person } from '../types.ts'
import { emptyFamiliasFile, type FamiliasFile, type FamiliasPerson } from './familias-file.ts'

/**
 * A case as a Familias file, ready for `writeFamilias`: every person of any hypothesis is listed by name, and each
 * hypothesis is a pedigree.
 *
 * @throws KinshipRefusal for what Familias cannot hold: linkage, drop-out that differs between people, a person
 *   of different sex in two hypotheses
 */
export function familiasFromCase(input: KinshipCase): FamiliasFile {
  if (input.linkage) refuse('linkage-not-writable', 'A Familias file cannot hold the places of linked loci.')
  const dropout = sharedDropout(input.dropout ?? {})
  const pedigrees = input.hypotheses.map(({ name, pedigrees }) => ({ name, people: pedigrees.flat() }))
  const persons = listed(
    pedigrees.flatMap(({ people }) => people),
    input.dropout ?? {},
  )
  return {
    ...emptyFamiliasFile(),
    theta: input.theta ?? 0,
    persons,
    loci: input.loci,
    genotypes: input.genotypes,
    pedigrees,
    dropout: input.dropout ?? {},
    settings: input.loci.map(() => ({ databaseSize: 0, dropout, minimumFrequency: 0 })),
  }
}

function sharedDropout(dropout: Record<string, number>): number {
  const distinct = [...new Set(Object.values(dropout).filter((probability) => probability > 0))]
  if (distinct.length > 1) {
    refuse('dropout-by-person', 'A Familias file has one drop-out probability for everybody; set one.')
  }
  return distinct[0] ?? 0
}

function listed(people: Person[], dropout: Record<string, number>): FamiliasPerson[] {
  const found = new Map<string, FamiliasPerson>()
  for (const { id, sex } of people) {
    const earlier = found.get(id)
    if (earlier && earlier.sex !== sex) {
      refuse('sex-conflict', `"${id}" is ${earlier.sex} in one hypothesis and ${sex} in another.`)
    }
    const hasDropout = Object.hasOwn(dropout, id) && dropout[id]! > 0
    found.set(id, { id, sex, ...(hasDropout && { hasDropout }) })
  }
  return [...found.values()]
}
