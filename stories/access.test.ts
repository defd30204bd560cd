import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  ANYONE,
  type Asker,
  access,
  type Class,
  type Profession,
  professions,
  roleOf,
} from '../app/src/casefile/access.ts'
import { ask, Problem, type Table } from '../app/src/casefile/asking.ts'
import { makeAccount } from '../app/src/casefile/session.ts'
import { allOperations } from '../app/src/doors/openapi.ts'
import { registry } from '../app/src/opening.ts'
import { asActor } from '../app/src/platform/database.ts'
import { examples } from './access/all.ts'
import type { Ids } from './access/examples.ts'
import { openTestHouse, type TestHouse } from './house.ts'

/** Who works on what, in the ways that must make no difference (none, elsewhere, over) and the ways that must. */
const assignments = ['none', 'elsewhere', 'over', 'operation', 'file'] as const
type Kind = (typeof assignments)[number]

let world: TestHouse
let ids: Ids
const tokens = new Map<string, string>()
const actors = new Map<string, string>()

const operation = {
  names: { en: 'Somewhere' },
  from: 'IQ',
  to: 'KZ',
  corridor: 'IQ-KZ',
  flightAt: '2026-11-27T06:00:00Z',
  takesRequests: true,
}
const person = (sex: 'male' | 'female') => ({
  names: { kk: 'Біреу', en: 'Somebody' },
  sex,
  birth: { earliest: 2019, latest: 2020 },
})

async function makeWorld(): Promise<Ids> {
  const coordinator = world.as('coordinator')
  const { id } = await coordinator('casefile', 'describeOperation', { description: operation })
  const add = async (kind: 'child' | 'relative', sex: 'male' | 'female') =>
    (await coordinator('casefile', 'describePerson', { kind, operation: id, description: person(sex) })).id
  return {
    operation: id,
    child: await add('child', 'female'),
    sibling: await add('child', 'male'),
    relative: await add('relative', 'female'),
    worker: world.accounts.lawyer,
  }
}

async function assign(actor: string, kind: Kind, elsewhere: string): Promise<void> {
  const coordinator = world.as('coordinator')
  const put = (file: string, scope: 'operation' | 'file', until?: string) =>
    coordinator('casefile', 'assign', { file, assignment: { actor, scope, until } })
  if (kind === 'elsewhere') await put(elsewhere, 'operation')
  if (kind === 'over') await put(ids.operation, 'operation', '2020-01-01T00:00:00Z')
  if (kind === 'operation') await put(ids.operation, 'operation')
  if (kind === 'file') await put(ids.child, 'file')
}

beforeAll(async () => {
  world = await openTestHouse()
  ids = await makeWorld()
  const elsewhere = await world.as('coordinator')('casefile', 'describeOperation', { description: operation })
  for (const profession of professions)
    for (const kind of assignments) {
      const actor = await makeAccount(world.house.owner, {
        name: `${profession} ${kind}`,
        profession,
        language: 'en',
      })
      await assign(actor, kind, elsewhere.id)
      actors.set(`${profession} ${kind}`, actor)
      tokens.set(`${profession} ${kind}`, await world.signIn(actor))
    }
})
afterAll(() => world.close())

type Outcome = { no: Problem['no']; answer?: undefined } | { answer: string; no?: undefined }

async function attempt(station: string, verb: string, asker: Asker, kind: Kind): Promise<Outcome> {
  const input = examples[station]![verb]!(ids)
  const token = asker === ANYONE ? undefined : tokens.get(`${asker} ${kind}`)
  const wire = { base: world.base, language: 'en', token, unreachable: 'unreachable' }
  try {
    return { answer: JSON.stringify(await ask<Table, string>(wire, station, verb, input)) }
  } catch (cause) {
    if (!(cause instanceof Problem)) throw cause
    return { no: cause.no }
  }
}

const closed = (no: Problem['no']) =>
  no.kind === 'refusal' &&
  ['not-allowed', 'sign-in-first', 'file-not-found', 'paper-not-found', 'too-many-requests'].includes(no.code)
