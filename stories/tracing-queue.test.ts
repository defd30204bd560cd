import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Profession } from '../app/src/casefile/access.ts'
import { rebuild } from '../app/src/casefile/rebuild.ts'
import { makeAccount } from '../app/src/casefile/session.ts'
import { asActor } from '../app/src/platform/database.ts'
import { openTestHouse, type TestHouse } from './house.ts'
import {
  aisha,
  ask,
  bringChild,
  grandmother,
  invalidAt,
  movableClock,
  newOperation,
  refusedAs,
  takeUp,
} from './tracing-world.ts'

let world: TestHouse
const clock = movableClock()
const reason = 'Both name the same aunt.'
const today = () => clock.now().toISOString().slice(0, 10)
const passport = () => ({ how: 'passport' as const, by: 'The consul', on: today() })

beforeAll(async () => {
  world = await openTestHouse({ now: clock.now })
})
afterAll(() => {
  expect(world.faults).toEqual([])
  return world.close()
})

async function waiting(operation: string, who: Profession = 'coordinator') {
  return (await world.as(who)('tracing', 'listWork', { operation })).waiting
}
const works = async (operation: string) => (await waiting(operation)).map((one) => one.work)

test('a request from the first reading to the proof: each stage waits in turn, and the requester is told', async () => {
  const operation = await newOperation(world)
  const { request, number, secret } = await ask(world, operation, grandmother, aisha)
  const coordinator = world.as('coordinator')
  const stage = async () => {
    const seen = await world.as('coordinator')('tracing', 'seeStage', { number, secret })
    return [seen.stage, await works(operation)]
  }
  expect(await stage()).toEqual(['received', ['read']])
  await takeUp(world, request)
  expect(await stage()).toEqual(['searching', ['identify']])
  const child = await bringChild(world, operation, 'Aisha Akhmetova', '7', 'f', 'Madina Akhmetova')
  expect(await stage()).toEqual(['searching', ['identify', 'decide']])
  await expect(coordinator('tracing', 'passOnToProof', { request })).rejects.toMatchObject(
    refusedAs('nobody-confirmed'),
  )
  await coordinator('tracing', 'decideCandidate', {
    ...{ child, relative: request, sought: 0, choice: 'confirmed', reason },
  })
  expect(await stage()).toEqual(['contact', ['identify', 'speak']])
  const conversation = { on: today(), how: 'phone' as const, note: 'She wept.' }
  clock.pass(1)
  await coordinator('tracing', 'recordConversation', { request, conversation })
  await expect(coordinator('tracing', 'passOnToProof', { request })).rejects.toMatchObject(
    refusedAs('not-identified'),
  )
  await coordinator('tracing', 'identifyRequester', { request, identification: passport() })
  expect(await stage()).toEqual(['contact', ['dna']])
  clock.pass(1)
  await coordinator('tracing', 'passOnToProof', { request })
  expect(await stage()).toEqual(['proving', []])
})

test('what waits too long comes first and is every coordinator’s; who asks reads how long it usually takes', async () => {
  const operation = await newOperation(world)
  const { number, secret } = await ask(world, operation, grandmother, aisha)
  const coordinator = world.as('coordinator')
  const count = (who: Profession) => world.as(who)('tracing', 'countWork', { operation })
  expect(await count('coordinator')).toEqual({ mine: 0, nobodys: 1, late: 0, all: 1 })
  clock.pass(3)
  const [late] = await waiting(operation)
  expect(late).toMatchObject({ isLate: true, waitingDays: 3, allowedDays: 2, isMine: true })
  expect(await count('consul')).toEqual({ mine: 0, nobodys: 1, late: 1, all: 1 })
  expect(await count('coordinator')).toMatchObject({ mine: 1, late: 1 })

  const usually = async () => (await coordinator('tracing', 'seeStage', { number, secret })).usually
  expect(await usually()).toContain('2 days')
  await coordinator('tracing', 'setPace', { operation, days: { read: 10 } })
  expect(await usually()).toContain('10 days')
  expect(await waiting(operation)).toMatchObject([{ isLate: false, allowedDays: 10 }])
  const { stages } = await coordinator('tracing', 'listWork', { operation })
  expect(stages).toEqual([{ work: 'read', n: 1, late: 0, medianDays: 3, oldestDays: 3 }])
})

