import { expect, test } from 'vitest'
import type { Person } from '../types.ts'
import { genomeOf, genomesOf } from './genomes.ts'
import { relationshipName } from './relationship-name.ts'

const founder = (id: string, sex: Person['sex']): Person => ({ id, father: null, mother: null, sex })
const born = (
  id: string,
  father: string | null,
  mother: string | null,
  sex: Person['sex'] = 'male',
): Person => ({
  id,
  father,
  mother,
  sex,
})

/** Two lines down from a couple: A1, A2, A3 from a daughter and B1, B2, B3 from a son; H1, H2 from a half brother. */
const family = [
  founder('F', 'male'),
  founder('M', 'female'),
  born('A1', 'F', 'M', 'female'),
  born('B1', 'F', 'M'),
  born('H1', 'F', null),
  born('A2', null, 'A1', 'female'),
  born('B2', 'B1', null),
  born('H2', 'H1', null, 'female'),
  born('A3', null, 'A2', 'unknown'),
  born('B3', 'B2', null),
]

test.each([
  ['F', 'M', 'Unrelated'],
  ['F', 'A1', 'Father-daughter'],
  ['B1', 'M', 'Mother-son'],
  ['M', 'B2', 'Grandmother-grandson'],
  ['F', 'A3', 'Great-grandfather--great-grandchild'],
  ['A1', 'B1', 'Full siblings'],
  ['A1', 'H1', 'Half siblings'],
  ['B2', 'A1', 'Aunt-nephew'],
  ['B1', 'A2', 'Uncle-niece'],
  ['A1', 'B3', 'Grandaunt-grandnephew'],
  ['A1', 'H2', 'Half-aunt--half-niece'],
  ['A2', 'B2', 'First cousins'],
  ['A2', 'B3', 'First cousins once removed'],
  ['A3', 'B3', 'Second cousins'],
  ['A2', 'H2', 'Half first cousins'],
])('%s and %s: %s', (a, b, name) => {
  const genomes = genomesOf([family])
  expect(relationshipName(genomes, genomeOf(genomes, a), genomeOf(genomes, b))).toBe(name)
})

test('two lines are both named; two lines of one kind are double', () => {
  const incest = [...family, born('C', 'B1', 'A1')]
  const double = [
    ...family.slice(0, 4),
    founder('G', 'male'),
    founder('N', 'female'),
    born('P', 'G', 'N'),
    born('Q', 'G', 'N', 'female'),
    born('C', 'P', 'A1'),
    born('D', 'B1', 'Q'),
  ]
  const name = (pedigree: Person[], a: string, b: string) => {
    const genomes = genomesOf([pedigree])
    return relationshipName(genomes, genomeOf(genomes, a), genomeOf(genomes, b))
  }
  expect(name(double, 'C', 'D')).toBe('Double first cousins')
  expect(name(incest, 'A1', 'C')).toBe('Mother-son + aunt-nephew')
  expect(name([...family, { ...born('T', 'F', 'M'), twinOf: 'B1' }], 'B1', 'T')).toBe('Monozygotic twins')
})
