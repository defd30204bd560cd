import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { openHouse } from '../opening.ts'
import { type Folder, lockFolder, requireSpace, unlockFolder, writePrivately } from '../platform/folder.ts'
import { masterKeys } from '../platform/keys/find.ts'
import { localKeys } from '../platform/keys/master-keys.ts'
import { startPostgres } from '../platform/postgres.ts'
import { StartProblem } from '../platform/refusal.ts'
import { type Chosen, check, choose, type Filled, fill, type Source } from './backup/fill.ts'
import { ageOf, toMegabytes } from './backup/list.ts'
import { secretInBackup } from './backup/secret.ts'
import { askMaster, openingOf } from './backup/secrets.ts'
import { parseWords } from './backup.ts'

const print = (text: string) => void process.stdout.write(`${text}\n`)
const say = (text: string) => void (process.stderr.isTTY && process.stderr.write(`\r${text}`))

const text = { type: 'string' } as const
const options = {
  keys: text,
  at: text,
  identity: { type: 'string', multiple: true },
  'master-key': text,
  'older-keys': { type: 'boolean' },
} as const

function timeOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const time = new Date(text)
  if (Number.isNaN(time.getTime()))
    throw new StartProblem(`--at is a time, for example 2026-11-20T08:00:00Z.`)
  return time.toISOString()
}

/** A session or a link that was ended since must not come to life again, so all of them end. */
export const endSessions = async (client: pg.Client) => {
  await client.query('update sandsage.sessions set ended = now() where ended is null')
  await client.query('update sandsage.sign_in_links set ended = now() where ended is null')
}

/** Runs with the database of the folder, or of DATABASE_URL. A cluster that was made only for this goes again when it fails. */
async function inPlace<T>(folder: Folder, work: (url: string) => Promise<T>): Promise<T> {
  if (process.env.DATABASE_URL) return work(process.env.DATABASE_URL)
  const cluster = join(folder.path, 'cluster')
  const isNew = !existsSync(cluster)
  const postgres = await startPostgres(folder)
  try {
    const result = await work(postgres.url)
    await postgres.stop()
    return result
  } catch (cause) {
    await postgres.stop()
    if (isNew) rmSync(cluster, { recursive: true, force: true })
    throw cause
  }
}

/** What opens the key store: a key service or the environment where one is set, else a copy of master.key. */
async function findMasters(folder: Folder, named: string | undefined) {
  const { SANDSAGE_KMS_URL, SANDSAGE_KMS_COMMAND, SANDSAGE_MASTER_KEY } = process.env
  if (SANDSAGE_KMS_URL ?? SANDSAGE_KMS_COMMAND ?? SANDSAGE_MASTER_KEY)
    return { masters: await masterKeys(folder), keep: () => {} }
  const key = await askMaster(named)
  return { masters: localKeys(() => [key]), keep: () => writePrivately(folder, 'master.key', key) }
}
type Masters = Awaited<ReturnType<typeof findMasters>>

async function restoreInto(
  url: string,
  source: Source,
  chosen: Chosen,
  { masters, keep }: Masters,
): Promise<Filled> {
  const filled = await fill(url, source, chosen, endSessions, (rows) => say(`${rows} rows`))
  keep()
  // Opening migrates what is older, builds the walls and writes every read table anew.
  const house = await openHouse(url, masters)
  await house.close()
  return filled
}

/** `sandsage restore FROM`: an empty house becomes the one that was saved. */
export async function restore(folder: Folder, words: string[]): Promise<void> {
  const { values, positionals } = parseWords(words, options)
  const from = positionals[0]
  if (!from) throw new StartProblem('Say where the backup is: sandsage restore FOLDER --identity FILE')
  if (!existsSync(from)) throw new StartProblem(`There is no folder ${from}.`)
  requireSpace(folder)
  lockFolder(folder)
  try {
    const found = await findMasters(folder, values['master-key'])
    const keys = values.keys ?? `${from.replace(/\/+$/, '')}-keys`
    const identities = await openingOf(from, values.identity ?? [])
    const secret = await secretInBackup({ path: keys }, identities, found.masters)
    const source: Source = {
      ...{ data: { path: from, secret }, keys: { path: keys, secret }, identities },
      ...{ at: timeOf(values.at), olderKeys: values['older-keys'] },
    }
    const chosen = choose(source)
    await check(source, chosen, (bytes) => say(toMegabytes(bytes)))
    tellRestored(chosen, await inPlace(folder, (url) => restoreInto(url, source, chosen, found)))
  } finally {
    unlockFolder(folder)
  }
}

function tellRestored({ data, keys }: Chosen, { events, papers, kept, destroyed }: Filled): void {
  print(`Restored as of ${data.at} (${ageOf(data.at, new Date())}): ${events} events, ${papers} papers.`)
  print(
    `Keys as of ${keys.at}: ${kept}.${destroyed ? ` ${destroyed} files stay sealed: their keys were destroyed, or are not in this key backup.` : ''}`,
  )
  print('Every list was written anew from the log, and everybody signs in again. Open it with: npm start')
}
