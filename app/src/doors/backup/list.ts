import { sql } from 'kysely'
import type { House } from '../../casefile/house.ts'
import { type Listing, type Read, readLists, type Series } from '../../platform/backup/series.ts'
import { bytesOf, rowsOf } from './make.ts'

const HOUR = 3_600_000

/** How long ago, in the largest unit that is at least one. */
export function ageOf(at: string, now: Date): string {
  const hours = Math.floor((now.getTime() - Date.parse(at)) / HOUR)
  const count = (n: number, unit: string) => `${n} ${unit}${n === 1 ? '' : 's'} old`
  return hours < 1
    ? 'less than an hour old'
    : hours < 48
      ? count(hours, 'hour')
      : count(Math.floor(hours / 24), 'day')
}

export const toMegabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`

const counts = (listing: Listing): string =>
  listing.tables.some(({ name }) => name === 'events')
    ? `${rowsOf(listing, 'events')} events, ${rowsOf(listing, 'papers')} papers`
    : `${rowsOf(listing, 'keys')} keys`

const line = (read: Read, now: Date): string =>
  'problem' in read
    ? `  ${read.name}: ${read.problem === 'damaged' ? 'damaged' : 'made by another house, or changed since'}`
    : `  ${read.listing.at}  ${ageOf(read.listing.at, now)}, ${counts(read.listing)}, ${toMegabytes(bytesOf(read.listing))}, Sandsage ${read.listing.madeBy}`

/** Every backup there is, newest first, of data and of keys; those that cannot be used say why. */
export function listBackups(data: Series, keys: Series, now = new Date()): string {
  const lines = (series: Series) =>
    readLists(series)
      .reverse()
      .map((read) => line(read, now))
  const some = (found: string[]) => (found.length ? found : ['  none'])
  return [`Data in ${data.path}:`, ...some(lines(data)), `Keys in ${keys.path}:`, ...some(lines(keys))].join(
    '\n',
  )
}

/** What the start says of the last backup; the house knows when it was, not whether it is still there. */
export async function backupLine(house: Pick<House, 'owner' | 'now'>): Promise<string> {
  const { rows } = await sql<{ at: Date }>`select at from marks where name = 'backup'`.execute(house.owner)
  return rows[0]
    ? `The last backup is ${ageOf(rows[0].at.toISOString(), house.now())}.`
    : 'There is no backup of this house yet: npx sandsage backup --help'
}
