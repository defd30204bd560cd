import { expect, test } from 'vitest'
import { betaRule } from './quadrature.ts'

/** E t^n of a beta distribution: the product of (a + i) / (a + b + i) for i from 0 to n - 1. */
function moment(a: number, b: number, n: number): number {
  return Array.from({ length: n }, (_, i) => (a + i) / (a + b + i)).reduce((x, y) => x * y, 1)
}

test.each([
  [1, 1],
  [0.3, 7],
  [1e-9, 2e-9],
  [1e-13, 3e-13],
  [400, 9600],
  [3e12, 1e12],
])('a rule of 4 nodes has the moments of beta(%d, %d) up to the seventh', (a, b) => {
  const rule = betaRule(a, b, 4)
  for (let n = 0; n <= 7; n++) {
    const found = rule.reduce((sum, { t, weight }) => sum + weight * t ** n, 0)
    expect(Math.abs(found / moment(a, b, n) - 1)).toBeLessThan(1e-12)
  }
})
