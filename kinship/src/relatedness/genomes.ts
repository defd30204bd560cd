import { completePedigree } from '../pedigree.ts'
import { refuse } from '../refusal.ts'
import type { Person, Sex } from '../types.ts'

/** The genomes of a family, parents before offspring; monozygotic twins are one genome. */
export type Genomes = {
  /** Person -> genome; also people whom the reader added as the missing second parent. */
  of: Map<string, number>
  /** Genome of the father, -1 for a founder. */
  father: number[]
  mother: number[]
  sex: Sex[]
  /** Probability that a founder's two alleles are identical by descent; 0 for others. */
  inbreeding: number[]
  inbreedingX: number[]
}

/**
 * Numbers the genomes of all people of a family, its components side by side.
 *
 * @throws KinshipRefusal when a pedigree is impossible or somebody stands in two components
 */
export function genomesOf(pedigrees: Person[][]): Genomes {
  const genomes: Genomes = {
    of: new Map(),
    father: [],
    mother: [],
    sex: [],
    inbreeding: [],
    inbreedingX: [],
  }
  for (const pedigree of pedigrees) {
    const people = completePedigree(pedigree)
    const twins = twinsOf(people)
    for (const person of people) add(person, twins.get(person.id)!, genomes)
  }
  return genomes
}

function add(person: Person, twins: Set<string>, genomes: Genomes): void {
  if (genomes.of.has(person.id)) {
    refuse(
      'person-twice',
      `"${person.id}" stands in two pedigrees of the family; each person needs one place.`,
    )
  }
  const placed = [...twins].find((twin) => genomes.of.has(twin))
  if (placed !== undefined) {
    genomes.of.set(person.id, genomes.of.get(placed)!)
    return
  }
  const parent = (id: string | null) => (id === null ? -1 : genomes.of.get(id)!)
  genomes.of.set(person.id, genomes.father.length)
  genomes.father.push(parent(person.father))
  genomes.mother.push(parent(person.mother))
  genomes.sex.push(person.sex)
  genomes.inbreeding.push(person.founderInbreeding ?? 0)
  genomes.inbreedingX.push(person.founderInbreedingX ?? 0)
}

/** Person -> everybody with the same genome, themselves too: naming one of two twins is enough. */
function twinsOf(people: Person[]): Map<string, Set<string>> {
  const twins = new Map(people.map(({ id }) => [id, new Set([id])]))
  for (const { id, twinOf } of people) {
    if (twinOf == null) continue
    const all = new Set([...twins.get(id)!, ...twins.get(twinOf)!])
    for (const each of all) twins.set(each, all)
  }
  return twins
}

/** The genome of a person. @throws KinshipRefusal `person-not-placed` */
export function genomeOf(genomes: Genomes, id: string): number {
  return (
    genomes.of.get(id) ??
    refuse('person-not-placed', `"${id}" has no place in the pedigrees: add them there.`)
  )
}
