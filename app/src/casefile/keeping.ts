import { sql } from 'kysely'
import { Refusal } from '../platform/refusal.ts'
import type { Context } from './context.ts'
import type { CaseFile } from './event.ts'

type Kept = { seq: number; file: CaseFile }
type Memory = { erased: number; lists: Map<string, Map<string, Kept>> }

/** So many files are kept over all lists; the list that was not asked for the longest goes first. */
const MOST_KEPT = 60_000
/** So many are read without letting other work in between. */
const AT_ONCE = 500

/**
 * Files as far as events of these types say, as `ctx.lookThrough`, and kept by this process: a list of thousands is
 * read once, and afterwards what changed of it (decision 0065). `list` names it, the operation included. `ids` are
 * those of files that stand in a list: the wall is asked for each of them every time.
 */
export async function keepFiles(
  ctx: Context,
  list: string,
  ids: string[],
  of: readonly { type: string }[],
): Promise<CaseFile[]> {
  const memory = ctx.kept('files looked through', (): Memory => ({ erased: 0, lists: new Map() }))
  await forgetErased(ctx, memory)
  const kept = openList(memory, `${ctx.asker} ${list}`)
  const versions = await findVersions(ctx, ids)
  const standing = (id: string) => kept.get(id)?.seq === versions.get(id)
  const files = new Map(ids.filter(standing).map((id) => [id, kept.get(id)!.file]))
  const stale = ids.filter((id) => !files.has(id))
  const joined = await findJoined(ctx, stale)
  const types = of.map(({ type }) => type)
  for (let from = 0; from < stale.length; from += AT_ONCE) {
    if (from > 0) await new Promise((resolve) => setTimeout(resolve))
    for (const file of await ctx.lookThrough(stale.slice(from, from + AT_ONCE), types)) {
      files.set(file.id, file)
      if (!joined.has(file.id)) kept.set(file.id, { seq: versions.get(file.id)!, file })
    }
  }
  return ids.map((id) => files.get(id)!)
}

function openList(memory: Memory, name: string): Map<string, Kept> {
  const kept = memory.lists.get(name) ?? new Map<string, Kept>()
  memory.lists.delete(name)
  memory.lists.set(name, kept)
  let all = [...memory.lists.values()].reduce((sum, one) => sum + one.size, 0)
  for (const [oldest, one] of memory.lists) {
    if (all <= MOST_KEPT || one === kept) break
    memory.lists.delete(oldest)
    all -= one.size
  }
  return kept
}

/** Nothing of somebody whose key was destroyed is kept: with one more of them, all is read anew. */
async function forgetErased(ctx: Context, memory: Memory): Promise<void> {
  const { rows } = await ctx.asCounter((db) =>
    sql<{ n: number }>`select count(*) as n from erasures where what = 'person' and state <> 'asked'`.execute(
      db,
    ),
  )
  if (rows[0]!.n !== memory.erased) memory.lists.clear()
  memory.erased = rows[0]!.n
}

/** The place of the newest event of each; refuses what is not the asker's to see, as `ctx.files` does. */
async function findVersions(ctx: Context, ids: string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; seq: number }>`select f.id,
      (select e.seq from event_files e where e.file = f.id order by e.seq desc limit 1) as seq
    from files f where f.id = any(${ids}::uuid[])`.execute(ctx.db)
  const versions = new Map(rows.map((row) => [row.id, row.seq]))
  if (!ids.every((id) => versions.has(id))) throw new Refusal('file-not-found', {}, 404)
  return versions
}

/** What is read of a file that others were joined into depends on which of those the asker may see: it is not kept. */
async function findJoined(ctx: Context, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const { rows } = await ctx.asProjector((db) =>
    sql<{ keep: string }>`select distinct keep from merges where keep = any(${ids}::uuid[])`.execute(db),
  )
  return new Set(rows.map((row) => row.keep))
}
