import { type RawBuilder, sql } from 'kysely'
import { houseRoles, professions, roleOf } from '../access.ts'
import { proven } from '../covering.ts'

/** Everybody sees their own courses and what is required; whose courses stand how, the doorkeeper knows. */
export function trainingWalls(): RawBuilder<unknown>[] {
  const doorkeeper = sql.id(houseRoles.doorkeeper)
  return [
    sql`grant select on sandsage.courses_held, sandsage.courses_required to ${doorkeeper}`,
    sql`create policy doorkeeper on sandsage.courses_held for select to ${doorkeeper} using (${proven})`,
    sql`create policy doorkeeper on sandsage.courses_required for select to ${doorkeeper} using (${proven})`,
    ...professions.map(roleOf).flatMap((name) => [
      sql`grant select on sandsage.courses_held, sandsage.courses_required to ${sql.id(name)}`,
      sql`create policy ${sql.id(`${name}_own`)} on sandsage.courses_held for select to ${sql.id(name)}
        using (account = (select sandsage.actor()))`,
      sql`create policy ${sql.id(`${name}_own`)} on sandsage.courses_required for select to ${sql.id(name)} using (${proven})`,
    ]),
  ]
}
