import { orRefusal, refuse } from '../refusal.ts'
import type { Genotypes, Hypothesis, Locus, RefusalDetail } from '../types.ts'
import type { DviFamily, DviPedigree, DviPerson, FamiliasDvi } from './familias-dvi.ts'
import { dviPeople, missingPerson } from './familias-dvi-people.ts'

/** More pairs are a search, which is asked for as one. */
const mostPairs = 10_000

type Shared = { loci: Locus[]; theta: number }

/** A case to solve, or why there is none. */
export type FamiliasCase = { id: string; kind: string; [field: string]: unknown } | RefusedCase
export type RefusedCase = { id: string; refusal: RefusalDetail }

/**
 * The `[DVI]` section as cases: for each pedigree of a family and each unidentified person, the likelihood ratio
 * of "missing person" against "unrelated" to the family. A pedigree that misses nobody, or a file without
 * unidentified people, gives the likelihood of the family alone.
 */
export function familiasDviCases({ unidentified, families }: FamiliasDvi, shared: Shared): FamiliasCase[] {
  const pedigrees = families.flatMap((family) =>
    distinctPedigrees(family).map((pedigree) => ({ family, pedigree })),
  )
  if (pedigrees.length * Math.max(1, unidentified.length) > mostPairs) {
    const message = `The file holds more than ${mostPairs} pairs of a person and a pedigree: divide it.`
    return [{ id: 'dvi', refusal: { code: 'too-large', message } }]
  }
  return pedigrees.flatMap(({ family, pedigree }) => {
    const isSought = pedigree.relations.some(({ parent, offspring }) =>
      [parent, offspring].includes(missingPerson),
    )
    const id = `${family.name} / ${pedigree.name}`
    if (!isSought || unidentified.length === 0) return [familyCase(id, family, pedigree, shared)]
    return unidentified.map((person) => pairCase(id, family, pedigree, person, shared))
  })
}

/** Familias writes the chosen pedigree twice, the first time as "Reference pedigree". */
export function distinctPedigrees({ pedigrees }: DviFamily): DviPedigree[] {
  const last = new Map(pedigrees.map((pedigree) => [JSON.stringify(pedigree.relations), pedigree]))
  return [...last.values()]
}

function familyCase(id: string, family: DviFamily, pedigree: DviPedigree, shared: Shared): FamiliasCase {
  return orRefused(id, () => {
    const hypotheses = [{ name: pedigree.name, pedigrees: [dviPeople(family, pedigree, 'unknown')] }]
    return { id, kind: 'likelihood', ...shared, hypotheses, genotypes: genotypesOf(family.persons) }
  })
}

function pairCase(
  pedigreeId: string,
  family: DviFamily,
  pedigree: DviPedigree,
  person: DviPerson,
  shared: Shared,
): FamiliasCase {
  const id = `${pedigreeId} / ${person.id}`
  return orRefused(id, () => {
    const people = dviPeople(family, pedigree, person.sex)
    const sought = people.find((member) => member.id === missingPerson)!
    if (sought.sex !== person.sex) {
      const message = `"${person.id}" is ${person.sex}; the missing person of "${pedigree.name}" is ${sought.sex}.`
      refuse('sex-conflict', message)
    }
    const isTaken = people.some((member) => member.id === person.id)
    const name = isTaken ? `${person.id} (unidentified)` : person.id
    const rename = (id: string | null) => (id === missingPerson ? name : id)
    const identified = people.map((member) => ({
      ...member,
      id: member.id === missingPerson ? name : member.id,
      father: rename(member.father),
      mother: rename(member.mother),
    }))
    const alone = { id: name, father: null, mother: null, sex: person.sex }
    const hypotheses: Hypothesis[] = [
      { name: 'missing person', pedigrees: [identified] },
      { name: 'unrelated', pedigrees: [people, [alone]] },
    ]
    const genotypes = genotypesOf([...family.persons, { ...person, id: name }])
    return { id, kind: 'likelihoodRatio', ...shared, hypotheses, genotypes, reference: 'unrelated' }
  })
}

/** What `make` gives, or its refusal under the same id. */
export function orRefused(id: string, make: () => FamiliasCase): FamiliasCase {
  const made = orRefusal(make)
  return 'refusal' in made && !('id' in made) ? { id, refusal: made.refusal } : made
}

function genotypesOf(persons: DviPerson[]): Genotypes {
  return Object.fromEntries(
    persons
      .filter(({ genotypes }) => Object.keys(genotypes).length > 0)
      .map(({ id, genotypes }) => [id, genotypes]),
  )
}
