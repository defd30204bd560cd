import { type RawBuilder, sql } from 'kysely'
import { houseRoles } from '../access.ts'
import { worksOn, worksOnOne } from '../covering.ts'
import { agreed, events, reviewed } from './model.ts'

/**
 * The one role that writes about a file its actor does not see: events of an emergency, in the actor's own name. To
 * agree and to review it takes a file the actor works on. It reads of them what is the actor's own, or about files the actor works on, and nothing else of any file.
 */
export function emergencyWalls(): RawBuilder<unknown>[] {
  const to = sql.id(houseRoles.emergency)
  const types = sql.lit(`{${events.map((event) => event.type).join(',')}}`)
  const isOurs = sql`type = any(${types}::text[])`
  const me = sql`(select sandsage.actor())`
  const decisions = sql.lit(`{${[agreed.type, reviewed.type].join(',')}}`)
  return [
    sql`grant select, insert on sandsage.events to ${to}`,
    sql`grant select on sandsage.event_files, sandsage.file_scopes, sandsage.emergencies to ${to}`,
    sql`grant execute on function sandsage.file_kinds(uuid[]) to ${to}`,
    sql`create policy emergency on sandsage.file_scopes for select to ${to} using (here and scope = any((select sandsage.scopes())::uuid[]))`,
    sql`create policy emergency_adds on sandsage.events for insert to ${to} with check
      (${isOurs} and by = ${me} and cardinality(about) = 1
        and (type <> all(${decisions}::text[]) or sandsage.works_lastingly(about)))`,
    sql`create policy emergency_reads on sandsage.events for select to ${to} using
      (${isOurs} and (by = ${me} or ${worksOnOne(sql`about`)}))`,
    sql`create policy emergency_reads on sandsage.emergencies for select to ${to} using
      (actor = ${me} or ${worksOn(sql`emergencies.file`)})`,
    // Places in the log, for the question above to be asked by an index; the events have their own wall.
    sql`create policy emergency_reads on sandsage.event_files for select to ${to} using
      (exists (select 1 from sandsage.emergencies e where e.file = event_files.file))`,
  ]
}
