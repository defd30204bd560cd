/** How far apart two numbers may be: a positive result is over the limit by that factor. */
export type Limit = (expected: number, found: number) => { share: number; relative: number }

/** The worst place of a comparison. `share`: the difference in units of what is allowed. */
export type Difference = { share: number; relative: number; where: string }

const same = { share: 0, relative: 0 }
const wrong = { share: Number.POSITIVE_INFINITY, relative: Number.POSITIVE_INFINITY }

/** Relative difference up to `tolerance`. */
export function relative(tolerance: number): Limit {
  return (expected, found) => {
    const difference = Math.abs(expected - found) / Math.max(Math.abs(expected), Math.abs(found))
    return { share: difference / tolerance, relative: difference }
  }
}

/** Absolute difference up to `tolerance`, for what is estimated or simulated; no relative difference is told. */
export function absolute(tolerance: number): Limit {
  return (expected, found) => ({ share: Math.abs(expected - found) / tolerance, relative: 0 })
}

/**
 * Compares everything that `expected` holds. Infinities are written as strings; `NaN` of other programs (0/0:
 * impossible under both hypotheses) answers to our `null`. Lists must have the same length.
 */
export function compare(expected: unknown, found: unknown, limit: Limit, where = ''): Difference {
  if (expected === 'NaN') return { ...(found === null ? same : wrong), where }
  if (Array.isArray(expected) && (!Array.isArray(found) || found.length !== expected.length)) {
    return { ...wrong, where }
  }
  if (typeof expected === 'object' && expected !== null) {
    if (typeof found !== 'object' || found === null) return { ...wrong, where }
    const inside = new Map(Object.entries(found))
    return worstOf(
      Object.entries(expected).map(([key, value]) =>
        compare(value, inside.get(key), limit, where ? `${where}.${key}` : key),
      ),
    )
  }
  if (expected === found) return { ...same, where }
  if (typeof expected !== 'number' || typeof found !== 'number') return { ...wrong, where }
  return { ...limit(expected, found), where }
}

export function worstOf(differences: Difference[]): Difference {
  return differences.reduce((a, b) => (b.share > a.share || Number.isNaN(b.share) ? b : a), {
    ...same,
    where: '',
  })
}
