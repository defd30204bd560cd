import { weigh, writeRecord } from '@sandsage/kinship'
import { refuse } from '../../platform/refusal.ts'
import { SCALE } from '../rules/conclude.ts'
import { recordedCase } from '../rules/record.ts'
import { chooseLoci, type Evidence } from '../rules/weigh.ts'
import { getPublished, requireTable } from './tables.ts'

export type Recorded = { text: string; inputHash: string }

/**
 * The weighing as a record of the science: input, answer and everything that decided it, which `kinship replay`
 * computes again. The frequencies in it are checked against the published table they come from.
 */
export function recordOf({ evidence, table }: { evidence: Evidence; table: string }): Recorded {
  const { used } = chooseLoci(evidence, requireTable(table).lociFor(evidence))
  const { mutation, minimumFrequency } = evidence.parameters
  const choice = { names: used.map(({ name }) => name), mutation, minimumFrequency }
  const record = weigh(recordedCase(evidence, used), {
    scale: SCALE,
    origins: [{ table: getPublished(table), choice }],
  })
  if ('refusal' in record) return refuse('engine-refused', { because: record.refusal.message })
  return { text: writeRecord(record), inputHash: record.provenance.inputHash }
}
