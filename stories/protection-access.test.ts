import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Disclosure } from '../app/src/casefile/protection/disclosure.ts'
import { newId } from '../app/src/platform/identity.ts'
import { type FamilyIds, openOperation, openTypedFamily } from './evidence-world.ts'
import { openTestHouse, type TestHouse } from './house.ts'

let world: TestHouse
let operation: string
let ids: FamilyIds

beforeAll(async () => {
  world = await openTestHouse({ now: () => new Date('2026-11-23T09:00:00Z') })
  operation = await openOperation(world)
  ids = (await openTypedFamily(world, operation, 'Plain', 3)).ids
  await world.as('coordinator')('casefile', 'describePerson', {
    ...{ id: ids.girl, kind: 'child', operation },
    description: {
      ...{ names: { kk: 'Айша Ахметқызы', en: 'Aisha', ar: 'عائشة' }, sex: 'female' },
      ...{ birth: { date: '2016-03-04' }, mother: { kk: 'Мадина Ахметова' }, birthplace: 'Атырау' },
      ...{ marks: 'A scar; Plain grandmother knows of it', companions: ['Билал'] },
    },
  })
  await world.as('socialWorker')('reintegration', 'addObservation', { child: ids.girl, text: 'Draws houses' })
  await world.as('coordinator')('casefile', 'openFile', { file: ids.girl })
}, 200_000)
afterAll(() => world?.close())

const officer = () => world.as('protectionOfficer')
const lead = () => world.as('lead')
const refusal = (code: string) => ({ no: expect.objectContaining({ kind: 'refusal', code }) })
const prove = () => sql`update sessions set proved = now()`.execute(world.house.owner)

test('nothing leaves without a question, and no DNA without a second person', async () => {
  await prove()
  const file = ids.girl
  const give = () => officer()('protection', 'giveAccess', { file, language: 'kk' })
  await expect(give()).rejects.toMatchObject(refusal('no-access-asked'))
  const late = { file, receivedOn: '2026-11-24', identified: 'guardian' as const }
  await expect(officer()('protection', 'askAccess', late)).rejects.toMatchObject({ no: { kind: 'invalid' } })
  const { needsSecond } = await officer()('protection', 'askAccess', { ...late, receivedOn: '2026-11-20' })
  expect(needsSecond).toBe(true)
  await expect(give()).rejects.toMatchObject(refusal('access-not-released'))
  await expect(officer()('protection', 'releaseAccess', { file })).rejects.toMatchObject(
    refusal('access-needs-second'),
  )
  await lead()('protection', 'releaseAccess', { file })
})

test('all of it is there, of every class, and nobody else', { timeout: 120_000 }, async () => {
  const keep = process.env.SANDSAGE_KEEP_PAPERS
  for (const language of ['kk', 'ru', 'en', 'ar'] as const) {
    const { pdf, json, told } = await officer()('protection', 'giveAccess', { file: ids.girl, language })
    const bytes = Buffer.from(pdf.base64, 'base64')
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    if (keep) {
      mkdirSync(keep, { recursive: true })
      writeFileSync(join(keep, pdf.name), bytes)
    }
    const read = Disclosure.parse(JSON.parse(Buffer.from(json.base64, 'base64').toString()))
    expect(read).toEqual(told)
  }
  const { told } = await officer()('protection', 'giveAccess', { file: ids.girl, language: 'en' })
  const classes = new Set(told.facts.map((fact) => fact.class))
  for (const what of ['file', 'consent', 'dna', 'observation', 'protection']) expect(classes).toContain(what)
  const text = JSON.stringify(told)
  for (const own of ['Айша Ахметқызы', 'Draws houses', 'TH01', 'Атырау']) expect(text).toContain(own)
  for (const other of [
    'Мадина',
    'Билал',
    'A. Witness',
    'Plain grandmother',
    ids.grandmother,
    world.accounts.geneticist,
  ])
    expect(text).not.toContain(other)
  expect(told.opened).toContainEqual({ at: '2026-11-23T09:00:00.000Z', by: 'coordinator' })
  expect(told.opened).toContainEqual({ at: '2026-11-23T09:00:00.000Z', by: 'geneticist' })
  expect(told.kept.map((one) => one.data)).toContain('dna')
})

test('every use of it is an event', async () => {
  const { rows } = await sql<{
    n: number
  }>`select count(*) as n from events where type = 'protection.accessGiven'
    and about = array[${ids.girl}::uuid]`.execute(world.house.owner)
  expect(rows[0]!.n).toBe(5)
  await expect(
    officer()('protection', 'giveAccess', { file: newId(), language: 'kk' }),
  ).rejects.toMatchObject(refusal('file-not-found'))
})
