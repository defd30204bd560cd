import { sql } from 'kysely'
import type { EventType } from '../../casefile/event.ts'
import { described } from '../../casefile/model.ts'
import { on, type Projection } from '../../casefile/projection.ts'
import type { Tx } from '../../platform/database.ts'
import { found, imported } from '../model.ts'
import { numberKey, saltedInSql, spellingsOf } from './keys.ts'
import {
  type ColumnsChosen,
  columnsChosen,
  type ImportState,
  importBegun,
  importCancelled,
  importPieceDone,
  importRedoing,
  importRedone,
  importStopped,
  importUndoing,
  importUndone,
} from './model.ts'

export type ImportRow = {
  import: string
  operation: string
  list: string
  headers: string[]
  state: ImportState
  rows: number
  pieces: number
  done: number
  added: number
  changed: number
  waiting: number
  by: string | null
  began: Date
  since: Date
  seq: number
}
export type ImportedChildRow = {
  child: string
  import: string
  row: number
  external: string | null
  said: string | null
  seq: number
}
export type IdentityRow = { child: string; operation: string; names: string[]; mothers: string[] }
export type ColumnsRow = {
  operation: string
  headers: string
  chosen: ColumnsChosen
  by: string | null
  at: Date
}
export type ImportTables = {
  tracing_imports: ImportRow
  tracing_imported: ImportedChildRow
  tracing_identities: IdentityRow
  tracing_columns: ColumnsRow
}

const begins = <D extends { pieces: number }>(of: EventType<D>, state: ImportState) =>
  on(of, (db, { about, detail, recordedAt }) =>
    sql`update tracing_imports set state = ${state}, pieces = ${detail.pieces}, done = 0, waiting = 0, since = ${recordedAt}
      where import = ${about[0]}`.execute(db),
  )

const becomes = <D>(of: EventType<D>, state: ImportState) =>
  on(of, (db, { about, recordedAt }) =>
    sql`update tracing_imports set state = ${state}, since = ${recordedAt} where import = any(${about}::uuid[])`.execute(
      db,
    ),
  )

/** The lists that were brought: counts and states, no name. */
const imports: Projection = {
  table: 'tracing_imports',
  columns: `import uuid primary key, operation uuid not null, list text not null, headers text[] not null,
    state text not null, rows int not null, pieces int not null, done int not null, added int not null,
    changed int not null, waiting int not null, by uuid, began timestamptz not null, since timestamptz not null,
    seq bigint not null`,
  indexes: ['operation'],
  class: 'tracing',
  about: 'import',
  on: [
    on(importBegun, (db, { about, detail, by, recordedAt, seq }) =>
      sql`insert into tracing_imports values (${about[0]}, ${detail.operation}, ${detail.list.sha256}, ${detail.headers}::text[],
        'taking', ${detail.rows}, ${Math.max(1, detail.papers.length)}, 0, 0, 0, 0, ${by}, ${recordedAt}, ${recordedAt}, ${seq})`.execute(
        db,
      ),
    ),
    on(importPieceDone, (db, { about, detail, recordedAt }) => {
      const taken = detail.phase === 0 ? [detail.added, detail.changed] : [0, 0]
      return sql`update tracing_imports set done = done + 1, added = added + ${taken[0]}, changed = changed + ${taken[1]},
        waiting = waiting + ${detail.waiting.length}, since = ${recordedAt} where import = ${about[0]}`.execute(
        db,
      )
    }),
    becomes(imported, 'taken'),
    becomes(importCancelled, 'cancelled'),
    becomes(importStopped, 'stopped'),
    begins(importUndoing, 'undoing'),
    becomes(importUndone, 'undone'),
    begins(importRedoing, 'redoing'),
    becomes(importRedone, 'taken'),
  ],
}

/** Which child stands in which row of which import; `seq` says which list spoke last. */
const importedChildren: Projection = {
  table: 'tracing_imported',
  columns: `child uuid not null, import uuid not null, row int not null, external text, said text,
    seq bigint not null, primary key (import, child)`,
  class: 'tracing',
  about: 'child',
  on: [
    on(found, async (db, { about: [child], detail, seq }) => {
      if (!detail.import) return
      const number = detail.externalId ? numberKey(detail.externalId) : null
      await sql`insert into tracing_imported select ${child}::uuid, ${detail.import}::uuid, ${detail.list.row}::int,
          ${saltedInSql('number', sql`${number}::text`)}, ${detail.said ?? null}::text, ${seq}::bigint
        from file_kinds(array[${child}]::uuid[])
        on conflict (import, child) do update set row = excluded.row, external = excluded.external,
          said = excluded.said, seq = excluded.seq`.execute(db)
    }),
  ],
}

/** By what a child is found again when a list names it once more: salted hashes, nothing to read. */
const identities: Projection = {
  table: 'tracing_identities',
  columns: 'child uuid primary key, operation uuid not null, names text[] not null, mothers text[] not null',
  indexes: ['operation'],
  class: 'tracing',
  about: 'child',
  on: [
    on(described, async (db: Tx, { about: [id], detail }) => {
      const hashes = (what: string, keys: string[]) =>
        sql`array(select ${saltedInSql(what, sql`key`)} from unnest(${keys}::text[]) as key)`
      await sql`insert into tracing_identities select id, operation, ${hashes('name', spellingsOf(detail.names))},
          ${hashes('mother', spellingsOf(detail.mother))}
        from file_kinds(array[${id}]::uuid[]) where kind = 'child' and operation is not null
        on conflict (child) do update set names = excluded.names, mothers = excluded.mothers`.execute(db)
    }),
  ],
}

/** How lists with the same headers were read, the newest choice. */
const columns: Projection = {
  table: 'tracing_columns',
  columns: `operation uuid not null, headers text not null, chosen jsonb not null, by uuid, at timestamptz not null,
    primary key (operation, headers)`,
  class: 'tracing',
  about: 'operation',
  on: [
    on(columnsChosen, (db, { about, detail, by, recordedAt }) =>
      sql`insert into tracing_columns values (${about[0]}, ${detail.headers}, ${JSON.stringify(detail)}::jsonb, ${by}, ${recordedAt})
        on conflict (operation, headers) do update set chosen = excluded.chosen, by = excluded.by, at = excluded.at`.execute(
        db,
      ),
    ),
  ],
}

export const importProjections: Projection[] = [imports, importedChildren, identities, columns]
