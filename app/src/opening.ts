import { readdirSync, readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { events as accountsEvents } from './casefile/accounts/model.ts'
import { projections as accountsTables } from './casefile/accounts/store.ts'
import { events as assigningEvents } from './casefile/assigning/model.ts'
import { projections as assigningTables } from './casefile/assigning/store.ts'
import { consentGiven, consentWithdrawn } from './casefile/consent.ts'
import { events as custodyEvents } from './casefile/custody/model.ts'
import { events as emergencyEvents } from './casefile/emergency/model.ts'
import { projections as emergencyTables } from './casefile/emergency/store.ts'
import type { EventType } from './casefile/event.ts'
import type { House, Registry } from './casefile/house.ts'
import { makeIndexes } from './casefile/indexes.ts'
import { events as mergingEvents } from './casefile/merging/model.ts'
import { projections as mergingTables } from './casefile/merging/store.ts'
import { events as casefileEvents } from './casefile/model.ts'
import { events as openingsEvents } from './casefile/openings/model.ts'
import { projections as openingsTables } from './casefile/openings/store.ts'
import type { Projection } from './casefile/projection.ts'
import { events as proofEvents } from './casefile/proof/model.ts'
import { beginLog } from './casefile/proof/signing.ts'
import { projections as proofTables } from './casefile/proof/store.ts'
import { events as protectionEvents } from './casefile/protection/model.ts'
import { openSecrets } from './casefile/protection/ring.ts'
import { projections as protectionTables } from './casefile/protection/store.ts'
import { makeReadTables, rebuild } from './casefile/rebuild.ts'
import { steps } from './casefile/steps.ts'
import { projections as casefileTables } from './casefile/store.ts'
import { events as trainingEvents } from './casefile/training/model.ts'
import { projections as trainingTables } from './casefile/training/store.ts'
import { buildWalls } from './casefile/walls.ts'
import { events as clearanceEvents } from './clearance/model.ts'
import { projections as clearanceTables } from './clearance/store.ts'
import { events as evacuationEvents } from './evacuation/model.ts'
import { projections as evacuationTables } from './evacuation/store.ts'
import { events as evidenceEvents } from './evidence/model.ts'
import { projections as evidenceTables } from './evidence/store.ts'
import { type Database, openDatabase, requireVersion, type Tx } from './platform/database.ts'
import { givingWay } from './platform/giving-way.ts'
import { JOBS_ROLE, makeJobsHome, openJobs } from './platform/jobs.ts'
import { localKeys, type MasterKeys } from './platform/keys/master-keys.ts'
import { type Migration, migrate } from './platform/migrate.ts'
import { keyFor } from './platform/sealing.ts'
import { signer } from './platform/statement.ts'
import { events as publicationEvents } from './publication/model.ts'
import { projections as publicationTables } from './publication/store.ts'
import { events as reintegrationEvents } from './reintegration/model.ts'
import { projections as reintegrationTables } from './reintegration/store.ts'
import { events as tracingEvents } from './tracing/model.ts'
import { projections as tracingTables } from './tracing/store.ts'

export const projections: Projection[] = [
  ...casefileTables,
  ...assigningTables,
  ...openingsTables,
  ...accountsTables,
  ...mergingTables,
  ...proofTables,
  ...protectionTables,
  ...emergencyTables,
  ...trainingTables,
  steps,
  ...tracingTables,
  ...evidenceTables,
  ...clearanceTables,
  ...evacuationTables,
  ...reintegrationTables,
  ...publicationTables,
]

export const registry: Registry = {
  events: [
    ...casefileEvents,
    ...assigningEvents,
    ...openingsEvents,
    ...custodyEvents,
    ...accountsEvents,
    ...mergingEvents,
    ...proofEvents,
    ...protectionEvents,
    ...emergencyEvents,
    ...trainingEvents,
    consentGiven,
    consentWithdrawn,
    ...tracingEvents,
    ...evidenceEvents,
    ...clearanceEvents,
    ...evacuationEvents,
    ...reintegrationEvents,
    ...publicationEvents,
  ] as EventType<unknown>[],
  projections,
}

/** In the order of their numbers; each is applied once and never changed afterwards. */
const MIGRATIONS = 'casefile/migrations/'
export const migrations = readdirSync(new URL(MIGRATIONS, import.meta.url))
  .sort()
  .map((file) => ({
    name: `${MIGRATIONS}${file}`,
    sql: readFileSync(new URL(`${MIGRATIONS}${file}`, import.meta.url), 'utf8'),
  }))

/** Drawn from the master key, so that several servers on one database know the same one. */
const appPassword = (master: Buffer): string =>
  keyFor(master, 'password of the application role').toString('hex')

/** What the house signs its statements with of whom it stands for; the owner tells the database. */
const statementKey = (master: Buffer): Buffer => keyFor(master, 'statements of who asks')

const jobsPassword = (master: Buffer): string =>
  keyFor(master, 'password of the role that hands out work').toString('hex')

function urlAs(ownerUrl: string, role: string, password: string): string {
  const url = new URL(ownerUrl)
  url.username = role
  url.password = password
  return url.href
}

export type OpenHouse = House & { isNew: boolean; close(): Promise<void> }

/** Migrates, builds the walls, makes and fills read tables, and only then opens the application's connection. */
export async function openHouse(
  ownerUrl: string,
  masters: MasterKeys | Buffer,
  options: {
    address?: string
    now?: () => Date
    log?: (line: string) => void
    migrations?: Migration[]
  } = {},
): Promise<OpenHouse> {
  const owner = openDatabase(ownerUrl, 3)
  await requireVersion(owner)
  await migrate(owner, options.migrations ?? migrations)
  const kept = Buffer.isBuffer(masters) ? localKeys(() => [masters]) : masters
  const { secret: master, ring } = await openSecrets(owner, kept)
  const stale = await prepare(owner, master)
  const [db, beside] = [12, 2].map((size) =>
    openDatabase(urlAs(ownerUrl, 'sandsage_app', appPassword(master)), size, signer(statementKey(master))),
  ) as [Database, Database]
  const jobs = openJobs(urlAs(ownerUrl, JOBS_ROLE, jobsPassword(master)), options.log)
  const house: House = {
    db,
    beside,
    owner,
    master,
    ring,
    registry,
    jobs,
    address: options.address ?? '',
    now: options.now ?? (() => new Date()),
  }
  if (stale) await rebuild(house)
  const { rows } = await sql<{ n: number }>`select count(*) as n from accounts`.execute(owner)
  const close = async () => {
    await jobs.close()
    await db.destroy()
    await beside.destroy()
    await owner.destroy()
  }
  return { ...house, isNew: rows[0]!.n === 0, close }
}

const tellStatementKey = (tx: Tx, key: Buffer) =>
  sql`insert into keystore.statement_key (key) values (${key})
    on conflict (one) do update set key = excluded.key where statement_key.key <> excluded.key`.execute(tx)

/** All that is made when the house opens, or none of it. Answers whether read tables are to be filled anew. */
const prepare = (owner: Database, master: Buffer): Promise<boolean> =>
  givingWay(owner, async (tx) => {
    const openTypes = registry.events.filter((event) => event.fromAnyone).map((event) => event.type)
    const heldTypes = registry.events.filter((event) => event.fromHolder).map((event) => event.type)
    const lastingTypes = registry.events.filter((event) => event.lasting).map((event) => event.type)
    const stale = await makeReadTables(tx, projections)
    await makeIndexes(tx, projections)
    await buildWalls(
      tx,
      { projections, openTypes, heldTypes, lastingTypes, remade: stale },
      appPassword(master),
    )
    await tellStatementKey(tx, statementKey(master))
    await makeJobsHome(tx, jobsPassword(master))
    await beginLog(tx, master)
    return stale
  })
