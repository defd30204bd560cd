import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { KinshipRefusal } from '../refusal.ts'
import type { Sex } from '../types.ts'
import { readNiem } from './niem.ts'
import { type NiemFile, type NiemMember, type NiemPedigree, niemPedigreeStatuses } from './niem-file.ts'
import { niemPeople, niemRelationship, niemRelationships, niemSamples } from './niem-people.ts'
import { writeNiem } from './niem-write.ts'

const refusal = (run: () => unknown) => {
  try {
    run()
    return null
  } catch (error) {
    if (!(error instanceof KinshipRefusal)) throw error
    return [error.code, error.message]
  }
}

/** The case of the published sample in short: a wife and a son seek the husband and father. */
const published = `<smpl:DNADataTransaction xmlns:smpl="urn:any" xmlns:biom="http://release.niem.gov/niem/domains/biometrics/5.1/"
 xmlns:nc="http://release.niem.gov/niem/niem-core/5.0/" xmlns:structures="http://release.niem.gov/niem/structures/5.0/">
 <biom:DNARecord>
  <biom:DNACategoryCode>Family Relative</biom:DNACategoryCode>
  <biom:DNADonor><nc:PersonBirthDate><nc:Date>2000-10-23</nc:Date></nc:PersonBirthDate><nc:PersonSexText>Male</nc:PersonSexText></biom:DNADonor>
  <biom:DNADataIdentification><nc:IdentificationID>C-98</nc:IdentificationID><nc:IdentificationCategoryDescriptionText>Case ID</nc:IdentificationCategoryDescriptionText></biom:DNADataIdentification>
  <biom:DNADataIdentification><nc:IdentificationID>P-2</nc:IdentificationID><nc:IdentificationCategoryDescriptionText>DNA Profile ID</nc:IdentificationCategoryDescriptionText></biom:DNADataIdentification>
  <biom:DNAEncoding><biom:DNATypingTechnologyCode>STR</biom:DNATypingTechnologyCode>
   <biom:DNASource><biom:DNASourceIdentification><nc:IdentificationID>1810220101</nc:IdentificationID></biom:DNASourceIdentification></biom:DNASource>
   <biom:DNASTRData><biom:DNAKit><biom:DNAKitName>GlobalFiler</biom:DNAKitName></biom:DNAKit>
    <biom:DNASTRProfilePartialIndicator>false</biom:DNASTRProfilePartialIndicator>
    <biom:DNALocus><biom:DNALocusName>Amelogenin</biom:DNALocusName><biom:DNALocusCategoryCode>Autosomal</biom:DNALocusCategoryCode><biom:DNALocusQualityStatusCode>Normal</biom:DNALocusQualityStatusCode>
     <biom:DNAAllele><biom:DNAAlleleOperatorCode>Equal</biom:DNAAlleleOperatorCode><biom:DNAAlleleCall1Text>X</biom:DNAAlleleCall1Text></biom:DNAAllele>
     <biom:DNAAllele><biom:DNAAlleleCall1Text>Y</biom:DNAAlleleCall1Text></biom:DNAAllele></biom:DNALocus>
    <biom:DNALocus><biom:DNALocusName>VWA</biom:DNALocusName><biom:DNALocusQualityStatusCode>Partial</biom:DNALocusQualityStatusCode>
     <biom:DNAAllele><biom:DNAAlleleCall1Text>16</biom:DNAAlleleCall1Text></biom:DNAAllele></biom:DNALocus>
    <biom:DNALocus><biom:DNALocusName>CSF1PO</biom:DNALocusName><biom:DNALocusQualityStatusCode>Not Definitive</biom:DNALocusQualityStatusCode>
     <biom:DNAAllele><biom:DNAAlleleCall1Text>10</biom:DNAAlleleCall1Text></biom:DNAAllele></biom:DNALocus>
    <biom:DNALocus><biom:DNALocusName>FGA</biom:DNALocusName><biom:DNALocusQualityStatusCode>Normal</biom:DNALocusQualityStatusCode>
     <biom:DNAAllele><biom:DNAAlleleOperatorCode>AboveUpperLimit</biom:DNAAlleleOperatorCode><biom:DNAAlleleCall1Text>51.2</biom:DNAAlleleCall1Text></biom:DNAAllele></biom:DNALocus>
   </biom:DNASTRData></biom:DNAEncoding>
 </biom:DNARecord>
 <biom:Pedigree>
  <biom:PedigreeIdentification><nc:IdentificationID>C-98</nc:IdentificationID></biom:PedigreeIdentification>
  <biom:PedigreeStatusCode>Claimed</biom:PedigreeStatusCode>
  <biom:PedigreeMember structures:id="ID-1"><biom:PedigreeMemberIdentification><nc:IdentificationID>P-1</nc:IdentificationID></biom:PedigreeMemberIdentification><nc:PersonSexText>Female</nc:PersonSexText><biom:PedigreeMemberStatusCode>K</biom:PedigreeMemberStatusCode></biom:PedigreeMember>
  <biom:PedigreeMember structures:id="ID-2"><nc:PersonSexText>Male</nc:PersonSexText><biom:PedigreeMemberStatusCode>S</biom:PedigreeMemberStatusCode></biom:PedigreeMember>
  <biom:PedigreeMember structures:id="ID-3"><biom:PedigreeMemberIdentification><nc:IdentificationID>P-2</nc:IdentificationID></biom:PedigreeMemberIdentification><nc:PersonSexText>Male</nc:PersonSexText><biom:PedigreeMemberStatusCode>K</biom:PedigreeMemberStatusCode>
   <biom:PedigreeFatherIdentification structures:metadata="ID-2"/><biom:PedigreeMotherIdentification structures:ref="ID-1"/></biom:PedigreeMember>
 </biom:Pedigree>
</smpl:DNADataTransaction>`

