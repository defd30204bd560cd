import { refuse } from '../refusal.ts'
import type { Fact, TraitRatio } from './trait-ratio.ts'

/**
 * How a category is mistaken when it is recorded: one rate, shared evenly by the other categories, or a table
 * `true category -> recorded category -> probability` whose rows sum to 1.
 */
export type RecordingError = number | Record<string, Record<string, number>>

export type CategoricalInput = {
  trait: string
  fact: Fact
  /** What is recorded of the person sought, and what was seen of the person examined. */
  sought: string
  examined: string
  /** Share of each category in the population the other person would come from. */
  shares: Record<string, number>
  /** Whether the shares are of what people are, or of what is recorded of them (errors already inside). */
  sharesAre: 'true' | 'recorded'
  /** Errors in recording the person examined. */
  error: RecordingError
  /** Errors in what is recorded of the person sought; none when absent. Needs shares of what people are. */
  soughtError?: RecordingError
  source: string
}

/**
 * The ratio of a trait with categories t of true share f_t, errors E (examined) and S (sought), recorded as o and s:
 * LR = sum_t f_t S[t][s] E[t][o] / (sum_t f_t S[t][s] * sum_t f_t E[t][o]). With a faultless record of the sought
 * this is E[s][o] / P(o); with recorded shares P(o) is the share of o itself.
 *
 * @example Two even categories, recorded shares, error 0.05: 0.95 / 0.5 = 1.9 when they agree, 0.05 / 0.5 = 0.1
 *   when they do not.
 * @throws KinshipRefusal `trait-shares`, `trait-error`, `trait-category`, `trait-unexplained`, `source-missing`
 */
export function categoricalRatio(input: CategoricalInput): TraitRatio {
  const { trait, fact, sought, examined, shares, sharesAre, source } = input
  const categories = checkedShares(trait, shares)
  for (const value of [sought, examined]) {
    if (!categories.includes(value)) {
      refuse('trait-category', `"${value}" is no category of ${trait}; it has ${categories.join(', ')}.`)
    }
  }
  if (sharesAre === 'recorded' && input.soughtError !== undefined) {
    refuse(
      'trait-error',
      `To weigh errors in what is recorded of the person sought, give the true shares of ${trait}, not the recorded ones.`,
    )
  }
  const error = recordingTable(trait, categories, input.error)
  const soughtError = recordingTable(trait, categories, input.soughtError ?? 0)
  const sum = (term: (category: string) => number) =>
    categories.reduce((total, c) => total + shares[c]! * term(c), 0)
  const ofSought = sum((c) => soughtError[c]![sought]!)
  if (!(ofSought > 0)) {
    refuse(
      'trait-unexplained',
      `Nobody of the population is recorded as "${sought}" for ${trait}: correct its shares.`,
    )
  }
  const same = sum((c) => soughtError[c]![sought]! * error[c]![examined]!) / ofSought
  const other = sharesAre === 'recorded' ? shares[examined]! : sum((c) => error[c]![examined]!)
  return traitRatio({ trait, facts: [fact], same, other, source })
}

/** The ratio of two probabilities, with what every trait states. */
export function traitRatio(found: {
  trait: string
  facts: Fact[]
  same: number
  other: number
  source: string
}): TraitRatio {
  const { trait, facts, same, other, source } = found
  if (source.trim() === '') {
    refuse(
      'source-missing',
      `The ratio of ${trait} needs the source of its shares and error rates: it is part of the answer.`,
    )
  }
  if (!(other > 0)) {
    refuse(
      'trait-unexplained',
      `What was seen of ${trait} has no probability in the population stated: correct its shares or the record.`,
    )
  }
  const LR = same / other
  return { trait, LR, log10LR: Math.log10(LR), probability: { same, other }, facts, source, notes: [] }
}

function checkedShares(trait: string, shares: Record<string, number>): string[] {
  const categories = Object.keys(shares)
  const values = Object.values(shares)
  const sum = values.reduce((total, share) => total + share, 0)
  if (categories.length < 2 || !values.every((share) => share >= 0) || !(Math.abs(sum - 1) <= 1e-3)) {
    refuse('trait-shares', `The shares of ${trait} must be at least two, from 0, and sum to 1.`)
  }
  return categories
}

/** The errors as a full table: true category -> recorded category -> probability. */
export function recordingTable(
  trait: string,
  categories: string[],
  error: RecordingError,
): Record<string, Record<string, number>> {
  if (typeof error === 'number') {
    if (!(error >= 0 && error <= 1)) refuse('trait-error', `The error rate of ${trait} must be from 0 to 1.`)
    const row = (truth: string) =>
      categories.map((seen) => [seen, seen === truth ? 1 - error : error / (categories.length - 1)])
    return Object.fromEntries(categories.map((truth) => [truth, Object.fromEntries(row(truth))]))
  }
  for (const truth of categories) {
    const row = Object.hasOwn(error, truth) ? error[truth]! : {}
    const cells = categories.map((seen) => (Object.hasOwn(row, seen) ? row[seen]! : Number.NaN))
    const sum = cells.reduce((total, cell) => total + cell, 0)
    if (!cells.every((cell) => cell >= 0) || !(Math.abs(sum - 1) <= 1e-6)) {
      refuse(
        'trait-error',
        `The errors of ${trait} need a row for "${truth}" with every category, from 0, summing to 1.`,
      )
    }
  }
  return error
}
