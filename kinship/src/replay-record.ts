import { canonicalJson, jsonSafe } from './hash-canonical-json.ts'
import { recordFormat, type WeighRecord } from './provenance.ts'
import { type ComputedRecord, computedFormat } from './provenance-computed.ts'
import { refuse } from './refusal.ts'
import { childrenOf } from './replay-difference.ts'

/**
 * A record as one line of canonical JSON. The numbers JSON has no word for are the texts "Infinity", "-Infinity", "-0".
 *
 * @throws KinshipRefusal `not-json`
 */
export function writeRecord(record: WeighRecord | ComputedRecord): string {
  return canonicalJson(jsonSafe(record))
}

/**
 * The record of a text `writeRecord` wrote. In its answer those three texts are numbers again.
 *
 * @throws KinshipRefusal `not-a-record`
 */
export function readRecord(text: string): WeighRecord | ComputedRecord {
  let found: unknown
  try {
    found = JSON.parse(text)
  } catch {
    return refuse('not-a-record', 'The text is not JSON: a record starts with { "answer": ... }.')
  }
  const parts = childrenOf(found)
  const revived: unknown = parts && { ...Object.fromEntries(parts), answer: withNumbers(parts.get('answer')) }
  return isWeighed(revived) || isComputed(revived)
    ? revived
    : refuse('not-a-record', `The text must be a record of format "${recordFormat}" or "${computedFormat}".`)
}

const numbers = new Map([
  ['Infinity', Number.POSITIVE_INFINITY],
  ['-Infinity', Number.NEGATIVE_INFINITY],
  ['-0', -0],
])

function withNumbers(value: unknown): unknown {
  if (typeof value === 'string') return numbers.get(value) ?? value
  if (Array.isArray(value)) return value.map(withNumbers)
  const parts = childrenOf(value)
  return parts ? Object.fromEntries([...parts].map(([key, inner]) => [key, withNumbers(inner)])) : value
}

function isWeighed(value: unknown): value is WeighRecord {
  const parts = childrenOf(value)
  const provenance = childrenOf(parts?.get('provenance'))
  return (
    parts?.get('format') === recordFormat &&
    hasObjects(parts, ['input', 'options', 'answer']) &&
    Array.isArray(provenance?.get('tables')) &&
    hasObjects(provenance, ['engine', 'parameters'])
  )
}

function isComputed(value: unknown): value is ComputedRecord {
  const parts = childrenOf(value)
  return parts?.get('format') === computedFormat && hasObjects(parts, ['input', 'answer', 'engine'])
}

const hasObjects = (parts: Map<string, unknown> | null, keys: string[]): boolean =>
  parts !== null && keys.every((key) => childrenOf(parts.get(key)) !== null)
