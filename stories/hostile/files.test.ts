import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Asker } from '../../app/src/casefile/access.ts'
import { toOpenApi } from '../../app/src/doors/openapi.ts'
import { root } from '../../checks/files.ts'
import { examples } from '../access/all.ts'
import { send, shown, wrongWith } from './answers.ts'
import { type HostileWorld, openHostileWorld } from './world.ts'

/** Longer: SANDSAGE_FUZZ_SECONDS=3600. The same files again: SANDSAGE_FUZZ_SEED=... */
const SECONDS = Number(process.env.SANDSAGE_FUZZ_SECONDS ?? 40)
const SEED = Number(process.env.SANDSAGE_FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31))
const MOST_BYTES = 150_000

let world: HostileWorld
beforeAll(async () => {
  world = await openHostileWorld()
})
afterAll(() => world.close())

type Sent = { name: string; base64: string }
const isSent = (value: unknown): value is Sent =>
  typeof value === 'object' && value !== null && 'base64' in value

/** Every operation that takes a file, with its example's input. */
const taking = Object.entries(toOpenApi('0').paths)
  .filter(([, { post }]) => JSON.stringify(post.requestBody).includes('"sentFile":true'))
  .map(([path, { post }]) => {
    const [station, verb] = post.operationId.split('.') as [string, string]
    return { path, may: post['x-may'] as readonly Asker[], input: () => examples[station]![verb]!(world.ids) }
  })

/** What somebody might really send: the files of the example operation. */
const folder = join(root, 'examples/rusafa')
const real = existsSync(folder)
  ? readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => ({ name: entry.name, bytes: readFileSync(join(entry.parentPath, entry.name)) }))
      .filter(({ bytes }) => bytes.length < MOST_BYTES)
  : []
const made = [
  [
    'a.xml',
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;</a>',
  ],
  ['a.xml', '<?xml version="1.0"?><!DOCTYPE a SYSTEM "http://127.0.0.1:1/a.dtd"><a/>'],
  ['a.xml', '<a>'.repeat(20_000)],
  ['a.csv', `Name;Age\n${'x'.repeat(140_000)};6`],
  ['a.csv', `${'a;'.repeat(20_000)}\n`.repeat(3)],
  ['a.csv', '"'.repeat(50_000)],
  ['a.ped', '1 2 3 4 5 6\n'.repeat(5000)],
  ['a.txt', ''],
].map(([name, text]) => ({ name: name!, bytes: Buffer.from(text!) }))
const sources = [...real, ...made]

/** Whole, cut off, with bits turned, with a part repeated or taken out. */
const damaged = fc.constantFrom(...sources).chain(({ name, bytes }) => {
  const at = fc.nat(Math.max(bytes.length - 1, 0))
  return fc.oneof(
    fc.constant({ name, bytes }),
    at.map((end) => ({ name, bytes: bytes.subarray(0, end) })),
    fc.array(fc.tuple(at, fc.nat(255)), { minLength: 1, maxLength: 12 }).map((turns) => {
      const turned = Buffer.from(bytes)
      for (const [place, value] of turns) if (place < turned.length) turned[place] = value
      return { name, bytes: turned }
    }),
    fc.tuple(at, at, fc.integer({ min: 0, max: 40 })).map(([a, b, times]) => {
      const [from, to] = [Math.min(a, b), Math.max(a, b)]
      const part = bytes.subarray(from, Math.min(to, from + 5000))
      return {
        name,
        bytes: Buffer.concat([bytes.subarray(0, from), ...Array(times).fill(part), bytes.subarray(to)]),
      }
    }),
  )
})

/** The example's input with its file, wherever it stands, exchanged for this one. */
function withFile(value: unknown, file: Sent): unknown {
  if (isSent(value)) return file
  if (Array.isArray(value)) return value.map((inner) => withFile(inner, file))
  if (!value || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withFile(inner, file)]))
}

test(
  `no file of whatever damage makes the house fault or think for long (seed ${SEED})`,
  async () => {
    // Said first: a file that never lets go would leave nobody to say it.
    process.stderr.write(`files, seed ${SEED}\n`)
    const until = Date.now() + SECONDS * 1000
    const found: string[] = []
    const counts = { tried: 0, read: 0 }
    for (let round = 0; Date.now() < until && found.length < 10; round++) {
      const batch = fc.sample(fc.tuple(fc.constantFrom(...taking), damaged), {
        numRuns: 30,
        seed: SEED + round,
      })
      for (const [{ path, may, input }, { name, bytes }] of batch) {
        if (Date.now() > until) break
        const body = JSON.stringify(withFile(input(), { name, base64: bytes.toString('base64') }))
        const answer = await send(world, path, may.find((asker) => asker !== 'anyone') ?? 'anyone', body)
        counts.tried++
        if (answer.status === 200) counts.read++
        const wrong = wrongWith(answer)
        if (wrong)
          found.push(shown(answer, wrong, `${name}, ${bytes.length} bytes: ${bytes.subarray(0, 200)}`))
      }
    }
    process.stderr.write(
      `files, seed ${SEED}: ${JSON.stringify(counts)}, ${taking.length} operations, ${sources.length} files\n`,
    )
    expect([...found, ...world.faults].join('\n\n'), `seed ${SEED}`).toBe('')
    expect(counts.tried).toBeGreaterThan(0)
  },
  SECONDS * 1000 + 120_000,
)
