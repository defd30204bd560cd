import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { KinshipRefusal } from '../refusal.ts'
import { type CodisFile, type CodisSpecimen, codisSamples, readCodis } from './codis.ts'
import { readCodisCsv } from './codis-csv.ts'
import { codisCategories, codisLoci } from './codis-terms.ts'
import { writeCodis } from './codis-write.ts'

const shared = join(import.meta.dirname, '../../../../shared/data/formats')
const refusal = (run: () => unknown) => {
  try {
    run()
    return null
  } catch (error) {
    if (!(error instanceof KinshipRefusal)) throw error
    return [error.code, error.message]
  }
}

const text = (most: number) =>
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 6 })
    .filter((word) => word.trim() === word && word.length <= most && word !== '')
const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined })
const stamp = fc.constantFrom('2015-04-07T16:23:00', '2026-11-23T00:00:00Z')
const locus = fc.record(
  {
    name: fc.constantFrom(...codisLoci),
    readBy: text(20),
    readAt: stamp,
    batchId: text(32),
    kit: text(32),
    alleles: fc.array(fc.record({ value: text(10), isRequired: fc.boolean() }, { requiredKeys: ['value'] }), {
      minLength: 1,
      maxLength: 8,
    }),
  },
  { requiredKeys: ['name', 'readBy', 'readAt', 'alleles'] },
)
const specimen = fc.record(
  {
    id: text(24),
    category: fc.constantFrom(...codisCategories),
    comment: text(255),
    sourceId: fc.constantFrom('Yes', 'No', 'N/A'),
    caseId: text(32),
    isPartial: fc.boolean(),
    loci: fc.uniqueArray(locus, { minLength: 1, maxLength: 5, selector: ({ name }) => name }),
  },
  { requiredKeys: ['id', 'category', 'loci'] },
)
const file = fc.record(
  {
    version: fc.constantFrom('3.2', '3.3'),
    destination: text(10),
    sourceLab: text(10),
    submittedBy: text(20),
    submittedAt: stamp,
    batchId: text(32),
    kit: text(32),
    specimens: fc.uniqueArray(specimen, { minLength: 1, maxLength: 4, selector: ({ id }) => id }),
  },
  { requiredKeys: ['version', 'destination', 'sourceLab', 'submittedBy', 'submittedAt', 'specimens'] },
)

const one: CodisSpecimen = {
  id: 'A#1',
  category: 'Maternal Relative',
  loci: [{ name: 'TH01', readBy: 'me', readAt: '2015-04-07T01:13:00', alleles: [{ value: '6' }] }],
}
const whole: CodisFile = {
  version: '3.2',
  destination: 'ORI',
  sourceLab: 'LAB',
  submittedBy: 'me',
  submittedAt: '2015-04-07T16:23:00',
  specimens: [one],
}
const withLoci = (...alleles: [name: string, values: string[]][]): CodisSpecimen => ({
  ...one,
  loci: alleles.map(([name, values]) => ({
    ...one.loci[0]!,
    name,
    alleles: values.map((value) => ({ value })),
  })),
})

