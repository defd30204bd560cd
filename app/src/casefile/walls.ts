import { sql } from 'kysely'
import { closeGate, type Tx } from '../platform/database.ts'
import { sha256 } from '../platform/sealing.ts'
import { ANYONE, type Asker, houseRoles, professions, roleOf } from './access.ts'
import { type Brought, policies } from './policies.ts'

/**
 * Row-level security, written from the access table when the house opens, so that the table in code and the wall in
 * the database cannot drift apart. Runs as the owner, in the transaction that migrates. Walls that stand as they
 * should are left alone: a second process opens without locking a table the first one is answering from.
 */
export async function buildWalls(
  tx: Tx,
  brought: Brought & { remade: boolean },
  appPassword: string,
): Promise<void> {
  const roles = [...professions, ANYONE]
    .map((asker) => roleOf(asker as Asker))
    .concat(Object.values(houseRoles))
  const isNew = await makeRoles(tx, roles, appPassword)
  const statements = policies(roles, brought)
  const texts = statements.map((statement) => statement.compile(tx).sql)
  const built = sha256(JSON.stringify(texts))
  if (!brought.remade && !isNew && (await findBuilt(tx)) === built) return
  await closeGate(tx)
  await dropPolicies(tx)
  for (const statement of statements) await statement.execute(tx)
  await sql`insert into walls (built) values (${built}) on conflict (one) do update set built = excluded.built`.execute(
    tx,
  )
}

/** What stands was built from; undefined where a dump was restored without its grants, or a function is new and so everybody's. */
async function findBuilt(tx: Tx): Promise<string | undefined> {
  const { rows } = await sql<{ built: string }>`select built from walls
    where has_table_privilege(${houseRoles.sequencer}, 'sandsage.events', 'select')
      and not exists (select 1 from pg_proc where pronamespace = 'sandsage'::regnamespace
        and has_function_privilege('public', oid, 'execute'))`.execute(tx)
  return rows[0]?.built
}

/** Answers whether one of them was not there. */
async function makeRoles(tx: Tx, roles: string[], appPassword: string): Promise<boolean> {
  const { rows } = await sql<{
    rolname: string
  }>`select rolname from pg_roles where rolname like 'sandsage%'`.execute(tx)
  const there = new Set(rows.map((row) => row.rolname))
  const missing = roles.filter((role) => !there.has(role))
  for (const role of missing) await sql`create role ${sql.id(role)} nologin`.execute(tx)
  if (!there.has('sandsage_app')) await sql`create role sandsage_app login noinherit`.execute(tx)
  await sql`alter role sandsage_app login noinherit password ${sql.lit(appPassword)}`.execute(tx)
  // A login may say by itself how each of its sessions begins: what somebody with its password said is forgotten.
  await sql`alter role sandsage_app reset all`.execute(tx)
  const { rows: here } = await sql<{ name: string }>`select current_database() as name`.execute(tx)
  await sql`alter role sandsage_app in database ${sql.id(here[0]!.name)} reset all`.execute(tx)
  if (missing.length)
    await sql`grant ${sql.join(roles.map((role) => sql.id(role)))} to sandsage_app`.execute(tx)
  return missing.length > 0
}

async function dropPolicies(tx: Tx): Promise<void> {
  const { rows } = await sql<{ schemaname: string; tablename: string; policyname: string }>`
    select schemaname, tablename, policyname from pg_policies where schemaname in ('sandsage', 'keystore')`.execute(
    tx,
  )
  for (const row of rows)
    await sql`drop policy ${sql.id(row.policyname)} on ${sql.id(row.schemaname, row.tablename)}`.execute(tx)
}
