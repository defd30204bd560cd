import { orRefusal } from '../refusal.ts'
import { writeCsv } from './csv.ts'
import { type CallOptions, samplesOf, type TypedSample } from './genemapper-calls.ts'
import { readCalls } from './genemapper-table.ts'
import type { Problem } from './problem.ts'

/** One sample's genotypes; a homozygote shows its allele twice. `sex` as amelogenin shows it. */
export type Profile = { sample: string; genotypes: Record<string, string[]>; sex?: 'male' | 'female' }

export type GeneMapperOptions = CallOptions

/**
 * A GeneMapper table, long or wide, tab, semicolon or comma separated, decimal point or comma; columns of
 * heights and sizes are ignored. What a person has to look at (off-ladder, more than two alleles, the same
 * sample twice with different alleles, other spellings) is a problem, and such a locus stays untyped.
 *
 * @example readGeneMapper('Sample Name\tMarker\tAllele 1\tAllele 2\nS1\tTH01\t6\t9.3').profiles[0]?.genotypes
 *   // { TH01: ['6', '9.3'] }
 */
export function readGeneMapper(
  text: string,
  options: GeneMapperOptions = {},
): { profiles: Profile[]; problems: Problem[] } {
  const problems: Problem[] = []
  const samples = orRefusal(() => samplesOf(readCalls(text, problems), problems, options))
  if (Array.isArray(samples)) return { profiles: samples.map(wholeProfile), problems }
  return { profiles: [], problems: [{ code: 'too-large', detail: samples.refusal.message }] }
}

/** The sample with the loci whose alleles are all seen. */
export function wholeProfile({ genotypes, ...rest }: TypedSample): Profile {
  const whole = Object.entries(genotypes).filter(
    (entry): entry is [string, string[]] => !entry[1].includes(null),
  )
  return { ...rest, genotypes: Object.fromEntries(whole) }
}

/**
 * Profiles as a long GeneMapper table, tab separated; as many allele columns as a genotype needs.
 *
 * @example writeGeneMapper([{ sample: 'S1', genotypes: { TH01: ['6', '9.3'] } }])
 *   // 'Sample Name\tMarker\tAllele 1\tAllele 2\r\nS1\tTH01\t6\t9.3\r\n'
 */
export function writeGeneMapper(profiles: Profile[]): string {
  const rows = longRows(profiles)
  const alleles = Array.from({ length: rows[0] ? rows[0].length - 2 : 2 }, (_, i) => `Allele ${i + 1}`)
  return writeCsv([['Sample Name', 'Marker', ...alleles], ...rows], '\t')
}

/** A row a locus: sample, locus and its alleles, filled up to the same width (two alleles at least). */
export function longRows(profiles: Profile[]): string[][] {
  const typed = profiles.flatMap(({ sample, sex, genotypes }) => [
    ...(sex ? [{ sample, locus: 'AMEL', alleles: ['X', sex === 'male' ? 'Y' : 'X'] }] : []),
    ...Object.entries(genotypes).map(([locus, alleles]) => ({ sample, locus, alleles })),
  ])
  const width = typed.reduce((most, { alleles }) => Math.max(most, alleles.length), 2)
  return typed.map(({ sample, locus, alleles }) => [
    sample,
    locus,
    ...Array.from({ length: width }, (_, i) => alleles[i] ?? ''),
  ])
}
