import { randomBytes } from 'node:crypto'
import { copyFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openKeys } from '../app/src/casefile/keys.ts'
import { readLog } from '../app/src/casefile/log.ts'
import { makeSignInLink } from '../app/src/casefile/session.ts'
import { check, choose, fill, rehearse, type Source } from '../app/src/doors/backup/fill.ts'
import { listBackups } from '../app/src/doors/backup/list.ts'
import { makeBackup, type Wanted } from '../app/src/doors/backup/make.ts'
import { endSessions } from '../app/src/doors/restore.ts'
import { type OpenHouse, openHouse } from '../app/src/opening.ts'
import { connect } from '../app/src/platform/backup/tables.ts'
import { StartProblem } from '../app/src/platform/refusal.ts'
import { clearanceReady } from './backup-world.ts'
import { newDatabase, openTestHouse, type TestHouse } from './house.ts'

const MARK = 'Planted-7f3a Жасырын'
const folder = mkdtempSync(join(tmpdir(), 'sandsage-backup-'))
let world: TestHouse
let secret: Buffer
let identity: string
let recipient: string
let operation: string
let child: string

const describe = async (name: string, kind: 'child' | 'relative' = 'relative', id?: string) =>
  (
    await world.as('coordinator')('casefile', 'describePerson', {
      ...(id ? { id } : {}),
      ...{ kind, operation },
      description: { names: { en: name }, sex: 'female', birth: { earliest: 2015, latest: 2016 } },
    })
  ).id

beforeAll(async () => {
  world = await openTestHouse()
  secret = world.house.master
  identity = await generateX25519Identity()
  recipient = await identityToRecipient(identity)
  const prepared = await clearanceReady(world, MARK)
  operation = prepared.operation
  child = prepared.child
  await describe(MARK)
})
afterAll(async () => {
  await world.close()
  rmSync(folder, { recursive: true, force: true })
})

const places = (name: string) => ({ to: join(folder, name), keys: join(folder, `${name}-keys`) })
const wanted = (name: string, more: Partial<Wanted> = {}): Wanted => ({
  ...{ ...places(name), recipients: [recipient], keep: 30, keepKeysDays: 7, madeBy: 'test', partBytes: 8192 },
  ...more,
})
const save = (name: string, more: Partial<Wanted> = {}) => makeBackup(world.url, secret, wanted(name, more))
const sourceOf = (name: string, more: Partial<Source> = {}): Source => {
  const { to, keys } = places(name)
  return { data: { path: to, secret }, keys: { path: keys, secret }, identities: [identity], ...more }
}

async function restore(source: Source) {
  const chosen = choose(source)
  await check(source, chosen)
  const url = await newDatabase()
  const filled = await fill(url, source, chosen)
  return { url, filled, house: await openHouse(url, secret) }
}

/** Every row of every table of a house as text, or of those named. */
async function rowsOf(url: string, only?: string[]): Promise<Record<string, string[]>> {
  const client = await connect(url)
  const { rows: tables } = await client.query<{ name: string }>(
    `select schemaname || '.' || tablename as name from pg_tables where schemaname in ('sandsage', 'keystore') order by 1`,
  )
  const found: Record<string, string[]> = {}
  for (const { name } of tables) {
    if (only && !only.includes(name)) continue
    const { rows } = await client.query<{ row: string }>(`select t::text as row from ${name} t order by 1`)
    found[name] = rows.map((one) => one.row)
  }
  await client.end()
  return found
}

const log = (house: OpenHouse | TestHouse['house']) =>
  house.owner.transaction().execute((tx) => readLog(tx, openKeys(tx, house.ring, undefined), 0, 100_000))

/** What no refused restore may leave behind. */
async function isUntouched(url: string): Promise<boolean> {
  const client = await connect(url)
  const { rowCount } = await client.query(
    `select 1 from pg_namespace where nspname in ('sandsage', 'keystore')`,
  )
  await client.end()
  return rowCount === 0
}