const named = ({ child, sibling, relative }: Ids) => [child, sibling, relative]

test('every operation has an example that its schema takes', () => {
  const broken = allOperations.filter(({ station, verb, operation: op }) => {
    const example = examples[station]?.[verb]
    return !example || !op.input.safeParse(example(ids)).success
  })
  expect(broken.map(({ station, verb }) => `${station}.${verb}`)).toEqual([])
})

test('over every operation, profession and assignment: who may not is refused, who is not assigned sees nothing', async () => {
  const askers = [...professions, ANYONE] as Asker[]
  const all = allOperations.flatMap((entry) =>
    askers.flatMap((asker) => assignments.map((kind) => ({ ...entry, asker, kind }))),
  )
  // Every combination, in a random order: what one leaves behind must not open a door for the next.
  const [order] = fc.sample(fc.shuffledSubarray(all, { minLength: all.length }), 1)
  for (const { station, verb, operation: op, asker, kind } of order!) {
    const label = `${station}.${verb} as ${asker}, assigned: ${kind}`
    const outcome = await attempt(station, verb, asker, kind)
    if (outcome.no) {
      expect(outcome.no.kind, `${label}: ${outcome.no.sentence}`).not.toBe('fault')
      expect(
        outcome.no.kind === 'invalid' && op.may.includes(asker) === false,
        `${label}: read before the right was asked`,
      ).toBe(false)
    }
    if (!op.may.includes(asker)) {
      expect(outcome.no && closed(outcome.no), `${label}: not theirs to do`).toBe(true)
    } else if (asker !== ANYONE && !['operation', 'file'].includes(kind)) {
      for (const id of named(ids))
        expect(outcome.answer ?? '', `${label}: sees what is not theirs`).not.toContain(id)
    }
  }
}, 300_000)

test('nobody without an assignment wrote anything about these people', async () => {
  const { rows } = await sql<{ name: string; type: string }>`
    select a.name, e.type from events e join accounts a on a.id = e.by
    where e.about && ${named(ids)}::uuid[] and a.name not like 'The %' and a.name ~ '(none|elsewhere|over)$'`.execute(
    world.house.owner,
  )
  expect(rows).toEqual([])
})

test('at the database itself, each role reads the classes of the table and no others', async () => {
  const all = [...new Set(registry.events.map((event) => event.class))] as Class[]
  for (const profession of professions)
    for (const kind of assignments) {
      const actor = actors.get(`${profession} ${kind}`)!
      const { rows } = await asActor(world.house.db, roleOf(profession), actor, (tx) =>
        sql<{
          class: Class
          here: boolean
        }>`select distinct class, about && ${[ids.child, ids.sibling]}::uuid[] as here from events`.execute(
          tx,
        ),
      )
      const readable = new Set<string>(access[profession].reads)
      expect(
        rows.filter((row) => !readable.has(row.class)),
        `${profession} ${kind}`,
      ).toEqual([])
      if (!['operation', 'file'].includes(kind))
        expect(
          rows.filter((row) => row.here),
          `${profession} ${kind}`,
        ).toEqual([])
    }
  expect(all.length).toBeGreaterThan(0)
})

test.each([
  ['update events set type = type', '42501'],
  ['delete from events', '42501'],
  ['truncate events', '42501'],
  ['select wrapped from keystore.keys', '42501'],
  ['select hash from sessions', '42501'],
  ['drop table events', '42501'],
])('no profession may: %s', async (statement, code) => {
  for (const profession of professions as readonly Profession[]) {
    const actor = actors.get(`${profession} operation`)!
    let seen: unknown
    const attemptIt = asActor(world.house.db, roleOf(profession), actor, (tx) =>
      sql
        .raw(statement)
        .execute(tx)
        .catch((cause) => {
          seen = cause
          throw cause
        }),
    )
    await expect(attemptIt, `${profession}: ${statement}`).rejects.toThrow()
    expect(seen, `${profession}: ${statement}`).toMatchObject({ code })
  }
})
