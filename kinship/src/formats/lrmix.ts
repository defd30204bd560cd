import type { FrequencyTable } from '../frequency-table.ts'
import { refuse } from '../refusal.ts'
import { readCsv, writeCsv } from './csv.ts'
import { longRows, type Profile, readGeneMapper } from './genemapper.ts'
import { standardLocusName } from './loci-names.ts'
import { addFrequency, byAllele, checkSums, type TableHeading, toFrequency } from './lrmix-frequency.ts'
import type { Problem } from './problem.ts'

/**
 * A reference file of LRmix Studio, SmartRank or EuroForMix: `SampleName,Marker,Allele1,Allele2`, separated by
 * commas, semicolons or tabs. What a person has to look at is a problem, and such a locus stays untyped.
 *
 * @example readLrmixReference('SampleName,Marker,Allele1,Allele2\nA,VWA,16,16').profiles[0]?.genotypes
 *   // { vWA: ['16', '16'] }
 * @throws KinshipRefusal `not-an-lrmix-table` when there is no such table at all
 */
export function readLrmixReference(text: string): { profiles: Profile[]; problems: Problem[] } {
  const read = readGeneMapper(text)
  const isNone = read.problems.some(({ code }) => code === 'not-a-genemapper-table' || code === 'too-large')
  return isNone
    ? refuse('not-an-lrmix-table', 'The file should start with SampleName,Marker,Allele1,Allele2.')
    : read
}

/**
 * Profiles as an LRmix reference file.
 *
 * @example writeLrmixReference([{ sample: 'A', genotypes: { vWA: ['16', '16'] } }])
 *   // 'SampleName,Marker,Allele1,Allele2\r\nA,vWA,16,16\r\n'
 */
export function writeLrmixReference(profiles: Profile[]): string {
  const rows = longRows(profiles)
  const alleles = Array.from({ length: rows[0] ? rows[0].length - 2 : 2 }, (_, i) => `Allele${i + 1}`)
  return writeCsv([['SampleName', 'Marker', ...alleles], ...rows])
}

/**
 * A frequency file of LRmix Studio, EuroForMix or pedtools: "Allele" and a column a locus; a row an allele, blank
 * or 0 where the locus has not got it; decimal point or comma. The file says nothing of where its figures come
 * from: `heading` does.
 *
 * @example readLrmixFrequencies('Allele,VWA\n16,0.4\n17,0.6', heading).loci
 *   // { vWA: { alleles: ['16', '17'], frequencies: [0.4, 0.6] } }
 * @throws KinshipRefusal `not-a-frequency-table`, `frequency-range`, `frequency-sum`, `locus-twice`
 */
export function readLrmixFrequencies(text: string, heading: TableHeading): FrequencyTable {
  const [header, ...rows] = readCsv(text)
  if (!header || header.cells[0]!.trim().toLowerCase() !== 'allele' || header.cells.length < 2) {
    return refuse(
      'not-a-frequency-table',
      'A frequency file starts with "Allele" and a column for each locus.',
    )
  }
  const names = header.cells.slice(1).map((cell) => standardLocusName(cell))
  const twice = names.find((name, i) => name !== '' && names.indexOf(name) < i)
  if (twice !== undefined) refuse('locus-twice', `Line ${header.line} names the locus ${twice} twice.`)
  const loci = new Map(names.filter((name) => name !== '').map((name) => [name, new Map<string, number>()]))
  for (const { line, cells } of rows) {
    for (const [i, name] of names.entries()) {
      const frequency = toFrequency(cells[i + 1], line)
      if (name !== '') addFrequency(loci.get(name)!, cells[0]!, frequency, line)
    }
  }
  checkSums(loci, heading.title)
  return { ...heading, loci: Object.fromEntries([...loci].map(([name, found]) => [name, byAllele(found)])) }
}

/**
 * A frequency table as LRmix Studio and EuroForMix read it; heading and chromosomes counted are not written.
 *
 * @example writeLrmixFrequencies(table) // 'Allele,vWA\r\n16,0.4\r\n17,0.6\r\n'
 */
export function writeLrmixFrequencies(table: FrequencyTable): string {
  const loci = Object.entries(table.loci)
  const alleles = byAllele(
    new Map(loci.flatMap(([, locus]) => locus.alleles.map((name) => [name, 1]))),
  ).alleles
  return writeCsv([
    ['Allele', ...loci.map(([name]) => name)],
    ...alleles.map((allele) => [
      allele,
      ...loci.map(([, locus]) => locus.frequencies[locus.alleles.indexOf(allele)]?.toString() ?? ''),
    ]),
  ])
}
