import { type MutationChoice, mutationOf } from './frequency-table.ts'
import { refuse } from './refusal.ts'
import type { Locus, MutationModel } from './types.ts'

/** A mutation model under a name of the reader's; `as given`: what each locus of the case has. */
export type MutationVariant = { name: string; mutation: 'as given' | MutationChoice }

/**
 * The locus with another model and every rate multiplied by `factor`. A matrix M becomes I + factor (M - I): every
 * off-diagonal entry is multiplied and the diagonal takes the rest.
 *
 * @example M = [[0.9, 0.1], [0.2, 0.8]] at factor 2: [[0.8, 0.2], [0.4, 0.6]]
 * @throws KinshipRefusal `sensitivity-factor` when a multiplied rate is above 1
 */
export function withMutation(locus: Locus, { mutation }: MutationVariant, factor: number): Locus {
  const given = mutation === 'as given' ? locus.mutation : mutationOf(mutation, locus.name)
  if (given === null || factor === 1) return { ...locus, mutation: given }
  const { female, male } = given
  return {
    ...locus,
    mutation: {
      ...given,
      female: multiplied(female, factor, locus.name),
      male: multiplied(male, factor, locus.name),
    },
  }
}

function multiplied(model: MutationModel, factor: number, locus: string): MutationModel {
  const rates = [model.rate, model.rate2].map((rate) => (rate === undefined ? undefined : rate * factor))
  const matrix = model.matrix?.map((row, i) => {
    const cells = row.map((cell, j) => (i === j ? 0 : cell * factor))
    return cells.with(i, 1 - cells.reduce((sum, cell) => sum + cell, 0))
  })
  const isTooHigh = matrix ? matrix.some((row, i) => row[i]! < 0) : (rates[0] ?? 0) + (rates[1] ?? 0) > 1
  if (isTooHigh) {
    refuse(
      'sensitivity-factor',
      `At ${locus} a mutation rate times ${factor} is above 1: choose a smaller factor.`,
    )
  }
  const [rate, rate2] = rates
  return {
    ...model,
    ...(rate !== undefined && { rate }),
    ...(rate2 !== undefined && { rate2 }),
    ...(matrix && { matrix }),
  }
}
