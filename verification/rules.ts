import { absolute, compare, type Difference, relative, worstOf } from './compare.ts'
import type { Example } from './examples.ts'

type Fields = Record<string, unknown>
type Rule = (example: Example, found: Fields) => Difference

/** Compares an example with what was found for it: by its tolerance, or by the rule of its kind. */
export function compareExample(example: Example, found: Fields): Difference {
  return (rules[example.kind] ?? exact)(example, found)
}

/** Every field, to the tolerance of the case. */
const exact: Rule = ({ expected, relTolerance }, found) =>
  compare(expected, found, relative(relTolerance ?? 1e-9))

/**
 * Others print the natural logarithm of a ratio where we print the decimal one; its error is one of the ratio.
 * `peerDefaultBug` quotes a number known to be wrong, and is not compared.
 */
const ratio: Rule = (example, found) => {
  const { lnLR, peerDefaultBug: _, ...expected } = example.expected
  const logs = entriesOf(found.log10LR).map(([name, log]) => [
    name,
    typeof log === 'number' ? log * Math.LN10 : log,
  ])
  return worstOf([
    exact({ ...example, expected }, found),
    compare(lnLR ?? {}, Object.fromEntries(logs), absolute(example.relTolerance ?? 1e-9), 'lnLR'),
  ])
}

/** Estimates are shares found by search: absolute differences count, and logarithms at fixed points are exact. */
const estimate: Rule = ({ expected, relTolerance }, found) => {
  const { logLikAt, logLikAtEstimate, ...estimates } = expected
  const { logLikAt: at, logLikAtEstimate: atEstimate } = found
  return worstOf([
    compare(estimates, found, absolute(relTolerance ?? 1e-4)),
    compare(logLikAt ?? {}, at ?? {}, relative(1e-9), 'logLikAt'),
    compare(logLikAtEstimate ?? null, atEstimate ?? null, relative(1e-6), 'logLikAtEstimate'),
  ])
}

/**
 * Two simulations of `nsim` runs: four standard errors of the difference, for the mean sd sqrt(2/n), for the
 * standard deviation sd/sqrt(n), for a share p sqrt(2p(1-p)/n), for the quantile of a share p that over the
 * normal density there.
 */
const simulation: Rule = ({ expected }, found) => {
  const { nsim, meanLog10LR, sdLog10LR, quantilesLog10LR, IP } = expected
  const n = Number(nsim)
  const sd = Number(sdLog10LR)
  const ofShare = (p: number) => 4 * Math.sqrt((2 * Math.max(p * (1 - p), 1 / n)) / n)
  const quantiles = entriesOf(quantilesLog10LR).map(([name, value]) => {
    const z = (Number(value) - Number(meanLog10LR)) / sd
    const density = Math.exp((-z * z) / 2) / (sd * Math.sqrt(2 * Math.PI))
    const tolerance = ofShare(Number.parseFloat(name) / 100) / density
    return compare(
      value,
      valueAt(found.quantilesLog10LR, name),
      absolute(tolerance),
      `quantilesLog10LR.${name}`,
    )
  })
  const shares = entriesOf(IP).map(([name, value]) =>
    compare(value, valueAt(found.IP, name), absolute(ofShare(Number(value))), `IP.${name}`),
  )
  return worstOf([
    compare(nsim, found.nsim, relative(1e-9), 'nsim'),
    compare(meanLog10LR, found.meanLog10LR, absolute(4 * sd * Math.sqrt(2 / n)), 'meanLog10LR'),
    compare(sdLog10LR, found.sdLog10LR, absolute((4 * sd) / Math.sqrt(n)), 'sdLog10LR'),
    ...quantiles,
    ...shares,
  ])
}

/**
 * A handful of simulated profiles by a few runs, which the example itself calls indicative: as many values, a
 * mean ratio within a factor of ten, a power that is 0 where it must be and within 1/2 elsewhere.
 */
const indication: Rule = ({ expected }, found) =>
  worstOf(
    Object.entries(expected).flatMap(([selection, values]) => {
      const other = valueAt(found, selection)
      return entriesOf(values).flatMap(([name, list]) => {
        const [ours, theirs] = [numbersOf(valueAt(other, name)), numbersOf(list)]
        const where = `${selection}.${name}`
        const tolerance = name === 'EP' ? 1 / 2 : 1
        return [
          compare(theirs.length, ours.length, absolute(1 / 2), where),
          compare(mean(theirs), mean(ours), mean(theirs) === 0 ? relative(1e-9) : absolute(tolerance), where),
        ]
      })
    }),
  )

const rules: Record<string, Rule> = {
  likelihoodRatio: ratio,
  ibdEstimate: estimate,
  fEstimate: estimate,
  checkPairwise: estimate,
  powerSimulation: simulation,
  MPPsims: indication,
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : []
}

function valueAt(value: unknown, key: string): unknown {
  return new Map(entriesOf(value)).get(key)
}

function numbersOf(value: unknown): number[] {
  return Array.isArray(value) ? value.map(Number) : []
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
