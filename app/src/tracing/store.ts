import { sql } from 'kysely'
import { described } from '../casefile/model.ts'
import { on, type Projection } from '../casefile/projection.ts'
import { setStep } from '../casefile/steps.ts'
import type { Tx } from '../platform/database.ts'
import { accepted, type Choice, closed, decided, found, requested, type Stage, withdrawn } from './model.ts'

export type RequestRow = {
  relative: string
  operation: string
  number: string
  secret_hash: string
  stage: Stage
  language: string
  asked_at: Date
}
export type DecisionRow = {
  child: string
  relative: string
  sought: number
  choice: Choice
  by: string | null
  at: Date
}
export type FoundRow = { child: string; operation: string | null; list: string; row: number }
export type TracingTables = {
  tracing_requests: RequestRow
  tracing_decisions: DecisionRow
  tracing_found: FoundRow
}

/** `contact` once a child was confirmed for it. A closed request is opened again only by being accepted. */
async function setOpenStage(db: Tx, relative: string, evenIfClosed: boolean): Promise<void> {
  await sql`update tracing_requests set stage = case when exists
      (select 1 from tracing_decisions d where d.relative = tracing_requests.relative and d.choice = 'confirmed')
      then 'contact' else 'searching' end
    where relative = ${relative} and (${evenIfClosed} or stage <> 'closed')`.execute(db)
}

/** What a requester may ask after by number and secret, and what a list of requests is sorted by: no name. */
const requests: Projection = {
  table: 'tracing_requests',
  columns: `relative uuid primary key, operation uuid not null, number text not null, secret_hash text not null,
    stage text not null, language text not null, asked_at timestamptz not null`,
  class: 'tracing',
  about: 'relative',
  on: [
    on(requested, (db, { about, detail, recordedAt }) =>
      sql`insert into tracing_requests values (${about[0]}, ${detail.operation}, ${detail.number}, ${detail.secretHash},
        'received', ${detail.requester.language}, ${recordedAt})`.execute(db),
    ),
    on(accepted, (db, event) => setOpenStage(db, event.about[0]!, true)),
    on(closed, (db, event) =>
      sql`update tracing_requests set stage = 'closed' where relative = ${event.about[0]}`.execute(db),
    ),
  ],
}

const decisions: Projection = {
  table: 'tracing_decisions',
  columns: `child uuid not null, relative uuid not null, sought int not null, choice text not null, by uuid,
    at timestamptz not null, primary key (child, relative, sought)`,
  class: 'tracing',
  about: 'child',
  on: [
    on(decided, async (db, { about: [child, relative], detail, by, recordedAt }) => {
      await sql`insert into tracing_decisions values (${child}, ${relative}, ${detail.sought}, ${detail.choice}, ${by}, ${recordedAt})
        on conflict (child, relative, sought) do update set choice = excluded.choice, by = excluded.by, at = excluded.at`.execute(
        db,
      )
      await drawConclusions(db, child!, relative!, recordedAt)
    }),
    on(withdrawn, async (db, { about: [child, relative], detail, recordedAt }) => {
      await sql`delete from tracing_decisions where child = ${child} and relative = ${relative} and sought = ${detail.sought}`.execute(
        db,
      )
      await drawConclusions(db, child!, relative!, recordedAt)
    }),
  ],
}

async function drawConclusions(db: Tx, child: string, relative: string, since: string): Promise<void> {
  const { rows } =
    await sql`select 1 from tracing_decisions where choice = 'confirmed' and child = ${child}`.execute(db)
  const hasFamily = rows.length > 0
  await setStep(db, {
    child,
    station: 'tracing',
    state: hasFamily ? 'done' : 'waiting',
    waitsFor: hasFamily ? undefined : 'family',
    since,
  })
  await setOpenStage(db, relative, false)
}

/** From which row of which list a child came, so that the same list brings nobody twice. */
const foundChildren: Projection = {
  table: 'tracing_found',
  columns: 'child uuid primary key, operation uuid, list text not null, row int not null',
  class: 'tracing',
  about: 'child',
  on: [
    on(found, (db, { about, detail: { list } }) =>
      sql`insert into tracing_found (child, operation, list, row)
        select id, operation, ${list.sha256}, ${list.row} from file_kinds(array[${about[0]}]::uuid[])
        on conflict (child) do update set list = excluded.list, row = excluded.row`.execute(db),
    ),
    // A child waits for a family from the day the house knows of it, however it became known.
    on(described, async (db, { about: [id], recordedAt }) => {
      const { rows } = await sql`select 1 from file_kinds(array[${id}]::uuid[]) where kind = 'child'
        and not exists (select 1 from steps where child = ${id} and station = 'tracing')`.execute(db)
      if (rows.length)
        await setStep(db, {
          child: id!,
          station: 'tracing',
          state: 'waiting',
          waitsFor: 'family',
          since: recordedAt,
        })
    }),
  ],
}

export const projections: Projection[] = [requests, decisions, foundChildren]
