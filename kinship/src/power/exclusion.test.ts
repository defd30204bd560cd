import { describe, expect, test } from 'vitest'
import type { Genotypes, Locus, MutationModel, Person } from '../types.ts'
import { type ExclusionInput, exclusionPower } from './exclusion.ts'
import { missingPersonExclusionPower } from './exclusion-missing.ts'

const person = (
  id: string,
  sex: Person['sex'],
  father: string | null = null,
  mother: string | null = null,
) => ({
  id,
  sex,
  father,
  mother,
})
const locusOf = (frequencies: number[], more: Partial<Locus> = {}): Locus => ({
  name: 'L',
  chrom: 'autosomal',
  alleles: frequencies.map((_, index) => String(index + 1)),
  frequencies,
  mutation: null,
  ...more,
})
const both = (model: MutationModel) => ({ female: model, male: model })
const paternity = (sex: Person['sex'], locus: Locus, genotypes: Genotypes = {}, ids = ['1', '3']) => ({
  claim: [[person('1', 'male'), person('2', 'female'), person('3', sex, '1', '2')]],
  truth: [[person('1', 'male')], [person('2', 'female')], [person('3', sex)]],
  ids,
  loci: [locus],
  genotypes,
})
const powerOf = (input: ExclusionInput) => exclusionPower(input).perLocus[0]

describe('paternity by formula', () => {
  const [p, q] = [0.1, 0.9]
  const three = locusOf([0.5, 0.3, 0.2])

  test('nobody typed: opposite homozygotes', () => {
    expect(powerOf(paternity('male', locusOf([p, q])))).toBeCloseTo(2 * p * p * q * q, 15)
  })

  test('on X a son says nothing and a daughter must have his allele', () => {
    const locus = locusOf([p, q], { chrom: 'X' })
    expect(powerOf(paternity('male', locus))).toBe(0)
    expect(powerOf(paternity('female', locus))).toBeCloseTo(p * q, 15)
  })

  test('the child 1/1: the man has no 1', () => {
    const typed = { 3: { L: ['1', '1'] } }
    expect(powerOf(paternity('female', three, typed, ['1']))).toBeCloseTo(0.5 ** 2, 15)
    expect(powerOf(paternity('female', { ...three, chrom: 'X' }, typed, ['1']))).toBeCloseTo(0.5, 15)
  })

  test('both parents typed 1/1 and 2/2: the child is anything but 1/2', () => {
    const typed = { 1: { L: ['1', '1'] }, 2: { L: ['2', '2'] } }
    expect(powerOf(paternity('female', three, typed, ['3']))).toBeCloseTo(1 - 2 * 0.5 * 0.3, 15)
  })

  test('who is typed and stands only in the claim is a stranger in the truth', () => {
    const typed = { 1: { L: ['1', '1'] }, 2: { L: ['2', '2'] } }
    const input = paternity('female', three, typed, ['3'])
    const truth = input.truth.filter(([first]) => first?.id !== '2')
    expect(powerOf({ ...input, truth })).toBeCloseTo(1 - 2 * 0.5 * 0.3, 15)
  })

  test('theta makes strangers more alike, so fewer are excluded', () => {
    // P(1/1 and 2/2) in two strangers, by the sampling formula of Balding and Nichols, twice.
    const theta = 0.1
    const draws = (a: number, b: number) =>
      (a * (theta + (1 - theta) * a) * (1 - theta) * b * (theta + (1 - theta) * b)) /
      ((1 + theta) * (1 + 2 * theta))
    const found = powerOf({ ...paternity('male', locusOf([p, q])), theta })
    expect(found).toBeCloseTo(draws(p, q) + draws(q, p), 15)
  })
})

describe('mother and daughter claimed, sisters in truth (Egeland, Pinto & Vigeland 2014)', () => {
  const claim = [[person('F', 'male'), person('A', 'female'), person('B', 'female', 'F', 'A')]]
  const sisters = [person('A', 'female', 'C', 'D'), person('B', 'female', 'C', 'D')]
  const loci = [locusOf([0.9, 0.1])]
  const input = { claim, ids: ['A', 'B'], loci, genotypes: {} }

  test('a quarter of sisters share nothing: a quarter of the power against strangers', () => {
    const truth = [[person('C', 'male'), person('D', 'female'), ...sisters]]
    expect(powerOf({ ...input, truth })).toBeCloseTo((2 * 0.9 ** 2 * 0.1 ** 2) / 4, 15)
    const four = { ...input, truth, loci: [locusOf([0.7, 0.1, 0.1, 0.1])] }
    expect(powerOf(four)).toBeCloseTo(0.0309, 12)
  })

  test('the same with parents who are half siblings', () => {
    const truth = [
      [
        person('X', 'male'),
        person('Y', 'female'),
        person('Z', 'female'),
        person('C', 'male', 'X', 'Y'),
        person('D', 'female', 'X', 'Z'),
        ...sisters,
      ],
    ]
    expect(powerOf({ ...input, truth })).toBeCloseTo(0.00765, 12)
  })
})

