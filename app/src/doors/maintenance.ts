import { rebuild } from '../casefile/rebuild.ts'
import { openHouse } from '../opening.ts'
import { type Folder, lockFolder, runningServer, unlockFolder } from '../platform/folder.ts'
import { masterKeys } from '../platform/keys/find.ts'
import { runningPostgres, startPostgres } from '../platform/postgres.ts'

/** The database of this folder, started for the time of the work when no server runs. */
export async function withDatabase<T>(folder: Folder, work: (url: string) => Promise<T>): Promise<T> {
  if (process.env.DATABASE_URL) return work(process.env.DATABASE_URL)
  const url = runningServer(folder) && runningPostgres(folder)
  if (url) return work(url)
  // Whoever starts the house meanwhile is told, instead of losing the database when this ends.
  lockFolder(folder)
  try {
    const postgres = await startPostgres(folder)
    return await work(postgres.url).finally(() => postgres.stop())
  } finally {
    unlockFolder(folder)
  }
}

/** Writes every read table anew from the log; readers see the old ones until it is done. */
export async function rebuildLog(folder: Folder): Promise<void> {
  await withDatabase(folder, async (url) => {
    const house = await openHouse(url, await masterKeys(folder))
    const tell = (count: number) => process.stderr.isTTY && process.stderr.write(`\r${count} events`)
    const count = await rebuild(house, tell).finally(() => house.close())
    process.stdout.write(`Every read table was written anew from ${count} events.\n`)
  })
}
