import { sql } from 'kysely'
import { described } from '../casefile/model.ts'
import { on, type Projection } from '../casefile/projection.ts'
import { setStep } from '../casefile/steps.ts'
import type { Tx } from '../platform/database.ts'
import { apartTable } from './duplicates/store.ts'
import { requestNames } from './finding/store.ts'
import { importProjections } from './importing/tables.ts'
import {
  accepted,
  type Choice,
  closed,
  decided,
  found,
  requested,
  type Stage,
  type StageFacts,
  stageFrom,
  withdrawn,
} from './model.ts'
import { paceSet } from './queue/model.ts'
import { added, notesRead, passedOn } from './requester/model.ts'
import { type LinkRow, type SearchRow, searchTables } from './searches/store.ts'

export type RequestRow = {
  relative: string
  operation: string
  number: string
  secret_hash: string
  stage: Stage
  language: string
  asked_at: Date
  last: StageFacts['last']
  sought: number
  passed_on_at: Date | null
  notes: number
  unread: number
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
export type PaceRow = { operation: string; days: Partial<Record<string, number>> }
export type TracingTables = {
  tracing_requests: RequestRow
  tracing_links: LinkRow
  tracing_searches: SearchRow
  tracing_pace: PaceRow
  tracing_decisions: DecisionRow
  tracing_found: FoundRow
}

/** Writes the stage by its one rule: a child confirmed for one request of a search is confirmed for all of it. */
async function setStage(db: Tx, relative: string): Promise<void> {
  const { rows } = await sql<RequestRow>`select * from tracing_requests where relative = ${relative}`.execute(
    db,
  )
  const [row] = rows
  if (!row) return
  const { rows: confirmed } = await sql<{ sought: number; at: Date }>`
    select sought, at from tracing_decisions where relative = ${relative} and choice = 'confirmed'
    union all select mine.sought, d.at from tracing_searches mine
      join tracing_searches other on other.search = mine.search and other.relative <> mine.relative
      join tracing_decisions d on d.relative = other.relative and d.sought = other.sought and d.choice = 'confirmed'
      where mine.relative = ${relative}`.execute(db)
  const stage = stageFrom({
    ...{ last: row.last, sought: row.sought, passedOnAt: row.passed_on_at?.toISOString() },
    confirmed: confirmed.map(({ sought, at }) => ({ sought, at: at.toISOString() })),
  })
  await sql`update tracing_requests set stage = ${stage} where relative = ${relative}`.execute(db)
}

const setLast = async (db: Tx, relative: string, last: StageFacts['last']): Promise<void> => {
  await sql`update tracing_requests set last = ${last} where relative = ${relative}`.execute(db)
  await setStage(db, relative)
}

/** What a requester may ask after by number and secret, and what a list of requests is sorted by: no name. */
const requests: Projection = {
  table: 'tracing_requests',
  columns: `relative uuid primary key, operation uuid not null, number text not null unique, secret_hash text not null,
    stage text not null, language text not null, asked_at timestamptz not null, last text not null, sought int not null,
    passed_on_at timestamptz, notes int not null default 0, unread int not null default 0`,
  indexes: ['operation'],
  class: 'tracing',
  about: 'relative',
  on: [
    on(requested, (db, { about, detail, recordedAt }) =>
      sql`insert into tracing_requests values (${about[0]}, ${detail.operation}, ${detail.number}, ${detail.secretHash},
        'received', ${detail.requester.language}, ${recordedAt}, 'requested', ${detail.sought.length})`.execute(
        db,
      ),
    ),
    on(accepted, (db, event) => setLast(db, event.about[0]!, 'accepted')),
    on(closed, (db, event) => setLast(db, event.about[0]!, 'closed')),
    on(passedOn, async (db, { about: [relative], recordedAt }) => {
      await sql`update tracing_requests set passed_on_at = ${recordedAt} where relative = ${relative}`.execute(
        db,
      )
      await setStage(db, relative!)
    }),
    on(added, (db, event) =>
      sql`update tracing_requests set notes = notes + 1, unread = unread + 1 where relative = ${event.about[0]}`.execute(
        db,
      ),
    ),
    on(notesRead, (db, event) =>
      sql`update tracing_requests set unread = 0 where relative = ${event.about[0]}`.execute(db),
    ),
  ],
}

/** How long each stage may take, where an operation has set it: the requester is told the same days. */
const pace: Projection = {
  table: 'tracing_pace',
  columns: 'operation uuid primary key, days jsonb not null',
  class: 'tracing',
  about: 'operation',
  on: [
    on(paceSet, (db, { about, detail }) =>
      sql`insert into tracing_pace values (${about[0]}, ${JSON.stringify(detail.days)}::jsonb)
        on conflict (operation) do update set days = tracing_pace.days || excluded.days`.execute(db),
    ),
  ],
}

const decisions: Projection = {
  table: 'tracing_decisions',
  columns: `child uuid not null, relative uuid not null, sought int not null, choice text not null, by uuid,
    at timestamptz not null, primary key (child, relative, sought)`,
  indexes: ['relative'],
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
  // A relative's rows stay: a file with a request is never joined into another.
  follows: async (db, files) => {
    const { rows } = await sql<{
      id: string
    }>`select id from file_kinds(${files}::uuid[]) where kind = 'child'`.execute(db)
    const children = rows.map((row) => row.id)
    await sql`delete from tracing_decisions where child = any(${children}::uuid[])`.execute(db)
    await sql`delete from steps where station = 'tracing' and child = any(${children}::uuid[])`.execute(db)
    return children
  },
}

async function drawConclusions(db: Tx, child: string, relative: string, since: string): Promise<void> {
  const { rows } =
    await sql`select 1 from tracing_decisions where choice = 'confirmed' and child = ${child}`.execute(db)
  const hasFamily = rows.length > 0
  const { rows: asChild } =
    await sql`select 1 from file_kinds(array[${child}]::uuid[]) where kind = 'child'`.execute(db)
  // An adult who was asked for stands nowhere on the path home.
  if (asChild.length)
    await setStep(db, {
      child,
      station: 'tracing',
      state: hasFamily ? 'done' : 'waiting',
      waitsFor: hasFamily ? undefined : 'family',
      since,
    })
  const { rows: sharing } = await sql<{ relative: string }>`select distinct other.relative
    from tracing_searches mine join tracing_searches other using (search) where mine.relative = ${relative}`.execute(
    db,
  )
  for (const one of new Set([relative, ...sharing.map((row) => row.relative)])) await setStage(db, one)
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
  ],
}

export const projections: Projection[] = [
  requests,
  requestNames,
  apartTable,
  decisions,
  foundChildren,
  ...searchTables(setStage),
  pace,
  ...importProjections,
]
