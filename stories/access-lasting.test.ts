import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { roleOf } from '../app/src/casefile/access.ts'
import { MOST_IN_A_DAY } from '../app/src/casefile/emergency/rules.ts'
import { makeAccount } from '../app/src/casefile/session.ts'
import { asActor } from '../app/src/platform/database.ts'
import { operation as somewhere } from './access-world.ts'
import { codeOf, type EmergencyWorld, openEmergencyWorld, REASON } from './emergency-world.ts'

/** Sight that was given for a while, or on one file, made into more by the one who has it. */
let world: EmergencyWorld

beforeAll(async () => {
  world = await openEmergencyWorld()
})
afterAll(() => world.close())

const MINUTE = 60_000
const coordinator = () => world.as('coordinator')
const assign = (file: string, actor: string, scope: 'file' | 'operation', until?: string) =>
  coordinator()('casefile', 'assign', { file, assignment: { actor, scope, until } })
const openIt = (
  stranger: { ask: EmergencyWorld['as'] extends (a: never) => infer A ? A : never },
  file: string,
) => stranger.ask('emergency', 'openInEmergency', { file, reason: REASON })

describe('an emergency is made into nothing that lasts', () => {
  const NO = 'emergency-ends'

  test('a coordinator assigns neither themselves nor a friend', async () => {
    const [child, one, friend] = [
      await world.addPerson(),
      await world.stranger('coordinator'),
      await world.stranger('socialWorker'),
    ]
    await openIt(one, child)
    for (const actor of [one.account, friend.account])
      expect(
        await codeOf(one.ask('casefile', 'assign', { file: child, assignment: { actor, scope: 'file' } })),
      ).toMatch(/^(emergency-ends|assigning-oneself)$/)
    expect(await codeOf(friend.ask('casefile', 'openFile', { file: child }))).toBe('file-not-found')
  })

  test('a social worker of one region places no child of an emergency in it', async () => {
    const [child, own] = [await world.addPerson(), await world.stranger('socialWorker')]
    await coordinator()('casefile', 'assign', {
      file: world.operation,
      assignment: { actor: own.account, scope: 'region', region: 'KZ-23' },
    })
    await openIt(own, child)
    const home = { kind: 'centre', place: 'A centre', address: 'A street', region: 'KZ-23' } as const
    const placing = { children: [child], on: '2026-11-01', home, reason: 'The nearest' }
    expect(await codeOf(own.ask('reintegration', 'placeChildren', placing))).toBe(NO)
  })

  test('a coordinator joins no file of an emergency to one of their own, nor takes it into a family of theirs', async () => {
    const [child, mine, other] = [
      await world.addPerson(),
      await world.addPerson(),
      await world.stranger('coordinator'),
    ]
    await assign(mine, other.account, 'file')
    const { id: family } = await coordinator()('casefile', 'describeFamily', {
      operation: world.operation,
      members: [mine],
    })
    await coordinator()('casefile', 'assign', {
      file: family,
      assignment: { actor: other.account, scope: 'family' },
    })
    await openIt(other, child)
    const merging = { keep: mine, other: child, reason: 'They look alike' }
    expect(await codeOf(other.ask('casefile', 'mergeFiles', merging))).toBe(NO)
    const growing = { operation: world.operation, family, members: [mine, child] }
    expect(await codeOf(other.ask('casefile', 'describeFamily', growing))).toBe(NO)
  })

  test('a protection officer asks for no disclosure and no erasing of whom they see in an emergency', async () => {
    const [child, officer] = [await world.addPerson(), await world.stranger('protectionOfficer')]
    await openIt(officer, child)
    const asking = { file: child, receivedOn: '2026-11-01', identified: 'guardian' as const }
    expect(await codeOf(officer.ask('protection', 'askAccess', asking))).toBe(NO)
    const erasing = { file: child, what: 'person' as const, ground: 'unlawful' as const }
    expect(await codeOf(officer.ask('protection', 'askErasure', erasing))).toBe(NO)
  })

  test('the database holds it too, against a question smuggled into one of theirs', async () => {
    const [child, one] = [await world.addPerson(), await world.stranger('coordinator')]
    await openIt(one, child)
    const add = (type: string) =>
      asActor(world.house.db, roleOf('coordinator'), one.account, (tx) =>
        sql`insert into events (id, about, type, class, occurred_at, recorded_at, by, device, open)
          values (gen_random_uuid(), array[${child}]::uuid[], ${type}, 'file', now(), now(), ${one.account}, 'x', '{}')`.execute(
          tx,
        ),
      )
    await expect(add('casefile.assigned')).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(add('casefile.takenBack')).rejects.toMatchObject({ code: 'not-allowed' })
    await add('casefile.paperSaved')
  })

  test('who works on the file besides does all of it as ever', async () => {
    const [child, one, friend] = [
      await world.addPerson(),
      await world.stranger('coordinator'),
      await world.stranger('doctor'),
    ]
    await openIt(one, child)
    await assign(world.operation, one.account, 'operation')
    await one.ask('casefile', 'assign', { file: child, assignment: { actor: friend.account, scope: 'file' } })
    expect((await friend.ask('casefile', 'openFile', { file: child })).id).toBe(child)
  })
})

