import { type Random, randomFrom } from '../random.ts'
import { refuse } from '../refusal.ts'
import { sampler } from './simulation-sampler.ts'
import { type RatioTable, ratioTables, type TypedFamily } from './simulation-table.ts'

export type PowerOptions = {
  /** Whom the family looks for; not typed. */
  missing: string
  /** Profiles simulated; 1,000 when absent. */
  runs?: number
  /** The same seed gives the same answer; 1 when absent. */
  seed?: number
  /** Likelihood ratios whose chance to be reached is asked for. */
  thresholds?: number[]
  /** Who the simulated profiles belong to: the missing person (when absent), or somebody unrelated. */
  truth?: 'missing' | 'unrelated'
}

export type Power = {
  runs: number
  seed: number
  /** Of the simulated log10 LR; -Infinity when a profile excludes. */
  mean: number
  /** With n - 1; `null` when a profile excludes, or for a single one. */
  sd: number | null
  /** The Monte Carlo standard error of the mean. */
  se: number | null
  /** By share, as `0.05`. */
  quantiles: { share: number; log10LR: number }[]
  /** Share of the profiles whose LR reaches each threshold, in their order. */
  reached: { threshold: number; share: number }[]
  /** The mean and standard deviation themselves, without simulation: the sums over all genotypes. */
  exact: { mean: number; sd: number | null }
}

const shares = [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99]
export const usualThresholds = [1, 10, 100, 10_000, 1_000_000]
const mostRuns = 1_000_000
/** A ratio that is the threshold itself reaches it, whatever the last digit of its logarithm. */
const rounding = 1e-9

/**
 * What the likelihood ratio will be once the missing person is found and typed: profiles are drawn given the
 * typed relatives, exactly, locus by locus, and each is weighed against "unrelated" (inclusion power; Vigeland
 * and others 2020, FSI Genetics 49:102376).
 *
 * @throws KinshipRefusal for a number of runs that makes no sense, and whatever `ratioTables` refuses
 * @example Nobody typed: every LR is 1, so mean = 0 and IP at 10 is 0.
 */
export function simulatePower(family: TypedFamily, options: PowerOptions): Power {
  const { missing, seed = 1, truth = 'missing' } = options
  return summarised(ratioTables(family, missing), truth, {
    runs: options.runs ?? 1000,
    seed,
    thresholds: options.thresholds ?? usualThresholds,
  })
}

type Summary = { runs: number; seed: number; thresholds: number[] }

/** The same from tables computed before. */
export function summarised(tables: RatioTable[], truth: 'missing' | 'unrelated', options: Summary): Power {
  const { runs, seed, thresholds } = options
  if (!(Number.isSafeInteger(runs) && runs >= 1 && runs <= mostRuns)) {
    refuse('run-count', `The number of simulated profiles must be a whole number from 1 to ${mostRuns}.`)
  }
  if (!Number.isSafeInteger(seed)) refuse('seed', 'The seed must be a whole number.')
  if (!thresholds.every((threshold) => threshold > 0)) refuse('threshold', 'Every threshold must be above 0.')
  const logs = drawnLogRatios(tables, truth, runs, randomFrom(seed))
  const mean = logs.reduce((sum, log) => sum + log, 0) / runs
  const squares = logs.reduce((sum, log) => sum + (log - mean) ** 2, 0)
  const sd = Number.isFinite(mean) && runs > 1 ? Math.sqrt(squares / (runs - 1)) : null
  logs.sort()
  return {
    runs,
    seed,
    mean,
    sd,
    se: sd === null ? null : sd / Math.sqrt(runs),
    quantiles: shares.map((share) => ({ share, log10LR: quantile(logs, share) })),
    reached: thresholds.map((threshold) => {
      const enough = logs.filter((log) => log >= Math.log10(threshold) - rounding).length
      return { threshold, share: enough / runs }
    }),
    exact: exactMoments(tables, truth),
  }
}

function weightsOf(table: RatioTable, truth: 'missing' | 'unrelated'): Float64Array {
  return truth === 'missing' ? table.related : table.unrelated
}

function drawnLogRatios(
  tables: RatioTable[],
  truth: 'missing' | 'unrelated',
  runs: number,
  random: Random,
): Float64Array {
  const draws = tables.map((table) => sampler([...weightsOf(table, truth)]))
  return Float64Array.from({ length: runs }, () =>
    tables.reduce((sum, table, index) => sum + table.log10Ratios[draws[index]!(random)]!, 0),
  )
}

/** Independent loci: means add, and so do variances. */
export function exactMoments(tables: RatioTable[], truth: 'missing' | 'unrelated'): Power['exact'] {
  let mean = 0
  let variance = 0
  for (const table of tables) {
    const weights = weightsOf(table, truth)
    const total = weights.reduce((sum, weight) => sum + weight, 0)
    let [first, second] = [0, 0]
    weights.forEach((weight, index) => {
      if (weight === 0) return
      const log = table.log10Ratios[index]!
      first += (weight / total) * log
      second += (weight / total) * log ** 2
    })
    mean += first
    variance += second - first ** 2
  }
  return { mean, sd: Number.isFinite(mean) ? Math.sqrt(Math.max(0, variance)) : null }
}

/** Linear between order statistics (Hyndman and Fan 1996, definition 7). */
function quantile(sorted: Float64Array, share: number): number {
  const position = (sorted.length - 1) * share
  const below = sorted[Math.floor(position)]!
  const above = sorted[Math.ceil(position)]!
  const weight = position - Math.floor(position)
  return weight === 0 || below === above ? below : below + weight * (above - below)
}
