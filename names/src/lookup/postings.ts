/** For each feature the numbers that have it, ascending, as steps of 7 bits a byte. */
export type Postings = { bytes: Uint8Array; starts: Uint32Array; counts: Uint32Array }

const sizeOf = (step: number): number => (step < 1 << 7 ? 1 : step < 1 << 14 ? 2 : step < 1 << 21 ? 3 : 4)

/**
 * `flat[ends[n - 1]..ends[n]]` are the features of number n. Two passes: one to measure, one to write.
 */
export const toPostings = (flat: Uint16Array, ends: Uint32Array, features: number): Postings => {
  const counts = new Uint32Array(features)
  const starts = new Uint32Array(features + 1)
  const last = new Int32Array(features).fill(-1)
  const each = (visit: (feature: number, step: number) => void): void => {
    last.fill(-1)
    for (let n = 0, at = 0; n < ends.length; n++) {
      for (; at < ends[n]!; at++) {
        const feature = flat[at]!
        visit(feature, n - last[feature]! - 1)
        last[feature] = n
      }
    }
  }
  each((feature, step) => {
    starts[feature + 1]! += sizeOf(step)
    counts[feature]!++
  })
  for (let f = 0; f < features; f++) starts[f + 1]! += starts[f]!
  const bytes = new Uint8Array(starts[features]!)
  const at = starts.slice(0, features)
  each((feature, step) => {
    for (; step > 127; step >>>= 7) bytes[at[feature]!++] = 128 | (step & 127)
    bytes[at[feature]!++] = step
  })
  return { bytes, starts, counts }
}

/** Adds `weight` to the sum of every number that has a feature. */
export const addWeight = (postings: Postings, feature: number, weight: number, sums: Uint16Array): void => {
  const { bytes } = postings
  const end = postings.starts[feature + 1]!
  let n = -1
  for (let at = postings.starts[feature]!; at < end; ) {
    let byte = bytes[at++]!
    let step = byte & 127
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at++]!
      step |= (byte & 127) << shift
    }
    n += step + 1
    sums[n]! += weight
  }
}
