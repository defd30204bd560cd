import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../platform/database.ts'
import { type Access, ANYONE, access, houseRoles, type Profession, professions, roleOf } from './access.ts'
import type { Projection } from './projection.ts'
import { proofWalls } from './proof/walls.ts'
import { protectionWalls } from './protection/walls.ts'

/**
 * Row-level security, written from the access table each time the house opens, so that the table in code and
 * the wall in the database cannot drift apart. Runs as the owner, in the transaction that migrates.
 */
export async function buildWalls(
  tx: Tx,
  projections: Projection[],
  openTypes: string[],
  appPassword: string,
  heldTypes: string[] = [],
): Promise<void> {
  const roles = [...professions, ANYONE]
    .map((asker) => roleOf(asker as Profession))
    .concat(Object.values(houseRoles))
  await makeRoles(tx, roles, appPassword)
  await dropPolicies(tx)
  for (const statement of houseWalls(roles, openTypes, heldTypes)) await statement.execute(tx)
  for (const statement of proofWalls(roles)) await statement.execute(tx)
  for (const statement of protectionWalls()) await statement.execute(tx)
  for (const profession of professions) {
    for (const statement of professionWalls(roleOf(profession), access[profession]))
      await statement.execute(tx)
  }
  for (const projection of projections) {
    for (const statement of readTableWalls(projection)) await statement.execute(tx)
  }
}

async function makeRoles(tx: Tx, roles: string[], appPassword: string): Promise<void> {
  const { rows } = await sql<{
    rolname: string
  }>`select rolname from pg_roles where rolname like 'sandsage%'`.execute(tx)
  const there = new Set(rows.map((row) => row.rolname))
  for (const role of roles) if (!there.has(role)) await sql`create role ${sql.id(role)} nologin`.execute(tx)
  if (!there.has('sandsage_app')) await sql`create role sandsage_app login noinherit`.execute(tx)
  await sql`alter role sandsage_app login noinherit password ${sql.lit(appPassword)}`.execute(tx)
  await sql`grant ${sql.join(roles.map((role) => sql.id(role)))} to sandsage_app`.execute(tx)
  await sql`grant usage on schema sandsage to sandsage_app, ${sql.join(roles.map((role) => sql.id(role)))}`.execute(
    tx,
  )
}

async function dropPolicies(tx: Tx): Promise<void> {
  const { rows } = await sql<{ schemaname: string; tablename: string; policyname: string }>`
    select schemaname, tablename, policyname from pg_policies where schemaname in ('sandsage', 'keystore')`.execute(
    tx,
  )
  for (const row of rows)
    await sql`drop policy ${sql.id(row.policyname)} on ${sql.id(row.schemaname, row.tablename)}`.execute(tx)
}

type Statement = RawBuilder<unknown>
const role = sql.id

function houseWalls(roles: string[], openTypes: string[], heldTypes: string[]): Statement[] {
  const everyone = sql.join(roles.map((name) => sql.id(name)))
  const anyone = roleOf(ANYONE)
  const { projector, keeper, doorkeeper, receiver } = houseRoles
  return [
    sql`revoke all on all tables in schema sandsage from ${everyone}`,
    // Read tables are written by the projector, who sees an event's place in the log and none of its content.
    sql`grant select (seq, id) on sandsage.events to ${role(projector)}`,
    sql`create policy projector on sandsage.events for select to ${role(projector)} using (true)`,
    sql`grant select, insert, update on sandsage.assignments to ${role(projector)}`,
    sql`create policy projector on sandsage.assignments to ${role(projector)} using (true) with check (true)`,
    sql`grant usage on schema keystore to ${role(keeper)}`,
    sql`grant select, insert on keystore.keys to ${role(keeper)}`,
    sql`create policy keeper on keystore.keys to ${role(keeper)} using (true) with check (true)`,
    sql`grant select, insert, update, delete on sandsage.calls to ${role(keeper)}`,
    sql`create policy keeper on sandsage.calls to ${role(keeper)} using (true) with check (true)`,
    ...doorWalls(doorkeeper),
    // Someone without an account may open a new file and write its first event, of the types meant for that.
    sql`grant insert on sandsage.files, sandsage.events to ${role(anyone)}`,
    sql`create policy anyone on sandsage.files for insert to ${role(anyone)} with check (true)`,
    sql`create policy anyone on sandsage.events for insert to ${role(anyone)} with check
      (type = any(${sql.lit(`{${openTypes.join(',')}}`)}::text[]) and cardinality(about) = 1 and sandsage.is_untouched(about[1]))`,
    // What the holder of a number and secret adds later: those types alone, in nobody's name, and nothing is read.
    sql`grant insert on sandsage.events to ${role(receiver)}`,
    sql`create policy receiver on sandsage.events for insert to ${role(receiver)} with check
      (type = any(${sql.lit(`{${heldTypes.join(',')}}`)}::text[]) and cardinality(about) = 1 and by is null)`,
  ]
}

