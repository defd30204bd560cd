import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { locusOf } from '../../reference/weigh.ts'
import { type Random, randomFrom } from '../random.ts'
import type { Locus, Person, Sex } from '../types.ts'
import { prepareFamily } from './family-table.ts'
import { mergeSearches } from './merge.ts'
import { prepareProfiles } from './profile-table.ts'
import type { ProfileInput } from './read-profile.ts'
import { rowValues } from './row-values.ts'
import { search } from './search.ts'
import { searchShard } from './shard.ts'

const person = (id: string, sex: Sex, father: string | null = null, mother: string | null = null): Person => {
  return { id, sex, father, mother }
}

const pedigrees = [
  [[person('R', 'male'), person('K', 'unknown', 'R')]],
  [
    [
      person('F', 'male'),
      person('M', 'female'),
      person('R', 'male', 'F', 'M'),
      person('K', 'male', 'F', 'M'),
    ],
  ],
  [[person('R', 'female'), person('M', 'female', null, 'R'), person('K', 'female', null, 'M')]],
]

type World = { loci: Locus[]; families: ReturnType<typeof prepareFamily>[]; people: ProfileInput[] }

function drawn(locus: Locus, random: Random): string {
  let left = random()
  const at = locus.frequencies.findIndex((p) => {
    left -= p
    return left < 0
  })
  return locus.alleles.at(at)!
}

/** Families and people with random genotypes; some are not typed everywhere, some drop out. */
function world(
  seed: number,
  { families, people, loci: count }: Record<'families' | 'people' | 'loci', number>,
): World {
  const random = randomFrom(seed)
  const loci = Array.from({ length: count }, (_, i) => {
    const mutation =
      i % 2 === 0 ? null : ({ model: 'stepwise', rate: 0.01, rate2: 0.001, range: 0.1 } as const)
    return locusOf(
      { '9': 0.1, '10': 0.2, '11': 0.3, '12': 0.4 },
      { name: `L${i}`, mutation: mutation && { female: mutation, male: mutation } },
    )
  })
  const profile = (share: number) => {
    const typed = loci.filter(() => random() < share)
    return Object.fromEntries(
      typed.map((locus) => [locus.name, [drawn(locus, random), drawn(locus, random)]]),
    )
  }
  return {
    loci,
    families: Array.from({ length: families }, (_, i) => {
      const some = pedigrees[i % pedigrees.length]!
      return prepareFamily({
        id: `f${i}`,
        loci,
        pedigrees: some,
        missing: 'K',
        genotypes: { R: profile(0.9) },
      })
    }),
    people: Array.from({ length: people }, (_, i) => ({
      id: `p${i}`,
      sex: (['male', 'female', 'unknown'] as const)[i % 3]!,
      genotypes: profile(0.9),
      dropout: i % 5 === 0 ? 0.1 : 0,
    })),
  }
}

const sizes = fc.record({
  families: fc.integer({ min: 1, max: 40 }),
  people: fc.integer({ min: 1, max: 300 }),
  loci: fc.integer({ min: 1, max: 9 }),
})

describe('the fast search lists what adding up every pair lists', () => {
  test('the same pairs, in the same order, with the same ratios', () => {
    const property = fc.property(fc.nat(), sizes, fc.integer({ min: 1, max: 8 }), (seed, size, top) => {
      const { loci, families, people } = world(seed, size)
      const profiles = prepareProfiles({ loci, profiles: people })
      const expected = families.flatMap((family) => {
        const values = rowValues(family, profiles)
        return people
          .map(({ id, sex }, place) => {
            const cells = profiles.cells.subarray(place * profiles.width, (place + 1) * profiles.width)
            return { id, sex, place, score: cells.reduce((sum, row) => sum + values[row]!, 0) }
          })
          .filter(({ sex }) => family.sex === 'unknown' || sex === 'unknown' || sex === family.sex)
          .filter(({ score }) => score > Number.NEGATIVE_INFINITY)
          .sort((a, b) => b.score - a.score || a.place - b.place)
          .slice(0, top)
          .map(({ id, score }) => ({ family: family.id, profile: id, score }))
      })
      for (const isPlain of [false, true]) {
        const { finds, kernel, pairs } = searchShard({ families, profiles, top, isPlain, nearMisses: 2 })
        const found = finds.flatMap(({ family, best }) =>
          best.map(({ place, score }) => ({ family: family.id, profile: people[place]!.id, score })),
        )
        expect(found).toEqual(expected)
        expect(kernel).toBe(isPlain ? 'plain' : 'simd')
        expect(pairs).toBe(size.families * size.people)
      }
    })
    fc.assert(property, { numRuns: 40 })
  })

  test('near misses: the same from both kernels, none excluded at more than two loci', () => {
    const property = fc.property(fc.nat(), sizes, (seed, size) => {
      const { loci, families, people } = world(seed, size)
      const profiles = prepareProfiles({ loci, profiles: people })
      const [simd, plain] = [false, true].map((isPlain) =>
        search({ families, profiles, top: 2, nearMisses: 3, isPlain, chance: 'none' }),
      )
      expect({ ...plain!, kernel: 'simd' }).toEqual(simd)
      for (const { perLocus, log10LR } of simd!.nearMisses) {
        expect(log10LR).toBe(Number.NEGATIVE_INFINITY)
        const excluded = perLocus.filter((one) => one.log10LR === Number.NEGATIVE_INFINITY)
        expect([1, 2]).toContain(excluded.length)
      }
    })
    fc.assert(property, { numRuns: 25 })
  })

  test('ranges searched apart and merged in any order are one search', () => {
    const property = fc.property(
      fc.nat(),
      sizes,
      fc.array(fc.nat(), { maxLength: 4 }),
      (seed, size, cuts) => {
        const { loci, families, people } = world(seed, size)
        const profiles = prepareProfiles({ loci, profiles: people })
        const lists = { top: 3, nearMisses: 2 }
        const ends = [...new Set([0, ...cuts.map((cut) => cut % people.length), people.length])].sort(
          (a, b) => a - b,
        )
        const parts = ends
          .slice(1)
          .map((to, i) => search({ families, profiles, ...lists, from: ends[i]!, to, chance: 'family' }))
        const whole = search({ families, profiles, ...lists, chance: 'family' })
        // What chance does is bounded on a grid that starts at the lowest score asked for.
        const plainly = ({ candidates, ...rest }: typeof whole) => ({
          ...rest,
          candidates: candidates.map(({ expectedByChance: _, expectedByChanceAtLeast: __, ...one }) => one),
        })
        expect(plainly(mergeSearches(parts, lists))).toEqual(plainly(whole))
        expect(plainly(mergeSearches(parts.toReversed(), lists))).toEqual(plainly(whole))
      },
    )
    fc.assert(property, { numRuns: 25 })
  })
})

