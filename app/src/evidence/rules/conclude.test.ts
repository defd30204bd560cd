import type { Locus } from '@sandsage/kinship'
import { expect, test } from 'vitest'
import type { DrawnPerson } from '../model/family.ts'
import type { Genotypes } from '../model/samples.ts'
import { conclude, type FrequencyTable } from './conclude.ts'
import { hypothesesOf } from './hypotheses.ts'
import type { Evidence } from './weigh.ts'

const person = (
  id: string,
  sex: DrawnPerson['sex'],
  father: string | null = null,
  mother: string | null = null,
) => ({
  ...{ id, father, mother, sex },
})
const maternal = [
  person('x-1', 'male'),
  person('gm', 'female'),
  person('mo', 'female', 'x-1', 'gm'),
  person('x-2', 'male'),
  person('ch', 'female', 'x-2', 'mo'),
]
const locusOf = (name: string, p: number): Locus => ({
  ...{ name, chrom: 'autosomal', mutation: null, alleles: ['8', '9', '10'], frequencies: [p, 0.3, 0.7 - p] },
})
const tableOf = (id: string, p: number, names: string[]): FrequencyTable => ({
  id,
  lociFor: () => new Map(names.map((name) => [name, locusOf(name, p)])),
})
const evidenceOf = (genotypes: Record<string, Genotypes>): Evidence => ({
  hypotheses: hypothesesOf(maternal, ['ch'], 'both'),
  children: ['ch'],
  genotypes,
  parameters: { theta: 0, mutation: { model: 'none', rate: 0 }, minimumFrequency: 0.005 },
})

test('a grandmother and a child who are both 8/8: LR = 1/2 + 1/(2p), under every table', () => {
  const p = 0.1
  const found = conclude(
    evidenceOf({ gm: { FGA: ['8', '8'] }, ch: { FGA: ['8', '8'] } }),
    tableOf('a', p, ['FGA']),
    [tableOf('a', p, ['FGA']), tableOf('b', 0.2, ['FGA'])],
  )
  expect(Number(found.log10LR)).toBeCloseTo(Math.log10(1 / 2 + 1 / (2 * p)), 12)
  expect(Number(found.lnLR)).toBeCloseTo(Math.log(1 / 2 + 1 / (2 * p)), 12)
  expect(found.underTables).toMatchObject([{ table: 'b', loci: 1 }])
  expect(Number(found.underTables[0]!.log10LR)).toBeCloseTo(Math.log10(1 / 2 + 1 / (2 * 0.2)), 12)
  expect(found).toMatchObject({ finding: 'inconclusive', scale: { band: 'weak' } })
})

test('a grandmother who shares nothing at a locus: LR = 1/2, never an exclusion', () => {
  const found = conclude(
    evidenceOf({ gm: { FGA: ['9', '9'] }, ch: { FGA: ['8', '8'] } }),
    tableOf('a', 0.1, ['FGA']),
    [],
  )
  expect(Number(found.log10LR)).toBeCloseTo(Math.log10(1 / 2), 12)
  expect(found.finding).toBe('inconclusive')
})

test('each locus that is not weighed says why', () => {
  const genotypes = {
    gm: { FGA: ['8', '8'], vWA: ['8', '9'], DYS391: ['10'] },
    ch: { FGA: ['8', '8'], TH01: ['8', '9'], DYS391: ['10'] },
  }
  const { dropped, perLocus } = conclude(evidenceOf(genotypes), tableOf('a', 0.1, ['FGA', 'vWA', 'TH01']), [])
  expect(dropped).toEqual([
    { locus: 'DYS391', because: 'not-in-table' },
    { locus: 'TH01', because: 'relatives-not-typed' },
    { locus: 'vWA', because: 'child-not-typed' },
  ])
  expect(perLocus.map(({ locus }) => locus)).toEqual(['FGA'])
})

test('with nothing in common there is nothing to weigh', () => {
  const genotypes = { gm: { vWA: ['8', '9'] }, ch: { TH01: ['8', '9'] } }
  expect(() => conclude(evidenceOf(genotypes), tableOf('a', 0.1, ['vWA', 'TH01']), [])).toThrow(
    'no-common-locus',
  )
})