test('nobody lets themselves work on something longer; they may end it', async () => {
  const [child, one] = [await world.addPerson(), await world.stranger('coordinator')]
  await assign(child, one.account, 'file', new Date(Date.now() + 10 * MINUTE).toISOString())
  const own = (until?: string) =>
    codeOf(
      one.ask('casefile', 'assign', {
        file: child,
        assignment: { actor: one.account, scope: 'file', until },
      }),
    )
  expect(await own()).toBe('assigning-oneself')
  expect(await own(new Date(Date.now() + 20 * MINUTE).toISOString())).toBe('assigning-oneself')
  expect(await own('2020-01-01T00:00:00Z')).toBeUndefined()
  expect(await codeOf(one.ask('casefile', 'openFile', { file: child }))).toBe('file-not-found')
})

test('one file is no operation: nobody opens an operation, or a file in one, by the number of a child', async () => {
  const [child, one] = [await world.addPerson(), await world.stranger('lead')]
  await assign(child, one.account, 'file')
  const described = { operation: child, description: somewhere }
  expect(await codeOf(one.ask('casefile', 'describeOperation', described))).toBe('not-an-operation')
  const { operations } = await world.as('anyone')('casefile', 'listOperations', {})
  expect(operations.map(({ id }) => id)).not.toContain(child)
  const person = {
    ...{ kind: 'relative' as const, operation: child },
    description: { names: { en: 'Nobody' }, sex: 'female' as const, birth: {} },
  }
  expect(await codeOf(one.ask('casefile', 'describePerson', person))).toBe('not-allowed')
})

test('a look in an emergency is counted, whoever looked a moment before by right', async () => {
  const [child, one] = [await world.addPerson(), await world.stranger('socialWorker')]
  await assign(child, one.account, 'file')
  await one.ask('casefile', 'openFile', { file: child })
  await assign(child, one.account, 'file', '2020-01-01T00:00:00Z')
  for (const _ of [1, 2]) {
    const { emergency } = await openIt(one, child)
    await one.ask('casefile', 'openFile', { file: child })
    await one.ask('casefile', 'openFile', { file: child })
    await one.ask('emergency', 'endEmergency', { emergency })
  }
  const { toReview } = await world.as('protectionOfficer')('emergency', 'listEmergencies', {})
  expect(toReview.filter(({ file }) => file === child).map(({ looks }) => looks)).toEqual([1, 1])
})

