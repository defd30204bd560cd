import {
  isAlwaysLumpable,
  isBounded,
  isLumpable,
  isReversible,
  isStationary,
  overallMutationRate,
} from '../../mutation/properties.ts'
import { randomMutationMatrix } from '../../mutation/random.ts'
import { mutationMatrix, transformed } from '../../mutation.ts'
import { refuse } from '../../refusal.ts'
import type { MutationModel } from '../../types.ts'
import { malformed } from '../case-shape.ts'
import type { Fields, RawCase } from './index.ts'
import { type MutationInput, readMutationInput, type StatedModel } from './mutation-input.ts'

/**
 * `mutationMatrix`: the matrix of a model and its properties; the two matrices of a Familias stabilisation; or
 * whether alleles may be merged in a model with two sexes.
 */
export function mutationMatrixFields(raw: RawCase): Fields {
  const input = readMutationInput(raw.input)
  if (input.female || input.male) return sexedFields(input)
  if (!input.model) return malformed('the mutation model')
  const { stabilization } = input.model
  return stabilization === undefined
    ? modelFields(input.model, input)
    : stabilisedFields(input.model, stabilization, input)
}

function modelFields(model: StatedModel, input: MutationInput): Fields {
  const matrix = matrixOf(model, input)
  const lump = input.lump && { lumpable: isLumpable(matrix, input.lump) }
  return { matrix, ...propertiesOf(matrix, input.frequencies), ...lump }
}

/** Familias names the transform apart and prints the matrix before and after it. */
function stabilisedFields(model: StatedModel, stabilization: string, input: MutationInput): Fields {
  if (stabilization === 'DP' || stabilization === 'RM') {
    return refuse(
      'stabilization-not-computed',
      `The stabilisation ${stabilization} is the end of a numerical search, not a formula: choose PM, or give the matrix.`,
    )
  }
  const { transform: _, ...plain } = model
  const unstabilised = matrixOf(plain, input)
  const stabilised =
    stabilization === 'NONE'
      ? unstabilised
      : mutationMatrix(
          { model: 'custom', matrix: unstabilised, transform: checkedTransform(stabilization) },
          input.alleles,
          input.frequencies,
        )
  return { unstabilised, stabilised }
}

function sexedFields(input: MutationInput): Fields {
  const [female, male] = [input.female ?? input.male!, input.male ?? input.female!].map((model) =>
    matrixOf(model, input),
  )
  const sexes = [female!, male!]
  if (!input.lump) {
    const [first, second] = sexes.map((matrix) => ({ matrix, ...propertiesOf(matrix, input.frequencies) }))
    return { female: first, male: second }
  }
  const [femaleLumpable, maleLumpable] = sexes.map((matrix) => isLumpable(matrix, input.lump!))
  return {
    femaleLumpable,
    maleLumpable,
    // A model is lumpable when both sexes are. pedmut 0.9.1 says so when one is; its answer is named as its own.
    correct: femaleLumpable && maleLumpable,
    pedmutSays: femaleLumpable || maleLumpable,
  }
}

function matrixOf(stated: StatedModel, { alleles, frequencies }: MutationInput): number[][] {
  const { seed, stabilization: _, transform, matrix, ...model } = stated
  if (model.model === 'random' && !matrix) {
    const shares = frequencies.length > 0 ? frequencies : alleles.map(() => 1 / alleles.length)
    if (model.rate !== undefined && frequencies.length === 0) {
      refuse('mutation-needs-frequencies', 'A random matrix of a given rate needs the allele frequencies.')
    }
    const drawn = randomMutationMatrix(shares, { seed: seed ?? Number.NaN, rate: model.rate })
    return transform ? transformed(drawn, frequencies, transform) : drawn
  }
  const whole: MutationModel = {
    ...model,
    ...(matrix && { matrix }),
    ...(transform && { transform: checkedTransform(transform) }),
  }
  return mutationMatrix(whole, alleles, frequencies)
}

function checkedTransform(name: string): NonNullable<MutationModel['transform']> {
  if (name === 'MH' || name === 'BA' || name === 'PR' || name === 'PM') return name
  return refuse(
    'mutation-transform-unknown',
    `The transform "${name}" is not computed: choose MH, BA, PR (reversible) or PM (stationary).`,
  )
}

/** What depends on the frequencies is left out where none are given. */
function propertiesOf(matrix: number[][], frequencies: number[]): Fields {
  const weighed = frequencies.length > 0 && {
    overallRate: overallMutationRate(matrix, frequencies),
    stationary: isStationary(matrix, frequencies),
    reversible: isReversible(matrix, frequencies),
    bounded: isBounded(matrix, frequencies),
  }
  return { ...weighed, alwaysLumpable: isAlwaysLumpable(matrix) }
}
