import { execFile } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { roleOf } from '../app/src/casefile/access.ts'
import { runOperation } from '../app/src/casefile/operation.ts'
import { fromBase64, toHex } from '../app/src/casefile/proof/core/bytes.ts'
import { checkProof } from '../app/src/casefile/proof/core/check.ts'
import { verifyEd25519 } from '../app/src/casefile/proof/core/ed25519.ts'
import { verifyConsistency } from '../app/src/casefile/proof/core/merkle.ts'
import { parseCheckpoint, parseNote, parseVerifier } from '../app/src/casefile/proof/core/note.ts'
import { atLog, ownerDesk } from '../app/src/casefile/proof/desk.ts'
import { proveEvent } from '../app/src/casefile/proof/proving.ts'
import { rotateKey } from '../app/src/casefile/proof/rotating.ts'
import { sequence } from '../app/src/casefile/proof/sequencer.ts'
import { keepSequencing } from '../app/src/casefile/proof/ticking.ts'
import { databaseSource } from '../app/src/casefile/proof/verify/database.ts'
import type { Finding } from '../app/src/casefile/proof/verify/findings.ts'
import { verifyLog } from '../app/src/casefile/proof/verify/verify.ts'
import { rebuild } from '../app/src/casefile/rebuild.ts'
import { registry } from '../app/src/opening.ts'
import { asActor, type Tx } from '../app/src/platform/database.ts'
import { openTestHouse, type TestHouse } from './house.ts'
import { databaseTamperings } from './log-tamperings.ts'

const run = promisify(execFile)
const operation = {
  names: { en: 'Somewhere' },
  from: 'IQ',
  to: 'KZ',
  corridor: 'IQ-KZ',
  flightAt: '2026-11-27T06:00:00Z',
  takesRequests: true,
}
const named = {
  types: registry.events.map((event) => event.type),
  classes: [...new Set(registry.events.map((event) => event.class))],
}
const PAPER = Buffer.from('%PDF-1.7 a paper somebody signed')

let world: TestHouse
let child: string
let paper: string

const sequenceNow = () => atLog(world.house, (desk) => sequence(desk))
const verifyIn = (tx: Tx, options = {}) => verifyLog(databaseSource(tx, world.house.master, named), options)
const verify = (options = {}) => world.house.owner.transaction().execute((tx) => verifyIn(tx, options))

/** Saves a paper as a station's operation does, with the rights of a profession. */
async function savePaper(file: string): Promise<string> {
  const caller = {
    actor: {
      id: world.accounts.coordinator,
      name: '',
      profession: 'coordinator' as const,
      language: 'en' as const,
    },
    language: 'en' as const,
    device: 'test',
  }
  const { z } = await import('zod')
  const saved = await runOperation(
    world.house,
    caller as never,
    'test.savePaper',
    {
      ...{ summary: '', may: ['coordinator'], input: z.object({}), output: z.object({ id: z.uuid() }) },
      run: async (ctx) => ctx.savePaper(file, 'clearance', PAPER),
    },
    {},
  )
  return (saved as { id: string }).id
}

beforeAll(async () => {
  world = await openTestHouse()
  const ask = world.as('coordinator')
  const { id } = await ask('casefile', 'describeOperation', { description: operation })
  for (let count = 0; count < 24; count++) {
    const description = {
      names: { kk: `Бала ${count}` },
      sex: 'female' as const,
      birth: { earliest: 2019, latest: 2020 },
    }
    child = (await ask('casefile', 'describePerson', { kind: 'child', operation: id, description })).id
    if (count % 3 === 0) await ask('casefile', 'openFile', { file: child })
    if (count % 6 === 0) await sequenceNow()
  }
  paper = await savePaper(child)
  await sequenceNow()
})
afterAll(() => world.close())

const newest = () => world.as('anyone')('log', 'checkpoint', {})
const headOf = (note: string) => parseCheckpoint(parseNote(note)!.text)!
const keys = async () => (await newest()).keys.map(({ verifier }) => parseVerifier(verifier)!)

