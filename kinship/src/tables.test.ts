import { describe, expect, test } from 'vitest'
import { lociFrom } from './frequency-table.ts'
import { minimumOf } from './minimum-frequency.ts'
import { frequencyTables, furtherTables, getFrequencyTable, strLinkageMap } from './tables.ts'
import { toFrequencyTable } from './tables-compact.ts'

test('every table names its source and licence, and its frequencies sum to 1 within 0.02', () => {
  for (const { loci, source, licence } of [...frequencyTables, ...furtherTables]) {
    expect([source, licence].every((text) => text.length > 0)).toBe(true)
    for (const { alleles, frequencies } of Object.values(loci)) {
      expect(frequencies).toHaveLength(alleles.length)
      expect(new Set(alleles).size).toBe(alleles.length)
      expect(Math.abs(frequencies.reduce((sum, p) => sum + p, 0) - 1)).toBeLessThanOrEqual(0.02)
    }
  }
})

test('NIST: 1036 people in four groups; CSF1PO 7 of 38 in 684 among African Americans', () => {
  const groups = frequencyTables.filter(({ id }) => id.startsWith('nist'))
  expect(groups.reduce((sum, { n }) => sum + n!, 0)).toBe(1036)
  const { alleles, frequencies } = getFrequencyTable('nist1036-african-american').loci.CSF1PO!
  expect(frequencies[alleles.indexOf('7')]).toBe(38 / 684)
})

test('the Oslo "Middle Asia" table says whom it does not describe', () => {
  const table = getFrequencyTable('norstr-middle-asia')
  expect(table.title).not.toMatch(/kazakh|central/i)
  expect(table.note).toMatch(/does not describe Kazakhstan/)
})

test('no two tables have the same id; every locus that was counted says how many', () => {
  const all = [...frequencyTables, ...furtherTables]
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  for (const { n, loci } of all.filter((table) => table.n !== null)) {
    const sizes = Object.values(loci).map(({ chromosomes }) => chromosomes!)
    expect(Math.max(...sizes)).toBe(2 * n!)
    expect(Math.min(...sizes)).toBeGreaterThan(0)
  }
})

test('STRidER: Saudi Arabia counts 523 people, TH01 9.3 at 0.0956023; FBI: Penta D 2.2 twice in 404 alleles', () => {
  const saudi = getFrequencyTable('strider-saudi-arabia')
  expect(saudi.n).toBe(523)
  const { alleles, frequencies } = saudi.loci.TH01!
  expect(frequencies[alleles.indexOf('9.3')]).toBe(0.0956023)
  const pentaD = getFrequencyTable('fbi2015-caucasian').loci['Penta D']!
  expect(pentaD.frequencies[pentaD.alleles.indexOf('2.2')]).toBe(2 / 404)
})

test('a table of a few people says that they are few', () => {
  const small = furtherTables.filter(({ n }) => n !== null && n < 60)
  expect(small.map(({ id }) => id)).toContain('hgdp-uygur')
  for (const { note } of small) expect(note).toMatch(/Very few people/)
})

test('counts become shares of their sum', () => {
  const about = { id: 't', title: 'T', source: 'S', licence: 'L', note: '' }
  expect(toFrequencyTable({ ...about, loci: { A: { alleles: ['5', '6'], counts: [1, 3] } } })).toEqual({
    ...about,
    n: 2,
    loci: { A: { alleles: ['5', '6'], frequencies: [0.25, 0.75], chromosomes: 4 } },
  })
  const printed = toFrequencyTable({ ...about, loci: { A: { alleles: ['5'], frequencies: [1] } } })
  expect([printed.n, printed.loci.A!.chromosomes]).toEqual([null, undefined])
})

test('the linkage map holds 50 loci; vWA and D12S391 lie 11.941 cM apart (KLINK)', () => {
  const { vWA, D12S391 } = strLinkageMap
  expect(Object.keys(strLinkageMap)).toHaveLength(50)
  expect([vWA!.chromosome, D12S391!.chromosome]).toEqual(['12', '12'])
  expect(D12S391!.cM - vWA!.cM).toBeCloseTo(11.941, 10)
})

describe('loci from a table', () => {
  const table = {
    id: 't',
    title: 'T',
    source: '',
    licence: '',
    note: '',
    n: 100,
    loci: { L: { alleles: ['5', '7'], frequencies: [0.5, 0.5] } },
  }
  const choice = { names: ['L'], mutation: { model: 'none' } as const, minimumFrequency: 0.01 }

  test('an observed allele the table lacks comes in at the minimum; all divided by their sum', () => {
    const [locus] = lociFrom(table, { ...choice, observed: { X: { L: ['6', '7'] } } })
    expect(locus).toMatchObject({ alleles: ['5', '6', '7'], addedAlleles: ['6'], publishedSum: 1 })
    expect(locus!.frequencies).toEqual([0.5 / 1.01, 0.01 / 1.01, 0.5 / 1.01])
  })

  test('5/2N needs N; rates go by locus where known', () => {
    expect(minimumOf(table, '5/2N')).toBe(5 / 200)
    expect(() => minimumOf({ ...table, n: null }, '5/2N')).toThrow(/how many people/)
    const mutation = { model: 'stepwise', rate: 0.002, ratePerLocus: { L: 0.001 }, range: 0.2 } as const
    expect(lociFrom(table, { ...choice, mutation })[0]!.mutation?.male).toEqual({
      model: 'stepwise',
      rate: 0.001,
      rate2: 0,
      range: 0.2,
    })
    expect(() => lociFrom(table, { ...choice, names: ['Q'] })).toThrow(/no locus Q/)
  })

  test('dawid takes a range, a transform goes along, and a rate may depend on the sex of the parent', () => {
    const ratePerLocus = { L: { female: 0.001, male: 0.003 } }
    const mutation = { model: 'dawid', rate: 0.002, ratePerLocus, transform: 'MH' } as const
    expect(lociFrom(table, { ...choice, mutation })[0]!.mutation).toEqual({
      female: { model: 'dawid', rate: 0.001, range: 0.1, transform: 'MH' },
      male: { model: 'dawid', rate: 0.003, range: 0.1, transform: 'MH' },
    })
  })
})
