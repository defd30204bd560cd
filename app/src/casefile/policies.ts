import { type RawBuilder, sql } from 'kysely'
import { type Access, ANYONE, access, houseRoles, professions, roleOf } from './access.ts'
import { proven, worksOn, worksOnOne } from './covering.ts'
import { emergencyWalls } from './emergency/walls.ts'
import type { Projection } from './projection.ts'
import { proofWalls } from './proof/walls.ts'
import { protectionWalls } from './protection/walls.ts'
import { trainingWalls } from './training/walls.ts'

type Statement = RawBuilder<unknown>
const role = sql.id

/** What the stations bring that the walls are written from. */
export type Brought = {
  projections: Projection[]
  /** Types of events that somebody without an account may begin a file with. */
  openTypes: string[]
  /** Types of events that the holder of a file's number and secret may add. */
  heldTypes: string[]
  /** Types of events that an emergency alone does not let somebody add. */
  lastingTypes: string[]
}

/** Every grant and policy of the database, in the order they are made; the same for the same table of access. */
export function policies(roles: string[], brought: Brought): Statement[] {
  return [
    ...houseWalls(roles, brought),
    ...proofWalls(roles),
    ...protectionWalls(),
    ...emergencyWalls(),
    ...trainingWalls(),
    ...professions.flatMap((profession) => professionWalls(roleOf(profession), access[profession], brought)),
    ...brought.projections.flatMap(readTableWalls),
  ]
}

function houseWalls(roles: string[], { openTypes, heldTypes }: Brought): Statement[] {
  const everyone = sql.join(roles.map((name) => sql.id(name)))
  const anyone = roleOf(ANYONE)
  const { projector, keeper, doorkeeper, receiver } = houseRoles
  return [
    // Nobody but the owner makes tables of a session: a name in them comes before one of the house's.
    sql`do $$ begin execute format('revoke temporary on database %I from public', current_database()); end $$`,
    sql`grant usage on schema sandsage to sandsage_app, ${everyone}`,
    sql`revoke all on all tables in schema sandsage from ${everyone}`,
    sql`revoke execute on all functions in schema sandsage from public, ${everyone}`,
    sql`grant execute on function sandsage.stated(), sandsage.stands(), sandsage.actor(), sandsage.whole(), sandsage.scopes(),
      sandsage.covers(uuid[]), sandsage.sees(uuid[]), sandsage.sees_all(uuid[]), sandsage.works_on(uuid), sandsage.works_lastingly(uuid[]),
      sandsage.merged_files(uuid[]) to ${everyone}`,
    sql`grant execute on function sandsage.is_untouched(uuid) to ${role(anyone)}`,
    sql`grant execute on function sandsage.file_kinds(uuid[]), sandsage.region_scope(uuid, text) to ${role(projector)}`,
    sql`grant execute on function sandsage.find_session(text), sandsage.count_ask(bytea, int, int) to sandsage_app`,
    // Read tables are written by the projector, who sees an event's place in the log and none of its content.
    sql`grant select (seq, id) on sandsage.events to ${role(projector)}`,
    sql`create policy projector on sandsage.events for select to ${role(projector)} using (${proven})`,
    sql`grant select, insert, update on sandsage.assignments, sandsage.file_scopes to ${role(projector)}`,
    sql`grant delete on sandsage.file_scopes to ${role(projector)}`,
    sql`create policy projector on sandsage.assignments to ${role(projector)} using (${proven}) with check (${proven})`,
    sql`create policy projector on sandsage.file_scopes to ${role(projector)} using (${proven}) with check (${proven})`,
    sql`grant usage on schema keystore to ${role(keeper)}`,
    sql`grant select, insert on keystore.keys to ${role(keeper)}`,
    sql`create policy keeper on keystore.keys to ${role(keeper)} using (${proven}) with check (${proven})`,
    sql`grant select, insert, update, delete on sandsage.calls to ${role(keeper)}`,
    sql`create policy keeper on sandsage.calls to ${role(keeper)} using (${proven}) with check (${proven})`,
    ...doorWalls(doorkeeper),
    // Someone without an account may open a new file and write its first event, of the types meant for that.
    sql`grant insert on sandsage.files, sandsage.events to ${role(anyone)}`,
    sql`create policy anyone on sandsage.files for insert to ${role(anyone)} with check (${proven})`,
    sql`create policy anyone on sandsage.events for insert to ${role(anyone)} with check
      (${proven} and type = any(${sql.lit(`{${openTypes.join(',')}}`)}::text[]) and cardinality(about) = 1 and sandsage.is_untouched(about[1]))`,
    // What the holder of a number and secret adds later: those types alone, in nobody's name, and nothing is read.
    sql`grant insert on sandsage.events to ${role(receiver)}`,
    sql`create policy receiver on sandsage.events for insert to ${role(receiver)} with check
      (${proven} and type = any(${sql.lit(`{${heldTypes.join(',')}}`)}::text[]) and cardinality(about) = 1 and by is null)`,
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
        sql`create policy doorkeeper on ${sql.id('sandsage', table)} to ${to} using (${proven}) with check (${proven})`,
    ),
    sql`grant select, insert on sandsage.files, sandsage.events to ${to}`,
    sql`grant select on sandsage.event_files to ${to}`,
    sql`create policy doorkeeper on sandsage.files to ${to} using (${proven} and kind = 'account') with check (${proven} and kind = 'account')`,
    sql`create policy doorkeeper on sandsage.events to ${to} using (${proven} and class = 'account') with check (${proven} and class = 'account')`,
    sql`create policy doorkeeper on sandsage.event_files for select to ${to} using (${proven} and ${isAccount})`,
  ]
}

