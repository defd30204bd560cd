import { statfs } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import type { House } from '../casefile/house.ts'
import { migrations } from '../opening.ts'

const LEAST_FREE_BYTES = 100 * 1024 * 1024
const LONGEST_MS = 2000

type Checks = { database: boolean; migrations: boolean; space: boolean }

/** The database answers, and holds exactly the migrations that this version brings. */
async function askDatabase(house: Pick<House, 'owner'>): Promise<Pick<Checks, 'database' | 'migrations'>> {
  const answer = sql<{ name: string }>`select name from migrations order by name`
    .execute(house.owner)
    .then(({ rows }) => rows.map(({ name }) => name))
    .catch(() => undefined)
  const applied = await Promise.race([answer, setTimeout(LONGEST_MS, undefined, { ref: false })])
  const brought = migrations.map(({ name }) => name).sort()
  return { database: applied !== undefined, migrations: applied?.join() === brought.join() }
}

/** Room to write in the folder of the house; a server whose database is elsewhere keeps nothing there. */
async function hasSpace(folder: string | undefined, least = LEAST_FREE_BYTES): Promise<boolean> {
  if (!folder) return true
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize >= least
}

/** `/health`: the process lives. `/ready`: it can do its work; 503 when it cannot. While it closes, every answer is 503. */
export function addHealth(app: FastifyInstance, house: House, folder?: string): void {
  app.get('/health', async (_request, reply) => {
    reply.header('cache-control', 'no-store')
    return { alive: true }
  })
  app.get('/ready', async (_request, reply) => {
    const space = await hasSpace(folder).catch(() => false)
    const checks: Checks = { ...(await askDatabase(house)), space }
    const ready = Object.values(checks).every(Boolean)
    return reply
      .status(ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ ready, checks })
  })
}
