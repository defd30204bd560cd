import { refuse } from './refusal.ts'
import type { MutationModel } from './types.ts'

/** The name that marks a silent (null) allele. */
export const silentAllele = 'silent'

const builtIn = new Set(['equal', 'proportional', 'stepwise', 'onestep'])

type Ladder = { alleles: string[]; frequencies: number[] }

/**
 * The transition matrix of a mutation model: row = transmitted allele, column = received allele.
 *
 * `equal`, `proportional`, `stepwise` and `onestep` as defined by Familias (Egeland et al. 2000;
 * Simonsson & Mostad 2016). A silent allele never mutates in these models; under `proportional` the rate is
 * then still the mean over all alleles, the silent one included. A given `matrix` is used as it is.
 *
 * @example mutationMatrix({ model: 'equal', rate: 0.02 }, ['1', '2', '3'], [0.2, 0.3, 0.5])[0]
 *   // [0.98, 0.01, 0.01]: the rate shared by the two other alleles
 * @throws KinshipRefusal for an unknown model or a rate that leaves no probability matrix
 */
export function mutationMatrix(model: MutationModel, alleles: string[], frequencies: number[]): number[][] {
  if (model.matrix) return checkedMatrix(model.matrix, alleles.length)
  const visible = alleles.map((_, index) => index).filter((index) => alleles[index] !== silentAllele)
  const ladder = {
    alleles: visible.map((index) => alleles[index]!),
    frequencies: visible.map((index) => frequencies[index]!),
  }
  const inner = builtInMatrix(model, ladder)
  if (visible.length === alleles.length) return checkedMatrix(inner, alleles.length)
  const full: number[][] = alleles.map((_, row) => alleles.map((__, column) => (row === column ? 1 : 0)))
  visible.forEach((row, innerRow) => {
    visible.forEach((column, innerColumn) => {
      full[row]![column] = inner[innerRow]![innerColumn]!
    })
  })
  return checkedMatrix(full, alleles.length)
}

function builtInMatrix(model: MutationModel, ladder: Ladder): number[][] {
  const size = ladder.alleles.length
  if (model.model === 'none' || model.model === 'trivial') return fill(size, () => 0)
  if (!builtIn.has(model.model)) {
    refuse(
      'mutation-model-unknown',
      `The mutation model "${model.model}" has no built-in definition: give its matrix.`,
    )
  }
  const rate = probability(model.rate, 'rate')
  if (size < 2 || rate === 0)
    return model.model === 'stepwise' ? stepwise(model, ladder) : fill(size, () => 0)
  switch (model.model) {
    case 'equal':
      return fill(size, () => rate / (size - 1))
    case 'proportional':
      return proportional(rate, ladder)
    case 'stepwise':
      return stepwise(model, ladder)
    default:
      return oneStep(rate, ladder)
  }
}

function proportional(rate: number, { frequencies }: Ladder): number[][] {
  const sum = frequencies.reduce((total, p) => total + p, 0)
  const shares = frequencies.map((p) => p / sum)
  const heterozygosity = shares.reduce((total, p) => total + p * (1 - p), 0)
  if (heterozygosity === 0) return fill(shares.length, () => 0)
  const scale = rate / sum / heterozygosity
  return fill(shares.length, (_, column) => scale * shares[column]!)
}

function stepwise(model: MutationModel, { alleles }: Ladder): number[][] {
  const rate = probability(model.rate, 'rate')
  const rate2 = probability(model.rate2 ?? 0, 'rate2')
  const range = model.range ?? 0.1
  if (!(range > 0)) refuse('mutation-range', 'The range of a stepwise model must be above 0.')
  const repeats = alleles.map(repeatNumber)
  const weights = repeats.map((from, row) =>
    repeats.map((to, column) =>
      row !== column && from.part === to.part ? range ** Math.abs(from.whole - to.whole) : 0,
    ),
  )
  const rowSums = weights.map((row) => row.reduce((total, weight) => total + weight, 0))
  const others = repeats.map((from) => repeats.filter((to) => to.part !== from.part).length)
  return fill(alleles.length, (row, column) => {
    if (repeats[row]!.part !== repeats[column]!.part) return rate2 / others[row]!
    return (rate * weights[row]![column]!) / rowSums[row]!
  })
}

function oneStep(rate: number, { alleles }: Ladder): number[][] {
  const repeats = alleles.map(repeatNumber)
  const isNeighbour = (row: number, column: number) =>
    repeats[row]!.part === repeats[column]!.part &&
    Math.abs(repeats[row]!.whole - repeats[column]!.whole) === 1
  const neighbours = alleles.map((_, row) => alleles.filter((__, column) => isNeighbour(row, column)).length)
  return fill(alleles.length, (row, column) => (isNeighbour(row, column) ? rate / neighbours[row]! : 0))
}

/** "9.3" is nine whole repeats and a part of three bases. */
function repeatNumber(allele: string): { whole: number; part: string } {
  const match = /^(\d+)(?:\.(\d))?$/.exec(allele)
  if (!match) {
    return refuse(
      'mutation-needs-repeat-numbers',
      `Allele "${allele}" is no repeat number, so a stepwise model cannot place it: choose another model.`,
    )
  }
  return { whole: Number(match[1]), part: match[2] ?? '0' }
}

function probability(value: number | undefined, name: string): number {
  if (value === undefined || !(value >= 0 && value <= 1)) {
    return refuse('mutation-rate', `The mutation ${name} must be a number from 0 to 1.`)
  }
  return value
}

function fill(size: number, offDiagonal: (row: number, column: number) => number): number[][] {
  return Array.from({ length: size }, (_, row) => {
    const cells = Array.from({ length: size }, (__, column) =>
      row === column ? 0 : offDiagonal(row, column),
    )
    cells[row] = 1 - cells.reduce((total, cell) => total + cell, 0)
    return cells
  })
}

function checkedMatrix(matrix: number[][], size: number): number[][] {
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
