import { sql } from 'kysely'
import type { House } from '../../app/src/casefile/house.ts'
import type { Database, Tx } from '../../app/src/platform/database.ts'
import { newId } from '../../app/src/platform/identity.ts'
import { chance } from './chance.ts'
import { type Batch, copyOf } from './copy.ts'
import { insertRows, type Row } from './rows.ts'
import { loadOne, readTemplate, type Template } from './template.ts'

export type Size = { files: number; events: number; largest: number }
export type World = {
  accounts: Awaited<ReturnType<typeof loadOne>>
  operations: { id: string; files: number }[]
}

/** Copies into one operation that carry the events about it as a whole: about as many flights as it has. */
const FLIGHTS = 20
const COPIES_AT_ONCE = 10

/** One large operation and many ever smaller ones, as a country has them. */
export function operationSizes({ files, largest }: Size, least: number): number[] {
  const sizes = [largest]
  for (let left = files - largest, next = largest / 4; left > 0; next = Math.max(least, next * 0.9)) {
    sizes.push(Math.min(Math.round(next), left))
    left -= sizes.at(-1)!
  }
  return sizes
}

/**
 * A database of `files` files and `events` events, made of copies of the example operation, each sealed with keys of
 * its own. What the copies leave to be filled up is openings of files, which a log has most of.
 */
export async function fillWorld(
  house: House,
  size: Size,
  tell: (line: string) => void = () => {},
): Promise<World> {
  const accounts = await loadOne(house)
  const template = await readTemplate(house)
  tell(`the example: ${template.files.length} files, ${template.events.length} events`)
  const operations: World['operations'] = []
  const at = { seq: await lastSeq(house.owner) }
  for (const files of operationSizes(size, template.files.length)) {
    const id = newId()
    const copies = Math.max(1, Math.round(files / template.files.length))
    await fillOperation(house, template, id, copies, at)
    operations.push({ id, files: copies * template.files.length })
  }
  tell(`copied: ${at.seq} events`)
  await openings(house.owner, size.events - at.seq)
  await fileEvents(house.owner)
  await people(house.owner, operations)
  tell('events filed')
  return { accounts, operations }
}

async function lastSeq(owner: Database): Promise<number> {
  const { rows } = await sql<{ seq: number }>`select coalesce(max(seq), 0) as seq from events`.execute(owner)
  return rows[0]!.seq
}

/** Bulk writing as a backup is put back: the triggers of single rows wait, and what they would write is written at once. */
const inBulk = <T>(owner: Database, work: (tx: Tx) => Promise<T>): Promise<T> =>
  owner.transaction().execute(async (tx) => {
    await sql`set local synchronous_commit = off`.execute(tx)
    await sql`alter table events disable trigger file_event`.execute(tx)
    const answer = await work(tx)
    await sql`alter table events enable trigger file_event`.execute(tx)
    return answer
  })

async function fillOperation(
  house: House,
  template: Template,
  id: string,
  copies: number,
  at: { seq: number },
): Promise<void> {
  await inBulk(house.owner, async (tx) => {
    const by = await house.ring.current(tx)
    for (let done = 0; done < copies; done += COPIES_AT_ONCE) {
      const batch: Batch = {}
      for (let copy = done; copy < Math.min(copies, done + COPIES_AT_ONCE); copy++) {
        const one = copyOf(template, id, at.seq + 1, by, copy === 0, copy < FLIGHTS)
        at.seq += one['sandsage.events']!.length
        for (const [table, rows] of Object.entries(one)) batch[table] = [...(batch[table] ?? []), ...rows]
      }
      for (const [table, rows] of Object.entries(batch)) await insertRows(tx, table, rows as Row[])
    }
  })
}

/** Somebody opens a file; the files of the last operations are opened most. */
async function openings(owner: Database, count: number): Promise<void> {
  await inBulk(owner, async (tx) => {
    await sql`create temporary table numbered on commit drop as
      select row_number() over (order by id) as n, id from files where kind <> 'account'`.execute(tx)
    await sql`create index on numbered (n)`.execute(tx)
    await sql`select setval(pg_get_serial_sequence('sandsage.events', 'seq'), (select max(seq) from events))`.execute(
      tx,
    )
    const total = sql`(select count(*) from numbered)`
    for (let left = count; left > 0; left -= 250_000)
      await sql`insert into events (id, about, type, class, occurred_at, recorded_at, by, device, open)
        select uuidv7(), array[f.id], 'casefile.opened', 'opening', at, at, ${newId()}::uuid, 'web', '{"for":"casefile.openFile"}'
        from (select 1 + floor(sqrt(random()) * ${total})::bigint as n, now() - random() * interval '700 days' as at
          from generate_series(1, ${Math.min(left, 250_000)})) asked join numbered f using (n)`.execute(tx)
  })
}

async function fileEvents(owner: Database): Promise<void> {
  await owner.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`insert into event_files select distinct file, seq from events, unnest(about) as file
      where class <> 'opening' on conflict do nothing`.execute(tx)
    await sql`insert into openings (file, seq, by, at, what, emergency)
      select about[1], seq, by, recorded_at, open ->> 'for', false from events
      where type = 'casefile.opened' on conflict do nothing`.execute(tx)
  })
  await sql`analyze`.execute(owner)
}

/** Who works here: some on the whole house, most on an operation, some on files alone. */
async function people(owner: Database, operations: World['operations']): Promise<void> {
  const random = chance(3)
  const accounts: Row[] = []
  const assignments: Row[] = []
  const professions = ['coordinator', 'consul', 'geneticist', 'lawyer', 'lead', 'doctor', 'socialWorker']
  for (const { id: operation, files } of operations)
    for (let n = 0; n < Math.max(3, files / 200); n++) {
      const id = newId()
      accounts.push({
        id,
        name: `Worker ${n}`,
        profession: professions[n % 7],
        language: 'kk',
        created: new Date(),
      })
      const others = random() < 0.3 ? [operations[Math.floor(random() * operations.length)]!.id] : []
      for (const one of [operation, ...others])
        assignments.push({ id: newId(), actor: id, scope: 'operation', scope_id: one, until: null })
    }
  await insertRows(owner, 'sandsage.accounts', accounts)
  await insertRows(owner, 'sandsage.assignments', assignments)
}