const locus = locusOf({ '10': 0.1, '11': 0.9 })
const father = prepareFamily({
  id: 'family',
  loci: [locus],
  pedigrees: [[person('F', 'male'), person('K', 'unknown', 'F')]],
  missing: 'K',
  genotypes: { F: { L: ['10', '10'] } },
})
const one = (id: string, alleles: string[], sex: Sex = 'male') => ({ id, sex, genotypes: { L: alleles } })

test('father 10/10, profile 10/11: ratio 0.9 / 0.18 = 5, and a stranger does so well with 1 - 0.9^2', () => {
  const profiles = prepareProfiles({ loci: [locus], profiles: [one('p', ['10', '11'])] })
  const [candidate] = search({ families: [father], profiles, top: 1 }).candidates
  expect(candidate!.log10LR).toBeCloseTo(Math.log10(5), 12)
  expect(candidate!.expectedByChance).toBeCloseTo(0.19, 6)
  expect(candidate!.expectedByChanceAtLeast).toBeLessThanOrEqual(0.19)
  expect(candidate).toMatchObject({ loci: 1, excludedAt: [], other: [] })
})

test('a near miss says where, and that one repeat would explain it', () => {
  const profiles = prepareProfiles({ loci: [locus], profiles: [one('p', ['11', '11'])] })
  const { candidates, nearMisses } = search({ families: [father], profiles, top: 3, nearMisses: 3 })
  expect(candidates).toEqual([])
  expect(nearMisses).toMatchObject([{ excludedAt: ['L'], exclusions: [{ locus: 'L', steps: 1 }] }])
})

test('other evidence stands beside the ratio, a filter removes, and the other sex is left out unless asked for', () => {
  const son = { ...father, sex: 'male' as const }
  const profiles = prepareProfiles({
    loci: [locus],
    profiles: [one('a', ['10', '11']), one('b', ['10', '11'], 'female'), one('c', ['10', '10'])],
  })
  const base = { families: [son], profiles, top: 9, chance: 'none' as const }
  const ids = (input: Partial<Parameters<typeof search>[0]>) =>
    search({ ...base, ...input }).candidates.map(({ profile }) => profile)
  expect(ids({})).toEqual(['c', 'a'])
  expect(ids({ ignoreSex: true })).toEqual(['c', 'a', 'b'])
  expect(ids({ mayBe: (_, profile) => profile !== 'c' })).toEqual(['a'])
  expect(ids({ lowest: 0.8 })).toEqual(['c'])
  const age = { name: 'age', log10LR: 0.5 }
  const [first] = search({ ...base, evidence: () => [age] }).candidates
  expect(first!.log10LR).toBeCloseTo(1, 12)
  expect(first!.other).toEqual([age])
})

test('progress counts pairs; a cancelled search says that it is not complete', () => {
  const { loci, families, people } = world(1, { families: 40, people: 300, loci: 3 })
  const profiles = prepareProfiles({ loci, profiles: people })
  const steps: number[] = []
  search({ families, profiles, top: 1, chance: 'none', onProgress: (pairs) => steps.push(pairs) })
  expect(steps.at(-1)).toBe(40 * 300)
  expect(steps).toEqual(steps.toSorted((a, b) => a - b))
  const cancelled = search({ families, profiles, top: 1, chance: 'none', isCancelled: () => true })
  expect(cancelled).toMatchObject({ isComplete: false, pairs: 0, candidates: [] })
})

test.each([
  ['search-range', { from: 2 }],
  ['search-range', { to: 9 }],
  ['list-length', { top: -1 }],
])('%s is refused', (code, change) => {
  const profiles = prepareProfiles({ loci: [locus], profiles: [one('p', ['10', '11'])] })
  expect(() => search({ families: [father], profiles, top: 1, ...change })).toThrow(
    expect.objectContaining({ code }),
  )
})

test('a locus with other alleles in the family than in the profiles is refused', () => {
  const other = locusOf({ '10': 0.1, '12': 0.9 })
  const profiles = prepareProfiles({ loci: [other], profiles: [one('p', ['10', '12'])] })
  expect(() => search({ families: [father], profiles, top: 1 })).toThrow(
    expect.objectContaining({ code: 'locus-differs' }),
  )
})
