import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { ended as accountEnded, professionChanged } from '../accounts/model.ts'
import type { LogEvent } from '../event.ts'
import { on, type Projection } from '../projection.ts'
import { agreed, asked, ended, reviewed } from './model.ts'
import { after, LAPSES_AFTER } from './rules.ts'

export type EmergencyRow = {
  id: string
  file: string
  actor: string
  profession: string
  second: boolean
  asked_at: Date
  lapses: Date
  agreed_by: string | null
  begins: Date | null
  until: Date | null
  found: 'right' | 'wrong' | null
}

/** The wall's own row: it ends by itself, and nothing else of the wall knows of emergencies. */
async function open(db: Tx, emergency: string, at: string, hours: number, by: string | null): Promise<void> {
  const until = after(at, hours).toISOString()
  const { rows } = await sql<{ actor: string; file: string }>`
    update emergencies set agreed_by = ${by}, begins = ${at}, until = ${until}
    where id = ${emergency} and until is null returning actor, file`.execute(db)
  for (const { actor, file } of rows)
    await sql`insert into assignments (id, actor, scope, scope_id, until, emergency)
      values (${emergency}, ${actor}, 'file', ${file}, ${until}, true) on conflict (id) do nothing`.execute(
      db,
    )
}

/** What waits lapses, what stands is over. */
const cutShort = (db: Tx, which: RawBuilder<unknown>, at: string) =>
  sql`update emergencies set lapses = least(lapses, ${at}), until = case when until is null then null else least(until, ${at}) end
    where ${which}`.execute(db)

/** Whoever leaves, or does other work from now on, is in no emergency any more. */
const leave = (db: Tx, { about, recordedAt }: LogEvent) => cutShort(db, sql`actor = ${about[0]}`, recordedAt)

const emergencies: Projection = {
  table: 'emergencies',
  columns: `id uuid primary key, file uuid not null, actor uuid not null, profession text not null,
    second boolean not null, asked_at timestamptz not null, lapses timestamptz not null, agreed_by uuid,
    begins timestamptz, until timestamptz, found text`,
  class: 'protection',
  about: 'file',
  on: [
    on(asked, async (db, { id, about, by, recordedAt, detail: { profession, second, hours } }) => {
      const lapses = new Date(Date.parse(recordedAt) + LAPSES_AFTER).toISOString()
      await sql`insert into emergencies (id, file, actor, profession, second, asked_at, lapses)
        values (${id}, ${about[0]}, ${by}, ${profession}, ${second}, ${recordedAt}, ${lapses})`.execute(db)
      if (!second) await open(db, id, recordedAt, hours, null)
    }),
    on(agreed, (db, { by, recordedAt, detail }) => open(db, detail.emergency, recordedAt, detail.hours, by)),
    on(ended, async (db, { recordedAt, detail: { emergency } }) => {
      await cutShort(db, sql`id = ${emergency}`, recordedAt)
      await sql`update assignments set until = least(until, ${recordedAt}) where id = ${emergency} and emergency`.execute(
        db,
      )
    }),
    on(reviewed, (db, { detail: { emergency, found } }) =>
      sql`update emergencies set found = ${found} where id = ${emergency}`.execute(db),
    ),
    on(professionChanged, leave),
    on(accountEnded, leave),
  ],
}

export const projections: Projection[] = [emergencies]
