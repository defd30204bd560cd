import type { Problem } from './problem.ts'

type DviPerson = { id: string; sex: 'male' | 'female'; genotypes: Record<string, string[]> }
type DviPedigree = { name: string; relations: { parent: string; offspring: string }[] }

/** The `[DVI]` section: unidentified people, and reference families with their pedigrees. */
export type FamiliasDvi = {
  unidentified: DviPerson[]
  families: { name: string; persons: DviPerson[]; pedigrees: DviPedigree[] }[]
}

type Section = { title: string; fields: [string, string][]; children: Section[] }

/** Reads the bracketed sections; `null` when there is no `[DVI]` section among them. */
export function readFamiliasDvi(lines: string[], problems: Problem[]): FamiliasDvi | null {
  const root = sectionTree(lines)
  const dvi = child(root, 'DVI')
  const unidentified = dvi && child(dvi, 'Unidentified persons')
  if (!dvi || !unidentified) return null
  const found: FamiliasDvi = {
    unidentified: persons(unidentified),
    families: children(child(dvi, 'Reference Families'), 'Family').map((family) => ({
      name: field(family, 'Name'),
      persons: persons(child(family, 'Persons')),
      pedigrees: children(child(family, 'Pedigrees'), 'Pedigree').map(pedigree),
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
  const root: Section = { title: '', fields: [], children: [] }
  const path = [root]
  for (const line of lines) {
    const heading = /^(\[+)([^[\]]*)\]+$/.exec(line.trim())
    if (heading) {
      path.length = Math.min(path.length, heading[1]!.length)
      const section: Section = { title: heading[2]!.trim(), fields: [], children: [] }
      path.at(-1)!.children.push(section)
      path.push(section)
      continue
    }
    const split = line.indexOf('=')
    if (split > 0) path.at(-1)!.fields.push([line.slice(0, split).trim(), line.slice(split + 1).trim()])
  }
  return root
}

function child(section: Section | undefined, title: string): Section | undefined {
  return section?.children.find((candidate) => candidate.title === title)
}

function children(section: Section | undefined, word: string): Section[] {
  return section?.children.filter((candidate) => new RegExp(`^${word} \\d+$`).test(candidate.title)) ?? []
}

function field(section: Section, key: string): string {
  return section.fields.find(([name]) => name === key)?.[1] ?? ''
}

function persons(section: Section | undefined): DviPerson[] {
  return children(section, 'Person').map((person) => {
    const data = child(person, 'DNA data')?.fields ?? []
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