describe('the published case', () => {
  const file = readNiem(published)

  test('records and pedigree', () => {
    expect(file.records[0]).toMatchObject({
      ...{ category: 'Family Relative', sex: 'male', birthDate: '2000-10-23', sampleId: '1810220101' },
      ...{ kit: 'GlobalFiler', isPartial: false },
      identifications: [
        { id: 'C-98', category: 'Case ID' },
        { id: 'P-2', category: 'DNA Profile ID' },
      ],
    })
    expect(niemPeople(file.pedigrees[0]!)).toEqual([
      { id: 'P-1', father: null, mother: null, sex: 'female' },
      { id: 'ID-2', father: null, mother: null, sex: 'male' },
      { id: 'P-2', father: 'ID-2', mother: 'P-1', sex: 'male' },
    ])
  })

  test('a partial locus is half a genotype; ambiguous calls and calls beyond the ladder stay untyped', () => {
    const { samples, problems } = niemSamples(file)
    expect(samples).toEqual([{ sample: 'P-2', sex: 'male', genotypes: { vWA: ['16', null] } }])
    expect(problems.map(({ code, locus }) => [code, locus])).toEqual([
      ['allele-unreadable', 'CSF1PO'],
      ['off-ladder', 'FGA'],
    ])
  })

  test('two typings of one sample are one profile; where they disagree the locus stays untyped', () => {
    const second = (allele: string) =>
      published.replace(
        '</biom:DNAEncoding>',
        `</biom:DNAEncoding><biom:DNAEncoding><biom:DNASTRData><biom:DNASTRProfilePartialIndicator>true</biom:DNASTRProfilePartialIndicator>
        <biom:DNALocus><biom:DNALocusName>vWA</biom:DNALocusName><biom:DNALocusQualityStatusCode>Normal</biom:DNALocusQualityStatusCode>
        <biom:DNAAllele><biom:DNAAlleleCall1Text>${allele}</biom:DNAAlleleCall1Text></biom:DNAAllele></biom:DNALocus></biom:DNASTRData></biom:DNAEncoding>`,
      )
    expect(readNiem(second('16')).records[0]!.isPartial).toBe(true)
    expect(niemSamples(readNiem(second('16'))).samples[0]!.genotypes).toEqual({ vWA: ['16', null] })
    const { samples, problems } = niemSamples(readNiem(second('17')))
    expect(samples[0]!.genotypes).toEqual({})
    expect(problems.map(({ code }) => code)).toContain('conflicting-duplicate')
  })

  test('what each is to the person sought', () => {
    const code = (key: string) => niemRelationship(file.pedigrees[0]!, key)
    expect(['ID-1', 'ID-2', 'ID-3', 'nobody'].map(code)).toEqual([7, null, 1, null])
  })

  test('it survives being written, and 5.0 and 5.2 are read alike', () => {
    expect(readNiem(writeNiem(file))).toEqual(file)
    expect(readNiem(published.replace('biometrics/5.1/', 'biometrics/5.2/'))).toEqual(file)
  })
})

test('the relationship code of every kind of relative', () => {
  const parents: Record<string, [string, string]> = {
    sought: ['father', 'mother'],
    father: ['grandfather', 'grandmother'],
    brother: ['father', 'mother'],
    halfSister: ['father', 'stranger'],
    mother: ['maternal grandfather', 'maternal grandmother'],
    uncle: ['maternal grandfather', 'maternal grandmother'],
    cousin: ['uncle', 'stranger 2'],
    son: ['sought', 'wife'],
    grandson: ['son', 'stranger 3'],
    nephew: ['brother', 'stranger 4'],
  }
  const keys = [...new Set([...Object.keys(parents), ...Object.values(parents).flat()])]
  const pedigree: NiemPedigree = {
    identifications: [{ id: '1' }],
    status: 'Claimed',
    comments: [],
    members: keys.map((key) => ({
      key,
      identifications: [],
      sex: 'unknown',
      status: key === 'sought' ? 'sought' : 'known',
      father: parents[key]?.[0] ?? null,
      mother: parents[key]?.[1] ?? null,
    })),
  }
  const word = (key: string) => niemRelationships[niemRelationship(pedigree, key)!]
  expect(word('son')).toBe('Biological Child')
  expect(word('father')).toBe('Biological Father')
  expect(word('mother')).toBe('Biological Mother')
  expect(['brother', 'halfSister'].map(word)).toEqual(['Biological Sibling', 'Biological Sibling'])
  expect(['uncle', 'cousin', 'maternal grandmother'].map(word)).toEqual(Array(3).fill('Maternal Relative'))
  expect(word('grandfather')).toBe('Paternal Relative')
  expect(['wife', 'stranger', 'nephew'].map(word)).toEqual(Array(3).fill('Other/Unknown'))
  const twoSought = pedigree.members.map((one) => ({ ...one, status: 'sought' as const }))
  expect(niemRelationship({ ...pedigree, members: twoSought }, 'son')).toBeNull()
})

