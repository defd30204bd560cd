import {
  codisCategories,
  familiasFromCase,
  pedColumns,
  readCodis,
  readFamilias,
  readPedsuite,
  writeCaseTable,
  writeCodis,
  writeCodisCsv,
  writeFamilias,
  writeGeneMapper,
  writeLrmixReference,
  writeMerlinDat,
  writePed,
  writePedsuite,
} from '@sandsage/kinship/formats'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  bringKit,
  consentAll,
  describeFamily,
  importFile,
  openOperation,
  openTypedFamily,
} from './evidence-world.ts'
import { openTestHouse, type TestHouse } from './house.ts'

let world: TestHouse
let operation: string
beforeAll(async () => {
  world = await openTestHouse({ now: () => new Date('2026-11-20T10:00:00Z') })
  operation = await openOperation(world)
})
afterAll(() => world.close())

const refused = (code: string) => ({ no: { kind: 'refusal', code } })
const sent = (name: string, content: string | Buffer) => ({
  name,
  base64: Buffer.from(content).toString('base64'),
})
const plan = (content: string | Buffer, loci?: string) =>
  world.as('geneticist')('evidence', 'planProfileImport', {
    file: sent('file', content),
    ...(loci && { loci: sent('loci.dat', loci) }),
  })

const genotypes = { TH01: ['6', '9.3'], FGA: ['20', '20'], vWA: ['16', '17'] }
const profiles = [{ sample: 'K-77', sex: 'female' as const, genotypes }]
const family = {
  loci: Object.keys(genotypes),
  families: [
    {
      id: '1',
      people: [{ id: 'K-77', father: null, mother: null, sex: 'female' as const }],
      genotypes: { 'K-77': genotypes },
    },
  ],
}
const codis = writeCodis({
  ...{
    version: '3.2',
    destination: 'LAB',
    sourceLab: 'LAB',
    submittedBy: 'A',
    submittedAt: '2026-05-01T00:00:00',
  },
  specimens: [
    {
      ...{ id: 'K-77', category: codisCategories[3] },
      loci: Object.entries(genotypes).map(([name, alleles]) => ({
        ...{ name, readBy: 'A', readAt: '2026-05-01T00:00:00' },
        alleles: [...new Set(alleles)].map((value) => ({ value })),
      })),
    },
  ],
})
const uniform = { alleles: ['6', '9.3', '16', '17', '20'], frequencies: [0.2, 0.2, 0.2, 0.2, 0.2] }
const familias = writeFamilias(
  familiasFromCase({
    loci: family.loci.map((name) => ({ name, chrom: 'autosomal', ...uniform, mutation: null })),
    genotypes: { 'K-77': genotypes },
    hypotheses: [{ name: 'H1', pedigrees: [family.families[0]!.people] }],
  }),
)
const files: [string, string][] = [
  ['genemapper', writeGeneMapper(profiles)],
  ['lrmix', writeLrmixReference(profiles)],
  ['codis-csv', writeCodisCsv(profiles)],
  ['codis', codis],
  [
    'case-table',
    writeCaseTable({
      persons: [{ id: 'K-77', sex: 'female' }],
      loci: family.loci,
      genotypes: { 'K-77': genotypes },
    }),
  ],
  ['pedsuite', writePedsuite(family)],
  ['familias', familias],
]

test.each(files)('a file of the form %s is recognised and its profile read whole', async (format, text) => {
  const answer = await plan(text)
  expect(answer.format).toBe(format)
  expect(answer.samples).toMatchObject([{ sample: 'K-77', loci: 3, stops: [{ code: 'unknown-kit' }] }])
})

test('a PED table is read with the file that names its loci, and asks for it without', async () => {
  await expect(plan(writePed(family))).rejects.toMatchObject(refused('loci-unnamed'))
  const answer = await plan(writePed(family), writeMerlinDat(pedColumns(family)))
  expect(answer).toMatchObject({ format: 'ped', samples: [{ sample: 'K-77', loci: 3 }] })
})

test('a file in windows-1251 and one in UTF-16 are read like any other', async () => {
  const title = 'Sample Name\tMarker\tAllele 1\tAllele 2\tComments\n'
  const row = (comment: string) => `${title}K-77\tTH01\t6\t9.3\t${comment}\n`
  const cyrillic = Buffer.concat([
    Buffer.from(row('')).subarray(0, -1),
    Buffer.from([0xcc, 0xe0, 0xec, 0xe0, 0x0a]),
  ])
  const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(row('Мама'), 'utf16le')])
  for (const bytes of [cyrillic, wide])
    expect((await plan(bytes)).samples).toMatchObject([{ sample: 'K-77', loci: 1 }])
})

