import { sql } from 'kysely'
import type { Tx } from '../platform/database.ts'
import type { Projection } from './projection.ts'

/** The stations of the path home, in order. Folder names; the words on screen are in the message files. */
export const stations = [
  'tracing',
  'evidence',
  'clearance',
  'evacuation',
  'reintegration',
  'publication',
] as const
export type Station = (typeof stations)[number]

/** `waiting` always names what for: a code with a sentence `waits.<code>` in the station's words. */
export type StepState = 'waiting' | 'done' | 'problem'
export type Step = {
  child: string
  station: Station
  state: StepState
  waits_for: string | null
  since: Date
}

/** Where each child stands at each station. Stations write it from their own events' handlers. */
export const steps: Projection = {
  table: 'steps',
  columns: `child uuid not null, station text not null, state text not null, waits_for text,
    since timestamptz not null, primary key (child, station)`,
  class: 'file',
  about: 'child',
  on: [],
}

export async function setStep(
  db: Tx,
  at: { child: string; station: Station; state: StepState; waitsFor?: string; since: string },
): Promise<void> {
  const { child, station, state, waitsFor = null, since } = at
  await sql`insert into steps (child, station, state, waits_for, since) values (${child}, ${station}, ${state}, ${waitsFor}, ${since})
    on conflict (child, station) do update set state = excluded.state, waits_for = excluded.waits_for, since = excluded.since
    where (steps.state, steps.waits_for) is distinct from (excluded.state, excluded.waits_for)`.execute(db)
}
