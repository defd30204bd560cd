import { refuse } from '../refusal.ts'

/**
 * A square matrix of probabilities whose rows sum to 1; rows that miss it by rounding are divided by their sum.
 *
 * @throws KinshipRefusal `mutation-matrix`
 */
export function checkedMatrix(matrix: number[][], size: number): number[][] {
  if (!Array.isArray(matrix) || matrix.length !== size || matrix.some((row) => row?.length !== size)) {
    refuse('mutation-matrix', `The mutation matrix must have ${size} rows and columns, one for each allele.`)
  }
  return matrix.map((row) => {
    const sum = row.reduce((total, cell) => total + cell, 0)
    if (row.some((cell) => !(cell >= 0)) || !(Math.abs(sum - 1) <= 1e-6)) {
      refuse(
        'mutation-matrix',
        'A row of the mutation matrix is not a probability distribution: entries from 0, summing to 1. Lower the rate or correct the matrix.',
      )
    }
    return Math.abs(sum - 1) > 1e-12 ? row.map((cell) => cell / sum) : row
  })
}

/**
 * Frequencies as shares of 1, each above 0, one for each row.
 *
 * @throws KinshipRefusal `mutation-needs-frequencies`
 */
export function positiveShares(frequencies: number[], size: number): number[] {
  if (frequencies.length !== size || frequencies.some((p) => !(p > 0))) {
    refuse(
      'mutation-needs-frequencies',
      'A mutation matrix is weighed against one frequency above 0 for each allele: complete the table.',
    )
  }
  const sum = frequencies.reduce((total, p) => total + p, 0)
  return frequencies.map((p) => p / sum)
}
