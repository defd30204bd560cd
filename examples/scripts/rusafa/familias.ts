import { type Person, people } from './family.ts'
import { byRepeats, loci, type Profile } from './loci.ts'
import type { Row } from './table.ts'

/** Allele frequencies by locus; those of a locus add up to 1. */
export type Frequencies = Record<string, Record<string, number>>

/** `rows` of nist1036.csv: counted alleles of one population group. */
export function toFrequencies(rows: Row[], population: string): Frequencies {
  const found: Frequencies = Object.fromEntries(loci.map((locus) => [locus, {}]))
  for (const row of rows) {
    const alleles = row.population === population ? found[row.locus!] : undefined
    if (alleles) alleles[row.allele!] = Number(row.count) / Number(row.n_chromosomes)
  }
  return found
}

const bool = (yes: boolean): string => (yes ? '#TRUE#' : '#FALSE#')
const text = (words: string): string => `"${words}"`
const allelesOf = (frequencies: Frequencies, locus: string): string[] =>
  Object.keys(frequencies[locus]!).sort(byRepeats)

/** Name, fixed, year of birth (-1: not given), is a child, is male, number of genotypes, their index triples. */
function personLines(
  person: Person,
  profile: Profile | undefined,
  frequencies: Frequencies,
): (string | number)[] {
  const genotypes = profile ? loci : []
  const triples = genotypes.flatMap((locus, at) => {
    const alleles = allelesOf(frequencies, locus)
    return [...profile![locus]!.map((allele) => alleles.indexOf(allele)), at]
  })
  return [
    text(person.id),
    bool(false),
    -1,
    bool(false),
    bool(person.sex === 'male'),
    genotypes.length,
    ...triples,
  ]
}

/** Name, rates and models (1: proportional) female and male, ranges, silent allele, alleles with frequencies. */
function locusLines(
  locus: string,
  frequencies: Frequencies,
  rate: { female: number; male: number },
): (string | number)[] {
  const alleles = allelesOf(frequencies, locus)
  const info = `${alleles.length}\t(DatabaseSize = 722 , Dropout probability = 0 , Minor allele frequency = 0 )`
  const header = [
    text(locus),
    rate.female,
    rate.male,
    1,
    1,
    alleles.length,
    0.1,
    0.1,
    '1e-006',
    '1e-006',
    bool(false),
    0,
    info,
  ]
  return [...header, ...alleles.flatMap((allele) => [text(allele), frequencies[locus]![allele]!])]
}

/** Pairs of parent and child, as numbers from 0. */
function relationLines(members: Person[], isKept: (parent: string, child: string) => boolean): number[] {
  const number = (id: string) => members.findIndex((person) => person.id === id)
  const pairs = members.flatMap((child) =>
    [child.father, child.mother]
      .filter((parent) => number(parent) >= 0 && isKept(parent, child.id))
      .map((parent) => [number(parent), number(child.id)]),
  )
  return [pairs.length, ...pairs.flat()]
}

const advanced = [
  '[Advanced]',
  ...['[[Direct/Identity]]', 'Dropin= 0', 'Dropout= 0', 'Error= 0'],
  ...['[[Other]]', 'NumberOfDecimals= 10'],
  ...['[[DVI]]', 'QuickSearch= Enabled', 'AllowedMismatches= 5'],
  ...['[[Simulation]]', 'SaveGenotypes= Disabled', 'SaveComplete= Enabled', 'ForceMAF= Disabled'],
]

/**
 * Family e as a Familias 3 file: H1 as told, the parents first cousins; H2 the same brother and sister with
 * parents from elsewhere. Mutation: proportional, 0.001 female and 0.002 male, round figures for the example.
 */
export function toFamilias(
  profiles: Record<string, Profile>,
  typedIds: string[],
  frequencies: Frequencies,
): string {
  const members = people.filter((person) => person.family === 'e')
  const persons = members.flatMap((one) =>
    personLines(one, typedIds.includes(one.id) ? profiles[one.id] : undefined, frequencies),
  )
  const parents = ['e-mother', 'e-father']
  return [
    ...[
      text('Output from Familias, version 3.3.1'),
      text('DO NOT EDIT!'),
      '3.3.1',
      text(''),
      members.length,
      ...persons,
    ],
    ...[text('Known relations'), 0, 0, 0, 2],
    ...[0, text('H1'), 0, 0, ...relationLines(members, () => true)],
    ...[1, text('H2'), 0, 0, ...relationLines(members, (_, child) => !parents.includes(child))],
    '#FALSE# (#Databases: 1 ;Theta/Kinship/Fst: 0 )',
    ...[loci.length, bool(true), text('NIST 1036 US Caucasian')],
    ...loci.flatMap((locus) => locusLines(locus, frequencies, { female: 0.001, male: 0.002 })),
    ...advanced,
  ]
    .map((line) => `${line}\n`)
    .join('')
}