test('taken by one, refused to another, handed over, put off with a reason until a day', async () => {
  const operation = await newOperation(world)
  const { request } = await ask(world, operation, grandmother, aisha)
  const [coordinator, consul] = [world.as('coordinator'), world.as('consul')]
  await consul('tracing', 'takeWork', { request })
  await consul('tracing', 'takeWork', { request })
  await expect(coordinator('tracing', 'takeWork', { request })).rejects.toMatchObject({
    no: { code: 'request-is-owned', sentence: expect.stringContaining('The consul') as string },
  })
  expect(await waiting(operation, 'consul')).toMatchObject([{ isMine: true, owner: { name: 'The consul' } }])
  const { colleagues } = await coordinator('tracing', 'listWork', { operation })
  expect(colleagues.map((one) => one.name)).toEqual(['The consul', 'The coordinator'])
  await expect(
    consul('tracing', 'handOverWork', { request, to: world.accounts.doctor }),
  ).rejects.toMatchObject(refusedAs('not-a-colleague'))
  await consul('tracing', 'handOverWork', { request, to: world.accounts.coordinator })
  await expect(consul('tracing', 'handOverWork', { request, to: null })).rejects.toMatchObject(
    refusedAs('request-is-owned'),
  )
  const off = (until: string) =>
    coordinator('tracing', 'putOffWork', { request, work: 'read', until, reason: 'She is travelling.' })
  await expect(off(today())).rejects.toMatchObject(invalidAt('until', 'day-not-ahead'))
  await expect(off('2099-01-01')).rejects.toMatchObject(invalidAt('until', 'day-too-far'))
  const until = new Date(clock.now().getTime() + 10 * 86_400_000).toISOString().slice(0, 10)
  await off(until)
  clock.pass(5)
  expect(await waiting(operation)).toMatchObject([{ putOffUntil: until, isLate: false, isMine: false }])
  clock.pass(6)
  expect(await waiting(operation)).toMatchObject([{ putOffUntil: null, isLate: true, isMine: true }])
})

