import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { House } from '../house.ts'
import { keptOf } from '../kept.ts'

/** How long what somebody looked into is one looking. */
export const LOOKING_MINUTES = 15
/** Beyond so many remembered lookings the old ones are let go; forgetting one writes an event too many, never too few. */
const REMEMBERED = 100_000

type Lookings = Map<string, number>
const lookings = (house: House): Lookings => keptOf(house, 'openings', () => new Map())
const nameOf = (actor: string, file: string, station: string): string => `${actor} ${file} ${station}`

/**
 * Of the files a question opened, those whose opening is to be recorded: not those the same person looked into for
 * the same station a moment ago. `remember` when the question's transaction is kept.
 */
export function toRecord(
  house: House,
  actor: string | null,
  operation: string,
  opened: Iterable<string>,
  /** By file: the emergency that its opener is in. A look in one is another than a look before it. */
  emergencies: ReadonlyMap<string, string>,
): { files: string[]; remember(): void } {
  // Somebody without an account opens only what they hold the secret of; what the house does itself has no actor.
  if (!actor) return { files: [], remember: () => {} }
  const known = lookings(house)
  const now = house.now().getTime()
  const [station] = operation.split('.') as [string]
  const name = (file: string) => nameOf(actor, emergencies.get(file) ?? file, station)
  const isOver = (at: number | undefined) => at === undefined || Math.abs(now - at) > LOOKING_MINUTES * 60_000
  const fresh = [...opened].filter((file) => isOver(known.get(name(file))))
  return {
    files: fresh,
    remember() {
      if (known.size > REMEMBERED) for (const [name, at] of known) if (isOver(at)) known.delete(name)
      if (known.size > REMEMBERED) known.clear()
      for (const file of fresh) known.set(name(file), now)
    },
  }
}

/** Of these files those on which the asker has an emergency now, and which: everybody reads their own assignments. */
export async function inEmergency(tx: Tx, files: string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; file: string }>`select id, scope_id as file from assignments
    where emergency and until > now() and scope_id = any(${files}::uuid[])`.execute(tx)
  return new Map(rows.map((row) => [row.file, row.id]))
}
