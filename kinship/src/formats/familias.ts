import { orRefusal } from '../refusal.ts'
import type { Genotypes, Locus, Person, Sex } from '../types.ts'
import { type Cursor, openCursor } from './familias-cursor.ts'
import { type FamiliasDvi, readFamiliasDvi } from './familias-dvi.ts'
import { readFamiliasLocus } from './familias-locus.ts'
import type { Problem } from './problem.ts'

export type FamiliasPedigree = { name: string; people: Person[] }

export type FamiliasFile = {
  version: string
  theta: number
  persons: { id: string; sex: Sex }[]
  loci: Locus[]
  genotypes: Genotypes
  /** Everybody in the file stands in every pedigree, alone where nothing relates them. */
  pedigrees: FamiliasPedigree[]
  /** Person -> drop-out probability, where Familias considers it for them. */
  dropout: Record<string, number>
  dvi: FamiliasDvi | null
  problems: Problem[]
}

type Relation = { parent: number; offspring: number }
type Member = { id: string; sex: Sex }
type Typing = { person: string; alleles: [number, number]; locus: number; row: number }

export function isFamiliasFile(text: string): boolean {
  return /^\uFEFF?\s*"?Output from Familias/.test(text)
}

/**
 * A Familias 3 file (.fam): persons, loci with frequencies and mutation model, genotypes, pedigrees and the
 * `[DVI]` section. Layout as published in pedFamilias (github magnusdv/pedFamilias). Never throws: what
 * cannot be read is a problem, and what was read before it is kept.
 */
export function readFamilias(text: string): FamiliasFile {
  const file: FamiliasFile = {
    version: '',
    theta: 0,
    persons: [],
    loci: [],
    genotypes: {},
    pedigrees: [],
    dropout: {},
    dvi: null,
    problems: [],
  }
  if (!isFamiliasFile(text)) {
    file.problems.push({
      code: 'not-a-familias-file',
      detail: 'A Familias file starts with "Output from Familias".',
    })
    return file
  }
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  const sections = lines.findIndex((line) => /^\[[^[\]]+\]\s*$/.test(line.trim()))
  const cursor = openCursor(sections < 0 ? lines : lines.slice(0, sections))
  const outcome = orRefusal(() => readMain(cursor, file))
  if (outcome && 'refusal' in outcome) {
    const code = outcome.refusal.code === 'truncated' ? 'truncated' : 'unexpected-line'
    file.problems.push({ code, row: cursor.row(), detail: outcome.refusal.message })
  }
  if (sections >= 0) file.dvi = readFamiliasDvi(lines.slice(sections), file.problems)
  return file
}

function readMain(cursor: Cursor, file: FamiliasFile): void {
  cursor.text('the title')
  cursor.text('the warning not to edit')
  file.version = cursor.text('the version')
  if (cursor.peek() === '""' || cursor.peek() === '') cursor.text('an empty line')
  const count = cursor.count('the number of persons', 10_000)
  const typings: Typing[] = []
  const considersDropout: string[] = []
  for (let i = 0; i < count; i++) {
    const { id, sex, hasDropout } = readPerson(cursor, typings)
    file.persons.push({ id, sex })
    if (hasDropout) considersDropout.push(id)
  }
  readPedigrees(cursor, file)
  const { rest } = cursor.flag('the database line')
  file.theta = Number(/Fst:\s*([\d.eE-]+)/.exec(rest)?.[1] ?? 0)
  const loci = cursor.count('the number of loci', 10_000)
  if (cursor.flag('whether the database has a name').isTrue) cursor.text('the name of the database')
  const dropouts: number[] = []
  for (let i = 0; i < loci; i++) {
    const { locus, dropout } = readFamiliasLocus(cursor, file.problems)
    file.loci.push(locus)
    dropouts.push(dropout)
  }
  addGenotypes(file, typings)
  addDropout(file, considersDropout, dropouts)
}

function readPerson(cursor: Cursor, typings: Typing[]): { id: string; sex: Sex; hasDropout: boolean } {
  const id = cursor.text('the name of a person')
  const fixed = cursor.flag('a flag of a person')
  cursor.text('the year of birth')
  cursor.flag('whether a person is a minor')
  const sex = cursor.flag('whether a person is male').isTrue ? 'male' : 'female'
  const genotypes = cursor.count('the number of genotypes')
  for (let i = 0; i < genotypes; i++) {
    const row = cursor.row()
    const first = cursor.number('an allele')
    const second = cursor.number('an allele')
    typings.push({ person: id, alleles: [first, second], locus: cursor.count('a locus'), row })
  }
  return { id, sex, hasDropout: /Consider dropouts/i.test(fixed.rest) }
}