const doorTables = [
  'passkeys',
  'passwords',
  'recovery_codes',
  'identities',
  'known_devices',
  'sign_in_attempts',
  'sign_in_challenges',
  'account_requests',
  'account_notices',
]

/** The doorkeeper knows who works here and how they come in: all of an account's file, and nothing of any other. */
function doorWalls(name: string): Statement[] {
  const to = role(name)
  const all = ['sign_in_links', 'sessions', 'accounts', 'assignments', ...doorTables]
  const isAccount = sql`exists (select 1 from sandsage.files f where f.id = file and f.kind = 'account')`
  return [
    sql`grant select, insert, update on sandsage.sign_in_links, sandsage.sessions, sandsage.accounts to ${to}`,
    sql`grant select on sandsage.assignments to ${to}`,
    sql`grant select, insert, update, delete on ${sql.join(doorTables.map((table) => sql.id('sandsage', table)))} to ${to}`,
    ...all.map(
      (table) =>
        sql`create policy doorkeeper on ${sql.id('sandsage', table)} to ${to} using (true) with check (true)`,
    ),
    sql`grant select, insert on sandsage.files, sandsage.events to ${to}`,
    sql`grant select on sandsage.event_files to ${to}`,
    sql`create policy doorkeeper on sandsage.files to ${to} using (kind = 'account') with check (kind = 'account')`,
    sql`create policy doorkeeper on sandsage.events to ${to} using (class = 'account') with check (class = 'account')`,
    sql`create policy doorkeeper on sandsage.event_files for select to ${to} using (${isAccount})`,
    sql`grant execute on function sandsage.find_session(text) to sandsage_app`,
  ]
}

function professionWalls(name: string, { reads, records }: Access): Statement[] {
  const list = (words: readonly string[]) => sql.lit(`{${words.join(',')}}`)
  const seen = (words: readonly string[], column: RawBuilder<unknown>) =>
    sql`class = any(${list(words)}::text[]) and sandsage.sees(${column})`
  return [
    sql`grant select on sandsage.accounts, sandsage.assignments to ${role(name)}`,
    sql`create policy ${role(`${name}_reads`)} on sandsage.accounts for select to ${role(name)} using (true)`,
    sql`create policy ${role(`${name}_reads`)} on sandsage.assignments for select to ${role(name)} using (actor = sandsage.actor())`,
    sql`grant select, insert on sandsage.files, sandsage.events, sandsage.papers to ${role(name)}`,
    sql`create policy ${role(`${name}_reads`)} on sandsage.files for select to ${role(name)} using (sandsage.sees(array[id]))`,
    sql`create policy ${role(`${name}_adds`)} on sandsage.files for insert to ${role(name)} with check (sandsage.works_on(operation))`,
    sql`create policy ${role(`${name}_reads`)} on sandsage.events for select to ${role(name)} using (${seen(reads, sql`about`)})`,
    sql`create policy ${role(`${name}_records`)} on sandsage.events for insert to ${role(name)} with check
      (class = any(${list(records)}::text[]) and by = sandsage.actor() and sandsage.sees_all(about))`,
    // Which events speak of a file says nothing of them: the file must be one's own, and the events have their wall.
    sql`grant select on sandsage.event_files to ${role(name)}`,
    sql`create policy ${role(`${name}_reads`)} on sandsage.event_files for select to ${role(name)} using (sandsage.sees(array[file]))`,
    sql`create policy ${role(`${name}_reads`)} on sandsage.papers for select to ${role(name)} using (${seen(reads, sql`array[about]`)})`,
    sql`create policy ${role(`${name}_records`)} on sandsage.papers for insert to ${role(name)} with check
      (class = any(${list(records)}::text[]) and by = sandsage.actor() and sandsage.sees_all(array[about]))`,
  ]
}

function readTableWalls(projection: Projection): Statement[] {
  const table = sql.id('sandsage', projection.table)
  const readers = professions.filter((profession) => access[profession].reads.includes(projection.class))
  const { projector, counter } = houseRoles
  const open = projection.open ? [...professions.map(roleOf), roleOf(ANYONE)] : []
  return [
    sql`alter table ${table} enable row level security`,
    sql`grant select, insert, update, delete, truncate on ${table} to ${role(projector)}`,
    sql`create policy projector on ${table} to ${role(projector)} using (true) with check (true)`,
    sql`grant select on ${table} to ${role(counter)}`,
    sql`create policy counter on ${table} for select to ${role(counter)} using (true)`,
    ...readers.flatMap((profession) => [
      sql`grant select on ${table} to ${role(roleOf(profession))}`,
      sql`create policy ${role(`${roleOf(profession)}_reads`)} on ${table} for select to ${role(roleOf(profession))}
        using (sandsage.sees(array[${sql.id(projection.about)}]))`,
    ]),
    ...open.flatMap((name) => [
      sql`grant select on ${table} to ${role(name)}`,
      sql`create policy ${role(`${name}_open`)} on ${table} for select to ${role(name)} using (true)`,
    ]),
  ]
}
