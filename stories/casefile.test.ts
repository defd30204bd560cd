import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from './house.ts'

let world: TestHouse
beforeAll(async () => {
  world = await openTestHouse()
})
afterAll(() => world.close())

const operation = {
  names: { en: 'Rusafa' },
  from: 'IQ',
  to: 'KZ',
  corridor: 'IQ-KZ',
  flightAt: '2026-11-27T06:00:00Z',
  takesRequests: true,
}

test('a described child is on the list, and who opened the file stands beside it, once a quarter of an hour', async () => {
  const ask = world.as('coordinator')
  const { id } = await ask('casefile', 'describeOperation', { description: operation })
  const child = await ask('casefile', 'describePerson', {
    kind: 'child',
    operation: id,
    description: { names: { kk: 'Әйгерім' }, sex: 'female', birth: { earliest: 2019, latest: 2020 } },
  })
  await ask('casefile', 'openFile', { file: child.id })
  const file = await ask('casefile', 'openFile', { file: child.id })
  expect(file.timeline.map((entry) => entry.type)).toEqual(['casefile.described'])
  const { openings } = await ask('casefile', 'listOpenings', { file: child.id })
  expect(openings.map(({ by, for: what }) => [by, what])).toEqual([['The coordinator', 'casefile.openFile']])
  const { people } = await ask('casefile', 'listPeople', { operation: id, kind: 'child' })
  expect(people.map((person) => person.names.kk)).toEqual(['Әйгерім'])
})

test('the same key twice makes one file and gives one answer', async () => {
  const ask = world.as('coordinator')
  const key = crypto.randomUUID()
  const both = await Promise.all(
    [1, 2].map(() => ask('casefile', 'describeOperation', { description: operation }, key)),
  )
  expect(both[0]).toEqual(both[1])
})

test('who is not assigned is told that there is no such file', async () => {
  const ask = world.as('coordinator')
  const { id } = await ask('casefile', 'describeOperation', { description: operation })
  await expect(world.as('anyone')('casefile', 'openFile', { file: id })).rejects.toMatchObject({
    no: { code: 'sign-in-first' },
  })
})
