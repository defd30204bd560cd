import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FONT, type PedigreeLayout, pedigreeNumbers, SYMBOL, scaleLayout } from './model.ts'

function layoutOf(places: [string, number, number][]): PedigreeLayout {
  const people = places.map(([id, x, y]) => ({ id, x, y }))
  return { width: 0, height: 0, people, couples: [], descents: [] }
}

describe('scaleLayout', () => {
  const place = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 4 }))
  const places = fc.uniqueArray(place, { minLength: 1, maxLength: 20, selector: (one) => one.join() })

  it('keeps every symbol inside and every two of a row a label apart, in any unit', () => {
    fc.assert(
      fc.property(places, fc.double({ min: 0.01, max: 200, noNaN: true }), (spots, unit) => {
        const layout = layoutOf(spots.map(([x, y]) => [`${x}/${y}`, x * unit, y * unit]))
        const letters = 12
        const { width, height, at } = scaleLayout(layout, letters)
        const drawn = layout.people.map((one) => at(one.x, one.y))
        for (const [x, y] of drawn) {
          expect(Math.min(x, width - x)).toBeGreaterThanOrEqual((letters * FONT * 0.6) / 2)
          expect(Math.min(y, height - y)).toBeGreaterThanOrEqual(SYMBOL)
        }
        for (const [i, [x, y]] of drawn.entries()) {
          for (const [otherX, otherY] of drawn.slice(i + 1)) {
            if (Math.abs(y - otherY) < 1) expect(Math.abs(x - otherX)).toBeGreaterThan(letters * FONT * 0.6)
          }
        }
      }),
    )
  })

  it('draws nobody without a fault', () => {
    expect(scaleLayout(layoutOf([]), 0).width).toBeGreaterThan(0)
  })
})

it('numbers generations in Roman and people from the left', () => {
  const layout = layoutOf([
    ['child', 1, 2],
    ['mother', 2, 1],
    ['father', 0, 1],
  ])
  expect(Object.fromEntries(pedigreeNumbers(layout))).toEqual({ father: 'I-1', mother: 'I-2', child: 'II-1' })
})
