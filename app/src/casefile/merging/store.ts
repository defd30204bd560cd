import { sql } from 'kysely'
import { setAside, takenBack } from '../model.ts'
import { on, type Projection } from '../projection.ts'

/** Which file is read as which. The functions of migration 0010 look into it. */
const merges: Projection = {
  table: 'merges',
  columns: 'other uuid primary key, keep uuid not null, unique (keep, other)',
  class: 'file',
  about: 'other',
  on: [
    on(setAside, async (db, { about: [other, keep] }) => {
      if (keep) await sql`insert into merges values (${other}, ${keep})`.execute(db)
    }),
    on(takenBack, async (db, { about: [other, keep] }) => {
      if (keep) await sql`delete from merges where other = ${other} and keep = ${keep}`.execute(db)
    }),
  ],
}

export const projections: Projection[] = [merges]
