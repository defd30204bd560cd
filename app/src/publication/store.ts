import { sql } from 'kysely'
import { on, type Projection } from '../casefile/projection.ts'
import { accountPublished, correctionDecided, correctionReported, figurePublished } from './model.ts'

export type FigureRow = {
  id: string
  operation: string
  figure: string
  as_of: string
  value: number | null
  among: number | null
  definition: number
  reason: string | null
  published_at: Date
}
export type AccountRow = {
  id: string
  operation: string
  language: string
  title: string
  text: string
  reason: string | null
  correction: string | null
  published_at: Date
}
export type CorrectionRow = {
  id: string
  page: string
  language: string
  received: Date
  state: 'open' | 'accepted' | 'declined'
  note: string | null
  decided: Date | null
}
export type PublicationTables = {
  figures: FigureRow
  accounts_published: AccountRow
  corrections: CorrectionRow
  corrections_public: CorrectionRow
}

/** Every published number stays: the newest of a figure is the one that holds, the others are its history. */
const figures: Projection = {
  table: 'figures',
  columns: `id uuid primary key, operation uuid not null, figure text not null, as_of date not null, value int, among int,
    definition int not null, reason text, published_at timestamptz not null`,
  class: 'figure',
  about: 'operation',
  open: true,
  on: [
    on(figurePublished, async (db, event) => {
      const { figure, asOf, value, of, definition, reason = null } = event.detail
      await sql`insert into figures values (${event.id}, ${event.about[0]}, ${figure}, ${asOf}, ${value}, ${of}, ${definition}, ${reason}, ${event.recordedAt})`.execute(
        db,
      )
    }),
  ],
}

const accounts: Projection = {
  table: 'accounts_published',
  columns: `id uuid primary key, operation uuid not null, language text not null, title text not null, text text not null,
    reason text, correction uuid, published_at timestamptz not null`,
  class: 'figure',
  about: 'operation',
  open: true,
  on: [
    on(accountPublished, async (db, event) => {
      const { language, title, text, reason = null, correction = null } = event.detail
      await sql`insert into accounts_published values (${event.id}, ${event.about[0]}, ${language}, ${title}, ${text}, ${reason}, ${correction}, ${event.recordedAt})`.execute(
        db,
      )
    }),
  ],
}

/** The editors' queue: where and when; the reader's words stay sealed in the correction's own file. */
const corrections: Projection = {
  table: 'corrections',
  columns: `id uuid primary key, page text not null, language text not null, received timestamptz not null,
    state text not null, note text, decided timestamptz`,
  class: 'figure',
  about: 'id',
  on: [
    on(correctionReported, async (db, event) => {
      const { page, language } = event.detail
      await sql`insert into corrections values (${event.about[0]}, ${page}, ${language}, ${event.recordedAt}, 'open', null, null)`.execute(
        db,
      )
    }),
    on(correctionDecided, async (db, event) => {
      const { accepted, note } = event.detail
      await sql`update corrections set state = ${accepted ? 'accepted' : 'declined'}, note = ${note}, decided = ${event.recordedAt} where id = ${event.about[0]}`.execute(
        db,
      )
      if (accepted)
        await sql`insert into corrections_public select * from corrections where id = ${event.about[0]}`.execute(
          db,
        )
    }),
  ],
}

/** What was corrected, in the editor's words: open to every reader of the page. */
const correctionsPublic: Projection = {
  table: 'corrections_public',
  columns: `id uuid primary key, page text not null, language text not null, received timestamptz not null,
    state text not null, note text, decided timestamptz`,
  class: 'figure',
  about: 'id',
  open: true,
  on: [],
}

export const projections = [figures, accounts, corrections, correctionsPublic]
