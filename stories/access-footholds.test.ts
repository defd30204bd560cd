import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { roleOf } from '../app/src/casefile/access.ts'
import { openHouse } from '../app/src/opening.ts'
import { asActor, enterRole } from '../app/src/platform/database.ts'
import { HANDS_ROLE } from '../app/src/platform/jobs.ts'
import { keyFor } from '../app/src/platform/sealing.ts'
import { MASTER, openTestHouse, type TestHouse } from './house.ts'

/**
 * Somebody holds the password of the application's role. Seeing nothing is half of it: whatever they could leave
 * behind in the database is run later by somebody who sees, in the house's own transactions or in its owner's.
 */
let world: TestHouse
let raw: pg.Client

beforeAll(async () => {
  world = await openTestHouse()
  await handOut()
  const url = new URL(world.url)
  url.username = 'sandsage_app'
  url.password = keyFor(world.house.master, 'password of the application role').toString('hex')
  raw = new pg.Client({ connectionString: url.href })
  await raw.connect()
})
afterAll(async () => {
  await raw.end()
  await world.close()
})

/** Work is handed out once, so that its tables are there. */
const handOut = () =>
  asActor(world.house.db, roleOf('coordinator'), world.accounts.coordinator, async (tx) => {
    await enterRole(tx, HANDS_ROLE)
    await world.house.jobs.hand(tx, 'nobodys-work', [{ n: 1 }])
  })

const codeOf = async (statements: string[]): Promise<string | undefined> => {
  await raw.query('begin')
  try {
    for (const statement of statements) await raw.query(statement)
    return undefined
  } catch (cause) {
    return (cause as { code?: string }).code
  } finally {
    await raw.query('rollback')
  }
}

test('the application may take no role that owns anything or can make anything', async () => {
  const { rows } = await sql<{ role: string; what: string }>`
    with mine as (select oid, rolname as role from pg_roles where pg_has_role('sandsage_app', oid, 'member'))
    select role, 'owns ' || c.relname as what from mine join pg_class c on c.relowner = mine.oid
    union all select role, 'owns ' || p.proname from mine join pg_proc p on p.proowner = mine.oid
    union all select role, 'owns ' || n.nspname from mine join pg_namespace n on n.nspowner = mine.oid
    union all select role, 'makes in ' || n.nspname from mine, pg_namespace n
      where has_schema_privilege(mine.oid, n.oid, 'create')
    union all select role, 'makes temporary tables' from mine where has_database_privilege(mine.oid, current_database(), 'temp')
    union all select role, 'makes schemas' from mine where has_database_privilege(mine.oid, current_database(), 'create')
    union all select role, 'puts triggers on ' || c.relname from mine, pg_class c
      where c.relkind in ('r', 'p') and has_table_privilege(mine.oid, c.oid, 'trigger')`.execute(
    world.house.owner,
  )
  expect(rows).toEqual([])
})

test('nothing is left behind for the house to run', async () => {
  const listens = `create function jobs.listens() returns trigger language plpgsql as $$
    begin perform set_config('search_path', 'pg_temp', false); return new; end $$`
  for (const role of ['sandsage_jobs', HANDS_ROLE, 'sandsage_coordinator', 'sandsage_projector'])
    for (const statement of [
      listens,
      'alter table jobs.job rename to job_before',
      `insert into jobs.queue (name, policy, table_name) values ('evidence-search', 'standard', 'x')`,
      'create temporary table accounts (id uuid, name text)',
      'create schema mine',
    ])
      expect(await codeOf([`set local role ${role}`, statement]), `${role}: ${statement}`).toBe('42501')
})

test('work is handed out and counted all the same', async () => {
  await handOut()
  const answer = await fetch(`${world.base}/metrics`)
  expect(await answer.text()).toMatch(/^sandsage_jobs_waiting 2$/m)
})

test('what a role was told to begin with is forgotten when the house opens', async () => {
  const { rows: here } = await raw.query('select current_database() as name')
  await raw.query(`alter role sandsage_app in database ${here[0].name} set statement_timeout = '1ms'`)
  await raw.query(`alter role sandsage_app set work_mem = '5MB'`)
  await (await openHouse(world.url, MASTER)).close()
  const { rows } = await sql`select 1 from pg_db_role_setting s join pg_roles r on r.oid = s.setrole
    where r.rolname = 'sandsage_app' and s.setdatabase in (0, (select oid from pg_database where datname = current_database()))`.execute(
    world.house.owner,
  )
  expect(rows).toEqual([])
})

test('a function that a migration made since is nobody’s until it is given to somebody', async () => {
  await sql`create function sandsage.made_since() returns int language sql security definer as 'select 1'`.execute(
    world.house.owner,
  )
  expect(await codeOf(['set local role sandsage_anyone', 'select sandsage.made_since()'])).toBeUndefined()
  await (await openHouse(world.url, MASTER)).close()
  expect(await codeOf(['set local role sandsage_anyone', 'select sandsage.made_since()'])).toBe('42501')
})
