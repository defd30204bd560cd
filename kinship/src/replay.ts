import type { FrequencyTable } from './frequency-table.ts'
import { canonicalJson, jsonSafe } from './hash-canonical-json.ts'
import { type LociOrigin, recordFormat, type WeighRecord, weigh } from './provenance.ts'
import { refuse } from './refusal.ts'

/** Where a record and its replay part: the path, and both values there (`undefined`: nothing). */
export type Difference = { at: string; recorded: unknown; recomputed: unknown }

export type Replay = {
  /** Every number the same bits, every text the same letters. */
  isIdentical: boolean
  /** The first difference: of the engine, the input's hash, the parameters and then the answer. */
  difference: Difference | null
  /** Tables of the record that were not given here; whether they gave the loci is not checked. */
  tablesNotGiven: string[]
}

/**
 * Computes a record again from its own input and compares the two bit for bit (`Object.is` of every number). The last
 * bit of `Math.exp` and `Math.log` is left to the JavaScript engine (ECMA-262, 21.3.2), so an identical replay needs
 * the same engine as the record, or luck; a difference then names the number, and a reader sees that it is the last bit.
 *
 * @param record as `weigh` returned it or `readRecord` read it
 * @param tables the tables it names, to check that the loci are theirs; without them the loci of the record are used
 * @example replay(weigh(input)) // { isIdentical: true, difference: null, tablesNotGiven: [] }
 * @example A record whose stored LR was altered: difference.at // 'answer.ratios.LR.father'
 */
export function replay(record: WeighRecord, tables: FrequencyTable[] = []): Replay {
  const given = record.provenance.tables.flatMap(({ id, choice }): LociOrigin[] => {
    const table = tables.find((one) => one.id === id)
    return table ? [{ table, choice }] : []
  })
  const tablesNotGiven = record.provenance.tables
    .map(({ id }) => id)
    .filter((id) => !given.some(({ table }) => table.id === id))
  const again = weigh(record.input, { ...record.options, origins: given })
  const difference =
    'refusal' in again
      ? { at: 'record', recorded: 'an answer', recomputed: again.refusal }
      : differenceOf(comparable(record, tablesNotGiven), comparable(again, tablesNotGiven))
  return { isIdentical: difference === null, difference, tablesNotGiven }
}

/** In the order in which a reader wants to hear of a difference; tables that were not given are left out. */
function comparable({ answer, provenance }: WeighRecord, tablesNotGiven: string[]): unknown {
  const { engine, inputHash, tables, parameters } = provenance
  const { lociGiven: _, ...named } = parameters
  return jsonSafe({
    engine,
    inputHash,
    tables: tables.filter(({ id }) => !tablesNotGiven.includes(id)),
    parameters: tablesNotGiven.length === 0 ? parameters : named,
    answer,
  })
}

/** The first place where two JSON values differ, objects by key and lists by place; null when nowhere. */
export function differenceOf(recorded: unknown, recomputed: unknown, at = ''): Difference | null {
  const [one, other] = [childrenOf(recorded), childrenOf(recomputed)]
  if (!one || !other || Array.isArray(recorded) !== Array.isArray(recomputed)) {
    return Object.is(recorded, recomputed) ? null : { at, recorded, recomputed }
  }
  for (const key of new Set([...one.keys(), ...other.keys()])) {
    const place = Array.isArray(recorded) ? `${at}[${key}]` : at === '' ? key : `${at}.${key}`
    const found = differenceOf(one.get(key), other.get(key), place)
    if (found) return found
  }
  return null
}

function childrenOf(value: unknown): Map<string, unknown> | null {
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : null
}

/** The record as canonical JSON; infinities and -0 as the texts "Infinity", "-Infinity", "-0". */
export function writeRecord(record: WeighRecord): string {
  return canonicalJson(jsonSafe(record))
}

/**
 * The record of a text `writeRecord` wrote. Infinities of the answer stay the texts the format names: `replay` reads
 * both spellings.
 *
 * @throws KinshipRefusal `not-a-record`
 */
export function readRecord(text: string): WeighRecord {
  const found = parsed(text)
  return isRecord(found)
    ? found
    : refuse('not-a-record', `The text must be a record of format "${recordFormat}".`)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return refuse('not-a-record', 'The text is not JSON: a record starts with { "answer": ... }.')
  }
}

function isRecord(value: unknown): value is WeighRecord {
  const record = childrenOf(value)
  const provenance = childrenOf(record?.get('provenance'))
  return (
    record?.get('format') === recordFormat &&
    ['input', 'options', 'answer'].every((key) => childrenOf(record.get(key)) !== null) &&
    Array.isArray(provenance?.get('tables')) &&
    childrenOf(provenance?.get('parameters')) !== null
  )
}
