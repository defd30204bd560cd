import { expect, test } from 'vitest'
import { mutationMatrix } from '../mutation.ts'
import { KinshipRefusal } from '../refusal.ts'
import { isReversible, overallMutationRate } from './properties.ts'

const ladder = ['9', '10', '11']
const frequencies = [0.2, 0.3, 0.5]

function codeOf(run: () => unknown): string | undefined {
  try {
    run()
  } catch (error) {
    if (error instanceof KinshipRefusal) return error.code
    throw error
  }
  return undefined
}

test('dawid: the flow between two alleles is range^steps, shared so that the rate is met', () => {
  const found = mutationMatrix({ model: 'dawid', rate: 0.01, range: 0.1 }, ladder, frequencies)
  // Weights of the ordered pairs: four of 0.1 and two of 0.01, so 0.42 in all.
  expect(found[0]![1]).toBeCloseTo((0.01 * 0.1) / 0.42 / 0.2, 15)
  expect(found[2]![0]).toBeCloseTo((0.01 * 0.01) / 0.42 / 0.5, 15)
  expect(overallMutationRate(found, frequencies)).toBeCloseTo(0.01, 15)
  expect(isReversible(found, frequencies)).toBe(true)
})

test('dawid: the order of the table changes nothing', () => {
  const turned = mutationMatrix(
    { model: 'dawid', rate: 0.01, range: 0.1 },
    ['11', '9', '10'],
    [0.5, 0.2, 0.3],
  )
  const found = mutationMatrix({ model: 'dawid', rate: 0.01, range: 0.1 }, ladder, frequencies)
  expect(turned[1]![2]).toBe(found[0]![1])
  expect(turned[0]![1]).toBe(found[2]![0])
})

test('onestep: the ends of the ladder have one neighbour, a gap has none', () => {
  const found = mutationMatrix({ model: 'onestep', rate: 0.02 }, ['9', '10', '11', '13'], [])
  expect(found).toEqual([
    [0.98, 0.02, 0, 0],
    [0.01, 0.98, 0.01, 0],
    [0, 0.02, 0.98, 0],
    [0, 0, 0, 1],
  ])
})

test('a silent allele stays apart, with a transform too', () => {
  const model = { model: 'equal', rate: 0.1, transform: 'PR' } as const
  const found = mutationMatrix(model, ['1', '2', 'silent'], [0.1, 0.4, 0.5])
  expect(found[2]).toEqual([0, 0, 1])
  // Flows 0.1 * 0.1 and 0.4 * 0.1, so 0.025 both ways.
  expect(found[0]![1]).toBeCloseTo(0.25, 15)
  expect(found[1]![0]).toBeCloseTo(0.0625, 15)
})

test('a matrix beside a named model is the finished one; a custom model is transformed', () => {
  const matrix = [
    [0.9, 0.1],
    [0.1, 0.9],
  ]
  const named = { model: 'equal', rate: 0.1, matrix, transform: 'PM' } as const
  expect(mutationMatrix(named, ['1', '2'], [0.2, 0.8])).toEqual(matrix)
  const custom = mutationMatrix({ model: 'custom', matrix, transform: 'PM' }, ['1', '2'], [0.2, 0.8])
  expect(custom[0]![1]).toBeCloseTo(0.25, 15)
})

test.each([
  ['mutation-model-unknown', { model: 'infinite' }],
  ['mutation-rate', { model: 'equal', rate: 1.5 }],
  ['mutation-range', { model: 'dawid', rate: 0.01, range: 1 }],
  ['mutation-range', { model: 'stepwise', rate: 0.01, range: 0 }],
  ['mutation-matrix', { model: 'dawid', rate: 0.9, range: 0.1 }],
  ['mutation-matrix', { model: 'proportional', rate: 1 }],
])('refuses %s', (code, model) => {
  expect(codeOf(() => mutationMatrix(model, ladder, frequencies))).toBe(code)
})

test('refuses a ladder or a table the model cannot use', () => {
  const dawid = { model: 'dawid', rate: 0.01, range: 0.1 }
  expect(codeOf(() => mutationMatrix(dawid, ['9', '9.3'], [0.5, 0.5]))).toBe('mutation-needs-repeat-numbers')
  expect(codeOf(() => mutationMatrix({ model: 'onestep', rate: 0.1 }, ['A', 'B'], []))).toBe(
    'mutation-needs-repeat-numbers',
  )
  expect(codeOf(() => mutationMatrix(dawid, ['9', '10'], [0, 1]))).toBe('mutation-needs-frequencies')
  expect(codeOf(() => mutationMatrix({ model: 'proportional', rate: 0.1 }, ['9', '10'], []))).toBe(
    'mutation-needs-frequencies',
  )
})
