import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { openKeys } from '../../app/src/casefile/keys.ts'
import { readLog } from '../../app/src/casefile/log.ts'
import { rebuild } from '../../app/src/casefile/rebuild.ts'
import { registry } from '../../app/src/opening.ts'
import { type Database, openDatabase } from '../../app/src/platform/database.ts'
import { openFolder } from '../../app/src/platform/folder.ts'
import { runningPostgres } from '../../app/src/platform/postgres.ts'
import { sha256 } from '../../app/src/platform/sealing.ts'
import type { Answered, Client } from './clients.ts'

/** What the log holds: how often each mark stands in it, and which files were taken up how often. */
export type Seen = {
  last: number
  events: number
  marks: Map<string, number>
  accepted: Map<string, number>
  /** The marks of each described file, in the order of the log. */
  described: Map<string, string[]>
}
export const nothingSeen = (): Seen => ({
  ...{ last: 0, events: 0 },
  ...{ marks: new Map(), accepted: new Map(), described: new Map() },
})

export type Owner = { db: Database; master: Buffer; close(): Promise<void> }

/** As the owner of the tables, past every wall: the checker trusts nothing the server says. */
export function openOwner(data: string): Owner {
  const db = openDatabase(runningPostgres(openFolder(data))!, 2)
  return { db, master: readFileSync(join(data, 'master.key')), close: () => db.destroy() }
}

const add = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1)

/** Opens every event after `seen.last` and notes what it carries. */
export async function readOn(owner: Owner, seen: Seen): Promise<void> {
  await owner.db.transaction().execute(async (tx) => {
    const keys = openKeys(tx, owner.master, undefined)
    for (;;) {
      const batch = await readLog(tx, keys, seen.last, 1000)
      for (const event of batch) {
        if (event.seq <= seen.last) throw new Error(`the log is out of order at ${event.seq}`)
        seen.last = event.seq
        seen.events++
        const marks = JSON.stringify(event.detail).match(/m\.c\d+\.\d+\./g) ?? []
        // Taking a request up writes the requester's name once more, as a person: that mark is the request's.
        const again = event.type === 'casefile.described' && seen.accepted.has(`due ${event.about[0]}`)
        if (event.type === 'tracing.requested') seen.accepted.set(`due ${event.about[0]}`, 0)
        if (event.type === 'tracing.accepted') add(seen.accepted, event.about[0]!)
        if (!again) for (const mark of marks) add(seen.marks, mark)
        if (event.type === 'casefile.described' && !again)
          seen.described.set(event.about[0]!, [...(seen.described.get(event.about[0]!) ?? []), ...marks])
      }
      if (batch.length < 1000) return
    }
  })
}

/** What was read before must still be there: a crash must not take back what it had. */
export async function countUpTo(owner: Owner, last: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from events where seq <= ${last}`.execute(
    owner.db,
  )
  return rows[0]!.n
}

export type Verdict = { acknowledged: number; found: number; lost: string[]; doubled: string[] }

const timesOf = (seen: Seen, { verb, mark, about }: Answered): number =>
  (verb === 'acceptRequest' ? seen.accepted.get(about!) : seen.marks.get(mark)) ?? 0

/** Every acknowledged call has its event, once. */
export function judge(clients: Client[], seen: Seen): Verdict {
  const verdict: Verdict = { acknowledged: 0, found: 0, lost: [], doubled: [] }
  for (const one of clients.flatMap((client) => client.answered)) {
    const times = timesOf(seen, one)
    verdict.acknowledged++
    if (times >= 1) verdict.found++
    if (times === 0) verdict.lost.push(`${one.verb} ${one.mark}`)
    if (times > 1) verdict.doubled.push(`${one.verb} ${one.mark} x${times}`)
  }
  return verdict
}

/** In one file, what a client wrote stands in the order in which it was acknowledged to it. */
export function outOfOrder(seen: Seen): string[] {
  return [...seen.described].flatMap(([file, marks]) => {
    const last = new Map<string, number>()
    return marks.flatMap((mark) => {
      const [, client, n] = mark.split('.')
      const before = last.get(client!) ?? 0
      last.set(client!, Number(n))
      return Number(n) > before ? [] : [`${file}: ${mark} after ${before}`]
    })
  })
}

/** Events that are not filed under everybody they are about, or under somebody they are not about. */
export async function filedWrongly(owner: Owner): Promise<number> {
  const { rows } = await sql<{
    n: number
  }>`with due as (select distinct file, seq from events, unnest(about) as file where class <> 'opening')
    select (select count(*) from (select * from due except select file, seq from event_files) as missing)
      + (select count(*) from (select file, seq from event_files except select * from due) as extra) as n`.execute(
    owner.db,
  )
  return rows[0]!.n
}

async function digests(owner: Owner): Promise<Map<string, string>> {
  const all = new Map<string, string>()
  for (const { table } of registry.projections) {
    const { rows } = await sql<{
      row: string
    }>`select t::text as row from ${sql.id(table)} t order by 1`.execute(owner.db)
    all.set(table, sha256(rows.map(({ row }) => row).join('\n')))
  }
  return all
}

/** Read tables whose rows a rebuild from the log changes: there must be none. */
export async function differingTables(owner: Owner): Promise<string[]> {
  const before = await digests(owner)
  await rebuild({ owner: owner.db, master: owner.master, registry })
  const after = await digests(owner)
  return [...before].filter(([table, digest]) => after.get(table) !== digest).map(([table]) => table)
}

/** The file of a request, by the number its requester was told. */
export async function fileOfRequest(owner: Owner, number: string): Promise<string | undefined> {
  const { rows } = await sql<{
    relative: string
  }>`select relative from tracing_requests where number = ${number}`.execute(owner.db)
  return rows[0]?.relative
}
