import { refuse } from '../refusal.ts'
import type { Locus } from '../types.ts'
import type { PedColumn } from './ped.ts'

/** What the parameter file of LINKAGE says of the loci, in the order of the columns of the pedigree file. */
export type LinkageLoci = {
  loci: Locus[]
  columns: PedColumn[]
  /** Names of all loci in the order they lie on the chromosome. */
  order: string[]
  /** Recombination rates between neighbours in that order. */
  recombination: number[]
}

type Line = { row: number; cells: string[]; name: string }

const mostLoci = 10_000

/**
 * The parameter file of LINKAGE (DATAFILE, `.dat` or `.par`): loci of numbered alleles, autosomal or on X, beside
 * affection loci, which are columns to pass over. User's guide 5.2, section 2.6. Alleles are called 1, 2, ...;
 * a locus is called what stands after #, or M1, M2, ...
 *
 * @example With "3 2 # TH01" and "0.25 0.75": alleles ['1', '2'], frequencies [0.25, 0.75].
 * @throws KinshipRefusal `not-a-linkage-file`, `locus-type-not-read`, `too-large`, each saying the line
 */
export function readLinkageLoci(text: string): LinkageLoci {
  const next = lineReader(text)
  const [count, , isX] = numbers(next('the number of loci'), 3)
  if (!Number.isInteger(count) || count! < 1)
    refuse('not-a-linkage-file', 'Line 1 should start with a number of loci.')
  if (count! > mostLoci) refuse('too-large', `The file announces ${count} loci; up to ${mostLoci} are read.`)
  next('the mutation rates')
  const places = numbers(next('the order of the loci'), count!)
  const found: LinkageLoci = { loci: [], columns: [], order: [], recombination: [] }
  const names: string[] = []
  for (let i = 0; i < count!; i++) names.push(readLocus(next, isX === 1, found))
  found.order = places.map(
    (place) =>
      names[place - 1] ?? refuse('not-a-linkage-file', `The order of the loci names number ${place}.`),
  )
  next('whether the sexes differ')
  const { recombination } = found
  if (count! > 1) recombination.push(...numbers(next('the recombination rates'), count! - 1))
  if (recombination.some((rate) => rate < 0 || rate > 0.5)) {
    refuse('not-a-linkage-file', 'A recombination rate lies outside 0 to 0.5.')
  }
  return found
}

/** Adds the next locus and gives its name. */
function readLocus(next: (what: string) => Line, isX: boolean, found: LinkageLoci): string {
  const head = next('a locus')
  const [type, alleles] = numbers(head, 2)
  const name = head.name || `M${found.loci.length + 1}`
  if (type === 3) {
    const frequencies = numbers(next(`the frequencies of ${name}`), alleles!)
    const names = frequencies.map((_, i) => String(i + 1))
    found.loci.push({ name, chrom: isX ? 'X' : 'autosomal', alleles: names, frequencies, mutation: null })
    found.columns.push({ kind: 'M', name })
    return name
  }
  if (type !== 1) {
    refuse(
      'locus-type-not-read',
      `Line ${head.row} describes a locus of type ${type}; numbered alleles (3) and affection (1) are read.`,
    )
  }
  const trait = head.name || 'affection'
  next('the frequencies of an affection locus')
  const [classes] = numbers(next('the number of liability classes'), 1)
  for (let i = 0; i < classes! * (isX ? 2 : 1); i++) next('penetrances')
  found.columns.push({ kind: 'A', name: trait })
  if (classes! > 1) found.columns.push({ kind: 'S', name: `${trait} class` })
  return trait
}

/** Lines that hold something; what follows << is remark, what follows # is a name. */
function lineReader(text: string): (what: string) => Line {
  if (text.length > 50_000_000)
    refuse('too-large', 'The file is larger than any description of loci (50 MB).')
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  let at = 0
  return (what) => {
    while (at < lines.length && lines[at]!.trim() === '') at++
    const line = lines[at++] ?? refuse('not-a-linkage-file', `The file ends where ${what} should follow.`)
    if (line.length > 1_000_000) refuse('too-large', `Line ${at} is longer than any description of loci.`)
    const [values, ...remark] = line.split('<<')[0]!.split('#')
    return { row: at, cells: values!.trim().split(/\s+/), name: remark.join('#').trim() }
  }
}

function numbers({ row, cells }: Line, least: number): number[] {
  const found = cells.slice(0, least).map(Number)
  return found.length === least && found.every(Number.isFinite)
    ? found
    : refuse('not-a-linkage-file', `Line ${row} should hold ${least} numbers.`)
}

/**
 * Loci of numbered alleles in the order they lie, as `readLinkageLoci` and the programs of LINKAGE read them,
 * after an affection locus that says nothing (the column `writePed` writes first).
 *
 * @param recombination rates between neighbouring loci
 * @throws KinshipRefusal `alleles-not-numbered`, `name-not-writable`, `recombination-count`
 */
export function writeLinkageLoci(loci: Locus[], recombination: number[]): string {
  if (recombination.length !== Math.max(0, loci.length - 1)) {
    refuse(
      'recombination-count',
      `Give ${Math.max(0, loci.length - 1)} recombination rates, one between neighbours.`,
    )
  }
  const isX = loci.some(({ chrom }) => chrom === 'X')
  if (loci.some(({ chrom }) => chrom !== (isX ? 'X' : 'autosomal'))) {
    refuse('chromosomes-mixed', 'A LINKAGE file holds autosomal loci or loci on X: write one file for each.')
  }
  const order = Array.from({ length: loci.length + 1 }, (_, i) => i + 1)
  const penetrances = isX ? ['0 0 0', '0 0'] : ['0 0 0']
  return [
    `${loci.length + 1} 0 ${isX ? 1 : 0} 5`,
    '0 0.0 0.0 0',
    order.join(' '),
    ...['1 2 # affection', '0.5 0.5', '1', ...penetrances],
    ...loci.flatMap(locusLines),
    '0 0',
    ['0.5', ...recombination].slice(0, loci.length).join(' '),
    '1 0.1 0.45',
  ]
    .map((line) => `${line}\n`)
    .join('')
}

function locusLines({ name, alleles, frequencies }: Locus): string[] {
  if (alleles.some((allele, i) => allele !== String(i + 1))) {
    refuse('alleles-not-numbered', `The alleles of ${name} must be called 1, 2, ... in a LINKAGE file.`)
  }
  if (name === '' || /[\r\n<]/.test(name) || name !== name.trim()) {
    refuse('name-not-writable', `The locus "${name.slice(0, 40)}" cannot stand in a LINKAGE file.`)
  }
  return [`3 ${alleles.length} # ${name}`, frequencies.join(' ')]
}
