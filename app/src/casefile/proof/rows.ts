import { type RawBuilder, sql } from 'kysely'
import type { EventRow } from './core/leaf.ts'

/** What a leaf is made of, as text by PostgreSQL itself: no driver rounds a time or reorders a detail. */
export type RawRow = {
  seq: number
  id: string
  about: string
  type: string
  class: string
  occurred: string
  recorded: string
  by: string | null
  device: string
  sealed_sha256: string | null
  sealed_bytes: number | null
  open: string | null
}

/** `to_json` writes a time as ISO 8601 whatever the session's DateStyle is, with all its microseconds. */
const time = (column: string): RawBuilder<string> =>
  sql`(to_json(${sql.ref(column)} at time zone 'UTC') #>> '{}') || 'Z'`

/** The columns of `events e`. */
export const eventColumns = sql`e.seq, e.id::text, e.about::text, e.type, e.class,
  ${time('e.occurred_at')} as occurred, ${time('e.recorded_at')} as recorded, e.by::text, e.device,
  encode(sha256(e.sealed), 'hex') as sealed_sha256, length(e.sealed) as sealed_bytes, e.open::text as open`

export const toEventRow = ({ sealed_sha256, sealed_bytes, ...row }: RawRow): EventRow => ({
  ...{ seq: row.seq, id: row.id, about: row.about, type: row.type, class: row.class },
  ...{ occurred: row.occurred, recorded: row.recorded, by: row.by, device: row.device, open: row.open },
  sealed: sealed_sha256 === null ? null : { sha256: sealed_sha256, bytes: sealed_bytes ?? 0 },
})
