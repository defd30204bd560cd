import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { solveCases } from '../formats/cases.ts'
import type { Locus, Person } from '../types.ts'
import { findExclusions } from './exclusions.ts'

const trio: Person[] = [
  { id: 'F', father: null, mother: null, sex: 'male' },
  { id: 'M', father: null, mother: null, sex: 'female' },
  { id: 'S', father: 'F', mother: 'M', sex: 'male' },
  { id: 'C', father: 'F', mother: 'M', sex: 'male' },
]
const equal = { male: { model: 'equal', rate: 0.01 }, female: { model: 'equal', rate: 0.01 } }
const locus = (name: string): Locus => ({
  name,
  chrom: 'autosomal',
  alleles: ['1', '2', '3'],
  frequencies: [0.3, 0.3, 0.4],
  mutation: equal,
})
const family = {
  pedigrees: [trio],
  loci: ['A', 'B', 'D'].map(locus),
  genotypes: { F: { A: ['1', '1'], B: ['1', '2'], D: ['1', '1'] }, S: { D: ['2', '2'] } },
}

test('2/2 cannot be the child of 1/1; a family that contradicts itself is told apart', () => {
  const candidate = { A: ['2', '2'], B: ['2', '2'] }
  expect(findExclusions(family, { missing: 'C', candidate })).toEqual({
    excluding: ['A', 'D'],
    contradicted: ['D'],
    compared: 2,
  })
})

test('with mutation nothing is impossible', () => {
  const found = findExclusions(family, { missing: 'C', candidate: { A: ['2', '2'] }, withMutation: true })
  expect(found.excluding).toEqual([])
})

test('what cannot be compared is refused in a sentence', () => {
  expect(() => findExclusions(family, { missing: 'C', candidate: {} })).toThrow(/not typed at any/)
  expect(() => findExclusions(family, { missing: 'F', candidate: { A: ['1', '1'] } })).toThrow(
    /profile already/,
  )
  expect(() => findExclusions(family, { missing: 'Z', candidate: { A: ['1', '1'] } })).toThrow(/no place/)
})

const file = '../shared/data/kinship/08-power-distributions.json'
test.skipIf(!existsSync(file))('the published exclusions', () => {
  const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: { kind: string; expected: object }[] }
  for (const { expected, ...given } of cases.filter(({ kind }) => kind === 'findExclusions')) {
    expect(solveCases([given]).results[0]).toMatchObject(expected)
  }
})
