import { sql } from 'kysely'
import { newId } from '../../platform/identity.ts'
import type { Task } from '../../platform/jobs.ts'
import { keyFor, unseal } from '../../platform/sealing.ts'
import type { House } from '../house.ts'
import { openKeys } from '../keys.ts'
import { appendEvent, lockFiles, project } from '../log.ts'
import { ANSWERS_KEPT_MINUTES } from '../operation.ts'
import { rebuild } from '../rebuild.ts'
import { type Erasable, swept } from './model.ts'

export const SWEEPING = 'sweep-after-erasing'

/** Answers kept for a repeated call: all that are old, and those that speak of the file. That a key was used stays. */
async function dropAnswers(house: House, file: string): Promise<number> {
  const sealing = keyFor(house.master, 'seal answers')
  const { rows: old } = await sql<{ key: string }>`
    update calls set answer = null where answer is not null
      and at < now() - make_interval(mins => ${ANSWERS_KEPT_MINUTES}) returning key`.execute(house.owner)
  const { rows } = await sql<{ actor: string; key: string; answer: Buffer | null }>`
    select actor, key, answer from calls`.execute(house.owner)
  const speaking = rows.filter(
    ({ actor, key, answer }) => answer && unseal(sealing, answer, `${actor} ${key}`).includes(file),
  )
  for (const { actor, key } of speaking)
    await sql`update calls set answer = null where actor = ${actor} and key = ${key}`.execute(house.owner)
  return old.length + speaking.length
}

/** Every table in which something stood in clear, or a key: read tables, keys, answers, work that was handed out. */
async function tablesToRewrite(house: House): Promise<[string, string][]> {
  const { rows } = await sql<{ schema: string; name: string }>`
    select schemaname as schema, tablename as name from pg_tables
    where schemaname in ('keystore', 'jobs') order by 1, 2`.execute(house.owner)
  return [
    ...house.registry.projections.map(({ table }): [string, string] => ['sandsage', table]),
    ['sandsage', 'calls'],
    ...rows.map(({ schema, name }): [string, string] => [schema, name]),
  ]
}

/**
 * Writes tables anew without what was deleted from them: a deleted row stays in its file until then. Columns are
 * sampled for the planner, so names stand in its statistics too.
 */
async function rewriteTables(house: House): Promise<number> {
  const tables = await tablesToRewrite(house)
  for (const [schema, name] of tables)
    await sql`vacuum (full, analyze) ${sql.id(schema, name)}`.execute(house.owner)
  await sql`vacuum (full) pg_catalog.pg_statistic`.execute(house.owner)
  return tables.length
}

/** Begins a new piece of the write-ahead log and lets go of those before it. Answers false where the owner may not. */
async function dropLogOfChanges(house: House): Promise<boolean> {
  try {
    for (let round = 0; round < 2; round++) {
      await sql`select pg_switch_wal()`.execute(house.owner)
      await sql`checkpoint`.execute(house.owner)
    }
    return true
  } catch (cause) {
    if ((cause as { code?: string }).code === '42501') return false
    throw cause
  }
}

/** Written by the house itself, when it is done. */
async function recordSwept(house: House, file: string, detail: Parameters<typeof swept.detail.parse>[0]) {
  await house.owner.transaction().execute(async (tx) => {
    await lockFiles(tx, [file])
    const now = house.now()
    const event = await appendEvent(tx, openKeys(tx, house.ring, undefined), {
      ...{ about: [file], of: swept, detail: swept.detail.parse(detail), by: null, device: 'house' },
      ...{ occurredAt: now, recordedAt: now },
    })
    const { rows } = await sql<{ seq: number }>`select seq from events where id = ${event.id}`.execute(tx)
    await project(tx, house.registry.projections, { ...event, seq: rows[0]!.seq })
  })
}

/** A piece of work is an id in a table that is not sealed: the log says whether anything was erased. */
async function isErased(house: House, file: string, what: Erasable): Promise<boolean> {
  const { rows } = await sql`select 1 from erasures
    where file::text = ${file} and what = ${what} and state <> 'asked'`.execute(house.owner)
  return rows.length > 0
}

/**
 * After the keys are gone: read tables are written anew from the log, which skips what no longer opens, and
 * whatever held the old rows is rewritten. May be done again at any time.
 */
export async function sweep(house: House, file: string, what: Erasable): Promise<void> {
  if (!(await isErased(house, file, what))) return
  const answers = await dropAnswers(house, file)
  await rebuild(house)
  const tables = await rewriteTables(house)
  const logOfChanges = await dropLogOfChanges(house)
  await recordSwept(house, file, { what, tables, answers, logOfChanges })
}

export const sweepTask = (house: House): Task => ({
  queue: SWEEPING,
  run: async (piece) => sweep(house, String(piece.file), String(piece.what) as Erasable),
  // It stays 'destroyed' and not 'swept' on the screen, where it can be begun again.
  giveUp: async () => {},
})

/** A piece of this work; ids alone. */
export const pieceOf = (file: string, what: Erasable) => ({ id: newId(), file, what })
