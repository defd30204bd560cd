/** Where a record and its replay part: the path, and both values there (`undefined`: nothing). */
export type Difference = { at: string; recorded: unknown; recomputed: unknown }

/**
 * The first place where two JSON values differ, objects by key and lists by place; null when nowhere. Numbers are the
 * same when their bits are (`Object.is`).
 *
 * @example differenceOf({ a: [1, 2] }, { a: [1, 3] }) // { at: 'a[1]', recorded: 2, recomputed: 3 }
 */
export function differenceOf(recorded: unknown, recomputed: unknown, at = ''): Difference | null {
  const [one, other] = [childrenOf(recorded), childrenOf(recomputed)]
  if (!one || !other || Array.isArray(recorded) !== Array.isArray(recomputed)) {
    return Object.is(recorded, recomputed) ? null : { at, recorded, recomputed }
  }
  for (const key of new Set([...one.keys(), ...other.keys()])) {
    const place = Array.isArray(recorded) ? `${at}[${key}]` : at === '' ? key : `${at}.${key}`
    if (!one.has(key) || !other.has(key)) {
      return { at: place, recorded: one.get(key), recomputed: other.get(key) }
    }
    const found = differenceOf(one.get(key), other.get(key), place)
    if (found) return found
  }
  return null
}

/** What an object or a list holds, by key; null for anything else. */
export function childrenOf(value: unknown): Map<string, unknown> | null {
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : null
}
