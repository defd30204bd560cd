import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryPedigree } from '../../reference/families.ts'
import type { Person } from '../types.ts'
import { layoutPedigree } from './layout.ts'

const person = (
  id: string,
  sex: 'male' | 'female',
  father: string | null = null,
  mother: string | null = null,
): Person => ({
  id,
  father,
  mother,
  sex,
})
const place = (people: Person[], id: string) =>
  layoutPedigree(people).people.find((found) => found.id === id)!

test('a couple with one offspring: side by side, the offspring midway below', () => {
  const trio = [person('F', 'male'), person('M', 'female'), person('K', 'male', 'F', 'M')]
  expect(layoutPedigree(trio)).toMatchObject({ width: 2, height: 2 })
  expect([place(trio, 'F'), place(trio, 'M'), place(trio, 'K')]).toMatchObject([
    { x: 0.5, y: 0.5 },
    { x: 1.5, y: 0.5 },
    { x: 1, y: 1.5 },
  ])
})

test('cousins who married stand in one row, joined by a double line; their parents are not', () => {
  const people = [
    person('GF', 'male'),
    person('GM', 'female'),
    person('A', 'male', 'GF', 'GM'),
    person('B', 'female', 'GF', 'GM'),
    person('WA', 'female'),
    person('HB', 'male'),
    person('CA', 'male', 'A', 'WA'),
    person('CB', 'female', 'HB', 'B'),
    person('K', 'male', 'CA', 'CB'),
  ]
  const { unions } = layoutPedigree(people)
  expect(
    unions.filter((union) => union.consanguineous).map(({ father, mother }) => [father, mother]),
  ).toEqual([['CA', 'CB']])
  expect(place(people, 'CA').y).toBe(place(people, 'CB').y)
  expect(place(people, 'WA').y).toBe(place(people, 'A').y)
})

test('nobody overlaps, parents stand above, the drawing is the same each time, and all points are inside', () => {
  fc.assert(
    fc.property(arbitraryPedigree(25), (people) => {
      const drawn = layoutPedigree(people)
      expect(layoutPedigree(structuredClone(people))).toEqual(drawn)
      const at = new Map(drawn.people.map((one) => [one.id, one]))
      expect(at.size).toBe(people.length)
      for (const [i, a] of drawn.people.entries()) {
        expect(a.x).toBeGreaterThanOrEqual(0.5 - 1e-9)
        expect(a.x).toBeLessThanOrEqual(drawn.width - 0.5 + 1e-9)
        for (const b of drawn.people.slice(i + 1)) {
          if (a.y === b.y) expect(Math.abs(a.x - b.x)).toBeGreaterThanOrEqual(1 - 1e-9)
        }
      }
      for (const { id, father, mother } of people) {
        for (const parent of [father, mother])
          if (parent) expect(at.get(parent)!.y).toBeLessThan(at.get(id)!.y)
      }
    }),
  )
})

test('nobody to draw, and people who are related to nobody', () => {
  expect(layoutPedigree([])).toEqual({ width: 0, height: 0, people: [], unions: [] })
  const alone = [person('A', 'male'), person('B', 'female')]
  expect(place(alone, 'B').x - place(alone, 'A').x).toBe(1)
})
