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
import { allOperations } from '../app/src/doors/openapi.ts'
import { registry } from '../app/src/opening.ts'
import { asActor } from '../app/src/platform/database.ts'
import { examples } from './access/all.ts'
import type { Ids } from './access/examples.ts'
import { type AccessWorld, assignments, covers, type Kind, openAccessWorld, without } from './access-world.ts'

let { world, ids, actorOf, tokenOf } = {} as AccessWorld
beforeAll(async () => {
  ;({ world, ids, actorOf, tokenOf } = await openAccessWorld())
})
afterAll(() => world.close())

type Outcome = { no: Problem['no']; answer?: undefined } | { answer: string; no?: undefined }

async function attempt(station: string, verb: string, asker: Asker, kind: Kind): Promise<Outcome> {
  const input = examples[station]![verb]!(ids)
  const token = asker === ANYONE ? undefined : tokenOf(asker, kind)
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

test('each way of working on the child opens her file, and no other way does', async () => {
  for (const profession of professions.filter((one) => access[one].reads.includes('file')))
    for (const kind of assignments) {
      const opening = world.withToken(tokenOf(profession, kind))('casefile', 'openFile', {
        file: ids.child,
      })
      if (covers(kind)) expect((await opening).id, `${profession} ${kind}`).toBe(ids.child)
      else
        await expect(opening, `${profession} ${kind}`).rejects.toMatchObject({
          no: { code: 'file-not-found' },
        })
    }
})

test('over every operation, profession and assignment: who may not is refused, who is not assigned sees nothing', async () => {
  const askers = [...professions, ANYONE] as Asker[]
  const all = allOperations.flatMap((entry) =>
    askers.flatMap((asker) => {
      // To whom an operation is closed it is closed whatever they work on: those who see most and least are asked.
      const kinds = entry.operation.may.includes(asker) ? assignments : (['none', 'operation'] as const)
      return kinds.map((kind) => ({ ...entry, asker, kind }))
    }),
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
    } else if (asker !== ANYONE && !covers(kind)) {
      for (const id of named(ids))
        expect(outcome.answer ?? '', `${label}: sees what is not theirs`).not.toContain(id)
    }
  }
}, 300_000)

test('nobody without an assignment wrote anything about these people', async () => {
  const { rows } = await sql<{ name: string; type: string }>`
    select a.name, e.type from events e join accounts a on a.id = e.by
    where e.about && ${named(ids)}::uuid[] and a.name not like 'The %' and a.name ~ ${`(${without.join('|')})$`}`.execute(
    world.house.owner,
  )
  expect(rows).toEqual([])
})

test('at the database itself, each role reads the classes of the table and no others', async () => {
  const all = [...new Set(registry.events.map((event) => event.class))] as Class[]
  for (const profession of professions)
    for (const kind of assignments) {
      const actor = actorOf(profession, kind)
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
      if (!covers(kind))
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
    const actor = actorOf(profession, 'operation')
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
