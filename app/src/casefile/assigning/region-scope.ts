import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'

/** Where somebody is placed, as far as the wall needs it: whoever works on that region's children works on this one. */
export async function setRegion(db: Tx, child: string, region: string | undefined, seq: number) {
  await sql`update file_scopes set here = false, seq = ${seq}
    where file = ${child} and kind = 'region' and seq < ${seq}`.execute(db)
  if (!region) return
  await sql`insert into file_scopes (file, scope, kind, seq)
    select k.id, region_scope(k.operation, ${region}), 'region', ${seq}
    from file_kinds(array[${child}]::uuid[]) as k where k.operation is not null
    on conflict (file, scope) do update set here = true, seq = excluded.seq where file_scopes.seq <= excluded.seq`.execute(
    db,
  )
}
