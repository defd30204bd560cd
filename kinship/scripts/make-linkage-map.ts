/**
 * Writes tables/linkage-map.json: where forensic STRs lie, sex-averaged, in centimorgans.
 *
 *   node kinship/scripts/make-linkage-map.ts ../shared/data/frequencies
 *
 * The positions are those that KLINK ships (github magnusdv/KLINK, data-raw/linkageMap50_withInfo.xlsx). The package is
 * GPL-3; map positions are facts.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Linkage } from '../src/types.ts'

const from = process.argv[2] ?? '../shared/data/frequencies'
const [, ...lines] = readFileSync(join(from, 'str_linkage_map.csv'), 'utf8').trim().split(/\r?\n/)
const positions: Linkage['positions'] = {}
for (const line of lines) {
  const [chromosome, locus, , cM] = line.split(',')
  positions[locus!] = { chromosome: chromosome!, cM: Number(cM) }
}
const map = {
  source: 'KLINK, linkage map of 50 forensic STRs, github magnusdv/KLINK',
  licence: 'Positions are facts; the package they come with is GPL-3',
  positions,
}
writeFileSync(join(import.meta.dirname, '..', 'tables', 'linkage-map.json'), `${JSON.stringify(map)}\n`)
