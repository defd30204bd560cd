import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exceedance } from './exceedance.ts'
import type { Outcome } from './strangers-outcomes.ts'

test('one locus: a ratio of 10 with probability 0.1', () => {
  const above = exceedance(
    [
      [
        { log10: 1, probability: 0.1 },
        { log10: 0, probability: 0.9 },
      ],
    ],
    0,
  )
  expect(above(1).low).toBeCloseTo(0.1, 8)
  expect(above(1).high).toBeCloseTo(0.1, 8)
  expect(above(1.01).high).toBe(0)
  expect(above(0).low).toBeCloseTo(1, 8)
})

test('an exclusion never reaches any score', () => {
  const outcomes = [
    { log10: Number.NEGATIVE_INFINITY, probability: 0.75 },
    { log10: 0.5, probability: 0.25 },
  ]
  const { low, high } = exceedance([outcomes, outcomes], -5)(-5)
  expect(low).toBeCloseTo(1 / 16, 8)
  expect(high).toBeCloseTo(1 / 16, 8)
})

const outcome = fc.record({
  log10: fc.oneof(fc.double({ min: -4, max: 2, noNaN: true }), fc.constant(Number.NEGATIVE_INFINITY)),
  weight: fc.integer({ min: 1, max: 20 }),
})
const locus = fc.array(outcome, { minLength: 1, maxLength: 5 }).map((outcomes): Outcome[] => {
  const sum = outcomes.reduce((total, { weight }) => total + weight, 0)
  return outcomes.map(({ log10, weight }) => ({ log10, probability: weight / sum }))
})

test('the truth, by going through every combination, lies between the bounds', () => {
  const property = fc.property(
    fc.array(locus, { minLength: 1, maxLength: 5 }),
    fc.double({ min: -6, max: 8, noNaN: true }),
    (loci, score) => {
      let sums: Outcome[] = [{ log10: 0, probability: 1 }]
      for (const outcomes of loci) {
        sums = sums.flatMap((sum) =>
          outcomes.map(({ log10, probability }) => ({
            log10: sum.log10 + log10,
            probability: sum.probability * probability,
          })),
        )
      }
      const share = (from: number) =>
        sums.reduce((total, { log10, probability }) => total + (log10 >= from ? probability : 0), 0)
      const { low, high } = exceedance(loci, -6)(score)
      expect(low).toBeLessThanOrEqual(share(score - 1e-9) + 1e-12)
      expect(high).toBeGreaterThanOrEqual(share(score + 1e-9) - 1e-12)
      // A locus moves by less than one cell of 1/256, so the bounds are those of scores that near.
      expect(high).toBeLessThanOrEqual(share(score - (loci.length + 1) / 256) * (1 + 1e-8) + 1e-12)
      expect(low).toBeGreaterThanOrEqual(share(score + (loci.length + 1) / 256) * (1 - 1e-8) - 1e-12)
    },
  )
  fc.assert(property, { numRuns: 300 })
})
