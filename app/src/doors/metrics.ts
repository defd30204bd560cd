import { createHash, timingSafeEqual } from 'node:crypto'
import { isIP } from 'node:net'
import type { FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { House } from '../casefile/house.ts'
import { asActor, poolUse } from '../platform/database.ts'
import { countWaiting, HANDS_ROLE } from '../platform/jobs.ts'
import type { RequestLine } from './logging.ts'

const SECONDS = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

/** The figures of one server. `count` adds a request, `text` is what Prometheus reads. */
export function openMetrics(house: House) {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const requests = new Counter({
    name: 'sandsage_requests_total',
    help: 'Requests by operation and outcome (done, invalid, refusal, fault)',
    labelNames: ['operation', 'outcome'],
    registers,
  })
  const durations = new Histogram({
    name: 'sandsage_request_seconds',
    help: 'How long requests took, by operation',
    labelNames: ['operation'],
    buckets: SECONDS,
    registers,
  })
  addPool(house, registers)
  addHouse(house, registers)
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    count({ operation, outcome, ms }: RequestLine) {
      requests.inc({ operation, outcome })
      durations.observe({ operation }, ms / 1000)
    },
  }
}

function addPool(house: House, registers: Registry[]): void {
  new Gauge({
    name: 'sandsage_pool_connections',
    help: 'Connections of this process: open, idle, and requests waiting for one',
    labelNames: ['state'],
    registers,
    collect() {
      for (const [state, count] of Object.entries(poolUse(house.db))) this.set({ state }, count)
    },
  })
}

/** What the database knows, each asked when it is read; one that cannot be told is left out, never guessed. */
function addHouse(house: House, registers: Registry[]): void {
  const ask = (name: string, help: string, question: () => Promise<number | null | undefined>) =>
    new Gauge({
      name,
      help,
      registers,
      async collect() {
        const value = await question().catch(() => undefined)
        if (value === null || value === undefined) this.remove()
        else this.set(value)
      },
    })
  ask('sandsage_events', 'Events that have their place in the log', () =>
    one(house, sql`select size from log_edge`),
  )
  ask('sandsage_checkpoint_age_seconds', 'Since the newest signed checkpoint of the log', () =>
    one(house, sql`select extract(epoch from now() - max(at)) from log_checkpoints`),
  )
  ask('sandsage_events_waiting', 'Events recorded after the newest checkpoint', () =>
    one(house, sql`select count(*) from log_waiting`),
  )
  ask('sandsage_backup_age_seconds', 'Since the last backup; absent where there was none', () =>
    one(house, sql`select extract(epoch from now() - at) from marks where name = 'backup'`),
  )
  ask('sandsage_jobs_waiting', 'Pieces of work that nobody took yet', () => jobsWaiting(house))
}

async function one(house: House, question: ReturnType<typeof sql>): Promise<number | null | undefined> {
  const { rows } = await question.execute(house.owner)
  const value = Object.values((rows[0] ?? {}) as Record<string, unknown>)[0]
  return value === null || value === undefined ? undefined : Number(value)
}

/**
 * The tables of the work handed out are made when the first piece is. They belong to another login, and so they are
 * never asked as the house's owner: what that login put there would run with all the owner may.
 */
async function jobsWaiting(house: House): Promise<number | null | undefined> {
  const { rows } = await sql<{ there: boolean }>`select to_regclass('jobs.job') is not null as there`.execute(
    house.owner,
  )
  return rows[0]?.there ? asActor(house.db, HANDS_ROLE, '', countWaiting) : 0
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

const isLoopback = (address: string): boolean =>
  isIP(address) !== 0 && /^(127\.|::1$|::ffff:127\.)/.test(address)

/**
 * Who may read the figures: a bearer of the token; without one, this machine alone, and not where a proxy may stand
 * before the house, because then everybody comes from this machine.
 */
export function mayReadMetrics(request: FastifyRequest, env = process.env): boolean {
  const { authorization, host = '' } = request.headers
  if (env.SANDSAGE_METRICS_TOKEN) {
    const given = authorization?.match(/^Bearer (\S+)$/)?.[1] ?? ''
    return timingSafeEqual(digest(given), digest(env.SANDSAGE_METRICS_TOKEN))
  }
  const forwarded = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some((name) => request.headers[name])
  const name = host.replace(/:\d+$/, '').replace(/^\[|\]$/g, '')
  return (
    !env.SANDSAGE_PROXY &&
    !env.SANDSAGE_ORIGIN &&
    !forwarded &&
    isLoopback(request.socket.remoteAddress ?? '') &&
    (name === 'localhost' || isLoopback(name))
  )
}
