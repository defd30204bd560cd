import { sql } from 'kysely'
import { fromKysely, PgBoss } from 'pg-boss'
import type { Tx } from './database.ts'

/** The role that owns the tables of the work handed out, and nothing else. */
export const JOBS_ROLE = 'sandsage_jobs'
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

/** A schema and a login of its own, as the owner; the application may step into the role to hand out work. */
export async function makeJobsHome(tx: Tx, password: string): Promise<void> {
  const { rows } = await sql`select 1 from pg_roles where rolname = ${JOBS_ROLE}`.execute(tx)
  const role = sql.id(JOBS_ROLE)
  if (rows.length === 0) await sql`create role ${role} login noinherit`.execute(tx)
  await sql`alter role ${role} login noinherit password ${sql.lit(password)}`.execute(tx)
  await sql`grant ${role} to sandsage_app, current_user`.execute(tx)
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
  return boss.start()
}

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