describe('a log that nobody touched', () => {
  test('has every event in its tree and nothing to find', async () => {
    const { rows } = await sql<{ n: number }>`select count(*) as n from events`.execute(world.house.owner)
    const { findings, counts } = await verify()
    expect(findings).toEqual([])
    expect(counts.events).toBe(rows[0]!.n)
    expect((await newest()).size).toBe(rows[0]!.n)
    expect(counts.opened).toBeGreaterThan(20)
  })

  test('grows only at its end: every two checkpoints are proved to anybody to be consistent', async () => {
    const { rows } = await sql<{ note: string }>`select note from log_checkpoints order by number`.execute(
      world.house.owner,
    )
    const heads = rows.map(({ note }) => headOf(note))
    expect(heads.length).toBeGreaterThan(4)
    for (const [at, newer] of heads.entries())
      for (const older of heads.slice(0, at)) {
        const { hashes, from } = await world.as('anyone')('log', 'consistency', {
          from: older.size,
          to: newer.size,
        })
        expect(headOf(from!).root).toEqual(older.root)
        expect(
          verifyConsistency(
            older,
            newer,
            hashes.map((hash) => fromBase64(hash)!),
          ),
        ).toBe(true)
      }
    await expect(world.as('anyone')('log', 'consistency', { from: 5, to: 1_000_000 })).rejects.toMatchObject({
      no: { code: 'log-not-that-long' },
    })
  })

  test('is the same after every read table was written anew', async () => {
    const before = await newest()
    await rebuild(world.house)
    expect((await newest()).note).toBe(before.note)
    expect((await verify()).findings).toEqual([])
  })

  test('keeps its proof when somebody is erased: the key is gone, no leaf changes', async () => {
    await world.house.owner
      .transaction()
      .execute(async (tx) => {
        const before = await verifyIn(tx)
        await sql`delete from keystore.keys where file = ${child}`.execute(tx)
        const after = await verifyIn(tx)
        expect(after.findings).toEqual([])
        expect(after.counts.erased).toBeGreaterThan(before.counts.erased)
        throw new Error('back')
      })
      .catch((cause: Error) => expect(cause.message).toBe('back'))
  })
})

/** Tampers as the owner of the database, verifies in the same transaction, and takes everything back. */
async function tampered(tamper: (tx: Tx) => Promise<(finding: Finding) => boolean>): Promise<Finding[]> {
  let findings: Finding[] = []
  let isNamed = false
  await world.house.owner
    .transaction()
    .execute(async (tx) => {
      // As somebody does who owns the database: no trigger and no foreign key is in the way.
      await sql`set local session_replication_role = replica`.execute(tx)
      const check = await tamper(tx)
      findings = (await verifyIn(tx)).findings
      isNamed = findings.some(check)
      throw new Error('back')
    })
    .catch((cause: Error) => {
      if (cause.message !== 'back') throw cause
    })
  return isNamed ? [] : [{ kind: 'changed' }, ...findings]
}

describe('whatever the owner of the database changes is found and named', () => {
  test.each(Object.keys(databaseTamperings))('%s', async (name) => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(), { minLength: 4, maxLength: 4 }), async (seeds) => {
        let at = 0
        const pick = (below: number) => seeds[at++ % seeds.length]! % below
        const missed = await tampered((tx) => databaseTamperings[name]!(tx, pick))
        expect(missed).toEqual([])
      }),
      { numRuns: 8 },
    )
  })

  test('and the sequencer signs nothing more on a tree that was tampered with', async () => {
    const attempt = world.house.owner.transaction().execute(async (tx) => {
      await sql`update log_edge set hashes = set_byte(hashes, 3, get_byte(hashes, 3) # 1)`.execute(tx)
      await sequence(ownerDesk(tx, world.house.master))
    })
    await expect(attempt).rejects.toThrow(/Nothing was signed/)
  })
})

test('the public key is on the page of operations, for anybody', async () => {
  const page = await (await fetch(`${world.base}/api`)).text()
  expect(page).toContain((await newest()).keys[0]!.verifier)
})