describe('CMF 3.2', () => {
  test('what is written is read back, with the namespace and without', () => {
    fc.assert(
      fc.property(file, optional(fc.boolean()), (given, hasNamespace) => {
        expect(readCodis(writeCodis(given, hasNamespace === undefined ? {} : { hasNamespace }))).toEqual(
          given,
        )
      }),
    )
  })

  test('loci are spelled as the schema spells them', () => {
    const written = writeCodis({
      ...whole,
      specimens: [withLoci(['Y-GATA-H4', ['11']], ['DYS389I', ['13']])],
    })
    expect(written).toContain('<LOCUSNAME>YGATAH4</LOCUSNAME>')
    expect(written).toContain('<LOCUSNAME>DYS389 I</LOCUSNAME>')
  })

  test('a single allele is a homozygote, in a partial specimen one half of a genotype; a mixture is a problem', () => {
    const specimens = [
      withLoci(['TH01', ['6']], ['AMEL', ['X', 'Y']], ['DYS391', ['10']], ['FGA', ['20', '21', '22']]),
      { ...withLoci(['TH01', ['6']], ['FGA', ['20', '21']]), id: 'A#2', isPartial: true },
    ]
    const { samples, problems } = codisSamples({ ...whole, specimens })
    expect(samples).toEqual([
      { sample: 'A#1', sex: 'male', genotypes: { TH01: ['6', '6'], DYS391: ['10'] } },
      { sample: 'A#2', genotypes: { TH01: ['6', null], FGA: ['20', '21'] } },
    ])
    expect(problems.map(({ code, sample, locus: at }) => [code, sample, at])).toEqual([
      ['too-many-alleles', 'A#1', 'FGA'],
    ])
  })

  test('what is missing is named with its line, what is no CODIS file too', () => {
    expect(refusal(() => readCodis('<a/>'))).toEqual(['not-a-codis-file', expect.stringContaining('<a>')])
    const noId = writeCodis(whole).replace(/ *<SPECIMENID>.*\n/, '')
    expect(refusal(() => readCodis(noId))).toEqual([
      'xml-incomplete',
      'Line 9: <SPECIMEN> has no <SPECIMENID>: add it.',
    ])
    const partial = writeCodis(whole).replace('<SPECIMEN>', '<SPECIMEN PARTIAL="perhaps">')
    expect(refusal(() => readCodis(partial))?.[0]).toBe('xml-incomplete')
    const million = writeCodis(whole).replace(/<LOCUS>[\s\S]*<\/LOCUS>/, '<LOCUS/>'.repeat(100_000))
    expect(refusal(() => readCodis(million))?.[0]).toBe('too-many-loci')
  })

  test('what another laboratory could not import is not written', () => {
    const write = (change: Partial<CodisSpecimen>) =>
      refusal(() => writeCodis({ ...whole, specimens: [{ ...one, ...change }] }))
    expect(write({})).toBeNull()
    for (const change of [
      { id: 'x'.repeat(25) },
      { id: '' },
      { category: 'Cousin' },
      { sourceId: 'Perhaps' },
      { loci: [] },
      { loci: [one.loci[0]!, one.loci[0]!] },
      { loci: withLoci(['D6S1043', ['11']]).loci },
      { loci: withLoci(['TH01', []]).loci },
    ]) {
      expect(write(change)?.[0]).toBe('not-writable')
    }
    expect(refusal(() => writeCodis({ ...whole, specimens: [one, one] }))?.[0]).toBe('not-writable')
  })
})

describe('the database table', () => {
  test('NULL is no allele, one allele is a homozygote, four columns are read as two', () => {
    const table =
      'specimenId,TH01_1,TH01_2,TH01_3,TH01_4,PENTA_D_1,PENTA_D_2\nA#1,6,9.3,NULL,NULL,9,NULL\nB#2,NULL,NULL,NULL,NULL,NULL,NULL'
    const { profiles, problems } = readCodisCsv(table)
    expect(profiles).toEqual([
      { sample: 'A#1', genotypes: { TH01: ['6', '9.3'], 'Penta D': ['9', '9'] } },
      { sample: 'B#2', genotypes: {} },
    ])
    expect(problems.map(({ code }) => code)).toEqual(['locus-alias'])
  })

  test('numbered loci are not taken for numbered alleles', () => {
    const { profiles } = readCodisCsv('specimenId,DYS389_1,DYS389_2,HV 1,HV 2\nA,13,29,NULL,NULL')
    expect(profiles[0]!.genotypes).toEqual({ DYS389I: ['13'], DYS389II: ['29'] })
  })

  test('another table and a row cut short', () => {
    expect(refusal(() => readCodisCsv('a,b\n1,2'))?.[0]).toBe('not-a-codis-table')
    expect(readCodisCsv('specimenId,TH01_1,TH01_2\nA,6').problems).toMatchObject([
      { code: 'truncated', row: 2 },
    ])
  })
})

test.skipIf(!existsSync(shared))('published samples (SmartRank)', () => {
  const read = (name: string) => readFileSync(join(shared, name), 'utf8')
  const single = readCodis(read('sample-codis-single.xml'))
  expect(single).toMatchObject({
    sourceLab: 'NO-SOURCELAB',
    specimens: [{ category: 'Forensic, Unknown', caseId: '2099.12.31.000' }],
  })
  expect(readCodis(writeCodis(single))).toEqual(single)
  expect(readCodis(read('sample-codis-single.xml').replace(/ xmlns="[^"]*"/, ''))).toEqual(single)
  const { profiles } = readCodisCsv(read('sample-codis-db.csv'))
  expect(profiles).toHaveLength(10)
  expect(profiles[0]).toMatchObject({ sample: 'WMVX0000NO#00', genotypes: { TH01: ['6', '9.3'] } })
})