test('a saved house comes back row for row, its lists too, and goes on where it stood', async () => {
  await save('whole')
  const { url, filled, house } = await restore(sourceOf('whole'))
  // `marks` notes the backup itself, `accounts` and the rest are what they were.
  const [was, is] = [await rowsOf(world.url), await rowsOf(url)]
  for (const all of [was, is]) delete all['sandsage.marks']
  expect(Object.keys(is)).toEqual(Object.keys(was))
  expect(is).toEqual(was)
  expect(filled).toMatchObject({ destroyed: 0, events: (await log(world.house)).length })
  expect(filled.papers).toBeGreaterThan(0)
  expect(await log(house)).toEqual(await log(world.house))

  const { rows } = await sql<{ last: number }>`select max(seq) as last from events`.execute(house.owner)
  const next = await sql<{ seq: number }>`select nextval('sandsage.events_seq_seq') as seq`.execute(
    house.owner,
  )
  expect(next.rows[0]!.seq).toBeGreaterThan(rows[0]!.last)
  await house.close()
})

test('the next backup writes only what is new; an interrupted one is gone on with', async () => {
  const first = await save('steps', { partBytes: 2048 })
  const again = await save('steps', { partBytes: 2048 })
  // The one row that says when the last backup was.
  expect(again.written).toBeLessThanOrEqual(1)
  expect(first.written).toBeGreaterThan(10)

  for (let i = 0; i < 40; i++) await describe(`Later ${i}`)
  let parts = 0
  const stopped = save('steps', {
    partBytes: 2048,
    tell: () => {
      if (++parts === 20) throw new Error('the line broke')
    },
  })
  await expect(stopped).rejects.toThrow('the line broke')
  const third = await save('steps', { partBytes: 2048 })
  expect(third.wentOn).toBe(true)
  const whole = await save('steps-at-once', { partBytes: 2048 })
  expect(third.written).toBeLessThan(whole.written)
  await rehearse(world.url, `rehearsal_${randomBytes(4).toString('hex')}`, sourceOf('steps'))
  const { house } = await restore(sourceOf('steps'))
  expect(await log(house)).toEqual(await log(world.house))
  await house.close()
})

test('without its identity and without its master key a backup tells nothing and opens nothing', async () => {
  await save('closed')
  const files = [places('closed').to, places('closed').keys].flatMap((place) =>
    readdirSync(place, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name))),
  )
  const secrets = [MARK, 'Planted', 'casefile.described', 'The coordinator', secret, secret.toString('hex')]
  const bytes = Buffer.concat(files)
  expect(bytes.length).toBeGreaterThan(10_000)
  for (const one of secrets) expect(bytes.includes(one), String(one)).toBe(false)
  // The same words do stand in the database, sealed or not: the test looks for what could be there.
  expect(JSON.stringify(await rowsOf(world.url))).toContain('Planted')

  const url = await newDatabase()
  const trying = async (more: Partial<Source>) => {
    const source = sourceOf('closed', more)
    const chosen = choose(source)
    await check(source, chosen)
    await fill(url, source, chosen)
  }
  await expect(trying({ identities: [] })).rejects.toThrow(/This identity does not open/)
  await expect(trying({ identities: [await generateX25519Identity()] })).rejects.toThrow(/does not open/)
  const other = { path: places('closed').to, secret: Buffer.alloc(32, 8) }
  await expect(trying({ data: other })).rejects.toThrow(/made by another house, or was changed since/)
  const client = await connect(url)
  const { rowCount } = await client.query(
    `select 1 from pg_tables where schemaname = 'sandsage' and tablename = 'people'`,
  )
  expect(rowCount).toBe(0)
  await client.end()
})

