import { expect, test } from 'vitest'
import { family, shapes } from '../../reference/shapes.ts'
import type { Person } from '../types.ts'
import type { Structure } from './network.ts'
import { allRoutes } from './origins.ts'

function structureOf(people: Person[], typed: string[], mutates: boolean): Structure {
  return {
    people,
    typing: people.map(({ id }) => (typed.includes(id) ? 'exact' : 'untyped')),
    isX: false,
    mutates: { female: mutates, male: mutates },
  }
}

/** Number of draws by probability of needing that many. */
function drawsBy(people: Person[], typed: string[], mutates = false): Map<number, number> {
  const found = new Map<number, number>()
  for (const { routes, weight } of allRoutes(structureOf(people, typed, mutates), new Set(), 1000)!) {
    const count = routes.draws.length
    found.set(count, (found.get(count) ?? 0) + weight)
  }
  return found
}

test('full siblings of untyped parents draw 2, 3 or 4 alleles: they share 2, 1 or 0', () => {
  const draws = drawsBy(shapes['full siblings'], ['X', 'Y'])
  expect(draws).toEqual(
    new Map([
      [2, 1 / 4],
      [3, 1 / 2],
      [4, 1 / 4],
    ]),
  )
})

test('first cousins share an allele with probability 1/4', () => {
  expect(drawsBy(shapes['first cousins'], ['X', 'Y']).get(3)).toBe(1 / 4)
})

test('what may mutate on its way is still the same draw', () => {
  expect(drawsBy(shapes['first cousins'], ['X', 'Y'], true).get(3)).toBe(1 / 4)
})

test('known founders draw nothing, and too many ways are not counted', () => {
  const trio = family('F m, M f, K m F M')
  expect(drawsBy(trio, ['F', 'M', 'K'])).toEqual(new Map([[0, 1]]))
  const siblings = family(`F m, M f, ${Array.from({ length: 8 }, (_, i) => `K${i} m F M`).join(', ')}`)
  const typed = siblings.slice(2).map(({ id }) => id)
  expect(allRoutes(structureOf(siblings, typed, false), new Set(), 1000)).toBeNull()
})
