import { refuse } from '../refusal.ts'
import type { Linkage, Locus } from '../types.ts'
import type { PedColumn } from './ped.ts'
import { tableRows, writableCell } from './ped-rows.ts'

/** A locus of a map file; `chromosome` as written (MERLIN: 1 to 22, X or 999). */
export type MapLocus = { chromosome: string; name: string; cM: number }

const mostAlleles = 10_000
const kinds = ['A', 'C', 'M', 'S', 'T', 'Z'] as const

/**
 * MERLIN's `.dat` file: what the columns of the `.ped` file hold, one a line. S2 skips two columns.
 *
 * @example readMerlinDat('A disease\nM TH01') // [{ kind: 'A', name: 'disease' }, { kind: 'M', name: 'TH01' }]
 * @throws KinshipRefusal `not-a-dat-file` saying the line
 */
export function readMerlinDat(text: string): PedColumn[] {
  return tableRows(text)
    .filter(({ cells }) => cells[0] !== 'E')
    .flatMap(({ row, cells: [code = '', name = ''] }) => {
      if (/^S2$/i.test(code)) return [skipped(name), skipped(name)]
      const kind = kinds.find((letter) => letter === code.toUpperCase())
      return kind
        ? [{ kind, name }]
        : refuse(
            'not-a-dat-file',
            `Line ${row} should start with A, C, M, S, S2, T or Z but with "${code.slice(0, 20)}".`,
          )
    })
}

function skipped(name: string): PedColumn {
  return { kind: 'S', name }
}

export function writeMerlinDat(columns: PedColumn[]): string {
  return columns.map(({ kind, name }) => `${kind} ${writableCell(name, 'The name', [])}\n`).join('')
}

/**
 * MERLIN's `.map` file (chromosome, locus, position in cM), with or without its line of titles.
 *
 * @example readMerlinMap('12 vWA 15.5') // [{ chromosome: '12', name: 'vWA', cM: 15.5 }]
 * @throws KinshipRefusal `not-a-map-file` saying the line
 */
export function readMerlinMap(text: string): MapLocus[] {
  const rows = tableRows(text)
  const isTitled = /^chr/i.test(rows[0]!.cells[0]!) && !Number.isFinite(Number(rows[0]!.cells[2]))
  return rows.slice(isTitled ? 1 : 0).map(({ row, cells: [chromosome = '', name, position = ''] }) => {
    const cM = Number(position)
    return name === undefined || position === '' || !Number.isFinite(cM)
      ? refuse('not-a-map-file', `Line ${row} should hold a chromosome, a locus and a position in cM.`)
      : { chromosome, name, cM }
  })
}

export function writeMerlinMap(map: MapLocus[]): string {
  const rows = map.map(({ chromosome, name, cM }) => [
    writableCell(chromosome, 'The chromosome', []),
    writableCell(name, 'The locus', []),
    String(cM),
  ])
  return [['CHROMOSOME', 'MARKER', 'POSITION'], ...rows].map((row) => `${row.join('\t')}\n`).join('')
}

/** Where the loci of a map lie, as the engine takes it. */
export function linkageOf(map: MapLocus[], distance: Linkage['map']): Linkage {
  const positions = map.map(({ name, chromosome, cM }) => [name, { chromosome, cM }] as const)
  return { map: distance, positions: Object.fromEntries(positions) }
}

/**
 * MERLIN's `.freq` file: "M locus", then "F" with the frequencies of alleles 1, 2, ... or "A allele frequency".
 *
 * @example readMerlinFrequencies('M TH01\nA 6 0.25\nA 9.3 0.75')[0]?.alleles // ['6', '9.3']
 * @throws KinshipRefusal `not-a-freq-file` saying the line
 */
export function readMerlinFrequencies(text: string): Locus[] {
  const loci: Locus[] = []
  for (const { row, cells } of tableRows(text)) {
    const [code, ...values] = cells
    const locus = loci.at(-1)
    const start = locus?.alleles.length ?? 0
    if (code === 'M' && values[0] !== undefined) {
      loci.push({ name: values[0], chrom: 'autosomal', alleles: [], frequencies: [], mutation: null })
    } else if (code === 'F' && locus) {
      addAlleles(
        locus,
        row,
        values.map((value, i) => [String(start + i + 1), value]),
      )
    } else if (code === 'A' && locus && values.length >= 2) {
      addAlleles(locus, row, [[values[0]!, values[1]!]])
    } else {
      refuse('not-a-freq-file', `Line ${row} should start with M and a locus, then F or A with frequencies.`)
    }
  }
  return loci
}

function addAlleles(locus: Locus, row: number, pairs: [allele: string, frequency: string][]): void {
  for (const [allele, written] of pairs) {
    const frequency = Number(written)
    if (written === '' || !(frequency >= 0 && frequency <= 1)) {
      refuse(
        'frequency-unreadable',
        `Line ${row}: "${written.slice(0, 20)}" is no frequency of ${locus.name}.`,
      )
    }
    if (locus.alleles.length >= mostAlleles) {
      refuse('too-large', `At line ${row} ${locus.name} has more than ${mostAlleles} alleles.`)
    }
    if (locus.alleles.includes(allele)) {
      refuse('allele-twice', `Line ${row} lists allele "${allele}" of ${locus.name} a second time.`)
    }
    locus.alleles.push(allele)
    locus.frequencies.push(frequency)
  }
}

export function writeMerlinFrequencies(loci: Locus[]): string {
  return loci
    .flatMap(({ name, alleles, frequencies }) => [
      `M ${writableCell(name, 'The locus', [])}`,
      ...alleles.map((allele, i) => `A ${writableCell(allele, 'The allele', [])} ${frequencies[i]!}`),
    ])
    .map((line) => `${line}\n`)
    .join('')
}
