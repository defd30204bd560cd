import { sql } from 'kysely'
import { on, type Projection } from '../../casefile/projection.ts'
import { doubted, toldApart } from './model.ts'

const inOrder = (about: string[]): [string, string] => about.toSorted() as [string, string]

/** Pairs that were looked at and are two people; `a` before `b`. */
export const apartTable: Projection = {
  table: 'tracing_apart',
  columns: 'a uuid not null, b uuid not null, at timestamptz not null, primary key (a, b)',
  class: 'file',
  about: 'a',
  on: [
    on(toldApart, async (db, { about, recordedAt }) => {
      const [a, b] = inOrder(about)
      if (a !== b)
        await sql`insert into tracing_apart values (${a}, ${b}, ${recordedAt}) on conflict do nothing`.execute(
          db,
        )
    }),
    on(doubted, async (db, { about }) => {
      const [a, b] = inOrder(about)
      await sql`delete from tracing_apart where a = ${a} and b = ${b}`.execute(db)
    }),
  ],
  follows: async (db, files) => {
    await sql`delete from tracing_apart where a = any(${files}::uuid[]) or b = any(${files}::uuid[])`.execute(
      db,
    )
    return files
  },
}
