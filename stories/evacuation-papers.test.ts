import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { languages } from '../app/src/design/languages/language.ts'
import { addChild, addWorker, description, seats } from './evacuation-ready.ts'
import { openTestHouse, type TestHouse } from './house.ts'

/** Reads a PDF's words as another program does; `undefined` where that program is not installed. */
const isReadable = spawnSync('pdftotext', ['-v']).error === undefined

let world: TestHouse
let operation: string
let flying: string
let waiting: string
let folder: string

const handover = (receivedBy: string) => ({
  ...{ gaveName: 'علي حسن', gaveOffice: 'إدارة السجن', receivedBy, place: 'Бағдат' },
  ...{ belongings: ['шүберек қуыршақ', '#strong[x] $5 \\ "б"'], documents: ['№ 12'] },
  ...{ medicines: 'Парацетамол', language: 'ar', witnesses: ['Консул Досов'] },
})

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'papers-'))
  world = await openTestHouse({ now: () => new Date('2026-11-23T09:00:00Z') })
  operation = (await world.as('coordinator')('casefile', 'describeOperation', { description })).id
  flying = await addChild(world, operation, 'Айша Ғабитова', '2019-01-10')
  waiting = await addChild(world, operation, 'Сәуле Әбенова', '2018-05-05', false)
  const doctor = await addWorker(world, operation, 'Лейла Хаддад', ['doctor'])
  await addWorker(world, operation, 'Ботагөз Әлімова', ['psychologist'])
  const lead = world.as('lead')
  await lead('evacuation', 'setAircraft', {
    operation,
    aircraft: [{ id: 'charter', seats: seats(5), lapMasks: 2 }],
  })
  await lead('evacuation', 'planFlight', { operation })
  await lead('evacuation', 'handOver', { child: flying, handover: handover(doctor) })
})
afterAll(async () => {
  await world.close()
  rmSync(folder, { recursive: true })
})

type Sent = { file: { name: string; base64: string } }
const bytesOf = ({ file }: Sent): Buffer => Buffer.from(file.base64, 'base64')

function textOf(sent: Sent): string {
  const path = join(folder, sent.file.name)
  writeFileSync(path, bytesOf(sent))
  const { stdout, status } = spawnSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' })
  expect(status).toBe(0)
  return stdout.normalize('NFKC')
}

const manifest = (language: (typeof languages)[number], asker: 'lead' | 'consul' = 'lead') =>
  world.as(asker)('evacuation', 'printManifest', { operation, language })
const act = (language: (typeof languages)[number]) =>
  world.as('lead')('evacuation', 'printAct', { child: flying, language })

test.each(languages)('both papers come as PDF in %s', async (language) => {
  for (const sent of [await manifest(language), await act(language)]) {
    expect(bytesOf(sent).subarray(0, 5).toString()).toBe('%PDF-')
    expect(sent.file.name).toMatch(new RegExp(`-${language}\\.pdf$`))
  }
})

describe.skipIf(!isReadable)('as pdftotext reads them (skipped where it is not installed)', () => {
  test.each(languages)('the manifest in %s names who flies and who waits', async (language) => {
    const text = textOf(await manifest(language))
    for (const name of ['Айша', 'Сәуле', 'Лейла', 'Ботагөз']) expect(text).toContain(name)
    // Who waits stands on a list of their own, after everybody aboard.
    expect(text.indexOf('Сәуле')).toBeGreaterThan(text.indexOf('Ботагөз'))
    // A time without its clock would be read on the reader's own: 06:00Z as it was written.
    expect(text).toContain('06:00')
    expect(text).toContain('UTC')
  })

  test('the checksum is of the recorded plan: the same for every language and reader, another for another plan', async () => {
    const sumIn = (text: string) => text.match(/\b[0-9a-f]{16}\b/)?.[0]
    const sums = [textOf(await manifest('kk')), textOf(await manifest('ar', 'consul'))].map(sumIn)
    expect(sums[0]).toBeDefined()
    expect(sums[1]).toBe(sums[0])
    await world.as('lead')('evacuation', 'planFlight', { operation })
    expect(sumIn(textOf(await manifest('kk')))).not.toBe(sums[0])
  })

  test.each(languages)(
    'the act in %s says who gave, who received and with what, as it was written',
    async (language) => {
      const text = textOf(await act(language))
      for (const one of ['Айша', 'Лейла', 'Бағдат', 'шүберек', 'Парацетамол', 'Досов'])
        expect(text).toContain(one)
      expect(text).toContain('#strong[x]')
      if (language === 'kk') expect(text).toContain('екі дана')
    },
  )
})

test('there is no act of a child who was not handed over, and no manifest without a plan', async () => {
  await expect(
    world.as('doctor')('evacuation', 'printAct', { child: waiting, language: 'kk' }),
  ).rejects.toMatchObject({ no: { code: 'not-handed-over' } })
  const other = (await world.as('coordinator')('casefile', 'describeOperation', { description })).id
  await expect(
    world.as('lead')('evacuation', 'printManifest', { operation: other, language: 'kk' }),
  ).rejects.toMatchObject({ no: { code: 'no-plan' } })
  expect(world.faults).toEqual([])
})

test('what a plan is made from is read in one answer', async () => {
  const setup = await world.as('consul')('evacuation', 'readSetup', { operation })
  expect(setup.aircraft[0]?.seats).toHaveLength(5 * 4)
  expect(setup.team).toHaveLength(2)
  expect(setup.children.map(({ child, ready }) => [child, ready])).toEqual(
    expect.arrayContaining([
      [flying, true],
      [waiting, false],
    ]),
  )
})
