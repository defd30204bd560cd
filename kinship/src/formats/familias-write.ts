import { silentAllele } from '../mutation.ts'
import { refuse } from '../refusal.ts'
import type { Locus, Person } from '../types.ts'
import type {
  FamiliasFile,
  FamiliasLocusSettings,
  FamiliasPedigree,
  FamiliasPerson,
  FamiliasPopulation,
} from './familias-file.ts'
import { familiasRates } from './familias-mutation.ts'
import { extraName, knownRelations } from './familias-pedigrees.ts'
import { writeFamiliasSections } from './familias-write-dvi.ts'

/**
 * A Familias 3 file (.fam), which `readFamilias` reads back as it was.
 *
 * @example writeFamilias(readFamilias(text)) // the same case, relations in the order of the people
 * @throws KinshipRefusal for what such a file cannot hold: a person of unknown sex, loci that are not autosomal,
 *   founder inbreeding, a mutation model without a number, a name with a line break
 */
export function writeFamilias(file: FamiliasFile): string {
  const version = file.version === '' ? '3.3.1' : file.version
  const { theta, loci, settings, databaseName: name } = file
  const first = { name, theta, loci, settings }
  const known = knownExtra(file.pedigrees)
  const base = [...file.persons.map(({ id }) => id), ...known.women, ...known.men]
  const lines = [
    quoted(`Output from Familias, version ${version.replace(/ .*/, '')}`),
    '"DO NOT EDIT!"',
    version,
    '""',
    String(file.persons.length),
    ...file.persons.flatMap((person) => personLines(person, file)),
    '"Known relations"',
    ...[known.women.length, known.men.length, 0].map(String),
    String(file.pedigrees.length),
    ...file.pedigrees.flatMap((pedigree, index) => [String(index), ...pedigreeLines(pedigree, base)]),
    databaseLine(theta, file.otherPopulations.length + 1),
    ...populationLines(first),
    ...file.otherPopulations.flatMap((other) => [databaseLine(other.theta, 1), ...populationLines(other)]),
    ...writeFamiliasSections(file),
  ]
  return `${lines.join('\n')}\n`
}

function quoted(text: string): string {
  if (/[\r\n]/.test(text)) {
    refuse('name-not-writable', `A name with a line break cannot be written: "${text.slice(0, 40)}".`)
  }
  return `"${text}"`
}

function databaseLine(theta: number, databases: number): string {
  return `#FALSE# (#Databases: ${databases} ;Theta/Kinship/Fst: ${theta} )`
}

function flag(isTrue: boolean | undefined): string {
  return isTrue ? '#TRUE#' : '#FALSE#'
}

function personLines(person: FamiliasPerson, { genotypes, loci }: FamiliasFile): string[] {
  const { id, sex, birthYear, isMinor, hasDropout } = person
  if (sex === 'unknown') refuse('sex-unknown', `A Familias file needs the sex of "${id}".`)
  const profile = new Map(Object.entries(Object.hasOwn(genotypes, id) ? genotypes[id]! : {}))
  const typed = loci.flatMap((locus, index) => {
    const alleles = profile.get(locus.name)
    return alleles ? [...[0, 1].map((at) => alleleIndex(locus, alleles[at] ?? null, id)), String(index)] : []
  })
  const birth = `${birthYear ?? -1}${hasDropout ? ' (Consider dropouts)' : ''}`
  return [
    quoted(id),
    flag(false),
    birth,
    flag(isMinor),
    flag(sex === 'male'),
    String(typed.length / 3),
    ...typed,
  ]
}

function alleleIndex({ name, alleles }: Locus, allele: string | null, person: string): string {
  const index = allele === null ? -1 : alleles.indexOf(allele)
  if (allele !== null && index < 0) {
    refuse(
      'allele-not-in-table',
      `The allele "${allele}" of "${person}" is not among the alleles of ${name}.`,
    )
  }
  return String(index)
}

