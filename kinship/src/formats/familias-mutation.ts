import { silentAllele } from '../mutation.ts'
import { refuse } from '../refusal.ts'
import type { Locus, MutationModel } from '../types.ts'

/** A Familias mutation model of one sex as the file numbers it. */
export type FamiliasRates = { code: number; rate: number; range: number; rate2: number }

/** By number. The two ladder models count steps along the list of alleles, whatever the alleles are called. */
const familiasModels = [
  'equal',
  'proportional',
  'familias-stepwise',
  'familias-stationary',
  'stepwise',
] as const

/** More cells than any kit needs; a hostile file would otherwise fill the memory. */
const mostCells = 250_000

/**
 * The model a Familias number stands for. 0 equal, 1 proportional, 4 extended stepwise: those of this
 * library. 2 and 3 are ladder models, given as matrices (R package Familias 1.0, `FamiliasLocus`; Egeland and
 * Mostad 2002, Scand J Stat 29:297; Dawid et al. 2002, Scand J Stat 29:577), with n alleles, range d:
 * 2 unstationary, M[i,j] in proportion to d^|i-j| in each row; 3 stationary, M[i,j] = c d^|i-j| / p_i with
 * c = rate (1-d)^2 / (2d (n - nd - 1 + d^n)). A silent allele stands outside the ladder.
 *
 * @example Three alleles, model 2, rate 0.03, range 0.5: from the first allele 0.02 to the second (1 step) and
 *   0.01 to the third (2 steps).
 * @throws KinshipRefusal for a number beyond 4, a range of the ladder models not above 0, or a rate too high
 */
export function familiasModel(
  { code, rate, range, rate2 }: FamiliasRates,
  { alleles, frequencies }: Pick<Locus, 'alleles' | 'frequencies'>,
): MutationModel {
  const model = familiasModels[code]
  if (model === 'equal' || model === 'proportional') return { model, rate }
  if (model === 'stepwise') return { model, rate, rate2, range }
  if (model === undefined) {
    return refuse(
      'mutation-model-not-read',
      `The Familias mutation model ${code} has no counterpart here: choose one from 0 to 4.`,
    )
  }
  return { model, rate, range, matrix: ladderMatrix(model, { rate, range }, alleles, frequencies) }
}

type LadderRates = { rate: number; range: number }

function ladderMatrix(
  model: 'familias-stepwise' | 'familias-stationary',
  { rate, range }: LadderRates,
  alleles: string[],
  frequencies: number[],
): number[][] {
  if (!(range > 0)) refuse('mutation-range', 'The range of a stepwise model must be above 0.')
  if (alleles.length ** 2 > mostCells) {
    refuse('too-large', `A mutation matrix of ${alleles.length} alleles is larger than any locus needs.`)
  }
  const visible = alleles.flatMap((allele, index) => (allele === silentAllele ? [] : [index]))
  const steps = visible.map((_, from) =>
    visible.map((__, to) => (from === to ? 0 : range ** Math.abs(from - to))),
  )
  const sums = steps.map((row) => row.reduce((sum, step) => sum + step, 0))
  const total = sums.reduce((sum, row) => sum + row, 0)
  const scale = visible.map((index, row) =>
    model === 'familias-stepwise' ? rate / sums[row]! : rate / total / frequencies[index]!,
  )
  const matrix: number[][] = alleles.map((_, row) => alleles.map((__, at) => (row === at ? 1 : 0)))
  if (visible.length < 2) return matrix
  visible.forEach((row, from) => {
    visible.forEach((column, to) => {
      matrix[row]![column] = from === to ? 1 - scale[from]! * sums[from]! : scale[from]! * steps[from]![to]!
    })
    if (!(matrix[row]![row]! >= 0)) {
      refuse(
        'mutation-rate',
        `The mutation rate ${rate} is too high for allele "${alleles[row]}": it would leave no probability of staying.`,
      )
    }
  })
  return matrix
}

/**
 * The number and rates Familias writes for a model; no mutation is the equal model at rate 0.
 *
 * @throws KinshipRefusal `mutation-model-not-writable` for a model Familias has no number for
 */
export function familiasRates(model: MutationModel | undefined, locus: string): FamiliasRates {
  if (model === undefined) return { code: 0, rate: 0, range: 0, rate2: 0 }
  const names: readonly string[] = familiasModels
  const code = names.indexOf(model.model)
  const isLadder = code === 2 || code === 3
  if (code < 0 || (model.matrix !== undefined && !isLadder)) {
    return refuse(
      'mutation-model-not-writable',
      `A Familias file has no number for the mutation model "${model.model}" of ${locus}: choose equal, proportional or stepwise.`,
    )
  }
  return {
    code,
    rate: model.rate ?? 0,
    range: model.range ?? (code === 4 ? 0.1 : 0),
    rate2: model.rate2 ?? 0,
  }
}
