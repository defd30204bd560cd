import { sha256 } from './hash.ts'
import { refuse } from './refusal.ts'

/**
 * One spelling for equal data: RFC 8785 (JSON Canonicalization Scheme). No blanks; the keys of an object in the
 * order of their UTF-16 code units; numbers and strings as ECMAScript writes them, so -0 is 0. A property that is
 * `undefined` counts as absent. Two laboratories that hold the same data get the same text, hence the same hash.
 *
 * @example canonicalJson({ b: 1.50, a: [null, 'x'] }) // '{"a":[null,"x"],"b":1.5}'
 * @throws KinshipRefusal `not-json` for NaN, an infinity or anything JSON has no word for, with its place
 */
export function canonicalJson(value: unknown, at = 'the data'): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value)
  if (Array.isArray(value)) {
    return `[${value.map((item, i) => canonicalJson(item, `${at}[${i}]`)).join(',')}]`
  }
  if (typeof value === 'object') {
    const present = Object.entries(value).filter(([, inner]) => inner !== undefined)
    present.sort(([a], [b]) => (a < b ? -1 : 1))
    const spelled = present.map(
      ([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner, `${at}.${key}`)}`,
    )
    return `{${spelled.join(',')}}`
  }
  return refuse('not-json', `${at} is ${String(value)}, which JSON cannot hold: correct it or leave it out.`)
}

/** SHA-256 of the canonical JSON, in hexadecimal: the fingerprint of an input, a table or an answer. */
export function hashOf(value: unknown): string {
  return sha256(canonicalJson(value))
}

/**
 * The same data with the numbers JSON loses spelled as texts: "Infinity", "-Infinity", "-0".
 *
 * @throws KinshipRefusal `not-json` for NaN
 */
export function jsonSafe(value: unknown, at = 'the data'): unknown {
  if (typeof value === 'number') {
    if (Number.isNaN(value)) return refuse('not-json', `${at} is not a number.`)
    return Object.is(value, -0) ? '-0' : Number.isFinite(value) ? value : String(value)
  }
  if (Array.isArray(value)) return value.map((item, i) => jsonSafe(item, `${at}[${i}]`))
  if (typeof value !== 'object' || value === null) return value
  const present = Object.entries(value).filter(([, inner]) => inner !== undefined)
  return Object.fromEntries(present.map(([key, inner]) => [key, jsonSafe(inner, `${at}.${key}`)]))
}
