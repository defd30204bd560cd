import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { roleOf } from '../app/src/casefile/access.ts'
import { rebuild } from '../app/src/casefile/rebuild.ts'
import { makeAccount } from '../app/src/casefile/session.ts'
import { landed } from '../app/src/evacuation/model.ts'
import { familyDrawn } from '../app/src/evidence/model.ts'
import { asActor } from '../app/src/platform/database.ts'
import { openTestHouse, type TestHouse } from './house.ts'
import { recordAs, rowsOf } from './kinship.ts'

let world: TestHouse
let now = new Date('2019-12-12T09:00:00Z')
beforeAll(async () => {
  world = await openTestHouse({ now: () => now })
})
afterAll(() => world.close())

const description = {
  ...{
    names: { en: 'Rusafa' },
    from: 'IQ',
    to: 'KZ',
    corridor: 'IQ-KZ',
    flightAt: '2019-11-27T06:00:00Z',
    takesRequests: false,
  },
}

async function openOperation(children: string[]) {
  now = new Date('2019-12-12T09:00:00Z')
  const ask = world.as('coordinator')
  const { id: operation } = await ask('casefile', 'describeOperation', { description })
  const add = async (kind: 'child' | 'relative', name: string) => {
    const birth = kind === 'child' ? { earliest: 2012, latest: 2013 } : { earliest: 1955, latest: 1955 }
    const described = { names: { kk: name }, sex: 'female' as const, birth }
    return (await ask('casefile', 'describePerson', { kind, operation, description: described })).id
  }
  const ids: string[] = []
  for (const name of children) ids.push(await add('child', name))
  return {
    operation,
    ids,
    grandmother: await add('relative', 'Зылиха'),
    family: await add('relative', 'Отбасы'),
  }
}

const home = { kind: 'family-home' as const, place: 'Шаңырақ', address: 'Абай көшесі 14, Атырау' }
const where = (children: string[]) => ({ children, on: '2019-12-12', home, reason: 'Бірге болады' })
const social = () => world.as('socialWorker')
const refusal = (code: string) => ({ no: expect.objectContaining({ kind: 'refusal', code }) })

test('siblings go together: leaving one behind is refused, unless two people sign the reason', async () => {
  const { ids } = await openOperation(['Аян', 'Дина', 'Ерлан', 'Жан'])
  const [a, b, c, alone] = ids as [string, string, string, string]
  await social()('reintegration', 'stateSiblings', { children: [a, b], are: true })
  await social()('reintegration', 'stateSiblings', { children: [b, c], are: true })
  await expect(social()('reintegration', 'placeChildren', where([a, b]))).rejects.toMatchObject(
    refusal('siblings-apart'),
  )
  const apart = { reason: 'She needs the hospital in the capital', signedBy: ['Aigul S.'] }
  await expect(social()('reintegration', 'placeChildren', { ...where([a, b]), apart })).rejects.toMatchObject(
    refusal('signatures-missing'),
  )
  const twice = { ...apart, signedBy: ['Aigul S.', ' aigul s.'] }
  await expect(
    social()('reintegration', 'placeChildren', { ...where([a, b]), apart: twice }),
  ).rejects.toMatchObject(refusal('signatures-missing'))
  expect((await social()('reintegration', 'placeChildren', where([alone]))).done).toEqual([alone])
  const signed = { ...apart, signedBy: ['Aigul S.', 'Marat T.'] }
  expect(
    (await social()('reintegration', 'placeChildren', { ...where([a, b]), apart: signed })).done,
  ).toEqual([a, b])
  expect(
    (await social()('reintegration', 'placeChildren', { ...where([c]), home: { joins: a } })).done,
  ).toEqual([c])
  const moved = { ...where([c]), endReason: 'The house is sold' }
  await expect(social()('reintegration', 'moveChildren', moved)).rejects.toMatchObject(
    refusal('siblings-apart'),
  )
  const { done } = await social()('reintegration', 'moveChildren', { ...moved, children: [a, b, c] })
  expect(done).toEqual([a, b, c])
})

test('who works on one child alone cannot part it from siblings they do not see', async () => {
  const { ids } = await openOperation(['Бота', 'Сәкен'])
  const [a, b] = ids as [string, string]
  await social()('reintegration', 'stateSiblings', { children: [a, b], are: true })
  const account = {
    name: 'Visiting',
    profession: 'socialWorker' as const,
    language: 'kk' as const,
    wholeHouse: false,
  }
  const visitor = await makeAccount(world.house.owner, account)
  await world.as('coordinator')('casefile', 'assign', {
    file: a,
    assignment: { actor: visitor, scope: 'file' },
  })
  const ask = world.withToken(await world.signIn(visitor))
  await expect(ask('reintegration', 'openAftercare', { child: b })).rejects.toMatchObject(
    refusal('file-not-found'),
  )
  await expect(ask('reintegration', 'placeChildren', where([a]))).rejects.toMatchObject(
    refusal('siblings-apart'),
  )
  await social()('reintegration', 'placeChildren', where([a, b]))
  await expect(
    ask('reintegration', 'moveChildren', { ...where([a]), endReason: 'A cousin' }),
  ).rejects.toMatchObject(refusal('siblings-apart'))
})

