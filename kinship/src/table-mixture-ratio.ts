import { type FrequencyTable, type LociChoice, lociFrom } from './frequency-table.ts'
import { likelihoods } from './likelihood.ts'
import { orRefusal, refuse } from './refusal.ts'
import type { KinshipCase, Note, RefusalDetail } from './types.ts'

/** A case whose population is one of several, with the prior probability of each. */
export type CaseOfUnknownPopulation = Omit<KinshipCase, 'loci'> & {
  populations: { table: FrequencyTable; weight: number }[]
  choice: Omit<LociChoice, 'observed'>
}

export type MixtureRatio = {
  reference: string
  /** Loci every table has; only on these can the populations be weighed against one another. */
  loci: string[]
  /** Natural logarithm of sum_k w_k L_k, by hypothesis. */
  logLikelihood: Record<string, number>
  LR: Record<string, number | null>
  log10LR: Record<string, number | null>
  /** By hypothesis and table: how probable each population is once the profiles are seen; null where all are 0. */
  populations: Record<string, Record<string, number> | null>
  notes: Note[]
}

/**
 * The ratio when everybody comes from one population and it is not known which: the likelihood of a hypothesis is the
 * mean over the populations, LR = sum_k w_k L_k(H1) / sum_k w_k L_k(H2). The mean is taken of all loci together, since
 * the population is the same at each; a mean of the ratios, or of each locus, would be another question.
 *
 * @example Father and child both 6/6, p(6) 0.5 or 0.1, half and half: L1 = (p1^3 + p2^3)/2 = 0.063,
 *   L2 = (p1^4 + p2^4)/2 = 0.0313, LR = 0.063 / 0.0313 = 2.0128. Not the mean of 2 and 10, as the profiles themselves
 *   speak for the first population.
 * @returns the values, or `{ refusal }`: `mixture-weight`, `no-common-locus` and what the engine refuses
 */
export function mixtureRatio(input: CaseOfUnknownPopulation): MixtureRatio | { refusal: RefusalDetail } {
  return orRefusal(() => {
    const { populations, choice, ...rest } = input
    const weights = checkedWeights(populations)
    const names = choice.names.filter((name) =>
      populations.every(({ table }) => Object.hasOwn(table.loci, name)),
    )
    if (names.length === 0) return refuse('no-common-locus', 'No locus is in all of the tables.')
    const reference = rest.reference ?? rest.hypotheses.at(-1)?.name ?? ''
    if (!rest.hypotheses.some(({ name }) => name === reference)) {
      return refuse('reference-unknown', `The reference "${reference}" is not among the hypotheses.`)
    }
    const under = populations.map(({ table }) => {
      const loci = lociFrom(table, { ...choice, names, observed: rest.genotypes })
      return likelihoods({ ...rest, loci }).logLikelihood
    })
    const weighted = rest.hypotheses.map(({ name }) => ({
      name,
      logs: under.map((logs, k) => Math.log(weights[k]!) + logs[name]!),
    }))
    const populationsOf = weighted.map(({ name, logs }) => [name, sharesOf(logs, populations)] as const)
    return {
      reference,
      loci: names,
      ...ratiosOf(new Map(weighted.map(({ name, logs }) => [name, logSumExp(logs)])), reference),
      populations: Object.fromEntries(populationsOf),
      notes: leftOut(choice.names, names),
    }
  })
}

function ratiosOf(
  logs: Map<string, number>,
  reference: string,
): Pick<MixtureRatio, 'logLikelihood' | 'LR' | 'log10LR'> {
  const ratios = [...logs]
    .filter(([name]) => name !== reference)
    .map(([name, log]) => [name, difference(log, logs.get(reference)!)] as const)
  return {
    logLikelihood: Object.fromEntries(logs),
    LR: Object.fromEntries(ratios.map(([name, log]) => [name, log === null ? null : ratioOf(log)])),
    log10LR: Object.fromEntries(ratios.map(([name, log]) => [name, log === null ? null : log / Math.LN10])),
  }
}

function checkedWeights(populations: CaseOfUnknownPopulation['populations']): number[] {
  const weights = populations.map(({ weight }) => weight)
  const sum = weights.reduce((total, weight) => total + weight, 0)
  if (weights.length === 0 || weights.some((weight) => !(weight > 0)) || !(Math.abs(sum - 1) <= 1e-9)) {
    return refuse('mixture-weight', 'The weights of the populations must be above 0 and sum to 1.')
  }
  const ids = new Set(populations.map(({ table }) => table.id))
  if (ids.size < populations.length) return refuse('table-twice', 'A table is named twice as a population.')
  return weights
}

function logSumExp(logs: number[]): number {
  const top = Math.max(...logs)
  if (top === Number.NEGATIVE_INFINITY) return top
  return top + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - top), 0))
}

function difference(log: number, base: number): number | null {
  return log === Number.NEGATIVE_INFINITY && base === Number.NEGATIVE_INFINITY ? null : log - base
}

/** A finite ratio too large or too small for a number is given by its logarithm alone. */
function ratioOf(log: number): number | null {
  const ratio = Math.exp(log)
  return Number.isFinite(log) && (ratio === 0 || ratio === Number.POSITIVE_INFINITY) ? null : ratio
}

function sharesOf(
  logs: number[],
  populations: CaseOfUnknownPopulation['populations'],
): Record<string, number> | null {
  const whole = logSumExp(logs)
  if (whole === Number.NEGATIVE_INFINITY) return null
  return Object.fromEntries(populations.map(({ table }, k) => [table.id, Math.exp(logs[k]! - whole)]))
}

function leftOut(asked: string[], used: string[]): Note[] {
  return asked
    .filter((name) => !used.includes(name))
    .map((locus) => ({
      code: 'locus-not-in-every-table',
      locus,
      message: `${locus} is not in every table and is left out: without it the populations can be weighed together.`,
    }))
}
