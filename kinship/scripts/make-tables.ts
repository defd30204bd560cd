/**
 * Writes tables/*.json, our own format, from published allele frequencies and counts.
 *
 *   node kinship/scripts/make-tables.ts ../shared/data/frequencies
 *
 * Which populations, from where and under which licence: make-tables-catalogue.ts.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CompactLocus, CompactTable } from '../src/tables-compact.ts'
import { type Source, sources, type Wanted } from './make-tables-catalogue.ts'

type Row = {
  population: string
  locus: string
  allele: string
  frequency: number
  count: number | null
  n: number | null
}

const from = process.argv[2] ?? '../shared/data/frequencies'
const folder = join(import.meta.dirname, '..', 'tables')
mkdirSync(folder, { recursive: true })
for (const source of sources) {
  const rows = readRows(join(from, source.file))
  const tables = source.tables.map((wanted) => toTable(rows, wanted, source))
  if (source.into) write(source.into, Object.fromEntries(tables.map((table) => [table.id, table])))
  else for (const table of tables) write(table.id, table)
}

function write(name: string, content: CompactTable | Record<string, CompactTable>): void {
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(content)}\n`)
}

function readRows(path: string): Row[] {
  const [, ...lines] = readFileSync(path, 'utf8').trim().split(/\r?\n/)
  return lines.map((line) => {
    const [, population, locus, allele, frequency, count, n] = line.split(',')
    return {
      population: population!,
      locus: locus!.replaceAll('_', ' '),
      allele: allele!,
      frequency: Number(frequency),
      count: count ? Number(count) : null,
      n: n ? Number(n) : null,
    }
  })
}

function toTable(
  rows: Row[],
  { population, id, title, note }: Wanted,
  { source, licence }: Source,
): CompactTable {
  const ofPopulation = rows.filter((row) => row.population === population)
  if (ofPopulation.length === 0) throw new Error(`No rows of "${population}".`)
  const loci: CompactTable['loci'] = {}
  for (const locus of [...new Set(ofPopulation.map((row) => row.locus))].sort()) {
    loci[locus] = toLocus(ofPopulation.filter((row) => row.locus === locus))
  }
  return { id, title, source, licence, note, loci }
}

/** Counts where they are published, whose sum is then the number of alleles counted; frequencies as printed elsewhere. */
function toLocus(rows: Row[]): CompactLocus {
  const own = rows.sort((a, b) => Number(a.allele) - Number(b.allele))
  const alleles = own.map((row) => row.allele)
  const counts = own.map((row) => row.count).filter((count) => count !== null)
  if (counts.length === own.length) return { alleles, counts }
  const chromosomes = own[0]!.n
  return {
    alleles,
    frequencies: own.map((row) => row.frequency),
    ...(chromosomes !== null && { chromosomes }),
  }
}
