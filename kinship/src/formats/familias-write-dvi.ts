import { refuse } from '../refusal.ts'
import type { DviFamily, DviPedigree, DviPerson, FamiliasDvi } from './familias-dvi.ts'
import type { FamiliasFile, FamiliasOption } from './familias-file.ts'

/** The bracketed sections at the end of a Familias file: `[DVI]`, then the options of the program. */
export function writeFamiliasSections({ dvi, options }: Pick<FamiliasFile, 'dvi' | 'options'>): string[] {
  return [...(dvi ? ['', ...dviLines(dvi)] : []), ...optionLines(options)]
}

function dviLines({ unidentified, families }: FamiliasDvi): string[] {
  return [
    heading(1, 'DVI'),
    heading(2, 'Unidentified persons'),
    entry('nPersons', unidentified.length),
    ...unidentified.flatMap((person, index) => personLines(3, index, person)),
    heading(2, 'Reference Families'),
    entry('nFamilies', families.length),
    ...families.flatMap(familyLines),
  ]
}

function familyLines({ name, persons, pedigrees }: DviFamily, index: number): string[] {
  return [
    heading(3, `Family ${index + 1}`),
    entry('Name', name),
    heading(4, 'Persons'),
    entry('nPersons', persons.length),
    ...persons.flatMap((person, at) => personLines(5, at, person)),
    heading(4, 'Pedigrees'),
    entry('nPedigrees', pedigrees.length),
    ...pedigrees.flatMap(pedigreeLines),
  ]
}

function personLines(depth: number, index: number, { id, sex, genotypes }: DviPerson): string[] {
  const typed = Object.entries(genotypes)
  return [
    heading(depth, `Person ${index + 1}`),
    entry('Name', id),
    entry('Gender', sex === 'male' ? 'Male' : 'Female'),
    heading(depth + 1, 'DNA data'),
    entry('nSystems', typed.length),
    ...typed.flatMap(([locus, alleles]) => [
      entry('SystemName', locus),
      ...alleles.map((allele, at) => entry(`Allele${at + 1}`, allele)),
    ]),
  ]
}

function pedigreeLines({ name, relations }: DviPedigree, index: number): string[] {
  return [
    heading(5, `Pedigree ${index + 1}`),
    entry('Name', name),
    entry('nRelations', relations.length),
    ...relations.flatMap(({ parent, offspring }) => [entry('Parent', parent), entry('Child', offspring)]),
  ]
}

/** Headings of sections already open are not repeated. */
function optionLines(options: FamiliasOption[]): string[] {
  let open: string[] = []
  return options.flatMap(({ section, key, value }) => {
    const shared = section.findIndex((title, depth) => open[depth] !== title)
    const from = shared < 0 ? section.length : shared
    const isDeeper = open.length > section.length
    const headings = section.slice(isDeeper && from === section.length ? from - 1 : from)
    const depth = section.length - headings.length
    open = section
    return [...headings.map((title, at) => heading(depth + at + 1, title)), entry(key, value)]
  })
}

function heading(depth: number, title: string): string {
  return `${'['.repeat(depth)}${title}${']'.repeat(depth)}`
}

/** A line is trimmed when read, so that a value that would change is refused. */
function entry(key: string, value: string | number): string {
  const text = String(value)
  if (/[\r\n]/.test(text) || text !== text.trim()) {
    refuse(
      'name-not-writable',
      `A name with a line break or with spaces around it cannot be written in this part of a file: "${text.slice(0, 40)}".`,
    )
  }
  return `${key}= ${text}`
}
