import { sql } from 'kysely'
import type { Tx } from '../platform/database.ts'
import { newId } from '../platform/identity.ts'
import { Refusal } from '../platform/refusal.ts'
import type { EventType, LogEvent } from './event.ts'
import type { Keys } from './keys.ts'
import type { Projection } from './projection.ts'

type EventRow = {
  seq: number
  id: string
  about: string[]
  type: string
  class: string
  occurred_at: Date
  recorded_at: Date
  by: string | null
  device: string
  sealed: Buffer | null
  open: unknown
}

/** What stands in the place of a detail whose key was destroyed. */
export const ERASED = { erased: true } as const

/** What was erased is left out of every file: that it was there stands in the log, and nothing of it can be read. */
export const isThere = (event: LogEvent): boolean => event.detail !== ERASED

/** The context a detail is sealed in: moved to another event or another person it no longer opens. */
export const sealContext = (id: string, about: string): string => `event ${id} about ${about}`

async function toEvent(row: EventRow, keys: Keys): Promise<LogEvent> {
  const { occurred_at, recorded_at, sealed, open, class: what, ...rest } = row
  const event = { ...rest, occurredAt: occurred_at.toISOString(), recordedAt: recorded_at.toISOString() }
  if (!sealed) return { ...event, detail: open }
  const about = row.about[0]!
  const plain = await keys.open(about, what, sealed, sealContext(row.id, about))
  return { ...event, detail: plain ? JSON.parse(plain.toString()) : ERASED }
}

/** Where the places of events about a file stand: what is recorded of it, or who opened it. */
type Index = 'event_files' | 'openings'

/** The events about these files that the asker may see, in the order of the log, of these types or of all; openings are asked for as such. */
export async function readEvents(
  tx: Tx,
  keys: Keys,
  files: string[],
  index: Index = 'event_files',
  types?: readonly string[],
): Promise<LogEvent[]> {
  const ofTypes = types ? sql`and type = any(${types}::text[])` : sql``
  const { rows } = await sql<EventRow>`
    select seq, id, about, type, class, occurred_at, recorded_at, by, device, sealed, open
    from events where seq = any(array(select seq from ${sql.id(index)} where file = any(${files}::uuid[])))
    ${ofTypes} order by seq`.execute(tx)
  await keys.load(rows.filter((row) => row.sealed).map((row) => row.about[0]!))
  return Promise.all(rows.map((row) => toEvent(row, keys)))
}

/** A batch of the whole log after `seq`, for those who may read all of it: rebuild and verify. */
export async function readLog(tx: Tx, keys: Keys, after: number, count: number): Promise<LogEvent[]> {
  const { rows } = await sql<EventRow>`
    select seq, id, about, type, class, occurred_at, recorded_at, by, device, sealed, open
    from events where seq > ${after} order by seq limit ${count}`.execute(tx)
  await keys.load(rows.filter((row) => row.sealed).map((row) => row.about[0]!))
  return Promise.all(rows.map((row) => toEvent(row, keys)))
}

export type Entry<D> = {
  about: string[]
  of: EventType<D>
  detail: D
  occurredAt: Date
  recordedAt: Date
  by: string | null
  device: string
}

/** Appends one event. Throws where an event type is used against its own definition: that is our fault. */
export async function appendEvent<D>(tx: Tx, keys: Keys, entry: Entry<D>): Promise<Omit<LogEvent<D>, 'seq'>> {
  const { about, of, occurredAt, recordedAt, by, device } = entry
  const detail = of.detail.parse(entry.detail)
  if (of.sealed && about.length !== 1) throw new Error(`${of.type} is personal: it is about exactly one file`)
  const id = newId(recordedAt.getTime())
  const text = JSON.stringify(detail)
  const sealed = of.sealed ? await keys.seal(about[0]!, of.class, text, sealContext(id, about[0]!)) : null
  if (sealed === undefined) throw new Refusal('file-erased')
  const open = of.sealed ? null : text
  await sql`insert into events (id, about, type, class, occurred_at, recorded_at, by, device, sealed, open)
    values (${id}, ${about}::uuid[], ${of.type}, ${of.class}, ${occurredAt}, ${recordedAt}, ${by}, ${device}, ${sealed}, ${open}::jsonb)`.execute(
    tx,
  )
  return {
    id,
    about,
    type: of.type,
    occurredAt: occurredAt.toISOString(),
    recordedAt: recordedAt.toISOString(),
    by,
    device,
    detail,
  }
}

/** `read`: the event as it reads for tables whose rows follow the person, where files were joined. */
export async function project(
  tx: Tx,
  projections: Projection[],
  event: LogEvent,
  read: LogEvent = event,
): Promise<void> {
  for (const projection of projections)
    for (const handler of projection.on)
      if (handler.type === event.type) await handler.apply(tx, projection.follows ? read : event)
}

/** Those that may go many at once; answers the others, which go one by one in the order of the log. */
export async function projectMany(
  tx: Tx,
  projections: Projection[],
  events: LogEvent[],
): Promise<LogEvent[]> {
  const handlers = projections.flatMap((projection) => projection.on)
  const atOnce = new Set<string>()
  for (const { type, applyAll } of handlers) {
    if (!applyAll || handlers.some((other) => other.type === type && !other.applyAll)) continue
    atOnce.add(type)
    const own = events.filter((event) => event.type === type)
    if (own.length) await applyAll(tx, own)
  }
  return events.filter((event) => !atOnce.has(event.type))
}

/**
 * What two people write about one file happens one after the other, in the order of the log. The transaction has its
 * number from here on, so before it draws a place in the log: who reads the log by places knows when a place that
 * was drawn can no longer appear.
 */
export async function lockFiles(tx: Tx, files: string[]): Promise<void> {
  for (const file of [...new Set(files)].sort())
    await sql`select pg_advisory_xact_lock(hashtextextended(${file}, 0)), pg_current_xact_id()`.execute(tx)
}
