/**
 * Writes tables/ystr-mutation-rates.json from published counts of mutations and meioses.
 *
 *   node kinship/scripts/make-ystr-rates.ts ../shared/data/frequencies
 *
 * Source: counts of yhrd.org as collected in github mikldk/malan (data/ystr_markers.RData). Only the counts are
 * taken: they are facts. The two copies of DYS385 and DYF387S1, counted together, become one locus.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { YstrRate } from '../src/lineage/ystr-rates.ts'

const from = process.argv[2] ?? '../shared/data/frequencies'
const [, ...rows] = readFileSync(join(from, 'ystr_mutation_rates.csv'), 'utf8').trim().split(/\r?\n/)
const loci: Record<string, YstrRate> = {}
for (const row of rows) {
  const [marker, mutationCount, meiosisCount] = row.split(',').map((cell) => cell.replaceAll('"', ''))
  const locus = /^(DYS385|DYF387S1)[ab]$/.exec(marker!)?.[1] ?? marker!
  const [mutations, meioses] = [Number(mutationCount), Number(meiosisCount)]
  loci[locus] = { mutations, meioses, rate: mutations / meioses, copies: (loci[locus]?.copies ?? 0) + 1 }
}
const table = {
  title: 'Y-STR mutations and meioses',
  source: 'Counts of yhrd.org, as collected in github mikldk/malan (data/ystr_markers.RData)',
  licence: 'Facts of yhrd.org; the collecting package is GPL-2, of which nothing but the counts is taken',
  loci: Object.fromEntries(Object.entries(loci).sort(([a], [b]) => (a < b ? -1 : 1))),
}
writeFileSync(
  join(import.meta.dirname, '..', 'tables', 'ystr-mutation-rates.json'),
  `${JSON.stringify(table)}\n`,
)
