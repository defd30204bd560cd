import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import fc from 'fast-check'
import type pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { compareBytes, compareDigests, loadTables } from './load.ts'
import { saveTables } from './save.ts'
import { makeSeries, type Saved } from './series.ts'
import { connect, findTables } from './tables.ts'

const from = `saved_${randomBytes(4).toString('hex')}`
const into = `loaded_${randomBytes(4).toString('hex')}`
const folder = mkdtempSync(join(tmpdir(), 'sandsage-parts-'))
let identity: string
let recipient: string
let client: pg.Client

/** Everything COPY has to be careful with, under keys of one and of two columns, of text, and none. */
const columns = `note text, bytes bytea, list text[], json jsonb, at timestamptz, number double precision, yes boolean`
const tables = (schema: string) => `create schema ${schema};
  create table ${schema}.numbered (id bigint generated always as identity primary key, ${columns});
  create table ${schema}.pairs (a int, b uuid, numbered bigint references ${schema}.numbered on delete set null, ${columns}, primary key (a, b));
  create table ${schema}.named (name text primary key, ${columns});
  create table ${schema}.loose (${columns});`

beforeAll(async () => {
  identity = await generateX25519Identity()
  recipient = await identityToRecipient(identity)
  client = await connect(inject('postgres'))
  await client.query(tables(from))
})
afterAll(async () => {
  await client.query(`drop schema ${from} cascade; drop schema if exists ${into} cascade`)
  await client.end()
  rmSync(folder, { recursive: true, force: true })
})

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }).map((word) => word.replaceAll('\0', '')),
  fc.constantFrom('\\N', '\\.', '\t', '\n\\.\n', '\r\n', '\\', '', '{"a,b"}', 'Әйгерім', 'عائشة'),
)
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { freq: 4 })
const row = fc.tuple(
  maybe(text),
  maybe(fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes))),
  maybe(fc.array(maybe(text), { maxLength: 3 })),
  maybe(fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.stringify(value).replaceAll('\\u0000', ''))),
  maybe(fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })),
  maybe(fc.oneof(fc.double(), fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -0))),
  maybe(fc.boolean()),
)
const step = fc.oneof(
  fc.record({
    kind: fc.constant('add' as const),
    table: fc.constantFrom('numbered', 'pairs', 'named', 'loose'),
    row,
    key: text,
    a: fc.integer({ min: -9, max: 9 }),
  }),
  fc.record({
    kind: fc.constantFrom('change' as const, 'delete' as const),
    table: fc.constantFrom('numbered', 'pairs', 'named', 'loose'),
    at: fc.nat(30),
  }),
)
const VALUES = '($1::text, $2::bytea, $3::text[], $4::jsonb, $5::timestamptz, $6::float8, $7::boolean)'
const NAMES = 'note, bytes, list, json, at, number, yes'
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

async function take(one: Step): Promise<void> {
  const name = `${from}.${one.table}`
  if (one.kind !== 'add') {
    const chosen = `ctid = (select ctid from ${name} order by ctid offset ${one.at} limit 1)`
    const what =
      one.kind === 'delete' ? `delete from ${name}` : `update ${name} set number = 7.5, note = 'changed'`
    await client.query(`${what} where ${chosen}`)
    return
  }
  const [columnsToo, valuesToo, more] = {
    numbered: ['', '', []],
    loose: ['', '', []],
    named: ['name, ', '$8::text, ', [one.key]],
    pairs: [
      'a, b, numbered, ',
      `$8::int, gen_random_uuid(), (select max(id) from ${from}.numbered), `,
      [one.a],
    ],
  }[one.table] as [string, string, unknown[]]
  await client.query(
    `insert into ${name} (${columnsToo}${NAMES}) values (${valuesToo}${VALUES.slice(1)} on conflict do nothing`,
    [...one.row, ...more],
  )
}

const contents = async (schema: string): Promise<Record<string, string[]>> => {
  const found: Record<string, string[]> = {}
  for (const name of ['numbered', 'pairs', 'named', 'loose']) {
    const { rows } = await client.query<{ row: string }>(
      `select t::text as row from ${schema}.${name} t order by 1`,
    )
    found[name] = rows.map((one) => one.row)
  }
  return found
}

const savingTo = (series: ReturnType<typeof makeSeries>, partBytes: number) => ({
  ...{ client, series, recipients: [recipient], byLength: {}, partBytes },
  written: async () => {},
})

test('whatever rows there are and however they change between backups, what is restored is what was there', async () => {
  let runs = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(step, { maxLength: 12 }), { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 1, max: 9 }).map((power) => 2 ** (power + 4)),
      async (rounds, partBytes) => {
        const series = makeSeries(join(folder, String(runs++)), Buffer.alloc(32, 1))
        let saved: Saved[] = []
        for (const steps of rounds) {
          for (const one of steps) await take(one)
          saved = await saveTables(savingTo(series, partBytes), await findTables(client, [from]), saved)
        }
        await client.query(`drop schema if exists ${into} cascade`)
        await client.query(tables(into))
        const renamed = saved.map((table) => ({ ...table, schema: into }))
        const loading = { client, series, identities: [identity], byLength: {} }
        await loadTables(loading, renamed, await findTables(client, [into]))
        expect(await contents(into)).toEqual(await contents(from))
        await compareDigests(loading, renamed)
        await compareBytes(loading, renamed)
      },
    ),
    { numRuns: 15, endOnFailure: true },
  )
})

test('a second backup writes nothing when nothing changed, and one part when one row did', async () => {
  await client.query(`truncate ${from}.numbered cascade; truncate ${from}.named`)
  await client.query(
    `insert into ${from}.numbered (note) select repeat(n::text, 50) from generate_series(1, 400) n`,
  )
  const series = makeSeries(join(folder, 'again'), Buffer.alloc(32, 1))
  const tables = (await findTables(client, [from])).filter(({ name }) => name === 'numbered')
  let written = 0
  const saving = { ...savingTo(series, 4096), written: async () => void written++ }
  const first = await saveTables(saving, tables, [])
  const parts = first[0]!.parts
  expect(parts.reduce((sum, part) => sum + part.rows, 0)).toBe(400)
  expect(parts.length).toBeGreaterThan(5)
  expect(written).toBe(parts.length)

  written = 0
  const second = await saveTables(saving, tables, first)
  expect([written, second]).toEqual([0, first])

  await client.query(
    `update ${from}.numbered set note = 'other' where id = (select min(id) + 150 from ${from}.numbered)`,
  )
  const third = await saveTables(saving, tables, second)
  expect(written).toBe(1)
  expect(third[0]!.parts.filter((part) => !parts.includes(part))).toHaveLength(1)
})

test('a row whose number is small and whose transaction ended late is in the next backup', async () => {
  await client.query(`truncate ${from}.numbered cascade`)
  const late = await connect(inject('postgres'))
  await late.query('begin')
  await late.query(`insert into ${from}.numbered (note) values ('late')`)
  await client.query(`insert into ${from}.numbered (note) select n::text from generate_series(1, 50) n`)
  const series = makeSeries(join(folder, 'late'), Buffer.alloc(32, 1))
  const tables = (await findTables(client, [from])).filter(({ name }) => name === 'numbered')
  const first = await saveTables(savingTo(series, 256), tables, [])
  await late.query('commit')
  await late.end()
  const second = await saveTables(savingTo(series, 256), tables, first)
  const count = (saved: Saved[]) => saved[0]!.parts.reduce((sum, part) => sum + part.rows, 0)
  expect([count(first), count(second)]).toEqual([50, 51])
})
