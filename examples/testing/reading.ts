import { readFileSync } from 'node:fs'
import type { makeExpected } from '../scripts/rusafa/expected.ts'
import type { Genotype, Profile } from '../scripts/rusafa/loci.ts'
import type { makeOperation } from '../scripts/rusafa/operation.ts'
import type { makePeople } from '../scripts/rusafa/people.ts'
import { type Row, toRows } from '../scripts/rusafa/table.ts'

const folder = new URL('../rusafa/', import.meta.url)
export const bytesOf = (name: string): Buffer => readFileSync(new URL(name, folder))
export const textOf = (name: string): string => bytesOf(name).toString('utf8').replace('\uFEFF', '')

export const people: ReturnType<typeof makePeople> = JSON.parse(textOf('people.json'))
export const operation: ReturnType<typeof makeOperation> = JSON.parse(textOf('operation.json'))
export const expected: ReturnType<typeof makeExpected> = JSON.parse(textOf('expected.json'))
export const kits: Row[] = toRows(textOf('kits.csv'), ',')

/** Genotypes by sample and marker, from the laboratory's own files; a marker with one peak is homozygous. */
function readReport(name: string): Map<string, Profile> {
  const [, ...lines] = textOf(name).trimEnd().split('\n')
  const profiles = new Map<string, Profile>()
  for (const line of lines) {
    const [sample, marker, first, , second] = line.split('\t')
    const profile = profiles.get(sample!) ?? {}
    profile[marker!] = [first!, second || first!]
    profiles.set(sample!, profile)
  }
  return profiles
}

const reports = new Map([...readReport('genemapper-relatives.txt'), ...readReport('genemapper-children.txt')])

/** Who was typed, with their 23 loci and AMEL. */
export const profiles: Record<string, Profile> = Object.fromEntries(
  kits.map((kit) => [kit.person!, reports.get(kit.sample_name!)!]),
)

/** The loci of `family-cousins.fam` with their frequencies, read from the line that opens the database on. */
export function readFrequencies(): Record<string, Record<string, number>> {
  const lines = textOf('family-cousins.fam')
    .split('\n')
    .map((line) => line.replaceAll('"', ''))
  let at = lines.findIndex((line) => line.includes('#Databases')) + 1
  const loci = Number(lines[at])
  at += 3
  const found: Record<string, Record<string, number>> = {}
  for (let locus = 0; locus < loci; locus++) {
    const [name, alleles] = [lines[at]!, Number.parseInt(lines[at + 12]!, 10)]
    const pairs = Array.from({ length: alleles }, (_, one) => at + 13 + 2 * one)
    found[name] = Object.fromEntries(pairs.map((line) => [lines[line]!, Number(lines[line + 1])]))
    at += 13 + 2 * alleles
  }
  return found
}

/** The genotypes of one person in `family-cousins.fam`, by locus; undefined for who is not typed. */
export function readFamiliasProfile(person: string): Profile | undefined {
  const frequencies = readFrequencies()
  const loci = Object.keys(frequencies)
  const lines = textOf('family-cousins.fam').split('\n')
  const at = lines.indexOf(`"${person}"`) + 5
  const count = Number(lines[at])
  if (count === 0) return undefined
  const triples = Array.from({ length: count }, (_, one) =>
    lines.slice(at + 1 + 3 * one, at + 4 + 3 * one).map(Number),
  )
  return Object.fromEntries(
    triples.map(([first, second, locus]) => {
      const alleles = Object.keys(frequencies[loci[locus!]!]!).sort(
        (one, other) => Number(one) - Number(other),
      )
      return [loci[locus!]!, [alleles[first!]!, alleles[second!]!] satisfies Genotype]
    }),
  )
}
