import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rebuild } from '../app/src/casefile/rebuild.ts'
import type { RequirementId } from '../app/src/clearance/corridors.ts'
import { type RequirementRow, readinessOf, readinessOfRows } from '../app/src/clearance/model.ts'
import { landed } from '../app/src/evacuation/model.ts'
import { sha256 } from '../app/src/platform/sealing.ts'
import { openTestHouse, type TestHouse } from './house.ts'
import { decideKinship, recordAs, rowsOf, takeBackSignature } from './kinship.ts'

let world: TestHouse
let now = new Date('2026-11-20T08:00:00Z')
beforeAll(async () => {
  world = await openTestHouse({ now: () => now })
})
afterAll(() => world.close())

const flightAt = '2026-11-27T06:00:00.000Z'
const description = {
  names: { en: 'Rusafa' },
  from: 'IQ',
  to: 'KZ',
  corridor: 'IQ-KZ',
  flightAt,
  takesRequests: true,
}

async function openOperation(children: string[]) {
  const ask = world.as('coordinator')
  const { id: operation } = await ask('casefile', 'describeOperation', { description })
  const add = async (kind: 'child' | 'relative', name: string) => {
    const birth = kind === 'child' ? { earliest: 2019, latest: 2020 } : { earliest: 1960, latest: 1960 }
    const description = { names: { kk: name, ar: name }, sex: 'female' as const, birth }
    return (await ask('casefile', 'describePerson', { kind, operation, description })).id
  }
  const ids: string[] = []
  for (const name of children) ids.push(await add('child', name))
  return { operation, ids, grandmother: await add('relative', 'Күләш') }
}

const sent = (bytes: Buffer | string, name = 'paper.pdf') => ({
  name,
  base64: Buffer.from(bytes).toString('base64'),
})
const owners: Partial<Record<RequirementId, 'doctor' | 'consul' | 'lead' | 'coordinator'>> = {
  'fit-to-fly': 'doctor',
  'travel-document': 'consul',
  'best-interests': 'coordinator',
  'receiving-authority': 'lead',
}

function meet(
  child: string,
  requirement: RequirementId,
  more: { on?: string; expires?: string; bytes?: Buffer } = {},
) {
  const expires = more.expires ?? (requirement === 'travel-document' ? '2026-12-20' : undefined)
  return world.as(owners[requirement] ?? 'lawyer')('clearance', 'meetRequirement', {
    ...{
      child,
      requirement,
      paper: sent(more.bytes ?? `paper of ${requirement}`),
      on: more.on ?? '2026-11-19',
      expires,
    },
    signedBy: ['Judge Hasan', 'Aigul S.'],
  })
}

const order: RequirementId[] = [
  'mother-consent',
  'best-interests',
  'judge',
  'prison-release',
  'exit-permit',
  'travel-document',
  'receiving-authority',
]

test('from nothing to ready: every paper in its order, and each reason falls away once', async () => {
  const { operation, ids, grandmother } = await openOperation(['Айша', 'Омар'])
  const [child, other] = ids as [string, string]
  const lawyer = world.as('lawyer')
  const whoCouldFly = () => lawyer('clearance', 'whoCouldFly', { operation })
  expect((await whoCouldFly()).waiting.map(({ because }) => because)).toEqual([
    ['clearance-not-begun'],
    ['clearance-not-begun'],
  ])
  expect(
    await lawyer('clearance', 'beginClearance', { operation, children: [{ child }, { child: other }] }),
  ).toEqual({ done: ids, waiting: [] })
  expect((await lawyer('clearance', 'beginClearance', { operation, children: [{ child }] })).waiting).toEqual(
    [{ child, because: ['clearance-begun'] }],
  )
  await expect(meet(child, 'judge')).rejects.toMatchObject({ no: { code: 'comes-after-kinship' } })
  await decideKinship(world, child, grandmother)
  let left = (await whoCouldFly()).waiting.find((line) => line.child === child)!.because
  expect(left).toEqual([...order, 'fit-to-fly'].map((id) => `needs-${id}`))
  for (const requirement of order) {
    await meet(child, requirement)
    const because = (await whoCouldFly()).waiting.find((line) => line.child === child)!.because
    expect(because).toEqual(left.filter((code) => code !== `needs-${requirement}`))
    left = because
  }
  now = new Date('2026-11-25T08:00:00Z')
  await meet(child, 'fit-to-fly', { on: '2026-11-25T07:00:00Z' })
  const { ready, waiting } = await whoCouldFly()
  expect({ ready, waiting: waiting.map((line) => line.child) }).toEqual({ ready: [child], waiting: [other] })
  const steps = (await lawyer('casefile', 'openFile', { file: child })).steps
  expect(steps.find(({ station }) => station === 'clearance')).toMatchObject({
    state: 'done',
    waitsFor: null,
  })
})

