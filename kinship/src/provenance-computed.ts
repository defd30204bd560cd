import { hashOf } from './hash-canonical-json.ts'
import { type LikelihoodRatios, likelihoodRatio } from './likelihood-ratio.ts'
import { orRefusal } from './refusal.ts'
import { type Sensitivity, type SensitivityGrid, sensitivity } from './sensitivity.ts'
import { type CaseOfUnknownPopulation, type MixtureRatio, mixtureRatio } from './table-mixture-ratio.ts'
import { type CaseByTable, likelihoodRatioByTable, type TableComparison } from './tables-compared.ts'
import type { KinshipCase, RefusalDetail } from './types.ts'
import { engine } from './version.ts'

/** What each computation takes: one JSON value that holds everything, tables included. */
export type ComputationInputs = {
  likelihoodRatio: KinshipCase
  likelihoodRatioByTable: CaseByTable
  mixtureRatio: CaseOfUnknownPopulation
  sensitivity: { case: KinshipCase; grid?: SensitivityGrid }
}

type ComputationAnswers = {
  likelihoodRatio: LikelihoodRatios
  likelihoodRatioByTable: TableComparison
  mixtureRatio: MixtureRatio
  sensitivity: Sensitivity
}

export type Computation = keyof ComputationInputs

/** An answer with what it takes to compute it again; the input carries every table and parameter. */
export type ComputedRecord<Name extends Computation = Computation> = {
  format: typeof computedFormat
  computation: Name
  engine: { name: string; version: string }
  inputHash: string
  input: ComputationInputs[Name]
  answer: ComputationAnswers[Name] | { refusal: RefusalDetail }
}

export const computedFormat = 'sandsage.kinship-computed/1'

const run: {
  [Name in Computation]: (
    input: ComputationInputs[Name],
  ) => ComputationAnswers[Name] | { refusal: RefusalDetail }
} = {
  likelihoodRatio,
  likelihoodRatioByTable,
  mixtureRatio,
  sensitivity: ({ case: input, grid }) => sensitivity(input, grid),
}

/** The computations a record can name. */
export const isComputation = (name: unknown): name is Computation =>
  typeof name === 'string' && Object.hasOwn(run, name)

/**
 * Any of the computations, with a record of what it took; `replayComputed` computes it again.
 *
 * @example computed('sensitivity', { case: input, grid: { thetas: [0, 0.03] } }).answer // as `sensitivity` gives it
 * @returns the record (a refused computation is in it as `answer.refusal`), or `{ refusal }` when the input is no JSON
 */
export function computed<Name extends Computation>(
  computation: Name,
  input: ComputationInputs[Name],
): ComputedRecord<Name> | { refusal: RefusalDetail } {
  return orRefusal(() => ({
    format: computedFormat,
    computation,
    engine: { ...engine },
    inputHash: hashOf(input),
    input,
    answer: run[computation](input),
  }))
}
