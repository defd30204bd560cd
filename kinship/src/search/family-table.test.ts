import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { genotypesAt } from '../../reference/changes.ts'
import {
  arbitraryFamily,
  arbitraryPedigree,
  type FamilyOptions,
  withInbredFounders,
  withOneParent,
  withTwins,
} from '../../reference/families.ts'
import { locusOf } from '../../reference/weigh.ts'
import { prepareLikelihoodRatio } from '../likelihood-ratio.ts'
import { besideFamily } from '../power/simulation-table.ts'
import { KinshipRefusal } from '../refusal.ts'
import type { Genotypes, Locus, Person } from '../types.ts'
import { prepareFamily } from './family-table.ts'
import { prepareProfiles } from './profile-table.ts'
import { rowValues } from './row-values.ts'

type Searched = { pedigrees: Person[][]; loci: Locus[]; genotypes: Genotypes; theta: number; dropout: number }

/** The ratio of every genotype of the missing person, by table and by the engine. */
function compare({ pedigrees, loci, genotypes, theta, dropout }: Searched, missing: Person): void {
  const { [missing.id]: _, ...known } = genotypes
  const relatives = Object.fromEntries(Object.keys(known).map((id) => [id, dropout]))
  const table = prepareFamily({
    id: 'family',
    loci,
    pedigrees,
    missing: missing.id,
    genotypes: known,
    theta,
    dropout: relatives,
  })
  const locus = loci[0]!
  const frequencyOf = (allele: string | null) =>
    allele === null ? 1 : locus.frequencies[locus.alleles.indexOf(allele)]!
  const isSeen = (alleles: string[]) =>
    alleles.every((a) => frequencyOf(a) > 0) && (dropout === 0 || alleles.some((a) => a !== 'silent'))
  const two = genotypesAt(locus, missing.sex).filter(isSeen)
  const isSingle = locus.chrom === 'X' && missing.sex === 'male'
  const partial = isSingle ? [] : locus.alleles.filter((a) => frequencyOf(a) > 0).map((a) => [a, null])
  const seen: (string | null)[][] = [...two, ...partial]
  const profiles = prepareProfiles({
    loci,
    profiles: seen.map((alleles, i) => ({
      id: `${i}`,
      sex: missing.sex,
      genotypes: { [locus.name]: alleles },
      dropout,
    })),
  })
  const values = rowValues(table, profiles)
  const weigh = prepareLikelihoodRatio({
    loci,
    theta,
    hypotheses: [
      { name: 'related', pedigrees },
      { name: 'unrelated', pedigrees: besideFamily(pedigrees, missing.id) },
    ],
  })
  seen.forEach((alleles, i) => {
    const found = weigh({
      genotypes: { ...known, [missing.id]: { [locus.name]: alleles } },
      dropout: { ...relatives, [missing.id]: dropout },
    }).LRperLocus.related![0]!
    const value = 10 ** values[profiles.cells[i * profiles.width]!]!
    expect(Math.abs(value - found!)).toBeLessThanOrEqual(1e-9 * Math.max(value, found!))
  })
}

const options = { people: 6, alleles: 4, partial: true }
const features: Record<string, FamilyOptions & { dropout?: number }> = {
  'any family, any mutation model': options,
  X: { ...options, chrom: 'X' },
  'a silent allele': { ...options, silent: true },
  'drop-out and a silent allele': { ...options, silent: true, dropout: 0.2 },
  'drop-out': { ...options, dropout: 0.1 },
  twins: { ...options, pedigree: withTwins(arbitraryPedigree(5)) },
  'inbred founders': { ...options, pedigree: withInbredFounders(arbitraryPedigree(5)) },
  'one known parent': { ...options, pedigree: withOneParent(arbitraryPedigree(6)) },
  theta: { ...options, people: 5, theta: 0.05 },
  'theta, twins and drop-out': {
    ...options,
    pedigree: withTwins(arbitraryPedigree(4)),
    theta: 0.1,
    dropout: 0.1,
    mutation: 'none',
  },
  'theta, many alleles, no mutation': {
    ...options,
    people: 4,
    alleles: 7,
    silent: true,
    theta: 0.05,
    dropout: 0.1,
    mutation: 'none',
  },
  'theta at X': { ...options, people: 5, theta: 0.03, chrom: 'X', mutation: 'none' },
}

