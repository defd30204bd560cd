import type { z } from 'zod'
import type { Class } from './access.ts'

/**
 * A kind of event. `sealed` ones are personal: about exactly one file, and closed with its key.
 * Open ones may name several files and must carry nothing that identifies anyone.
 */
export type EventType<D> = {
  type: string
  class: Class
  sealed: boolean
  detail: z.ZodType<D>
  /** May be the first event of a new file, written by someone without an account. */
  fromAnyone?: boolean
  /** May be added to a file by someone without an account who showed that they hold its number and secret. */
  fromHolder?: boolean
  /** Opens a file to others or for longer, or gives it away: not for whoever sees it by an emergency alone. */
  lasting?: boolean
}

export const eventType = <D>(type: string, definition: Omit<EventType<D>, 'type'>): EventType<D> => ({
  type,
  ...definition,
})

/** One dated, attributed, appended fact. `seq` is its place in the log. Times are ISO 8601 in UTC. */
export type LogEvent<D = unknown> = {
  seq: number
  id: string
  about: string[]
  type: string
  occurredAt: string
  recordedAt: string
  by: string | null
  device: string
  detail: D
  /** The file it was written in, where that is now read as another one of the same person. */
  origin?: string
}

/** A file as this actor may see it: the events that passed the wall, oldest first. */
export type CaseFile = {
  id: string
  kind: string
  operation: string | null
  /** The place of its newest event: what a screen shows is stale when this has moved on. */
  version: number
  events: LogEvent[]
}

export const eventsOf = <D>(file: CaseFile, of: EventType<D>): LogEvent<D>[] =>
  file.events.filter((event): event is LogEvent<D> => event.type === of.type)

export const lastOf = <D>(file: CaseFile, of: EventType<D>): LogEvent<D> | undefined =>
  eventsOf(file, of).at(-1)
