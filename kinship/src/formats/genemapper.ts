import { type Call, readCalls } from './genemapper-table.ts'
import { standardLocusName } from './loci-names.ts'
import type { Problem } from './problem.ts'

/** One sample's genotypes; a homozygote shows its allele twice. `sex` as amelogenin shows it. */
export type Profile = { sample: string; genotypes: Record<string, string[]>; sex?: 'male' | 'female' }

export type GeneMapperOptions = {
  /** Further spellings of loci, with the name to use. */
  aliases?: Record<string, string>
  /** When given, any other locus is reported and left out. */
  knownLoci?: string[]
}

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
  const samples = new Map<string, Map<string, string[] | null>>()
  const renamed = new Set<string>()
  const known = options.knownLoci && new Set(options.knownLoci)
  for (const call of readCalls(text, problems)) {
    const locus = standardLocusName(call.locus, options.aliases)
    if (locus !== call.locus && !renamed.has(call.locus)) {
      renamed.add(call.locus)
      problems.push({
        code: 'locus-alias',
        row: call.row,
        locus,
        detail: `"${call.locus}" is read as ${locus}.`,
      })
    }
    if (!samples.has(call.sample)) samples.set(call.sample, new Map())
    if (known && locus !== 'AMEL' && !known.has(locus)) {
      problems.push({
        code: 'unknown-locus',
        ...place(call, locus),
        detail: `${locus} is not among the known loci.`,
      })
    } else if (call.alleles.length > 0) {
      addCall(samples.get(call.sample)!, { ...call, locus }, problems)
    }
  }
  return { profiles: [...samples].map(([sample, found]) => toProfile(sample, found, problems)), problems }
}

/** Adds one call; `null` marks a locus that stays untyped whatever else the file says about it. */
function addCall(found: Map<string, string[] | null>, call: Call, problems: Problem[]): void {
  const { locus } = call
  const alleles = readAlleles(call, problems)
  const earlier = found.get(locus)
  if (alleles === null || earlier === null) {
    found.set(locus, null)
  } else if (earlier && earlier.join() !== alleles.join()) {
    found.set(locus, null)
    const detail = `${call.sample} shows ${earlier.join('/')} and ${alleles.join('/')} at ${locus}.`
    problems.push({ code: 'conflicting-duplicate', ...place(call, locus), detail })
  } else {
    found.set(locus, alleles)
  }
}

function readAlleles(call: Call, problems: Problem[]): string[] | null {
  const at = place(call, call.locus)
  const alleles = call.alleles.map((allele) =>
    allele
      .toUpperCase()
      .replace(/^(\d+),(\d)$/, '$1.$2')
      .replace(/\.0+$/, ''),
  )
  if (alleles.some((allele) => /^OL\??$|^[<>]/.test(allele))) {
    problems.push({
      code: 'off-ladder',
      ...at,
      detail: `${call.locus} of ${call.sample} has an allele outside the ladder.`,
    })
    return null
  }
  const unreadable = alleles.find((allele) => !/^(\d{1,3}(\.\d)?|[XY])$/.test(allele))
  if (unreadable !== undefined) {
    problems.push({
      code: 'allele-unreadable',
      ...at,
      detail: `"${unreadable.slice(0, 40)}" at ${call.locus} is no allele.`,
    })
    return null
  }
  const distinct = [...new Set(alleles)].sort((a, b) => Number(a) - Number(b) || a.localeCompare(b))
  if (distinct.length > 2 || alleles.length > 2) {
    const detail = `${call.sample} shows ${alleles.length} alleles at ${call.locus}: ${alleles.join(', ')}.`
    problems.push({ code: 'too-many-alleles', ...at, detail })
    return null
  }
  return distinct
}

function toProfile(sample: string, found: Map<string, string[] | null>, problems: Problem[]): Profile {
  const amelogenin = found.get('AMEL')?.join('')
  const sex = amelogenin === 'XY' ? 'male' : amelogenin === 'X' ? 'female' : undefined
  if (amelogenin && !sex) {
    problems.push({
      code: 'sex-conflict',
      sample,
      locus: 'AMEL',
      detail: `Amelogenin ${amelogenin} of ${sample} shows no sex.`,
    })
  }
  const genotypes = [...found].flatMap(([locus, alleles]): [string, string[]][] => {
    if (!alleles || locus === 'AMEL') return []
    const isSingle = /^DY|^Y-/.test(locus) || (/^DX|^HPRT/.test(locus) && sex !== 'female')
    return [[locus, alleles.length === 1 && !isSingle ? [alleles[0]!, alleles[0]!] : alleles]]
  })
  return { sample, genotypes: Object.fromEntries(genotypes), ...(sex && { sex }) }
}

function place({ row, sample }: Call, locus: string): { row: number; sample: string; locus: string } {
  return { row, sample, locus }
}

/**
 * Profiles as a long GeneMapper table, tab separated.
 *
 * @example writeGeneMapper([{ sample: 'S1', genotypes: { TH01: ['6', '9.3'] } }])
 *   // 'Sample Name\tMarker\tAllele 1\tAllele 2\nS1\tTH01\t6\t9.3\n'
 */
export function writeGeneMapper(profiles: Profile[]): string {
  const rows = profiles.flatMap(({ sample, sex, genotypes }) => {
    const amelogenin = sex ? [[sample, 'AMEL', 'X', sex === 'male' ? 'Y' : 'X']] : []
    const loci = Object.entries(genotypes).map(([locus, alleles]) => [
      sample,
      locus,
      alleles[0] ?? '',
      alleles[1] ?? '',
    ])
    return [...amelogenin, ...loci]
  })
  const clean = (cell: string) => cell.replace(/[\t\r\n"]/g, ' ')
  return [['Sample Name', 'Marker', 'Allele 1', 'Allele 2'], ...rows]
    .map((row) => `${row.map(clean).join('\t')}\n`)
    .join('')
}
