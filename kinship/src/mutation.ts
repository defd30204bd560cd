import { checkedMatrix } from './mutation/check.ts'
import { identity, modelMatrix } from './mutation/models.ts'
import { type ReversibleMethod, reversible } from './mutation/reversible.ts'
import { stabilised } from './mutation/stabilised.ts'
import { refuse } from './refusal.ts'
import type { MutationModel } from './types.ts'

/** The name that marks a silent (null) allele. */
export const silentAllele = 'silent'

const reversibleMethods: Record<string, ReversibleMethod> = { MH: 'MH', BA: 'BA', PR: 'PR' }

/**
 * The transition matrix of a mutation model: row = transmitted allele, column = received allele.
 *
 * Models with a definition are in `mutation/models.ts`; a silent allele never mutates in them. Beside one of
 * them a given `matrix` is the finished matrix and is used as it is; a `custom` model starts from its matrix.
 * A `transform` is then applied among the alleles that mutate: to a reversible matrix (`MH`, `BA`, `PR`) or a
 * stationary one (`PM`).
 *
 * @example mutationMatrix({ model: 'equal', rate: 0.02 }, ['1', '2', '3'], [0.2, 0.3, 0.5])[0]
 *   // [0.98, 0.01, 0.01]: the rate shared by the two other alleles
 * @throws KinshipRefusal for an unknown model, or a rate that leaves no probability matrix
 */
export function mutationMatrix(model: MutationModel, alleles: string[], frequencies: number[]): number[][] {
  const { matrix, transform } = model
  if (matrix && (model.model !== 'custom' || !transform)) return checkedMatrix(matrix, alleles.length)
  const moving = movingAlleles(alleles, matrix && checkedMatrix(matrix, alleles.length))
  const shares = moving.map((index) => frequencies[index] ?? Number.NaN)
  const inner = matrix
    ? moving.map((row) => moving.map((column) => matrix[row]![column]!))
    : modelMatrix(model, { alleles: moving.map((index) => alleles[index]!), frequencies: shares })
  const changed = transform ? transformed(checkedMatrix(inner, moving.length), shares, transform) : inner
  return checkedMatrix(embedded(changed, moving, alleles.length), alleles.length)
}

/**
 * A matrix made reversible (`MH`, `BA`, `PR`) or stationary (`PM`) for the frequencies.
 *
 * @example transformed([[0.9, 0.1], [0.1, 0.9]], [0.2, 0.8], 'PM')[0] // [0.75, 0.25], see `stabilised`
 * @throws KinshipRefusal `mutation-transform-unknown`, `mutation-not-reversible`, `mutation-not-stabilised`
 */
export function transformed(matrix: number[][], frequencies: number[], transform: string): number[][] {
  if (transform === 'PM') return stabilised(matrix, frequencies)
  return Object.hasOwn(reversibleMethods, transform)
    ? reversible(matrix, frequencies, reversibleMethods[transform]!)
    : refuse(
        'mutation-transform-unknown',
        `The transform "${transform}" is not computed: choose MH, BA, PR (reversible) or PM (stationary), or give the matrix.`,
      )
}

/** All alleles but a silent one that the model leaves alone. */
function movingAlleles(alleles: string[], matrix: number[][] | undefined): number[] {
  const silent = alleles.indexOf(silentAllele)
  const isApart = !matrix || matrix.every((row, i) => i === silent || row[silent] === 0)
  const isStill = !matrix || matrix[silent]?.[silent] === 1
  const all = alleles.map((_, index) => index)
  return isApart && isStill ? all.filter((index) => index !== silent) : all
}

function embedded(inner: number[][], moving: number[], size: number): number[][] {
  const full = identity(size)
  moving.forEach((row, innerRow) => {
    moving.forEach((column, innerColumn) => {
      full[row]![column] = inner[innerRow]![innerColumn]!
    })
  })
  return full
}
