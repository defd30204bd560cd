import fc from 'fast-check'
import { expect, test } from 'vitest'
import { logGamma, regularizedBeta } from './incomplete-beta.ts'
import { countedProbability, kappaProbability, upperBound } from './match-probability.ts'

const share = fc.double({ min: 0.001, max: 0.999, noNaN: true })
const size = fc.integer({ min: 1, max: 400 })

function binomialTail(from: number, n: number, p: number): number {
  let total = 0
  for (let k = from; k <= n; k += 1) {
    let term = 1
    for (let i = 0; i < k; i += 1) term *= ((n - i) / (i + 1)) * p
    total += term * (1 - p) ** (n - k)
  }
  return total
}

test('ln Gamma: factorials and Gamma(1/2) = sqrt(pi)', () => {
  expect(logGamma(5)).toBeCloseTo(Math.log(24), 13)
  expect(logGamma(11)).toBeCloseTo(Math.log(3_628_800), 12)
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 13)
})

test('I_x(1, b) = 1 - (1 - x)^b and I_x(a, 1) = x^a', () => {
  fc.assert(
    fc.property(share, size, (x, b) => {
      expect(regularizedBeta(x, 1, b)).toBeCloseTo(1 - (1 - x) ** b, 12)
      expect(regularizedBeta(x, b, 1)).toBeCloseTo(x ** b, 12)
    }),
  )
})

test('I_x(k, n - k + 1) is the binomial tail', () => {
  const sizes = fc
    .integer({ min: 1, max: 40 })
    .chain((n) => fc.tuple(fc.constant(n), fc.integer({ min: 1, max: n })))
  fc.assert(
    fc.property(share, sizes, (x, [n, k]) => {
      expect(regularizedBeta(x, k, n - k + 1)).toBeCloseTo(binomialTail(k, n, x), 11)
    }),
  )
})

test('counting adds the haplotype at hand: (x + 1) / (n + 1)', () => {
  expect(countedProbability(0, 99)).toBe(0.01)
  expect(countedProbability(4, 499)).toBe(0.01)
})

test('the upper bound of a haplotype nobody showed is 1 - alpha^(1/n)', () => {
  for (const n of [1, 10, 100, 1796, 200_000]) {
    expect(upperBound(0, n) / (1 - 0.05 ** (1 / n))).toBeCloseTo(1, 9)
  }
})

test('the upper bound of a haplotype everybody but one showed is (1 - alpha)^(1/n); of everybody, 1', () => {
  expect(upperBound(19, 20)).toBeCloseTo(0.95 ** (1 / 20), 12)
  expect(upperBound(20, 20)).toBe(1)
})

test('at the upper bound, x or fewer still have probability alpha', () => {
  const sizes = fc
    .integer({ min: 2, max: 60 })
    .chain((n) => fc.tuple(fc.constant(n), fc.integer({ min: 0, max: n - 1 })))
  fc.assert(
    fc.property(sizes, ([n, count]) => {
      expect(1 - binomialTail(count + 1, n, upperBound(count, n, 0.9))).toBeCloseTo(0.1, 9)
    }),
  )
})

test('kappa: (1 - kappa) / (n + 1) with the haplotype counted among the singletons', () => {
  expect(kappaProbability({ count: 0, n: 99, singletons: 89 })).toBeCloseTo(0.1 / 100, 15)
})

test.each([
  ['seen before', { count: 1, n: 99, singletons: 50 }],
  ['singletons unknown', { count: 0, n: 99, singletons: null }],
  ['only singletons', { count: 0, n: 99, singletons: 99 }],
  ['impossible singletons', { count: 0, n: 99, singletons: 100 }],
])('kappa does not apply: %s', (_, seen) => {
  expect(() => kappaProbability(seen)).toThrow(expect.objectContaining({ code: 'kappa-not-applicable' }))
})

test.each([
  [-1, 10],
  [11, 10],
  [0.5, 10],
  [0, 0],
  [Number.NaN, 10],
])('counts that are none: %s of %s', (count, n) => {
  expect(() => countedProbability(count, n)).toThrow(expect.objectContaining({ code: 'haplotype-count' }))
})