const list = (words: readonly string[]) => sql.lit(`{${words.join(',')}}`)

function professionWalls(name: string, { reads, records }: Access, { lastingTypes }: Brought): Statement[] {
  const to = role(name)
  const [readsIt, addsIt] = [role(`${name}_reads`), role(`${name}_adds`)]
  const ofClass = (words: readonly string[]) => sql`class = any(${list(words)}::text[])`
  const mine = sql`by = (select sandsage.actor())`
  return [
    sql`grant execute on function sandsage.stands_in(uuid[]) to ${to}`,
    sql`grant select on sandsage.accounts, sandsage.assignments, sandsage.file_scopes to ${to}`,
    sql`create policy ${readsIt} on sandsage.accounts for select to ${to} using (${proven})`,
    sql`create policy ${readsIt} on sandsage.assignments for select to ${to} using (actor = (select sandsage.actor()))`,
    // Of what covers a file, each sees what covers it for them.
    sql`create policy ${readsIt} on sandsage.file_scopes for select to ${to} using (here and scope = any((select sandsage.scopes())::uuid[]))`,
    sql`grant select, insert on sandsage.files, sandsage.events, sandsage.papers to ${to}`,
    sql`create policy ${readsIt} on sandsage.files for select to ${to} using (${worksOn(sql`id`)})`,
    sql`create policy ${addsIt} on sandsage.files for insert to ${to} with check (sandsage.works_on(operation))`,
    sql`create policy ${readsIt} on sandsage.events for select to ${to} using (${ofClass(reads)} and ${worksOnOne(sql`about`)})`,
    sql`create policy ${addsIt} on sandsage.events for insert to ${to} with check
      (${ofClass(records)} and ${mine} and sandsage.sees_all(about)
        and (type <> all(${list(lastingTypes)}::text[]) or sandsage.works_lastingly(about)))`,
    // Which events speak of a file says nothing of them: the file must be one's own, and the events have their wall.
    sql`grant select on sandsage.event_files to ${to}`,
    sql`create policy ${readsIt} on sandsage.event_files for select to ${to} using (${worksOn(sql`event_files.file`)})`,
    sql`create policy ${readsIt} on sandsage.papers for select to ${to} using (${ofClass(reads)} and ${worksOn(sql`papers.about`)})`,
    sql`create policy ${addsIt} on sandsage.papers for insert to ${to} with check
      (${ofClass(records)} and ${mine} and sandsage.sees_all(array[about]))`,
  ]
}

function readTableWalls(projection: Projection): Statement[] {
  const table = sql.id('sandsage', projection.table)
  const readers = professions.filter((profession) => access[profession].reads.includes(projection.class))
  const { projector, counter } = houseRoles
  const open = projection.open ? [...professions.map(roleOf), roleOf(ANYONE)] : []
  return [
    sql`alter table ${table} enable row level security`,
    sql`grant select, insert, update, delete on ${table} to ${role(projector)}`,
    sql`create policy projector on ${table} to ${role(projector)} using (${proven}) with check (${proven})`,
    sql`grant select on ${table} to ${role(counter)}`,
    sql`create policy counter on ${table} for select to ${role(counter)} using (${proven})`,
    ...readers.flatMap((profession) => [
      sql`grant select on ${table} to ${role(roleOf(profession))}`,
      sql`create policy ${role(`${roleOf(profession)}_reads`)} on ${table} for select to ${role(roleOf(profession))}
        using (${worksOn(sql.id(projection.table, projection.about))})`,
    ]),
    ...open.flatMap((name) => [
      sql`grant select on ${table} to ${role(name)}`,
      sql`create policy ${role(`${name}_open`)} on ${table} for select to ${role(name)} using (true)`,
    ]),
  ]
}