test('a child who landed waits for a home', async () => {
  const { operation, ids } = await openOperation(['Тоқтар'])
  await recordAs(world, 'lead', (ctx) => ctx.record([operation, ...ids], landed, { planVersion: 1 }))
  const { children } = await social()('casefile', 'home', { operation })
  expect(children[0]!.steps.find(({ station }) => station === 'reintegration')).toMatchObject({
    state: 'waiting',
    waitsFor: 'needs-placement',
  })
  const { unplaced } = await social()('reintegration', 'listFollowUps', { operation })
  expect(unplaced.map(({ child }) => child)).toEqual(ids)
})

test('a drawn family makes siblings too, and a mistake is undone', async () => {
  const { operation, ids, family } = await openOperation(['Гүл', 'Ислам'])
  const [a, b] = ids as [string, string]
  const draw = (mothers: [string, string]) =>
    recordAs(world, 'coordinator', (ctx) =>
      ctx.record([family, a, b], familyDrawn, {
        people: [
          ...['x-1', 'x-2'].map((id) => ({ id, father: null, mother: null, sex: 'female' as const })),
          ...['x-3'].map((id) => ({ id, father: null, mother: null, sex: 'male' as const })),
          {
            id: a,
            father: mothers[0] === mothers[1] ? 'x-3' : null,
            mother: mothers[0] === mothers[1] ? mothers[0] : null,
            sex: 'female',
          },
          {
            id: b,
            father: mothers[0] === mothers[1] ? 'x-3' : null,
            mother: mothers[0] === mothers[1] ? mothers[1] : null,
            sex: 'male',
          },
        ],
      }),
    )
  await draw(['x-1', 'x-1'])
  await expect(social()('reintegration', 'placeChildren', where([a]))).rejects.toMatchObject(
    refusal('siblings-apart'),
  )
  await draw(['x-1', 'x-2'])
  expect((await social()('reintegration', 'placeChildren', where([a]))).done).toEqual([a])
  await social()('reintegration', 'stateSiblings', { children: [a, b], are: true })
  const groups = async () =>
    (await social()('reintegration', 'listPlacements', { operation })).groups.map(
      (group) => group.children.length,
    )
  expect(await groups()).toEqual([2])
  await social()('reintegration', 'stateSiblings', { children: [a, b], are: false })
  expect(await groups()).toEqual([1, 1])
})

test('nobody lives with relatives who were not asked or said no', async () => {
  const { ids, grandmother } = await openOperation(['Кәмила', 'Лаура'])
  const [a, b] = ids as [string, string]
  const withHer = { ...where([a, b]), home: { ...home, kind: 'relatives' as const, relative: grandmother } }
  const said = { relative: grandmother, on: '2019-12-01', terms: 'Бөлек бөлме', language: 'kk' }
  await social()('reintegration', 'agreeFamily', { ...said, children: [a], answer: 'agrees' })
  await social()('reintegration', 'agreeFamily', { ...said, children: [b], answer: 'declines' })
  const answer = await social()('reintegration', 'placeChildren', withHer)
  expect(answer).toMatchObject({ done: [a], waiting: [{ child: b, because: ['no-family-agreement'] }] })
  expect(
    (await social()('reintegration', 'placeChildren', withHer)).waiting.map(({ because }) => because),
  ).toEqual([['already-placed'], ['no-family-agreement']])
})

test('silence grows with the days, and the longest comes first', async () => {
  const { operation, ids } = await openOperation(['Мади', 'Нұрай'])
  const [a, b] = ids as [string, string]
  await social()('reintegration', 'placeChildren', where([a, b]))
  const list = async () =>
    (await world.as('lawyer')('reintegration', 'listFollowUps', { operation })).children
  const states = async (child: string) =>
    (await list()).find((line) => line.child === child)!.marks.map(({ state }) => state)
  expect((await list())[0]!.marks.map(({ due }) => due)).toEqual([
    '2020-01-12',
    '2020-03-12',
    '2020-06-12',
    '2020-12-12',
    '2021-12-12',
  ])
  expect(await states(a)).toEqual(['ahead', 'ahead', 'ahead', 'ahead', 'ahead'])
  now = new Date('2020-01-19T09:00:00Z') // 7 days late: the last day that is not overdue
  expect((await states(a))[0]).toBe('due')
  now = new Date('2020-01-20T09:00:00Z')
  expect((await states(a))[0]).toBe('overdue')
  const visit = {
    child: a,
    on: '2020-01-19',
    seenBy: 'Айгүл',
    words: 'Күледі',
    matters: { school: 'well' as const },
  }
  await expect(social()('reintegration', 'recordFollowUp', { ...visit, month: 3 })).rejects.toMatchObject(
    refusal('follow-up-too-early'),
  )
  await social()('reintegration', 'recordFollowUp', { ...visit, month: 1 })
  await expect(social()('reintegration', 'recordFollowUp', { ...visit, month: 1 })).rejects.toMatchObject(
    refusal('followed-up-already'),
  )
  expect(await states(a)).toEqual(['done', 'ahead', 'ahead', 'ahead', 'ahead'])
  expect((await list()).map((line) => [line.child, line.lastSeen])).toEqual([
    [b, '2019-12-12'],
    [a, '2020-01-19'],
  ])
  await expect(
    social()('reintegration', 'recordFollowUp', { ...visit, on: '2019-12-01' }),
  ).rejects.toMatchObject({ no: { fields: [{ field: 'on', code: 'before-placement' }] } })
})

