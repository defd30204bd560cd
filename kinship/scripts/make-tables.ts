/**
 * Writes tables/*.json, our own format, from published allele frequencies and counts.
 *
 *   node kinship/scripts/make-tables.ts ../shared/data/frequencies
 *
 * Sources: NIST 1036 revised 2017 (Steffen et al. 2017, doi:10.1016/j.fsigen.2017.08.011; public domain) and
 * norSTR v2023 (MIT).
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FrequencyTable } from '../src/tables.ts'

type Row = {
  population: string
  locus: string
  allele: string
  frequency: number
  count: number | null
  n: number | null
}
type Wanted = { population: string; id: string; title: string; note: string }

const nist = {
  file: 'nist1036.csv',
  source: 'NIST 1036 revised 2017, Steffen et al. 2017, doi:10.1016/j.fsigen.2017.08.011',
  licence: 'Public domain (US Government work)',
  tables: [
    {
      population: 'US African American',
      id: 'nist1036-african-american',
      title: 'US African American (NIST)',
      note: '',
    },
    { population: 'US Asian', id: 'nist1036-asian', title: 'US Asian (NIST)', note: '' },
    { population: 'US Caucasian', id: 'nist1036-caucasian', title: 'US Caucasian (NIST)', note: '' },
    { population: 'US Hispanic', id: 'nist1036-hispanic', title: 'US Hispanic (NIST)', note: '' },
  ],
}
const unstated =
  'Sample size and countries are not published; a minimum frequency of 0.001 is already applied.'
const norstr = {
  file: 'norstr_regions.csv',
  source: 'norSTR v2023, github magnusdv/norSTR @9201d14',
  licence: 'MIT (c) 2025 norSTR authors',
  tables: [
    { population: 'Norway', id: 'norstr-norway', title: 'Norway (Oslo)', note: unstated },
    { population: 'Europe (Oslo)', id: 'norstr-europe', title: 'Europe (Oslo)', note: unstated },
    { population: 'Africa (Oslo)', id: 'norstr-africa', title: 'Africa (Oslo)', note: unstated },
    {
      population: 'South America (Oslo)',
      id: 'norstr-south-america',
      title: 'South America (Oslo)',
      note: unstated,
    },
    { population: 'West Asia (Oslo)', id: 'norstr-west-asia', title: 'West Asia (Oslo)', note: unstated },
    {
      population: 'Middle Asia (Oslo)',
      id: 'norstr-middle-asia',
      title: 'Middle Asia (Oslo; South and South-West Asian)',
      note: `${unstated} By Nei distance it sits with West Asia, Balochi and Sindhi: it does not describe Kazakhstan, Uzbekistan or their neighbours.`,
    },
    { population: 'East Asia (Oslo)', id: 'norstr-east-asia', title: 'East Asia (Oslo)', note: unstated },
  ],
}

const from = process.argv[2] ?? '../shared/data/frequencies'
const folder = join(import.meta.dirname, '..', 'tables')
mkdirSync(folder, { recursive: true })
for (const { file, source, licence, tables } of [nist, norstr]) {
  const rows = readRows(join(from, file))
  for (const wanted of tables) {
    const table = toTable(
      rows.filter((row) => row.population === wanted.population),
      wanted,
      { source, licence },
    )
    writeFileSync(join(folder, `${wanted.id}.json`), `${JSON.stringify(table)}\n`)
  }
}

function readRows(path: string): Row[] {
  const [, ...lines] = readFileSync(path, 'utf8').trim().split(/\r?\n/)
  return lines.map((line) => {
    const [, population, locus, allele, frequency, count, n] = line.split(',')
    return {
      population: population!,
      locus: locus!,
      allele: allele!,
      frequency: Number(frequency),
      count: count ? Number(count) : null,
      n: n ? Number(n) : null,
    }
  })
}

/** Counted tables keep their exact shares; published frequencies are kept as printed. */
function toTable(
  rows: Row[],
  { id, title, note }: Wanted,
  origin: { source: string; licence: string },
): FrequencyTable {
  const loci: FrequencyTable['loci'] = {}
  for (const locus of [...new Set(rows.map((row) => row.locus))].sort()) {
    const own = rows.filter((row) => row.locus === locus).sort((a, b) => Number(a.allele) - Number(b.allele))
    loci[locus] = {
      alleles: own.map((row) => row.allele),
      frequencies: own.map((row) =>
        row.count === null || row.n === null ? row.frequency : row.count / row.n,
      ),
    }
  }
  const chromosomes = Math.max(...rows.map((row) => row.n ?? 0))
  return { id, title, ...origin, note, n: chromosomes > 0 ? chromosomes / 2 : null, loci }
}
