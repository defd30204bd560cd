import { type RawBuilder, sql } from 'kysely'
import { houseRoles } from '../access.ts'
import { proven, worksOn, worksOnOne } from '../covering.ts'

const keystore = (table: string) => sql.id('keystore', table)

/**
 * The keeper uses wrapping keys and makes none; what the house's secret is, is the owner's alone to read. The eraser
 * destroys keys and can read none of them.
 */
export function protectionWalls(): RawBuilder<unknown>[] {
  const [keeper, eraser] = [sql.id(houseRoles.keeper), sql.id(houseRoles.eraser)]
  const discloser = sql.id(houseRoles.discloser)
  return [
    sql`grant select on ${keystore('wrapping_keys')} to ${keeper}`,
    sql`create policy keeper on ${keystore('wrapping_keys')} for select to ${keeper} using (${proven})`,
    sql`grant select, insert on ${keystore('class_keys')} to ${keeper}`,
    sql`create policy keeper on ${keystore('class_keys')} to ${keeper} using (${proven}) with check (${proven})`,
    sql`grant usage on schema keystore to ${eraser}`,
    sql`grant select (file), delete on ${keystore('keys')} to ${eraser}`,
    sql`grant select (file, class, generation, by), update (wrapped, by) on ${keystore('class_keys')} to ${eraser}`,
    sql`create policy eraser on ${keystore('keys')} to ${eraser} using (${proven})`,
    sql`create policy eraser on ${keystore('class_keys')} to ${eraser} using (${proven}) with check (${proven})`,
    // Every class, and still no file that whoever asks may not see.
    sql`grant select on sandsage.events, sandsage.event_files, sandsage.file_scopes to ${discloser}`,
    sql`create policy discloser on sandsage.file_scopes for select to ${discloser} using (here and scope = any((select sandsage.scopes())::uuid[]))`,
    sql`create policy discloser on sandsage.events for select to ${discloser} using (${worksOnOne(sql`about`)})`,
    sql`grant select on sandsage.openings to ${discloser}`,
    sql`create policy discloser on sandsage.openings for select to ${discloser} using (${worksOn(sql`openings.file`)})`,
    sql`create policy discloser on sandsage.event_files for select to ${discloser} using (${worksOn(sql`event_files.file`)})`,
    sql`grant execute on function sandsage.classes_in(uuid[]), sandsage.named_with(uuid) to ${eraser}`,
  ]
}
