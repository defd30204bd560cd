import type pg from 'pg'
import { saveTables } from '../../platform/backup/save.ts'
import {
  finish,
  type Listing,
  makeSeries,
  prune,
  readable,
  readLists,
  readUnfinished,
  type Saved,
  type Series,
  writeUnfinished,
} from '../../platform/backup/series.ts'
import { connect, findSequences, nameOf, type Table } from '../../platform/backup/tables.ts'
import { StartProblem } from '../../platform/refusal.ts'
import { byLength, dataTables, keyTables, SCHEMAS, truthTables } from './tables.ts'

const PART_BYTES = 32 * 1024 * 1024
const DAY = 86_400_000

export type Wanted = {
  to: string
  keys: string
  /** Age recipients (`age1...`); none: those of the series. */
  recipients: string[]
  /** How many backups are kept, and how many days old keys. */
  keep: number
  keepKeysDays: number
  partBytes?: number
  madeBy: string
  tell?: (parts: number, bytes: number) => void
}
export type Made = { listing: Listing; written: number; writtenBytes: number; bytes: number; wentOn: boolean }

/** One moment of the whole house: every question of the connection sees it as it was now. */
async function openSnapshot(url: string): Promise<pg.Client> {
  const client = await connect(url)
  await client.query('begin isolation level repeatable read read only')
  return client
}

/** Two at once would each take the other's unfinished parts for their own. */
async function takeTurn(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ free: boolean }>(
    `select pg_try_advisory_lock(hashtextextended('sandsage backup', 0)) as free`,
  )
  if (!rows[0]!.free) throw new StartProblem('A backup of this house is being made already.')
}

async function describe(client: pg.Client, recipients: string[], madeBy: string): Promise<Listing> {
  const { rows } = await client.query<{ at: Date; postgres: number; migrations: string[] }>(`
    select clock_timestamp() as at, current_setting('server_version_num')::int as postgres,
      array(select name from sandsage.migrations order by name) as migrations`)
  const { at, ...rest } = rows[0]!
  const sequences = await findSequences(client, SCHEMAS)
  return {
    format: 'sandsage backup 1',
    ...{ at: at.toISOString(), madeBy, ...rest, recipients, sequences, tables: [] },
  }
}

/** Parts that were encrypted for others cannot be used again: whoever restores holds one identity. */
const isFor = (recipients: string[]) => (listing: Listing | undefined) =>
  listing !== undefined && listing.recipients.join() === recipients.join()

function recipientsOf(series: Series, wanted: string[]): string[] {
  if (wanted.length) return [...wanted].sort()
  const last = readUnfinished(series) ?? readable(readLists(series)).at(-1)
  if (last) return last.recipients
  const others = readLists(series).length
    ? ` What lies in ${series.path} was made by another house; a new series is begun beside it.`
    : ''
  throw new StartProblem(
    `Say for whom the backup is encrypted: --recipient age1... (of an age key; "sandsage backup --new-identity FILE" makes one), or --passphrase.${others}`,
  )
}

async function save(
  client: pg.Client,
  series: Required<Series>,
  listing: Listing,
  tables: Table[],
  wanted: Wanted,
  begin: Saved[] | undefined,
) {
  let [written, writtenBytes] = [0, 0]
  const saved = await saveTables(
    {
      ...{ client, series, recipients: listing.recipients, byLength },
      partBytes: wanted.partBytes ?? PART_BYTES,
      async written(known, part) {
        written++
        writtenBytes += part.bytes
        wanted.tell?.(written, writtenBytes)
        if (begin) await writeUnfinished(series, { ...listing, tables: known })
      },
    },
    tables,
    begin ?? [],
  )
  const whole = { ...listing, tables: saved }
  await finish(series, whole)
  return { listing: whole, written, writtenBytes }
}

/**
 * Saves the house as it is at one moment while it goes on working: its keys whole into one folder, everything
 * else into another, where only what is new or changed since the last backup is written.
 */
export async function makeBackup(url: string, secret: Buffer, wanted: Wanted): Promise<Made> {
  const data = makeSeries(wanted.to, secret)
  const keys = makeSeries(wanted.keys, secret)
  const recipients = recipientsOf(data, wanted.recipients)
  const unfinished = [readUnfinished(data)].find(isFor(recipients))
  const last = readable(readLists(data)).filter(isFor(recipients)).at(-1)
  const client = await openSnapshot(url)
  try {
    await takeTurn(client)
    const tables = await truthTables(client)
    if (!tables.some((table) => nameOf(table) === '"sandsage"."events"'))
      throw new StartProblem('There is no house in this database.')
    const listing = await describe(client, recipients, wanted.madeBy)
    await save(client, keys, listing, keyTables(tables), wanted, undefined)
    const begin = (unfinished ?? last)?.tables ?? []
    const made = await save(client, data, listing, dataTables(tables), wanted, begin)
    prune(data, (_, place) => place < wanted.keep)
    const oldest = Date.parse(listing.at) - wanted.keepKeysDays * DAY
    prune(keys, ({ at }) => Date.parse(at) >= oldest)
    await client.query('commit')
    await remember(client)
    return { ...made, bytes: bytesOf(made.listing), wentOn: unfinished !== undefined }
  } finally {
    await client.end()
  }
}

export const bytesOf = ({ tables }: Listing): number =>
  tables.flatMap(({ parts }) => parts).reduce((sum, { bytes }) => sum + bytes, 0)
export const rowsOf = ({ tables }: Listing, name: string): number =>
  tables
    .filter((table) => table.name === name)
    .flatMap(({ parts }) => parts)
    .reduce((sum, { rows }) => sum + rows, 0)

/** The house itself knows when it was last saved, for the line at its start. */
const remember = (client: pg.Client) =>
  client.query(
    `insert into sandsage.marks (name) values ('backup') on conflict (name) do update set at = now()`,
  )