test('two years of visits end the path', async () => {
  const { ids } = await openOperation(['Омар'])
  const child = ids[0]!
  await social()('reintegration', 'placeChildren', where([child]))
  const step = async () =>
    (await social()('casefile', 'openFile', { file: child })).steps.find(
      ({ station }) => station === 'reintegration',
    )
  for (const [month, on] of [
    [1, '2020-01-12'],
    [3, '2020-03-12'],
    [6, '2020-06-12'],
    [12, '2020-12-12'],
    [24, '2021-12-12'],
  ] as const) {
    expect(await step()).toMatchObject({ state: 'waiting', waitsFor: 'needs-follow-up' })
    now = new Date(`${on}T12:00:00Z`)
    await social()('reintegration', 'recordFollowUp', {
      child,
      on,
      month,
      seenBy: 'Айгүл',
      words: 'Жақсы',
      matters: {},
    })
  }
  expect(await step()).toMatchObject({ state: 'done', waitsFor: null })
})

const notesAtTheDatabase = (reader: 'lawyer' | 'coordinator' | 'lead' | 'socialWorker') =>
  asActor(world.house.db, roleOf(reader), world.accounts[reader], async (tx) => {
    const { rows } = await sql<{
      n: number
    }>`select count(*) as n from events where class = 'observation'`.execute(tx)
    return rows[0]!.n
  })

test('an observation is for social workers: not through the door, not at the database', async () => {
  const { ids } = await openOperation(['Раушан'])
  const child = ids[0]!
  await social()('reintegration', 'placeChildren', where([child]))
  const text = 'Түнде анасын шақырады <b>!</b>'
  await social()('reintegration', 'addObservation', { child, text })
  expect((await social()('reintegration', 'openAftercare', { child })).notes).toEqual([
    expect.objectContaining({ text, by: 'The socialWorker' }),
  ])
  expect(await notesAtTheDatabase('socialWorker')).toBeGreaterThan(0)
  for (const reader of ['lawyer', 'coordinator', 'lead'] as const) {
    expect(await world.as(reader)('reintegration', 'openAftercare', { child })).toMatchObject({
      mayReadNotes: false,
      notes: [],
      home: { address: home.address },
    })
    expect(await notesAtTheDatabase(reader)).toBe(0)
  }
  await expect(world.as('lawyer')('reintegration', 'addObservation', { child, text })).rejects.toMatchObject(
    refusal('not-allowed'),
  )
  await expect(world.as('doctor')('reintegration', 'openAftercare', { child })).rejects.toMatchObject(
    refusal('not-allowed'),
  )
})

test('no address, word or name of a place stands in clear in any table', async () => {
  const { ids, grandmother } = await openOperation(['Сая'])
  await social()('reintegration', 'agreeFamily', {
    ...{
      children: [ids[0]!],
      relative: grandmother,
      answer: 'agrees',
      on: '2019-12-01',
      terms: 'Сары шатыр астында',
      language: 'kk',
    },
  })
  await social()('reintegration', 'placeChildren', where(ids))
  for (const table of ['events', 'siblings', 'agreements', 'placements', 'follow_ups', 'steps', 'calls']) {
    const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.id(table)} t
      where t::text like '%Абай%' or t::text like '%Шаңырақ%' or t::text like '%шатыр%'`.execute(
      world.house.owner,
    )
    expect(rows[0]!.n, table).toBe(0)
  }
})

test('a rebuild changes no row', async () => {
  const tables = ['siblings', 'agreements', 'placements', 'follow_ups', 'steps']
  const before = await rowsOf(world, tables)
  for (const table of tables) expect(before[table]!.length, table).toBeGreaterThan(0)
  await rebuild(world.house)
  expect(await rowsOf(world, tables)).toEqual(before)
  expect(world.faults).toEqual([])
})
