import { sql } from 'kysely'
import { onMany, type Projection } from '../projection.ts'
import { opened } from './model.ts'

export type OpeningRow = {
  file: string
  seq: number
  by: string | null
  at: Date
  what: string | null
  emergency: boolean
}

const openings: Projection = {
  table: 'openings',
  columns: `file uuid not null, seq bigint not null, by uuid, at timestamptz not null, what text,
    emergency boolean not null, primary key (file, seq)`,
  class: 'opening',
  about: 'file',
  on: [
    onMany(opened, (db, events) => {
      const rows = events.flatMap(({ about, seq, by, recordedAt, detail }) =>
        about.map((file) => ({
          file,
          seq,
          by,
          at: recordedAt,
          what: detail.for ?? null,
          emergency: detail.emergency ?? false,
        })),
      )
      return sql`insert into openings select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as row (file uuid, seq bigint, by uuid, at timestamptz, what text, emergency boolean) on conflict do nothing`.execute(
        db,
      )
    }),
  ],
}

export const projections: Projection[] = [openings]
