import type pg from 'pg'
import { migrations } from '../../opening.ts'
import {
  checkFiles,
  compareBytes,
  compareDigests,
  loadTables,
  setSequences,
} from '../../platform/backup/load.ts'
import { type Listing, newest, type Series } from '../../platform/backup/series.ts'
import { connect, nameOf } from '../../platform/backup/tables.ts'
import type { Identity } from '../../platform/backup/vault.ts'
import { openDatabase, requireVersion } from '../../platform/database.ts'
import { migrate } from '../../platform/migrate.ts'
import { StartProblem } from '../../platform/refusal.ts'
import { loadKeys } from './keys.ts'
import { byLength, isKeyTable, truthTables } from './tables.ts'

export type Source = {
  data: Series
  keys: Series
  identities: Identity[]
  /** The newest backup made at or before (ISO 8601). */
  at?: string
  olderKeys?: boolean
}
export type Chosen = { data: Listing; keys: Listing }

/** Which backup it will be. The keys are always the newest there are: only they know who was erased since. */
export function choose(source: Source): Chosen {
  const data = newest(source.data, source.at)
  const keys = newest(source.keys)
  if (keys.at < data.at && !source.olderKeys)
    throw new StartProblem(
      `The newest key backup in ${source.keys.path} is of ${keys.at}, the data of ${data.at}. Whoever was added between would stay sealed for ever. Give the newer keys with --keys, or say --older-keys.`,
    )
  const lacking = data.migrations.filter((name) => !keys.migrations.includes(name))
  if (lacking.length)
    throw new StartProblem(
      `The newest key backup in ${source.keys.path} was made by an older Sandsage than the data (it lacks ${lacking.join(', ')}). Give the newer keys with --keys.`,
    )
  for (const list of [data, keys]) requireKnown(list.migrations)
  return { data, keys }
}

function requireKnown(wanted: string[]): void {
  const unknown = wanted.filter((name) => !migrations.some((migration) => migration.name === name))
  if (unknown.length)
    throw new StartProblem(
      `The backup was made by a newer Sandsage (it has ${unknown.join(', ')}). Restore it with that version.`,
    )
}

/** Every file is there as it was written, before anything is touched. */
export async function check(source: Source, { data, keys }: Chosen, tell?: (bytes: number) => void) {
  await checkFiles(source.keys, keys)
  await checkFiles(source.data, data, tell)
}

/** A house is empty when no table of truth holds a row but those that its opening wrote. */
export async function requireEmpty(client: pg.Client): Promise<void> {
  for (const table of await truthTables(client)) {
    if (
      ['migrations', 'marks', 'log_edge', 'log_keys', 'signing_keys', 'wrapping_keys', 'secrets'].includes(
        table.name,
      )
    )
      continue
    const { rowCount } = await client.query(`select 1 from ${nameOf(table)} limit 1`)
    if (rowCount)
      throw new StartProblem(
        `There is a house in this place already (${table.name} is not empty). A backup is restored into an empty one: set SANDSAGE_DATA to a new folder, or DATABASE_URL to a new database. Nothing was changed.`,
      )
  }
}

async function makeTables(url: string, wanted: string[]): Promise<void> {
  const db = openDatabase(url, 2)
  try {
    await requireVersion(db)
    await migrate(
      db,
      migrations.filter(({ name }) => wanted.includes(name)),
    ).catch((cause) => {
      if (!(cause instanceof StartProblem)) throw cause
      throw new StartProblem(
        'This database was opened by a newer Sandsage than the backup. Restore into a new one; it is brought up to date afterwards.',
      )
    })
  } finally {
    await db.destroy()
  }
}

export type Filled = { kept: number; destroyed: number; events: number; papers: number }

/** The log's own order: each event but openings is filed under everybody it is about, and nothing else is. */
async function checkLog(client: pg.Client): Promise<{ events: number; papers: number }> {
  const { rows } = await client.query<{ events: number; papers: number; astray: number }>(`
    with due as (select distinct file, seq from sandsage.events, unnest(about) as file where class <> 'opening')
    select (select count(*) from sandsage.events)::int as events, (select count(*) from sandsage.papers)::int as papers,
      (select count(*) from (select * from due except select file, seq from sandsage.event_files) as missing)::int
      + (select count(*) from (select file, seq from sandsage.event_files except select * from due) as extra)::int as astray`)
  const { astray, ...counts } = rows[0]!
  if (astray) throw new StartProblem(`The log does not hold together: ${astray} events are filed wrongly.`)
  return counts
}

/**
 * Fills an empty house from a backup, in one transaction; what fails leaves it empty. `afterwards` sees it filled.
 * Where the keys are from a newer version than the data, the tables are brought up to it between the two.
 */
export async function fill(
  url: string,
  source: Source,
  chosen: Chosen,
  afterwards: (client: pg.Client) => Promise<void> = async () => {},
  tell?: (rows: number) => void,
): Promise<Filled> {
  const client = await connect(url)
  try {
    await requireEmpty(client)
    await makeTables(url, chosen.data.migrations)
    await client.query('begin')
    const present = await truthTables(client)
    const dataLoading = { client, series: source.data, identities: source.identities, byLength }
    const tables = chosen.data.tables.filter((table) => !isKeyTable(table))
    // In one statement, because they point at each other; all they hold is what an opening wrote.
    await client.query(`truncate ${present.map(nameOf).join(', ')}`)
    await loadTables(dataLoading, tables, present, tell)
    await compareDigests(dataLoading, tables)
    const later = chosen.keys.migrations.some((name) => !chosen.data.migrations.includes(name))
    if (later) {
      await client.query('commit')
      await makeTables(url, chosen.keys.migrations)
      await client.query('begin')
    }
    const keys = await loadKeys(
      { data: dataLoading, keys: { ...dataLoading, series: source.keys } },
      { data: chosen.data.tables, keys: chosen.keys.tables },
      later ? await truthTables(client) : present,
    )
    await setSequences(client, chosen.data)
    const log = await checkLog(client)
    await afterwards(client)
    await client.query('commit')
    return { ...keys, ...log }
  } finally {
    await client.end()
  }
}

/** Byte for byte what was saved, in a database made for the comparison and dropped after it. */
export async function rehearse(ownerUrl: string, name: string, source: Source): Promise<Filled> {
  const chosen = choose(source)
  await check(source, chosen)
  const url = new URL(ownerUrl)
  const admin = await connect(ownerUrl)
  try {
    await admin.query(`create database ${name}`)
    url.pathname = `/${name}`
    return await fill(url.href, source, chosen, (client) =>
      compareBytes(
        { client, series: source.data, identities: source.identities, byLength },
        chosen.data.tables.filter((table) => !isKeyTable(table)),
      ),
    )
  } finally {
    await admin.query(`drop database if exists ${name}`)
    await admin.end()
  }
}