const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 6 })
  .filter((one) => one.trim() === one && one !== '')
const sex = fc.constantFrom<Sex>('male', 'female', 'unknown')
const identification = fc.record({ id: text, category: text }, { requiredKeys: ['id'] })
const identifications = fc.array(identification, { maxLength: 2 })
const allele = fc.record(
  {
    operator: fc.constantFrom(
      'Equal' as const,
      'AboveUpperLimit' as const,
      'BelowLowerLimit' as const,
      'Range' as const,
    ),
    value: text,
    upTo: text,
  },
  { requiredKeys: ['value'] },
)
const locus = fc.record({
  name: fc.constantFrom('AMEL', 'vWA', 'Penta D', 'DYS391', 'DXS8378', 'HV1'),
  quality: fc.constantFrom(
    'Normal' as const,
    'Partial' as const,
    'Not Definitive' as const,
    'Silent Allele' as const,
  ),
  alleles: fc.array(allele, { minLength: 1, maxLength: 3 }),
})
const record = fc.record(
  {
    ...{ category: text, sex, birthDate: text, identifications, sampleId: text, kit: text },
    ...{
      kitManufacturer: text,
      batchId: text,
      isPartial: fc.boolean(),
      loci: fc.array(locus, { maxLength: 4 }),
    },
  },
  { requiredKeys: ['sex', 'identifications', 'loci'] },
)
const pedigreeOf = (index: number) =>
  fc.integer({ min: 1, max: 5 }).chain((size) => {
    const key = (i: number) => `P${index}-${i}`
    const parent = (i: number) => fc.option(fc.constantFrom(...Array.from({ length: i }, (_, j) => key(j))))
    const member = (i: number): fc.Arbitrary<NiemMember> =>
      fc.record(
        {
          ...{ key: fc.constant(key(i)), identifications: fc.constant([]), sex, comment: text },
          status: fc.constantFrom('known' as const, 'sought' as const, 'unknown' as const),
          father: i === 0 ? fc.constant(null) : parent(i),
          mother: i === 0 ? fc.constant(null) : parent(i),
        },
        { requiredKeys: ['key', 'identifications', 'sex', 'status', 'father', 'mother'] },
      )
    return fc.record({
      identifications: fc.array(identification, { minLength: 1, maxLength: 2 }),
      status: fc.constantFrom(...niemPedigreeStatuses),
      members: fc.tuple(...Array.from({ length: size }, (_, i) => member(i))),
      comments: fc.array(text, { maxLength: 2 }),
    })
  })
const file: fc.Arbitrary<NiemFile> = fc
  .record({ records: fc.array(record, { maxLength: 3 }), pedigrees: fc.tuple(pedigreeOf(1), pedigreeOf(2)) })
  .map(({ records, pedigrees }) => ({ records, pedigrees: [...pedigrees] }))

test('what is written is read back', () => {
  fc.assert(
    fc.property(file, (given) => {
      expect(readNiem(writeNiem(given))).toEqual(given)
    }),
  )
})

test('what is missing, unknown or of the older form is refused and named', () => {
  const read = (from: string | RegExp, to: string) => refusal(() => readNiem(published.replace(from, to)))
  expect(refusal(() => readNiem('<a/>'))?.[0]).toBe('not-a-niem-file')
  expect(
    refusal(() =>
      readNiem('<b:DNASample xmlns:b="http://release.niem.gov/niem/domains/biometrics/5.1/"/>'),
    )?.[0],
  ).toBe('niem-dna-sample')
  expect(read('biometrics/5.1/', 'biometrics/9.9/')?.[0]).toBe('not-a-niem-file')
  expect(read('"ID-2"/>', '"ID-9"/>')).toEqual(['xml-incomplete', expect.stringContaining('"ID-9"')])
  expect(read('structures:id="ID-2"', 'structures:id="ID-1"')?.[0]).toBe('xml-incomplete')
  expect(read('>Claimed<', '>Hoped<')).toEqual(['xml-incomplete', expect.stringContaining('"Hoped"')])
  expect(read('<biom:DNALocusName>VWA</biom:DNALocusName>', '')).toEqual([
    'xml-incomplete',
    expect.stringMatching(/^Line 15: <DNALocus> has no <DNALocusName>/),
  ])
  expect(read(/<biom:DNALocus>/, `${'<biom:DNALocus/>'.repeat(1000)}<biom:DNALocus>`)?.[0]).toBe(
    'too-many-loci',
  )
  expect(refusal(() => writeNiem({ records: [], pedigrees: [] }))?.[0]).toBe('not-writable')
})
