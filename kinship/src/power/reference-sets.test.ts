import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { lociFrom } from '../frequency-table.ts'
import { getFrequencyTable } from '../tables.ts'
import type { Person } from '../types.ts'
import { drawFamily, prepareFamily } from './family-draws.ts'
import { simulatedRatios } from './simulated-ratios.ts'

const person = (
  id: string,
  sex: Person['sex'],
  father: string | null = null,
  mother: string | null = null,
): Person => ({ id, father, mother, sex })
const family = [
  person('MGF', 'male'),
  person('MGM', 'female'),
  person('MA', 'female', 'MGF', 'MGM'),
  person('MU', 'male', 'MGF', 'MGM'),
  person('M', 'female', 'MGF', 'MGM'),
  person('PGF', 'male'),
  person('PGM', 'female'),
  person('PU1', 'male', 'PGF', 'PGM'),
  person('PU2', 'male', 'PGF', 'PGM'),
  person('F', 'male', 'PGF', 'PGM'),
  person('K', 'male', 'F', 'M'),
  person('S', 'female', 'F', 'M'),
  person('X', 'male'),
  person('H', 'female', 'X', 'M'),
  person('MAP', 'male'),
  person('C', 'male', 'MAP', 'MA'),
]
const testedIn: Record<string, string[]> = {
  mother_duo: ['M'],
  mat_grandmother: ['MGM'],
  mat_grandparents: ['MGF', 'MGM'],
  mat_aunt: ['MA'],
  mat_grandmother_aunt: ['MGM', 'MA'],
  mat_grandmother_aunt_uncle: ['MGM', 'MA', 'MU'],
  pat_grandmother_uncle: ['PGM', 'PU1'],
  two_pat_uncles: ['PU1', 'PU2'],
  full_sibling: ['S'],
  mat_half_sibling: ['H'],
  first_cousin: ['C'],
}
/** The autosomal loci of PowerPlex Fusion 6C. */
const f23 =
  'D3S1358 D1S1656 D2S441 D10S1248 D13S317 PENTA_E D16S539 D18S51 D2S1338 CSF1PO PENTA_D TH01 VWA D21S11 D7S820 D5S818 TPOX D8S1179 D12S391 D19S433 SE33 D22S1045 FGA'.split(
    ' ',
  )
const table = getFrequencyTable('norstr-middle-asia')
const plain = (name: string) => name.toUpperCase().replace(/[^A-Z0-9]/g, '')
const panels: Record<string, string[]> = {
  F23: f23.map((name) => Object.keys(table.loci).find((one) => plain(one) === plain(name)) ?? name),
  ALL48: Object.keys(table.loci),
}

const path = `${import.meta.dirname}/../../../../shared/data/cases/power_by_reference_set.csv`
const rows = existsSync(path)
  ? readFileSync(path, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.replaceAll('"', '').split(','))
  : []

/** 400 families and 400 unrelated people were simulated for each row, by other software. */
describe.skipIf(rows.length === 0)('the power of sets of relatives, as simulated elsewhere', () => {
  test.each(rows.map((row) => [`${row[0]} ${row[1]}`, row] as const))('%s', (_, row) => {
    const [set, panel, n, ...values] = row
    const [low, , median, , high, above2, above4, above6, strangerMedian, excluded] = values.map(Number)
    const runs = 1600
    const tested = testedIn[set!]!
    const loci = lociFrom(table, {
      names: panels[panel!]!,
      mutation: { model: 'none' },
      minimumFrequency: 0.001,
    })
    const prepared = prepareFamily({ pedigrees: [family], loci, genotypes: {} }, 'K')
    const found = simulatedRatios(prepared, drawFamily(prepared, tested, runs, 3), tested, runs)
    const sd = (high! - low!) / 3.29
    // The standard error of a median is about 1.25 sd / sqrt(n); a bound of five in both samples.
    const error = 5 * 1.2533 * sd * Math.sqrt(1 / Number(n) + 1 / runs)
    expect(Math.abs(medianOf(found.missing) - median!)).toBeLessThan(error)
    for (const [log, share] of [
      [2, above2!],
      [4, above4!],
      [6, above6!],
    ] as const)
      expectShare(found.missing.filter((one) => one > log).length / runs, share, Number(n), runs)
    expectShare(found.excludedAt.filter((count) => count > 0).length / runs, excluded!, Number(n), runs)
    const possible = found.stranger.filter(Number.isFinite)
    if (Number.isNaN(strangerMedian) || possible.length < 200) return
    const spread = spreadOf(possible)
    expect(Math.abs(medianOf(possible) - strangerMedian!)).toBeLessThan(
      5 * 1.2533 * spread * Math.sqrt(1 / (Number(n) * (1 - excluded!)) + 1 / possible.length),
    )
  })
})

function medianOf(logs: Float64Array): number {
  const sorted = logs.toSorted()
  return (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2
}

function spreadOf(logs: Float64Array): number {
  const sorted = logs.toSorted()
  return (sorted[Math.floor(0.95 * sorted.length)]! - sorted[Math.floor(0.05 * sorted.length)]!) / 3.29
}

/** Two shares of independent samples within five standard errors, each error at least that of one success. */
function expectShare(own: number, other: number, n: number, runs: number): void {
  const pooled = Math.min(Math.max((own + other) / 2, 1 / n), 1 - 1 / n)
  expect(Math.abs(own - other)).toBeLessThan(5 * Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / runs)))
}
