import { describe, expect, test } from 'vitest'
import { solveCase } from '../kinship/src/formats/index.ts'
import { absolute, compare, relative } from './compare.ts'
import { defaultFolder, readExamples } from './examples.ts'
import { resultsPage } from './results.ts'
import { compareExample } from './rules.ts'

const examples = readExamples(defaultFolder)

describe.skipIf(examples.length === 0)("other programs' values", () => {
  test.each(examples.map((example) => [example.kind, example.id, example] as const))(
    '%s %s',
    (_, __, example) => {
      const result = solveCase(example, 0, examples)
      expect(result.refusal).toBeUndefined()
      const { share, where } = compareExample(example, result)
      expect(share, where).toBeLessThanOrEqual(1)
    },
  )
})

describe('the comparison notices', () => {
  const shareOf = (expected: unknown, found: unknown) => compare(expected, found, relative(1e-9)).share

  test('a difference, with its place and size', () => {
    const found = compare({ LR: { H: 2 } }, { LR: { H: 2.2 } }, relative(0.01))
    expect(found).toMatchObject({ where: 'LR.H' })
    expect(found.share).toBeCloseTo(0.2 / 2.2 / 0.01, 10)
    expect(compare([0.3], [0.5], absolute(0.1)).share).toBeCloseTo(2, 10)
  })

  test.each([
    ['a missing value', { LR: { H: 2 } }, {}],
    ['another infinity', { LR: 'Infinity' }, { LR: '-Infinity' }],
    ['a shorter list', [1, 2], [1]],
    ['a longer list', [1], [1, 2]],
    ['a number where there is no ratio', { LR: 'NaN' }, { LR: 1 }],
    ['a ratio where there is none', { LR: null }, { LR: 1 }],
    ['a value beside zero', [0], [1e-30]],
  ])('%s', (_, expected, found) => {
    expect(shareOf(expected, found)).toBeGreaterThan(1)
  })

  test.each([
    ['0/0 of others as our null', { LR: 'NaN' }, { LR: null }],
    ['fields nobody expects', { LR: 2 }, { LR: 2, note: 'x' }],
  ])('nothing in %s', (_, expected, found) => {
    expect(shareOf(expected, found)).toBe(0)
  })

  test('two simulations far apart', () => {
    const expected = {
      nsim: 1000,
      meanLog10LR: 3,
      sdLog10LR: 1.5,
      quantilesLog10LR: { '50%': 3 },
      IP: { '10': 0.9 },
    }
    const example = { id: 'x', kind: 'powerSimulation', relTolerance: null, expected }
    // Four standard errors of the mean's difference: 4 * 1.5 * sqrt(2 / 1000) = 0.268.
    expect(compareExample(example, { ...expected, meanLog10LR: 3.26 }).share).toBeLessThan(1)
    expect(compareExample(example, { ...expected, meanLog10LR: 3.28 })).toMatchObject({
      where: 'meanLog10LR',
    })
    expect(compareExample(example, { ...expected, meanLog10LR: 3.28 }).share).toBeGreaterThan(1)
    // And of a share of 0.9: 4 * sqrt(2 * 0.09 / 1000) = 0.0537.
    expect(compareExample(example, { ...expected, IP: { '10': 0.84 } }).share).toBeGreaterThan(1)
    expect(compareExample(example, { ...expected, IP: {} }).share).toBeGreaterThan(1)
  })
})

test('a page keeps earlier releases and replaces its own row', () => {
  const tally = { agree: 2, worst: 1e-13, differ: [], refused: ['y: kind-not-supported'] }
  const first = resultsPage('', '0.1.0', new Map([['likelihood', tally]]))
  const again = resultsPage(first, '0.1.0', new Map([['likelihood', { ...tally, agree: 3 }]]))
  const second = resultsPage(again, '0.2.0', new Map([['relatedness', tally]]))
  const rows = second.split('\n').filter((line) => /^\| (\d|likelihood|relatedness)/.test(line))
  expect(rows).toEqual([
    '| 0.1.0 | 4 | 3 | 0 | 1 | 1.0e-13 |',
    '| 0.2.0 | 3 | 2 | 0 | 1 | 1.0e-13 |',
    '| relatedness | 3 | 2 | 0 | 1 | 1.0e-13 |',
  ])
})
