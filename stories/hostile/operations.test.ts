import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ANYONE, type Asker, professions } from '../../app/src/casefile/access.ts'
import { toOpenApi } from '../../app/src/doors/openapi.ts'
import { examples } from '../access/all.ts'
import { send, shown, wrongWith } from './answers.ts'
import { anything, bent, inputOf, type Schema, toBody } from './inputs.ts'
import { type HostileWorld, openHostileWorld } from './world.ts'

/** Longer: SANDSAGE_FUZZ_SECONDS=3600. The same inputs again: SANDSAGE_FUZZ_SEED=... */
const SECONDS = Number(process.env.SANDSAGE_FUZZ_SECONDS ?? 60)
const SEED = Number(process.env.SANDSAGE_FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31))
const AT_ONCE = 3

const marks = { operation: '@id 0', child: '@id 1', sibling: '@id 2', relative: '@id 3', worker: '@id 4' }

let world: HostileWorld
beforeAll(async () => {
  world = await openHostileWorld()
})
afterAll(() => world.close())

const paths = Object.entries(toOpenApi('0').paths).map(([path, { post }]) => {
  const [station, verb] = post.operationId.split('.') as [string, string]
  const schema = post.requestBody.content['application/json'].schema as Schema
  return { path, may: post['x-may'] as readonly Asker[], schema, station, verb }
})

/** One question: mostly of whom it may be asked by, so that it gets past the door; bent in one of four ways. */
const question = fc.constantFrom(...paths).chain(({ path, may, schema, station, verb }) => {
  const good = examples[station]![verb]!(marks)
  return fc.record({
    path: fc.constant(path),
    asker: fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...may) },
      { weight: 1, arbitrary: fc.constantFrom<Asker>(...professions, ANYONE) },
    ),
    input: fc.oneof(
      { weight: 3, arbitrary: inputOf(schema, 0) },
      { weight: 3, arbitrary: inputOf(schema, 8) },
      { weight: 4, arbitrary: bent(good) },
      { weight: 1, arbitrary: anything },
    ),
  })
})

/** Ids that answers gave, so that the next questions are about what is there. */
function learn(known: string[], text: string): void {
  const found = text.match(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g) ?? []
  for (const id of found.slice(0, 5)) if (known.length < 200 && !known.includes(id)) known.push(id)
}

test(
  `no input of whomever makes the house fault, tell of its inside or think for long (seed ${SEED})`,
  async () => {
    const known = Object.values(world.ids)
    const until = Date.now() + SECONDS * 1000
    const counts = { tried: 0, answered: 0, invalid: 0, refused: 0 }
    const reached = new Set<string>()
    const found: string[] = []
    let round = 0
    const one = async ({ path, asker, input }: { path: string; asker: Asker; input: unknown }) => {
      const body = toBody(input, known)
      const tried = await send(world, path, asker, body)
      counts.tried++
      if (tried.status === 200) reached.add(path)
      counts[tried.status === 200 ? 'answered' : tried.status === 400 ? 'invalid' : 'refused']++
      const wrong = wrongWith(tried)
      if (wrong) found.push(shown(tried, wrong, body))
      if (tried.status === 200) learn(known, tried.text)
      if (asker !== ANYONE && /"(sign-in-first|prove-again)"/.test(tried.text)) await world.comeBack(asker)
    }
    // First what is well asked, by somebody who may: the rest then meets a house in which something stands.
    for (const { path, may, station, verb } of paths)
      await one({ path, asker: may.at(-1)!, input: examples[station]![verb]!(marks) })
    while (Date.now() < until && found.length < 20) {
      const batch = fc.sample(question, { numRuns: 60, seed: SEED + round++ })
      const next = async (): Promise<void> => {
        const asked = batch.pop()
        if (!asked || Date.now() > until) return
        await one(asked)
        return next()
      }
      await Promise.all(Array.from({ length: AT_ONCE }, next))
    }
    process.stderr.write(
      `fuzz, seed ${SEED}: ${JSON.stringify(counts)}, ${reached.size} of ${paths.length} operations answered\n`,
    )
    expect(
      [...found, ...world.faults.map((line) => line.split('\n').slice(0, 6).join('\n'))].join('\n\n'),
      `seed ${SEED}`,
    ).toBe('')
    expect(counts.answered).toBeGreaterThan(0)
  },
  SECONDS * 1000 + 120_000,
)

const bodies: [string, string][] = [
  ['brackets a hundred thousand deep', '['.repeat(100_000)],
  ['objects a hundred thousand deep', '{"a":'.repeat(100_000)],
  ['closed, fifty thousand deep', `${'['.repeat(50_000)}${']'.repeat(50_000)}`],
  ['the prototype as a key', '{"__proto__":{"may":["anyone"]},"operation":1}'],
  ['the constructor’s prototype', '{"constructor":{"prototype":{"a":1}}}'],
  ['a number beyond all', '{"operation":1e999}'],
  ['half a pair', '{"operation":"\\ud800"}'],
  ['the same key twice', '{"operation":"a","operation":"b"}'],
  ['a key of a million letters', `{"${'k'.repeat(1_000_000)}":1}`],
  ['a hundred thousand keys', `{${Array.from({ length: 100_000 }, (_, at) => `"k${at}":${at}`).join(',')}}`],
  ['nothing', ''],
  ['a byte order mark', '\ufeff{}'],
  ['cut in the middle', '{"operation":"'],
]

test.each(bodies)('a body that is %s is told so', async (_what, body) => {
  const faults = world.faults.length
  for (const path of [
    '/api/tracing/request-tracing',
    '/api/casefile/list-people',
    '/api/session/sign-in',
    '/api/session/password',
    '/api/session/passkey',
  ]) {
    const answer = await send(world, path, 'coordinator', body)
    expect(wrongWith(answer), `${path}: ${answer.text.slice(0, 300)}`).toBeUndefined()
  }
  expect(world.faults.slice(faults)).toEqual([])
  expect(({} as { may?: unknown }).may).toBeUndefined()
})