test('what is left out of a file is said: half a genotype, people without one, a drawing', async () => {
  const text = 'id fid mid sex TH01 FGA\nF 0 0 1 - -\nM 0 0 2 - -\nK-77 F M 2 6/- 20/21\n'
  const { samples, notes } = await plan(text)
  expect(samples).toMatchObject([{ loci: 1, notes: [{ code: 'allele-missing', locus: 'TH01', said: '6' }] }])
  expect(notes).toEqual([{ code: 'people-untyped', said: '2' }, { code: 'family-beside' }])
})

test('a problem says the row it stands in', async () => {
  const text = 'Sample Name\tMarker\tAllele 1\tAllele 2\nK-77\tTH01\t6\t9.3\nK-77\tFGA\tOL\t20\n'
  expect((await plan(text)).samples[0]?.notes).toMatchObject([{ code: 'off-ladder', locus: 'FGA', row: 3 }])
})

test.each([
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0x0d, 0xff, 0xfe]), 'file-not-text'],
  ['a frequency table', 'Allele,TH01\n6,0.4\n7,0.6\n', 'file-is-frequencies'],
  ['XML that ends too early', '<CODISImportFile><SPECIMEN>', 'file-broken'],
  ['a letter', 'Dear colleague, the results follow by post.', 'file-no-table'],
  ['nothing', '\n', 'file-empty'],
])('%s is refused in words', async (_, content, code) => {
  await expect(plan(content)).rejects.toMatchObject(refused(code))
})

test('a CODIS file is imported whole, from the check to the recorded profile', async () => {
  const ids = await describeFamily(world, operation, 'Codis')
  await consentAll(world, ids, ['grandmother'])
  await bringKit(world, ids.grandmother, 'K-77')
  const { done, waiting } = await importFile(world, sent('codis.xml', codis))
  expect(waiting).toEqual([])
  expect(done).toEqual([{ sample: 'K-77', person: ids.grandmother, loci: 3 }])
})

test('a family goes to each other program and comes back the same', async () => {
  const { family, kits, genotyped } = await openTypedFamily(world, operation, 'Exported', 51)
  const make = async (program: 'familias' | 'codis' | 'pedsuite') => {
    const made = await world.as('geneticist')('evidence', 'exportFamily', { family, program })
    const text = Buffer.from(made.file.base64, 'base64').toString()
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}|Exported/)
    expect(made.people).toBe(5)
    return { ...made, text }
  }
  const aunt = kits.aunt!
  const fam = await make('familias')
  expect(readFamilias(fam.text).problems).toEqual([])
  expect(readFamilias(fam.text).genotypes[aunt]?.TH01?.toSorted()).toEqual(genotyped.aunt.TH01?.toSorted())
  expect(readFamilias(fam.text).pedigrees.map(({ name }) => name)).toEqual(['H1', 'H2'])
  const table = readPedsuite((await make('pedsuite')).text)
  expect(table.families[0]?.people).toHaveLength(8)
  expect(table.families[0]?.genotypes[aunt]?.TH01?.toSorted()).toEqual(genotyped.aunt.TH01?.toSorted())
  const xml = await make('codis')
  const categories = readCodis(xml.text).specimens.map(({ id, category }) => [id, category])
  expect(Object.fromEntries(categories)).toMatchObject({
    [kits.girl!]: 'Unidentified Person',
    [aunt]: 'Maternal Relative',
    [kits.grandmother!]: 'Maternal Relative',
  })
  // What CODIS has no name for is named, not dropped in silence.
  const held = new Set(readCodis(xml.text).specimens.flatMap(({ loci }) => loci.map(({ name }) => name)))
  expect([...held, ...xml.left].sort()).toEqual(Object.keys(genotyped.aunt).sort())
})

test('nobody without a standing consent leaves the house, and only a geneticist may ask', async () => {
  const { ids, family, kits } = await openTypedFamily(world, operation, 'Refusing', 52)
  await world.as('geneticist')('casefile', 'withdrawConsent', {
    ...{ person: ids.aunt, purpose: 'dna', on: '2026-11-19' },
  })
  const asked = { family, program: 'pedsuite' as const }
  const { file, people } = await world.as('geneticist')('evidence', 'exportFamily', asked)
  expect(people).toBe(4)
  expect(Buffer.from(file.base64, 'base64').toString()).not.toContain(kits.aunt)
  await expect(world.as('lawyer')('evidence', 'exportFamily', asked)).rejects.toMatchObject(
    refused('not-allowed'),
  )
})
