/** The largest relative difference between expected and computed values, and where it is. */
export type Difference = { worst: number; where: string }

/**
 * Compares the named fields that `expected` has. Infinities are written as strings; `NaN` of other programs
 * (0/0: impossible under both hypotheses) answers to our `null`.
 */
export function compareFields(expected: unknown, found: unknown, fields: string[]): Difference {
  let difference: Difference = { worst: 0, where: '' }
  for (const field of fields) {
    const wanted = (expected as Record<string, unknown>)[field]
    if (wanted === undefined || wanted === null) continue
    difference = larger(difference, compare(wanted, (found as Record<string, unknown>)[field], field))
  }
  return difference
}

function compare(expected: unknown, found: unknown, where: string): Difference {
  if (expected === 'NaN') return { worst: found === null ? 0 : Number.POSITIVE_INFINITY, where }
  if (typeof expected === 'object' && expected !== null) {
    if (typeof found !== 'object' || found === null) return { worst: Number.POSITIVE_INFINITY, where }
    return Object.entries(expected).reduce<Difference>(
      (difference, [key, value]) =>
        larger(difference, compare(value, (found as Record<string, unknown>)[key], `${where}.${key}`)),
      { worst: 0, where },
    )
  }
  if (expected === found) return { worst: 0, where }
  if (typeof expected !== 'number' || typeof found !== 'number')
    return { worst: Number.POSITIVE_INFINITY, where }
  const scale = Math.max(Math.abs(expected), Math.abs(found))
  return { worst: Math.abs(expected - found) / scale, where }
}

function larger(a: Difference, b: Difference): Difference {
  return b.worst > a.worst ? b : a
}
