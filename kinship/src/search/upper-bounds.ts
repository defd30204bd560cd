import { lanes } from './kernel-twin.ts'
import type { Row } from './profile-table.ts'

const [least, most] = [-32768, 32767]
/** Steps to a unit of log10 where no ratio is above 1. */
const finest = 1024

/**
 * Values of up to 16 queries as whole numbers that are never too small: each is `scale` times the value, rounded
 * up, so that a sum of them bounds the sum of the values from above.
 *
 * @param values by query, by row; -Infinity becomes the least number there is
 */
export type UpperBounds = { table: Int16Array; scales: number[] }

export function upperBounds(values: Float64Array[], rows: Row[], loci: number): UpperBounds {
  const table = new Int16Array(rows.length * lanes)
  const scales = values.map((some, lane) => {
    const scale = scaleFor(some, rows, loci)
    for (let row = 1; row < some.length; row++)
      table[row * lanes + lane] = Math.max(least, Math.ceil(some[row]! * scale))
    return scale
  })
  return { table, scales }
}

/** The finest steps with which no sum can saturate at the top, which would bound nothing. */
function scaleFor(values: Float64Array, rows: Row[], loci: number): number {
  const largest = new Float64Array(loci)
  for (let row = 1; row < values.length; row++) {
    const { locus } = rows[row]!
    largest[locus] = Math.max(largest[locus]!, values[row]!)
  }
  const sum = largest.reduce((total, value) => total + value, 0)
  return Math.min(finest, (most - 1 - loci) / sum)
}

/** No sum of values that reaches `lowest` has a bound below this. One step is for the rounding of the sums. */
export function limitFor(lowest: number, scale: number): number {
  if (lowest === Number.NEGATIVE_INFINITY) return least
  return Math.min(most, Math.max(least, Math.floor(lowest * scale) - 1))
}

/** No sum of an empty lane reaches it: its sums are 0. */
export const unreachable = most
