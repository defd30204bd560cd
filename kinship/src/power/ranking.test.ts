import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { solveCases } from '../formats/cases.ts'
import type { Locus, Person } from '../types.ts'
import { genotypeDistribution } from './distribution.ts'
import { rankProfiles } from './ranking.ts'

const duo: Person[] = [
  { id: 'F', father: null, mother: null, sex: 'male' },
  { id: 'M', father: null, mother: null, sex: 'female' },
  { id: 'C', father: 'F', mother: 'M', sex: 'male' },
]
const locus = (name: string, frequencies: number[]): Locus => ({
  name,
  chrom: 'autosomal',
  alleles: frequencies.map((_, index) => `${index + 1}`),
  frequencies,
  mutation: null,
})

test('the child of 1/1 and 2/2 is 1/2 everywhere', () => {
  const loci = ['A', 'B'].map((name) => locus(name, [0.5, 0.5]))
  const genotypes = { F: { A: ['1', '1'], B: ['1', '1'] }, M: { A: ['2', '2'], B: ['2', '2'] } }
  expect(rankProfiles({ pedigrees: [duo], loci, genotypes }, { person: 'C' })).toEqual({
    best: ['A', 'B'].map((name) => ({ locus: name, genotype: '1/2', probability: 1 })),
    profiles: [{ genotypes: ['1/2', '1/2'], probability: 1 }],
  })
})

const parts = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 4 })

test('the list is the head of all profiles, sorted', () => {
  fc.assert(
    fc.property(
      fc.array(parts, { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 1, max: 40 }),
      (tables, top) => {
        const loci = tables.map((table, index) => {
          const sum = table.reduce((total, part) => total + part, 0)
          return locus(
            `L${index}`,
            table.map((part) => part / sum),
          )
        })
        const family = { pedigrees: [duo], genotypes: { F: { L0: ['1', '2'] } } }
        let all = [1]
        for (const at of loci) {
          const { probabilities } = genotypeDistribution({ ...family, locus: at }, ['C'])
          all = all.flatMap((product) => [...probabilities].map((probability) => product * probability))
        }
        const expected = all.filter((product) => product > 0).sort((a, b) => b - a)
        const { profiles } = rankProfiles({ ...family, loci }, { person: 'C', top })
        expect(profiles.length).toBe(Math.min(top, expected.length))
        profiles.forEach(({ probability }, index) => {
          expect(probability / expected[index]!).toBeCloseTo(1, 12)
        })
        expect(new Set(profiles.map(({ genotypes }) => genotypes.join())).size).toBe(profiles.length)
      },
    ),
    { numRuns: 40 },
  )
})

test('only the best few genotypes of a locus enter when asked', () => {
  const family = { pedigrees: [duo], loci: [locus('A', [0.6, 0.4])], genotypes: { F: { A: ['1', '1'] } } }
  const { profiles } = rankProfiles(family, { person: 'C', maxPerMarker: 1 })
  expect(profiles).toEqual([{ genotypes: ['1/1'], probability: expect.closeTo(0.6, 12) }])
  expect(() => rankProfiles(family, { person: 'C', top: 0 })).toThrow(/whole number/)
  expect(() => rankProfiles({ ...family, loci: [] }, { person: 'C' })).toThrow(/no locus/)
})

const file = '../shared/data/kinship/08-power-distributions.json'
// The peer's tables sum to 1 within 1e-10 and are used as they are; here they are divided by their sum.
test.skipIf(!existsSync(file))('the published ranking', () => {
  const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: { kind: string; expected: object }[] }
  for (const { expected, ...given } of cases.filter(({ kind }) => kind === 'rankProfiles')) {
    const near = JSON.parse(JSON.stringify(expected), (_, value) =>
      typeof value === 'number' ? expect.closeTo(value, 10) : value,
    )
    expect(solveCases([given]).results[0]).toMatchObject(near)
  }
})
