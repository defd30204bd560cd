import { pairwiseRatios } from '../../joint/index.ts'
import { dviInput, missingOf } from './dvi-input.ts'
import type { Fields, RawCase } from './index.ts'

/** `dviPairwise`: every unidentified person against every missing one. */
export function dviPairwiseFields(raw: RawCase): Fields {
  const { rows, cols, logLR, exclusions } = pairwiseRatios(dviInput(raw))
  const missing = missingOf(raw)
  const order = missing.map((id) => cols.indexOf(id))
  const inOrder = (values: (number | null)[][]) => values.map((row) => order.map((column) => row[column]!))
  const ratios = logLR.map((row) => row.map((log) => (log === null ? null : Math.exp(log))))
  return {
    LRmatrix: { rows, cols: missing, values: inOrder(ratios) },
    exclusionMatrix: { rows, cols: missing, values: inOrder(exclusions) },
  }
}
