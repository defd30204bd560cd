import fbi from '../tables/fbi-2015.json' with { type: 'json' }
import hgdp from '../tables/hgdp-popstr.json' with { type: 'json' }
import strider from '../tables/strider-2024.json' with { type: 'json' }
import type { FrequencyTable } from './frequency-table.ts'
import { type CompactTable, toFrequencyTable } from './tables-compact.ts'

const written: CompactTable[] = [strider, fbi, hgdp].flatMap((tables) => Object.values<CompactTable>(tables))

/**
 * Tables to be chosen on purpose: STRidER (quality controlled), FBI 2015, and peoples of the HGDP panel near Central
 * Asia and the Levant. The last count ten to fifty people each, so they are for `mergeTables` and `mixtureRatio`; the
 * lowest ratio over tables that small would say more about their size than about the population.
 */
export const furtherTables: FrequencyTable[] = written.map(toFrequencyTable)
