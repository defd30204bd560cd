import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { houseRoles } from '../app/src/casefile/access.ts'
import { rebuild } from '../app/src/casefile/rebuild.ts'
import { asActor } from '../app/src/platform/database.ts'
import { newId } from '../app/src/platform/identity.ts'
import { codeOf, type EmergencyWorld, openEmergencyWorld, REASON } from './emergency-world.ts'

const HOUR = 3_600_000
let world: EmergencyWorld

beforeAll(async () => {
  world = await openEmergencyWorld()
})
afterAll(() => world.close())

test('a social worker opens a file at once, for four hours, with a reason, and ends it', async () => {
  const child = await world.addPerson()
  const { ask } = await world.stranger('socialWorker')
  expect(await codeOf(ask('casefile', 'openFile', { file: child }))).toBe('file-not-found')
  expect(await codeOf(ask('emergency', 'openInEmergency', { file: child, reason: 'Too short' }))).toBe(
    'invalid',
  )
  const before = Date.now()
  const { emergency, state, until } = await ask('emergency', 'openInEmergency', {
    file: child,
    reason: REASON,
  })
  expect(state).toBe('standing')
  expect(Math.abs(Date.parse(until!) - before - 4 * HOUR)).toBeLessThan(60_000)
  expect((await ask('casefile', 'openFile', { file: child })).id).toBe(child)
  const { openings } = await world.as('coordinator')('casefile', 'listOpenings', { file: child })
  expect(
    openings.filter((one) => one.emergency).map(({ profession, for: what }) => [profession, what]),
  ).toEqual([['socialWorker', 'casefile.openFile']])
  // What the profession does there it does as ever: its classes and no others.
  await ask('reintegration', 'addObservation', { child, text: 'She is with the night nurse now' })
  expect((await ask('emergency', 'listEmergencies', {})).mine).toMatchObject([
    { id: emergency, file: child, state: 'standing', reason: REASON },
  ])
  await ask('emergency', 'endEmergency', { emergency })
  expect(await codeOf(ask('casefile', 'openFile', { file: child }))).toBe('file-not-found')
  expect(await codeOf(ask('emergency', 'endEmergency', { emergency }))).toBe('emergency-over')
  expect((await ask('emergency', 'listEmergencies', {})).mine).toEqual([])
})

test('a doctor sees nothing before a second person agrees, and the second person is another', async () => {
  const child = await world.addPerson()
  const { ask } = await world.stranger('doctor')
  const { emergency, state } = await ask('emergency', 'openInEmergency', { file: child, reason: REASON })
  expect(state).toBe('waiting')
  expect(await codeOf(ask('casefile', 'openFile', { file: child }))).toBe('file-not-found')
  expect(await codeOf(ask('emergency', 'openInEmergency', { file: child, reason: REASON }))).toBe(
    'emergency-asked-already',
  )
  const coordinator = world.as('coordinator')
  const { toAgree } = await coordinator('emergency', 'listEmergencies', {})
  expect(toAgree).toMatchObject([{ id: emergency, file: child, reason: REASON, profession: 'doctor' }])
  const [first, second] = await Promise.all([
    codeOf(coordinator('emergency', 'agreeToEmergency', { emergency })),
    codeOf(world.as('lead')('emergency', 'agreeToEmergency', { emergency })),
  ])
  expect([first, second].sort()).toEqual(['emergency-agreed-already', undefined])
  expect((await ask('casefile', 'openFile', { file: child })).id).toBe(child)
})

test('a coordinator who sees the file only by an emergency agrees to nobody else’s', async () => {
  const child = await world.addPerson()
  const doctor = await world.stranger('doctor')
  const coordinator = await world.stranger('coordinator')
  const { emergency } = await doctor.ask('emergency', 'openInEmergency', { file: child, reason: REASON })
  expect(await codeOf(coordinator.ask('emergency', 'agreeToEmergency', { emergency }))).toBe(
    'emergency-not-found',
  )
  await coordinator.ask('emergency', 'openInEmergency', { file: child, reason: REASON })
  expect(await codeOf(coordinator.ask('emergency', 'agreeToEmergency', { emergency }))).toBe(
    'emergency-sees-by-emergency',
  )
})

test('afterwards a third person says whether it was right: neither the one who opened nor the one who agreed', async () => {
  const child = await world.addPerson('relative')
  const { ask } = await world.stranger('consul')
  const { emergency } = await ask('emergency', 'openInEmergency', { file: child, reason: REASON })
  await world.as('lead')('emergency', 'agreeToEmergency', { emergency })
  await ask('casefile', 'openFile', { file: child })
  const review = { emergency, found: 'right' as const, note: 'The hospital confirms that it was urgent' }
  const officer = world.as('protectionOfficer')
  expect(await codeOf(officer('emergency', 'reviewEmergency', review))).toBe('emergency-not-over')
  await ask('emergency', 'endEmergency', { emergency })
  expect(await codeOf(world.as('lead')('emergency', 'reviewEmergency', review))).toBe('emergency-own')
  const listed = (await officer('emergency', 'listEmergencies', {})).toReview.find(
    ({ id }) => id === emergency,
  )
  expect(listed).toMatchObject({
    file: child,
    agreedBy: 'The lead',
    looks: 1,
    overdue: false,
    reason: REASON,
  })
  await officer('emergency', 'reviewEmergency', review)
  expect(await codeOf(officer('emergency', 'reviewEmergency', review))).toBe('emergency-reviewed-already')
})

