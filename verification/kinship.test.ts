import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { solveCase } from '../kinship/src/formats/index.ts'
import { compareFields } from './compare.ts'

const folder = join(import.meta.dirname, '../../shared/data/kinship')
const fields = [
  'logLikelihoodPerLocus',
  'likelihoodPerLocus',
  'logLikelihood',
  'reference',
  'LRperLocus',
  'LR',
  'likelihood',
  'log10LR',
]
type Example = { id: string; kind: string; relTolerance: number; expected: unknown }

const examples = existsSync(folder)
  ? readdirSync(folder).flatMap(
      (name) => JSON.parse(readFileSync(join(folder, name), 'utf8')).cases as Example[],
    )
  : []
const computed = examples.filter(({ kind }) => kind.startsWith('likelihood'))

describe.skipIf(computed.length === 0)("other programs' values", () => {
  test.each(computed.map((example) => [example.id, example] as const))('%s', (_, example) => {
    const result = solveCase(example)
    expect(result.refusal).toBeUndefined()
    expect(compareFields(example.expected, result, fields).worst).toBeLessThanOrEqual(example.relTolerance)
  })

  test('kinds that are not computed are refused by name', () => {
    const others = examples.filter((example) => !computed.includes(example))
    expect(new Set(others.map((example) => solveCase(example).refusal?.code))).toEqual(
      new Set(['kind-not-supported']),
    )
  })
})

test('the comparison notices a difference, a missing value and another infinity', () => {
  expect(compareFields({ LR: { H: 2 } }, { LR: { H: 2.2 } }, ['LR']).worst).toBeCloseTo(0.2 / 2.2, 12)
  expect(compareFields({ LR: { H: 2 } }, {}, ['LR']).worst).toBe(Number.POSITIVE_INFINITY)
  expect(compareFields({ LR: { H: 'Infinity' } }, { LR: { H: '-Infinity' } }, ['LR']).worst).toBe(
    Number.POSITIVE_INFINITY,
  )
})
