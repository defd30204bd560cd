import { sql } from 'kysely'
import { described, operationDescribed, setAside, type settingAside, takenBack } from './model.ts'
import { on, type Projection } from './projection.ts'
import { birthYears } from './rules.ts'

export type PersonRow = {
  id: string
  kind: string
  operation: string | null
  names: Partial<Record<'kk' | 'ru' | 'en' | 'ar', string>>
  sex: 'male' | 'female' | 'unknown'
  birth_earliest: number | null
  birth_latest: number | null
  deceased: boolean
  set_aside: (typeof settingAside)[number] | null
  mother: PersonRow['names'] | null
  other_names: string[] | null
  seq: number
}

export type OperationRow = {
  id: string
  names: PersonRow['names']
  from_country: string
  to_country: string
  corridor: string
  flight_at: Date
  takes_requests: boolean
}

export type CasefileTables = { people: PersonRow; operations: OperationRow }

/**
 * Names, sex and year of birth: what a list needs, and the other names a search finds a person by; nothing else of
 * the description. `seq`: the place of the last event that changed the row, so that what is new is found.
 */
const people: Projection = {
  table: 'people',
  columns: `id uuid primary key, kind text not null, operation uuid, names jsonb not null, sex text not null,
    birth_earliest int, birth_latest int, deceased boolean not null, set_aside text,
    mother jsonb, other_names jsonb, seq bigint not null, unique (seq, id)`,
  indexes: ['operation, kind'],
  class: 'file',
  about: 'id',
  on: [
    on(described, async (db, event) => {
      const { names, sex, birth, deceased = false, mother, otherNames } = event.detail
      const years = birthYears(birth)
      const [id] = event.about
      await sql`insert into people (id, kind, operation, names, sex, birth_earliest, birth_latest, deceased, mother, other_names, seq)
        select id, kind, operation, ${JSON.stringify(names)}::jsonb, ${sex}, ${years?.earliest ?? null}, ${years?.latest ?? null}, ${deceased},
          ${mother ? JSON.stringify(mother) : null}::jsonb, ${otherNames?.length ? JSON.stringify(otherNames) : null}::jsonb, ${event.seq}
        from file_kinds(array[${id}]::uuid[])
        on conflict (id) do update set names = excluded.names, sex = excluded.sex, birth_earliest = excluded.birth_earliest,
          birth_latest = excluded.birth_latest, deceased = excluded.deceased, mother = excluded.mother,
          other_names = excluded.other_names, seq = excluded.seq`.execute(db)
    }),
    on(setAside, (db, event) =>
      sql`update people set set_aside = ${event.detail.because}, seq = ${event.seq} where id = ${event.about[0]}`.execute(
        db,
      ),
    ),
    on(takenBack, (db, event) =>
      sql`update people set set_aside = null, seq = ${event.seq} where id = ${event.about[0]}`.execute(db),
    ),
  ],
}

const operations: Projection = {
  table: 'operations',
  columns: `id uuid primary key, names jsonb not null, from_country text not null, to_country text not null,
    corridor text not null, flight_at timestamptz not null, takes_requests boolean not null`,
  class: 'file',
  about: 'id',
  open: true,
  on: [
    on(operationDescribed, async (db, event) => {
      const { names, from, to, corridor, flightAt, takesRequests } = event.detail
      await sql`insert into operations values (${event.about[0]}, ${JSON.stringify(names)}::jsonb, ${from}, ${to}, ${corridor}, ${flightAt}, ${takesRequests})
        on conflict (id) do update set names = excluded.names, from_country = excluded.from_country, to_country = excluded.to_country,
          corridor = excluded.corridor, flight_at = excluded.flight_at, takes_requests = excluded.takes_requests`.execute(
        db,
      )
    }),
  ],
}

export const projections = [people, operations]
