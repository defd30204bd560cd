import fc from 'fast-check'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import {
  ANYONE,
  access,
  houseRoles,
  type Profession,
  professions,
  roleOf,
} from '../app/src/casefile/access.ts'
import { registry } from '../app/src/opening.ts'
import { asActor } from '../app/src/platform/database.ts'
import { keyFor } from '../app/src/platform/sealing.ts'
import { signer } from '../app/src/platform/statement.ts'
import { type AccessWorld, openAccessWorld } from './access-world.ts'

/**
 * Somebody holds the password of the application's role and a line to the database, and nothing else. What the house
 * itself would say of whom it stands for they cannot say.
 */
let { world, ids, around, actorOf } = {} as AccessWorld
let raw: pg.Client

const kinds = ['none', 'elsewhere', 'operation', 'file', 'family', 'region', 'otherRegion'] as const
const roles = [
  ...professions.map((profession) => roleOf(profession)),
  roleOf(ANYONE),
  ...Object.values(houseRoles),
]

beforeAll(async () => {
  ;({ world, ids, around, actorOf } = await openAccessWorld(kinds))
  const url = new URL(world.url)
  url.username = 'sandsage_app'
  url.password = keyFor(world.house.master, 'password of the application role').toString('hex')
  raw = new pg.Client({ connectionString: url.href, options: '-c search_path=sandsage' })
  await raw.connect()
})
afterAll(async () => {
  await raw.end()
  await world.close()
})

/** One statement in a role, with settings as the intruder likes; undone afterwards. */
async function attempt(role: string | undefined, statement: string, settings: Record<string, string> = {}) {
  await raw.query('begin')
  try {
    if (role) await raw.query(`set local role ${role}`)
    for (const [name, value] of Object.entries(settings))
      await raw.query('select set_config($1, $2, true)', [name, value])
    const { rows, rowCount } = await raw.query(statement)
    return { rows, rowCount: rowCount ?? 0 }
  } catch (cause) {
    const { code } = cause as { code?: string }
    expect(['42501', '42P01', '0A000'], `${role}: ${statement}: ${cause}`).toContain(code)
    return { rows: [], rowCount: 0 }
  } finally {
    await raw.query('rollback')
  }
}

/** What everybody may read without an account: the names of operations, published figures, the log's checkpoints and keys. */
const isPublic = (table: string): boolean =>
  ['log_checkpoints', 'log_keys'].includes(table) ||
  registry.projections.some((projection) => projection.open && projection.table === table)

async function tables(): Promise<string[]> {
  const { rows } = await sql<{
    name: string
    plain: string
  }>`select schemaname || '.' || tablename as name, tablename as plain
    from pg_tables where schemaname in ('sandsage', 'keystore') order by 1`.execute(world.house.owner)
  return rows.filter(({ plain }) => !isPublic(plain)).map(({ name }) => name)
}

const forgeries = (): Record<string, string>[] => {
  const actor = world.accounts.coordinator
  const second = Math.floor(Date.now() / 1000)
  const genuine = signer(keyFor(world.house.master, 'statements of who asks'))
  const old = genuine('sandsage_coordinator', actor).split('|')
  return [
    {},
    { 'sandsage.actor': actor },
    { 'sandsage.stands': `sandsage_coordinator|${actor}|${second}|` },
    { 'sandsage.stands': `sandsage_coordinator|${actor}|${second}|${'0'.repeat(64)}` },
    { 'sandsage.stands': signer(Buffer.alloc(32))('sandsage_coordinator', actor) },
    // A genuine one of a day ago, and genuine ones with another actor, role or second put in.
    { 'sandsage.stands': [old[0], old[1], Number(old[2]) - 86_400, old[3]].join('|') },
    { 'sandsage.stands': [old[0], world.accounts.geneticist, old[2], old[3]].join('|') },
    { 'sandsage.stands': genuine('sandsage_editor', actor) },
  ]
}

test('every table of the house keeps row security', async () => {
  const { rows } = await sql<{ name: string }>`select n.nspname || '.' || c.relname as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('sandsage', 'keystore') and c.relkind in ('r', 'p') and not c.relrowsecurity
      and c.relname not in ('migrations', 'read_tables', 'marks')`.execute(world.house.owner)
  expect(rows).toEqual([])
})

