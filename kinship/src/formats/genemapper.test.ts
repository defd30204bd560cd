import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readGeneMapper } from './genemapper.ts'

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

describe('what laboratories do to the export', () => {
  test('two columns a locus, numbered or not', () => {
    const expected = { TH01: ['6', '9.3'], 'Penta D': ['9', '9'] }
    const numbered = table('Sample|TH01_1|TH01_2|Penta D 1|Penta D 2', 'S1|6|9.3|9|')
    const plain = table('Sample|TH01|TH01|Penta D|Penta D', 'S1|6|9,3|9|9')
    expect(readGeneMapper(numbered).profiles[0]!.genotypes).toEqual(expected)
    expect(readGeneMapper(plain).profiles[0]!.genotypes).toEqual(expected)
  })

  test('one row an allele; the sample file where there is no sample name', () => {
    const text = table(
      'Sample File|Marker|Allele|Height',
      'S1.hid|TH01|6|900',
      'S1.hid|TH01|9.3|800',
      'S1.hid|FGA|20|1',
    )
    expect(readGeneMapper(text).profiles).toEqual([
      { sample: 'S1.hid', genotypes: { TH01: ['6', '9.3'], FGA: ['20', '20'] } },
    ])
  })

  test('each column of a long table holds one allele, so a decimal comma is a decimal comma', () => {
    const text = 'Sample Name;Marker;Allele 1;Allele 2\nS1;D2S441;11,4;14\nS1;TH01;08;9,3'
    expect(readGeneMapper(text).profiles[0]!.genotypes).toEqual({
      D2S441: ['11.4', '14'],
      TH01: ['8', '9.3'],
    })
  })

  test('ladders are no samples, a title above the table is passed over, quotes are taken off', () => {
    const text = table(
      'Export of 12 May',
      '"Sample Name"|"Sample Type"|"Marker"|"Allele 1"|"Allele 2"',
      'L|Allelic Ladder|TH01|4|5',
      '"S1"|Sample|TH01|6|9.3',
    )
    expect(readGeneMapper(text)).toEqual({
      profiles: [{ sample: 'S1', genotypes: { TH01: ['6', '9.3'] } }],
      problems: [],
    })
  })

  test('Y and mitochondrial loci and the X of a man have one allele', () => {
    const head = 'Sample Name|Marker|Allele 1|Allele 2'
    const text = table(
      head,
      'S1|AMEL|X|Y',
      'S1|DYS391|10|',
      'S1|DXS8378|11|',
      'S2|AMEL|X|X',
      'S2|DXS8378|11|',
    )
    expect(readGeneMapper(text).profiles.map(({ genotypes }) => genotypes)).toEqual([
      { DYS391: ['10'], DXS8378: ['11'] },
      { DXS8378: ['11', '11'] },
    ])
  })

  test('headers as R writes them, bases of SNPs', () => {
    const text = table('Sample.Name|Marker|Allele.1|Allele.2|Remark', 'S1|rs1490413|G|A|', 'S1|TH01|8||x')
    expect(readGeneMapper(text).profiles[0]!.genotypes).toEqual({ rs1490413: ['A', 'G'], TH01: ['8', '8'] })
  })

  test('a sample with more loci than any kit is refused', () => {
    const rows = Array.from({ length: 10_002 }, (_, i) => `S1|D1S${i}|1|2`)
    expect(codes(table('Sample Name|Marker|Allele 1|Allele 2', ...rows))).toEqual([['too-large', undefined]])
  })
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
  expect(report.problems[0]).toMatchObject({ locus: 'D3S1358', row: 3 })
  const heights = read('sample-genemapper-heights.txt').profiles
  expect(heights.map(({ sex }) => sex)).toEqual(['female', 'female', 'male', expect.anything()])
  expect(heights[0]!.genotypes).toMatchObject({ D10S1248: ['10', '11'], vWA: ['10', '10'] })
  const mixture = read('sample-genemapper.txt')
  expect(mixture.profiles).toMatchObject([
    { sample: '4550468_20130809113_AAGG2102NL#01', sex: 'male', genotypes: {} },
  ])
  expect(new Set(mixture.problems.map(({ code }) => code))).toEqual(
    new Set(['too-many-alleles', 'off-ladder']),
  )
})
