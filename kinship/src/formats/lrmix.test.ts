import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FrequencyTable } from '../frequency-table.ts'
import { KinshipRefusal } from '../refusal.ts'
import { readLrmixFrequencies, readLrmixReference, writeLrmixFrequencies } from './lrmix.ts'

const shared = join(import.meta.dirname, '../../../../shared/data/formats')
const heading = { id: 't', title: 'T', source: '', licence: '', note: '', n: null }
const refusal = (text: string) => {
  try {
    readLrmixFrequencies(text, heading)
    return null
  } catch (error) {
    if (!(error instanceof KinshipRefusal)) throw error
    return [error.code, error.message]
  }
}

/** Shares of a whole, so that they sum to 1; alleles by number, as a file lists them. */
const locus = fc
  .uniqueArray(fc.constantFrom<string[]>('5', '6', '9', '9.3', '10', '30.2', 'X'), {
    minLength: 1,
    maxLength: 7,
  })
  .chain((alleles) =>
    fc.tuple(
      fc.constant(alleles),
      fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: alleles.length, maxLength: alleles.length }),
    ),
  )
  .map(([alleles, parts]) => {
    const order = ['5', '6', '9', '9.3', '10', '30.2', 'X'].filter((allele) => alleles.includes(allele))
    const total = parts.reduce((sum, part) => sum + part, 0)
    return { alleles: order, frequencies: parts.map((part) => part / total) }
  })
const name = fc.constantFrom('TH01', 'vWA', 'Penta D', 'DYS391', '=own', 'a;b,c')
const table = fc
  .dictionary(name, locus, { minKeys: 1 })
  .map((loci): FrequencyTable => ({ ...heading, loci: { ...loci } }))

describe('frequencies', () => {
  test('what is written is read back, to the last digit', () => {
    fc.assert(
      fc.property(table, (given) => {
        expect(readLrmixFrequencies(writeLrmixFrequencies(given), heading)).toEqual(given)
      }),
    )
  })

  test('blank and 0 are no allele; decimal commas, other spellings, quotes', () => {
    const text = '"Allele";"VWA";"PENTA_D"\n"16";"0,4";\n"9,3";;"1"\n17;0,6;0'
    expect(readLrmixFrequencies(text, heading).loci).toEqual({
      vWA: { alleles: ['16', '17'], frequencies: [0.4, 0.6] },
      'Penta D': { alleles: ['9.3'], frequencies: [1] },
    })
  })

  test('what is wrong is refused and named', () => {
    expect(refusal('a,b\n1,2')?.[0]).toBe('not-a-frequency-table')
    expect(refusal('Allele,VWA,vWA\n16,1,1')).toEqual(['locus-twice', expect.stringContaining('vWA')])
    expect(refusal('Allele,TH01\n6,40\n7,60')).toEqual(['frequency-range', expect.stringContaining('Line 2')])
    expect(refusal('Allele,TH01\n6,-0.1')?.[0]).toBe('frequency-range')
    expect(refusal('Allele,TH01\n6,NaN')?.[0]).toBe('frequency-range')
    expect(refusal('Allele,TH01,FGA\n6,0.5,1')).toEqual(['frequency-sum', expect.stringContaining('TH01')])
    expect(refusal('Allele,TH01\n6,0.5\n6,0.5')).toEqual(['allele-twice', expect.stringContaining('Line 3')])
    expect(refusal('Allele,TH01\n,1')?.[0]).toBe('allele-unreadable')
  })
})

test('a file that is no reference table is refused', () => {
  expect(() => readLrmixReference('a,b\n1,2')).toThrow(KinshipRefusal)
  expect(readLrmixReference('SampleName\tMarker\tAllele1\tAllele2\nA\tVWA\t16\t16').profiles).toEqual([
    { sample: 'A', genotypes: { vWA: ['16', '16'] } },
  ])
})

test.skipIf(!existsSync(shared))('published samples (LRmix Studio, SmartRank)', () => {
  const read = (file: string) => readFileSync(join(shared, file), 'utf8')
  const { loci } = readLrmixFrequencies(read('sample-lrmix-popstat.csv'), heading)
  expect(Object.keys(loci)).toHaveLength(15)
  expect(loci.TH01!.frequencies[loci.TH01!.alleles.indexOf('9.3')]).toBe(0.34809)
  const { profiles } = readLrmixReference(read('sample-lrmix-reference.csv'))
  expect(profiles).toMatchObject([
    { sample: 'OVXV0389BE#98', genotypes: { TPOX: ['8', '11'], vWA: ['16', '16'] } },
  ])
  expect(Object.keys(profiles[0]!.genotypes)).toHaveLength(16)
})
