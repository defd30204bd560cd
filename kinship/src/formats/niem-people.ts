import { completePedigree } from '../pedigree.ts'
import { orRefusal } from '../refusal.ts'
import type { Person } from '../types.ts'
import { type Call, samplesOf, type TypedSample } from './genemapper-calls.ts'
import type { NiemFile, NiemLocus, NiemMember, NiemPedigree, NiemRecord } from './niem-file.ts'
import type { Problem } from './problem.ts'

/** What a record is called in an answer: its profile's number, or the first number it has. */
export function niemName(record: NiemRecord | NiemMember): string | null {
  const { identifications } = record
  const profile = identifications.find(({ category }) => /profile id/i.test(category ?? ''))
  return (profile ?? identifications[0])?.id ?? null
}

/**
 * A pedigree as the engine takes it. Members go by the number of their profile, so that `niemSamples` finds
 * them; who has none goes by the key of the file.
 */
export function niemPeople(pedigree: NiemPedigree): Person[] {
  const names = new Map(pedigree.members.map((member) => [member.key, niemName(member) ?? member.key]))
  const nameOf = (key: string | null) => (key === null ? null : names.get(key)!)
  return pedigree.members.map(({ key, sex, father, mother }) => ({
    id: names.get(key)!,
    father: nameOf(father),
    mother: nameOf(mother),
    sex,
  }))
}

/**
 * The genotypes of the records. An allele alone where the profile or the locus is marked partial comes with
 * `null`, the unknown allele; ambiguous calls and calls beyond the ladder are problems and stay untyped.
 */
export function niemSamples(file: NiemFile): { samples: TypedSample[]; problems: Problem[] } {
  const problems: Problem[] = []
  const calls = file.records.flatMap((record, index) => {
    const sample = niemName(record) ?? `record ${index + 1}`
    return record.loci.map((locus) => toCall(locus, { row: index + 1, sample, isPartial: record.isPartial }))
  })
  return { samples: samplesOf(calls, problems), problems }
}

function toCall({ name, quality, alleles }: NiemLocus, of: Omit<Call, 'locus' | 'alleles'>): Call {
  const isPartial = of.isPartial || quality === 'Partial'
  const calls = alleles.map(({ operator = 'Equal', value }) => {
    if (quality === 'Not Definitive') return `${value}?`
    return operator === 'Equal' ? value : `${operator === 'BelowLowerLimit' ? '<' : '>'}${value}`
  })
  return { ...of, locus: name, alleles: calls, ...(isPartial && { isPartial }) }
}

/** The relationship codes of NIEM (`DNARelationshipCodeSimpleType`): what the donor is to the person sought. */
export const niemRelationships = {
  1: 'Biological Child',
  2: 'Biological Father',
  3: 'Biological Mother',
  4: 'Biological Sibling',
  5: 'Maternal Relative',
  6: 'Paternal Relative',
  7: 'Other/Unknown',
} as const

/**
 * What a member is to the person sought, as a NIEM code. Siblings share a parent; a relative by both parents or
 * only through descendants counts as other. The words are CODIS specimen categories too, but for the last.
 *
 * @example for the mother of the person sought: 3, "Biological Mother"
 * @returns `null` when the pedigree is not sound, or does not seek exactly one person, or it is this member
 */
export function niemRelationship(pedigree: NiemPedigree, key: string): keyof typeof niemRelationships | null {
  const sought = pedigree.members.filter(({ status }) => status === 'sought')
  const [target, member] = [sought[0], pedigree.members.find((one) => one.key === key)]
  const people = niemPeople(pedigree)
  const isSound = !('refusal' in orRefusal(() => completePedigree(people)))
  if (!isSound || sought.length !== 1 || !target || !member || member === target) return null
  if (member.father === target.key || member.mother === target.key) return 1
  if (target.father === key) return 2
  if (target.mother === key) return 3
  const shares = (parent: 'father' | 'mother') => target[parent] !== null && target[parent] === member[parent]
  if (shares('father') || shares('mother')) return 4
  const mother = isKin(pedigree, target.mother, key)
  const father = isKin(pedigree, target.father, key)
  if (mother === father) return 7
  return mother ? 5 : 6
}

/** Whether two members have an ancestor in common or one is the ancestor of the other. */
function isKin({ members }: NiemPedigree, one: string | null, other: string): boolean {
  if (one === null) return false
  const parents = new Map(members.map(({ key, father, mother }) => [key, [father, mother]]))
  const linesOf = (start: string) => {
    const found = new Set([start])
    for (const key of found) for (const parent of parents.get(key) ?? []) if (parent) found.add(parent)
    return found
  }
  const others = linesOf(other)
  return [...linesOf(one)].some((key) => others.has(key))
}
