import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { StartProblem } from '../refusal.ts'
import { keyFor } from '../sealing.ts'
import { fullSentence, isFull, putInPlace } from './vault.ts'

/** A series is a folder: one list for each backup, and the files (`parts/`) that the lists share. */
const Bound = z.array(z.string()).nullable()
export const Part = z.object({
  file: z.string().regex(/^[a-z0-9_.-]+\.age$/),
  rows: z.number().int(),
  bytes: z.number().int(),
  sha256: z.string().length(64),
  plainBytes: z.number().int(),
  plainSha256: z.string().length(64),
  /** What PostgreSQL computed over the rows; see ranges.ts. */
  digest: z.string().length(64),
  after: Bound,
  to: Bound,
})
export type Part = z.infer<typeof Part>

const Saved = z.object({
  schema: z.string(),
  name: z.string(),
  columns: z.array(z.string()),
  key: z.array(z.object({ name: z.string(), type: z.string() })),
  parts: z.array(Part),
})
export type Saved = z.infer<typeof Saved>

export const Listing = z.object({
  format: z.literal('sandsage backup 1'),
  /** When the snapshot was taken. */
  at: z.iso.datetime(),
  madeBy: z.string(),
  postgres: z.number().int(),
  migrations: z.array(z.string()),
  recipients: z.array(z.string()).min(1),
  sequences: z.array(z.object({ name: z.string(), last: z.number() })),
  tables: z.array(Saved),
})
export type Listing = z.infer<typeof Listing>

const ENDING = '.backup.json'
const UNFINISHED = 'unfinished.json'
const PARTS = 'parts'

/** `secret` is the house's own; without it lists are read as they are, and nobody says whose they are. */
export type Series = { path: string; secret?: Buffer }

/** Read by whoever makes backups; not by other users of the machine. */
export function makeSeries(path: string, secret: Buffer): Required<Series> {
  try {
    mkdirSync(join(path, PARTS), { recursive: true, mode: 0o700 })
    chmodSync(join(path, PARTS), 0o700)
  } catch (cause) {
    throw new StartProblem(`The folder ${path} cannot be written (${(cause as Error).message}).`)
  }
  return { path, secret }
}

export const partPath = ({ path }: Series, file: string): string => join(path, PARTS, file)
export const newPartName = (table: string): string =>
  `${table.replace(/[^a-z0-9_]/g, '-')}-${randomBytes(9).toString('hex')}.age`

/** A list without this was changed, or made by another house: whoever knows a recipient can encrypt to it. */
const seal = (secret: Buffer, text: string): Buffer =>
  createHmac('sha256', keyFor(secret, 'authenticate backups')).update(text).digest()

const nameOf = (at: string): string => `${at.replace(/[:.]/g, '-')}${ENDING}`

async function write(series: Required<Series>, name: string, listing: Listing): Promise<void> {
  const text = JSON.stringify(listing)
  const path = join(series.path, name)
  try {
    writeFileSync(`${path}.new`, `${text}\n${seal(series.secret, text).toString('hex')}\n`, { mode: 0o600 })
    await putInPlace(path)
  } catch (cause) {
    rmSync(`${path}.new`, { force: true })
    throw isFull(cause) ? new StartProblem(fullSentence(series.path)) : cause
  }
}

export type Read = { name: string; listing: Listing } | { name: string; problem: 'damaged' | 'foreign' }

function read(series: Series, name: string): Read {
  const [text = '', mac = ''] = readFileSync(join(series.path, name), 'utf8').split('\n')
  const known = Buffer.from(mac, 'hex')
  if (known.length !== 32 || !text.endsWith('}')) return { name, problem: 'damaged' }
  if (series.secret && !timingSafeEqual(known, seal(series.secret, text))) return { name, problem: 'foreign' }
  try {
    return { name, listing: Listing.parse(JSON.parse(text)) }
  } catch {
    return { name, problem: 'damaged' }
  }
}

const listNames = ({ path }: Series): string[] =>
  existsSync(path) ? readdirSync(path).filter((name) => name.endsWith(ENDING)) : []

/** Every list of the series, oldest first; those that cannot be trusted are named with why. */
export const readLists = (series: Series): Read[] =>
  listNames(series)
    .sort()
    .map((name) => read(series, name))

export const readable = (lists: Read[]): Listing[] =>
  lists.flatMap((list) => ('listing' in list ? [list.listing] : []))

/** The newest list of the series made at or before a time (ISO 8601), or the reason in a sentence why there is none. */
export function newest(series: Series, before?: string): Listing {
  const lists = readLists(series)
  const found = readable(lists).filter(({ at }) => !before || at <= before)
  const [last, lastOfAll] = [found.at(-1), lists.at(-1)]
  if (last && (before || (lastOfAll && 'listing' in lastOfAll))) return last
  if (!lastOfAll) throw new StartProblem(`There is no backup in ${series.path}.`)
  if ('problem' in lastOfAll)
    throw new StartProblem(
      lastOfAll.problem === 'damaged'
        ? `The list ${lastOfAll.name} in ${series.path} is damaged. An earlier backup can be named with --at.`
        : `The list ${lastOfAll.name} in ${series.path} was made by another house, or was changed since. Nothing of it is used.`,
    )
  throw new StartProblem(`There is no backup in ${series.path} of ${before} or earlier.`)
}

/** What an interrupted backup had finished; undefined when there is nothing to go on with. */
export function readUnfinished(series: Series): Listing | undefined {
  if (!existsSync(join(series.path, UNFINISHED))) return undefined
  const found = read(series, UNFINISHED)
  return 'listing' in found ? found.listing : undefined
}
export const writeUnfinished = (series: Required<Series>, listing: Listing) =>
  write(series, UNFINISHED, listing)

export async function finish(series: Required<Series>, listing: Listing): Promise<void> {
  await write(series, nameOf(listing.at), listing)
  rmSync(join(series.path, UNFINISHED), { force: true })
}

/** Deletes lists that are not kept, and then every part that no list speaks of; lists that cannot be read count too. */
export function prune(series: Series, keeps: (listing: Listing, fromNewest: number) => boolean): void {
  const own = readable(readLists(series)).reverse()
  const gone = own.filter((listing, at) => at > 0 && !keeps(listing, at))
  for (const { at } of gone) rmSync(join(series.path, nameOf(at)), { force: true })
  const texts = listNames(series).map((name) => readFileSync(join(series.path, name), 'utf8'))
  for (const file of readdirSync(join(series.path, PARTS)))
    if (!texts.some((text) => text.includes(`"${file}"`))) rmSync(partPath(series, file), { force: true })
}