test('a fitness to fly ends after 72 hours, a flight moved past it blocks, and it can be renewed', async () => {
  now = new Date('2026-11-25T08:00:00Z')
  const { operation, ids } = await openOperation(['Мариям'])
  const child = ids[0]!
  await world.as('consul')('clearance', 'beginClearance', {
    operation,
    children: [{ child, mother: 'lives' }],
  })
  const { expires } = await meet(child, 'fit-to-fly', { on: '2026-11-24T05:00:00Z' })
  expect(expires).toBe('2026-11-27T05:00:00.000Z')
  const stateNow = async () => {
    const { children } = await world.as('lead')('clearance', 'listMatrix', { operation })
    return children[0]!.cells.find((cell) => cell.requirement === 'fit-to-fly')!.state
  }
  expect(await stateNow()).toBe('expires-before-flight')
  await meet(child, 'fit-to-fly', { on: '2026-11-25T06:00:00Z' })
  expect(await stateNow()).toBe('met')
  now = new Date('2026-11-28T06:00:00Z')
  expect(await stateNow()).toBe('expired')
  now = new Date('2026-11-25T08:00:00Z')
})

test('of a child who has flown the papers are asked as at take-off', async () => {
  now = new Date('2026-11-26T08:00:00Z')
  const { operation, ids } = await openOperation(['Амина'])
  const child = ids[0]!
  await world.as('lawyer')('clearance', 'beginClearance', { operation, children: [{ child }] })
  await meet(child, 'fit-to-fly', { on: '2026-11-26T06:00:00Z' })
  now = new Date('2026-12-20T08:00:00Z')
  const line = async () => (await world.as('lead')('clearance', 'listMatrix', { operation })).children[0]!
  const fitness = async () => (await line()).cells.find((cell) => cell.requirement === 'fit-to-fly')!.state
  expect(await fitness()).toBe('expired')
  await recordAs(world, 'lead', (ctx) => ctx.record([operation, child], landed, { planVersion: 1 }))
  expect([await fitness(), (await line()).flown]).toEqual(['met', true])
  now = new Date('2026-11-25T08:00:00Z')
})

test('two desks at once: one paper is taken, the other hears who was first', async () => {
  const { operation, ids } = await openOperation(['Сара'])
  const child = ids[0]!
  await world.as('lawyer')('clearance', 'beginClearance', { operation, children: [{ child }] })
  const both = await Promise.allSettled([meet(child, 'mother-consent'), meet(child, 'mother-consent')])
  const refused = both.filter((one) => one.status === 'rejected').map((one) => one.reason.no)
  expect(refused).toEqual([
    expect.objectContaining({ code: 'already-met', sentence: expect.stringContaining('The lawyer') }),
  ])
})

test('an orphan waits for a guardian and no mother; what is asked changes with what is learned', async () => {
  const { operation, ids } = await openOperation(['Али'])
  const child = ids[0]!
  const lawyer = world.as('lawyer')
  await lawyer('clearance', 'beginClearance', {
    operation,
    children: [{ child, mother: 'dead', stays: 'elsewhere' }],
  })
  const because = async () => (await lawyer('clearance', 'whoCouldFly', { operation })).waiting[0]!.because
  expect(await because()).toContain('needs-guardian-consent')
  expect(await because()).not.toContain('needs-mother-consent')
  expect(await because()).not.toContain('needs-prison-release')
  await expect(meet(child, 'mother-consent')).rejects.toMatchObject({ no: { code: 'does-not-apply' } })
  await lawyer('clearance', 'stateCircumstances', { child, mother: 'lives', stays: 'elsewhere' })
  expect(await because()).toContain('needs-mother-consent')
})

