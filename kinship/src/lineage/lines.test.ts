import { expect, test } from 'vitest'
import type { Person, Sex } from '../types.ts'
import { groupingOf, linesOf } from './lines.ts'

const person = (
  id: string,
  sex: Sex,
  father: string | null = null,
  mother: string | null = null,
): Person => ({
  id,
  father,
  mother,
  sex,
})
const linesIn = (marker: 'Y' | 'MT', people: Person[], typed: string[]) =>
  linesOf({ name: 'H', pedigrees: [people] }, marker, typed).map((line) => line.typed)

const family = [
  person('GF', 'male'),
  person('GM', 'female'),
  person('F', 'male', 'GF', 'GM'),
  person('AUNT', 'female', 'GF', 'GM'),
  person('M', 'female'),
  person('SON', 'male', 'F', 'M'),
  person('NEPHEW', 'male', null, 'AUNT'),
]

test('the paternal line goes by fathers: grandfather and grandson, not the son of a daughter', () => {
  expect(linesIn('Y', family, ['GF', 'SON', 'NEPHEW'])).toEqual([['GF', 'SON'], ['NEPHEW']])
})

test('the maternal line goes by mothers: grandmother, her children, and those of her daughter', () => {
  expect(linesIn('MT', family, ['GM', 'F', 'SON', 'NEPHEW'])).toEqual([['GM', 'F', 'NEPHEW'], ['SON']])
})

test('brothers by the mother alone have fathers of their own', () => {
  const people = [person('M', 'female'), person('A', 'male', null, 'M'), person('B', 'male', null, 'M')]
  expect(linesIn('Y', people, ['A', 'B'])).toEqual([['A'], ['B']])
  expect(linesIn('MT', people, ['A', 'B'])).toEqual([['A', 'B']])
})

test('a monozygotic twin stands in the line of the other, at the same place', () => {
  const people: Person[] = [
    person('F', 'male'),
    person('A', 'male', 'F'),
    { ...person('B', 'male', 'F'), twinOf: 'A' },
    person('S', 'male', 'B'),
  ]
  const [line, ...others] = linesOf({ name: 'H', pedigrees: [people] }, 'Y', ['A', 'B', 'S', 'F'])
  expect(others).toEqual([])
  expect([...line!.nodes.values()].map((node) => node.typed)).toContainEqual(['A', 'B'])
  expect(Math.max(...[...line!.nodes.values()].map(({ depth }) => depth))).toBe(2)
  expect(linesIn('MT', people, ['A', 'B'])).toEqual([['A', 'B']])
})

test('the grouping does not depend on order', () => {
  const lines = (typed: string[]) => linesOf({ name: 'H', pedigrees: [family] }, 'Y', typed)
  expect(groupingOf(lines(['SON', 'NEPHEW', 'GF']))).toBe(groupingOf(lines(['GF', 'SON', 'NEPHEW'])))
})

test.each([
  ['typed-person-not-placed', 'Y' as const, ['SOMEBODY']],
  ['female-with-y', 'Y' as const, ['AUNT']],
])('%s', (code, marker, typed) => {
  expect(() => linesIn(marker, family, typed)).toThrow(expect.objectContaining({ code }))
})
