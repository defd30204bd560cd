/**
 * For each profile the sums of 16 queries at once, in two vectors of eight 16-bit numbers that saturate instead of
 * wrapping round. `kinship/src/search/kernel-twin.ts` does the same in plain TypeScript and says what is where.
 *
 * @returns how many profiles reach the limit of one query or more; each is written to `out`: its place, then a bit
 *   for each such query
 */
export function scan(cells: usize, width: u32, count: u32, table: usize, limits: usize, out: usize): u32 {
  const lowLimits = v128.load(limits)
  const highLimits = v128.load(limits, 16)
  const stride = <usize>width * 2
  let at = out
  for (let profile: u32 = 0; profile < count; profile++) {
    let low = i16x8.splat(0)
    let high = i16x8.splat(0)
    const end = cells + stride
    for (; cells < end; cells += 8) {
      // Four row numbers of 16 bits; a row is 32 bytes.
      const rows = load<u64>(cells)
      const a = table + <usize>((rows & 0xffff) << 5)
      const b = table + <usize>((rows >>> 11) & 0x1fffe0)
      const c = table + <usize>((rows >>> 27) & 0x1fffe0)
      const d = table + <usize>((rows >>> 43) & 0x1fffe0)
      low = i16x8.add_sat_s(low, v128.load(a))
      high = i16x8.add_sat_s(high, v128.load(a, 16))
      low = i16x8.add_sat_s(low, v128.load(b))
      high = i16x8.add_sat_s(high, v128.load(b, 16))
      low = i16x8.add_sat_s(low, v128.load(c))
      high = i16x8.add_sat_s(high, v128.load(c, 16))
      low = i16x8.add_sat_s(low, v128.load(d))
      high = i16x8.add_sat_s(high, v128.load(d, 16))
    }
    const isLow = i16x8.ge_s(low, lowLimits)
    const isHigh = i16x8.ge_s(high, highLimits)
    if (v128.any_true(v128.or(isLow, isHigh))) {
      store<u32>(at, profile)
      store<u32>(at, i8x16.bitmask(i8x16.narrow_i16x8_s(isLow, isHigh)), 4)
      at += 8
    }
  }
  return <u32>((at - out) >> 3)
}
