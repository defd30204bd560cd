import { sql } from 'kysely'
import { on, type Projection } from '../projection.ts'
import { assigned, familyDescribed, type Scope } from './model.ts'

export type AssignmentRow = {
  id: string
  /** The file, family or operation that the assignment is written in. */
  about: string
  actor: string
  scope: Scope
  region: string | null
  begins: Date | null
  until: Date | null
  since: Date
  seq: number
}
export type FamilyMemberRow = { member: string; family: string; operation: string }
export type AssigningTables = { assigned: AssignmentRow; family_members: FamilyMemberRow }

/** What the wall asks is never emptied, so that writing the read tables anew opens and closes nothing for a moment. */
const assignments: Projection = {
  table: 'assigned',
  columns: `id uuid primary key, about uuid not null, actor uuid not null, scope text not null, region text,
    begins timestamptz, until timestamptz, since timestamptz not null, seq bigint not null, unique (about, seq)`,
  class: 'file',
  about: 'about',
  on: [
    on(assigned, async (db, event) => {
      const { actor, scope, region = null, begins = null, until = null } = event.detail
      const [about] = event.about
      const covers = region ? sql`region_scope(${about}, ${region})` : sql`${about}::uuid`
      await sql`insert into assigned values (${event.id}, ${about}, ${actor}, ${scope}, ${region}, ${begins}, ${until},
        ${event.recordedAt}, ${event.seq})`.execute(db)
      // One that begins later leaves the one before as it is until then.
      const before = begins
        ? sql`update assignments set until = least(until, ${begins}::timestamptz)`
        : sql`update assignments set replaced = true`
      await sql`${before} where actor = ${actor} and scope_id = ${covers} and not emergency
        and coalesce(seq, 0) < ${event.seq} and id <> ${event.id}`.execute(db)
      await sql`insert into assignments (id, actor, scope, scope_id, begins, until, seq)
        values (${event.id}, ${actor}, ${scope}, ${covers}, ${begins}, ${until}, ${event.seq})
        on conflict (id) do update set seq = excluded.seq`.execute(db)
    }),
  ],
}

/** Who is in which family; the wall's own table holds it too, with those who have left. */
const familyMembers: Projection = {
  table: 'family_members',
  columns: `member uuid not null, family uuid not null, operation uuid not null, primary key (member, family)`,
  indexes: ['family', 'operation'],
  class: 'file',
  about: 'member',
  on: [
    on(familyDescribed, async (db, { about, detail, seq }) => {
      const [family] = about
      await sql`delete from family_members where family = ${family}`.execute(db)
      await sql`insert into family_members select member, ${family}, k.operation
        from unnest(${detail.members}::uuid[]) as member, file_kinds(array[${family}]::uuid[]) as k`.execute(
        db,
      )
      await sql`update file_scopes set here = false, seq = ${seq}
        where scope = ${family} and kind = 'family' and seq < ${seq}`.execute(db)
      await sql`insert into file_scopes (file, scope, kind, seq)
        select member, ${family}, 'family', ${seq} from unnest(${detail.members}::uuid[]) as member
        on conflict (file, scope) do update set here = true, seq = excluded.seq
          where file_scopes.seq <= excluded.seq`.execute(db)
    }),
  ],
}

export const projections: Projection[] = [assignments, familyMembers]
