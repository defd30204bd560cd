import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Genotypes, Locus } from '../types.ts'
import { genotypeDistribution } from './distribution.ts'
import { prepareFamily } from './family-draws.ts'
import { type LocusRatios, locusRatios } from './locus-ratios.ts'
import { atLeast, atMost, ratioDistribution } from './ratio-distribution.ts'
import { besideFamily } from './simulation-table.ts'

const half: LocusRatios = {
  log10: Float64Array.of(1, -1),
  related: Float64Array.of(0.5, 0.5),
  unrelated: Float64Array.of(0.5, 0.5),
}

test('two loci with LR 10 and 1/10: 100, 1, 1/100 with probability 1/4, 1/2, 1/4', () => {
  const found = ratioDistribution([half, half], 'related')
  expect(atLeast(found, 2).value).toBeCloseTo(0.25, 12)
  expect(atLeast(found, 0).value).toBeCloseTo(0.75, 12)
  expect(atMost(found, 0).value).toBeCloseTo(0.75, 12)
  expect(found.mean).toBeCloseTo(0, 12)
})

const locus = fc
  .array(
    fc.record({ log: fc.double({ min: -3, max: 3, noNaN: true }), weight: fc.integer({ min: 1, max: 9 }) }),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((atoms): LocusRatios => {
    const total = atoms.reduce((sum, { weight }) => sum + weight, 0)
    const weights = Float64Array.from(atoms, ({ weight }) => weight / total)
    return { log10: Float64Array.from(atoms, ({ log }) => log), related: weights, unrelated: weights }
  })

test('the bounds hold the tail found by going through every combination', () => {
  const loci = fc.array(locus, { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(loci, fc.double({ min: -6, max: 6, noNaN: true }), (all, bound) => {
      let outcomes = [{ log: 0, probability: 1 }]
      for (const { log10, related } of all) {
        outcomes = outcomes.flatMap(({ log, probability }) =>
          [...log10].map((more, i) => ({ log: log + more, probability: probability * related[i]! })),
        )
      }
      const tail = (isIn: (log: number) => boolean) =>
        outcomes.reduce((sum, { log, probability }) => (isIn(log) ? sum + probability : sum), 0)
      const found = ratioDistribution(all, 'related', 0.05)
      const above = atLeast(found, bound)
      const below = atMost(found, bound)
      expect(above.lower).toBeLessThanOrEqual(tail((log) => log >= bound) + 1e-12)
      expect(above.upper).toBeGreaterThanOrEqual(tail((log) => log >= bound) - 1e-12)
      expect(below.lower).toBeLessThanOrEqual(tail((log) => log <= bound) + 1e-12)
      expect(below.upper).toBeGreaterThanOrEqual(tail((log) => log <= bound) - 1e-12)
      expect(found.mean).toBeCloseTo(
        outcomes.reduce((sum, { log, probability }) => sum + log * probability, 0),
        9,
      )
    }),
  )
})

const person = (
  id: string,
  sex: 'male' | 'female',
  father: string | null = null,
  mother: string | null = null,
) => ({
  id,
  father,
  mother,
  sex,
})

test('father untyped and to be tested, one locus: the pairs and the ratios of the duo', () => {
  const p = 0.1
  const family = {
    pedigrees: [[person('F', 'male'), person('M', 'female'), person('K', 'male', 'F', 'M')]],
    loci: [
      {
        name: 'L',
        chrom: 'autosomal' as const,
        alleles: ['1', '2'],
        frequencies: [p, 1 - p],
        mutation: null,
      },
    ],
    genotypes: {},
  }
  const prepared = prepareFamily(family, 'K')
  const found = locusRatios(prepared, prepared.loci[0]!, ['F'], 100)!
  // Both 1/1: p^2 p against p^2 p^2, so LR 1/p; 1/1 beside 2/2: excluded.
  const share = (log: number) =>
    found.related.reduce(
      (sum, weight, at) => (Math.abs(found.log10[at]! - log) < 1e-9 ? sum + weight : sum),
      0,
    )
  expect(share(Math.log10(1 / p))).toBeCloseTo(p ** 3, 15)
  const excluded = ratioDistribution([found], 'unrelated').excluded
  expect(excluded).toBeCloseTo(2 * p ** 2 * (1 - p) ** 2, 14)
  expect(locusRatios(prepared, prepared.loci[0]!, ['F'], 6)).toBeNull()
})

test('the few lanes that stand for all genotypes weigh what all of them weigh', () => {
  const frequencies = [0.1, 0.15, 0.2, 0.25, 0.3]
  const names = ['1', '2', '3', '4', '5']
  const pedigree = [
    person('GF', 'male'),
    person('GM', 'female'),
    person('A', 'female', 'GF', 'GM'),
    person('M', 'female', 'GF', 'GM'),
    person('F', 'male'),
    person('K', 'male', 'F', 'M'),
  ]
  for (const [typed, chrom, theta] of [
    [{}, 'autosomal', 0],
    [{ GM: { L: ['1', '2'] } }, 'autosomal', 0],
    [{ GM: { L: ['3', '3'] } }, 'X', 0],
    [{ GM: { L: ['1', '2'] } }, 'autosomal', 0.05],
  ] as const) {
    const at: Locus = { name: 'L', chrom, alleles: names, frequencies, mutation: null }
    const genotypes: Genotypes = Object.fromEntries(
      Object.entries(typed).map(([id, one]) => [id, { L: [...one.L] }]),
    )
    const family = { pedigrees: [pedigree], loci: [at], genotypes, theta }
    const prepared = prepareFamily(family, 'K')
    const found = locusRatios(prepared, prepared.loci[0]!, ['A'], 10_000)!
    const ids = ['A', 'K']
    const { loci: _, ...known } = family
    const related = genotypeDistribution({ ...known, locus: at }, ids).probabilities
    const beside = { ...known, pedigrees: besideFamily([pedigree], 'K'), locus: at }
    const unrelated = genotypeDistribution(beside, ids).probabilities
    const tail = (above: number) =>
      related.reduce((sum, weight, i) => (weight > above * unrelated[i]! ? sum + weight : sum), 0)
    for (const above of [0.517, 0.931, 1.137, 2.071, 3.313]) {
      const own = found.related.reduce((sum, w, i) => (10 ** found.log10[i]! > above ? sum + w : sum), 0)
      expect(own).toBeCloseTo(tail(above), 12)
    }
    expect(found.unrelated.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12)
  }
})
