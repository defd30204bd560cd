import { sql } from 'kysely'
import { on, type Projection } from '../projection.ts'
import { type CourseName, recorded, required, withdrawn } from './model.ts'

export type CourseRow = { id: string; account: string; course: CourseName; on_day: string; until: string }
export type RequiredRow = { course: CourseName; since: string; account: string }

const held: Projection = {
  table: 'courses_held',
  columns:
    'id uuid primary key, account uuid not null, course text not null, on_day date not null, until date not null, unique (account, course, id)',
  class: 'account',
  about: 'account',
  on: [
    on(recorded, (db, { id, about, detail: { course, on: day, until } }) =>
      sql`insert into courses_held values (${id}, ${about[0]}, ${course}, ${day}, ${until})`.execute(db),
    ),
    on(withdrawn, (db, { about, detail: { course } }) =>
      sql`delete from courses_held where account = ${about[0]} and course = ${course}`.execute(db),
    ),
  ],
}

const requirements: Projection = {
  table: 'courses_required',
  columns: 'course text primary key, since date not null, account uuid not null',
  class: 'account',
  about: 'account',
  on: [
    on(required, (db, { about, detail: { course, from } }) =>
      from
        ? sql`insert into courses_required values (${course}, ${from}, ${about[0]})
            on conflict (course) do update set since = excluded.since, account = excluded.account`.execute(db)
        : sql`delete from courses_required where course = ${course}`.execute(db),
    ),
  ],
}

export const projections: Projection[] = [held, requirements]
