import type { FrequencyTable } from './frequency-table.ts'
import { jsonSafe } from './hash-canonical-json.ts'
import { type LociOrigin, type WeighRecord, weigh } from './provenance.ts'
import { type ComputedRecord, computed, isComputation } from './provenance-computed.ts'
import { refuse } from './refusal.ts'
import { type Difference, differenceOf } from './replay-difference.ts'
import type { RefusalDetail } from './types.ts'

export type Replay = {
  /** Every number the same bits, every text the same letters. */
  isIdentical: boolean
  /** The first difference: of the engine, the input's hash, the tables, the parameters and then the answer. */
  difference: Difference | null
  /** Tables of the record that were not given here; whether they gave the loci is not checked. */
  tablesNotGiven: string[]
}

/**
 * Computes a record of `weigh` or `computed` again from its own input and compares the two bit for bit (`Object.is` of
 * every number). The last bit of `Math.exp` and `Math.log` is left to the JavaScript engine (ECMA-262, 21.3.2): on
 * another engine a replay may name a number that differs in its last bit only, and shows both.
 *
 * @param record as it was returned, or as `readRecord` read it
 * @param tables the tables it names, to check that the loci are theirs; without them the loci of the record are used
 * @example replay(weigh(input)) // { isIdentical: true, difference: null, tablesNotGiven: [] }
 * @example A record whose stored LR was altered: difference.at // 'answer.ratios.LR.father'
 * @throws KinshipRefusal `not-a-record` for a computation this version does not know
 */
export function replay(record: WeighRecord | ComputedRecord, tables: FrequencyTable[] = []): Replay {
  return 'computation' in record ? replayComputed(record) : replayWeighed(record, tables)
}

function replayComputed(record: ComputedRecord): Replay {
  const { computation, input } = record
  if (!isComputation(computation)) {
    return refuse('not-a-record', `The record names the computation "${String(computation)}", unknown here.`)
  }
  const again = computed(computation, input)
  const comparable = ({ engine, inputHash, answer }: ComputedRecord) =>
    jsonSafe({ engine, inputHash, answer })
  return outcome(
    'refusal' in again ? refused(again) : differenceOf(comparable(record), comparable(again)),
    [],
  )
}

function replayWeighed(record: WeighRecord, tables: FrequencyTable[]): Replay {
  const named = record.provenance.tables
  const origins = named.flatMap(({ id, choice }): LociOrigin[] => {
    const table = tables.find((one) => one.id === id)
    return table ? [{ table, choice }] : []
  })
  const missing = named.map(({ id }) => id).filter((id) => !origins.some(({ table }) => table.id === id))
  const again = weigh(record.input, { ...record.options, origins })
  const difference =
    'refusal' in again
      ? refused(again)
      : differenceOf(comparable(record, missing), comparable(again, missing))
  return outcome(difference, missing)
}

/** In the order in which a reader wants to hear of a difference; what hangs on tables not given is left out. */
function comparable({ answer, provenance }: WeighRecord, missing: string[]): unknown {
  const { engine, inputHash, tables, parameters } = provenance
  const { lociGiven, ...named } = parameters
  return jsonSafe({
    engine,
    inputHash,
    tables: tables.filter(({ id }) => !missing.includes(id)),
    parameters: missing.length === 0 ? { ...named, lociGiven } : named,
    answer,
  })
}

const refused = ({ refusal }: { refusal: RefusalDetail }): Difference => ({
  at: 'record',
  recorded: 'an answer',
  recomputed: refusal,
})

const outcome = (difference: Difference | null, tablesNotGiven: string[]): Replay => ({
  isIdentical: difference === null,
  difference,
  tablesNotGiven,
})
