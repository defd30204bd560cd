import { afterAll, beforeAll, expect, test } from 'vitest'
import { runOperation } from '../app/src/casefile/operation.ts'
import { findOperation } from '../app/src/doors/openapi.ts'
import { type AskAs, loadExample } from '../examples/load.ts'
import { throughHttp } from './browser.ts'
import { openTestHouse, type TestHouse } from './house.ts'

let world: TestHouse
let operation: string

/** The same questions inside the house, without its HTTP door and that door's limit for people without an account. */
const inside: AskAs = (asker) => (station, verb, input, key) => {
  const actor =
    asker === 'anyone'
      ? null
      : { id: world.accounts[asker], name: '', profession: asker, language: 'kk' as const }
  const { operation: op } = findOperation(station, verb)!
  return runOperation(
    world.house,
    { actor, language: 'kk', device: 'again' },
    `${station}.${verb}`,
    op,
    input,
    key,
  )
}

beforeAll(async () => {
  world = await openTestHouse()
  await loadExample(throughHttp(world))
  operation = (await world.as('coordinator')('casefile', 'listOperations', {})).operations[0]!.id
}, 240_000)
afterAll(() => world.close())

test('fourteen children, each with the station they stand at', async () => {
  const { children } = await world.as('coordinator')('casefile', 'home', { operation })
  expect(children).toHaveLength(14)
  expect(world.faults).toEqual([])
})

test('loading again does nothing again: every step is answered as it was', async () => {
  await loadExample(inside)
  const { operations } = await world.as('coordinator')('casefile', 'listOperations', {})
  expect(operations).toHaveLength(1)
}, 240_000)