/** The unnamed people of the known relations, whom `readFamilias` puts into every pedigree. */
function knownExtra(pedigrees: FamiliasPedigree[]): { women: string[]; men: string[] } {
  const ids = pedigrees.map(({ people }) => new Set(people.map(({ id }) => id)))
  const isEverywhere = (id: string) => ids.length > 0 && ids.every((people) => people.has(id))
  const names = (sex: 'female' | 'male') => {
    const found: string[] = []
    while (isEverywhere(extraName(sex, found.length, knownRelations))) {
      found.push(extraName(sex, found.length, knownRelations))
    }
    return found
  }
  return { women: names('female'), men: names('male') }
}

/** Extra people first, then who is whose parent, then who are identical twins. */
function pedigreeLines({ name, people }: FamiliasPedigree, base: string[]): string[] {
  const listed = new Set(base)
  const extra = people.filter(({ id }) => !listed.has(id))
  const women = extra.filter(({ sex }) => sex === 'female')
  const men = extra.filter(({ sex }) => sex === 'male')
  const place = new Map(
    [...base, ...[...women, ...men].map(({ id }) => id)].map((id, index) => [id, String(index)]),
  )
  const placeOf = (id: string) =>
    place.get(id) ?? refuse('parent-not-listed', `"${id}" is not listed in the pedigree "${name}".`)
  const relations = people.flatMap((person) => [
    ...[person.father, person.mother].flatMap((parent) =>
      parent === null ? [] : [[placeOf(parent), placeOf(person.id)]],
    ),
    ...(person.twinOf ? [[`${placeOf(person.twinOf)} (Direct)`, placeOf(person.id)]] : []),
  ])
  for (const person of people) checkWritable(person)
  return [
    quoted(name),
    String(women.length),
    String(men.length),
    String(relations.length),
    ...relations.flat(),
  ]
}

function checkWritable({ id, sex, founderInbreeding, founderInbreedingX }: Person): void {
  if (sex === 'unknown') refuse('sex-unknown', `A Familias file needs the sex of "${id}".`)
  if (founderInbreeding || founderInbreedingX) {
    refuse('founder-inbreeding', `A Familias file cannot say that the founder "${id}" is inbred.`)
  }
}

function populationLines({ name, loci, settings }: FamiliasPopulation): string[] {
  return [
    String(loci.length),
    flag(name !== null),
    ...(name === null ? [] : [quoted(name)]),
    ...loci.flatMap((locus, index) => locusLines(locus, settings[index])),
  ]
}

function locusLines(locus: Locus, settings: FamiliasLocusSettings | undefined): string[] {
  if (locus.chrom !== 'autosomal') {
    refuse('locus-not-autosomal', `A Familias file holds autosomal loci; ${locus.name} is ${locus.chrom}.`)
  }
  const female = familiasRates(locus.mutation?.female, locus.name)
  const male = familiasRates(locus.mutation?.male, locus.name)
  const silent = locus.alleles.indexOf(silentAllele)
  if (silent >= 0 && silent < locus.alleles.length - 1) {
    refuse('silent-allele-not-last', `List the silent allele of ${locus.name} last.`)
  }
  const visible = locus.alleles.filter((allele) => allele !== silentAllele)
  const { databaseSize, dropout, minimumFrequency } = settings ?? noSettings
  return [
    quoted(locus.name),
    ...[female.rate, male.rate, female.code, male.code, locus.alleles.length].map(String),
    ...[female.range, male.range, female.rate2, male.rate2].map(String),
    flag(silent >= 0),
    String(silent < 0 ? 0 : locus.frequencies[silent]!),
    `${visible.length}\t(DatabaseSize = ${databaseSize} , Dropout probability = ${dropout} , Minor allele frequency = ${minimumFrequency} )`,
    ...visible.flatMap((allele, index) => [quoted(allele), String(locus.frequencies[index]!)]),
  ]
}

const noSettings: FamiliasLocusSettings = { databaseSize: 0, dropout: 0, minimumFrequency: 0 }
