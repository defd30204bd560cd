import type { FamiliasOption } from './familias-file.ts'
import type { Problem } from './problem.ts'

export type DviPerson = { id: string; sex: 'male' | 'female'; genotypes: Record<string, string[]> }
/** By names. The person who is looked for is called "Missing person" and is nobody of `persons`. */
export type DviPedigree = { name: string; relations: { parent: string; offspring: string }[] }
export type DviFamily = { name: string; persons: DviPerson[]; pedigrees: DviPedigree[] }

/** The `[DVI]` section: unidentified people, and reference families with their pedigrees. */
export type FamiliasDvi = {
  unidentified: DviPerson[]
  families: DviFamily[]
}

type Section = { title: string; fields: [string, string][]; sections: Section[] }

/** Reads the bracketed sections; `null` when there is no `[DVI]` section among them. */
export function readFamiliasDvi(lines: string[], problems: Problem[]): FamiliasDvi | null {
  const root = sectionTree(lines)
  const dvi = titled(root, 'DVI')
  const unidentified = dvi && titled(dvi, 'Unidentified persons')
  if (!dvi || !unidentified) return null
  const found: FamiliasDvi = {
    unidentified: persons(unidentified),
    families: numbered(titled(dvi, 'Reference Families'), 'Family').map((family) => ({
      name: field(family, 'Name'),
      persons: persons(titled(family, 'Persons')),
      pedigrees: numbered(titled(family, 'Pedigrees'), 'Pedigree').map(pedigree),
    })),
  }
  checkCounts(dvi, found, problems)
  return found
}

/** What the file announces against what it holds; a file cut short is seen here. */
function checkCounts(dvi: Section, found: FamiliasDvi, problems: Problem[]): void {
  const families = numbered(titled(dvi, 'Reference Families'), 'Family')
  const counts: [Section | undefined, string, number, string][] = [
    [titled(dvi, 'Unidentified persons'), 'nPersons', found.unidentified.length, 'unidentified persons'],
    [titled(dvi, 'Reference Families'), 'nFamilies', found.families.length, 'reference families'],
    ...found.families.flatMap(({ name, persons, pedigrees }, index): typeof counts => [
      [titled(families[index], 'Persons'), 'nPersons', persons.length, `persons in "${name}"`],
      [titled(families[index], 'Pedigrees'), 'nPedigrees', pedigrees.length, `pedigrees in "${name}"`],
      ...numbered(titled(families[index], 'Pedigrees'), 'Pedigree').map(
        (section, i): (typeof counts)[number] => [
          section,
          'nRelations',
          pedigrees[i]!.relations.filter(({ offspring }) => offspring !== '').length,
          `relations in "${name}"`,
        ],
      ),
    ]),
  ]
  for (const [section, key, held, what] of counts) {
    const announced = section ? Number(field(section, key)) : 0
    if (announced === held) continue
    problems.push({ code: 'truncated', detail: `The file announces ${announced} ${what} and holds ${held}.` })
  }
}

/** The options of the program: every section but `[DVI]`. */
export function readFamiliasOptions(lines: string[]): FamiliasOption[] {
  const list = (section: Section, path: string[]): FamiliasOption[] => [
    ...section.fields.map(([key, value]) => ({ section: path, key, value })),
    ...section.sections.flatMap((inner) => list(inner, [...path, inner.title])),
  ]
  return sectionTree(lines)
    .sections.filter(({ title }) => title !== 'DVI')
    .flatMap((section) => list(section, [section.title]))
}

function sectionTree(lines: string[]): Section {
  const root: Section = { title: '', fields: [], sections: [] }
  const path = [root]
  for (const line of lines) {
    const heading = /^(\[+)([^[\]]*)\]+$/.exec(line.trim())
    if (heading) {
      path.length = Math.min(path.length, heading[1]!.length)
      const section: Section = { title: heading[2]!.trim(), fields: [], sections: [] }
      path.at(-1)!.sections.push(section)
      path.push(section)
      continue
    }
    const split = line.indexOf('=')
    if (split > 0) path.at(-1)!.fields.push([line.slice(0, split).trim(), line.slice(split + 1).trim()])
  }
  return root
}

function titled(section: Section | undefined, title: string): Section | undefined {
  return section?.sections.find((candidate) => candidate.title === title)
}

function numbered(section: Section | undefined, word: string): Section[] {
  return section?.sections.filter((candidate) => new RegExp(`^${word} \\d+$`).test(candidate.title)) ?? []
}

function field(section: Section, key: string): string {
  return section.fields.find(([name]) => name === key)?.[1] ?? ''
}

function persons(section: Section | undefined): DviPerson[] {
  return numbered(section, 'Person').map((person) => {
    const data = titled(person, 'DNA data')?.fields ?? []
    const genotypes: [string, string[]][] = []
    for (const [key, value] of data) {
      if (key === 'SystemName') genotypes.push([value, []])
      else if (/^Allele[12]$/.test(key)) genotypes.at(-1)?.[1].push(value)
    }
    const sex = field(person, 'Gender') === 'Male' ? 'male' : 'female'
    return { id: field(person, 'Name'), sex, genotypes: Object.fromEntries(genotypes) }
  })
}

function pedigree(section: Section): DviPedigree {
  const relations: { parent: string; offspring: string }[] = []
  for (const [key, value] of section.fields) {
    if (key === 'Parent') relations.push({ parent: value, offspring: '' })
    else if (key === 'Child' && relations.length > 0) relations.at(-1)!.offspring = value
  }
  return { name: field(section, 'Name'), relations }
}
