import { refuse } from '../refusal.ts'
import { readCsv, writeCsv } from './csv.ts'
import { locusColumns } from './csv-loci-columns.ts'
import { type Profile, wholeProfile } from './genemapper.ts'
import { type Call, samplesOf } from './genemapper-calls.ts'
import type { Problem } from './problem.ts'

/**
 * A CODIS database as SmartRank and LRmix exchange it: `specimenId,TH01_1,TH01_2,...`, a row a specimen, `NULL`
 * where there is no allele. One allele alone is a homozygote, as these files write it.
 *
 * @example readCodisCsv('specimenId,TH01_1,TH01_2\nA#1,6,9.3').profiles[0]?.genotypes // { TH01: ['6', '9.3'] }
 * @throws KinshipRefusal `not-a-codis-table`, and those of `readCsv`
 */
export function readCodisCsv(text: string): { profiles: Profile[]; problems: Problem[] } {
  const [header, ...rows] = readCsv(text)
  if (!header || !/^specimen\s*id$/i.test(header.cells[0]!.trim())) {
    return refuse('not-a-codis-table', 'A CODIS table starts with the column "specimenId".')
  }
  const loci = locusColumns(header.cells.slice(1).map((cell, i) => ({ index: i + 1, header: cell })))
  const problems: Problem[] = []
  const calls = rows.flatMap(({ line, cells }) => {
    const sample = cells[0]!.trim()
    if (cells.length < header.cells.length || sample === '') {
      problems.push({ code: 'truncated', row: line, detail: `Row ${line} ends before its alleles.` })
      return []
    }
    return loci.map(({ locus, columns }): Call => {
      const alleles = columns
        .map((column) => cells[column]!.trim())
        .filter((cell) => !/^(|null)$/i.test(cell))
      return { row: line, sample, locus, alleles }
    })
  })
  return { profiles: samplesOf(calls, problems).map(wholeProfile), problems }
}

/**
 * Profiles as a CODIS database table: two columns a locus, or as many as the longest genotype needs.
 *
 * @example writeCodisCsv([{ sample: 'A', genotypes: { TH01: ['6', '9.3'] } }])
 *   // 'specimenId,TH01_1,TH01_2\r\nA,6,9.3\r\n'
 */
export function writeCodisCsv(profiles: Profile[]): string {
  const rows = profiles.map(({ sample, sex, genotypes }) => {
    const amelogenin: [string, string[]][] = sex ? [['AMEL', ['X', sex === 'male' ? 'Y' : 'X']]] : []
    return { sample, typed: new Map([...amelogenin, ...Object.entries(genotypes)]) }
  })
  const widths = new Map<string, number>()
  for (const { typed } of rows) {
    for (const [locus, alleles] of typed) {
      widths.set(locus, Math.max(2, alleles.length, widths.get(locus) ?? 0))
    }
  }
  const columns = [...widths].flatMap(([locus, width]) =>
    Array.from({ length: width }, (_, i) => ({ locus, i })),
  )
  return writeCsv([
    ['specimenId', ...columns.map(({ locus, i }) => `${locus}_${i + 1}`)],
    ...rows.map(({ sample, typed }) => [
      sample,
      ...columns.map(({ locus, i }) => typed.get(locus)?.[i] ?? 'NULL'),
    ]),
  ])
}
