/**
 * A value as text that does not depend on the order its keys happen to be in: what two houses that hold the
 * same plan write the same. As in RFC 8785, for the strings, whole numbers and lists a plan is made of.
 * @example canonical({ b: 1, a: ['x'] }) // '{"a":["x"],"b":1}'
 */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).filter(([, one]) => one !== undefined)
  const sorted = entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${sorted.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`
}
