import { expect, test } from 'vitest'
import type { Genotypes, Locus, Person } from '../types.ts'
import { genotypeDistribution } from './distribution.ts'
import { expectedRatio } from './expected.ts'

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
const [p, q] = [0.9, 0.1]
const locus: Locus = {
  name: 'L',
  chrom: 'autosomal',
  alleles: ['1', '2'],
  frequencies: [p, q],
  mutation: null,
}
const trio = [[person('F', 'male'), person('M', 'female'), person('C', 'male', 'F', 'M')]]
const strangers = [[person('F', 'male')], [person('M', 'female')], [person('C', 'male')]]
const of = (pedigrees: Person[][], genotypes: Genotypes, ids = ['C']) =>
  genotypeDistribution({ pedigrees, locus, genotypes }, ids)

test('trio against strangers, the trio true: 1/(8pq) + 1/2 with the mother 1/2, and with the father 1/1', () => {
  const mother = { M: { L: ['1', '2'] } }
  const trioGiven = of(trio, mother)
  expect(expectedRatio(trioGiven, of(strangers, mother), trioGiven)).toBeCloseTo(1 / (8 * p * q) + 1 / 2, 14)
  const parents = { ...mother, F: { L: ['1', '1'] } }
  const both = of(trio, parents)
  expect(expectedRatio(both, of(strangers, parents), both)).toBeCloseTo(1 / (8 * p * q) + 1 / (4 * p * p), 14)
})

test('the mean is 1 when the denominator is true, whatever the numerator', () => {
  const mother = { M: { L: ['1', '2'] } }
  const denominator = of(strangers, mother)
  expect(expectedRatio(of(trio, mother), denominator, denominator)).toBeCloseTo(1, 14)
})

test('infinite where the truth goes beyond the denominator; none where it goes beyond both', () => {
  const ids = ['F', 'C']
  const related = of(trio, {}, ids)
  const unrelated = of(strangers, {}, ids)
  expect(expectedRatio(related, related, related)).toBeCloseTo(1, 14)
  expect(expectedRatio(unrelated, related, unrelated)).toBe(Number.POSITIVE_INFINITY)
  expect(expectedRatio(related, related, unrelated)).toBeNull()
})

test('distributions of other people are refused', () => {
  expect(() => expectedRatio(of(trio, {}), of(trio, {}, ['F', 'C']), of(trio, {}))).toThrow(/do not show/)
})
