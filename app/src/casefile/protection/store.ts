import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { LogEvent } from '../event.ts'
import { on, type Projection } from '../projection.ts'
import * as model from './model.ts'

export type ErasureRow = {
  file: string
  what: model.Erasable
  ground: model.Ground
  state: model.Erasure['state']
  asked_by: string
  asked_at: Date
  erased_at: Date | null
}
export type HoldRow = { file: string; because: model.HoldReason; since: Date; by: string | null }

const ask = (db: Tx, event: LogEvent<{ what: model.Erasable; ground: model.Ground }>) =>
  sql`insert into erasures (file, what, ground, state, asked_by, asked_at)
    values (${event.about[0]}, ${event.detail.what}, ${event.detail.ground}, 'asked', ${event.by}, ${event.recordedAt})
    on conflict (file, what) do update set ground = excluded.ground, state = 'asked', asked_by = excluded.asked_by,
      asked_at = excluded.asked_at, erased_at = null`.execute(db)

/** What was asked to be destroyed, and how far it is. */
const erasures: Projection = {
  table: 'erasures',
  columns: `file uuid not null, what text not null, ground text not null, state text not null, asked_by uuid not null,
    asked_at timestamptz not null, erased_at timestamptz, primary key (file, what)`,
  class: 'protection',
  about: 'file',
  on: [
    on(model.erasureAsked, ask),
    on(model.erasureDropped, (db, { about, detail }) =>
      sql`delete from erasures where file = ${about[0]} and what = ${detail.what} and state = 'asked'`.execute(
        db,
      ),
    ),
    on(model.erased, (db, { about, detail, recordedAt }) =>
      sql`update erasures set state = 'destroyed', erased_at = ${recordedAt} where file = ${about[0]} and what = ${detail.what}`.execute(
        db,
      ),
    ),
    on(model.swept, (db, { about, detail }) =>
      sql`update erasures set state = 'swept' where file = ${about[0]} and what = ${detail.what} and state = 'destroyed'`.execute(
        db,
      ),
    ),
  ],
}

const holds: Projection = {
  table: 'holds',
  columns: `file uuid not null, because text not null, since timestamptz not null, by uuid, primary key (file, because)`,
  class: 'protection',
  about: 'file',
  on: [
    on(model.held, (db, { about, detail, recordedAt, by }) =>
      sql`insert into holds values (${about[0]}, ${detail.because}, ${recordedAt}, ${by}) on conflict do nothing`.execute(
        db,
      ),
    ),
    on(model.holdLifted, (db, { about, detail }) =>
      sql`delete from holds where file = ${about[0]} and because = ${detail.because}`.execute(db),
    ),
  ],
}

export const projections: Projection[] = [erasures, holds]