describe('a proof that travels', () => {
  test('of a paper holds without the house, with the paper and the public key alone', async () => {
    const { file, sha256 } = await world.as('lawyer')('log', 'provePaper', { paper })
    const proof = Buffer.from(file.base64, 'base64').toString()
    const checked = await checkProof({ proof, verifiers: await keys(), paper: PAPER }, verifyEd25519)
    expect(checked).toMatchObject({ holds: true, paper: { sha256, bytes: PAPER.length } })
    const other = Buffer.from(PAPER)
    other[9]! ^= 1
    expect(await checkProof({ proof, verifiers: await keys(), paper: other }, verifyEd25519)).toEqual({
      holds: false,
      why: 'other-paper',
    })
  })

  test('says nothing of the child but the id, and carries nothing that was sealed', async () => {
    const { rows } = await sql<{ id: string; sealed: Buffer }>`
      select id, sealed from events where sealed is not null and about[1] = ${child} limit 1`.execute(
      world.house.owner,
    )
    const text = (await atLog(world.house, (desk) => proveEvent(desk, rows[0]!.id)))!
    const [, extra] = text.split('\n')
    const leaf = Buffer.from(extra!.slice(6), 'base64').toString()
    expect(leaf).toContain(`about {${child}}`)
    expect(leaf).toMatch(/\nsealed [0-9a-f]{64} \d+\n$/)
    expect(text).not.toContain(rows[0]!.sealed.toString('base64').slice(0, 24))
  })

  test('is for those who may read the paper; a doctor may not, and is told there is none', async () => {
    await expect(world.as('geneticist')('log', 'provePaper', { paper })).rejects.toMatchObject({
      no: { code: 'paper-not-found' },
    })
    await expect(world.as('anyone')('log', 'provePaper', { paper })).rejects.toMatchObject({
      no: { code: 'sign-in-first' },
    })
  })

  test('holds no longer when one sign of it is another', async () => {
    const { file } = await world.as('coordinator')('log', 'provePaper', { paper })
    const proof = Buffer.from(file.base64, 'base64').toString()
    const verifiers = await keys()
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: proof.length - 1 }),
        fc.constantFrom('A', 'b', '7', '\n', ' '),
        async (at, sign) => {
          fc.pre(proof[at] !== sign)
          const bent = proof.slice(0, at) + sign + proof.slice(at + 1)
          const { holds } = await checkProof({ proof: bent, verifiers, paper: PAPER }, verifyEd25519)
          expect(holds).toBe(false)
        },
      ),
      { numRuns: 300 },
    )
  })

  test('is checked on the command line without server or database', async () => {
    const { file } = await world.as('coordinator')('log', 'provePaper', { paper })
    const folder = mkdtempSync(join(tmpdir(), 'proof-'))
    const path = (name: string) => join(folder, name)
    writeFileSync(path('proof'), Buffer.from(file.base64, 'base64'))
    writeFileSync(path('paper'), PAPER)
    writeFileSync(path('other'), 'another paper')
    const key = (await newest()).keys[0]!.verifier
    const check = async (...words: string[]) => {
      const env = { ...process.env, SANDSAGE_DATA: path('not-made'), SANDSAGE_LANGUAGE: 'en' }
      const all = ['app/src/cli.ts', 'log', 'check', path('proof'), ...words]
      return run(process.execPath, all, { env }).then(
        ({ stdout }) => ({ code: 0, stdout }),
        (cause: { code: number; stdout: string }) => ({ code: cause.code, stdout: cause.stdout }),
      )
    }
    expect(await check('--key', key, '--paper', path('paper'))).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Yes: this document stands in the log.'),
    })
    expect((await check('--key', key, '--paper', path('other'))).code).toBe(1)
    expect((await check()).code).toBe(2)
  })
})

