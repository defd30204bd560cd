import type { Problem } from './problem.ts'

type DviPerson = { id: string; sex: 'male' | 'female'; genotypes: Record<string, string[]> }
type DviPedigree = { name: string; relations: { parent: string; offspring: string }[] }

/** The `[DVI]` section: unidentified people, and reference families with their pedigrees. */
export type FamiliasDvi = {
  unidentified: DviPerson[]
  families: { name: string; persons: DviPerson[]; pedigrees: DviPedigree[] }[]
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
  const expected = Number(field(unidentified, 'nPersons'))
  if (expected !== found.unidentified.length) {
    problems.push({
      code: 'truncated',
      detail: `The file announces ${expected} unidentified persons and holds ${found.unidentified.length}.`,
    })
  }
  return found
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