test('nobody says that what they write was written by the house itself', async () => {
  const child = await world.addPerson()
  const ask = async (device: string) => {
    const answer = await fetch(`${world.base}/api/casefile/describePerson`, {
      method: 'POST',
      headers: {
        ...{ 'content-type': 'application/json', 'x-device': device },
        authorization: `Bearer ${world.tokens.coordinator}`,
      },
      body: JSON.stringify({
        ...{ id: child, kind: 'child', operation: world.operation },
        description: { names: { en: device }, sex: 'female', birth: { earliest: 2015, latest: 2015 } },
      }),
    })
    expect(answer.status).toBe(200)
  }
  for (const device of ['house', 'machine', 'worker', ' House', 'tablet 4']) await ask(device)
  const { rows } = await sql<{ device: string }>`select device from events
    where ${child} = any(about) and type = 'casefile.described' order by seq offset 1`.execute(
    world.house.owner,
  )
  expect(rows.map(({ device }) => device)).toEqual(['web', 'web', 'web', 'web', 'tablet 4'])
})

test('an emergency of somebody whose file was joined meanwhile is no right to decide about others’', async () => {
  const [keep, other] = [await world.addPerson(), await world.addPerson()]
  const [one, friend] = [await world.stranger('coordinator'), await world.stranger('doctor')]
  await openIt(one, other)
  await openIt(one, keep)
  const { emergency } = await openIt(friend, other)
  await coordinator()('casefile', 'mergeFiles', { keep, other, reason: 'The same girl' })
  expect(await codeOf(one.ask('emergency', 'agreeToEmergency', { emergency }))).toBe(
    'emergency-sees-by-emergency',
  )
})

test('an assignment that follows another leaves no gap and no overlap', async () => {
  const child = await world.addPerson()
  const actor = await makeAccount(world.house.owner, { name: 'Next', profession: 'doctor', language: 'en' })
  const base = Date.now()
  const at = (ms: number) => new Date(base + ms).toISOString()
  const say = (begins?: string, until?: string) =>
    coordinator()('casefile', 'assign', { file: child, assignment: { actor, scope: 'file', begins, until } })
  const standing = async (when: string) => {
    const { rows } = await sql`select 1 from assignments where actor = ${actor} and not replaced
      and (begins is null or begins <= ${when}) and (until is null or until > ${when})`.execute(
      world.house.owner,
    )
    return rows.length
  }
  const days = [-40, -20, -1, 0, 1, 9, 10, 11, 19, 20, 21, 40].map((day) => at(day * 1440 * MINUTE))
  await say(undefined, undefined)
  await say(at(10 * 1440 * MINUTE), at(20 * 1440 * MINUTE))
  expect(await Promise.all(days.map(standing))).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0])
  // One that begins in the past is the word on all of it from then on, and what was to come is gone.
  await say(at(-20 * 1440 * MINUTE), at(1 * 1440 * MINUTE))
  expect((await Promise.all(days.map(standing))).slice(3)).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0])
  await say(undefined, '2020-01-01T00:00:00Z')
  expect(await Promise.all(days.map(standing))).toEqual(days.map(() => 0))
})

describe('a protection officer alone', () => {
  const asking = (file: string) => ({ file, receivedOn: '2026-11-01', identified: 'guardian' as const })
  const give = (file: string) =>
    codeOf(world.as('protectionOfficer')('protection', 'giveAccess', { file, language: 'en' }))
  const prove = () => sql`update sessions set proved = now()`.execute(world.house.owner)

  test('hands nobody a psychologist’s notes, themselves included; what came in after a release is released anew', async () => {
    const file = await world.addPerson()
    const note = () =>
      world.as('psychologist')('reintegration', 'notePsychology', { child: file, text: 'Afraid' })
    await prove()
    await note()
    const { needsSecond } = await world.as('protectionOfficer')('protection', 'askAccess', asking(file))
    expect(needsSecond).toBe(true)
    expect(await give(file)).toBe('access-not-released')
    await world.as('lead')('protection', 'releaseAccess', { file })
    expect(await give(file)).toBeUndefined()
    await note()
    expect(await give(file)).toBe('access-not-released')
  })

  test('nor where a mother is held, when that stands in a file that was joined into hers', async () => {
    const [keep, other] = [await world.addPerson('relative'), await world.addPerson('relative')]
    await prove()
    await world.as('consul')('casefile', 'noteCustody', { relative: other, place: 'A prison' })
    await coordinator()('casefile', 'mergeFiles', { keep, other, reason: 'The same woman' })
    await world.as('protectionOfficer')('protection', 'askAccess', asking(keep))
    expect(await give(keep)).toBe('access-not-released')
  })
})

