import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sweepTask } from '../app/src/casefile/protection/sweep.ts'
import { makeAccount } from '../app/src/casefile/session.ts'
import { searchTask } from '../app/src/evidence/operations/search/pieces.ts'
import { operations } from '../app/src/operations.ts'
import { openOperation, openTypedFamily } from './evidence-world.ts'
import { openTestHouse, type TestHouse } from './house.ts'

/** Whoever has the application's password can add rows to the tables of work handed out: made up, or sent again. */
let world: TestHouse
let operation: string

beforeAll(async () => {
  world = await openTestHouse({ now: () => new Date('2026-11-20T10:00:00Z') })
  operation = await openOperation(world)
  await openTypedFamily(world, operation, 'Saparova', 11)
}, 120_000)
afterAll(() => world.close())

const assign = (actor: string) =>
  world.as('coordinator')('casefile', 'assign', {
    file: operation,
    assignment: { actor, scope: 'operation' },
  })
async function geneticist() {
  const account = await makeAccount(world.house.owner, {
    ...{ name: 'A geneticist', profession: 'geneticist', language: 'en' },
  })
  await assign(account)
  return { account, ask: world.withToken(await world.signIn(account)) }
}
const typesIn = async (search: string) => {
  const { rows } = await sql<{ type: string }>`select distinct type from events where ${search} = any(about)
    and type like 'evidence.%' order by type`.execute(world.house.owner)
  return rows.map(({ type }) => type)
}

test('a piece stops nobody’s search in the name of somebody else', async () => {
  const [owner, other] = [await geneticist(), await geneticist()]
  const parameters = { table: 'nist1036-caucasian', theta: 0 }
  const { search } = await owner.ask('evidence', 'startSearch', { operation, parameters })
  await expect(searchTask(world.house).giveUp({ search, piece: 0, by: other.account })).rejects.toMatchObject(
    { code: 'not-allowed' },
  )
  expect(await typesIn(search)).toEqual(['evidence.searchStarted'])
  await owner.ask('evidence', 'cancelSearch', { search })
})

test('whoever does other work by now has no search done in their name, assigned anew or not', async () => {
  const one = await geneticist()
  const parameters = { table: 'nist1036-caucasian', theta: 0 }
  const { search } = await one.ask('evidence', 'startSearch', { operation, parameters })
  await world.as('administrator')('accounts', 'changeProfession', {
    ...{ account: one.account, profession: 'coordinator', reason: 'She leads the desk now' },
  })
  await assign(one.account)
  const piece = { search, piece: 0, by: one.account }
  const task = searchTask(world.house)
  await expect(task.run(piece, new AbortController().signal)).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(task.giveUp(piece)).rejects.toMatchObject({ code: 'not-allowed' })
  expect(await typesIn(search)).toEqual(['evidence.searchStarted'])
})

test('nobody is swept who was not erased', async () => {
  const { rows } = await sql<{ id: string }>`select id from files where kind = 'child' limit 1`.execute(
    world.house.owner,
  )
  await sweepTask(world.house).run({ file: rows[0]!.id, what: 'person' }, new AbortController().signal)
  await sweepTask(world.house).run({ file: 'no number', what: 'person' }, new AbortController().signal)
  const { rows: swept } = await sql`select 1 from events where type = 'protection.swept'`.execute(
    world.house.owner,
  )
  expect(swept).toEqual([])
})

test('what hands out genotypes needs the course of handling DNA, all of it', () => {
  const { evidence } = operations
  const handing = Object.entries(evidence).filter(([, { summary }]) => /genotypes/.test(summary))
  expect(handing.map(([verb]) => verb).sort()).toEqual(
    expect.arrayContaining(['exportClaim', 'exportFamily', 'recordOfClaim']),
  )
  for (const [verb, one] of handing)
    if (!/no genotypes/.test(one.summary))
      expect((one as { needs?: string[] }).needs, verb).toEqual(['dnaHandling'])
})
