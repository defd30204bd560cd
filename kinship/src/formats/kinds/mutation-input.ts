import type { MutationModel } from '../../types.ts'
import { asList, asNumber, asObject, asText } from '../case-shape.ts'

/** A model as a case file states it: the transform is a word still, a random one has a seed. */
export type StatedModel = Omit<MutationModel, 'transform'> & {
  transform?: string
  stabilization?: string
  seed?: number
}

/** The input of a `mutationMatrix` case. No frequencies: an empty list. Lumps are groups of row numbers. */
export type MutationInput = {
  alleles: string[]
  frequencies: number[]
  model?: StatedModel
  female?: StatedModel
  male?: StatedModel
  lump?: number[][]
}

/**
 * Reads the parameters under `params` or beside the alleles, and for two sexes as objects or in words
 * ("stepwise rate .004 rate2 1e-5 range .2").
 *
 * @throws KinshipRefusal `case-malformed` naming the field
 */
export function readMutationInput(raw: unknown): MutationInput {
  const fields = asObject(raw, 'input')
  const frequencies = fields.frequencies == null ? [] : asNumbers(fields.frequencies, 'frequencies')
  const alleles =
    fields.alleles == null
      ? frequencies.map((_, index) => String(index + 1))
      : asList(fields.alleles, 'alleles').map((allele) => asText(allele, 'an allele'))
  const params = fields.params == null ? fields : asObject(fields.params, 'params')
  return {
    alleles,
    frequencies,
    ...(params.model != null && { model: statedModel(params) }),
    ...(fields.female != null && { female: sexModel(fields.female, 'female') }),
    ...(fields.male != null && { male: sexModel(fields.male, 'male') }),
    ...(fields.lump != null && { lump: lumpsOf(fields.lump, alleles) }),
  }
}

function sexModel(value: unknown, sex: string): StatedModel {
  if (typeof value !== 'string') return statedModel(asObject(value, `the ${sex} model`))
  const [model, ...rest] = value.trim().split(/[\s,]+/)
  const params: Record<string, unknown> = { model }
  for (let at = 0; at < rest.length; at += 2) {
    const amount = Number(rest[at + 1])
    params[rest[at]!] = Number.isFinite(amount) ? amount : rest[at + 1]
  }
  return statedModel(params)
}

function statedModel(params: Record<string, unknown>): StatedModel {
  const number = (name: 'rate' | 'rate2' | 'range' | 'seed') =>
    params[name] == null ? {} : { [name]: asNumber(params[name], `the mutation ${name}`) }
  const word = (name: 'transform' | 'stabilization') =>
    params[name] == null ? {} : { [name]: asText(params[name], `the ${name}`).toUpperCase() }
  return {
    model: asText(params.model ?? 'custom', 'the mutation model').toLowerCase(),
    ...number('rate'),
    ...number('rate2'),
    ...number('range'),
    ...number('seed'),
    ...word('transform'),
    ...word('stabilization'),
    ...(params.matrix != null && {
      matrix: asList(params.matrix, 'the mutation matrix').map((row) =>
        asNumbers(row, 'a row of the matrix'),
      ),
    }),
  }
}

/** One group of alleles, or a list of groups. */
function lumpsOf(raw: unknown, alleles: string[]): number[][] {
  const listed = asList(raw, 'lump')
  const groups = listed.some(Array.isArray) ? listed : [listed]
  return groups.map((group) =>
    asList(group, 'lump').map((allele) => alleles.indexOf(asText(allele, 'an allele of lump'))),
  )
}

function asNumbers(value: unknown, what: string): number[] {
  return asList(value, what).map((each) => asNumber(each, `a number of ${what}`))
}