test('a no that was said after looking into a file is an opening of it', async () => {
  const [child, one] = [await world.addPerson(), await world.stranger('socialWorker')]
  await assign(child, one.account, 'file')
  const moving = {
    ...{ children: [child], on: '2026-11-01', reason: 'Nearer', endReason: 'Nearer' },
    home: { joins: child },
  }
  expect(await codeOf(one.ask('reintegration', 'moveChildren', moving))).toBe('nobody-lives-there')
  const { openings } = await coordinator()('casefile', 'listOpenings', { file: child })
  expect(openings.map(({ by, for: what }) => [by, what])).toContainEqual([
    'A socialWorker from elsewhere',
    'reintegration.moveChildren',
  ])
})

test('nobody works by emergencies: ten in a day and a night, asked one after the other or all at once', async () => {
  const children = await Promise.all(Array.from({ length: MOST_IN_A_DAY + 2 }, () => world.addPerson()))
  const one = await world.stranger('coordinator')
  const codes = await Promise.all(children.map((child) => codeOf(openIt(one, child))))
  expect(codes.filter((code) => code === undefined)).toHaveLength(MOST_IN_A_DAY)
  expect(codes.filter((code) => code === 'emergency-too-many-today')).toHaveLength(2)
  world.clock.ahead = 25 * 60 * MINUTE
  expect(await codeOf(openIt(one, await world.addPerson()))).toBeUndefined()
  world.clock.ahead = 0
})

test('nobody is described in a file that is nobody’s: an operation’s, a family’s, an account’s', async () => {
  const member = await world.addPerson()
  const { id: family } = await coordinator()('casefile', 'describeFamily', {
    operation: world.operation,
    members: [member],
  })
  const { rows } = await sql<{ id: string }>`select id from files where kind = 'account' limit 1`.execute(
    world.house.owner,
  )
  const description = { names: { en: 'Nobodyatall' }, sex: 'female' as const, birth: { earliest: 1990 } }
  await sql`update sessions set proved = now()`.execute(world.house.owner)
  const officer = world.as('protectionOfficer')
  for (const id of [world.operation, family, rows[0]!.id]) {
    // All of an operation's file, or of a colleague's account, is not handed out as that of a person.
    const asking = { file: id, receivedOn: '2026-11-01', identified: 'in-person' as const }
    expect(await codeOf(officer('protection', 'askAccess', asking))).toBe('not-a-person')
    expect(await codeOf(officer('protection', 'giveAccess', { file: id, language: 'en' }))).toBe(
      'not-a-person',
    )
    expect(
      await codeOf(
        coordinator()('casefile', 'describePerson', {
          id,
          kind: 'relative',
          operation: world.operation,
          description,
        }),
      ),
    ).toBe('not-a-person')
  }
  // A child stays one, whatever kind is said with the amendment.
  const amending = { id: member, kind: 'relative' as const, operation: world.operation, description }
  expect(await codeOf(coordinator()('casefile', 'describePerson', amending))).toBe('invalid')
})

test('an answer is told again to whoever lost it a moment ago, and later to nobody', async () => {
  const key = randomUUID()
  const ask = async () => {
    const answer = await fetch(`${world.base}/api/casefile/describePerson`, {
      method: 'POST',
      headers: {
        ...{ 'content-type': 'application/json', 'idempotency-key': key },
        authorization: `Bearer ${world.tokens.coordinator}`,
      },
      body: JSON.stringify({
        ...{ kind: 'child', operation: world.operation },
        description: { names: { en: 'Once' }, sex: 'female', birth: { earliest: 2015, latest: 2015 } },
      }),
    })
    return (await answer.json()) as { id?: string; code?: string }
  }
  const first = await ask()
  expect(first.id).toBeDefined()
  expect(await ask()).toEqual(first)
  await sql`update calls set at = at - interval '11 minutes' where key = ${key}`.execute(world.house.owner)
  expect((await ask()).code).toBe('key-used-before')
})
