import { describe, expect, test } from 'vitest'
import { lociFrom } from './frequency-table.ts'
import { minimumOf } from './minimum-frequency.ts'
import { frequencyTables, getFrequencyTable } from './tables.ts'

test('every table names its source and licence, and its frequencies sum to 1 within 0.02', () => {
  for (const { loci, source, licence } of frequencyTables) {
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
})
