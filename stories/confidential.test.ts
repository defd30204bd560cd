import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { professions, roleOf } from '../app/src/casefile/access.ts'
import { asActor } from '../app/src/platform/database.ts'
import { openTestHouse, type TestHouse } from './house.ts'

let world: TestHouse
let child: string
let mother: string

beforeAll(async () => {
  world = await openTestHouse()
  const coordinator = world.as('coordinator')
  const { id: operation } = await coordinator('casefile', 'describeOperation', {
    description: {
      names: { en: 'Rusafa' },
      ...{ from: 'IQ', to: 'KZ', corridor: 'IQ-KZ', flightAt: '2026-11-27T06:00:00Z', takesRequests: true },
    },
  })
  const add = async (kind: 'child' | 'relative', birth: number) =>
    (
      await coordinator('casefile', 'describePerson', {
        ...{ kind, operation },
        description: {
          names: { en: 'Somebody' },
          sex: 'female',
          birth: { earliest: birth, latest: birth },
        },
      })
    ).id
  child = await add('child', 2019)
  mother = await add('relative', 1990)
})
afterAll(() => world.close())

/** Which professions find events of a class when they ask the database itself. */
async function readersOf(what: string): Promise<string[]> {
  const readers: string[] = []
  for (const profession of professions) {
    const { rows } = await asActor(world.house.db, roleOf(profession), world.accounts[profession], (tx) =>
      sql`select 1 from events where class = ${what}`.execute(tx),
    )
    if (rows.length) readers.push(profession)
  }
  return readers.sort()
}

test("a psychologist's notes are read by psychologists, on screen and in the database", async () => {
  const psychologist = world.as('psychologist')
  await psychologist('reintegration', 'notePsychology', { child, text: 'She draws a house with no door.' })
  await psychologist('reintegration', 'notePsychology', { child, text: 'Today the house has a door.' })
  const { notes } = await psychologist('reintegration', 'listPsychology', { child })
  expect(notes.map(({ text, by }) => [text, by])).toEqual([
    ['Today the house has a door.', 'The psychologist'],
    ['She draws a house with no door.', 'The psychologist'],
  ])
  expect(await readersOf('psychology')).toEqual(['psychologist'])
  for (const profession of ['socialWorker', 'coordinator', 'doctor', 'protectionOfficer'] as const)
    await expect(world.as(profession)('reintegration', 'listPsychology', { child })).rejects.toMatchObject({
      no: { code: 'not-allowed' },
    })
})

test("where a mother is held stands in her own file, for consuls and lawyers, and never in her child's", async () => {
  const consul = world.as('consul')
  await consul('casefile', 'noteCustody', { relative: mother, place: 'Rusafa prison', since: '2017-11-27' })
  await expect(
    consul('casefile', 'noteCustody', { relative: child, place: 'Rusafa prison' }),
  ).rejects.toMatchObject({ no: { code: 'custody-elsewhere' } })
  await expect(
    consul('casefile', 'noteCustody', {
      ...{ relative: mother, place: 'Rusafa prison' },
      ...{ since: '2017-11-27', until: '2017-11-26' },
    }),
  ).rejects.toMatchObject({ no: { fields: [{ field: 'until', code: 'until-before-since' }] } })
  const { custody } = await world.as('lawyer')('casefile', 'getCustody', { file: mother })
  expect(custody).toMatchObject([{ place: 'Rusafa prison', since: '2017-11-27', by: 'The consul' }])
  expect(await world.as('lawyer')('casefile', 'getCustody', { file: child })).toEqual({ custody: null })
  expect(await readersOf('custody')).toEqual(['consul', 'lawyer'])
})

test('nothing of either stands in clear', async () => {
  const { rows } = await sql<{
    open: number
  }>`select count(*) filter (where sealed is null) as open from events
    where class in ('psychology', 'custody')`.execute(world.house.owner)
  expect(rows[0]!.open).toBe(0)
})
