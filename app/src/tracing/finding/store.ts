import { sql } from 'kysely'
import { on, type Projection } from '../../casefile/projection.ts'
import { birthYears } from '../../casefile/rules.ts'
import { requested } from '../model.ts'

export type TracingNameRow = {
  relative: string
  /** The place of the person asked for in the request; -1 for who asks. */
  place: number
  operation: string
  name: string
  other_names: string[] | null
  mother: string | null
  birth_earliest: number | null
  birth_latest: number | null
  seq: number
}

/** Who asks and whom they ask for, by name: what a search needs before anybody has taken the request up. */
export const requestNames: Projection = {
  table: 'tracing_names',
  columns: `relative uuid not null, place int not null, operation uuid not null, name text not null, other_names jsonb,
    mother text, birth_earliest int, birth_latest int, seq bigint not null, primary key (relative, place),
    unique (seq, relative, place)`,
  class: 'tracing',
  about: 'relative',
  on: [
    on(requested, async (db, { about: [relative], detail, seq }) => {
      const { operation, requester, sought } = detail
      await sql`insert into tracing_names (relative, place, operation, name, seq)
        values (${relative}, -1, ${operation}, ${requester.name}, ${seq}) on conflict do nothing`.execute(db)
      for (const [place, { name, otherNames, mother, birth }] of sought.entries()) {
        const years = birthYears(birth)
        await sql`insert into tracing_names values (${relative}, ${place}, ${operation}, ${name},
          ${otherNames?.length ? JSON.stringify(otherNames) : null}::jsonb, ${mother ?? null}, ${years?.earliest ?? null},
          ${years?.latest ?? null}, ${seq}) on conflict do nothing`.execute(db)
      }
    }),
  ],
}
