import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openKeys } from '../app/src/casefile/keys.ts'
import { readLog } from '../app/src/casefile/log.ts'
import { openSecrets, ringOf } from '../app/src/casefile/protection/ring.ts'
import { rotateKeys } from '../app/src/casefile/protection/rotate.ts'
import { openHouse } from '../app/src/opening.ts'
import { masterKeys } from '../app/src/platform/keys/find.ts'
import { overCommand, overHttp, serviceKeys } from '../app/src/platform/keys/kms.ts'
import { idOf, localKeys, type MasterKeys } from '../app/src/platform/keys/master-keys.ts'
import { newKey, seal, unseal } from '../app/src/platform/sealing.ts'
import { openOperation } from './evidence-world.ts'
import { MASTER, openTestHouse, type TestHouse } from './house.ts'

let world: TestHouse
let operation: string
let path: string
beforeAll(async () => {
  path = folderWith(MASTER)
  world = await openTestHouse({ masters: await masterKeys({ path }) })
  operation = await openOperation(world)
})
afterAll(() => world?.close())

const describe = async (name: string) =>
  (
    await world.as('coordinator')('casefile', 'describePerson', {
      kind: 'child',
      operation,
      description: { names: { en: name }, sex: 'female', birth: { earliest: 2018, latest: 2018 } },
    })
  ).id as string

/** Every sealed detail of the log, opened by what these master keys open. */
const openAll = (masters: MasterKeys) =>
  world.house.owner.transaction().execute(async (tx) => {
    const events = await readLog(tx, openKeys(tx, ringOf(masters), undefined), 0, 100_000)
    return events.map(({ id, detail }) => ({ id, detail }))
  })

const stateOf = async () =>
  (
    await sql<{
      master: string
      keys: number
    }>`select w.master, (select count(*) from keystore.keys k where k.by = w.id)::int
      as keys from keystore.wrapping_keys w`.execute(world.house.owner)
  ).rows

const folderWith = (key: Buffer) => {
  const path = mkdtempSync(join(tmpdir(), 'sandsage-keys-'))
  writeFileSync(join(path, 'master.key'), key)
  return path
}

test('a rotation by another process loses no key while the house goes on writing', {
  timeout: 180_000,
}, async () => {
  for (let at = 0; at < 20; at++) await describe(`Before ${at}`)
  let finished = false
  let written = 0
  const write = async () => {
    while (!finished) await describe(`Meanwhile ${written++}`)
  }
  const writers = [write(), write(), write()]
  for (let round = 0; round < 2; round++) {
    const cli = spawn(process.execPath, ['app/src/cli.ts', 'keys', 'rotate'], {
      env: { ...process.env, SANDSAGE_DATA: path, DATABASE_URL: world.url },
    })
    const said: Buffer[] = []
    cli.stdout.on('data', (chunk) => said.push(chunk))
    cli.stderr.on('data', (chunk) => said.push(chunk))
    const code = await new Promise((resolve) => cli.on('close', resolve))
    expect({ code, said: Buffer.concat(said).toString() }).toMatchObject({
      code: 0,
      said: expect.stringContaining('keys were wrapped anew'),
    })
    expect(readdirSync(path)).toEqual(['master.key'])
  }
  finished = true
  await Promise.all(writers)
  expect(world.faults).toEqual([])
  expect(written).toBeGreaterThan(0)
  const now = readFileSync(join(path, 'master.key'))
  expect(now.equals(world.house.master)).toBe(false)
  const opened = await openAll(await masterKeys({ path }))
  expect(opened.filter(({ detail }) => JSON.stringify(detail) === '{"erased":true}')).toEqual([])
  expect(opened.length).toBeGreaterThan(20)
  const [state, ...others] = await stateOf()
  expect(others).toEqual([])
  expect(state!.master).toBe(idOf(now))
  // Without the key of now: a sentence, and nothing changed.
  await expect(openHouse(world.url, newKey())).rejects.toThrow(
    /^This is not the master key this house was sealed with/,
  )
  const again = await openHouse(world.url, await masterKeys({ path }))
  expect(again.master.equals(world.house.master)).toBe(true)
  await again.close()
})

test('an interrupted rotation goes on where it stopped; the old key opens nothing afterwards', async () => {
  const before = readFileSync(join(path, 'master.key'))
  const stop = new Error('pulled out')
  let batches = 0
  const failing = rotateKeys(world.house.owner, await masterKeys({ path }), () => {
    if (batches++ === 0) throw stop
  })
  await expect(failing).rejects.toBe(stop)
  expect(readdirSync(path).sort()).toEqual(['master.key', 'master.next.key'])
  // Half way both keys are needed and both are there: the house reads and writes.
  await describe('Half way')
  expect((await openAll(await masterKeys({ path }))).length).toBeGreaterThan(20)
  const rotated = await rotateKeys(world.house.owner, await masterKeys({ path }))
  expect(rotated.continued).toBe(true)
  expect(readdirSync(path)).toEqual(['master.key'])
  await describe('Afterwards')
  await expect(openAll(localKeys(() => [before]))).rejects.toThrow(/is not here/)
  expect(world.faults).toEqual([])
})

