import fc from 'fast-check'
import { expect, test } from 'vitest'
import { uniformAsInR } from './mersenne-twister.ts'
import { overallMutationRate } from './properties.ts'
import { randomMutationMatrix } from './random.ts'

/** What R prints for `set.seed(seed); runif(3)`, in any of its tutorials. */
test.each([
  [1, [0.2655087, 0.3721239, 0.5728534]],
  [42, [0.914806, 0.9370754, 0.2861395]],
  [123, [0.2875775, 0.7883051, 0.4089769]],
])('the uniform numbers of R after set.seed(%i)', (seed, expected) => {
  const next = uniformAsInR(seed)
  for (const value of expected) expect(next()).toBeCloseTo(value, 7)
})

test('after a thousand draws the numbers are still in (0, 1) and even', () => {
  const next = uniformAsInR(7)
  const draws = Array.from({ length: 20_000 }, next)
  expect(draws.every((draw) => draw > 0 && draw < 1)).toBe(true)
  // Standard error of the mean: sqrt(1 / 12 / 20000) = 0.002.
  expect(Math.abs(draws.reduce((a, b) => a + b, 0) / draws.length - 0.5)).toBeLessThan(0.01)
})

test('without a rate: draws fill the columns, rows are divided by their sums', () => {
  const [first] = randomMutationMatrix([0.5, 0.5], { seed: 1 })
  expect(first![0]).toBeCloseTo(0.2655087 / (0.2655087 + 0.5728534), 6)
})

test('with a rate: that overall rate, and rows that sum to 1', () => {
  const parts = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 2, maxLength: 8 })
  fc.assert(
    fc.property(parts, fc.nat(), fc.double({ min: 0.001, max: 0.5, noNaN: true }), (weights, seed, rate) => {
      const sum = weights.reduce((a, b) => a + b, 0)
      const p = weights.map((weight) => weight / sum)
      const found = randomMutationMatrix(p, { seed, rate })
      expect(overallMutationRate(found, p)).toBeCloseTo(rate, 12)
      for (const row of found) {
        expect(row.every((cell) => cell >= -1e-12)).toBe(true)
        expect(row.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12)
      }
    }),
  )
})

test('a seed that is no whole number is refused', () => {
  expect(() => randomMutationMatrix([0.5, 0.5], { seed: 0.5 })).toThrow(/whole number/)
})