test('without the word of the house no role sees a row of any table', async () => {
  const seen: string[] = []
  for (const table of await tables())
    for (const role of [undefined, ...roles])
      for (const settings of forgeries().slice(0, role === 'sandsage_coordinator' ? undefined : 2)) {
        const { rows } = await attempt(role, `select 1 from ${table} limit 1`, settings)
        if (rows.length) seen.push(`${role} sees ${table}: ${JSON.stringify(settings)}`)
      }
  expect(seen).toEqual([])
}, 60_000)

/** As the house signs, at a time of one's choosing: what somebody heard then and says now. */
function heard(role: string, actor: string, minutesAgo: number): Record<string, string> {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - minutesAgo * 60_000 })
  try {
    const sign = signer(keyFor(world.house.master, 'statements of who asks'))
    return { 'sandsage.stands': sign(role, actor) }
  } finally {
    vi.useRealTimers()
  }
}

test('a word that was heard opens nothing sixteen minutes later, nor as another session or nobody', async () => {
  const [role, actor] = ['sandsage_coordinator', world.accounts.coordinator]
  const sees = async (minutesAgo: number) =>
    (await attempt(role, 'select id from people limit 1', heard(role, actor, minutesAgo))).rows.length
  expect([await sees(0), await sees(14), await sees(16), await sees(-130)]).toEqual([1, 1, 0, 0])
  for (const other of [undefined, 'none', 'sandsage_lead', 'sandsage_keeper', 'sandsage_hands'])
    expect(
      (await attempt(other, 'select id from people limit 1', heard(role, actor, 0))).rows,
      `as ${other}`,
    ).toEqual([])
  for (const trick of [
    'set session authorization sandsage_coordinator',
    'set session authorization postgres',
    'set local role postgres',
    'set local role sandsage_jobs',
    `create function pg_temp.sha256(bytea) returns bytea language sql as 'select $1'`,
    `alter function sandsage.stated() set search_path = pg_temp`,
    `select * from sandsage.file_kinds(array['${ids.child}']::uuid[])`,
    'select sandsage.scope_files()',
    `copy sandsage.people to '/tmp/people'`,
    `copy (select 1) to program 'true'`,
    `select pg_read_file('PG_VERSION')`,
    'alter table sandsage.people disable row level security',
    'alter role sandsage_coordinator login',
    'alter role sandsage_app superuser',
    'grant sandsage_jobs to sandsage_app',
  ]) {
    const { code } = await raw.query(trick).then(
      () => ({ code: 'done' }),
      (cause) => cause as { code: string },
    )
    expect(['42501', '22023'], `${trick}: ${code}`).toContain(code)
  }
})

test('a genuine word opens the same door: the forgeries fail for what they are', async () => {
  const genuine = signer(keyFor(world.house.master, 'statements of who asks'))
  const stands = { 'sandsage.stands': genuine('sandsage_coordinator', world.accounts.coordinator) }
  expect(
    (await attempt('sandsage_coordinator', 'select id from people', stands)).rows.length,
  ).toBeGreaterThan(0)
})

const changes = (actor: string) => [
  `insert into sandsage.files (id, kind, operation) values (gen_random_uuid(), 'child', '${ids.operation}')`,
  `insert into sandsage.events (id, about, type, class, occurred_at, by, device, open)
    values (gen_random_uuid(), array['${ids.child}']::uuid[], 'casefile.setAside', 'file', now(), '${actor}', 'x', '{}')`,
  `insert into sandsage.events (id, about, type, class, occurred_at, device, open)
    values (gen_random_uuid(), array['${ids.child}']::uuid[], 'tracing.heard', 'tracing', now(), 'x', '{}')`,
  `insert into sandsage.assignments (id, actor, scope) values (gen_random_uuid(), '${actor}', 'house')`,
  `insert into sandsage.file_scopes (file, scope, kind) values ('${ids.child}', '${around.elsewhere}', 'own')`,
  `insert into sandsage.sessions (hash, actor, expires) values ('x', '${actor}', now() + interval '1 hour')`,
  `insert into sandsage.sign_in_links (hash, actor, expires) values ('x', '${actor}', now() + interval '1 hour')`,
  `insert into keystore.statement_key (key) values (decode(repeat('00', 32), 'hex'))`,
  `update sandsage.people set kind = kind`,
  `update sandsage.accounts set profession = 'lead'`,
  `update sandsage.log_edge set size = 0`,
  'update keystore.class_keys set wrapped = null, by = null',
  'delete from sandsage.people',
  'delete from sandsage.events',
  'delete from keystore.keys',
  'truncate sandsage.people',
]

