import fc from 'fast-check'
import { expect, test } from 'vitest'
import { layoutFamily } from './layout.ts'

const family = fc
  .array(fc.constantFrom(2, 1, 0, null), { maxLength: 30 })
  .chain((rows) =>
    fc.tuple(
      fc.constant(rows.map((above, n) => ({ key: `p${n}`, above }))),
      fc.array(fc.tuple(fc.nat({ max: 29 }), fc.nat({ max: 29 })), { maxLength: 40 }),
      fc.integer({ min: 1, max: 8 }),
    ),
  )
  .map(([people, pairs, columns]) => ({
    people,
    columns,
    links: pairs.map(([from, to]) => ({ from: `p${from}`, to: `p${to}` })),
  }))

test('everybody has a cell of their own, inside the room, the older generations above', () => {
  fc.assert(
    fc.property(family, ({ people, links, columns }) => {
      const { at, lines, columns: wide } = layoutFamily(people, links, columns)
      expect(wide).toBeLessThanOrEqual(columns)
      const cells = people.map(({ key }) => at.get(key)!)
      expect(new Set(cells.map(({ x, y }) => `${x} ${y}`)).size).toBe(people.length)
      for (const { x, y } of cells) {
        expect(x).toBeGreaterThanOrEqual(0.5)
        expect(x).toBeLessThanOrEqual(wide - 0.5)
        expect(y).toBeLessThanOrEqual(lines - 0.5)
      }
      for (const one of people)
        for (const other of people)
          if ((one.above ?? -1) > (other.above ?? -1))
            expect(at.get(one.key)!.y).toBeLessThan(at.get(other.key)!.y)
    }),
    { numRuns: 60 },
  )
})

test('neighbours in a line stand at least a cell apart', () => {
  fc.assert(
    fc.property(family, ({ people, links, columns }) => {
      const { at } = layoutFamily(people, links, columns)
      const lines = Map.groupBy(at.values(), (one) => one.y)
      for (const line of lines.values()) {
        const xs = line.map((one) => one.x).sort((a, b) => a - b)
        for (const [n, x] of xs.entries()) if (n) expect(x - xs[n - 1]!).toBeGreaterThanOrEqual(1)
      }
    }),
    { numRuns: 60 },
  )
})

test('a mother stands over the middle of her two children', () => {
  const people = [
    { key: 'mother', above: 1 },
    { key: 'a', above: 0 },
    { key: 'b', above: 0 },
  ]
  const links = ['a', 'b'].map((to) => ({ from: 'mother', to }))
  const { at, rows } = layoutFamily(people, links, 4)
  expect([at.get('mother'), at.get('a'), at.get('b')]).toEqual([
    { x: 1, y: 0.5 },
    { x: 0.5, y: 1.5 },
    { x: 1.5, y: 1.5 },
  ])
  expect(rows.map((row) => row.above)).toEqual([1, 0])
})

test('two families side by side do not cross', () => {
  const people = [
    { key: 'm1', above: 1 },
    { key: 'm2', above: 1 },
    ...['x2', 'x1', 'y2', 'y1'].map((key) => ({ key, above: 0 })),
  ]
  const links = ['x1', 'y1']
    .map((to) => ({ from: 'm1', to }))
    .concat(['x2', 'y2'].map((to) => ({ from: 'm2', to })))
  const { at } = layoutFamily(people, links, 8)
  const x = (key: string) => at.get(key)!.x
  const isLeft = x('m1') < x('m2')
  expect(Math.max(x('x1'), x('y1')) < Math.min(x('x2'), x('y2'))).toBe(isLeft)
})
