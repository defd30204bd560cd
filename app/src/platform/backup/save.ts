import type pg from 'pg'
import { copyOut } from './copy.ts'
import { type ByLength, contentOf, cut, isCut, look, type Range } from './ranges.ts'
import { newPartName, type Part, partPath, type Saved, type Series } from './series.ts'
import { nameOf, type Table } from './tables.ts'
import { writeSealed } from './vault.ts'

export type Saving = {
  client: pg.Client
  series: Series
  recipients: string[]
  byLength: ByLength
  /** About how many bytes of a table go into one part. */
  partBytes: number
  /** Told after each part that was written, with everything known so far; awaited. */
  written(tables: Saved[], part: Part): Promise<void>
}

async function writePart(saving: Saving, table: Table, range: Range): Promise<Part | undefined> {
  const seen = await look(saving.client, table, range, saving.byLength)
  if (seen.rows === 0) return undefined
  const file = newPartName(table.name)
  const content = copyOut(saving.client, contentOf(table, range))
  const sealed = await writeSealed(partPath(saving.series, file), content, saving.recipients)
  return { file, ...seen, ...sealed, ...range }
}

const isSame = (a: Table, b: Table): boolean =>
  JSON.stringify([a.columns, a.key]) === JSON.stringify([b.columns, b.key])

/** What is known of the table as it is today; a table that has other columns now is written anew. */
function known(table: Table, before: Saved[]): Part[] {
  const same = before.find((saved) => nameOf(saved) === nameOf(table))
  return same && isSame(same, table) ? same.parts : []
}

/** Keeps the parts whose rows are what they were and writes those that changed. */
async function refresh(saving: Saving, table: Table, saved: Saved, tell: (part: Part) => Promise<void>) {
  for (const part of [...saved.parts]) {
    const now = await look(saving.client, table, part, saving.byLength)
    const at = saved.parts.indexOf(part)
    if (now.digest === part.digest) continue
    const fresh = await writePart(saving, table, { after: part.after, to: part.to })
    saved.parts.splice(at, 1, ...(fresh ? [fresh] : []))
    if (fresh) await tell(fresh)
  }
}

/** Writes what lies behind the last part. A last part that is small is written together with what is new. */
async function extend(saving: Saving, table: Table, saved: Saved, tell: (part: Part) => Promise<void>) {
  const last = saved.parts.at(-1)
  if (last && !isCut(table)) return
  const news = await cut(saving.client, table, last?.to ?? null, saving.partBytes)
  if (news.length === 0) return
  const isSmall = last && last.plainBytes < saving.partBytes / 2
  const ranges = isSmall ? await cut(saving.client, table, last.after, saving.partBytes) : news
  for (const [at, range] of ranges.entries()) {
    const part = await writePart(saving, table, range)
    if (!part) continue
    if (isSmall && at === 0) saved.parts.pop()
    saved.parts.push(part)
    await tell(part)
  }
}

/** Saves every table of the snapshot, using again the parts of earlier backups whose rows have not changed. */
export async function saveTables(saving: Saving, tables: Table[], before: Saved[]): Promise<Saved[]> {
  const all: Saved[] = tables.map((table) => ({ ...table, parts: [...known(table, before)] }))
  const tell = (part: Part) => saving.written(all, part)
  for (const saved of all) {
    await refresh(saving, saved, saved, tell)
    await extend(saving, saved, saved, tell)
  }
  return all
}
