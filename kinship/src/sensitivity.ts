import { type LikelihoodRatios, likelihoodRatio } from './likelihood-ratio.ts'
import { orRefusal, refuse } from './refusal.ts'
import { type MutationVariant, withMutation } from './sensitivity-mutation.ts'
import type { KinshipCase, RefusalDetail } from './types.ts'

/** What to vary; whatever is left out stays as the case has it, except theta. */
export type SensitivityGrid = {
  /** Values of theta; 0, 0.01, 0.02 and 0.03 when absent (NRC II 1996 names 0.01 and 0.03). */
  thetas?: number[]
  /** By how much every mutation rate is multiplied; 1 alone when absent. */
  factors?: number[]
  /** Mutation models by name; the case's own, `as given`, alone when absent. */
  models?: MutationVariant[]
}

/** One cell of the table: log10 LR by hypothesis, or why there is none. */
export type SensitivityCell = {
  theta: number
  model: string
  factor: number
  log10LR: Record<string, number | null> | null
  refusal: RefusalDetail | null
}

/** log10 LR of one hypothesis over the table; `min` and `max` over the cells that have a ratio, the quoted one too. */
export type SensitivityRange = { quoted: number | null; min: number | null; max: number | null }

export type Sensitivity = {
  reference: string
  /** The case as it was given: what is quoted. */
  quoted: LikelihoodRatios
  cells: SensitivityCell[]
  range: Record<string, SensitivityRange>
}

const usualThetas = [0, 0.01, 0.02, 0.03]

/**
 * How much the ratio depends on theta and on mutation: the same case, weighed again for every combination.
 *
 * @example Father and child both 6/6, p = 0.25, no mutation. By the sampling formula of Balding and Nichols the LR is
 *   (1 + 2t) / (3t + (1 - t) p): 4 at theta 0, 1.06 / 0.3325 = 3.19 at 0.03. So min 3.19, max 4, in log10.
 * @returns the table, or `{ refusal }` when the case as given has no ratio; a refused cell stays in its place
 */
export function sensitivity(
  input: KinshipCase,
  grid: SensitivityGrid = {},
): Sensitivity | { refusal: RefusalDetail } {
  return orRefusal(() => {
    const {
      thetas = usualThetas,
      factors = [1],
      models = [{ name: 'as given', mutation: 'as given' }],
    } = grid
    checkGrid(thetas, factors, models)
    const quoted = likelihoodRatio(input)
    if ('refusal' in quoted) return refuse(quoted.refusal.code, quoted.refusal.message)
    const cells = models.flatMap((model) =>
      factors.flatMap((factor) => thetas.map((theta) => cellOf(input, theta, factor, model))),
    )
    const range = Object.fromEntries(
      Object.entries(quoted.log10LR).map(([name, log]) => [name, rangeOf(log, name, cells)]),
    )
    return { reference: quoted.reference, quoted, cells, range }
  })
}

function checkGrid(thetas: number[], factors: number[], models: MutationVariant[]): void {
  if (thetas.length === 0 || factors.length === 0 || models.length === 0) {
    refuse('sensitivity-empty', 'Name at least one theta, one factor and one model.')
  }
  if (!factors.every((factor) => factor >= 0 && Number.isFinite(factor))) {
    refuse('sensitivity-factor', 'A factor for mutation rates is a number from 0.')
  }
  if (new Set(models.map(({ name }) => name)).size < models.length) {
    refuse('sensitivity-model-twice', 'Two mutation models of the table have the same name.')
  }
}

function cellOf(input: KinshipCase, theta: number, factor: number, model: MutationVariant): SensitivityCell {
  const place = { theta, model: model.name, factor }
  const found = orRefusal(() =>
    likelihoodRatio({ ...input, theta, loci: input.loci.map((locus) => withMutation(locus, model, factor)) }),
  )
  return 'refusal' in found
    ? { ...place, log10LR: null, refusal: found.refusal }
    : { ...place, log10LR: found.log10LR, refusal: null }
}

function rangeOf(quoted: number | null, name: string, cells: SensitivityCell[]): SensitivityRange {
  const logs = [quoted, ...cells.map(({ log10LR }) => log10LR?.[name] ?? null)].filter((log) => log !== null)
  return logs.length === 0
    ? { quoted, min: null, max: null }
    : { quoted, min: Math.min(...logs), max: Math.max(...logs) }
}
