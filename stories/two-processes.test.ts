import { type ChildProcess, fork } from 'node:child_process'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Problem } from '../app/src/casefile/asking.ts'
import { rebuild } from '../app/src/casefile/rebuild.ts'
import { makeAccount } from '../app/src/casefile/session.ts'
import { client } from '../app/src/client.ts'
import { MASTER, openTestHouse, type TestHouse } from './house.ts'

/** Two servers on one PostgreSQL: the second opens, with a newer schema, while the first goes on answering (decision 0065). */
let world: TestHouse
let operation: string
let outsider: string
let second: ChildProcess | undefined

const described = (name: string) => ({
  ...{ names: { en: name }, sex: 'female' as const, birth: { earliest: 2019, latest: 2020 } },
})

beforeEach(async () => {
  world = await openTestHouse()
  const coordinator = world.as('coordinator')
  const { id } = await coordinator('casefile', 'describeOperation', {
    description: {
      ...{ names: { en: 'Home' }, from: 'IQ', to: 'KZ', corridor: 'IQ-KZ' },
      ...{ flightAt: '2026-11-27T06:00:00Z', takesRequests: true },
    },
  })
  operation = id
  for (let n = 0; n < 5; n++) await addChild(world.as('coordinator'), `Child ${n}`)
  const account = await makeAccount(world.house.owner, {
    name: 'Nobody here',
    profession: 'lawyer',
    language: 'en',
  })
  outsider = await world.signIn(account)
})
afterEach(async () => {
  if (second?.connected) {
    const ended = new Promise((resolve) => second!.once('exit', resolve))
    second.send('end')
    await ended
  }
  second = undefined
  await world.close()
})

type Client = ReturnType<typeof client>
const addChild = async (as: Client, name: string): Promise<string> =>
  (await as('casefile', 'describePerson', { kind: 'child', operation, description: described(name) })).id

/** Asks without a pause until told to stop: what was acknowledged, what failed, what an outsider saw. */
function keepAsking() {
  const found = { asked: 0, added: [] as string[], failed: [] as string[], seen: [] as string[], longest: 0 }
  let going = true
  const repeat = async (ask: () => Promise<void>) => {
    while (going) {
      const began = performance.now()
      await ask().catch((cause: unknown) =>
        found.failed.push(cause instanceof Problem ? JSON.stringify(cause.no) : String(cause)),
      )
      found.asked++
      found.longest = Math.max(found.longest, performance.now() - began)
    }
  }
  const coordinator = world.as('coordinator')
  const people = Promise.all([
    ...[1, 2].map((n) =>
      repeat(
        async () => void found.added.push(await addChild(coordinator, `Added ${n} ${found.added.length}`)),
      ),
    ),
    ...(['lead', 'lawyer'] as const).map((profession) =>
      repeat(async () => {
        const { children } = await world.as(profession)('casefile', 'home', { operation })
        if (children.length < 5) found.failed.push(`${profession} saw ${children.length} children`)
      }),
    ),
    repeat(async () => {
      const { people } = await world.withToken(outsider)('casefile', 'listPeople', { operation })
      found.seen.push(...people.map(({ id }) => id))
    }),
  ])
  return {
    async stop() {
      going = false
      await people
      return found
    },
  }
}

function openSecond(env: Record<string, string> = {}): Promise<string> {
  second = fork(new URL('second-server.ts', import.meta.url), {
    env: { ...process.env, DATABASE_URL: world.url, MASTER: MASTER.toString('hex'), ...env },
  })
  return new Promise((resolve, reject) => {
    second!.once('message', (told) => resolve((told as { address: string }).address))
    second!.once('exit', (code) => reject(new Error(`the second server ended with ${code}`)))
  })
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

test.each([
  ['with one migration more', {}],
  ['with one migration more and its walls built anew', { REBUILD: 'yes' }],
])('a second server opens %s: nobody who asks the first notices', async (_what, env) => {
  const asking = keepAsking()
  await pause(500)
  const address = await openSecond(env as Record<string, string>)
  await pause(1000)
  const found = await asking.stop()
  expect(found.failed).toEqual([])
  expect(found.seen).toEqual([])
  expect(world.faults).toEqual([])
  expect(found.added.length).toBeGreaterThan(20)
  const { rows } = await sql<{ name: string }>`select name from migrations where name like '%9999%'`.execute(
    world.house.owner,
  )
  expect(rows).toHaveLength(1)

  const other = client({
    base: address,
    language: 'en',
    token: world.tokens.coordinator,
    unreachable: 'unreachable',
  })
  const ids = (await other('casefile', 'listPeople', { operation })).people.map(({ id }) => id)
  expect(found.added.filter((id) => !ids.includes(id))).toEqual([])
  // Each goes on writing beside the other, and what is in the lists is what the log says.
  const [here, there] = await Promise.all([
    addChild(world.as('coordinator'), 'Here'),
    addChild(other, 'There'),
  ])
  const before = await listed()
  expect(before.map(({ id }) => id)).toEqual(expect.arrayContaining([here, there]))
  await rebuild(world.house)
  expect(await listed()).toEqual(before)
})

test('a table that is held for long makes the second server wait, and not those who ask the first', async () => {
  const asking = keepAsking()
  await pause(300)
  const opened = await world.house.owner.transaction().execute(async (tx) => {
    // As a long list that is being taken in: it keeps what it wrote until it ends.
    await sql`lock table events in row exclusive mode`.execute(tx)
    const opening = openSecond()
    await pause(6000)
    return { opening, isOpen: second!.connected && (await Promise.race([opening, pause(1)])) !== undefined }
  })
  expect(opened.isOpen).toBe(false)
  await opened.opening
  const found = await asking.stop()
  expect(found.failed).toEqual([])
  expect(found.longest).toBeLessThan(2500)
})

async function listed() {
  const { rows } = await sql<{
    id: string
    names: unknown
    seq: number
  }>`select id, names, seq from people order by id`.execute(world.house.owner)
  return rows
}