describe('mutation', () => {
  const model = both({ model: 'equal', rate: 0.01 })
  const locus = locusOf([0.5, 0.5], { mutation: model })

  test('is left out where nothing known needs it, unless asked to stay', () => {
    const input = paternity('male', locus)
    expect(powerOf(input)).toBeCloseTo(0.125, 15)
    expect(powerOf({ ...input, disableMutations: true })).toBeCloseTo(0.125, 15)
    expect(powerOf({ ...input, disableMutations: ['L'] })).toBeCloseTo(0.125, 15)
    expect(powerOf({ ...input, disableMutations: false })).toBe(0)
    expect(powerOf({ ...input, disableMutations: ['another'] })).toBe(0)
  })

  test('stays where what is known needs it: then nothing more excludes', () => {
    const typed = { 1: { L: ['1', '1'] }, 2: { L: ['1', '1'] } }
    const claim = [...paternity('male', locus).claim]
    const sibling = { ...person('4', 'male', '1', '2') }
    const input = {
      claim: [[...claim[0]!, sibling]],
      truth: [[person('1', 'male'), person('2', 'female'), sibling], [person('3', 'male')]],
      ids: ['3'],
      loci: [locus],
      genotypes: { ...typed, 4: { L: ['1', '2'] } },
    }
    expect(powerOf(input)).toBe(0)
    const withoutModel = exclusionPower({ ...input, loci: [{ ...locus, mutation: null }] })
    expect(withoutModel).toEqual({
      perLocus: [null],
      total: null,
      expectedMismatch: null,
      mismatchDistribution: [1],
    })
  })
})

test('known genotypes that are impossible in the claim alone exclude already', () => {
  const typed = { 2: { L: ['1', '1'] }, 3: { L: ['2', '2'] } }
  expect(powerOf(paternity('male', locusOf([0.5, 0.5]), typed, ['1']))).toBe(1)
})

test('over loci: at least one, how many in the mean, how many by chance', () => {
  const input = paternity('male', locusOf([0.5, 0.5]))
  const names = ['L', 'M', 'N']
  const loci = names.map((name) => locusOf(name === 'N' ? [1] : [0.5, 0.5], { name }))
  const found = exclusionPower({ ...input, loci })
  expect(found.perLocus).toEqual([expect.closeTo(0.125, 15), expect.closeTo(0.125, 15), 0])
  expect(found.total).toBeCloseTo(1 - 0.875 ** 2, 15)
  expect(found.expectedMismatch).toBeCloseTo(0.25, 15)
  const expected = [0.875 ** 2, 2 * 0.875 * 0.125, 0.125 ** 2]
  expect(found.mismatchDistribution).toEqual(expected.map((share) => expect.closeTo(share, 15)))
})

describe('a missing person', () => {
  const family = [[person('F', 'male'), person('M', 'female'), person('C', 'female', 'F', 'M')]]

  test('father 1/1: a stranger without 1 is excluded; without typing nobody is', () => {
    const input = { pedigrees: family, missing: 'C', loci: [locusOf([0.3, 0.7])], genotypes: {} }
    expect(missingPersonExclusionPower(input).total).toBe(0)
    const typed = { ...input, genotypes: { F: { L: ['1', '1'] } } }
    expect(missingPersonExclusionPower(typed).total).toBeCloseTo(0.7 ** 2, 15)
  })

  test('the mother missing: her child has one of her alleles, and grandchildren move with her', () => {
    const pedigrees = [[...family[0]!, person('G', 'male', null, 'C')]]
    const input = {
      pedigrees,
      missing: 'C',
      loci: [locusOf([0.3, 0.7])],
      genotypes: { G: { L: ['2', '2'] } },
    }
    expect(missingPersonExclusionPower(input).total).toBeCloseTo(0.3 ** 2, 15)
  })

  test('on X her sex counts', () => {
    const loci = [locusOf([0.3, 0.7], { chrom: 'X' })]
    const input = { pedigrees: family, missing: 'C', loci, genotypes: { F: { L: ['1'] } } }
    expect(missingPersonExclusionPower(input).total).toBeCloseTo(0.7 ** 2, 15)
  })
})

test('refused by name: somebody typed already, somebody nowhere, another sex at X', () => {
  const locus = locusOf([0.5, 0.5], { chrom: 'X' })
  const input = paternity('female', locus)
  expect(() => exclusionPower({ ...input, genotypes: { 1: { L: ['1'] } } })).toThrow(/typed already/)
  const truth = [[person('1', 'male')], [person('2', 'female')], [person('3', 'male')]]
  expect(() => exclusionPower({ ...input, truth })).toThrow(/one sex/)
  expect(() => missingPersonExclusionPower({ ...input, pedigrees: input.claim, missing: 'X' })).toThrow(
    /no place in the pedigree/,
  )
})