describe('the order of the tree', () => {
  const place = async (id: string) => {
    const { rows } = await sql<{ index: number }>`select index from log_leaves where id = ${id}`.execute(
      world.house.owner,
    )
    return rows[0]?.index
  }
  const forged = (tx: Tx, id: string) =>
    sql`insert into events (id, about, type, class, occurred_at, device, open)
      values (${id}, array[${child}]::uuid[], 'casefile.opened', 'opening', now(), 'test', '{}')`.execute(tx)

  test('takes what commits late when it commits, and leaves no gap for what never does', async () => {
    const [early, late, never] = [1, 2, 3].map(() => crypto.randomUUID()) as [string, string, string]
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const written = Promise.withResolvers<void>()
    const slow = world.house.owner.transaction().execute(async (tx) => {
      await forged(tx, late)
      written.resolve()
      await held
    })
    await written.promise
    await world.house.owner
      .transaction()
      .execute(async (tx) => {
        await forged(tx, never)
        throw new Error('rolled back')
      })
      .catch(() => {})
    await world.house.owner.transaction().execute((tx) => forged(tx, early))
    await sequenceNow()
    expect(await place(late)).toBeUndefined()
    const first = await place(early)
    release()
    await slow
    const notes = (await verify()).notices
    expect(notes).toContainEqual(expect.objectContaining({ kind: 'waiting', id: late }))
    await sequenceNow()
    expect(await place(late)).toBe(first! + 1)
    expect(await place(never)).toBeUndefined()
    expect((await verify()).findings).toEqual([])
  })

  test('is given by many processes at once as by one', async () => {
    const before = (await newest()).size
    const ids = Array.from({ length: 40 }, () => crypto.randomUUID())
    const writing = ids.map((id) =>
      asActor(world.house.db, roleOf('coordinator'), world.accounts.coordinator, (tx) =>
        sql`insert into events (id, about, type, class, occurred_at, by, device, open)
        values (${id}, array[${child}]::uuid[], 'casefile.opened', 'opening', now(), ${world.accounts.coordinator}, 'test', '{}')`.execute(
          tx,
        ),
      ),
    )
    const sequencing = Array.from({ length: 6 }, () => sequenceNow())
    await Promise.all([...writing, ...sequencing])
    await sequenceNow()
    expect((await newest()).size).toBe(before + 40)
    expect((await verify()).findings).toEqual([])
  })

  test('is kept up by the house itself, every second', async () => {
    const lines: string[] = []
    const end = keepSequencing(world.house, (line) => lines.push(line))
    await world.as('coordinator')('casefile', 'openFile', { file: child })
    const before = (await newest()).size
    await expect.poll(async () => (await newest()).size, { timeout: 8000 }).toBeGreaterThan(before)
    await end()
    expect(lines).toEqual([])
  })
})

test('a new key signs the same tree together with the old one, and what the old one signed still holds', async () => {
  const { file } = await world.as('coordinator')('log', 'provePaper', { paper })
  const before = await newest()
  const old = parseVerifier(before.keys[0]!.verifier)!
  const next = await world.house.owner
    .transaction()
    .execute((tx) => rotateKey(ownerDesk(tx, world.house.master)))
  const after = await newest()
  expect(after.keys.map(({ verifier }) => verifier).sort()).toEqual([next, before.keys[0]!.verifier].sort())
  expect(
    parseNote(after.note)!
      .signatures.map(({ id }) => toHex(id))
      .sort(),
  ).toEqual([toHex(old.id), toHex(parseVerifier(next)!.id)].sort())
  const proof = Buffer.from(file.base64, 'base64').toString()
  expect(await checkProof({ proof, verifiers: [old] }, verifyEd25519)).toMatchObject({ holds: true })
  await world.as('coordinator')('casefile', 'openFile', { file: child })
  await sequenceNow()
  expect((await verify()).findings).toEqual([])
  expect((await verify({ exported: before.note })).findings).toEqual([])
  expect((await verify({ verifiers: [old] })).findings.map(({ kind }) => kind)).toContain(
    'checkpoint-changed',
  )
})

test.each([
  [
    'a leaf',
    `insert into log_leaves values (1000000, 1000000, gen_random_uuid(), decode(repeat('00', 32), 'hex'))`,
  ],
  ['a checkpoint', `insert into log_checkpoints values (1000000, 1, 'x')`],
  ['the edge', `update log_edge set size = size`],
  ['a leaf hash', 'select hash from log_leaves'],
  ['what waits', 'delete from log_waiting'],
  ['a key', `insert into log_keys values ('x')`],
  ['the signing key', 'select wrapped from keystore.signing_keys'],
])('no profession reaches %s', async (_, statement) => {
  const attempt = (role: string) =>
    world.house.db.transaction().execute(async (tx) => {
      await sql`set local role ${sql.id(role)}`.execute(tx)
      await sql.raw(statement).execute(tx)
    })
  for (const asker of ['coordinator', 'geneticist', 'administrator', 'anyone'] as const)
    await expect(attempt(roleOf(asker)), asker).rejects.toMatchObject({ code: '42501' })
})

test.each([
  'update log_leaves set hash = hash',
  'delete from log_leaves',
  'update log_checkpoints set note = note',
  'delete from log_checkpoints',
  'delete from log_nodes',
  `update log_edge set origin = 'x'`,
  'update events set type = type',
  'select wrapped from keystore.signing_keys',
])('the sequencer itself may not: %s', async (statement) => {
  await expect(atLog(world.house, ({ tx }) => sql.raw(statement).execute(tx))).rejects.toMatchObject({
    code: 'not-allowed',
  })
})