test('a mother who takes back her yes stops the journey at once, for every reader', async () => {
  const { operation, ids, grandmother } = await openOperation(['Зейнеп'])
  const child = ids[0]!
  await world.as('lawyer')('clearance', 'beginClearance', { operation, children: [{ child }] })
  await meet(child, 'mother-consent')
  const consent = {
    ...{
      purpose: 'travel' as const,
      givenBy: grandmother,
      on: '2026-11-20',
      place: 'Baghdad',
      language: 'kk',
    },
    ...{ witness: 'A consul', copyLeft: true },
  }
  await world.as('consul')('casefile', 'giveConsent', { person: child, consent })
  await world.as('consul')('casefile', 'withdrawConsent', {
    person: child,
    purpose: 'travel',
    on: '2026-11-21',
  })
  for (const reader of ['lead', 'doctor', 'lawyer'] as const) {
    const { waiting } = await world.as(reader)('clearance', 'whoCouldFly', { operation })
    expect(waiting[0]!.because).toContain('needs-mother-consent')
    await expect(
      world.as(reader)('clearance', 'readPaper', { child, requirement: 'mother-consent' }),
    ).rejects.toMatchObject({ no: { code: 'paper-not-found' } })
  }
})

test('a decision taken back takes kinship back; a withdrawn paper waits again and stays in the history', async () => {
  const { operation, ids, grandmother } = await openOperation(['Нұр'])
  const child = ids[0]!
  const lawyer = world.as('lawyer')
  await lawyer('clearance', 'beginClearance', { operation, children: [{ child }] })
  const { claim } = await decideKinship(world, child, grandmother)
  await meet(child, 'mother-consent')
  await meet(child, 'judge')
  await lawyer('clearance', 'withdrawRequirement', {
    child,
    requirement: 'judge',
    reason: 'The order was of another child',
  })
  await takeBackSignature(world, child, claim)
  const { waiting } = await lawyer('clearance', 'whoCouldFly', { operation })
  expect(waiting[0]!.because).toEqual(expect.arrayContaining(['needs-kinship', 'needs-judge']))
  const { history } = await lawyer('clearance', 'getRequirement', { child, requirement: 'judge' })
  expect(history.map(({ what, words }) => [what, words])).toEqual([
    ['withdrawn', 'The order was of another child'],
    ['met', undefined],
  ])
  await expect(
    lawyer('clearance', 'withdrawRequirement', { child, requirement: 'judge', reason: 'again' }),
  ).rejects.toMatchObject({ no: { code: 'not-met' } })
})

