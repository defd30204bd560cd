import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FrequencyTable } from '../frequency-table.ts'
import { KinshipRefusal } from '../refusal.ts'
import { readStrider, writeStrider } from './strider.ts'
import { writeStriderLong } from './strider-long.ts'
import { striderSource } from './strider-tables.ts'

const shared = join(import.meta.dirname, '../../../../shared/data/frequencies/strider_2024.csv')
const refusal = (text: string) => {
  try {
    readStrider(text)
    return null
  } catch (error) {
    if (!(error instanceof KinshipRefusal)) throw error
    return [error.code, error.message]
  }
}

const entry = fc.record({ half: fc.integer({ min: 1, max: 9 }), people: fc.integer({ min: 1, max: 5000 }) })
const locus = entry.map(({ half, people }) => ({
  alleles: ['6', '9.3', '10'],
  frequencies: [half / 20, half / 20, 1 - half / 10],
  chromosomes: 2 * people,
}))
const loci = fc.dictionary(fc.constantFrom('TH01', 'vWA', 'Penta E', 'Yindel'), locus, { minKeys: 1 })
const title = fc.oneof(
  fc.constantFrom('Saudi Arabia', '=Austria', 'a,b', '-', 'Қазақстан'),
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
    .filter((one) => one.trim() === one && one !== ''),
)
/** Tables as STRidER gives them: what its files do not say has one value. */
const tables = fc
  .uniqueArray(fc.tuple(title, loci), { minLength: 1, maxLength: 4, selector: ([one]) => one })
  .map((list) =>
    list.map(
      ([one, found]): FrequencyTable => ({
        id: readStrider(writeStrider([{ ...blank, title: one }]))[0]!.id,
        title: one,
        source: striderSource,
        licence: 'Free use with citation',
        note: '',
        n: Math.max(...Object.values(found).map(({ chromosomes }) => chromosomes)) / 2,
        loci: { ...found },
      }),
    ),
  )
const blank: FrequencyTable = {
  ...{ id: '', title: '', source: '', licence: '', note: '', n: 10 },
  loci: { TH01: { alleles: ['6'], frequencies: [1] } },
}
const byTitle = (list: FrequencyTable[]) => [...list].sort((a, b) => (a.title < b.title ? -1 : 1))

describe('both forms', () => {
  test('what is written is read back, each locus with the people counted at it', () => {
    fc.assert(
      fc.property(tables, (given) => {
        expect(byTitle(readStrider(writeStrider(given)))).toEqual(byTitle(given))
        expect(byTitle(readStrider(writeStriderLong(given)))).toEqual(byTitle(given))
      }),
    )
  })

  test('a block a locus: who was not typed there does not have it', () => {
    const found = readStrider(
      'TH01,,\nAllele,AUSTRIA,BOSNIA AND HERZEGOWINA\n,222,171\n6,0.4,\n9.3,0.6,1\nVWA,,\nAllele,AUSTRIA,BOSNIA AND HERZEGOWINA\n,221,\n16,1,\n',
    )
    expect(found.map(({ id, n }) => [id, n])).toEqual([
      ['strider-austria', 222],
      ['strider-bosnia-and-herzegowina', 171],
    ])
    expect(found[0]!.loci.vWA).toEqual({ alleles: ['16'], frequencies: [1], chromosomes: 442 })
    expect(Object.keys(found[1]!.loci)).toEqual(['TH01'])
  })

  test('what is wrong is refused and named', () => {
    expect(refusal('a,b\nc,d')).toEqual(['not-a-strider-file', expect.stringContaining('Line 1')])
    expect(refusal('TH01,\nAllele,X\n,many\n6,1')).toEqual([
      'not-a-strider-file',
      expect.stringContaining('Line 3'),
    ])
    expect(refusal('TH01,\nAllele,X\n,9\n6,2')?.[0]).toBe('frequency-range')
    expect(refusal('TH01,\nAllele,X\n,9\n6,0.3')).toEqual([
      'frequency-sum',
      expect.stringContaining('TH01 in X'),
    ])
    expect(refusal('TH01,\nAllele,X\n,9\n6,1\nTHO1,\nAllele,X\n,9\n6,1')?.[0]).toBe('locus-twice')
    expect(refusal('population,locus\nA,TH01')).toEqual([
      'not-a-strider-file',
      expect.stringContaining('"source"'),
    ])
  })

  test('a table that does not say how many people it counts is not written', () => {
    expect(() => writeStrider([{ ...blank, title: 'A', n: null }])).toThrow(KinshipRefusal)
    expect(() =>
      writeStrider([
        { ...blank, title: 'A' },
        { ...blank, title: 'A' },
      ]),
    ).toThrow(KinshipRefusal)
  })
})

test.skipIf(!existsSync(shared))('STRidER 2024: both forms hold the same figures', () => {
  const tables2024 = readStrider(readFileSync(shared, 'utf8'))
  expect(tables2024).toHaveLength(30)
  const austria = tables2024.find(({ title: one }) => one === 'Austria')!
  expect(austria.loci.D1S1656).toMatchObject({ chromosomes: 444 })
  expect(austria.loci.D1S1656!.frequencies[0]).toBe(0.00225225)
  const again = readStrider(writeStrider(tables2024))
  expect(again.map(({ title: one, loci: all }) => [one, all])).toEqual(
    tables2024.map(({ title: one, loci: all }) => [one, all]),
  )
})
