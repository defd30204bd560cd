import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from './house.ts'

let world: TestHouse
let operation: string

beforeAll(async () => {
  world = await openTestHouse()
  const coordinator = world.as('coordinator')
  const { id } = await coordinator('casefile', 'describeOperation', {
    description: {
      ...{ names: { en: 'Home' }, from: 'IQ', to: 'KZ', corridor: 'IQ-KZ' },
      ...{ flightAt: '2026-11-27T06:00:00Z', takesRequests: true },
    },
  })
  operation = id
  const description = { names: { en: 'Aisha' }, sex: 'female' as const, birth: {} }
  await coordinator('casefile', 'describePerson', { kind: 'child', operation, description })
})
afterAll(() => world.close())

test('five times as many people search at once as there are connections: each is answered', async () => {
  const coordinator = world.as('coordinator')
  await coordinator('tracing', 'find', { text: 'Aisha' })
  const asked = await Promise.all(
    Array.from({ length: 60 }, async (_, n) => {
      const { groups } = await coordinator('tracing', 'find', { text: 'Aisha' })
      if (n % 3 === 0) await world.as('lawyer')('casefile', 'home', { operation })
      return groups.flatMap((group) => group.people).length
    }),
  )
  expect(asked).toEqual(Array(60).fill(1))
  expect(world.faults).toEqual([])
}, 9_000)
