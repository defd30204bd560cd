import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rebuild } from '../app/src/casefile/rebuild.ts'
import { openTestHouse, type TestHouse } from './house.ts'

let world: TestHouse
let operation: string

beforeAll(async () => {
  world = await openTestHouse()
  const ask = world.as('coordinator')
  const description = {
    names: { en: 'Far' },
    from: 'IQ',
    to: 'KZ',
    corridor: 'IQ-KZ',
    flightAt: '2026-11-27T06:00:00Z',
    takesRequests: true,
  }
  operation = (await ask('casefile', 'describeOperation', { description })).id
  for (const sex of [...Array(8).fill('female'), ...Array(6).fill('male')])
    await ask('casefile', 'describePerson', {
      kind: 'child',
      operation,
      description: { names: { kk: 'Бала' }, sex, birth: { earliest: 2019, latest: 2020 } },
    })
})
afterAll(() => world.close())

test('eight girls of fourteen are published, and anybody reads it with its day and definition', async () => {
  const published = await world.as('editor')('publication', 'publishFigure', { operation, figure: 'girls' })
  expect(published).toMatchObject({ value: 8, of: 14, version: 1, definition: 1 })
  const page = await world.as('anyone')('publication', 'readPublicPage', { operation })
  expect(page.figures).toMatchObject([{ figure: 'girls', value: 8, of: 14 }])
})

test('three cleared of fourteen are not shown: the door gives null, not three', async () => {
  const children = await world.as('coordinator')('casefile', 'listPeople', { operation, kind: 'child' })
  for (const child of children.people.slice(0, 3))
    await sql`insert into steps values (${child.id}, 'clearance', 'done', null, now())`.execute(
      world.house.owner,
    )
  const { figures } = await world.as('editor')('publication', 'draftFigures', { operation })
  expect(figures.find((one) => one.figure === 'cleared')).toMatchObject({ value: null })
  await sql`delete from steps`.execute(world.house.owner)
})

test('a figure is replaced only with a reason, and never by a step of fewer than five', async () => {
  const editor = world.as('editor')
  await editor('publication', 'publishFigure', { operation, figure: 'children' })
  await expect(
    editor('publication', 'publishFigure', { operation, figure: 'children' }),
  ).rejects.toMatchObject({ no: { kind: 'invalid' } })
  const description = { names: { kk: 'Тағы' }, sex: 'male' as const, birth: { earliest: 2018, latest: 2018 } }
  await world.as('coordinator')('casefile', 'describePerson', { kind: 'child', operation, description })
  await expect(
    editor('publication', 'publishFigure', { operation, figure: 'children', reason: 'One more' }),
  ).rejects.toMatchObject({
    no: { code: 'step-too-small', rule: expect.any(String) },
  })
})

test('a reader reports a slip, the editor reads it with the text around it, and the page shows what was corrected', async () => {
  const report = {
    page: `/public/${operation}`,
    language: 'en' as const,
    selected: '<b>cmae</b>',
    before: 'The children ',
    after: ' home',
    comment: '=came()',
  }
  await world.as('anyone')('publication', 'reportCorrection', { report })
  const { corrections } = await world.as('editor')('publication', 'listCorrections', {})
  expect(corrections[0]).toMatchObject({ state: 'open', report })
  const deciding = {
    correction: corrections[0]!.id,
    verdict: { accepted: true, note: '“cmae” is now “came”' },
  }
  const both = await Promise.allSettled(
    [1, 2].map(() => world.as('editor')('publication', 'decideCorrection', deciding)),
  )
  expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  const page = await world.as('anyone')('publication', 'readPublicPage', { operation })
  expect(page.corrections).toMatchObject([{ note: '“cmae” is now “came”' }])
})

test('the reader’s words are nowhere in clear', async () => {
  await world.as('anyone')('publication', 'reportCorrection', {
    report: { page: '/public', language: 'kk', selected: 'МАРКЕРСӨЗ', before: '', after: '' },
  })
  const { rows } = await sql<{
    n: number
  }>`select count(*) as n from events where open::text like '%МАРКЕРСӨЗ%'`.execute(world.house.owner)
  expect(rows[0]!.n).toBe(0)
})

test('an account is published per language, names no telephone, and a correction needs its reason', async () => {
  const editor = world.as('editor')
  const account = { language: 'kk' as const, title: 'Үйге', text: 'Олар үйге қайтты.' }
  await editor('publication', 'publishAccount', { operation, account })
  await expect(editor('publication', 'publishAccount', { operation, account })).rejects.toMatchObject({
    no: { kind: 'invalid' },
  })
  await expect(
    editor('publication', 'publishAccount', {
      operation,
      account: { ...account, reason: 'x', text: 'Тел. +7 700 000 00 12' },
    }),
  ).rejects.toMatchObject({ no: { fields: [{ code: 'has-phone' }] } })
})

test('who reports without end is asked to wait', async () => {
  const report = { page: '/public', language: 'en' as const, selected: 'again', before: '', after: '' }
  const many = await Promise.allSettled(
    Array.from({ length: 25 }, () => world.as('anyone')('publication', 'reportCorrection', { report })),
  )
  const refused = many.filter((one) => one.status === 'rejected')
  expect(refused.length).toBeGreaterThan(0)
  expect(refused[0]).toMatchObject({ reason: { no: { code: 'too-many-requests' } } })
})

test('a rebuild gives the identical public tables', async () => {
  const dump = async () =>
    Promise.all(
      ['figures', 'accounts_published', 'corrections', 'corrections_public'].map(
        async (table) =>
          (await sql`select * from ${sql.id(table)} order by id`.execute(world.house.owner)).rows,
      ),
    )
  const before = await dump()
  await rebuild(world.house)
  expect(await dump()).toEqual(before)
})
