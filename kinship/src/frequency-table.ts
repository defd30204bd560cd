import {
  adjustedFrequencies,
  type LocusChange,
  type MinimumFrequency,
  type TableEntry,
} from './minimum-frequency.ts'
import { refuse } from './refusal.ts'
import type { Genotypes, Locus, LocusMutation, MutationModel } from './types.ts'

/** Allele frequencies of one population. `n`: people counted, `null` where it is not published. */
export type FrequencyTable = {
  id: string
  title: string
  source: string
  licence: string
  note: string
  n: number | null
  loci: Record<string, TableEntry>
}

/** One model for all loci; rates by locus where known, `rate` elsewhere. */
export type MutationChoice =
  | { model: 'none' }
  | {
      model: 'proportional' | 'equal' | 'stepwise' | 'onestep' | 'dawid'
      rate: MutationRate
      ratePerLocus?: Record<string, MutationRate>
      /** Stepwise alone: changes of microvariant; 0 when absent. */
      rate2?: number
      /** Stepwise and dawid; 0.1 when absent. */
      range?: number
      transform?: MutationModel['transform']
    }

/** Per meiosis, the same in both sexes or by the sex of the parent. */
type MutationRate = number | { female: number; male: number }

export type LociChoice = {
  /** Loci by the names of the table. */
  names: string[]
  mutation: MutationChoice
  /** For an observed allele that is missing or rare. */
  minimumFrequency: MinimumFrequency
  /** Profiles whose alleles must have a frequency. */
  observed?: Genotypes
}

/** A locus with what was done to its published frequencies. */
export type TableLocus = Locus & { addedAlleles: string[]; publishedSum: number }

/**
 * Loci of a table, ready for the engine. An observed allele the table lacks is added by the rule for minimum
 * frequencies; then all frequencies are divided by their sum. `lociWithChanges` also says what was changed.
 *
 * @example A table with A 0.5, B 0.5, an observed C and a minimum of 0.01: C gets 0.01 / 1.01.
 * @throws KinshipRefusal `locus-not-in-table`, `minimum-frequency`
 */
export function lociFrom(table: FrequencyTable, choice: LociChoice): TableLocus[] {
  return lociWithChanges(table, choice).loci
}

/**
 * The same loci, and locus by locus what the rule for minimum frequencies did to the published frequencies.
 *
 * @example The table above: one change, { locus, alleles: [{ allele: 'C', published: null, raised: 0.01,
 *   used: 0.01 / 1.01 }], divisor: 1.01 }
 * @throws KinshipRefusal `locus-not-in-table`, `minimum-frequency`
 */
export function lociWithChanges(
  table: FrequencyTable,
  choice: LociChoice,
): { loci: TableLocus[]; changes: LocusChange[] } {
  const both = choice.names.map((name) => {
    if (!Object.hasOwn(table.loci, name)) {
      return refuse(
        'locus-not-in-table',
        `The table "${table.title}" has no locus ${name}: leave it out or choose another table.`,
      )
    }
    const entry = table.loci[name]!
    const { alleles, frequencies, change } = adjustedFrequencies(
      entry,
      observedAt(choice.observed ?? {}, name),
      choice.minimumFrequency,
      { locus: name, table: table.title, chromosomes: table.n === null ? null : 2 * table.n },
    )
    const locus: TableLocus = {
      name,
      chrom: 'autosomal',
      alleles,
      frequencies,
      mutation: mutationOf(choice.mutation, name),
      addedAlleles: change.alleles.filter(({ published }) => published === null).map(({ allele }) => allele),
      publishedSum: entry.frequencies.reduce((sum, p) => sum + p, 0),
    }
    return { locus, change }
  })
  return { loci: both.map(({ locus }) => locus), changes: both.map(({ change }) => change) }
}

function observedAt(genotypes: Genotypes, locus: string): string[] {
  const seen = Object.values(genotypes).flatMap((profile) =>
    Object.hasOwn(profile, locus) ? profile[locus]! : [],
  )
  return [...new Set(seen.filter((allele) => allele !== null))]
}

/** The mutation of one locus under a choice: its own rate where known; the same model in both sexes. */
export function mutationOf(choice: MutationChoice, locus: string): LocusMutation | null {
  if (choice.model === 'none') return null
  const { model, rate, rate2 = 0, range = 0.1, transform, ratePerLocus = {} } = choice
  const known = Object.hasOwn(ratePerLocus, locus) ? ratePerLocus[locus]! : rate
  const { female, male } = typeof known === 'number' ? { female: known, male: known } : known
  const more = {
    ...(model === 'stepwise' && { rate2, range }),
    ...(model === 'dawid' && { range }),
    ...(transform && { transform }),
  }
  return { female: { model, rate: female, ...more }, male: { model, rate: male, ...more } }
}

/**
 * Mutation rates per meiosis as commonly quoted from the STRBase and AABB compilations. Not verified against
 * the primary tables: show them as such, and prefer a laboratory's own.
 */
export const quotedMutationRates = {
  source: 'Commonly quoted STRBase/AABB values',
  isVerified: false,
  elsewhere: 0.002,
  rates: {
    CSF1PO: 0.0016,
    FGA: 0.0028,
    TH01: 0.0001,
    TPOX: 0.0001,
    vWA: 0.0017,
    D3S1358: 0.0012,
    D5S818: 0.0011,
    D7S820: 0.001,
    D8S1179: 0.0014,
    D13S317: 0.0014,
    D16S539: 0.0011,
    D18S51: 0.0022,
    D21S11: 0.0019,
    'Penta D': 0.0014,
    'Penta E': 0.0016,
    D2S1338: 0.0012,
    D19S433: 0.0011,
    SE33: 0.0064,
  } as Record<string, number>,
} as const