test('a paper comes back byte for byte, and nothing of it stands in clear in the database', async () => {
  const { operation, ids } = await openOperation(['Ләйла'])
  const child = ids[0]!
  await world.as('lawyer')('clearance', 'beginClearance', { operation, children: [{ child }] })
  const secret = 'prisoner 4711 consents before notary Jabbar'
  const bytes = Buffer.concat([Buffer.from(secret), randomBytes(50_000)])
  const name = 'موافقة <b>Jabbar</b>.pdf'
  await world.as('consul')('clearance', 'meetRequirement', {
    ...{
      child,
      requirement: 'mother-consent',
      paper: sent(bytes, name),
      on: '2026-11-20',
      signedBy: ['<i>Jabbar</i> & sons'],
      remark: secret,
    },
  })
  const back = await world.as('consul')('clearance', 'readPaper', { child, requirement: 'mother-consent' })
  expect(back.name).toBe(name)
  expect(sha256(Buffer.from(back.base64, 'base64'))).toBe(sha256(bytes))
  const { history } = await world.as('lawyer')('clearance', 'getRequirement', {
    child,
    requirement: 'mother-consent',
  })
  expect(history[0]).toMatchObject({
    signedBy: ['<i>Jabbar</i> & sons'],
    words: secret,
    paper: { name, bytes: bytes.length },
  })
  for (const table of ['events', 'papers', 'requirements', 'steps']) {
    const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.id(table)} t
      where t::text ilike '%Jabbar%' or position('prisoner 4711' in encode(convert_to(t::text, 'UTF8'), 'escape')) > 0
        or t::text like ${`%${Buffer.from(secret).toString('hex').slice(0, 40)}%`}`.execute(world.house.owner)
    expect(rows[0]!.n, table).toBe(0)
  }
})

test("a doctor's paper is for doctors", async () => {
  const { operation, ids } = await openOperation(['Хадиша'])
  const child = ids[0]!
  await world.as('lawyer')('clearance', 'beginClearance', { operation, children: [{ child }] })
  await world.as('doctor')('clearance', 'meetRequirement', {
    ...{
      child,
      requirement: 'fit-to-fly',
      paper: sent('asthma'),
      on: '2026-11-25T06:00:00Z',
      signedBy: ['Dr. Omarova'],
      remark: 'an inhaler in the hand luggage',
    },
  })
  const paper = { child, requirement: 'fit-to-fly' as const }
  expect(
    Buffer.from((await world.as('doctor')('clearance', 'readPaper', paper)).base64, 'base64').toString(),
  ).toBe('asthma')
  await expect(world.as('lawyer')('clearance', 'readPaper', paper)).rejects.toMatchObject({
    no: { code: 'paper-not-found' },
  })
  const words = async (who: 'doctor' | 'lawyer') =>
    (await world.as(who)('clearance', 'getRequirement', paper)).history.map((entry) => entry.words)
  expect(await words('doctor')).toContain('an inhaler in the hand luggage')
  expect(await words('lawyer')).toEqual([undefined])
})

test.each([
  ['a day to come', { on: '2026-11-29' }, 'day-in-future'],
  ['an end before its date', { on: '2026-11-19', expires: '2026-11-18' }, 'expires-before-date'],
  ['an end that has passed', { on: '2026-11-19', expires: '2026-11-22' }, 'expired-already'],
  ['an empty file', { bytes: Buffer.alloc(0) }, 'paper-empty'],
  ['a file over 24 MB', { bytes: Buffer.alloc(24 * 1024 * 1024 + 1) }, 'file-too-large'],
])('%s is not taken', async (_what, more, code) => {
  const { operation, ids } = await openOperation(['Дана'])
  await world.as('lawyer')('clearance', 'beginClearance', { operation, children: [{ child: ids[0]! }] })
  const no = await meet(ids[0]!, 'mother-consent', more).then(
    () => undefined,
    (problem) => problem.no,
  )
  expect(no.code ?? no.fields[0].code).toBe(code)
})

test('whom we asked, since when, and who sees to it are on the matrix; words are in the drawer', async () => {
  const { operation, ids } = await openOperation(['Ерке'])
  const child = ids[0]!
  const lawyer = world.as('lawyer')
  await lawyer('clearance', 'beginClearance', { operation, children: [{ child }] })
  await lawyer('clearance', 'noteWait', {
    child,
    requirement: 'judge',
    since: '2026-11-03',
    note: 'asked judge Hasan',
  })
  await lawyer('clearance', 'setOwner', { child, requirement: 'judge', owner: world.accounts.consul })
  await expect(
    lawyer('clearance', 'setOwner', { child, requirement: 'judge', owner: world.accounts.doctor }),
  ).rejects.toMatchObject({ no: { code: 'owner-of-other-profession' } })
  const { children } = await world.as('doctor')('clearance', 'listMatrix', { operation })
  expect(children[0]!.cells.find((cell) => cell.requirement === 'judge')).toMatchObject({
    askedOn: '2026-11-03',
    owner: world.accounts.consul,
  })
  const { history, version } = await lawyer('clearance', 'getRequirement', { child, requirement: 'judge' })
  expect(history.map(({ what, words, owner }) => [what, words ?? owner])).toEqual([
    ['owned', 'The consul'],
    ['asked', 'asked judge Hasan'],
  ])
  await meet(child, 'mother-consent')
  await expect(
    lawyer('clearance', 'noteWait', {
      child,
      requirement: 'judge',
      since: '2026-11-04',
      note: 'again',
      seen: version,
    }),
  ).rejects.toMatchObject({ no: { code: 'file-changed' } })
})

test('the fold over the file and the read table say the same, and a rebuild changes no row', async () => {
  const { rows } = await sql<RequirementRow>`select * from requirements`.execute(world.house.owner)
  const children = [...new Set(rows.map((row) => row.child))]
  expect(children.length).toBeGreaterThan(8)
  const on = new Date(flightAt)
  await recordAs(world, 'coordinator', async (ctx) => {
    for (const child of children)
      expect(readinessOf(await ctx.file(child), on)).toEqual(
        readinessOfRows(
          rows.filter((row) => row.child === child),
          on,
        ),
      )
  })
  const before = await rowsOf(world, ['requirements', 'steps'])
  await rebuild(world.house)
  expect(await rowsOf(world, ['requirements', 'steps'])).toEqual(before)
})
