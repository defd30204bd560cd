import { refuse } from '../refusal.ts'
import { checkedMatrix, positiveShares } from './check.ts'

/** Cells that differ by less are the same number: rounding, not mutation. */
const tolerance = 1e-10

/**
 * The probability that an allele drawn from the population changes in one meiosis: sum of p_i (1 - M_ii).
 *
 * @example overallMutationRate([[0.9, 0.1], [0.3, 0.7]], [0.5, 0.5]) // 0.5 * 0.1 + 0.5 * 0.3 = 0.2
 */
export function overallMutationRate(matrix: number[][], frequencies: number[]): number {
  const shares = positiveShares(frequencies, matrix.length)
  return matrix.reduce((total, row, i) => total + shares[i]! * changed(row, i), 0)
}

/** The probability to leave a state, from the cells themselves: 1 - M_ii would lose digits. */
export function changed(row: number[], own: number): number {
  return row.reduce((total, cell, column) => (column === own ? total : total + cell), 0)
}

/**
 * Whether the allele frequencies stay what they are from one generation to the next: p M = p.
 *
 * @example isStationary([[0.9, 0.1], [0.1, 0.9]], [0.5, 0.5]) // true: as many leave as arrive
 */
export function isStationary(matrix: number[][], frequencies: number[]): boolean {
  const shares = positiveShares(frequencies, matrix.length)
  return shares.every((share, column) => {
    const after = matrix.reduce((total, row, i) => total + shares[i]! * row[column]!, 0)
    return Math.abs(after - share) < tolerance
  })
}

/**
 * Whether p_i M_ij = p_j M_ji for all pairs (detailed balance), so that a pedigree's value does not depend on
 * the direction of time.
 *
 * @example isReversible([[0.9, 0.1], [0.1, 0.9]], [0.2, 0.8]) // false: 0.02 one way, 0.08 the other
 */
export function isReversible(matrix: number[][], frequencies: number[]): boolean {
  const shares = positiveShares(frequencies, matrix.length)
  return matrix.every((row, i) =>
    row.every((cell, j) => Math.abs(shares[i]! * cell - shares[j]! * matrix[j]![i]!) < tolerance),
  )
}

/**
 * Whether no change is likelier than meeting the new allele in the population: M_ij <= p_j for i != j. Then a
 * relative never shows an allele less surprisingly than by chance.
 *
 * @example isBounded([[0.7, 0.3], [0.1, 0.9]], [0.8, 0.2]) // false: 0.3 > 0.2
 */
export function isBounded(matrix: number[][], frequencies: number[]): boolean {
  const shares = positiveShares(frequencies, matrix.length)
  return matrix.every((row, i) => row.every((cell, j) => i === j || cell <= shares[j]! + 1e-15))
}

/**
 * Whether the alleles of each group may be counted as one without changing any value: every allele of a group
 * goes to every other group, and to every single allele, equally often (Kemeny & Snell 1976, theorem 6.3.2).
 *
 * @param groups disjoint groups of row numbers; rows in none stand alone
 * @example isLumpable([[0.9, 0.1, 0], [0.1, 0.8, 0.1], [0, 0.1, 0.9]], [[0, 1]])
 *   // false: the first never becomes the third, the second does
 * @throws KinshipRefusal `lump-malformed`
 */
export function isLumpable(matrix: number[][], groups: number[][]): boolean {
  checkedMatrix(matrix, matrix.length)
  const grouped = groups.flat()
  if (new Set(grouped).size !== grouped.length || grouped.some((row) => matrix[row] === undefined)) {
    refuse('lump-malformed', 'Alleles to be merged must be alleles of the locus, each in one group.')
  }
  const singles = matrix.map((_, row) => row).filter((row) => !grouped.includes(row))
  const blocks = [...groups, ...singles.map((row) => [row])]
  return groups.every((group) =>
    blocks.every((target) => {
      if (target === group) return true
      const sums = group.map((row) => target.reduce((total, column) => total + matrix[row]![column]!, 0))
      return sums.every((sum) => Math.abs(sum - sums[0]!) < tolerance)
    }),
  )
}

/**
 * Whether any alleles may be merged: in each column all cells off the diagonal are the same.
 *
 * @example isAlwaysLumpable([[0.8, 0.1, 0.1], [0.1, 0.8, 0.1], [0.1, 0.1, 0.8]]) // true
 */
export function isAlwaysLumpable(matrix: number[][]): boolean {
  if (matrix.length <= 2) return true
  return matrix.every((_, column) => {
    const cells = matrix.flatMap((row, i) => (i === column ? [] : [row[column]!]))
    return cells.every((cell) => Math.abs(cell - cells[0]!) < tolerance)
  })
}
