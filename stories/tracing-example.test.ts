import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { toSentFile } from '../app/src/casefile/operation.ts'
import { openTestHouse, type TestHouse } from './house.ts'

const read = (name: string) => readFileSync(new URL(`../examples/rusafa/${name}`, import.meta.url))
const parsed = (name: string) => JSON.parse(read(name).toString())
type ExampleRequest = { children: string[]; form: { requester: { name: string }; sought: object[] } }

let world: TestHouse
let operation: string
beforeAll(async () => {
  world = await openTestHouse({ now: () => new Date('2026-11-25T09:00:00Z') })
  const { id } = await world.as('coordinator')('casefile', 'describeOperation', {
    description: parsed('operation.json').operation,
  })
  operation = id
})
afterAll(() => {
  expect(world.faults).toEqual([])
  return world.close()
})

async function importList(name: string): Promise<Map<string, string>> {
  const consul = world.as('consul')
  const file = toSentFile(name, read(name))
  const { sha256 } = await consul('tracing', 'planImport', { operation, file })
  const { done, waiting } = await consul('tracing', 'acceptImport', { operation, file, sha256 })
  expect([done.length, waiting.length]).toEqual([14, 0])
  const childAt = new Map<number, string>(
    parsed('expected.json').foundList.map((one: { no: number; child: string }) => [one.no + 1, one.child]),
  )
  return new Map(done.map((row) => [row.child, childAt.get(row.row)!]))
}

test("fourteen children from a clerk's Arabic list: each true family's child comes first among its candidates", async () => {
  const whoIs = await importList('found-children-arabic.csv')
  const coordinator = world.as('coordinator')
  const truth = new Map<string, string[]>()
  for (const { children, form } of parsed('requests.json') as ExampleRequest[]) {
    const { number } = await world.as('anyone')('tracing', 'requestTracing', { operation, ...form } as never)
    truth.set(number, children)
  }
  const { requests } = await coordinator('tracing', 'listRequests', { operation })
  for (const request of requests) await coordinator('tracing', 'acceptRequest', { request: request.id })
  const { candidates } = await coordinator('tracing', 'listCandidates', { operation })
  const first = new Map<string, string>()
  for (const { request, sought, child } of candidates) {
    const key = `${request.number} ${sought}`
    if (!first.has(key)) first.set(key, whoIs.get(child)!)
  }
  const expected = [...truth].flatMap(([number, children]) =>
    children.map((child, at) => [`${number} ${at}`, child] as const),
  )
  const wrong = expected.filter(([key, child]) => first.get(key) !== child)
  expect(wrong).toEqual([])
})
