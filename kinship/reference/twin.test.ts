import fc from 'fast-check'
import { describe, test } from 'vitest'
import { likelihoods } from '../src/likelihood.ts'
import type { KinshipCase, Locus, Person } from '../src/types.ts'
import { bruteForceLikelihood } from './brute-force.ts'
import {
  arbitraryFamily,
  arbitraryPedigree,
  type FamilyOptions,
  withInbredFounders,
  withOneParent,
  withTwins,
} from './families.ts'
import { expectSame, small } from './meet.ts'
import { shapes } from './shapes.ts'

type Family = KinshipCase & { locus: Locus; people: Person[] }

/** Locus by locus, for the family and for the same people unrelated, in one run of the engine. */
function meetsTwin(families: fc.Arbitrary<Family>, numRuns: number): void {
  const property = fc.property(families, (family) => {
    const apart = family.people.map((person) => [{ ...person, father: null, mother: null, twinOf: null }])
    const hypotheses = [...family.hypotheses, { name: 'apart', pedigrees: apart }]
    const expected = hypotheses.map(({ pedigrees }) =>
      family.loci.map((locus) => small((most) => bruteForceLikelihood(family, locus, pedigrees, most))),
    )
    const { likelihoodPerLocus } = likelihoods({ ...family, hypotheses })
    hypotheses.forEach(({ name }, which) => {
      likelihoodPerLocus[name]!.forEach((value, locus) => {
        expectSame(value, expected[which]![locus]!)
      })
    })
  })
  fc.assert(property, { numRuns })
}

/** Drop-out for everybody, at different rates. */
function withDropout(families: fc.Arbitrary<Family>): fc.Arbitrary<Family> {
  const rates = fc.array(fc.constantFrom(0, 0.05, 0.3, 1), { minLength: 30, maxLength: 30 })
  return fc.tuple(families, rates).map(([family, d]) => ({
    ...family,
    dropout: Object.fromEntries(family.people.map(({ id }, index) => [id, d[index]!])),
  }))
}

const six = { people: 6, alleles: 3 }
const five = { people: 5, alleles: 3 }
const theta = 0.07
const x = { chrom: 'X' } as const
const silent = true
const twins = (people: number) => ({ pedigree: withTwins(arbitraryPedigree(people)) })
const inbred = (people: number) => ({ pedigree: withInbredFounders(arbitraryPedigree(people)) })
const oneParent = (people: number) => ({ pedigree: withOneParent(arbitraryPedigree(people)) })

const features: Record<string, Record<string, FamilyOptions>> = {
  'any family, any mutation model': {
    autosomal: six,
    X: { ...six, ...x },
    'few typed': { ...five, typed: 4 },
    'five alleles': { people: 4, alleles: 5 },
    'seven people': { people: 7, alleles: 2 },
    'one parent known': { ...five, ...oneParent(4) },
    'one parent known, X': { ...five, ...oneParent(4), ...x },
    'six loci at once': { people: 5, alleles: 4, loci: 6 },
    'six loci of X at once': { people: 5, alleles: 4, loci: 6, ...x },
  },
  'a silent allele': {
    autosomal: { people: 5, alleles: 4, silent },
    X: { people: 5, alleles: 4, silent, ...x },
  },
  'co-ancestry': {
    autosomal: { ...five, theta },
    'almost one': { ...five, theta: 0.9 },
    'almost none': { ...five, theta: 1e-7 },
    'many alleles, few unknown': { people: 4, alleles: 12, fewest: 9, typed: 8, theta },
    'many alleles of X, few unknown': { people: 4, alleles: 14, fewest: 10, typed: 6, theta, ...x },
    X: { ...five, theta, ...x },
    'five founders': { alleles: 3, people: 5, theta, pedigree: fc.constant(fiveFounders()) },
    'without mutation': { people: 6, alleles: 4, theta, mutation: 'none' },
    'four loci at once': { people: 4, alleles: 4, theta, loci: 4 },
    'one parent known': { ...five, theta, ...oneParent(4) },
  },
  'co-ancestry and a silent allele': {
    autosomal: { people: 4, alleles: 3, silent, theta },
    X: { people: 5, alleles: 3, silent, theta, ...x },
  },
  'founder inbreeding': {
    autosomal: { ...five, ...inbred(5) },
    X: { ...five, ...inbred(5), ...x },
    'a silent allele': { ...five, ...inbred(4), silent },
  },
  'founder inbreeding and co-ancestry': {
    autosomal: { ...five, ...inbred(4), theta },
    X: { ...five, ...inbred(5), theta, ...x },
    'a silent allele': { ...five, ...inbred(4), theta, silent },
  },
  'monozygotic twins': {
    autosomal: { ...five, ...twins(5) },
    X: { ...five, ...twins(5), ...x },
    'a silent allele': { ...five, ...twins(4), silent },
    triplets: { ...five, pedigree: withTwins(withTwins(arbitraryPedigree(4)), 'U') },
  },
  'monozygotic twins and co-ancestry': {
    autosomal: { ...five, ...twins(4), theta },
    X: { ...five, ...twins(5), theta, ...x },
    'inbred founders': { ...five, pedigree: withInbredFounders(withTwins(arbitraryPedigree(4))), theta },
  },
}

