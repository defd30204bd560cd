import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readGeneMapper, writeGeneMapper } from './genemapper.ts'

const samples = join(import.meta.dirname, '../../../../shared/data/formats')
const table = (...rows: string[]) => rows.map((row) => row.replaceAll('|', '\t')).join('\n')
const codes = (text: string, options = {}) =>
  readGeneMapper(text, options).problems.map(({ code, locus }) => [code, locus])

describe('long tables', () => {
  const head = 'Sample Name|Marker|Allele#1|Height#1|Allele#2|Height#2|Allele#3|Height#3'

  test('heights are ignored, homozygotes shown twice, sex taken from amelogenin', () => {
    const text = table(head, 'S1|AMEL|X|900|Y|800||', 'S1|TH01|6|1200|9.3|1100||', 'S1|TPOX|8|2000||||')
    expect(readGeneMapper(text)).toEqual({
      profiles: [{ sample: 'S1', sex: 'male', genotypes: { TH01: ['6', '9.3'], TPOX: ['8', '8'] } }],
      problems: [],
    })
  })

  test('off-ladder, three alleles and contradicting repeats are reported and stay untyped', () => {
    const text = table(
      head,
      'S1|TH01|OL|5|9.3|5||',
      'S1|FGA|20|5|21|5|22|5',
      'S1|TPOX|8|5||||',
      'S1|TPOX|8|5|11|5||',
      'S1|TH01|6|5|9.3|5||',
    )
    const { profiles } = readGeneMapper(text)
    expect(profiles).toEqual([{ sample: 'S1', genotypes: {} }])
    expect(codes(text)).toEqual([
      ['off-ladder', 'TH01'],
      ['too-many-alleles', 'FGA'],
      ['conflicting-duplicate', 'TPOX'],
    ])
  })

  test('other spellings are folded and reported once; unknown loci are left out', () => {
    const text = table(
      head,
      'S1|PENTA_D|9|5|12|5||',
      'S2|PENTA_D|9|5|12|5||',
      'S2|VWA|16|5|17|5||',
      'S2|D99S1|1|5|2|5||',
    )
    const { profiles } = readGeneMapper(text, { knownLoci: ['Penta D', 'vWA'] })
    expect(profiles.map(({ genotypes }) => Object.keys(genotypes))).toEqual([['Penta D'], ['Penta D', 'vWA']])
    expect(codes(text, { knownLoci: ['Penta D', 'vWA'] })).toEqual([
      ['locus-alias', 'Penta D'],
      ['locus-alias', 'vWA'],
      ['unknown-locus', 'D99S1'],
    ])
  })

  test('decimal commas, semicolons, a row that ends too early', () => {
    const text = 'Sample Name;Marker;Allele 1;Allele 2\nS1;TH01;6;9,3\nS1;TPOX'
    expect(readGeneMapper(text).profiles[0]!.genotypes).toEqual({ TH01: ['6', '9.3'] })
    expect(codes(text)).toEqual([['truncated', undefined]])
  })
})

test('wide tables: one column a locus, alleles as a list', () => {
  const text = table(
    'Sample File|Sample Name|D10S1248|Height|vWA|Height|AMEL|Height',
    'a.fsa|S1|12, 13, , |5, 6, , |9,3|7|X, , ,|8',
  )
  expect(readGeneMapper(text)).toEqual({
    profiles: [{ sample: 'S1', sex: 'female', genotypes: { D10S1248: ['12', '13'], vWA: ['9.3', '9.3'] } }],
    problems: [],
  })
})

test('what is written is read back', () => {
  const allele = fc.constantFrom('6', '9.3', '12', '30.2')
  const genotype = fc.tuple(allele, allele).map((pair) => [...pair].sort((a, b) => Number(a) - Number(b)))
  const profile = fc.record({
    sample: fc.constantFrom('S1', 'S 2', 'ß3'),
    sex: fc.constantFrom('male' as const, 'female' as const),
    genotypes: fc.record({ TH01: genotype, FGA: genotype }, { requiredKeys: [] }),
  })
  fc.assert(
    fc.property(fc.uniqueArray(profile, { minLength: 1, selector: ({ sample }) => sample }), (profiles) => {
      expect(readGeneMapper(writeGeneMapper(profiles))).toEqual({ profiles, problems: [] })
    }),
  )
})

test('anything at all is read without an exception, and nonsense is named', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => void readGeneMapper(text)))
  fc.assert(
    fc.property(
      fc.string({ maxLength: 200 }),
      (rest) => void readGeneMapper(`Sample Name\tMarker\tAllele 1\n${rest}`),
    ),
  )
  expect(codes('')).toEqual([['empty', undefined]])
  expect(codes('%PDF-1.7 nonsense')).toEqual([['not-a-genemapper-table', undefined]])
})

test.skipIf(!existsSync(samples))('published samples', () => {
  const read = (name: string) => readGeneMapper(readFileSync(join(samples, name), 'utf8'))
  const report = read('sample-genemapper-allelereport-ppf6c.txt')
  expect(report.profiles[0]).toMatchObject({
    sample: '1_11148_1A2',
    sex: 'male',
    genotypes: { D2S441: ['11', '11'], 'Penta E': ['7', '12'] },
  })
  expect(new Set(report.problems.map(({ code }) => code))).toEqual(new Set(['too-many-alleles']))
  expect(read('sample-genemapper-heights.txt').profiles).toHaveLength(4)
})
