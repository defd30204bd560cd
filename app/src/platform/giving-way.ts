import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Database, Tx } from './database.ts'
import { StartProblem } from './refusal.ts'

/**
 * A change to tables waits for whoever uses them, and whoever comes next waits behind it: so it waits no longer than
 * this, lets the others through and tries again. Shorter than PostgreSQL's own second before it looks for a deadlock,
 * so that of two it is never the request that is broken off.
 */
const WAIT_MS = 500
const PATIENCE_MS = 120_000

const codeOf = (cause: unknown): string => (cause as { code?: string }).code ?? ''
/** Another transaction holds a table. */
const isHeld = (cause: unknown): boolean => ['55P03', '40P01'].includes(codeOf(cause))
/** Two houses of one PostgreSQL server make its roles at once; it lasts no longer than a moment. */
const isOtherHouse = (cause: unknown): boolean => ['XX000', '23505'].includes(codeOf(cause))
const MOMENT_MS = 5_000

/** Runs `work` as one transaction that changes tables others are answering from. */
export async function givingWay<T>(
  db: Database,
  work: (tx: Tx) => Promise<T>,
  patience = PATIENCE_MS,
): Promise<T> {
  for (const began = Date.now(); ; await wait(50 + Math.random() * 250)) {
    try {
      return await db.transaction().execute(async (tx) => {
        await sql`set local lock_timeout = ${sql.lit(WAIT_MS)}`.execute(tx)
        return work(tx)
      })
    } catch (cause) {
      const waited = Date.now() - began
      if (!isHeld(cause) && !(isOtherHouse(cause) && waited < MOMENT_MS)) throw cause
      if (waited > patience)
        throw new StartProblem(
          `The database could not be brought up to date in ${Math.round(patience / 1000)} seconds: something holds its tables (${(cause as Error).message}). Nothing was changed. Try again when less is going on.`,
        )
    }
  }
}