/** One way a backup can have suffered, tried on a copy. */
const harms: Record<string, (parts: string[], list: string, random: number) => void> = {
  flipped: (parts, _list, random) => {
    const path = parts[random % parts.length]!
    const bytes = readFileSync(path)
    const at = (random * 7919) % bytes.length
    bytes[at]! ^= 1 << (random % 8)
    writeFileSync(path, bytes)
  },
  'cut short': (parts, _list, random) => {
    const path = parts[random % parts.length]!
    const bytes = readFileSync(path)
    writeFileSync(path, bytes.subarray(0, (random * 104_729) % bytes.length))
  },
  missing: (parts, _list, random) => rmSync(parts[random % parts.length]!),
  swapped: (parts, _list, random) =>
    copyFileSync(parts[random % parts.length]!, parts[(random + 1) % parts.length]!),
  'list changed': (_parts, list, random) => {
    const bytes = readFileSync(list)
    bytes[random % bytes.length]! ^= 1
    writeFileSync(list, bytes)
  },
  'list cut': (_parts, list, random) => writeFileSync(list, readFileSync(list).subarray(0, random % 4000)),
}

test('whatever byte is changed, cut or missing is found before anything is touched, and told in a sentence', async () => {
  await save('harmed')
  const { to } = places('harmed')
  const url = await newDatabase()
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...Object.keys(harms)), fc.nat(1_000_000), async (harm, random) => {
      const copy = join(folder, 'copy')
      rmSync(copy, { recursive: true, force: true })
      cpSync(to, copy, { recursive: true })
      const parts = readdirSync(join(copy, 'parts')).map((name) => join(copy, 'parts', name))
      const list = readdirSync(copy).find((name) => name.endsWith('.backup.json'))!
      harms[harm]!(parts, join(copy, list), random)
      const source = sourceOf('harmed', { data: { path: copy, secret } })
      const trying = async () => {
        const chosen = choose(source)
        await check(source, chosen)
        await fill(url, source, chosen)
      }
      const problem = await trying().then(
        () => undefined,
        (cause) => cause,
      )
      expect(problem, harm).toBeInstanceOf(StartProblem)
      expect((problem as Error).message).toMatch(/damaged|cut short|missing|changed since|no backup/)
    }),
    { numRuns: 60 },
  )
  expect(await isUntouched(url)).toBe(true)
})

test('a house that holds anything is not overwritten', async () => {
  await save('into')
  const before = await rowsOf(world.url)
  const source = sourceOf('into')
  await expect(fill(world.url, source, choose(source))).rejects.toThrow(
    /There is a house in this place already/,
  )
  expect(await rowsOf(world.url)).toEqual(before)
  const { url } = await restore(source).then(async ({ url, house }) => {
    await house.close()
    return { url }
  })
  await expect(fill(url, source, choose(source))).rejects.toThrow(/already/)
})

const destroyKey = (file: string) =>
  sql`delete from keystore.keys where file = ${file}`.execute(world.house.owner)
const isSealed = async (house: OpenHouse, file: string): Promise<boolean> =>
  (await log(house))
    .filter((event) => event.type === 'casefile.described' && event.about[0] === file)
    .every((event) => (event.detail as { erased?: boolean }).erased === true)

test('an erased person comes back neither from old data with new keys nor from new data with old keys', async () => {
  const stays = await describe('Who stays')
  const goes = await describe('Who goes')
  const early = await save('erased')
  // The key folder as somebody may have kept it from before.
  cpSync(places('erased').keys, join(folder, 'kept-keys'), { recursive: true })
  await destroyKey(goes)
  await save('erased')

  const old = await restore(sourceOf('erased', { at: early.listing.at }))
  expect([await isSealed(old.house, goes), await isSealed(old.house, stays)]).toEqual([true, false])
  expect(old.filled.destroyed).toBe(1)
  await old.house.close()

  const keptKeys = { path: join(folder, 'kept-keys'), secret }
  expect(() => choose(sourceOf('erased', { keys: keptKeys }))).toThrow(/Give the newer keys with --keys/)
  const late = await restore(sourceOf('erased', { keys: keptKeys, olderKeys: true }))
  expect([await isSealed(late.house, goes), await isSealed(late.house, stays)]).toEqual([true, false])
  await late.house.close()
})