for (const [feature, kinds] of Object.entries(features)) {
  describe(`the engine equals the slow twin: ${feature}`, () => {
    test.each(Object.entries(kinds))('%s', (_, options) => meetsTwin(arbitraryFamily(options), 150))
  })
}

test('the engine equals the slow twin: co-ancestry, a couple of whom nothing is known, nine alleles', () => {
  const pedigree = fc.constant(shapes['full siblings'])
  const whole = { people: 4, alleles: 9, fewest: 9, typed: 10, partial: false, theta, pedigree }
  const families = arbitraryFamily({ ...whole, mutation: 'matrix' }).map((family) => ({
    ...family,
    genotypes: { X: family.genotypes.X!, Y: family.genotypes.Y! },
  }))
  meetsTwin(families, 6)
})

describe('the engine equals the slow twin: drop-out', () => {
  const kinds: Record<string, FamilyOptions> = {
    autosomal: five,
    X: { ...five, ...x },
    'inbred founders': { ...five, ...inbred(4) },
    'co-ancestry': { people: 4, alleles: 3, theta },
    twins: { ...five, ...twins(4) },
    'a silent allele': { people: 4, alleles: 3, silent },
    'a silent allele and co-ancestry': { people: 4, alleles: 3, silent, theta },
  }
  test.each(Object.entries(kinds))('%s', (_, options) =>
    meetsTwin(withDropout(arbitraryFamily(options)), 150),
  )
})

describe('the engine equals the slow twin: named families', () => {
  test.each(Object.entries(shapes))('%s', (_, people) => {
    const pedigree = fc.constant(people)
    meetsTwin(arbitraryFamily({ people: 0, alleles: 3, pedigree }), 20)
    meetsTwin(arbitraryFamily({ people: 0, alleles: 2, chrom: 'X', pedigree }), 20)
    meetsTwin(arbitraryFamily({ people: 0, alleles: 3, mutation: 'none', theta: 0.02, pedigree }), 20)
    meetsTwin(arbitraryFamily({ people: 0, alleles: 2, pedigree: withInbredFounders(pedigree) }), 20)
  })
})

/** Five untyped or typed founders side by side, and the offspring of two: twelve alleles in two components. */
function fiveFounders(): Person[] {
  const founder = (id: string, sex: 'male' | 'female'): Person => ({ id, father: null, mother: null, sex })
  return [
    founder('A', 'male'),
    founder('B', 'female'),
    founder('C', 'male'),
    founder('D', 'female'),
    founder('E', 'male'),
    { id: 'K', father: 'A', mother: 'B', sex: 'female' },
  ]
}
