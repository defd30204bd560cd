import type { Database } from '../../platform/database.ts'
import { atLog } from './desk.ts'
import { sequence } from './sequencer.ts'

const EVERY_MILLISECONDS = 1000

/**
 * Gives what was recorded its place every second, unless another process is at it. Call what it answers before the
 * database is closed: it waits for the round under way.
 */
export function keepSequencing(
  house: { db: Database; master: Buffer },
  log: (line: string) => void,
): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined
  let ended = false
  let said = ''
  let round: Promise<void> = Promise.resolve()
  const next = () => {
    if (!ended) timer = setTimeout(() => (round = once().then(next)), EVERY_MILLISECONDS)
  }
  const once = async () => {
    const problem = await atLog(house, (desk) => sequence(desk, false)).then(
      () => '',
      (cause: Error) => cause.message,
    )
    // Said once, not every second.
    if (problem && problem !== said) log(`log: ${problem}`)
    said = problem
  }
  next()
  return async () => {
    ended = true
    clearTimeout(timer)
    await round
  }
}
