import type { KinshipCase } from '@sandsage/kinship'
import {
  type CodisFile,
  codisLoci,
  type NiemMember,
  niemRelationship,
  niemRelationships,
  type PedFile,
} from '@sandsage/kinship/formats'
import type { DrawnPerson } from '../model/family.ts'
import type { Genotypes } from '../model/samples.ts'
import { parentsOf } from './family.ts'

/** A drawn family as a laboratory gets it: plain labels, and the profiles of those who agreed. */
export type LabelledFamily = {
  people: DrawnPerson[]
  children: string[]
  profiles: Record<string, { genotypes: Genotypes; laboratory: string; at: string }>
}

/** CODIS takes 24 characters of a specimen's number. */
const LONGEST = 24

/**
 * What each person is called in a file that leaves the house: by the kit a laboratory knows, else by their place
 * in the drawing. Never by name, and never by an id of the house.
 */
export function labelsFor(people: DrawnPerson[], kits: Map<string, string>): Map<string, string> {
  const used = new Set<string>()
  return new Map(
    people.map(({ id }, place) => {
      const kit = kits.get(id)
      const label = kit !== undefined && kit.length <= LONGEST && !used.has(kit) ? kit : `person-${place + 1}`
      used.add(label)
      return [id, label]
    }),
  )
}

/** The drawing with everybody under their label. */
export const relabelled = (people: DrawnPerson[], labels: Map<string, string>): DrawnPerson[] => {
  const named = (id: string | null) => (id === null ? null : (labels.get(id) ?? null))
  return people.map((person) => ({
    ...person,
    id: labels.get(person.id)!,
    father: named(person.father),
    mother: named(person.mother),
  }))
}

const typedLoci = ({ profiles }: LabelledFamily): string[] => [
  ...new Set(Object.values(profiles).flatMap(({ genotypes }) => Object.keys(genotypes))),
]

/** One pedsuite table of the family, with every locus there is; R takes no name with a space. */
export function toPedTable(family: LabelledFamily): Pick<PedFile, 'families' | 'loci'> {
  const nameOf = (locus: string) => locus.replaceAll(' ', '_')
  const genotypes = Object.entries(family.profiles).map(([id, { genotypes }]) => [
    id,
    Object.fromEntries(Object.entries(genotypes).map(([locus, alleles]) => [nameOf(locus), alleles])),
  ])
  const people = family.people.map(({ id, father, mother, sex }) => ({ id, father, mother, sex }))
  return {
    loci: typedLoci(family).map(nameOf),
    families: [{ id: '1', people, genotypes: Object.fromEntries(genotypes) }],
  }
}

type CodisHead = Pick<CodisFile, 'destination' | 'sourceLab' | 'submittedBy' | 'submittedAt'>

/** The family's specimens for CODIS, each with what it is to the first child; and the loci CODIS has no name for. */
export function toCodis(family: LabelledFamily, head: CodisHead): { file: CodisFile; left: string[] } {
  const specimens = Object.entries(family.profiles).map(([id, { genotypes, laboratory, at }]) => ({
    id,
    category: categoryOf(id, family),
    loci: Object.entries(genotypes)
      .filter(([locus]) => codisLoci.has(locus))
      .map(([name, alleles]) => ({
        ...{ name, readBy: laboratory.slice(0, 20), readAt: at },
        // CMF writes a homozygote's allele once.
        alleles: [...new Set(alleles)].map((value) => ({ value })),
      })),
  }))
  return {
    file: { version: '3.2', ...head, specimens: specimens.filter(({ loci }) => loci.length > 0) },
    left: typedLoci(family).filter((locus) => !codisLoci.has(locus)),
  }
}

/** The children are who is sought; relatives go by what they are to the first of them. */
function categoryOf(id: string, { people, children }: LabelledFamily): string {
  if (children.includes(id)) return 'Unidentified Person'
  const members = people.map(
    ({ id: key, father, mother, sex }): NiemMember => ({
      ...{ key, father, mother, sex, identifications: [] },
      status: key === children[0] ? 'sought' : 'known',
    }),
  )
  const relation = niemRelationship({ identifications: [], status: 'Claimed', members, comments: [] }, id)
  return relation === null || relation === 7 ? 'Other' : niemRelationships[relation]
}

/** Whose place in the family is in question: the drawn children who have parents in it. */
export const childrenIn = (people: DrawnPerson[], isChild: (id: string) => boolean): string[] =>
  people.filter((person) => isChild(person.id) && parentsOf(person).length > 0).map((person) => person.id)

/** A Familias file holds loci of a frequency table only; these are left out of it. */
export const leftOutOf = (family: LabelledFamily, { loci }: Pick<KinshipCase, 'loci'>): string[] => {
  const held = new Set(loci.map(({ name }) => name))
  return typedLoci(family).filter((locus) => !held.has(locus))
}
