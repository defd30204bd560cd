import type { JointInput } from '../../joint/index.ts'
import type { Person } from '../../types.ts'
import { asList, asObject } from '../case-shape.ts'
import { familyOf, inputOf, malformed, textOf, textsOf } from './family-input.ts'
import type { RawCase } from './index.ts'

/**
 * A case of disaster victim identification: `pm` the unidentified, `am` the families with missing people.
 *
 * `disableMutations` (true: in all loci) and `ignoreSex` are read as dvir 3.4.2 names them.
 *
 * @throws KinshipRefusal `case-malformed` naming the field
 */
export function dviInput(raw: RawCase): JointInput {
  const input = inputOf(raw)
  const missing = textsOf(input.missing, 'missing')
  const families = familiesOf(input.am)
  const { loci, genotypes, theta, dropout } = familyOf({
    loci: input.loci,
    genotypes: input.amGenotypes ?? {},
    theta: input.theta,
    dropout: input.dropout,
  })
  const stranger = missing.find((id) => !families.some(({ people }) => people.some((one) => one.id === id)))
  if (stranger !== undefined) malformed(`the missing "${stranger}" in a family of am`)
  return {
    loci: input.disableMutations === true ? loci.map((locus) => ({ ...locus, mutation: null })) : loci,
    unidentified: unidentifiedOf(input),
    families: families.map(({ id, people, pedigrees }) => ({
      id,
      pedigrees,
      missing: people.map((person) => person.id).filter((member) => missing.includes(member)),
    })),
    genotypes,
    theta,
    ...(dropout && { dropout }),
    ...(input.pairings != null && { pairings: pairingsOf(input.pairings) }),
    ignoreSex: input.ignoreSex === true,
  }
}

/** The missing people in the order the case names them. */
export function missingOf(raw: RawCase): string[] {
  return textsOf(inputOf(raw).missing, 'missing')
}

function familiesOf(raw: unknown): { id: string; pedigrees: Person[][]; people: Person[] }[] {
  return asList(raw, 'am').map((entry, index) => {
    const fields = asObject(entry, 'a family of am')
    const pedigrees = fields.pedigrees ?? (fields.pedigree == null ? null : [fields.pedigree])
    const family = familyOf({ pedigrees: pedigrees ?? malformed('the pedigree of a family of am') })
    return {
      id: fields.family == null ? `family ${index + 1}` : textOf(fields.family, 'the name of a family of am'),
      pedigrees: family.pedigrees,
      people: family.pedigrees.flat(),
    }
  })
}

function unidentifiedOf(input: Record<string, unknown>): JointInput['unidentified'] {
  const { genotypes } = familyOf({ genotypes: input.pmGenotypes ?? {} })
  const pm = Object.entries(asObject(input.pm, 'pm'))
  const stranger = Object.keys(genotypes).find((id) => !pm.some(([name]) => name === id))
  if (stranger !== undefined) malformed(`"${stranger}" of pmGenotypes in pm`)
  return pm.map(([id, entry]) => {
    const sex = asObject(entry, `pm ${id}`).sex ?? 'unknown'
    if (sex !== 'male' && sex !== 'female' && sex !== 'unknown') return malformed(`the sex of ${id}`)
    return { id, sex, genotypes: Object.hasOwn(genotypes, id) ? genotypes[id]! : {} }
  })
}

function pairingsOf(raw: unknown): Record<string, string[]> {
  const entries = Object.entries(asObject(raw, 'pairings'))
  return Object.fromEntries(entries.map(([id, targets]) => [id, textsOf(targets, `the pairings of ${id}`)]))
}
