import { setTimeout } from 'node:timers/promises'
import type { House } from '../casefile/house.ts'
import { keepSequencing } from '../casefile/proof/ticking.ts'
import { sweepTask } from '../casefile/protection/sweep.ts'
import { searchTask } from '../evidence/operations/search/pieces.ts'
import { openHouse } from '../opening.ts'
import { type Folder, runningServer } from '../platform/folder.ts'
import { masterKeys } from '../platform/keys/find.ts'
import { runningPostgres } from '../platform/postgres.ts'
import { StartProblem } from '../platform/refusal.ts'
import { importTask } from '../tracing/importing/work.ts'

const tell = (line: string) => void process.stderr.write(`${line}\n`)

/** Everything that is done outside a request, by the server itself and by any process that only works. */
export const takeWork = (house: House): Promise<void> =>
  house.jobs.take([searchTask(house), importTask(house), sweepTask(house)])

/** A process that only works: on this machine beside the server, or on any other with the same database and key. */
export async function work(folder: Folder): Promise<void> {
  const url = process.env.DATABASE_URL ?? (runningServer(folder) && runningPostgres(folder))
  if (!url)
    throw new StartProblem(
      'No Sandsage runs in this data folder. Start it with "npm start", or name its database with DATABASE_URL.',
    )
  const house = await openHouse(url, await masterKeys(folder), { log: tell })
  const endSequencing = keepSequencing(house, tell)
  endInOrder(async () => {
    await endSequencing()
    await house.close()
  })
  await takeWork(house)
  process.stdout.write('Taking work. Ctrl+C ends it; what is under way goes to another process.\n')
}

/** A piece that is under way is left to others after a moment: it loses nothing, because pieces are written whole. */
function endInOrder(close: () => Promise<void>): void {
  let closing = false
  const end = async () => {
    if (closing) process.exit(1)
    closing = true
    await Promise.race([close(), setTimeout(8000)]).catch((cause) => tell(String(cause)))
    process.exit(0)
  }
  process.on('SIGINT', () => void end())
  process.on('SIGTERM', () => void end())
}
