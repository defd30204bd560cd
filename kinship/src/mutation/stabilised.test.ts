import { expect, test } from 'vitest'
import { stabilised, stationaryDistribution } from './stabilised.ts'

test('the stationary distribution of a birth-death ladder is the product of its ratios', () => {
  const found = stationaryDistribution([
    [0.98, 0.02, 0],
    [0.01, 0.98, 0.01],
    [0, 0.05, 0.95],
  ])!
  // v2 / v1 = 0.02 / 0.01 = 2; v3 / v2 = 0.01 / 0.05 = 0.2.
  const expected = [1 / 3.4, 2 / 3.4, 0.4 / 3.4]
  found.forEach((v, i) => {
    expect(v).toBeCloseTo(expected[i]!, 15)
  })
})

test('three alleles on a ladder: changes scaled by c v_i / p_i', () => {
  const p = [0.5, 0.3, 0.2]
  const found = stabilised(
    [
      [0.98, 0.02, 0],
      [0.01, 0.98, 0.01],
      [0, 0.02, 0.98],
    ],
    p,
  )
  // v = (1, 2, 1) / 4; both the own rate and the rate for p are 0.02, so d = v / p.
  expect(found[0]![1]).toBeCloseTo((0.25 / 0.5) * 0.02, 15)
  expect(found[1]![0]).toBeCloseTo((0.5 / 0.3) * 0.01, 15)
  expect(found[2]![1]).toBeCloseTo((0.25 / 0.2) * 0.02, 15)
})

test('nothing to do without mutation; refused when alleles are cut off or the rate is too high', () => {
  expect(
    stabilised(
      [
        [1, 0],
        [0, 1],
      ],
      [0.5, 0.5],
    ),
  ).toEqual([
    [1, 0],
    [0, 1],
  ])
  expect(() =>
    stabilised(
      [
        [0.9, 0.1, 0],
        [0.1, 0.9, 0],
        [0, 0, 1],
      ],
      [0.2, 0.3, 0.5],
    ),
  ).toThrow(/never reached/)
  expect(() =>
    stabilised(
      [
        [0.1, 0.9],
        [0.9, 0.1],
      ],
      [0.01, 0.99],
    ),
  ).toThrow(/more often than always/)
})