test('an emergency on somebody who was erased meanwhile is still reviewed; its reason is gone with them', async () => {
  const child = await world.addPerson()
  const { ask } = await world.stranger('socialWorker')
  const { emergency } = await ask('emergency', 'openInEmergency', { file: child, reason: REASON })
  await ask('emergency', 'endEmergency', { emergency })
  const officer = world.as('protectionOfficer')
  const erasure = { file: child, what: 'person' as const }
  await officer('protection', 'askErasure', { ...erasure, ground: 'unlawful' })
  await world.as('lead')('protection', 'confirmErasure', erasure)
  await rebuild(world.house)
  const toReview = async () =>
    (await officer('emergency', 'listEmergencies', {})).toReview.find(({ id }) => id === emergency)
  expect(await toReview()).toMatchObject({ file: child, reason: null })
  await officer('emergency', 'reviewEmergency', { emergency, found: 'right', note: 'As it was told' })
  expect(await toReview()).toBeUndefined()
})

test('a number that is nobody’s is answered like any other, until an emergency stands', async () => {
  const doctor = await world.stranger('doctor')
  const [known, unknown] = [await world.addPerson(), newId()]
  const answers = []
  for (const file of [known, unknown])
    answers.push(await doctor.ask('emergency', 'openInEmergency', { file, reason: REASON }))
  const shape = ({ emergency: _, ...rest }: { emergency: string }) => rest
  expect(shape(answers[0]!)).toEqual(shape(answers[1]!))
  const mine = (await doctor.ask('emergency', 'listEmergencies', {})).mine
  const listed = mine.map(({ state, reason }) => ({ state, reason }))
  expect(listed).toEqual([
    { state: 'waiting', reason: null },
    { state: 'waiting', reason: null },
  ])
  expect(
    await codeOf(
      world.as('coordinator')('emergency', 'agreeToEmergency', { emergency: answers[1]!.emergency }),
    ),
  ).toBe('file-not-found')
  // Guessing numbers ends soon, and what was tried stands in the log.
  for (let more = 0; more < 3; more++)
    await doctor.ask('emergency', 'openInEmergency', { file: newId(), reason: REASON })
  expect(await codeOf(doctor.ask('emergency', 'openInEmergency', { file: newId(), reason: REASON }))).toBe(
    'emergency-too-many',
  )
  const social = await world.stranger('socialWorker')
  expect(await codeOf(social.ask('emergency', 'openInEmergency', { file: newId(), reason: REASON }))).toBe(
    'file-not-found',
  )
})

test('an operation, an account and a file that is open anyway are no emergency', async () => {
  const { ask, account } = await world.stranger('socialWorker')
  for (const file of [world.operation, account])
    expect(await codeOf(ask('emergency', 'openInEmergency', { file, reason: REASON }))).toBe('file-not-found')
  const child = await world.addPerson()
  expect(
    await codeOf(world.as('socialWorker')('emergency', 'openInEmergency', { file: child, reason: REASON })),
  ).toBe('emergency-not-needed')
})

test('who leaves for another profession is in no emergency any more', async () => {
  const child = await world.addPerson()
  const { ask, account } = await world.stranger('socialWorker')
  await ask('emergency', 'openInEmergency', { file: child, reason: REASON })
  const input = { account, profession: 'coordinator' as const, reason: 'Other work from today' }
  await world.as('administrator')('accounts', 'changeProfession', input)
  const again = world.withToken(await world.signIn(account))
  expect(await codeOf(again('casefile', 'openFile', { file: child }))).toBe('file-not-found')
  expect((await again('emergency', 'listEmergencies', {})).mine).toEqual([])
})

test('at the database the role of emergencies adds its own types in its actor’s name, and agrees to nothing unseen', async () => {
  const child = await world.addPerson()
  const { account } = await world.stranger('doctor')
  const add = (actor: string, of: { type: string; class: string; by: string }) =>
    asActor(world.house.db, houseRoles.emergency, actor, async (tx) => {
      await sql`insert into events (id, about, type, class, occurred_at, device, by, open)
        values (${newId()}, array[${child}]::uuid[], ${of.type}, ${of.class}, now(), 'test', ${of.by}, '{}')`.execute(
        tx,
      )
      throw new Error('kept out of the log')
    })
  const asked = { type: 'emergency.asked', class: 'protection', by: account }
  const agreed = { ...asked, type: 'emergency.agreed' }
  await expect(add(account, asked)).rejects.toThrow('kept out of the log')
  for (const other of [
    { ...asked, by: world.accounts.doctor },
    agreed,
    { ...asked, type: 'emergency.reviewed' },
    { type: 'casefile.described', class: 'file', by: account },
  ])
    await expect(add(account, other), other.type).rejects.toMatchObject({ code: 'not-allowed' })
  const coordinator = world.accounts.coordinator
  await expect(add(coordinator, { ...agreed, by: coordinator })).rejects.toThrow('kept out of the log')
})

test('the reason is sealed, who and when are not, and a rebuild gives the same rows', async () => {
  const { owner } = world.house
  const { rows } = await sql<{ type: string; sealed: boolean }>`
    select distinct type, sealed is not null as sealed from events where type like 'emergency.%' order by type`.execute(
    owner,
  )
  expect(rows).toEqual([
    { type: 'emergency.agreed', sealed: false },
    { type: 'emergency.asked', sealed: false },
    { type: 'emergency.ended', sealed: false },
    { type: 'emergency.reviewed', sealed: false },
    { type: 'emergency.said', sealed: true },
  ])
  const all = () => sql`select * from emergencies order by id`.execute(owner).then((found) => found.rows)
  const held = () =>
    sql`select id, actor, scope, scope_id, until, emergency from assignments order by id`
      .execute(owner)
      .then((found) => found.rows)
  const [before, wall] = [await all(), await held()]
  await rebuild(world.house)
  expect(await all()).toEqual(before)
  expect(await held()).toEqual(wall)
})
