import fc from 'fast-check'
import { expect, test } from 'vitest'
import { overallMutationRate } from './properties.ts'
import { reversible } from './reversible.ts'
import { stabilised } from './stabilised.ts'

/** A random locus for property tests: frequencies and a matrix in which every change is possible and rare. */
const arbitraryModel = fc.integer({ min: 2, max: 6 }).chain((size) => {
  const weight = fc.integer({ min: 1, max: 20 })
  const row = fc.array(weight, { minLength: size, maxLength: size })
  return fc
    .record({ parts: row, cells: fc.array(row, { minLength: size, maxLength: size }) })
    .map(({ parts, cells }) => {
      const sum = parts.reduce((total, part) => total + part, 0)
      return {
        frequencies: parts.map((part) => part / sum),
        // Cells up to 20 / 100,000: too rare for any transform to run out of diagonal.
        matrix: cells.map((values, i) => {
          const changes = values.map((value, j) => (i === j ? 0 : value / 1e5))
          return changes.map((change, j) => (i === j ? 1 - changes.reduce((a, b) => a + b, 0) : change))
        }),
      }
    })
})

test('reversible: detailed balance, the same overall rate, rows that sum to 1', () => {
  fc.assert(
    fc.property(
      arbitraryModel,
      fc.constantFrom('MH' as const, 'BA' as const, 'PR' as const),
      ({ matrix, frequencies: p }, method) => {
        const found = reversible(matrix, p, method)
        found.forEach((row, i) => {
          expect(row.reduce((sum, cell) => sum + cell, 0)).toBeCloseTo(1, 14)
          row.forEach((cell, j) => {
            const there = p[i]! * cell
            const back = p[j]! * found[j]![i]!
            expect(Math.abs(there - back)).toBeLessThanOrEqual(1e-13 * (there + back))
          })
        })
        const rate = overallMutationRate(matrix, p)
        expect(Math.abs(overallMutationRate(found, p) - rate)).toBeLessThanOrEqual(1e-12 * rate)
      },
    ),
  )
})

test('stabilised: p M = p, the same overall rate, and the proportions within a row', () => {
  fc.assert(
    fc.property(arbitraryModel, ({ matrix, frequencies: p }) => {
      const found = stabilised(matrix, p)
      p.forEach((share, column) => {
        const after = found.reduce((sum, row, i) => sum + p[i]! * row[column]!, 0)
        expect(Math.abs(after - share)).toBeLessThanOrEqual(1e-14)
      })
      const rate = overallMutationRate(matrix, p)
      expect(Math.abs(overallMutationRate(found, p) - rate)).toBeLessThanOrEqual(1e-12 * rate)
      const last = p.length - 1
      expect(found[0]![1]! * matrix[0]![last]!).toBeCloseTo(found[0]![last]! * matrix[0]![1]!, 18)
    }),
  )
})