test('a destroyed DNA or health key comes back neither way; what else is in the file stays', async () => {
  const destroyed = (url: string) =>
    rowsOf(url, ['keystore.class_keys']).then((all) =>
      all['keystore.class_keys']!.filter((row) => row.includes(file) && row.endsWith(',,)')),
    )
  const file = await describe('Whose profile is destroyed')
  await world.house.owner.transaction().execute(async (tx) => {
    const keys = openKeys(tx, world.house.ring, undefined)
    for (const what of ['dna', 'health']) await keys.seal(file, what, 'genotypes', 'somewhere')
  })
  const early = await save('classes')
  cpSync(places('classes').keys, join(folder, 'kept-class-keys'), { recursive: true })
  await sql`update keystore.class_keys set wrapped = null, by = null where file = ${file} and class = 'dna'`.execute(
    world.house.owner,
  )
  await save('classes')
  for (const source of [
    sourceOf('classes', { at: early.listing.at }),
    sourceOf('classes', { keys: { path: join(folder, 'kept-class-keys'), secret }, olderKeys: true }),
  ]) {
    const { house, url } = await restore(source)
    expect(await destroyed(url)).toEqual([expect.stringContaining('dna')])
    expect(await isSealed(house, file)).toBe(false)
    await house.close()
  }
})

test('old keys are deleted when their days are over, old backups when enough newer ones are there', async () => {
  for (let i = 0; i < 3; i++) await save('short', { keep: 2, keepKeysDays: 1e-9 })
  const lists = (place: string) => readdirSync(place).filter((name) => name.endsWith('.backup.json')).length
  const { to, keys } = places('short')
  expect([lists(to), lists(keys)]).toEqual([2, 1])
  const named = readdirSync(to)
    .filter((name) => name.endsWith('.json'))
    .map((name) => readFileSync(join(to, name), 'utf8'))
    .join()
  for (const file of readdirSync(join(to, 'parts'))) expect(named).toContain(file)
  const { house } = await restore(sourceOf('short'))
  await house.close()
  expect(listBackups(sourceOf('short').data, sourceOf('short').keys)).toMatch(/Data in .*\n {2}\S+Z .*events/)
})

test('two at once: the second is told; beside the backups of another house a new series is begun', async () => {
  const both = await Promise.allSettled([save('twice'), save('twice')])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(
    String((both.find(({ status }) => status === 'rejected') as PromiseRejectedResult).reason),
  ).toContain('A backup of this house is being made already')
  const changed = Buffer.alloc(32, 9)
  await expect(makeBackup(world.url, changed, wanted('twice', { recipients: [] }))).rejects.toThrow(
    /Say for whom the backup is encrypted.*another house/,
  )
  await makeBackup(world.url, changed, wanted('twice'))
  expect(
    choose({
      ...sourceOf('twice'),
      data: { path: places('twice').to, secret: changed },
      keys: { path: places('twice').keys, secret: changed },
    }),
  ).toBeTruthy()
})

test('sessions and links that were open do not come to life again', async () => {
  await makeSignInLink(world.house, world.accounts.lawyer)
  await save('sessions')
  const source = sourceOf('sessions')
  const url = await newDatabase()
  await fill(url, source, choose(source), endSessions)
  const client = await connect(url)
  const { rows } = await client.query<{ n: number }>(
    `select (select count(*) from sandsage.sessions where ended is null)::int + (select count(*) from sandsage.sign_in_links where ended is null)::int as n`,
  )
  await client.end()
  expect(rows[0]!.n).toBe(0)
  const open = await sql<{ n: number }>`select count(*) as n from sessions where ended is null`.execute(
    world.house.owner,
  )
  expect(open.rows[0]!.n).toBeGreaterThan(0)
})

test('a paper comes back with its bytes', async () => {
  await save('papers')
  const { house, url } = await restore(sourceOf('papers'))
  const { rows } = await sql<{ n: number }>`select count(*) as n from papers where about = ${child}`.execute(
    house.owner,
  )
  expect(rows[0]!.n).toBeGreaterThan(0)
  expect((await rowsOf(url, ['sandsage.papers']))['sandsage.papers']).toEqual(
    (await rowsOf(world.url, ['sandsage.papers']))['sandsage.papers'],
  )
  await house.close()
})
