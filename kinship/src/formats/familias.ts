import { orRefusal, refuse } from '../refusal.ts'
import type { Sex } from '../types.ts'
import { type Cursor, openCursor } from './familias-cursor.ts'
import { readFamiliasDvi, readFamiliasOptions } from './familias-dvi.ts'
import {
  dropoutByPerson,
  emptyFamiliasFile,
  type FamiliasFile,
  type FamiliasPerson,
  type FamiliasPopulation,
} from './familias-file.ts'
import { labelled, readFamiliasLocus } from './familias-locus.ts'
import { readFamiliasPedigrees } from './familias-pedigrees.ts'
import type { Problem } from './problem.ts'

export type { FamiliasFile, FamiliasPedigree } from './familias-file.ts'

/** Larger files hold no case; reading them would only block. */
const mostCharacters = 50_000_000
/** Cells of mutation matrices in one file. */
const mostCells = 5_000_000

type Typing = { person: string; alleles: [number, number]; locus: number; row: number }

export function isFamiliasFile(text: string): boolean {
  return /^\uFEFF?\s*"?Output from Familias/.test(text)
}

/**
 * A Familias 3 file (.fam): persons, genotypes, pedigrees with identical twins, one or several populations with
 * silent alleles, mutation models, drop-out and theta, and the `[DVI]` section. Layout as published with
 * pedFamilias (github magnusdv/pedFamilias). Never throws: what cannot be read is a problem, and what was read
 * before it is kept.
 */
export function readFamilias(text: string): FamiliasFile {
  const file = emptyFamiliasFile()
  if (!isFamiliasFile(text)) {
    const detail = 'A Familias file starts with "Output from Familias".'
    file.problems.push({ code: 'not-a-familias-file', detail })
    return file
  }
  if (text.length > mostCharacters) {
    file.problems.push({ code: 'too-large', detail: 'The file is larger than any Familias case (50 MB).' })
    return file
  }
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  const sections = lines.findIndex((line) => /^\[[^[\]]+\]\s*$/.test(line.trim()))
  const cursor = openCursor(sections < 0 ? lines : lines.slice(0, sections))
  const outcome = orRefusal(() => readMain(cursor, file))
  if (outcome && 'refusal' in outcome) {
    const { code, message } = outcome.refusal
    file.problems.push({ code: problemCode(code), row: cursor.row(), detail: message })
  }
  if (sections >= 0) {
    file.dvi = readFamiliasDvi(lines.slice(sections), file.problems)
    file.options = readFamiliasOptions(lines.slice(sections))
  }
  return file
}

function problemCode(code: string): Problem['code'] {
  if (code === 'truncated' || code === 'too-large') return code
  return code === 'dropout-by-locus' ? 'dropout-not-read' : 'unexpected-line'
}

function readMain(cursor: Cursor, file: FamiliasFile): void {
  cursor.text('the title')
  cursor.text('the warning not to edit')
  file.version = cursor.text('the version')
  if (cursor.peek() === '""' || cursor.peek() === '') cursor.text('an empty line')
  const count = cursor.count('the number of persons', 10_000)
  const typings: Typing[] = []
  const names = new Set<string>()
  for (let i = 0; i < count; i++) {
    const person = readPerson(cursor, typings)
    if (names.size === names.add(person.id).size) {
      const detail = `Two persons are called "${person.id}"; give each their own name.`
      file.problems.push({ code: 'conflicting-duplicate', sample: person.id, detail })
    }
    file.persons.push(person)
  }
  readFamiliasPedigrees(cursor, file)
  const [first, ...others] = readPopulations(cursor, file.problems)
  file.otherPopulations = others
  file.theta = first!.theta
  file.loci = first!.loci
  file.settings = first!.settings
  file.databaseName = first!.name
  addGenotypes(file, typings)
  file.dropout = dropoutByPerson(file.persons, file.settings)
}