test('without the word of the house no role adds, changes or removes a row', async () => {
  const done: string[] = []
  for (const statement of changes(world.accounts.coordinator))
    for (const role of [undefined, ...roles]) {
      const { rowCount } = await attempt(role, statement)
      if (rowCount) done.push(`${role}: ${statement}`)
    }
  expect(done).toEqual([])
})

test('functions that look past the wall look for nobody', async () => {
  const calls = [
    `select * from sandsage.file_kinds(array['${ids.child}']::uuid[])`,
    `select * from sandsage.merged_files(array['${ids.child}']::uuid[])`,
    `select * from sandsage.stands_in(array['${ids.child}']::uuid[])`,
    `select * from sandsage.classes_in(array['${ids.child}']::uuid[])`,
    `select * from sandsage.find_session('x')`,
    `select sandsage.scope_files() where false`,
    `select 1 where sandsage.whole() or sandsage.sees(array['${ids.child}']::uuid[]) or sandsage.stands()`,
  ]
  for (const call of calls)
    for (const role of [undefined, ...roles])
      expect((await attempt(role, call)).rows, `${role}: ${call}`).toEqual([])
})

describe('with the word of the house for somebody', () => {
  type Fact = { id: string; class: string; about: string[] }
  const scopesOf = (kind: (typeof kinds)[number]): string[] =>
    ({
      none: [],
      elsewhere: [around.elsewhere],
      operation: [ids.operation],
      file: [ids.child],
      family: [around.family],
      region: ['region'],
      otherRegion: [],
    })[kind]

  /** The slow twin of the wall: which files a scope covers, from what this story itself did. */
  async function covered(kind: (typeof kinds)[number]): Promise<Set<string>> {
    const { rows } = await sql<{
      id: string
      operation: string | null
    }>`select id, operation from files`.execute(world.house.owner)
    const family = [ids.child, ids.sibling, ids.relative]
    const isIn = (scope: string, { id, operation }: (typeof rows)[number]) =>
      id === scope ||
      operation === scope ||
      (scope === around.family && family.includes(id)) ||
      (scope === 'region' && id === ids.child)
    return new Set(rows.filter((row) => scopesOf(kind).some((scope) => isIn(scope, row))).map(({ id }) => id))
  }

  test('a role reads the files they work on, the events of its classes about them, and no other', async () => {
    const all = (await sql<Fact>`select id, class, about from events order by seq`.execute(world.house.owner))
      .rows
    const everywhere = fc.constantFrom(...professions)
    await fc.assert(
      fc.asyncProperty(everywhere, fc.constantFrom(...kinds), async (profession: Profession, kind) => {
        const mine = await covered(kind)
        const seen = await asActor(
          world.house.db,
          roleOf(profession),
          actorOf(profession, kind),
          async (tx) => ({
            files: (await sql<{ id: string }>`select id from files`.execute(tx)).rows.map(({ id }) => id),
            events: (await sql<{ id: string }>`select id from events order by seq`.execute(tx)).rows.map(
              ({ id }) => id,
            ),
          }),
        )
        const readable: readonly string[] = access[profession].reads
        expect(new Set(seen.files)).toEqual(mine)
        expect(seen.events).toEqual(
          all
            .filter((event) => readable.includes(event.class) && event.about.some((id) => mine.has(id)))
            .map(({ id }) => id),
        )
      }),
      { numRuns: 60 },
    )
  })

  test('in that transaction another role still sees nothing: the word is for one role and one person', async () => {
    const actor = actorOf('geneticist', 'operation')
    for (const other of roles.filter((role) => role !== roleOf('geneticist')))
      await asActor(world.house.db, roleOf('geneticist'), actor, async (tx) => {
        await sql`select set_config('role', ${other}, true)`.execute(tx)
        const { rows } = await sql<{ stands: boolean }>`select sandsage.stands() as stands`.execute(tx)
        expect(rows[0]!.stands, other).toBe(false)
      })
  })
})
