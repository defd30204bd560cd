import { type RawBuilder, sql } from 'kysely'
import { houseRoles } from '../access.ts'

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
    sql`create policy keeper on ${keystore('wrapping_keys')} for select to ${keeper} using (true)`,
    sql`grant select, insert on ${keystore('class_keys')} to ${keeper}`,
    sql`create policy keeper on ${keystore('class_keys')} to ${keeper} using (true) with check (true)`,
    sql`grant usage on schema keystore to ${eraser}`,
    sql`grant select (file), delete on ${keystore('keys')} to ${eraser}`,
    sql`grant select (file, class, generation, by), update (wrapped, by) on ${keystore('class_keys')} to ${eraser}`,
    sql`create policy eraser on ${keystore('keys')} to ${eraser} using (true)`,
    sql`create policy eraser on ${keystore('class_keys')} to ${eraser} using (true) with check (true)`,
    // Every class, and still no file that whoever asks may not see.
    sql`grant select on sandsage.events, sandsage.event_files to ${discloser}`,
    sql`create policy discloser on sandsage.events for select to ${discloser} using (sandsage.sees(about))`,
    sql`create policy discloser on sandsage.event_files for select to ${discloser} using (sandsage.sees(array[file]))`,
    sql`grant execute on function sandsage.classes_in(uuid[]) to ${eraser}`,
  ]
}
