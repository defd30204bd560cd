import { refuse } from '../refusal.ts'
import { chromOfLocus, standardLocusName } from './loci-names.ts'
import type { Problem } from './problem.ts'

/** The largest panels in use type some 5,000 SNPs; a file with more is no laboratory's. */
const mostLoci = 10_000

/** The alleles a file shows for one sample at one locus. */
export type Call = {
  row: number
  sample: string
  locus: string
  alleles: string[]
  /** The laboratory says an allele may be missing: one that stands alone is no homozygote. */
  isPartial?: boolean
}

/** A sample's genotypes as the engine takes them: `null` stands for an allele nobody saw. */
export type TypedSample = {
  sample: string
  genotypes: Record<string, (string | null)[]>
  sex?: 'male' | 'female'
}

export type CallOptions = {
  /** Further spellings of loci, with the name to use. */
  aliases?: Record<string, string>
  /** When given, any other locus is reported and left out. */
  knownLoci?: string[]
}

/**
 * Calls gathered by sample, under standard locus names. A homozygote shows its allele twice. What a person has
 * to look at (off-ladder, more than two alleles, the same sample twice with different alleles) becomes a
 * problem, and such a locus stays untyped.
 *
 * @throws KinshipRefusal `too-many-loci`
 */
export function samplesOf(
  calls: Iterable<Call>,
  problems: Problem[],
  options: CallOptions = {},
): TypedSample[] {
  const samples = new Map<string, Map<string, Call | null>>()
  const renamed = new Set<string>()
  const known = options.knownLoci && new Set(options.knownLoci)
  for (const call of calls) {
    const locus = standardLocusName(call.locus, options.aliases)
    if (locus !== call.locus && !renamed.has(call.locus)) {
      renamed.add(call.locus)
      const detail = `"${call.locus}" is read as ${locus}.`
      problems.push({ code: 'locus-alias', row: call.row, locus, detail })
    }
    if (!samples.has(call.sample)) samples.set(call.sample, new Map())
    if (known && locus !== 'AMEL' && !known.has(locus)) {
      const detail = `${locus} is not among the known loci.`
      problems.push({ code: 'unknown-locus', ...place(call, locus), detail })
    } else if (samples.get(call.sample)!.size > mostLoci) {
      refuse(
        'too-many-loci',
        `Row ${call.row}: ${call.sample} has more than ${mostLoci} loci: split the file.`,
      )
    } else if (call.alleles.length > 0) {
      addCall(samples.get(call.sample)!, { ...call, locus }, problems)
    }
  }
  return [...samples].map(([sample, found]) => toSample(sample, found, problems))
}

/** Adds one call; `null` marks a locus that stays untyped whatever else the file says about it. */
function addCall(found: Map<string, Call | null>, call: Call, problems: Problem[]): void {
  const { locus } = call
  const alleles = readAlleles(call, problems)
  const earlier = found.get(locus)
  if (alleles === null || earlier === null) {
    found.set(locus, null)
  } else if (earlier && earlier.alleles.join() !== alleles.join()) {
    found.set(locus, null)
    const detail = `${call.sample} shows ${earlier.alleles.join('/')} and ${alleles.join('/')} at ${locus}.`
    problems.push({ code: 'conflicting-duplicate', ...place(call, locus), detail })
  } else {
    found.set(locus, { ...call, alleles, isPartial: call.isPartial || earlier?.isPartial })
  }
}

/** Repeat numbers with a microvariant (9.3), amelogenin's X and Y, the bases of a SNP; a decimal comma is a point. */
function readAlleles(call: Call, problems: Problem[]): string[] | null {
  const at = place(call, call.locus)
  const alleles = call.alleles.map((allele) =>
    allele
      .toUpperCase()
      .replace(/^0+(?=\d)/, '')
      .replace(/^(\d+),(\d)$/, '$1.$2')
      .replace(/\.0+$/, ''),
  )
  if (alleles.some((allele) => /^OL\??$|^[<>]/.test(allele))) {
    const detail = `${call.locus} of ${call.sample} has an allele outside the ladder.`
    problems.push({ code: 'off-ladder', ...at, detail })
    return null
  }
  const unreadable = alleles.find((allele) => !/^(\d{1,3}(\.\d)?|[ACGTXY])$/.test(allele))
  if (unreadable !== undefined) {
    const detail = `"${unreadable.slice(0, 40)}" at ${call.locus} is no allele.`
    problems.push({ code: 'allele-unreadable', ...at, detail })
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

function toSample(sample: string, found: Map<string, Call | null>, problems: Problem[]): TypedSample {
  const amelogenin = found.get('AMEL')?.alleles.join('')
  const sex = amelogenin === 'XY' ? 'male' : amelogenin === 'X' ? 'female' : undefined
  if (amelogenin && !sex) {
    const detail = `Amelogenin ${amelogenin} of ${sample} shows no sex.`
    problems.push({ code: 'sex-conflict', sample, locus: 'AMEL', detail })
  }
  const genotypes = [...found].flatMap(([locus, call]): [string, (string | null)[]][] => {
    if (!call || locus === 'AMEL') return []
    const { alleles, isPartial } = call
    const chrom = chromOfLocus(locus)
    const isSingle = chrom === 'Y' || chrom === 'MT' || (chrom === 'X' && sex !== 'female')
    if (alleles.length !== 1 || isSingle) return [[locus, alleles]]
    return [[locus, [alleles[0]!, isPartial ? null : alleles[0]!]]]
  })
  return { sample, genotypes: Object.fromEntries(genotypes), ...(sex && { sex }) }
}

function place({ row, sample }: Call, locus: string): { row: number; sample: string; locus: string } {
  return { row, sample, locus }
}
