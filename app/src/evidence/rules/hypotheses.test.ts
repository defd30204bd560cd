import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DrawnPerson } from '../model/family.ts'
import { components, parentsOf, requirePossibleFamily } from './family.ts'
import { hypothesesOf } from './hypotheses.ts'

const person = (
  id: string,
  sex: DrawnPerson['sex'],
  father: string | null = null,
  mother: string | null = null,
): DrawnPerson => ({ id, father, mother, sex })

/** Grandparents, their daughter, an aunt, an uncle; the daughter's two children by x-1 and one by x-2. */
const grandmother = [
  person('x-9', 'male'),
  person('gm', 'female'),
  person('mother', 'female', 'x-9', 'gm'),
  person('aunt', 'female', 'x-9', 'gm'),
  person('uncle', 'male', 'x-9', 'gm'),
  person('x-1', 'male'),
  person('x-2', 'male'),
  person('a', 'female', 'x-1', 'mother'),
  person('b', 'male', 'x-1', 'mother'),
  person('c', 'male', 'x-2', 'mother'),
]
const find = (people: DrawnPerson[], id: string) => people.find((one) => one.id === id)!

test('two siblings lose both parents and keep each other', () => {
  const { H1, H2 } = hypothesesOf(grandmother, ['a', 'b'], 'both')
  expect(H1).toEqual(grandmother)
  expect(parentsOf(find(H2, 'a'))).toEqual(['x-10', 'x-11'])
  expect(parentsOf(find(H2, 'b'))).toEqual(['x-10', 'x-11'])
  expect(parentsOf(find(H2, 'c'))).toEqual(['x-2', 'mother'])
  expect(components(H2).map((part) => part.map(({ id }) => id))).toContainEqual(['a', 'b', 'x-10', 'x-11'])
})

test('half siblings stay half siblings', () => {
  const { H2 } = hypothesesOf(grandmother, ['a', 'c'], 'both')
  expect(find(H2, 'a').mother).toBe(find(H2, 'c').mother)
  expect(find(H2, 'a').father).not.toBe(find(H2, 'c').father)
})

test('where only the father is in question the mother stays', () => {
  const { H2 } = hypothesesOf(grandmother, ['a'], 'father')
  expect(find(H2, 'a')).toMatchObject({ mother: 'mother', father: 'x-10' })
})

test.each([
  ['a child who is not drawn', ['nobody'], 'child-not-drawn'],
  ['a child without parents', ['gm'], 'child-without-parents'],
])('%s is refused', (_, children, code) => {
  expect(() => hypothesesOf(grandmother, children, 'both')).toThrow(code)
})

/** A family in generations: each later person may take any earlier man and woman as parents. */
const families = fc
  .array(fc.tuple(fc.nat(), fc.nat(), fc.boolean()), { minLength: 2, maxLength: 14 })
  .map((rows) => {
    const people = [person('f', 'male'), person('m', 'female')]
    rows.forEach(([father, mother, isFemale], place) => {
      const men = people.filter(({ sex }) => sex === 'male')
      const women = people.filter(({ sex }) => sex === 'female')
      people.push(
        person(
          `p${place}`,
          isFemale ? 'female' : 'male',
          men[father % men.length]!.id,
          women[mother % women.length]!.id,
        ),
      )
    })
    return people
  })

test('whatever the family: everybody stays, both hypotheses are possible, only weighed children change parents', () => {
  fc.assert(
    fc.property(families, fc.array(fc.nat(), { minLength: 1, maxLength: 4 }), (people, picks) => {
      const born = people.filter((one) => one.father !== null)
      const children = [...new Set(picks.map((pick) => born[pick % born.length]!.id))]
      const { H1, H2 } = hypothesesOf(people, children, 'both')
      requirePossibleFamily(H1)
      requirePossibleFamily(H2)
      expect(H2.slice(0, H1.length).map(({ id }) => id)).toEqual(H1.map(({ id }) => id))
      const changed = H1.filter(
        (one, place) => H2[place]!.father !== one.father || H2[place]!.mother !== one.mother,
      )
      expect(changed.every(({ id }) => children.includes(id))).toBe(true)
      for (const stranger of H2.slice(H1.length)) expect(parentsOf(stranger)).toEqual([])
      for (const a of children)
        for (const b of children) {
          expect(find(H1, a).mother === find(H1, b).mother).toBe(find(H2, a).mother === find(H2, b).mother)
          expect(find(H1, a).father === find(H1, b).father).toBe(find(H2, a).father === find(H2, b).father)
        }
    }),
  )
})
