import { expect, test } from 'vitest'
import { locusOf } from '../../reference/weigh.ts'
import { randomFrom } from '../random.ts'
import type { Person } from '../types.ts'
import { strangersAbove } from './chance.ts'
import { prepareFamily } from './family-table.ts'
import { prepareProfiles } from './profile-table.ts'
import { searchShard } from './shard.ts'

const frequencies = { '9': 0.1, '10': 0.2, '11': 0.3, '12': 0.4 }
const loci = ['A', 'B', 'C'].map((name) => locusOf(frequencies, { name }))
const pedigree: Person[] = [
  { id: 'R', father: null, mother: null, sex: 'female' },
  { id: 'M', father: null, mother: 'R', sex: 'female' },
  { id: 'K', father: null, mother: 'M', sex: 'male' },
]
const seen = { A: ['9', '10'], B: ['11', '11'], C: ['12', '9'] }
const family = prepareFamily({ id: 'f', loci, pedigrees: [pedigree], missing: 'K', genotypes: { R: seen } })
const names = Object.keys(frequencies)
const pairs = names.flatMap((a, i) => names.slice(i).map((b) => [a, b]))

test('strangers who show all they have: the sum over every profile there is', () => {
  const chanceOf = ([a, b]: string[]) => {
    const [p, q] = [a, b].map((name) => frequencies[name as keyof typeof frequencies])
    return a === b ? p! * q! : 2 * p! * q!
  }
  const every = pairs.flatMap((A) =>
    pairs.flatMap((B) =>
      pairs.map((C) => ({ genotypes: { A, B, C }, chance: chanceOf(A) * chanceOf(B) * chanceOf(C) })),
    ),
  )
  const profiles = prepareProfiles({
    loci,
    profiles: every.map(({ genotypes }, i) => ({ id: `${i}`, sex: 'male', genotypes })),
  })
  const { best } = searchShard({ families: [family], profiles, top: every.length }).finds[0]!
  const above = strangersAbove(family, profiles, -6, () => true)
  for (const score of [-0.5, -0.1, 0, 0.2, 0.5, 0.9]) {
    const share = best
      .filter((one) => one.score >= score)
      .reduce((sum, { place }) => sum + every[place]!.chance, 0)
    const { low, high } = above(score)
    expect(low / every.length).toBeLessThanOrEqual(share * (1 + 1e-8))
    expect(high / every.length).toBeGreaterThanOrEqual(share * (1 - 1e-8))
    expect(high - low).toBeLessThan(0.2 * every.length)
  }
})

test('strangers typed in many ways: as many as simulated ones, within four standard errors', () => {
  const random = randomFrom(5)
  const drawn = () => {
    const u = random()
    return u < 0.1 ? '9' : u < 0.3 ? '10' : u < 0.6 ? '11' : '12'
  }
  const people = Array.from({ length: 20_000 }, (_, i) => {
    const typed = loci.filter((_, at) => (i >> at) % 2 === 0)
    const isPartial = i % 5 === 0
    const genotypes = typed.map(({ name }) => [name, isPartial ? [drawn(), null] : [drawn(), drawn()]])
    return { id: `${i}`, sex: 'male' as const, genotypes: Object.fromEntries(genotypes) }
  })
  const profiles = prepareProfiles({ loci, profiles: people })
  const { best } = searchShard({ families: [family], profiles, top: people.length }).finds[0]!
  const above = strangersAbove(family, profiles, -6, () => true)
  for (const score of [0.05, 0.3, 0.6]) {
    const count = best.filter((one) => one.score >= score).length
    const error = 4 * Math.sqrt(count)
    const { low, high } = above(score)
    expect(count).toBeLessThanOrEqual(high + error)
    expect(count).toBeGreaterThanOrEqual(low - error)
  }
})

test('only people of a sex that takes part are counted', () => {
  const people = ['male', 'female', 'female'].map((sex, i) => {
    return { id: `${i}`, sex: sex as 'male' | 'female', genotypes: seen }
  })
  const profiles = prepareProfiles({ loci, profiles: people })
  const all = strangersAbove(family, profiles, 0, () => true)(0.1)
  const men = strangersAbove(family, profiles, 0, (sex) => sex === 'male')(0.1)
  expect(men.high).toBeCloseTo(all.high / 3, 12)
})
