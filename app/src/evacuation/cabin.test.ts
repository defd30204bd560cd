import { expect, test } from 'vitest'
import { aislesOf, toAircraft, toPicture } from './cabin.ts'

const cabin = {
  ...{ id: 'charter', rows: 3, columns: ['A', 'B', 'C', 'D'], medicalRows: 2 },
  ...{ exitRows: [3], stretchers: 1, lapMasks: 2 },
}

test('a stretcher stands in place of the seats right of the aisle, and every seat has its own name', () => {
  const { seats, lapMasks } = toAircraft(cabin)
  // 3 rows of 4, and one row where 2 seats gave way to 1 stretcher: 3 × 4 − 2 + 1.
  expect(seats).toHaveLength(3 * 4 - 2 + 1)
  expect(new Set(seats.map((seat) => seat.id)).size).toBe(seats.length)
  expect(seats.filter((seat) => seat.row === 1).map((seat) => seat.id)).toEqual(['1A', '1B', '1S'])
  expect(seats.filter((seat) => seat.exitRow).every((seat) => seat.row === 3)).toBe(true)
  expect(seats.filter((seat) => seat.medical).every((seat) => seat.row <= 2)).toBe(true)
  expect(lapMasks).toBe(2)
})

test('aisles as aircraft are built: 2-2, 3-3, 2-3-2, 3-4-3', () => {
  expect([4, 6, 7, 10].map(aislesOf)).toEqual([[2], [3], [2, 5], [3, 7]])
})

test('the picture has a place for every seat and a gap where a row has none', () => {
  const { rows, columns } = toPicture(toAircraft(cabin).seats)
  expect(columns).toEqual(['A', 'B', 'C', 'D'])
  expect(rows.map((row) => row.spots.map((spot) => spot.seat?.id))).toEqual([
    ['1A', '1B', '1S', undefined],
    ['2A', '2B', '2C', '2D'],
    ['3A', '3B', '3C', '3D'],
  ])
})
