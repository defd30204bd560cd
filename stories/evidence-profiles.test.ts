import { readFileSync } from 'node:fs'
import { writeGeneMapper } from '@sandsage/kinship/formats'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  bringKit,
  consentAll,
  describeFamily,
  importFile,
  laboratoryFile,
  openOperation,
  step,
  typeFamily,
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
const sent = (name: string, text: string) => ({ name, base64: Buffer.from(text).toString('base64') })

test('each sample that cannot be imported waits with its reason, the others are done', async () => {
  const ids = await describeFamily(world, operation, 'Mixed')
  await consentAll(world, ids, ['grandmother', 'uncle', 'boy'])
  await bringKit(world, ids.grandmother, 'M-1')
  const ask = world.as('geneticist')
  await ask('evidence', 'issueKit', { person: ids.uncle, step: step('M-2', 'Nurse', '11') })
  await bringKit(world, ids.boy, 'M-3')
  const genotyped = typeFamily(3)
  const profiles = [
    { sample: 'M-1', sex: 'female' as const, genotypes: genotyped.grandmother },
    { sample: 'M-2', sex: 'male' as const, genotypes: genotyped.uncle },
    { sample: 'M-3', sex: 'female' as const, genotypes: genotyped.boy },
    { sample: 'M-4', sex: 'female' as const, genotypes: genotyped.aunt },
  ]
  const file = sent('mixed.txt', writeGeneMapper(profiles))
  const { done, waiting } = await importFile(world, file)
  expect(done).toMatchObject([{ sample: 'M-1', person: ids.grandmother, loci: 29 }])
  const because = Object.fromEntries(waiting.map((one) => [one.sample, one.because.map(({ code }) => code)]))
  expect(because).toEqual({ 'M-2': ['kit-not-opened'], 'M-3': ['sex-contradicts'], 'M-4': ['unknown-kit'] })
  const again = await importFile(world, file)
  expect(again.waiting.find((one) => one.sample === 'M-1')?.because).toMatchObject([
    { code: 'already-recorded' },
  ])
})

test('without a standing consent a profile waits', async () => {
  const ids = await describeFamily(world, operation, 'Unasked')
  await consentAll(world, ids, ['aunt'])
  await bringKit(world, ids.aunt, 'U-1')
  await world.as('geneticist')('casefile', 'withdrawConsent', {
    person: ids.aunt,
    purpose: 'dna',
    on: '2026-11-19',
  })
  const { done, waiting } = await importFile(world, laboratoryFile('u.txt', typeFamily(4), { aunt: 'U-1' }))
  expect(done).toEqual([])
  expect(waiting).toMatchObject([{ because: [{ code: 'no-consent' }] }])
})

test('a second profile that differs is refused and names the loci; one that adds loci is taken', async () => {
  const ids = await describeFamily(world, operation, 'Twice')
  await consentAll(world, ids, ['uncle'])
  await bringKit(world, ids.uncle, 'T-1')
  const { uncle } = typeFamily(5)
  const { FGA, TH01, ...rest } = uncle
  const importOne = (genotypes: Record<string, string[]>) =>
    importFile(world, sent('t.txt', writeGeneMapper([{ sample: 'T-1', sex: 'male', genotypes }])))
  expect((await importOne({ ...rest, FGA: FGA! })).done).toHaveLength(1)
  const other = FGA![0] === '20' ? '21' : '20'
  const differs = await importOne({ FGA: [other, other], TH01: TH01! })
  expect(differs.waiting).toMatchObject([{ because: [{ code: 'profile-differs', said: 'FGA' }] }])
  expect((await importOne({ FGA: FGA!, TH01: TH01! })).done).toHaveLength(1)
})

test('another file than the one that was checked, and a file that is no table, are refused', async () => {
  const ask = world.as('geneticist')
  const one = sent('a.txt', writeGeneMapper([{ sample: 'A', genotypes: { TH01: ['6', '9.3'] } }]))
  const other = sent('a.txt', writeGeneMapper([{ sample: 'A', genotypes: { TH01: ['6', '6'] } }]))
  const { sha256 } = await ask('evidence', 'planProfileImport', { file: one })
  const accept = { file: other, sha256, laboratory: 'Forensic centre' }
  await expect(ask('evidence', 'acceptProfileImport', accept)).rejects.toMatchObject(refused('file-differs'))
  const letter = sent('a.txt', 'Dear colleagues, the profiles will follow.')
  await expect(ask('evidence', 'planProfileImport', { file: letter })).rejects.toMatchObject(
    refused('file-no-table'),
  )
})

const example = (name: string) => readFileSync(new URL(`../examples/rusafa/${name}`, import.meta.url), 'utf8')

test('every fault of the example file is said of its sample and locus', async () => {
  const file = sent('faults.txt', example('genemapper-with-faults.txt'))
  const { samples, notes } = await world.as('geneticist')('evidence', 'planProfileImport', { file })
  const { genemapperFaults } = JSON.parse(example('expected.json')) as {
    genemapperFaults: { fault: string; sample: string; marker: string; means?: string }[]
  }
  const codes: Record<string, string> = {
    ...{ 'unknown-locus': 'unknown-locus', 'off-ladder': 'off-ladder', 'three-alleles': 'too-many-alleles' },
    ...{ 'not-an-allele': 'allele-unreadable', 'conflicting-duplicate': 'conflicting-duplicate' },
    ...{ alias: 'locus-alias', 'unknown-sample': 'unknown-kit' },
  }
  for (const { fault, sample, marker, means } of genemapperFaults) {
    // The same result twice is no fault to act on.
    if (fault === 'same-twice') continue
    const found = samples.find((one) => one.sample === sample)!
    const said = [...found.stops, ...found.notes, ...notes]
    const locus = marker ? { locus: means ?? marker } : {}
    expect(said).toContainEqual(expect.objectContaining({ code: codes[fault], ...locus }))
  }
})

test('a Familias file is read as profiles too', async () => {
  const file = sent('family.fam', example('family-cousins.fam'))
  const { samples } = await world.as('geneticist')('evidence', 'planProfileImport', { file })
  expect(samples.length).toBeGreaterThan(0)
  expect(samples.every((sample) => sample.stops.some(({ code }) => code === 'unknown-kit'))).toBe(true)
})
