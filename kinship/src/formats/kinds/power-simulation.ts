import { simulatePower } from '../../power/simulation.ts'
import { stillLoci } from '../../power/still-loci.ts'
import { disabledMutations } from './exclusion-power.ts'
import { countOf, type Family, familyOf, inputOf, malformed } from './family-input.ts'
import type { Fields, RawCase } from './index.ts'
import { missingPerson } from './missing-person.ts'

/** `powerSimulation`: what the likelihood ratio will be once the missing person is typed. */
export function powerSimulationFields(raw: RawCase): Fields {
  const input = inputOf(raw)
  const family = stillFamily(input)
  const { truth, thresholds = input.threshold } = input
  if (truth != null && truth !== 'missing' && truth !== 'unrelated')
    malformed('truth ("missing" or "unrelated")')
  const found = simulatePower(family, {
    missing: missingPerson(family, input.missing),
    runs: countOf(input.nsim, 'nsim', 1000),
    seed: countOf(input.seed, 'seed', 1),
    ...(thresholds != null && { thresholds: numbersOf(thresholds, 'thresholds') }),
    ...(truth === 'unrelated' && { truth }),
  })
  const { mean, sd, se, quantiles, reached, exact } = found
  return {
    nsim: found.runs,
    seed: found.seed,
    meanLog10LR: mean,
    sdLog10LR: sd,
    seLog10LR: se,
    quantilesLog10LR: Object.fromEntries(quantiles.map(({ share, log10LR }) => [`${100 * share}%`, log10LR])),
    IP: sharesOf(reached),
    exactMeanLog10LR: exact.mean,
    exactSdLog10LR: exact.sd,
  }
}

/** The family with mutation left out of account where `disableMutations` says so, as forrel does by default. */
export function stillFamily(input: Record<string, unknown>): Family {
  const family = familyOf(input)
  const { disableMutations } = disabledMutations(input.disableMutations)
  return { ...family, loci: stillLoci(family, disableMutations) }
}

/** Shares by threshold, a threshold written the shorter way: 10000, but 1e+06. */
export function sharesOf(reached: { threshold: number; share: number }[]): Record<string, number> {
  return Object.fromEntries(reached.map(({ threshold, share }) => [thresholdName(threshold), share]))
}

function thresholdName(threshold: number): string {
  const fixed = String(threshold)
  const exponential = threshold.toExponential().replace(/e([+-])(\d)$/, 'e$10$2')
  return exponential.length < fixed.length ? exponential : fixed
}

export function numbersOf(value: unknown, what: string): number[] {
  const list: unknown[] = Array.isArray(value) ? value : [value]
  return list.map((entry) => (typeof entry === 'number' && Number.isFinite(entry) ? entry : malformed(what)))
}
