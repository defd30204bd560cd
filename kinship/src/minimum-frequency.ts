import { refuse } from './refusal.ts'

/** Allele frequencies of one locus. `chromosomes`: alleles counted there (2N for N people). */
export type TableEntry = { alleles: string[]; frequencies: number[]; chromosomes?: number }

/**
 * What becomes of an allele that is shown in the case and is missing or rare in the table. A number, or one of
 * `minimumFrequencyRules` by its name.
 */
export type MinimumFrequency = number | '5/2N' | 'nrc-ii' | 'isfg-2007' | 'dirichlet'

/** The named rules, with where they come from. N people counted: 2N alleles; x of the allele in question. */
export const minimumFrequencyRules: Record<
  Exclude<MinimumFrequency, number>,
  { says: string; source: string }
> = {
  '5/2N': {
    says: 'An allele the table lacks gets 5/(2N).',
    source: 'Minimum count of five: NRC II (1996), The Evaluation of Forensic DNA Evidence, chapter 5',
  },
  'nrc-ii': {
    says: 'Every allele shown in the case gets at least 5/(2N), whether the table has it or not.',
    source: 'NRC II (1996), The Evaluation of Forensic DNA Evidence, p. 148',
  },
  'isfg-2007': {
    says: 'Every allele shown in the case gets (x + 1)/(2N + 1): it is counted once more.',
    source: 'Gjertson et al. 2007, ISFG, recommendation 2.1, doi:10.1016/j.fsigen.2007.06.006',
  },
  dirichlet: {
    says: 'Every allele gets (x + 1/k)/(2N + 1), k the alleles known at the locus: the mean of its posterior.',
    source: 'Dirichlet prior of 1/k each: Curran & Buckleton 2011, Forensic Sci Int Genet 5:512-516',
  },
}

/** One allele whose frequency the rule changed. `published`: null when the table lacks it. */
export type AlleleChange = { allele: string; published: number | null; raised: number; used: number }

/** What a rule did at one locus. `divisor`: the sum all frequencies were divided by afterwards. */
export type LocusChange = {
  locus: string
  rule: MinimumFrequency
  /** Alleles counted at the locus; null when the table does not say. */
  chromosomes: number | null
  divisor: number
  alleles: AlleleChange[]
}

export type Adjusted = { alleles: string[]; frequencies: number[]; change: LocusChange }

/**
 * The frequencies of a locus under a rule, divided by their sum, and what the rule changed for the alleles shown.
 *
 * @example A table of 100 alleles (A 0.5, B 0.5) and a shown C. A number, 0.01: C gets 0.01/1.01. '5/2N': 0.05/1.05.
 *   'isfg-2007': 1/101 before and (1/101)/(102/101) = 1/102 after division. 'dirichlet': (1/3)/101.
 * @param about the locus and what to call the table in a refusal
 * @throws KinshipRefusal `minimum-frequency` when the rule needs to know how many people were counted
 */
export function adjustedFrequencies(
  entry: TableEntry,
  shown: string[],
  rule: MinimumFrequency,
  about: { locus: string; table: string; chromosomes: number | null },
): Adjusted {
  const added = shown.filter((allele) => !entry.alleles.includes(allele))
  const size = entry.alleles.length + added.length
  const chromosomes = entry.chromosomes ?? about.chromosomes
  const raise = raising(rule, chromosomes, size, about.table)
  const all = [
    ...entry.alleles.map((allele, i) => ({ allele, published: entry.frequencies[i]! as number | null })),
    ...added.map((allele) => ({ allele, published: null })),
  ].map(({ allele, published }) => ({ allele, published, raised: raise(published, shown.includes(allele)) }))
  all.sort((a, b) => Number(a.allele) - Number(b.allele))
  const divisor = all.reduce((sum, { raised }) => sum + raised, 0)
  return {
    alleles: all.map(({ allele }) => allele),
    frequencies: all.map(({ raised }) => raised / divisor),
    change: {
      locus: about.locus,
      rule,
      chromosomes,
      divisor,
      alleles: all
        .filter(({ allele, published, raised }) => shown.includes(allele) && raised !== published)
        .map((one) => ({ ...one, used: one.raised / divisor })),
    },
  }
}

type Raise = (published: number | null, isShown: boolean) => number

/** A shown allele that was never counted gets the minimum, whether the table leaves it out or prints it as 0. */
const unseen =
  (minimum: number): Raise =>
  (published, isShown) =>
    published || (isShown ? minimum : 0)

function raising(rule: MinimumFrequency, chromosomes: number | null, size: number, table: string): Raise {
  if (typeof rule === 'number') {
    const minimum = minimumOf({ title: table, n: null }, rule)
    return unseen(minimum)
  }
  if (chromosomes === null) return refuseWithoutSize(table)
  const minimum = 5 / chromosomes
  switch (rule) {
    case '5/2N':
      return unseen(minimum)
    case 'nrc-ii':
      return (published, isShown) => (isShown ? Math.max(published ?? 0, minimum) : published!)
    case 'isfg-2007':
      return (published, isShown) => ((published ?? 0) * chromosomes + (isShown ? 1 : 0)) / (chromosomes + 1)
    case 'dirichlet':
      return (published) => ((published ?? 0) * chromosomes + 1 / size) / (chromosomes + 1)
    default:
      return refuse('minimum-frequency', `There is no minimum-frequency rule "${String(rule)}".`)
  }
}

/** The least frequency an unseen allele gets under a fixed minimum or 5/(2N), for a table of `n` people. */
export function minimumOf(table: { title: string; n: number | null }, minimum: number | '5/2N'): number {
  if (minimum === '5/2N') return table.n === null ? refuseWithoutSize(table.title) : 5 / (2 * table.n)
  return minimum > 0 && minimum < 1
    ? minimum
    : refuse('minimum-frequency', 'The minimum frequency must be between 0 and 1.')
}

function refuseWithoutSize(title: string): never {
  return refuse(
    'minimum-frequency',
    `The table "${title}" does not say how many people it counts: give the minimum frequency as a number.`,
  )
}
