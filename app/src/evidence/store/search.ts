import { sql } from 'kysely'
import type { EventType } from '../../casefile/event.ts'
import { on, type Projection } from '../../casefile/projection.ts'
import {
  piecesOf,
  type SearchState,
  searchCancelled,
  searchFinished,
  searchPieceDone,
  searchStarted,
  searchStopped,
} from '../model/search.ts'

const ends = <D>(of: EventType<D>, state: SearchState) =>
  on(of, (db, event) =>
    sql`update searches set state = ${state}, since = ${event.recordedAt} where search = ${event.about[0]}`.execute(
      db,
    ),
  )

/** The searches of an operation and how far each is: what a progress bar asks every second. */
export const searches: Projection = {
  table: 'searches',
  columns: `search uuid primary key, operation uuid not null, state text not null, pieces int not null, done int not null,
    began timestamptz not null, since timestamptz not null`,
  indexes: ['operation'],
  class: 'finding',
  about: 'search',
  on: [
    on(searchStarted, (db, event) =>
      sql`insert into searches (search, operation, state, pieces, done, began, since) values (${event.about[0]},
        ${event.detail.operation}, 'running', ${piecesOf(event.detail) + 1}, 0, ${event.recordedAt}, ${event.recordedAt})
        on conflict do nothing`.execute(db),
    ),
    ends(searchCancelled, 'cancelled'),
    ends(searchStopped, 'stopped'),
    ends(searchFinished, 'finished'),
  ],
}

/** Which pieces are done: each once, whoever did it and however often it was begun. */
export const searchPieces: Projection = {
  table: 'search_pieces',
  columns: 'search uuid not null, piece int not null, primary key (search, piece)',
  class: 'finding',
  about: 'search',
  on: [
    on(searchPieceDone, async (db, event) => {
      const added =
        await sql`insert into search_pieces (search, piece) values (${event.about[0]}, ${event.detail.piece})
        on conflict do nothing`.execute(db)
      if (added.numAffectedRows)
        await sql`update searches set done = done + 1, since = ${event.recordedAt} where search = ${event.about[0]}`.execute(
          db,
        )
    }),
  ],
}
