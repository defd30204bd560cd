import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { CaseFile } from '../event.ts'
import type { Keys } from '../keys.ts'
import { isThere, lockFiles, readEvents } from '../log.ts'
import { asRead, byFile, findGroups } from './reading.ts'

type FileRow = { id: string; kind: string; operation: string | null }

/** The files of one transaction, each with those joined into it; an old id answers the file it is read as. */
export type Files = {
  /** What each id is read as. Locks them when writing, so that nobody joins or parts them meanwhile. */
  readIds(ids: string[]): Promise<string[]>
  files(ids: string[]): Promise<CaseFile[]>
  /** A file made just now is its own. */
  isNew(id: string): void
  /** Files were joined or parted: what was known of them is asked anew. */
  forget(): void
}

/** `types`: of what is recorded, only events of these are read. */
export function openFiles(tx: Tx, keys: Keys, writes: boolean, types?: readonly string[]): Files {
  const known = new Map<string, string>()

  async function readIds(ids: string[]): Promise<string[]> {
    let asked = [...new Set(ids)].filter((id) => !known.has(id))
    while (asked.length) {
      if (writes) await lockFiles(tx, asked)
      const groups = await findGroups(tx, asked)
      const roots = [...new Set(asked.map((id) => groups.get(id) ?? id))]
      const unlocked = roots.filter((root) => !asked.includes(root) && !known.has(root))
      for (const [file, root] of groups) known.set(file, root)
      // Until it is locked, what a file is read as may itself be joined into another: then it is looked at again.
      asked = writes && unlocked.length ? [...asked, ...unlocked] : []
    }
    return ids.map((id) => known.get(id) ?? id)
  }

  async function files(ids: string[]): Promise<CaseFile[]> {
    const read = await readIds(ids)
    const there = await findRows(tx, ids, read)
    const wanted = new Set(read)
    const members = [...known].filter(([, root]) => wanted.has(root)).map(([file]) => file)
    const events = await asRead(
      tx,
      (await readEvents(tx, keys, members, 'event_files', types)).filter(isThere),
      known,
    )
    const own = byFile(events, known)
    return read.map((id) => {
      const ofFile = own.get(id) ?? []
      return { ...there.get(id)!, version: ofFile.at(-1)?.seq ?? 0, events: ofFile }
    })
  }

  return { readIds, files, isNew: (id) => void known.set(id, id), forget: () => known.clear() }
}

/** Refuses what is not the asker's to see; a file of theirs that is read as one that is not is no unknown file. */
async function findRows(tx: Tx, ids: string[], read: string[]): Promise<Map<string, FileRow>> {
  const { rows } = await sql<FileRow>`select id, kind, operation from files
    where id = any(${[...new Set([...ids, ...read])]}::uuid[])`.execute(tx)
  const there = new Map(rows.map((row) => [row.id, row]))
  if (read.every((id) => there.has(id))) return there
  const isTheirs = ids.every((id, at) => there.has(id) || there.has(read[at]!))
  throw isTheirs ? new Refusal('joined-elsewhere') : new Refusal('file-not-found', {}, 404)
}
