import type { KinshipCase } from '@sandsage/kinship'
import { type MutationVariant, type Sensitivity, sensitivity } from '@sandsage/kinship'
import type { Parameters, SensitivityCell } from '../model/claims.ts'
import { SUPPORTED, toLog } from './finding.ts'
import { DEFAULTS } from './weigh.ts'

/** No structure, a structured population and an isolated one (NRC II 1996, recommendation 4.1). */
const THETAS = [0, 0.01, 0.03]

/**
 * The same evidence under other assumptions: theta from none to an isolated people, mutation from none to twice
 * the rate. Beside the quoted ratio, never instead of it.
 *
 * @returns a cell for each combination; `null` where there is no ratio
 */
export function underAssumptions(input: KinshipCase, mutation: Parameters['mutation']): SensitivityCell[] {
  const thetas = [...new Set([...THETAS, input.theta ?? 0])].sort((a, b) => a - b)
  const found = sensitivity(input, { thetas, models: variantsOf(mutation) })
  return 'refusal' in found ? [] : found.cells.map(toCell)
}

/** Where the weighing itself allows no mutation, the usual rate stands in the middle column. */
function variantsOf(mutation: Parameters['mutation']): MutationVariant[] {
  const { model, rate } = mutation.model === 'none' || mutation.rate === 0 ? DEFAULTS.mutation : mutation
  const at = (factor: number): MutationVariant['mutation'] =>
    model === 'none' ? { model } : { model, rate: rate * factor }
  return [
    { name: 'none', mutation: { model: 'none' } },
    { name: 'usual', mutation: at(1) },
    { name: 'doubled', mutation: at(2) },
  ]
}

const toCell = ({ theta, model, log10LR }: Sensitivity['cells'][number]): SensitivityCell => {
  const log = log10LR?.H1 ?? null
  return { theta, mutation: model as SensitivityCell['mutation'], log10LR: log === null ? null : toLog(log) }
}

export type Range = { low: number; high: number; of: number; supported: number }

/** From where to where the ratio goes over the cells that have one, and how many of them reach the threshold. */
export function rangeOf(cells: SensitivityCell[]): Range | undefined {
  const logs = cells.flatMap(({ log10LR }) => (log10LR === null ? [] : [Number(log10LR)]))
  if (logs.length === 0) return undefined
  return {
    low: Math.min(...logs),
    high: Math.max(...logs),
    of: logs.length,
    supported: logs.filter((log) => log >= SUPPORTED).length,
  }
}
