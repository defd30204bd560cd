import { sql } from 'kysely'
import { fromKysely, PgBoss } from 'pg-boss'
import type { Tx } from './database.ts'

/** The login that owns the tables of the work handed out, and nothing else. The application's own login may not step into it. */
export const JOBS_ROLE = 'sandsage_jobs'
/**
 * What the application steps into to hand out work: it adds rows and counts them. Were it the owner, whoever has the
 * application's password could leave a trigger here that runs in somebody else's transaction.
 */
export const HANDS_ROLE = 'sandsage_hands'
const SCHEMA = 'jobs'

/** One piece of work: ids and plain numbers only, because these tables are not sealed. */
export type Piece = Record<string, string | number>

/** A kind of work: what does one piece, and what is done when a piece was given up after several tries. */
export type Task = {
  queue: string
  run(piece: Piece, signal: AbortSignal): Promise<void>
  giveUp(piece: Piece): Promise<void>
}

export type Jobs = {
  /** Hands out pieces in the transaction of what asks for them: both are kept, or neither. */
  hand(tx: Tx, queue: string, pieces: Piece[]): Promise<void>
  /** Takes pieces one after the other, as many processes as there are, until closed. */
  take(tasks: Task[]): Promise<void>
  close(): Promise<void>
}

/** Seconds without a sign of life after which another process takes a piece over; pg-boss allows no fewer. */
const HEARTBEAT_SECONDS = 10
const TRIES_AGAIN = 4
const LONGEST_SECONDS = 3600

/** A schema and a login of its own, as the owner; and a role that the application may step into to hand out work. */
export async function makeJobsHome(tx: Tx, password: string): Promise<void> {
  const { rows } = await sql<{ rolname: string }>`select rolname from pg_roles
    where rolname in (${JOBS_ROLE}, ${HANDS_ROLE})`.execute(tx)
  const there = rows.map((row) => row.rolname)
  const [role, hands] = [sql.id(JOBS_ROLE), sql.id(HANDS_ROLE)]
  if (!there.includes(JOBS_ROLE)) await sql`create role ${role} login noinherit`.execute(tx)
  await sql`alter role ${role} login noinherit password ${sql.lit(password)}`.execute(tx)
  await sql`grant ${role} to current_user`.execute(tx)
  if (!there.includes(HANDS_ROLE)) {
    await sql`create role ${hands} nologin`.execute(tx)
    await sql`grant ${hands} to sandsage_app`.execute(tx)
  }
  // As it was until the application had a role of its own for this.
  const { rows: owns } =
    await sql`select 1 where pg_has_role('sandsage_app', ${JOBS_ROLE}, 'member')`.execute(tx)
  if (owns.length) await sql`revoke ${role} from sandsage_app`.execute(tx)
  await sql`create schema if not exists ${sql.id(SCHEMA)} authorization ${role}`.execute(tx)
}

/** Opens on first use: a house that hands out nothing holds no connection and makes no table for it. */
export function openJobs(url: string, log: (line: string) => void = () => {}): Jobs {
  let sender: Promise<PgBoss> | undefined
  let worker: Promise<PgBoss> | undefined
  const sending = () => {
    sender ??= begin(url, false, log)
    return worker ?? sender
  }
  return {
    async hand(tx, queue, pieces) {
      const boss = await sending()
      await makeQueue(boss, queue)
      await boss.insert(
        queue,
        pieces.map((data) => ({ data })),
        { db: fromKysely(tx) },
      )
    },
    async take(tasks) {
      worker ??= begin(url, true, log)
      const boss = await worker
      for (const task of tasks) await takeUp(boss, task)
    },
    async close() {
      const open = await Promise.allSettled([sender, worker])
      for (const one of open) if (one.status === 'fulfilled') await one.value?.stop({ timeout: 5000 })
      sender = undefined
      worker = undefined
    },
  }
}

async function begin(url: string, works: boolean, log: (line: string) => void): Promise<PgBoss> {
  const boss = new PgBoss({
    ...{ connectionString: url, schema: SCHEMA, createSchema: false, max: works ? 4 : 1 },
    ...{ supervise: works, schedule: false, useListenNotify: works, registerInstance: false },
    ...{ superviseIntervalSeconds: 5, monitorIntervalSeconds: 5 },
  })
  boss.on('error', (cause) => log(`jobs: ${cause.message}`))
  await boss.start()
  await boss.getDb().executeSql(lettingHands)
  return boss
}

/** What handing out takes, said by the tables' owner once they are there; of several processes one says it. */
const lettingHands = `do $$ begin
  perform pg_advisory_xact_lock(hashtextextended('${HANDS_ROLE}', 0));
  if not has_schema_privilege('${HANDS_ROLE}', '${SCHEMA}', 'usage') then
    grant usage on schema ${SCHEMA} to ${HANDS_ROLE};
    grant select, insert on ${SCHEMA}.job, ${SCHEMA}.job_common to ${HANDS_ROLE};
    grant select on ${SCHEMA}.queue to ${HANDS_ROLE};
  end if;
end $$`

/** Pieces of work that nobody took yet; asked in the role that hands out. */
export const countWaiting = (tx: Tx) =>
  sql<{ n: number }>`select count(*) as n from ${sql.id(SCHEMA, 'job')} where state in ('created', 'retry')`
    .execute(tx)
    .then(({ rows }) => rows[0]!.n)

const givenUp = (queue: string): string => `${queue}-given-up`

async function makeQueue(boss: PgBoss, queue: string): Promise<void> {
  if (await boss.getQueue(queue)) return
  await boss.createQueue(givenUp(queue), { retryLimit: TRIES_AGAIN, retryDelay: 2, notify: true })
  await boss.createQueue(queue, {
    ...{ heartbeatSeconds: HEARTBEAT_SECONDS, expireInSeconds: LONGEST_SECONDS },
    ...{ retryLimit: TRIES_AGAIN, retryDelay: 1, deadLetter: givenUp(queue), notify: true },
  })
}

async function takeUp(boss: PgBoss, { queue, run, giveUp }: Task): Promise<void> {
  await makeQueue(boss, queue)
  const options = { pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 5 }
  const id: string = await boss.work<Piece>(
    queue,
    { ...options, heartbeatRefreshSeconds: 3 },
    async ([job]) => {
      await run(job!.data, job!.signal)
      // There is most likely another piece: look at once, instead of at the next round.
      boss.notifyWorker(id)
    },
  )
  await boss.work<Piece>(givenUp(queue), options, async ([job]) => giveUp(job!.data))
}
