import { describe, expect, test } from 'vitest'
import type { Locus } from '../types.ts'
import { type CaseResult, solveCase } from './cases.ts'
import type { DviFamily, DviPerson } from './familias-dvi.ts'
import { familiasDviCases } from './familias-dvi-cases.ts'
import { dviPeople } from './familias-dvi-people.ts'

const p = 0.2
const locus: Locus = {
  name: 'L',
  chrom: 'autosomal',
  alleles: ['1', '2'],
  frequencies: [p, 1 - p],
  mutation: null,
}
const shared = { loci: [locus], theta: 0 }
const person = (id: string, sex: 'male' | 'female', ...alleles: string[]): DviPerson => ({
  id,
  sex,
  genotypes: alleles.length > 0 ? { L: alleles } : {},
})
const pedigree = (name: string, ...relations: [parent: string, offspring: string][]) => ({
  name,
  relations: relations.map(([parent, offspring]) => ({ parent, offspring })),
})
const family = (persons: DviPerson[], ...pedigrees: DviFamily['pedigrees']): DviFamily => ({
  name: 'Family',
  persons,
  pedigrees,
})
const solve = (unidentified: DviPerson[], families: DviFamily[]) =>
  familiasDviCases({ unidentified, families }, shared).map(
    (entry): CaseResult => ('refusal' in entry ? entry : solveCase(entry)),
  )

describe('unidentified people against reference families', () => {
  const mother = person('R', 'female', '1', '1')
  const child = pedigree('child of R', ['R', 'Missing person'])

  test('mother and child homozygous alike: 1/p; of another genotype: 0', () => {
    const results = solve(
      [person('V1', 'male', '1', '1'), person('V2', 'female', '2', '2')],
      [family([mother], child)],
    )
    expect(results.map(({ id }) => id)).toEqual(['Family / child of R / V1', 'Family / child of R / V2'])
    expect((results[0]!.LR as Record<string, number>)['missing person']).toBeCloseTo(1 / p, 12)
    expect(results[1]!.LR).toEqual({ 'missing person': 0 })
  })

  test('a person of the same name as a relative is kept apart', () => {
    const [result] = solve([person('R', 'male', '1', '1')], [family([mother], child)])
    expect((result!.LR as Record<string, number>)['missing person']).toBeCloseTo(1 / p, 12)
  })

  test('the same pedigree written twice is one case; one that misses nobody is weighed alone', () => {
    const twice = family([mother], { ...child, name: 'Reference pedigree' }, child, pedigree('R alone'))
    const results = solve([person('V', 'male', '1', '1')], [twice])
    expect(results.map(({ id }) => id)).toEqual(['Family / child of R / V', 'Family / R alone'])
    expect((results[1]!.logLikelihood as Record<string, number>)['R alone']).toBeCloseTo(2 * Math.log(p), 12)
  })

  test('a mother sought is not matched with a man', () => {
    const father = person('F', 'male', '1', '2')
    const sought = pedigree('mother', ['F', 'K'], ['Missing person', 'K'])
    const [result] = solve(
      [person('V', 'male', '1', '1')],
      [family([father, person('K', 'male', '1', '1')], sought)],
    )
    expect(result!.refusal).toMatchObject({
      code: 'sex-conflict',
      message: expect.stringContaining('"V" is male'),
    })
  })

  test('more pairs than a file should ask for are refused', () => {
    const many = Array.from({ length: 10_001 }, (_, i) => person(`V${i}`, 'male'))
    expect(solve(many, [family([mother], child)])).toMatchObject([{ refusal: { code: 'too-large' } }])
  })
})

describe('the sex of a parent the file does not say', () => {
  test('is what the other parent leaves, through as many couples as it takes', () => {
    const relations = pedigree('chain', ['A', 'K'], ['X', 'K'], ['X', 'C'], ['Y', 'C'])
    const people = dviPeople(family([person('A', 'female')], relations), relations, 'unknown')
    expect(people.map(({ id, sex, father, mother }) => [id, sex, father, mother])).toEqual([
      ['A', 'female', null, null],
      ['K', 'unknown', 'X', 'A'],
      ['X', 'male', null, null],
      ['C', 'unknown', 'X', 'Y'],
      ['Y', 'female', null, null],
    ])
  })

  test('two fathers, and a parent of no known sex, are refused by name', () => {
    const two = pedigree('two', ['A', 'K'], ['B', 'K'])
    const men = [person('A', 'male'), person('B', 'male')]
    expect(() => dviPeople(family(men, two), two, 'unknown')).toThrow('"K" two fathers')
    const open = pedigree('open', ['X', 'K'])
    expect(() => dviPeople(family([], open), open, 'male')).toThrow('"X" is father or mother')
  })
})
