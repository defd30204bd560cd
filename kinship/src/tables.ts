import africanAmerican from '../tables/nist1036-african-american.json' with { type: 'json' }
import asian from '../tables/nist1036-asian.json' with { type: 'json' }
import caucasian from '../tables/nist1036-caucasian.json' with { type: 'json' }
import hispanic from '../tables/nist1036-hispanic.json' with { type: 'json' }
import africa from '../tables/norstr-africa.json' with { type: 'json' }
import eastAsia from '../tables/norstr-east-asia.json' with { type: 'json' }
import europe from '../tables/norstr-europe.json' with { type: 'json' }
import middleAsia from '../tables/norstr-middle-asia.json' with { type: 'json' }
import norway from '../tables/norstr-norway.json' with { type: 'json' }
import southAmerica from '../tables/norstr-south-america.json' with { type: 'json' }
import westAsia from '../tables/norstr-west-asia.json' with { type: 'json' }
import type { FrequencyTable } from './frequency-table.ts'
import { refuse } from './refusal.ts'
import { toFrequencyTable } from './tables-compact.ts'
import { furtherTables } from './tables-further.ts'

export type { FrequencyTable } from './frequency-table.ts'
export { furtherTables } from './tables-further.ts'
export { strLinkageMap, strLinkageMapSource } from './tables-linkage-map.ts'

/** The tables a laboratory without its own starts from; written by scripts/make-tables.ts. */
export const frequencyTables: FrequencyTable[] = [
  westAsia,
  middleAsia,
  eastAsia,
  europe,
  norway,
  africa,
  southAmerica,
  caucasian,
  asian,
  hispanic,
  africanAmerican,
].map(toFrequencyTable)

/** The table with this id, of those above or of `furtherTables`; refuses an unknown one. */
export function getFrequencyTable(id: string): FrequencyTable {
  const all = [...frequencyTables, ...furtherTables]
  return (
    all.find((table) => table.id === id) ??
    refuse(
      'table-unknown',
      `There is no frequency table "${id}"; there are ${all.map((table) => table.id).join(', ')}.`,
    )
  )
}