function readPedigrees(cursor: Cursor, file: FamiliasFile): void {
  if (cursor.peek()?.replaceAll('"', '') === 'Known relations') cursor.text('the known relations')
  const known = readMembers(cursor, file.persons, 'known')
  const shared = readRelations(cursor, file, 'known relations')
  const count = cursor.count('the number of pedigrees', 10_000)
  for (let i = 0; i < count; i++) {
    cursor.count('the number of a pedigree')
    const name = cursor.text('the name of a pedigree')
    const members = readMembers(cursor, known, name)
    const own = readRelations(cursor, file, name)
    if (!shared || !own) continue
    const people = toPeople(members, [...shared, ...own], name, file.problems)
    if (people) file.pedigrees.push({ name, people })
  }
}

/** Familias adds unnamed women, then unnamed men. */
function readMembers(cursor: Cursor, base: Member[], where: string): Member[] {
  const women = cursor.count('the number of extra women', 1000)
  const men = cursor.count('the number of extra men', 1000)
  const extra = (sex: Sex, total: number) =>
    Array.from({ length: total }, (_, i): Member => ({ id: `extra ${sex} ${i + 1} (${where})`, sex }))
  return [...base, ...extra('female', women), ...extra('male', men)]
}

/** `null` when the relations hold what is not read (identical twins, written as "Direct"). */
function readRelations(cursor: Cursor, file: FamiliasFile, where: string): Relation[] | null {
  const count = cursor.count('the number of relations')
  const relations: Relation[] = []
  let isReadable = true
  for (let i = 0; i < count; i++) {
    if (/direct/i.test(cursor.peek() ?? '')) {
      cursor.text('a twin')
      cursor.text('a twin')
      isReadable = false
    } else {
      relations.push({ parent: cursor.count('a parent'), offspring: cursor.count('an offspring') })
    }
  }
  if (!isReadable) {
    file.problems.push({
      code: 'pedigree-not-read',
      detail: `"${where}" has identical twins, which are not supported.`,
    })
  }
  return isReadable ? relations : null
}

function toPeople(
  members: Member[],
  relations: Relation[],
  name: string,
  problems: Problem[],
): Person[] | null {
  const people = members.map((member): Person => ({ ...member, father: null, mother: null }))
  for (const { parent, offspring } of relations) {
    const [from, to] = [people[parent], people[offspring]]
    const role = from?.sex === 'male' ? 'father' : 'mother'
    if (!from || !to || to[role] !== null) {
      problems.push({
        code: 'pedigree-not-read',
        detail: `"${name}" relates a person who is not there or gives somebody two ${role}s.`,
      })
      return null
    }
    to[role] = from.id
  }
  return people
}

function addGenotypes({ loci, genotypes, problems }: FamiliasFile, typings: Typing[]): void {
  for (const { person, alleles, locus, row } of typings) {
    const found = loci[locus]
    const names = alleles.map((index) => (index < 0 ? null : found?.alleles[index]))
    if (!found || names.includes(undefined)) {
      problems.push({
        code: 'allele-unreadable',
        row,
        sample: person,
        detail: 'A genotype points outside the database.',
      })
      continue
    }
    const profile = Object.hasOwn(genotypes, person) ? genotypes[person]! : {}
    Object.defineProperty(profile, found.name, {
      value: names,
      enumerable: true,
      configurable: true,
      writable: true,
    })
    Object.defineProperty(genotypes, person, {
      value: profile,
      enumerable: true,
      configurable: true,
      writable: true,
    })
  }
}

function addDropout(file: FamiliasFile, people: string[], dropouts: number[]): void {
  const distinct = [...new Set(dropouts)]
  if (people.length === 0 || distinct.every((d) => d === 0)) return
  if (distinct.length > 1) {
    file.problems.push({
      code: 'dropout-not-read',
      detail: 'The loci have different drop-out probabilities; one for all loci is supported.',
    })
    return
  }
  file.dropout = Object.fromEntries(people.map((id) => [id, distinct[0]!]))
}
