/** Queries whose sums are taken together. */
export const lanes = 16

/** What a scan is given: see `scanTwin`. */
export type Scan = {
  /** Row of each profile at each locus, `width` numbers a profile. */
  cells: Uint16Array
  width: number
  /** The first profile and how many. */
  from: number
  count: number
  /** By row, a number for each of 16 queries. */
  table: Int16Array
  /** By query: sums from here on are reported. */
  limits: Int16Array
}

/**
 * Adds up, for each profile and each of 16 queries, the numbers of the profile's rows, saturating at the ends of 16
 * bits. The plain twin of `search-kernel/scan.ts`.
 *
 * @param found receives, for each profile that reaches the limit of a query, its place (counted from `from`) and a
 *   bit for each query whose limit it reaches
 * @returns how many such profiles there are
 * @example One locus, row 1 = [5, -3, 0, ...], limits all 4: a profile at row 1 is reported with bits 1.
 */
export function scanTwin({ cells, width, from, count, table, limits }: Scan, found: Uint32Array): number {
  const sums = new Int16Array(lanes)
  let reported = 0
  for (let profile = 0; profile < count; profile++) {
    sums.fill(0)
    const first = (from + profile) * width
    for (let at = first; at < first + width; at++) {
      const row = cells[at]! * lanes
      for (let lane = 0; lane < lanes; lane++) {
        const sum = sums[lane]! + table[row + lane]!
        sums[lane] = sum > 32767 ? 32767 : sum < -32768 ? -32768 : sum
      }
    }
    let bits = 0
    for (let lane = 0; lane < lanes; lane++) if (sums[lane]! >= limits[lane]!) bits |= 1 << lane
    if (bits === 0) continue
    found[2 * reported] = profile
    found[2 * reported + 1] = bits
    reported++
  }
  return reported
}
