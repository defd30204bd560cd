import { refuse } from '../refusal.ts'
import { checkedMatrix, positiveShares } from './check.ts'
import { changed, overallMutationRate } from './properties.ts'

/** How a matrix is made reversible: Metropolis-Hastings, Barker, or by the mean of both directions. */
export type ReversibleMethod = 'MH' | 'BA' | 'PR'

/**
 * The flow between two alleles both ways, from the flows a = p_i M_ij and b = p_j M_ji. `MH` takes the smaller
 * (Hastings 1970), `BA` half their harmonic mean (Barker 1965), `PR` their mean, which preserves the rate.
 */
const balancedFlow: Record<ReversibleMethod, (a: number, b: number) => number> = {
  MH: Math.min,
  BA: (a, b) => (a === 0 || b === 0 ? 0 : (a * b) / (a + b)),
  PR: (a, b) => (a + b) / 2,
}

/**
 * A matrix near `matrix` that is reversible for the frequencies and has the same overall mutation rate. `MH`
 * and `BA` lower the rate, so all changes are then scaled up together (pedmut 0.9).
 *
 * @param frequencies one above 0 for each row
 * @example reversible([[0.9, 0.1], [0.1, 0.9]], [0.2, 0.8], 'PR')
 *   // the flows 0.02 and 0.08 become 0.05 both ways: [[0.75, 0.25], [0.0625, 0.9375]]
 * @throws KinshipRefusal `mutation-not-reversible` where no such matrix exists at this rate
 */
export function reversible(matrix: number[][], frequencies: number[], method: ReversibleMethod): number[][] {
  const rows = checkedMatrix(matrix, matrix.length)
  const shares = positiveShares(frequencies, rows.length)
  const flow = balancedFlow[method]
  const balanced = rows.map((row, i) =>
    row.map((cell, j) => (i === j ? 0 : flow(shares[i]! * cell, shares[j]! * rows[j]![i]!) / shares[i]!)),
  )
  const wanted = overallMutationRate(rows, shares)
  const reached = overallMutationRate(balanced, shares)
  if (wanted > 0 && reached === 0) return notReversible(method)
  const scale = method === 'PR' || wanted === 0 ? 1 : wanted / reached
  return withDiagonal(balanced, scale) ?? notReversible(method)
}

/** Scaled changes with the rest on the diagonal; `null` when nothing would be left for it. */
export function withDiagonal(changes: number[][], scale: number | number[]): number[][] | null {
  const scaled = changes.map((row, i) =>
    row.map((cell) => cell * (typeof scale === 'number' ? scale : scale[i]!)),
  )
  const stays = scaled.map((row, i) => 1 - changed(row, i))
  if (stays.some((stay) => stay < 0)) return null
  return scaled.map((row, i) => row.map((cell, j) => (i === j ? stays[i]! : cell)))
}

function notReversible(method: ReversibleMethod): never {
  return refuse(
    'mutation-not-reversible',
    `This mutation matrix has no reversible form by ${method} at its rate: lower the rate or choose another method.`,
  )
}
