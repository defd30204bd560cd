import { expect, test } from 'vitest'
import type { DrawnPerson } from '../model/family.ts'
import { components, requirePossibleFamily } from './family.ts'

const person = (
  id: string,
  sex: DrawnPerson['sex'],
  father: string | null = null,
  mother: string | null = null,
): DrawnPerson => ({ id, father, mother, sex })
const trio = [person('f', 'male'), person('m', 'female'), person('c', 'unknown', 'f', 'm')]

test.each<[string, DrawnPerson[]]>([
  ['family-drawn-twice', [...trio, person('c', 'male')]],
  ['family-one-parent', [person('f', 'male'), person('c', 'male', 'f')]],
  ['family-parent-not-drawn', [person('f', 'male'), person('c', 'male', 'f', 'm')]],
  ['family-mother-not-female', [person('f', 'male'), person('m', 'unknown'), person('c', 'male', 'f', 'm')]],
  ['family-father-not-male', [person('f', 'female'), person('m', 'female'), person('c', 'male', 'f', 'm')]],
  [
    'family-own-ancestor',
    [person('a', 'male', 'b', 'm'), person('b', 'male', 'a', 'm'), person('m', 'female')],
  ],
])('%s is refused', (code, people) => {
  expect(() => requirePossibleFamily(people)).toThrow(code)
})

test('a parent certainly born in or after the year of the child is refused, a possible one is not', () => {
  const years = (earliest: number, latest = earliest) => ({ earliest, latest })
  expect(() =>
    requirePossibleFamily(
      trio,
      new Map([
        ['m', years(2015)],
        ['c', years(2012, 2014)],
      ]),
    ),
  ).toThrow('family-parent-younger')
  requirePossibleFamily(
    trio,
    new Map([
      ['m', years(1980, 2000)],
      ['c', years(1990, 2014)],
    ]),
  )
})

test('people whom no line joins are parts of their own', () => {
  expect(components([...trio, person('alone', 'male')]).map((part) => part.length)).toEqual([3, 1])
})