describe('every genotype of the missing person weighs what the engine says', () => {
  test.each(Object.entries(features))('%s', (_, { dropout = 0, ...feature }) => {
    const property = fc.property(arbitraryFamily(feature), fc.nat(), (family, pick) => {
      const missing = family.people[pick % family.people.length]!
      const pedigrees = [family.people]
      try {
        compare({ ...family, pedigrees, theta: feature.theta ?? 0, dropout }, missing)
      } catch (error) {
        fc.pre(!(error instanceof KinshipRefusal && error.code === 'evidence-impossible'))
        throw error
      }
    })
    fc.assert(property, { numRuns: 60 })
  })
})

const father: Person = { id: 'F', father: null, mother: null, sex: 'male' }
const child: Person = { id: 'K', father: 'F', mother: null, sex: 'unknown' }
const locus = locusOf({ '10': 0.1, '11': 0.3, '12': 0.6 })
const input = {
  id: 'family',
  loci: [locus],
  pedigrees: [[father, child]],
  missing: 'K',
  genotypes: { F: { L: ['10', '10'] } },
}

test('the child of a 10/10 has 10 and any other allele', () => {
  const { related, unmutated } = prepareFamily(input).loci[0]!.two!
  // In the order 10/10, 10/11, 10/12, 11/11, 11/12, 12/12.
  const expected = [0.1, 0.3, 0.6, 0, 0, 0]
  related.forEach((p, i) => {
    expect(p).toBeCloseTo(expected[i]!, 12)
  })
  expect([...unmutated!]).toEqual([1, 1, 1, 0, 0, 0])
})

test('at X a missing person of unknown sex is prepared as a man and as a woman', () => {
  const x = locusOf({ '10': 0.1, '11': 0.9 }, { chrom: 'X' })
  const table = prepareFamily({ ...input, loci: [x], genotypes: { F: { L: ['10'] } } })
  // A father's X goes to his daughter; a son has his mother's.
  expect([...table.loci[0]!.two!.related].map((p) => Number(p.toFixed(12)))).toEqual([0.1, 0.9, 0])
  expect([...table.loci[0]!.single!.related].map((p) => Number(p.toFixed(12)))).toEqual([0.1, 0.9])
})

test('error: one in ten comparisons says nothing, so an exclusion weighs 0.1 and a ratio R weighs 0.9 R + 0.1', () => {
  const profiles = prepareProfiles({
    loci: [locus],
    profiles: [
      { id: 'no', sex: 'male', genotypes: { L: ['11', '12'] } },
      { id: 'yes', sex: 'male', genotypes: { L: ['10', '11'] } },
    ],
    error: 0.1,
  })
  const values = rowValues(prepareFamily(input), profiles)
  expect(10 ** values[1]!).toBeCloseTo(0.1, 12)
  expect(10 ** values[2]!).toBeCloseTo(0.9 * 5 + 0.1, 12)
})

test.each([
  ['missing-is-typed', { missing: 'F' }],
  ['person-not-placed', { missing: 'X' }],
  ['theta-range', { theta: 1 }],
  ['evidence-impossible', { genotypes: { F: { L: ['10', '10'] }, S: { L: ['11', '11'] } } }],
  ['typed-person-not-placed', { genotypes: { Z: { L: ['10', '10'] } } }],
])('%s is refused', (code, change) => {
  const son: Person = { id: 'S', father: 'F', mother: null, sex: 'male' }
  expect(() => prepareFamily({ ...input, pedigrees: [[father, child, son]], ...change })).toThrow(
    expect.objectContaining({ code }),
  )
})
