import { pedigreeProblems } from '../pedigree.ts'
import type { Genotypes, Person, Sex } from '../types.ts'
import type { Problem } from './problem.ts'

/** One family; ids are its own and may stand in another family too. */
export type PedFamily = { id: string; people: Person[]; genotypes: Genotypes }

export type PedFile = { loci: string[]; families: PedFamily[]; problems: Problem[] }

/** One line of a family table: a person and their genotypes. */
export type PedLine = {
  row: number
  family: string
  person: Person
  genotypes: [locus: string, alleles: (string | null)[]][]
  /** Code of a pair of twins within the family, when the line has one. */
  twin?: string
}

/** Problems listed of one family; nobody reads more. */
const mostProblems = 20

/** Lines gathered into families, in the order of the file; what is impossible about a family is a problem. */
export function toFamilies(lines: PedLine[], problems: Problem[]): PedFamily[] {
  const families = [...Map.groupBy(lines, ({ family }) => family)].map(([id, members]) => {
    joinTwins(members, problems)
    const typed = members.filter(({ genotypes }) => genotypes.length > 0)
    return {
      id,
      people: members.map(({ person }) => person),
      genotypes: Object.fromEntries(
        typed.map(({ person, genotypes }) => [person.id, Object.fromEntries(genotypes)]),
      ),
    }
  })
  for (const { id, people } of families) {
    for (const { message } of pedigreeProblems(people).slice(0, mostProblems)) {
      problems.push({ code: 'pedigree-not-read', sample: id, detail: `Family "${id}": ${message}` })
    }
  }
  return families
}

function joinTwins(members: PedLine[], problems: Problem[]): void {
  const first = new Map<string, Person>()
  for (const { row, family, person, twin } of members) {
    if (twin === undefined) continue
    const key = JSON.stringify([twin, person.father, person.mother])
    const lead = first.get(key)
    if (!lead) first.set(key, person)
    else if (lead.sex === person.sex) person.twinOf = lead.id
    else {
      const detail = `Family "${family}": identical twins "${lead.id}" and "${person.id}" are of different sex.`
      problems.push({ code: 'sex-conflict', row, sample: person.id, detail })
    }
  }
}

/** 1, M or male; 2, F or female; anything else is `null`, but for the spellings of an unknown sex. */
export function sexOf(cell: string): Sex | null {
  if (/^(1|m|male)$/i.test(cell)) return 'male'
  if (/^(2|f|female)$/i.test(cell)) return 'female'
  return /^(0|-9|x|u|\?|na|unknown|other|)$/i.test(cell) ? 'unknown' : null
}

export function sexCode(sex: Sex): string {
  return sex === 'male' ? '1' : sex === 'female' ? '2' : '0'
}

/** The cell of a parent; `null` for what stands for nobody. */
export function parentOf(cell: string): string | null {
  return nobody.includes(cell) ? null : cell
}

/** What stands for nobody and for no allele. */
export const nobody: readonly string[] = ['0', '', '.', 'NA', '-']
export const noAllele: readonly string[] = ['0', '', '.', 'NA', '-', 'x', 'X', '?']

/**
 * Two cells as a genotype; `undefined` when there is none. On X a male has one allele, written once or twice.
 */
export function genotypeOf(
  cells: (string | undefined)[],
  isHemizygous: boolean,
): (string | null)[] | 'two-alleles' | undefined {
  const [first, second] = [cells[0] ?? '', cells[1] ?? ''].map((cell) =>
    noAllele.includes(cell) ? null : cell,
  )
  if (first == null && second == null) return undefined
  if (!isHemizygous) return [first ?? second!, first == null ? null : second!]
  if (first != null && second != null && first !== second) return 'two-alleles'
  return [first ?? second!]
}