test('two who take at once: one has it, the other is told who', async () => {
  const operation = await newOperation(world)
  const { request } = await ask(world, operation, grandmother, aisha)
  const outcomes = await Promise.allSettled(
    (['coordinator', 'consul'] as const).map((who) => world.as(who)('tracing', 'takeWork', { request })),
  )
  expect(outcomes.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('a mother in a prison asks through the consul: how she is known, and never by telephone', async () => {
  const operation = await newOperation(world)
  const consul = world.as('consul')
  const mother = { name: 'Мадина', relation: 'мать', contact: 'тюрьма Русафа', language: 'ru' as const }
  const write = (requester: object) =>
    consul('tracing', 'writeDownRequest', { operation, requester, sought: [aisha] } as never)
  await expect(write({ ...mother, inCustody: true })).rejects.toMatchObject(
    invalidAt('requester.channel', 'custody-needs-channel'),
  )
  await expect(write({ ...mother, inCustody: true, channel: 'consul' })).rejects.toMatchObject(
    invalidAt('requester.through', 'missing'),
  )
  const through = 'The consul in Baghdad'
  const { request } = await write({ ...mother, inCustody: true, channel: 'consul', through })
  expect(await waiting(operation, 'consul')).toMatchObject([{ work: 'identify', request }])
  const identification = { how: 'consular-visit' as const, by: through, on: today() }
  await consul('tracing', 'identifyRequester', { request, identification })
  expect(await waiting(operation, 'consul')).toEqual([])
  const spoken = (how: 'phone' | 'consul') =>
    consul('tracing', 'recordConversation', { request, conversation: { on: today(), how } })
  await expect(spoken('phone')).rejects.toMatchObject({
    no: { code: 'custody-only-through', sentence: expect.stringContaining(through) as string },
  })
  await spoken('consul')
  const doubt = { how: 'not-yet' as const, by: through, on: today(), note: 'Another of her name.' }
  await consul('tracing', 'identifyRequester', { request, identification: doubt })
  const file = await consul('tracing', 'getRequest', { request })
  expect(file).toMatchObject({
    isIdentified: false,
    requester: { channel: 'consul', through, inCustody: true },
    waiting: [{ work: 'identify' }],
  })
  expect(file.identifications.map((one) => one.how)).toEqual(['consular-visit', 'not-yet'])
  await consul('tracing', 'changeReach', { request, reach: { contact: '+7 701', channel: 'self' } })
  expect((await consul('tracing', 'getRequest', { request })).requester).toMatchObject({ inCustody: false })
})

test('a public form cannot say how somebody is known or reached', async () => {
  const operation = await newOperation(world)
  const { number } = await world.as('anyone')('tracing', 'requestTracing', {
    operation,
    requester: { ...grandmother, channel: 'consul', through: 'x', inCustody: true } as never,
    sought: [aisha],
  })
  const { requests } = await world.as('coordinator')('tracing', 'listRequests', { operation })
  expect(requests.find((one) => one.number === number)?.requester).toEqual(grandmother)
})

test('the requester adds what they learned by number and secret; the desk sees it as new, bounded in size and count', async () => {
  const operation = await newOperation(world)
  const { request, number, secret } = await ask(world, operation, grandmother, aisha)
  const anyone = world.as('anyone')
  const add = (note: string, held = { number, secret }) =>
    anyone('tracing', 'addToRequest', { ...held, note })
  expect(await add('Хат келді: ол Русафада.')).toEqual({ left: 4 })
  expect((await waiting(operation)).map((one) => one.work).sort()).toEqual(['note', 'read'])
  const coordinator = world.as('coordinator')
  const { notes } = await coordinator('tracing', 'getRequest', { request })
  expect(notes).toMatchObject([{ text: 'Хат келді: ол Русафада.', isNew: true }])
  await expect(add('x'.repeat(1001))).rejects.toMatchObject(invalidAt('note', 'note-too-long'))
  for (let n = 2; n <= 5; n++) await add(`${n}`)
  await expect(add('one too many')).rejects.toMatchObject(refusedAs('notes-unread'))
  await coordinator('tracing', 'readNotes', { request })
  expect(await works(operation)).toEqual(['read'])
  expect(await add('again')).toEqual({ left: 4 })
  const wrong = { number, secret: '00000-00000-00000-00000' }
  await expect(add('x', wrong)).rejects.toMatchObject(refusedAs('number-or-secret-wrong'))
  expect((await coordinator('tracing', 'getRequest', { request })).notes).toHaveLength(6)
})

test('the role that receives notes writes that one event, in nobody’s name, and reads nothing', async () => {
  const operation = await newOperation(world)
  const { request } = await ask(world, operation, grandmother, aisha)
  const as = (work: ReturnType<typeof sql>) =>
    asActor(world.house.db, 'sandsage_receiver', '', (tx) => work.execute(tx))
  const insert = (type: string, by: string | null) =>
    as(sql`insert into events (id, about, type, class, occurred_at, by, device, open)
      values (gen_random_uuid(), array[${request}]::uuid[], ${type}, 'tracing', now(), ${by}, '', '{}')`)
  await expect(insert('tracing.accepted', null)).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(insert('tracing.added', world.accounts.coordinator)).rejects.toMatchObject({
    code: 'not-allowed',
  })
  for (const table of ['events', 'files', 'people', 'tracing_requests'])
    await expect(as(sql`select 1 from ${sql.id(table)}`)).rejects.toMatchObject({ code: 'not-allowed' })
})

test('read tables drawn anew from the log are the same', async () => {
  const tables = async () => {
    const rows = ['tracing_requests', 'tracing_pace', 'tracing_decisions'].map((table) =>
      sql`select * from ${sql.id(table)} t order by t::text`.execute(world.house.owner),
    )
    return (await Promise.all(rows)).map((answer) => answer.rows)
  }
  const before = await tables()
  expect(before.every((rows) => rows.length > 0)).toBe(true)
  await rebuild(world.house)
  expect(await tables()).toEqual(before)
})

test('whoever works elsewhere sees nothing of this queue', async () => {
  const operation = await newOperation(world)
  const { request } = await ask(world, operation, grandmother, aisha)
  const stranger = await makeAccount(world.house.owner, {
    ...{ name: 'Another consul', profession: 'consul', language: 'en' },
  })
  const asked = world.withToken(await world.signIn(stranger))
  await expect(asked('tracing', 'listWork', { operation })).rejects.toMatchObject(refusedAs('file-not-found'))
  for (const verb of ['getRequest', 'takeWork', 'readNotes'] as const)
    await expect(asked('tracing', verb, { request })).rejects.toMatchObject(refusedAs('file-not-found'))
})
