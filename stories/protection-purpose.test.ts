import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { access, professions } from '../app/src/casefile/access.ts'
import { eventsOf } from '../app/src/casefile/event.ts'
import { profileRecorded } from '../app/src/evidence/model.ts'
import { operations } from '../app/src/operations.ts'
import { asActor } from '../app/src/platform/database.ts'
import { claimAndWeigh, type FamilyIds, openOperation, openTypedFamily } from './evidence-world.ts'
import { openTestHouse, type TestHouse } from './house.ts'
import { recordAs } from './kinship.ts'

let world: TestHouse
let operation: string
let ids: FamilyIds
let family: string
let claim: string

beforeAll(async () => {
  world = await openTestHouse()
  operation = await openOperation(world)
  ;({ ids, family } = await openTypedFamily(world, operation, 'Plain', 11))
  ;({ claim } = await claimAndWeigh(world, family, ids))
}, 300_000)
afterAll(() => world?.close())

const geneticist = () => world.as('geneticist')
const refusal = (code: string) => ({ no: expect.objectContaining({ kind: 'refusal', code }) })

/** What an operation that reads genotypes may be asked about: one person, one claim, one family, one search, one operation. */
const cases = [
  'operation',
  'family',
  'person',
  'people',
  'child',
  'claim',
  'search',
  'file',
  'files',
  'request',
  'drawing',
]
/** They say what tables there are; they read nobody's profile. */
const ofNobody = ['listTables']

test('no operation of those who read DNA works without a case', () => {
  const readers = professions.filter((profession) => access[profession].reads.includes('dna'))
  expect(readers).toEqual(['geneticist'])
  const open = Object.entries(operations.evidence).filter(([verb, one]) => {
    const mayRead = one.may.some((asker) => readers.includes(asker as never))
    if (!mayRead || ofNobody.includes(verb)) return false
    const { shape } = one.input as unknown as { shape: Record<string, unknown> }
    const required = cases.filter((field) => field in shape)
    return required.length === 0 || one.input.safeParse({}).success
  })
  expect(open.map(([verb]) => verb)).toEqual([])
})

test('at the wall too: a geneticist of another operation reads no profile, whatever is asked', async () => {
  const stranger = '01890000-0000-7000-8000-00000000000f'
  await sql`insert into accounts (id, name, profession, language) values (${stranger}, 'Elsewhere', 'geneticist', 'en')`.execute(
    world.house.owner,
  )
  const seen = await asActor(world.house.db, 'sandsage_geneticist', stranger, async (tx) => {
    const { rows } = await sql<{ n: number }>`select count(*) as n from events where class = 'dna'`.execute(
      tx,
    )
    return rows[0]!.n
  })
  expect(seen).toBe(0)
})

test('a profile carries its purpose and the consent it rests on', async () => {
  const profiles = await recordAs(world, 'geneticist', async (ctx) =>
    eventsOf(await ctx.file(ids.aunt), profileRecorded).map((event) => event.detail),
  )
  const { rows } = await sql<{ id: string }>`select id from events where type = 'casefile.consentGiven'
    and about = array[${ids.aunt}::uuid]`.execute(world.house.owner)
  expect(profiles).toMatchObject([{ purpose: 'dna', consent: rows[0]!.id }])
})

test('withdrawn, it is out of use at once everywhere, and what rested on it is named', async () => {
  const before = await world.as('lawyer')('evidence', 'whatDependsOn', { person: ids.girl })
  expect(before.consented).toBe(true)
  expect(before.depends.map((one) => one.kind)).toEqual(expect.arrayContaining(['profile', 'weighing']))
  await world.as('lawyer')('casefile', 'withdrawConsent', {
    person: ids.girl,
    purpose: 'dna',
    on: '2026-11-01',
  })
  const after = await world.as('lawyer')('evidence', 'whatDependsOn', { person: ids.girl })
  expect(after.consented).toBe(false)
  expect(after.depends.find((one) => one.kind === 'weighing')?.sentence).toMatch(/weighed with this profile/)
  const weigh = { claim, child: ids.girl, parameters: { table: 'nist1036-caucasian', theta: 0 } }
  await expect(geneticist()('evidence', 'weighClaim', weigh)).rejects.toMatchObject(refusal('no-consent-dna'))
  const exported = await geneticist()('evidence', 'exportFamily', { family, program: 'pedsuite' })
  expect(exported.withoutConsent).toEqual([ids.girl])
  const search = { operation, parameters: { table: 'nist1036-caucasian', theta: 0 } }
  const { search: id } = await geneticist()('evidence', 'startSearch', search)
  const found = await geneticist()('evidence', 'getSearch', { search: id })
  const girl = found.leftOut.find((one) => one.person.id === ids.girl)
  expect(girl?.because).toBe('no-consent')
})

test('a relative’s withdrawal leaves them out and weighs without them', async () => {
  await world.as('lawyer')('casefile', 'giveConsent', {
    person: ids.girl,
    consent: {
      ...{ purpose: 'dna', givenBy: ids.grandmother, on: '2026-11-02', place: 'Oral', language: 'kk' },
      ...{ witness: 'A. Witness', copyLeft: true },
    },
  })
  await world.as('lawyer')('casefile', 'withdrawConsent', {
    person: ids.aunt,
    purpose: 'dna',
    on: '2026-11-03',
  })
  const advice = await geneticist()('evidence', 'openAdvice', { family })
  expect(JSON.stringify(advice)).toContain(ids.girl)
  const exported = await geneticist()('evidence', 'exportFamily', { family, program: 'pedsuite' })
  expect(exported).toMatchObject({ people: 4, withoutConsent: [ids.aunt] })
}, 120_000)
