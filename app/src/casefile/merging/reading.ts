import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { LogEvent } from '../event.ts'
import { setAside, takenBack } from '../model.ts'
import type { Projection } from '../projection.ts'
import { type ReadAs, readAs, rootsOf } from './model.ts'

/** Of these files and of all joined with any of them: which each is read as. A file joined with none is its own. */
export async function findGroups(tx: Tx, files: string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{
    file: string
    root: string
  }>`select file, root from merged_files(${files}::uuid[])`.execute(tx)
  return new Map(rows.map((row) => [row.file, row.root]))
}

/** Events of some files as they read now, those of other files that they name included. */
export async function asRead(tx: Tx, events: LogEvent[], known: ReadAs): Promise<LogEvent[]> {
  const named = [...new Set(events.flatMap((event) => event.about))].filter((id) => !known.has(id))
  const roots = named.length ? new Map([...known, ...(await findGroups(tx, named))]) : known
  return events.map((event) => readAs(event, roots))
}

/** Each event beside every file it is about, as it reads; in the order given. */
export function byFile(events: LogEvent[], known: ReadAs): Map<string, LogEvent[]> {
  const files = new Map<string, LogEvent[]>()
  for (const event of events) {
    for (const id of new Set(event.about.map((one) => known.get(one) ?? one))) {
      const own = files.get(id)
      if (own) own.push(event)
      else files.set(id, [event])
    }
  }
  return files
}

/** The joinings that stand at the end of the log, for whoever reads all of it from the beginning. */
export async function findStanding(tx: Tx): Promise<ReadAs> {
  const { rows } = await sql<{ about: [string, string]; type: string }>`
    select distinct on (about[1]) about, type from events
    where type in (${setAside.type}, ${takenBack.type}) and cardinality(about) = 2 order by about[1], seq desc`.execute(
    tx,
  )
  return rootsOf(rows.filter((row) => row.type === setAside.type).map((row) => row.about))
}

/** Draws the rows of some files anew, in the tables whose rows follow the person and not the file. */
export async function redraw(
  tx: Tx,
  projections: Projection[],
  files: string[],
  events: LogEvent[],
): Promise<void> {
  for (const { follows, on } of projections) {
    if (!follows) continue
    const dropped = new Set(await follows(tx, files))
    for (const event of events.filter(({ about }) => about.some((id) => dropped.has(id))))
      for (const handler of on) if (handler.type === event.type) await handler.apply(tx, event)
  }
}
