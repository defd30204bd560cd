import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, type Table } from '../app/src/casefile/asking.ts'
import { type AskAs, loadExample } from '../examples/load.ts'
import { openTestHouse, type TestHouse } from './house.ts'

let world: TestHouse
let operation: string

/** The loader asks through the HTTP door like anybody else. */
const throughHttp: AskAs = (asker) => (station, verb, input, key) => {
  const token = asker === 'anyone' ? undefined : world.tokens[asker]
  return ask<Table, string>(
    { base: world.base, language: 'kk', token, unreachable: 'unreachable' },
    station,
    verb,
    input,
    key,
  )
}

beforeAll(async () => {
  world = await openTestHouse()
  await loadExample(throughHttp)
  operation = (await world.as('coordinator')('casefile', 'listOperations', {})).operations[0]!.id
}, 240_000)
afterAll(() => world.close())

test('fourteen children, each with the station they stand at', async () => {
  const { children } = await world.as('coordinator')('casefile', 'home', { operation })
  expect(children).toHaveLength(14)
  expect(world.faults).toEqual([])
})

test('loading again does nothing again: every step is answered as it was', async () => {
  await loadExample(throughHttp)
  const { operations } = await world.as('coordinator')('casefile', 'listOperations', {})
  expect(operations).toHaveLength(1)
}, 240_000)
