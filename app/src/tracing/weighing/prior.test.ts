import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chances, ofMany, priorOf, SIBLINGS_LISTED } from './prior.ts'

const rival = (log10LR: number, sibling = 99) => ({ log10LR, sibling: { log10LR: sibling } })

test('one listed and one on no list: LR in LR + 1; two alike: half each; all listed: certain of it', () => {
  expect(chances([rival(3)], { listed: 1, unlisted: 1 })[0]).toBeCloseTo(1000 / 1001, 9)
  expect(chances([rival(2), rival(2)], { listed: 2, unlisted: 0 })).toEqual([0.5, 0.5])
  expect(chances([rival(0)], { listed: 1, unlisted: 0 })[0]).toBeCloseTo(1, 9)
})

test('a listed brother or sister of a child who is not listed takes their share', () => {
  const [chance] = chances([rival(6, 0)], { listed: 10, unlisted: 10 })
  const sibling = SIBLINGS_LISTED * 0.5 * 10 ** 6
  expect(chance).toBeCloseTo(10 ** 6 / (10 ** 6 + 9 + 10 + sibling), 6)
})

test('nobody knows how many are missing: as many as are listed', () => {
  expect(priorOf(14, undefined)).toEqual({ listed: 14, unlisted: 14 })
  expect(priorOf(14, 0)).toEqual({ listed: 14, unlisted: 0 })
})

test('chances are chances: each between 0 and 1, together no more than 1, and the more are missing the less', () => {
  const rivals = fc.array(fc.double({ min: -6, max: 12, noNaN: true }), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(rivals, fc.nat(500), fc.nat(500), (ratios, more, unlisted) => {
      const all = ratios.map((log10LR) => rival(log10LR, log10LR - 1))
      const prior = { listed: all.length + more, unlisted }
      const stated = chances(all, prior)
      expect(stated.every((one) => one >= 0 && one <= 1)).toBe(true)
      expect(stated.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(1 + 1e-9)
      const later = chances(all, { ...prior, unlisted: unlisted + 10 })
      expect(later.every((one, at) => one <= stated[at]!)).toBe(true)
    }),
    { numRuns: 200 },
  )
})

test.each([
  [0.003, 'fewer', 1, 100],
  [0.974, 'about', 97, 100],
  [0.9974, 'about', 997, 1000],
  [0.99999, 'more', 999, 1000],
])('%f is %s %i of %i', (chance, code, n, of) => {
  expect(ofMany(chance)).toEqual({ code, n, of })
})
