import type { Tx } from '../platform/database.ts'
import type { Class } from './access.ts'
import type { EventType, LogEvent } from './event.ts'

type Handler = {
  type: string
  apply: (db: Tx, event: LogEvent) => Promise<unknown>
  /** Several at once, where nothing else reads the table while the log is read again. */
  applyAll?: (db: Tx, events: LogEvent[]) => Promise<unknown>
}

/**
 * A read table: what a list or a search needs, written in the transaction of the event and rebuilt from the
 * log at any time with the same result. So a handler uses the event alone: no clock, no chance, no actor.
 */
export type Projection = {
  table: string
  /** The body of `create table`; a changed one is dropped, made anew and rebuilt when the house opens. */
  columns: string
  /** Columns of further indexes, each as in `create index`, e.g. `operation, kind`; needs no rebuild. */
  indexes?: string[]
  class: Class
  /** The column with the file a row is about: the wall asks whether the reader may see that file. */
  about: string
  /** Everybody may read it, with or without an account. */
  open?: boolean
  on: Handler[]
  /**
   * The rows follow the person: where two files are read as one they are drawn anew from the events of both.
   * Drops the rows of those files it has rows of and names them; the handlers write theirs again, in the order
   * of the log.
   */
  follows?: (db: Tx, files: string[]) => Promise<string[]>
}

/** The cast is safe because a handler is only called with events of the type it names. */
export const on = <D>(
  of: EventType<D>,
  apply: (db: Tx, event: LogEvent<D>) => Promise<unknown>,
): Handler => ({
  type: of.type,
  apply: apply as Handler['apply'],
})

/** The same for one event and for many, e.g. the openings of files, which are most of a log. */
export const onMany = <D>(
  of: EventType<D>,
  applyAll: (db: Tx, events: LogEvent<D>[]) => Promise<unknown>,
): Handler => ({
  type: of.type,
  apply: (db, event) => applyAll(db, [event as LogEvent<D>]),
  applyAll: applyAll as Handler['applyAll'],
})