function readPerson(cursor: Cursor, typings: Typing[]): FamiliasPerson {
  const id = cursor.text('the name of a person')
  const { rest } = cursor.flag('a flag of a person')
  const birth = cursor.text('the year of birth')
  const birthYear = Number.parseInt(birth, 10)
  const isMinor = cursor.flag('whether a person is a minor').isTrue
  const sex: Sex = cursor.flag('whether a person is male').isTrue ? 'male' : 'female'
  const genotypes = cursor.count('the number of genotypes')
  for (let i = 0; i < genotypes; i++) {
    const row = cursor.row()
    const first = cursor.number('an allele')
    const second = cursor.number('an allele')
    typings.push({ person: id, alleles: [first, second], locus: cursor.count('a locus'), row })
  }
  return {
    id,
    sex,
    ...(birthYear >= 0 && { birthYear }),
    ...(isMinor && { isMinor }),
    ...(/Consider dropouts/i.test(`${rest} ${birth}`) && { hasDropout: true }),
  }
}

/** Populations stand one after the other, each with the line that says theta or, from the second on, without. */
function readPopulations(cursor: Cursor, problems: Problem[]): FamiliasPopulation[] {
  const { isTrue, rest } = cursor.flag('the database line')
  if (isTrue) {
    refuse('unexpected-line', 'The file holds computed probabilities: save it in Familias before computing.')
  }
  const total = Math.max(1, labelled(rest, '#Databases'))
  if (total > 100) refuse('too-large', `The file announces ${total} databases; up to 100 can be read.`)
  let theta = labelled(rest, 'Fst')
  const budget = { cells: mostCells }
  const populations = [readPopulation(cursor, theta, budget, problems)]
  while (populations.length < total) {
    if (cursor.peek()?.startsWith('#')) theta = labelled(cursor.flag('a database line').rest, 'Fst')
    populations.push(readPopulation(cursor, theta, budget, problems))
  }
  while (cursor.peek() === '') cursor.text('an empty line')
  if (cursor.peek() !== undefined) {
    refuse('unexpected-line', `From line ${cursor.row()} on the file holds what could not be read.`)
  }
  return populations
}

function readPopulation(
  cursor: Cursor,
  theta: number,
  budget: { cells: number },
  problems: Problem[],
): FamiliasPopulation {
  const count = cursor.count('the number of loci', 10_000)
  const hasName = cursor.flag('whether the database has a name').isTrue
  const name = hasName ? cursor.text('the name of the database') : null
  const population: FamiliasPopulation = { name, theta, loci: [], settings: [] }
  for (let i = 0; i < count; i++) {
    const { locus, settings } = readFamiliasLocus(cursor, problems)
    const { female, male } = locus.mutation ?? {}
    budget.cells -= (female?.matrix?.length ?? 0) ** 2 + (male?.matrix?.length ?? 0) ** 2
    if (budget.cells < 0) refuse('too-large', 'The mutation matrices of the file are larger than any case.')
    population.loci.push(locus)
    population.settings.push(settings)
  }
  return population
}

function addGenotypes(file: FamiliasFile, typings: Typing[]): void {
  const found = new Map<string, Map<string, (string | null)[]>>()
  for (const { person, alleles, locus, row } of typings) {
    const place = { row, sample: person }
    const at = file.loci[locus]
    const names = alleles.map((index) => (index < 0 ? null : at?.alleles[index]))
    if (!at || !isKnown(names)) {
      const detail = 'A genotype points outside the database.'
      file.problems.push({ code: 'allele-unreadable', ...place, detail })
      continue
    }
    const profile = found.get(person) ?? new Map<string, (string | null)[]>()
    const earlier = profile.get(at.name)
    if (earlier && earlier.join() !== names.join()) {
      const detail = `${person} shows ${earlier.join('/')} and ${names.join('/')} at ${at.name}.`
      file.problems.push({ code: 'conflicting-duplicate', ...place, locus: at.name, detail })
    }
    found.set(person, profile.set(at.name, names))
  }
  file.genotypes = Object.fromEntries(
    [...found].map(([person, profile]) => [person, Object.fromEntries(profile)]),
  )
}

function isKnown(names: (string | null | undefined)[]): names is (string | null)[] {
  return !names.includes(undefined)
}
