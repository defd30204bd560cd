import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import { Refusal, StartProblem } from './refusal.ts'
import type { Sign } from './statement.ts'

/** Every station brings its own table types with `db.withTables<...>()`. */
export type Database = Kysely<Record<never, never>>
export type Tx = Transaction<Record<never, never>>

// int8 holds counts and sequence numbers far below 2^53; dates stay the text they are.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)

const pools = new WeakMap<Database, pg.Pool>()
/** How each database's transactions say whom they stand for; the owner's say nothing and need not. */
const signers = new WeakMap<Database, Sign>()
const stands = new WeakMap<Tx, { sign: Sign; actor: string }>()

/** How many connections of this process are open, of those how many wait for work, and how many requests wait for one. */
export function poolUse(db: Database): { open: number; idle: number; waiting: number } {
  const pool = pools.get(db)
  return { open: pool?.totalCount ?? 0, idle: pool?.idleCount ?? 0, waiting: pool?.waitingCount ?? 0 }
}

export function openDatabase(url: string, size = 12, sign?: Sign): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    connectionTimeoutMillis: 10_000,
    // Compiling a plan pays for questions of seconds; ours take milliseconds, and the walls make them look long.
    options: '-c search_path=sandsage -c jit=off',
  })
  // An idle connection that the server closes is replaced at the next query; it is no reason to end.
  pool.on('error', () => {})
  // One that breaks in the middle of a transaction fails its next question; unheard, it would end the process.
  pool.on('connect', (client) => client.on('error', () => {}))
  const db: Database = new Kysely<Record<never, never>>({ dialect: new PostgresDialect({ pool }) })
  pools.set(db, pool)
  if (sign) signers.set(db, sign)
  return db
}

/** The oldest PostgreSQL whose row security and `security_invoker` views the walls rest on. */
export const OLDEST_VERSION = 150000

export function versionProblem(serverVersionNumber: number): string | undefined {
  if (serverVersionNumber >= OLDEST_VERSION) return undefined
  const has = `${Math.floor(serverVersionNumber / 10000)}.${serverVersionNumber % 10000}`
  return `The database is PostgreSQL ${has}; Sandsage needs 15 or later. Point DATABASE_URL at a newer one, or unset it to use the one that comes with Sandsage.`
}

export async function requireVersion(db: Database): Promise<void> {
  const answer = await sql<{ server_version_num: string }>`show server_version_num`
    .execute(db)
    .catch((cause) => {
      throw new StartProblem(
        `The database does not answer (${(cause as Error).message}). Check DATABASE_URL.`,
      )
    })
  const problem = versionProblem(Number(answer.rows[0]?.server_version_num))
  if (problem) throw new StartProblem(problem)
}

/** Two transactions met in the middle: PostgreSQL asks for one of them to be tried again. */
const isToRetry = (cause: unknown): boolean =>
  ['40001', '40P01'].includes((cause as { code?: string })?.code ?? '')

/** PostgreSQL's own no to a row or a table: the wall held. */
export const isWall = (cause: unknown): boolean => (cause as { code?: string })?.code === '42501'

/** One request is one transaction under the actor's own role, so row-level security sees who asks. */
export async function asActor<T>(
  db: Database,
  role: string,
  actor: string,
  work: (tx: Tx) => Promise<T>,
  tries = 4,
): Promise<T> {
  const sign = signers.get(db)
  if (!sign) throw new Error('this database was opened as its owner, who acts in nobody’s name')
  try {
    return await db.transaction().execute(async (tx) => {
      stands.set(tx, { sign, actor })
      await enterRole(tx, role, sql`pg_advisory_xact_lock_shared(${sql.lit(GATE)}),`)
      return work(tx)
    })
  } catch (cause) {
    if (isToRetry(cause) && tries > 1) return asActor(db, role, actor, work, tries - 1)
    if (isWall(cause)) throw new Refusal('not-allowed', {}, 403)
    throw cause
  }
}

/**
 * Every request goes through here before it touches a table, and whoever changes tables closes it first (giving-way.ts):
 * so neither ever holds what the other waits for. Any number, the same in every process.
 */
const GATE = 7_305_720

/** Waits for the requests that are under way; those that come wait, holding nothing, until this transaction ends. */
export const closeGate = (tx: Tx) => sql`select pg_advisory_xact_lock(${sql.lit(GATE)})`.execute(tx)

/** Steps into a role, and says so to the walls, until the transaction ends or steps into another. */
export async function enterRole(tx: Tx, role: string, before = sql``): Promise<void> {
  const stand = stands.get(tx)
  if (!stand) throw new Error('a role is entered in a transaction of asActor alone')
  await sql`select ${before} set_config('role', ${role}, true),
    set_config('sandsage.stands', ${stand.sign(role, stand.actor)}, true)`.execute(tx)
}

/** One of these ids, as one parameter: a list of an operation is longer than a statement may have parameters. */
export const anyOf = (ids: readonly string[]) => sql<string>`any(${ids}::uuid[])`
