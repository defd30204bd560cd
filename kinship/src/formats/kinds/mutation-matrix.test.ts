import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { solveCase } from '../cases.ts'

const folder = join(import.meta.dirname, '../../../../../shared/data/kinship')
const files = ['05-silent-familias.json', '07-mutation-matrices.json'].map((name) => join(folder, name))

type Example = { id: string; kind: string; relTolerance: number; expected: Record<string, unknown> }

const examples = files
  .filter((file) => existsSync(file))
  .flatMap((file) => (JSON.parse(readFileSync(file, 'utf8')) as { cases: Example[] }).cases)
  .filter(({ kind }) => kind === 'mutationMatrix')

/** Numbers within the tolerance of the case, everything else the same. */
function expectAgreement(found: unknown, expected: unknown, tolerance: number): void {
  if (typeof expected === 'number') {
    expect(Math.abs(Number(found) - expected)).toBeLessThanOrEqual(tolerance * Math.abs(expected))
  } else if (typeof expected === 'object' && expected !== null) {
    for (const [key, value] of Object.entries(expected)) {
      expectAgreement((found as Record<string, unknown>)[key], value, tolerance)
    }
  } else expect(found).toBe(expected)
}

describe.skipIf(examples.length === 0)('matrices of pedmut 0.9.1 and Familias 2.6.4', () => {
  test.each(examples.map((example) => [example.id, example] as const))('%s', (_, example) => {
    expectAgreement(solveCase(example), example.expected, example.relTolerance)
  })
})

const solve = (input: unknown) => solveCase({ id: 'x', kind: 'mutationMatrix', input })
const two = { alleles: ['1', '2'], frequencies: [0.2, 0.8] }

test('parameters beside the alleles or under params say the same', () => {
  const params = { model: 'equal', rate: 0.1, transform: 'PR' }
  const found = solve({ ...two, params })
  expect(found).toEqual(solve({ ...two, ...params }))
  expect(found).toMatchObject({ stationary: true, reversible: true, bounded: true, alwaysLumpable: true })
  expect(found.overallRate).toBeCloseTo(0.1, 14)
})

test('a model with two sexes has a matrix for each; without frequencies only what needs none', () => {
  const found = solve({
    alleles: ['1', '2', '3'],
    female: 'equal rate .02',
    male: { model: 'equal', rate: 0.2 },
  })
  const matrixOf = (rate: number) =>
    [0, 1, 2].map((i) => [0, 1, 2].map((j) => (i === j ? 1 - rate : rate / 2)))
  expect(found).toEqual({
    id: 'x',
    kind: 'mutationMatrix',
    female: { matrix: matrixOf(0.02), alwaysLumpable: true },
    male: { matrix: matrixOf(0.2), alwaysLumpable: true },
  })
})

test('a model with two sexes merges alleles only where both sexes do', () => {
  const equal = 'equal rate .001'
  const step = 'stepwise rate .004 range .2'
  const lump = ['10', '12']
  const alleles = ['10', '11', '12', '13']
  expect(solve({ alleles, lump, female: equal, male: step }).correct).toBe(false)
  expect(solve({ alleles, lump, female: step, male: equal }).correct).toBe(false)
  expect(solve({ alleles, lump, female: equal, male: equal }).correct).toBe(true)
})

test('a random matrix is rebuilt from its seed, or taken as given', () => {
  const drawn = solve({ ...two, params: { model: 'random', seed: 1 } })
  // R: set.seed(1); runif(4) starts 0.2655087, 0.3721239, 0.5728534; the columns are filled first.
  expect((drawn.matrix as number[][])[0]![0]).toBeCloseTo(0.2655087 / (0.2655087 + 0.5728534), 6)
  const matrix = [
    [0.7, 0.3],
    [0.1, 0.9],
  ]
  expect(solve({ ...two, params: { model: 'random', seed: 1, matrix } }).matrix).toEqual(matrix)
})

test.each([
  ['case-malformed', {}],
  ['case-malformed', { ...two, params: { model: 'equal', rate: 'high' } }],
  ['mutation-transform-unknown', { ...two, params: { model: 'equal', rate: 0.1, transform: 'XX' } }],
  ['stabilization-not-computed', { ...two, model: 'equal', rate: 0.1, stabilization: 'DP' }],
  ['mutation-seed', { ...two, params: { model: 'random' } }],
  ['lump-malformed', { ...two, params: { model: 'equal', rate: 0.1 }, lump: ['7'] }],
])('refuses %s', (code, input) => {
  expect(solve(input).refusal?.code).toBe(code)
})
