import fc from 'fast-check'
import { expect, test } from 'vitest'
import { maximumOfMixture, mixtureLogLikelihood } from './mixture-maximum.ts'

test('components that exclude each other get their share of the observations', () => {
  const rows = [
    ...new Array(3).fill([1, 0, 0]),
    ...new Array(5).fill([0, 1, 0]),
    ...new Array(2).fill([0, 0, 1]),
  ]
  const { weights, gap } = maximumOfMixture(rows)
  ;[0.3, 0.5, 0.2].forEach((share, i) => {
    expect(weights[i]).toBeCloseTo(share, 12)
  })
  expect(gap).toBeLessThan(1e-10)
})

test('two components, closed form: n log(1 + w) + m log(1 - w) is highest at (n - m) / (n + m)', () => {
  const rows = [...new Array(7).fill([2, 1]), ...new Array(3).fill([0, 1])]
  expect(maximumOfMixture(rows).weights[0]).toBeCloseTo(0.4, 12)
})

test('a component that every observation prefers takes all, exactly', () => {
  expect(
    maximumOfMixture([
      [1, 3, 2],
      [1, 2, 1],
    ]).weights,
  ).toEqual([0, 1, 0])
})

test('observations near the smallest number are not lost', () => {
  const { weights, logLikelihood } = maximumOfMixture([
    [1e-300, 0],
    [1e-300, 0],
    [0, 1e-300],
  ])
  expect(weights[0]).toBeCloseTo(2 / 3, 12)
  expect(logLikelihood).toBeCloseTo(2 * Math.log(2 / 3) + Math.log(1 / 3) - 900 * Math.LN10, 8)
})

test('an impossible observation is refused', () => {
  expect(() => maximumOfMixture([[0, 0]])).toThrow(/probability 0/)
})

const row = fc.array(fc.oneof(fc.constant(0), fc.double({ min: 1e-6, max: 1, noNaN: true })), {
  minLength: 3,
  maxLength: 3,
})
const share = fc.double({ min: 0, max: 1, noNaN: true })

test('no other weights do better, and the stated gap says so', () => {
  const possible = row.filter((values) => values.some((value) => value > 0))
  fc.assert(
    fc.property(fc.array(possible, { minLength: 1, maxLength: 25 }), share, share, (rows, one, other) => {
      const found = maximumOfMixture(rows)
      const [low, high] = [Math.min(one, other), Math.max(one, other)]
      expect(found.gap).toBeLessThan(1e-6)
      expect(mixtureLogLikelihood(rows, [low, high - low, 1 - high])).toBeLessThanOrEqual(
        found.logLikelihood + 1e-6,
      )
      expect(found.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12)
    }),
  )
})
