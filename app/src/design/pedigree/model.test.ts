import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FONT, type PedigreeLayout, pedigreeNumbers, SYMBOL, scaleLayout } from './model.ts'

/** Rows of people side by side, one unit apart, as a layout's contract says. */
function layoutOf(rows: string[][]): PedigreeLayout {
  const people = rows.flatMap((ids, row) => ids.map((id, x) => ({ id, x: x + 0.5, y: row + 0.5, row })))
  return { width: Math.max(0, ...rows.map((row) => row.length)), height: rows.length, people, unions: [] }
}

describe('scaleLayout', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 })

  it('keeps symbols and labels inside and the labels of a row apart', () => {
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 40 }), (counts, letters) => {
        const rows = counts.map((count, row) =>
          Array.from({ length: count }, (_, place) => `${row}/${place}`),
        )
        const layout = layoutOf(rows)
        const { width, height, at } = scaleLayout(layout, letters)
        // 0.6 em is the mean advance of Noto Sans letters, a little above it to be safe.
        const label = letters * FONT * 0.6
        for (const one of layout.people) {
          const [x, y] = at(one)
          expect(Math.min(x, width - x)).toBeGreaterThanOrEqual(label / 2)
          expect(y).toBeGreaterThan(SYMBOL)
          expect(height - y).toBeGreaterThan(SYMBOL + FONT * 3)
        }
        const [first = 0] = at({ x: 0.5, y: 0.5 })
        const [second = 0] = at({ x: 1.5, y: 0.5 })
        expect(second - first).toBeGreaterThan(label)
      }),
    )
  })

  it('draws nobody without a fault', () => {
    expect(scaleLayout(layoutOf([]), 0).width).toBeGreaterThan(0)
  })
})

it('numbers generations in Roman and people from the left', () => {
  const numbers = pedigreeNumbers(layoutOf([['father', 'mother'], ['child']]))
  expect(Object.fromEntries(numbers)).toEqual({ father: 'I-1', mother: 'I-2', child: 'II-1' })
})
