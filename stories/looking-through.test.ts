import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Profession } from '../app/src/casefile/access.ts'
import type { Caller } from '../app/src/casefile/house.ts'
import { runOperation } from '../app/src/casefile/operation.ts'
import { makeAccount } from '../app/src/casefile/session.ts'
import { findOperation } from '../app/src/doors/openapi.ts'
import { type OpenHouse, openHouse } from '../app/src/opening.ts'
import { newId } from '../app/src/platform/identity.ts'
import { fillWorld } from '../bench/scale/fill.ts'
import { readingsOf } from '../bench/scale/reading.ts'
import { idsOf } from '../bench/scale/screens.ts'
import { hearStatements, watch } from '../bench/scale/statements.ts'
import { MASTER, newDatabase } from './house.ts'

/**
 * Lists compare everybody of an operation and show some. Whom they do not show nobody has opened; and what this
 * process knows of them already it does not read again (docs/decisions/0065).
 */
let house: OpenHouse
let url: string
let operation: string
let ids: Awaited<ReturnType<typeof idsOf>>

beforeAll(async () => {
  url = await newDatabase()
  house = await openHouse(url, MASTER)
  const world = await fillWorld(house, { files: 600, events: 9000, largest: 500 })
  operation = world.operations[0]!.id
  ids = await idsOf(house, operation)
  hearStatements()
}, 300_000)
afterAll(() => house.close())

async function callerOf(profession: Profession, scope = 'operation', scopeId = operation): Promise<Caller> {
  const id = await makeAccount(house.owner, { name: 'Somebody', profession, language: 'kk' })
  await sql`insert into assignments (id, actor, scope, scope_id) values (${newId()}, ${id}, ${scope}, ${scopeId})`.execute(
    house.owner,
  )
  const actor = { id, name: 'Somebody', profession, language: 'kk' as const }
  return { actor, language: 'kk', device: 'story' }
}

const ask = (of: OpenHouse, caller: Caller, name: string, input: unknown) => {
  const [station, verb] = name.split('.') as [string, string]
  return runOperation(of, caller, name, findOperation(station, verb)!.operation, input)
}

/** The people and requests whose opening is recorded of somebody, operations left out. */
async function openedBy({ actor }: Caller): Promise<string[]> {
  const { rows } = await sql<{
    file: string
  }>`select distinct file from openings join files on files.id = file
    where by = ${actor!.id} and kind <> 'operation' order by file`.execute(house.owner)
  return rows.map((row) => row.file)
}

/** The people and requests of the operation that an answer names. */
async function namedIn(answer: unknown): Promise<string[]> {
  const said = JSON.stringify(answer).match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? []
  const { rows } = await sql<{ id: string }>`select id from files
    where kind in ('child', 'relative') and id = any(${said}::uuid[]) order by id`.execute(house.owner)
  return rows.map((row) => row.id)
}

const everyone = 450

test.each<[string, Profession, () => object]>([
  ['tracing.getRequest', 'coordinator', () => ({ request: ids.request })],
  ['tracing.listCandidates', 'coordinator', () => ({ operation, child: ids.child })],
  ['tracing.familyGraph', 'coordinator', () => ({ file: ids.child })],
  ['tracing.proposeSearches', 'coordinator', () => ({ operation })],
])(
  '%s opens those it shows, and no one else',
  async (name, profession, input) => {
    const caller = await callerOf(profession)
    const answer = await ask(house, caller, name, input())
    const [opened, named] = [await openedBy(caller), await namedIn(answer)]
    const asked = (await namedIn(input())).filter((id) => opened.includes(id))
    expect(opened).toEqual([...new Set([...named, ...asked])].sort())
    expect(opened.length).toBeLessThan(everyone / 4)
  },
  120_000,
)

test.each<[string, Profession]>([
  ['tracing.countWork', 'coordinator'],
  ['evacuation.readPlan', 'lead'],
])(
  '%s shows nobody, so nobody was opened',
  async (name, profession) => {
    const caller = await callerOf(profession)
    await ask(house, caller, name, { operation })
    expect(await openedBy(caller)).toEqual([])
  },
  120_000,
)

test.each<[string, Profession]>([
  ['tracing.listWork', 'coordinator'],
  ['tracing.listCandidates', 'coordinator'],
  ['evacuation.readSetup', 'lead'],
  ['evidence.listClaims', 'coordinator'],
])(
  '%s reads the events of many once, and then those of whom something changed',
  async (name, profession) => {
    const [caller, other] = [await callerOf(profession), await callerOf(profession)]
    const eventsRead = async (who: Caller, of = house) => {
      const { statements } = await watch(() => ask(of, who, name, { operation }), 'analyze, buffers')
      return readingsOf(statements)
        .filter(({ table }) => table === 'events')
        .reduce((sum, { rows }) => sum + rows, 0)
    }
    await eventsRead(caller)
    const fresh = await openHouse(url, MASTER)
    const unknown = await eventsRead(other, fresh)
    await fresh.close()
    // What is left is the operation's own file, and a few that are read as a whole.
    expect(await eventsRead(other)).toBeLessThan(unknown / 8)
    await amend(ids.child)
    expect(await eventsRead(other)).toBeLessThan(unknown / 8)
  },
  120_000,
)

async function amend(child: string): Promise<void> {
  const coordinator = await callerOf('coordinator')
  const file = (await ask(house, coordinator, 'casefile.openFile', { file: child })) as {
    description: { names: object; marks?: string }
  }
  const description = { ...file.description, marks: `A scar, ${newId()}` }
  await ask(house, coordinator, 'casefile.describePerson', {
    ...{ id: child, kind: 'child', operation, description },
  })
}

test('what is kept makes no difference: a process that kept nothing answers the same', async () => {
  const [coordinator, lead] = [await callerOf('coordinator'), await callerOf('lead')]
  await amend(ids.sibling)
  const fresh = await openHouse(url, MASTER)
  for (const [name, caller, input] of [
    ['tracing.listRequests', coordinator, { operation }],
    ['tracing.listCandidates', coordinator, { operation }],
    ['tracing.getRequest', coordinator, { request: ids.request }],
    ['tracing.familyGraph', coordinator, { file: ids.child }],
    ['evidence.listClaims', coordinator, { operation }],
    ['evacuation.readSetup', lead, { operation }],
    ['evacuation.readHandovers', lead, { operation }],
  ] as const) {
    const kept = await ask(house, caller, name, input)
    expect(kept, name).toEqual(await ask(fresh, caller, name, input))
  }
  await fresh.close()
}, 120_000)

test('what a colleague’s question filled shows nobody more than their own', async () => {
  const all = (await ask(house, await callerOf('coordinator'), 'tracing.listRequests', { operation })) as {
    requests: { id: string }[]
  }
  expect(all.requests.length).toBeGreaterThan(10)
  const alone = await callerOf('coordinator', 'file', ids.request)
  const own = (await ask(house, alone, 'tracing.listRequests', { operation })) as typeof all
  expect(own.requests.map((one) => one.id)).toEqual([ids.request])
  const [another] = all.requests.filter((one) => one.id !== ids.request)
  await expect(ask(house, alone, 'tracing.getRequest', { request: another!.id })).rejects.toMatchObject({
    code: 'file-not-found',
  })
}, 120_000)
