import { refuse } from '../refusal.ts'
import { checkedMatrix, positiveShares } from './check.ts'
import { changed, overallMutationRate } from './properties.ts'
import { withDiagonal } from './reversible.ts'

/**
 * A matrix near `matrix` for which the frequencies are stationary and the overall rate is the same, by method
 * PM of Simonsson & Mostad (2016, FSI:Genetics 23:217-225): every row's changes keep their proportions and are
 * scaled by d_i = c v_i / p_i, with v the stationary distribution of `matrix` itself.
 *
 * @param frequencies one above 0 for each row
 * @example stabilised([[0.9, 0.1], [0.1, 0.9]], [0.2, 0.8])
 *   // v = (0.5, 0.5): the changes are scaled by 2.5 and 0.625: [[0.75, 0.25], [0.0625, 0.9375]]
 * @throws KinshipRefusal `mutation-not-stabilised` where no such matrix exists
 */
export function stabilised(matrix: number[][], frequencies: number[]): number[][] {
  const rows = checkedMatrix(matrix, matrix.length)
  const shares = positiveShares(frequencies, rows.length)
  const rate = overallMutationRate(rows, shares)
  if (rate === 0) return rows
  const own = stationaryDistribution(rows)
  if (!own) return notStabilised('some alleles are never reached from others')
  const ownRate = rows.reduce((total, row, i) => total + own[i]! * changed(row, i), 0)
  const scales = own.map((v, i) => (rate * v) / (ownRate * shares[i]!))
  return withDiagonal(rows, scales) ?? notStabilised('an allele would have to change more often than always')
}

/**
 * The distribution v with v M = v, by elimination without subtraction (Grassmann, Taksar & Heyman 1985), so
 * small probabilities keep all their digits. `null` when it is not unique.
 *
 * @example stationaryDistribution([[0.9, 0.1], [0.3, 0.7]]) // [0.75, 0.25]: 0.75 * 0.1 = 0.25 * 0.3
 */
export function stationaryDistribution(matrix: number[][]): number[] | null {
  const work = matrix.map((row) => [...row])
  for (let last = work.length - 1; last > 0; last--) {
    const leaving = work[last]!.slice(0, last).reduce((total, cell) => total + cell, 0)
    if (leaving === 0) return null
    for (let row = 0; row < last; row++) {
      const arriving = work[row]![last]! / leaving
      work[row]![last] = arriving
      for (let column = 0; column < last; column++) work[row]![column]! += arriving * work[last]![column]!
    }
  }
  const weights = [1]
  for (let state = 1; state < work.length; state++) {
    weights.push(weights.reduce((total, weight, row) => total + weight * work[row]![state]!, 0))
  }
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return weights.map((weight) => weight / sum)
}

function notStabilised(because: string): never {
  return refuse(
    'mutation-not-stabilised',
    `This mutation matrix cannot be stabilised (PM): ${because}. Lower the rate or choose another model.`,
  )
}
