import type { z } from 'zod'
import type { AircraftOf, SeatOf } from './model.ts'

export type Aircraft = z.infer<typeof AircraftOf>
export type Seat = z.infer<typeof SeatOf>

/** A cabin as people describe it: how many rows, which letters, what is special about which rows. */
export type CabinWords = {
  id: string
  rows: number
  /** The letters of one row from left to right, `['A', 'B', 'C', 'D']`. */
  columns: string[]
  /** The first so many rows are within reach of a medic and of oxygen. */
  medicalRows: number
  exitRows: number[]
  /** Stretchers stand in the first rows, one to a row, in place of the seats right of the first aisle. */
  stretchers: number
  lapMasks: number
}

/**
 * After how many columns each aisle runs: one aisle up to six abreast, two from seven.
 * Only for the picture; no rule reads it. Airbus and Boeing cabins: 2-2, 3-3, 2-3-2, 3-4-3.
 * @example aislesOf(4) // [2]
 * @example aislesOf(10) // [3, 7]
 */
export function aislesOf(columns: number): number[] {
  if (columns < 2) return []
  if (columns <= 6) return [Math.floor(columns / 2)]
  const side = columns >= 9 ? 3 : 2
  return [side, columns - side]
}

/**
 * The seats of a cabin described in words.
 * @example 2 rows of A B C D with one stretcher: 1A 1B 1S 2A 2B 2C 2D
 */
export function toAircraft({ id, rows, columns, lapMasks, ...cabin }: CabinWords): Aircraft {
  const numbers = Array.from({ length: rows }, (_, at) => at + 1)
  return { id, lapMasks, seats: numbers.flatMap((row) => seatsOfRow(row, columns, cabin)) }
}

type Special = Pick<CabinWords, 'medicalRows' | 'exitRows' | 'stretchers'>

function seatsOfRow(row: number, columns: string[], { medicalRows, exitRows, stretchers }: Special): Seat[] {
  const facts = { row, medical: row <= medicalRows, exitRow: exitRows.includes(row) }
  const kept = row <= stretchers ? columns.slice(0, aislesOf(columns.length)[0] ?? 0) : columns
  const seats = kept.map((column): Seat => ({ id: `${row}${column}`, column, kind: 'seat', ...facts }))
  const first = columns[kept.length]
  if (row > stretchers || !first) return seats
  return [...seats, { id: `${row}S`, column: first, kind: 'stretcher', ...facts, medical: true }]
}

/** One column of one row: whether an aisle runs before it, and the seat if the row has one there. */
export type CabinSpot = { column: string; afterAisle: boolean; seat: Seat | undefined }
export type CabinRow = { row: number; exitRow: boolean; spots: CabinSpot[] }
export type CabinPicture = { columns: string[]; aisles: number[]; rows: CabinRow[] }

/** An aircraft row by row, nose first. */
export function toPicture(seats: Seat[]): CabinPicture {
  const columns = [...new Set(seats.map((seat) => seat.column))].sort()
  const numbers = [...new Set(seats.map((seat) => seat.row))].sort((a, b) => a - b)
  const aisles = aislesOf(columns.length)
  const rows = numbers.map((row) => {
    const own = seats.filter((seat) => seat.row === row)
    const spots = columns.map((column, at) => ({
      ...{ column, afterAisle: aisles.includes(at) },
      seat: own.find((seat) => seat.column === column),
    }))
    return { row, exitRow: own.some((seat) => seat.exitRow), spots }
  })
  return { columns, aisles, rows }
}
