import { sql } from 'kysely'
import { on, type Projection } from '../projection.ts'
import { opened } from './model.ts'

export type OpeningRow = { file: string; seq: number; by: string | null; at: Date; what: string | null }

const openings: Projection = {
  table: 'openings',
  columns: `file uuid not null, seq bigint not null, by uuid, at timestamptz not null, what text, primary key (file, seq)`,
  class: 'opening',
  about: 'file',
  on: [
    on(opened, (db, { about, seq, by, recordedAt, detail }) =>
      sql`insert into openings select file, ${seq}, ${by}, ${recordedAt}, ${detail.for ?? null}
        from unnest(${about}::uuid[]) as file on conflict do nothing`.execute(db),
    ),
  ],
}

export const projections: Projection[] = [openings]
