import { refuse } from './refusal.ts'
import type { Genotypes, Locus, LocusMutation } from './types.ts'

/** Allele frequencies of one population. `n`: people counted, `null` where it is not published. */
export type FrequencyTable = {
  id: string
  title: string
  source: string
  licence: string
  note: string
  n: number | null
  loci: Record<string, { alleles: string[]; frequencies: number[] }>
}

/** A fixed frequency, or 5/(2N) with N the people counted (a minimum count of five, NRC II 1996). */
export type MinimumFrequency = number | '5/2N'

/** One model for all loci; rates by locus where known, `rate` elsewhere. */
export type MutationChoice =
  | { model: 'none' }
  | {
      model: 'proportional' | 'equal' | 'stepwise'
      rate: number | { female: number; male: number }
      ratePerLocus?: Record<string, number>
      rate2?: number
      range?: number
    }

export type LociChoice = {
  /** Loci by the names of the table. */
  names: string[]
  mutation: MutationChoice
  minimumFrequency: MinimumFrequency
  /** Profiles whose alleles must have a frequency. */
  observed?: Genotypes
}

/** A locus with what was done to its published frequencies. */
export type TableLocus = Locus & { addedAlleles: string[]; publishedSum: number }

/**
 * Loci of a table, ready for the engine. An observed allele the table lacks is added at the minimum frequency;
 * published frequencies below the minimum stay as they are; then all are divided by their sum.
 *
 * @example A table with A 0.5, B 0.5, an observed C and a minimum of 0.01: C gets 0.01 / 1.01.
 * @throws KinshipRefusal `locus-not-in-table`, `minimum-frequency`
 */
export function lociFrom(table: FrequencyTable, choice: LociChoice): TableLocus[] {
  const minimum = minimumOf(table, choice.minimumFrequency)
  return choice.names.map((name) => {
    if (!Object.hasOwn(table.loci, name)) {
      return refuse(
        'locus-not-in-table',
        `The table "${table.title}" has no locus ${name}: leave it out or choose another table.`,
      )
    }
    const { alleles, frequencies } = table.loci[name]!
    const addedAlleles = observedAt(choice.observed ?? {}, name).filter((allele) => !alleles.includes(allele))
    const all = [
      ...alleles.map((allele, i) => ({ allele, p: frequencies[i]! })),
      ...addedAlleles.map((allele) => ({ allele, p: minimum })),
    ]
    all.sort((a, b) => Number(a.allele) - Number(b.allele))
    const publishedSum = frequencies.reduce((sum, p) => sum + p, 0)
    const sum = all.reduce((total, { p }) => total + p, 0)
    return {
      name,
      chrom: 'autosomal',
      alleles: all.map(({ allele }) => allele),
      frequencies: all.map(({ p }) => p / sum),
      mutation: mutationOf(choice.mutation, name),
      addedAlleles,
      publishedSum,
    }
  })
}

/** The minimum frequency as a number. */
export function minimumOf(table: FrequencyTable, minimum: MinimumFrequency): number {
  if (minimum === '5/2N') {
    return table.n === null
      ? refuse(
          'minimum-frequency',
          `The table "${table.title}" does not say how many people it counts: give the minimum frequency as a number.`,
        )
      : 5 / (2 * table.n)
  }
  return minimum > 0 && minimum < 1
    ? minimum
    : refuse('minimum-frequency', 'The minimum frequency must be between 0 and 1.')
}

function observedAt(genotypes: Genotypes, locus: string): string[] {
  const seen = Object.values(genotypes).flatMap((profile) =>
    Object.hasOwn(profile, locus) ? profile[locus]! : [],
  )
  return [...new Set(seen.filter((allele) => allele !== null))]
}

function mutationOf(choice: MutationChoice, locus: string): LocusMutation | null {
  if (choice.model === 'none') return null
  const { model, rate, rate2, range, ratePerLocus = {} } = choice
  const known = Object.hasOwn(ratePerLocus, locus) ? ratePerLocus[locus]! : rate
  const { female, male } = typeof known === 'number' ? { female: known, male: known } : known
  const stepwise = model === 'stepwise' ? { rate2: rate2 ?? 0, range: range ?? 0.1 } : {}
  return { female: { model, rate: female, ...stepwise }, male: { model, rate: male, ...stepwise } }
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
