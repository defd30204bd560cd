import { expect, test } from 'vitest'
import { randomFrom, splitMix64, xoshiro128 } from './random.ts'

// The reference C programs' output as the rand_xoshiro crate publishes it.
test('xoshiro128** gives its published stream', () => {
  const draw = xoshiro128([1, 2, 3, 4])
  const published = [11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849]
  expect(published.map(draw)).toEqual(published)
})

test('SplitMix64 gives its published stream', () => {
  const draw = splitMix64(1477776061723855037n)
  const published = [1985237415132408290n, 2979275885539914483n, 13511426838097143398n]
  expect(published.map(draw)).toEqual(published)
})

test('one seed, one stream; another seed, another', () => {
  const take = (seed: number) => Array.from({ length: 5 }, randomFrom(seed))
  expect(take(7)).toEqual(take(7))
  expect(take(7)).not.toEqual(take(8))
})

test('uniform on [0, 1): the mean of 100,000 lies within five standard errors of 1/2', () => {
  const draws = Array.from({ length: 100_000 }, randomFrom(1))
  const mean = draws.reduce((sum, u) => sum + u, 0) / draws.length
  expect(Math.abs(mean - 0.5)).toBeLessThan(5 / Math.sqrt(12 * draws.length))
  expect(Math.min(...draws.slice(0, 1000))).toBeGreaterThanOrEqual(0)
  expect(Math.max(...draws.slice(0, 1000))).toBeLessThan(1)
})
