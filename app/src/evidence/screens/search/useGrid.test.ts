import { expect, test } from 'vitest'
import { moved } from './useGrid.ts'

const shape = { rows: 100, columns: 5, row: 76, isRtl: false }

test.each([
  ['ArrowDown', false, { row: 11, column: 2 }],
  ['ArrowRight', false, { row: 10, column: 3 }],
  ['PageUp', false, { row: 2, column: 2 }],
  ['Home', false, { row: 10, column: 0 }],
  ['End', true, { row: 99, column: 4 }],
])('%s (with Ctrl: %s) leads to %o', (key, isWhole, to) => {
  expect(moved({ row: 10, column: 2 }, key, shape, isWhole)).toEqual(to)
})

test('right to left, the right arrow leads to the reader’s right', () => {
  expect(moved({ row: 0, column: 2 }, 'ArrowRight', { ...shape, isRtl: true }, false)).toEqual({
    row: 0,
    column: 1,
  })
})

test('nobody leaves the grid by an arrow, and other keys are not its own', () => {
  expect(moved({ row: 0, column: 0 }, 'ArrowUp', shape, false)).toEqual({ row: 0, column: 0 })
  expect(moved({ row: 99, column: 4 }, 'PageDown', shape, false)).toEqual({ row: 99, column: 4 })
  expect(moved({ row: 0, column: 0 }, 'Enter', shape, false)).toBeUndefined()
})