test('whatever happens in between, no rotation loses a key', { timeout: 120_000 }, async () => {
  const step = fc.constantFrom('write', 'rotate', 'interrupt', 'reopen')
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 6 }), async (steps) => {
      const before = await openAll(await masterKeys({ path }))
      for (const [at, one] of steps.entries()) {
        const masters = await masterKeys({ path })
        if (one === 'write') await describe(`Step ${at}`)
        if (one === 'rotate') await rotateKeys(world.house.owner, masters)
        if (one === 'interrupt')
          await rotateKeys(world.house.owner, masters, () => {
            throw new Error('pulled out')
          }).catch(() => {})
        if (one === 'reopen') await openSecrets(world.house.owner, masters)
      }
      const after = await openAll(await masterKeys({ path }))
      expect(after.slice(0, before.length)).toEqual(before)
      expect(JSON.stringify(after)).not.toContain('"erased":true')
    }),
    { numRuns: 8 },
  )
  // The last run may have ended half way, and a rotation under way is finished before another begins.
  await rotateKeys(world.house.owner, await masterKeys({ path }))
})

/** A small key service: two keys of its own, the second one current once it is told so. */
async function openService() {
  const keys = new Map([
    ['kms-1', newKey()],
    ['kms-2', newKey()],
  ])
  const service = { current: 'kms-1', url: '', asked: 0, close: async () => {} }
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk) => chunks.push(chunk))
    request.on('end', () => {
      service.asked++
      if (request.headers.authorization !== 'Bearer t0ken') return response.writeHead(401).end()
      const asked = JSON.parse(Buffer.concat(chunks).toString())
      const answer = () => {
        if (asked.do === 'current') return { current: service.current }
        const key = keys.get(asked.by)!
        const data = Buffer.from(asked.data, 'base64')
        const work = asked.do === 'wrap' ? seal : unseal
        return { data: work(key, data, asked.context).toString('base64') }
      }
      response.end(JSON.stringify(answer()))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  service.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  service.close = () => new Promise((resolve) => server.close(() => resolve()))
  return service
}

test('a key service over HTTP: moved to it, rotated in it, and gone with it', async () => {
  const service = await openService()
  const inService = async () => serviceKeys(overHttp(service.url, 't0ken'))
  await rotateKeys(world.house.owner, movingTo(await masterKeys({ path }), await inService()))
  expect((await stateOf()).map((row) => row.master)).toEqual(['kms-1'])
  const house = await openHouse(world.url, await inService())
  await house.close()
  service.current = 'kms-2'
  await rotateKeys(world.house.owner, await inService())
  expect((await stateOf()).map((row) => row.master)).toEqual(['kms-2'])
  const asked = service.asked
  expect((await openAll(await inService())).length).toBeGreaterThan(20)
  // One question for the id and one for the wrapping key, however many people there are.
  expect(service.asked - asked).toBe(2)
  await expect(serviceKeys(overHttp(service.url, 'another'))).rejects.toThrow(/it answered 401/)
  await rotateKeys(world.house.owner, movingTo(await inService(), await masterKeys({ path })))
  await service.close()
  await expect(inService()).rejects.toThrow(/^The service that keeps the master key did not open it/)
  await describe('Back at home')
  expect(world.faults).toEqual([])
})

test('from the environment: the old key stands beside the new one until nothing is wrapped by it', async () => {
  const [older, newer] = ['the first sentence of a book', 'another sentence']
  const holding = (env: NodeJS.ProcessEnv) => masterKeys({ path }, env)
  const folder = await masterKeys({ path })
  await rotateKeys(world.house.owner, movingTo(folder, await holding({ SANDSAGE_MASTER_KEY: older })))
  await expect(openSecrets(world.house.owner, await holding({ SANDSAGE_MASTER_KEY: newer }))).rejects.toThrow(
    /^This is not the master key/,
  )
  const both = await holding({ SANDSAGE_MASTER_KEY: newer, SANDSAGE_MASTER_KEY_BEFORE: older })
  await rotateKeys(world.house.owner, both)
  const now = await holding({ SANDSAGE_MASTER_KEY: newer })
  expect((await stateOf()).map((row) => row.master)).toEqual([now.current])
  expect((await openAll(now)).length).toBeGreaterThan(20)
  await rotateKeys(world.house.owner, movingTo(now, folder))
  await describe('At home again')
  expect(world.faults).toEqual([])
})

/** What was wrapped by one keeper is unwrapped by it, and wrapped by the other. */
const movingTo = (from: MasterKeys, to: MasterKeys): MasterKeys => ({
  ...{ current: to.current, wrap: to.wrap },
  unwrap: (by, wrapped, context) => (by === to.current ? to : from).unwrap(by, wrapped, context),
})

test('a command answers the same questions; a failing one says so', async () => {
  const script = join(path, 'keeper.mjs')
  writeFileSync(
    script,
    `#!${process.execPath}
let text = ''
for await (const chunk of process.stdin) text += chunk
const { do: what, data } = JSON.parse(text)
const turned = data && Buffer.from(data, 'base64').map((byte) => byte ^ 90).toString('base64')
console.log(JSON.stringify(what === 'current' ? { current: 'token-1' } : { data: turned }))
`,
    { mode: 0o755 },
  )
  const masters = await serviceKeys(overCommand(script))
  const key = newKey()
  const wrapped = await masters.wrap(key, 'a key')
  expect(wrapped.equals(key)).toBe(false)
  expect((await masters.unwrap('token-1', wrapped, 'a key')).equals(key)).toBe(true)
  await expect(serviceKeys(overCommand(join(path, 'none')))).rejects.toThrow(/did not open it/)
})
