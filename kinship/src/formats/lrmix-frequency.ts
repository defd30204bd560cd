import type { FrequencyTable } from '../frequency-table.ts'
import { refuse } from '../refusal.ts'

/** What a frequency file does not say of itself. */
export type TableHeading = Omit<FrequencyTable, 'loci'>

/** How far from 1 published frequencies may sum before the column must be broken or in per cent. */
const roundingOfSum = 0.05

/** The number in a cell; blank or 0: the allele was not seen, `null`. */
export function toFrequency(cell: string | undefined, line: number): number | null {
  const written = (cell ?? '').trim()
  if (written === '' || /^(na|null|-)$/i.test(written)) return null
  const value = Number(written.replace(',', '.'))
  if (!(value >= 0 && value <= 1)) {
    refuse('frequency-range', `Line ${line}: "${written.slice(0, 40)}" is no frequency from 0 to 1.`)
  }
  return value === 0 ? null : value
}

/** Adds one frequency to a locus; an allele may have one only. */
export function addFrequency(
  locus: Map<string, number>,
  written: string,
  frequency: number | null,
  line: number,
): void {
  if (frequency === null) return
  const allele = written.trim().replace(/^(\d+),(\d)$/, '$1.$2')
  if (allele === '' || allele.length > 100)
    refuse('allele-unreadable', `Line ${line} does not name its allele.`)
  if (locus.has(allele)) refuse('allele-twice', `Line ${line} gives the allele ${allele} a second frequency.`)
  locus.set(allele, frequency)
}

/** Refuses a locus that is empty or whose frequencies do not sum to about 1, naming it. */
export function checkSums(loci: Map<string, Map<string, number>>, where: string): void {
  for (const [name, frequencies] of loci) {
    const sum = [...frequencies.values()].reduce((total, p) => total + p, 0)
    if (Math.abs(sum - 1) > roundingOfSum) {
      refuse('frequency-sum', `The frequencies of ${name} in ${where} sum to ${sum}; they should sum to 1.`)
    }
  }
}

/** Alleles from the smallest repeat number up; what is no number comes last, in the order of its letters. */
export function byAllele(locus: Map<string, number>): { alleles: string[]; frequencies: number[] } {
  const rank = (allele: string) =>
    allele.trim() === '' || Number.isNaN(Number(allele)) ? Infinity : Number(allele)
  const sorted = [...locus].sort(([a], [b]) => {
    const [first, second] = [rank(a), rank(b)]
    if (first !== second) return first < second ? -1 : 1
    return a < b ? -1 : 1
  })
  return { alleles: sorted.map(([allele]) => allele), frequencies: sorted.map(([, p]) => p) }
}
