import fc from 'fast-check'
import { expect, test } from 'vitest'
import { combine, type WeighedBlock } from './combination.ts'

/** A block of one place for which every person has some likelihood ratio. */
const block = (logRatios: number[], place: number): WeighedBlock => ({
  block: { family: place, groups: [{ places: [place], candidates: logRatios.map((_, person) => person) }] },
  placements: [
    { members: [], logRatio: 0, logPrior: 0, ways: 1 },
    ...logRatios.map((logRatio, person) => ({
      members: [{ group: 0, person }],
      logRatio,
      logPrior: 0,
      ways: 1,
    })),
  ],
  isWhole: true,
})

test('forty places and forty people who are nearly all unlikely: the bound holds and the rest is left', () => {
  const ratios = (likely: number) =>
    Array.from({ length: 40 }, (_, place) =>
      block(
        Array.from({ length: 40 }, (__, person) => Math.log(person === place ? likely : 1e-9)),
        place,
      ),
    )
  const people = Array.from({ length: 40 }, () => 1)
  const { leftOut, sums } = combine(ratios(1e6), people)
  // 1,560 pairs of 1e-9 beside 40 of 1e6: less than one in 1e13 of each place, together below 1e-11.
  expect(leftOut).toBeGreaterThan(0)
  expect(leftOut).toBeLessThan(1e-11)
  expect(sums.logTotal).toBeCloseTo(40 * Math.log(1 + 1e6), 6)
})

test('blocks without people in common: the sum is a product', () => {
  const ratio = fc.double({ min: -20, max: 20, noNaN: true })
  fc.assert(
    fc.property(fc.array(ratio, { minLength: 1, maxLength: 6 }), (logs) => {
      const weighed = logs.map((log, place) => {
        const one = block([log], place)
        one.block.groups[0]!.candidates = [place]
        one.placements[1]!.members = [{ group: 0, person: place }]
        return one
      })
      const { sums, leftOut } = combine(
        weighed,
        logs.map(() => 1),
      )
      const product = logs.reduce((sum, log) => sum + Math.log1p(Math.exp(log)), 0)
      expect(leftOut).toBe(0)
      expect(sums.logTotal).toBeCloseTo(product, 9)
    }),
  )
})

test('two places, two people: the permanent with nobody added', () => {
  // 1 + 2 + 3 + 5 + 7 + 2 * 7 + 3 * 5 = 47
  const weighed = [block([Math.log(2), Math.log(3)], 0), block([Math.log(5), Math.log(7)], 1)]
  expect(combine(weighed, [1, 1]).sums.logTotal).toBeCloseTo(Math.log(47), 12)
})
