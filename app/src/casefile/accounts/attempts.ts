import { sql } from 'kysely'
import type { Database } from '../../platform/database.ts'
import { asActor } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import { ADDRESS_FAILURES, ADDRESS_MINUTES, waitAfter } from '../../platform/sign-in/slow-down.ts'
import { houseRoles } from '../access.ts'
import type { Desk } from './desk.ts'

/** What is counted: a name as tried from one network, or from one browser known to it; and the network as a whole. */
export type Counted = { key: string; nameHash: string | null }

type Row = { failures: number; waits: number }

/**
 * Counts a try as failed before it is looked at, in a transaction of its own: a hundred at once, in however many
 * processes, are a hundred. `forgive` takes it back when it was right. Refuses (429) while the wait is not over.
 */
export async function countTry(db: Database, name: Counted, network: Counted | undefined): Promise<void> {
  const refused = await asActor(db, houseRoles.doorkeeper, '', async (tx) => {
    await sql`delete from sign_in_attempts where last < now() - interval '1 day'`.execute(tx)
    for (const { key } of network ? [network, name] : [name])
      await sql`select pg_advisory_xact_lock(hashtextextended(${`attempts ${key}`}, 0))`.execute(tx)
    const found = await sql<Row>`select failures, ceil(extract(epoch from until - now()))::int as waits
      from sign_in_attempts where key = ${name.key}`.execute(tx)
    const before = found.rows[0] ?? { failures: 0, waits: 0 }
    if (before.waits > 0) return before.waits
    if (network) {
      const all = await countNetwork(tx, network)
      if (all.waits > 0) return all.waits
    }
    const failures = before.failures + 1
    await sql`insert into sign_in_attempts (key, name_hash, failures, last, until)
      values (${name.key}, ${name.nameHash}, ${failures}, now(), now() + make_interval(secs => ${waitAfter(failures)}))
      on conflict (key) do update set failures = excluded.failures, last = excluded.last, until = excluded.until`.execute(
      tx,
    )
    return 0
  })
  if (refused > 0) throw new Refusal('slow-down', { seconds: refused }, 429)
}

/** A window that begins with the first failure: `until` is its end, and past the limit it is waited for. */
async function countNetwork(
  tx: Parameters<Parameters<typeof asActor>[3]>[0],
  { key }: Counted,
): Promise<Row> {
  const { rows } = await sql<Row>`insert into sign_in_attempts as a (key, name_hash, failures, last, until)
    values (${key}, null, 1, now(), now() + make_interval(mins => ${ADDRESS_MINUTES}))
    on conflict (key) do update set last = now(),
      failures = case when a.until < now() then 1 else least(a.failures + 1, ${ADDRESS_FAILURES + 1}) end,
      until = case when a.until < now() then excluded.until else a.until end
    returning failures, ceil(extract(epoch from until - now()))::int as waits`.execute(tx)
  const row = rows[0]!
  return { failures: row.failures, waits: row.failures > ADDRESS_FAILURES ? row.waits : 0 }
}

/** The try was right: its name starts again at nothing, the network is given back this one. */
export async function forgive(desk: Desk, name: Counted, network: Counted | undefined): Promise<void> {
  await sql`delete from sign_in_attempts where key = ${name.key}`.execute(desk.db)
  if (network)
    await sql`update sign_in_attempts set failures = greatest(failures - 1, 0) where key = ${network.key}`.execute(
      desk.db,
    )
}

/** Wrong codes after the right password, from wherever: only a holder of the password can make this count grow. */
const FREE_CODES = 16

export async function isOverCodes(desk: Desk, key: string): Promise<boolean> {
  const { rows } = await sql`select 1 from sign_in_attempts where key = ${key} and until > now()`.execute(
    desk.db,
  )
  return rows.length > 0
}

/** Writes a failure down; `right` for the count of codes. Otherwise it writes as much and changes nothing. */
export async function countCode(desk: Desk, codeKey: string, nameKey: string, right: boolean): Promise<void> {
  const one = right ? 1 : 0
  const { rows } = await sql<{
    failures: number
  }>`insert into sign_in_attempts as a (key, failures, last, until)
    values (${right ? codeKey : nameKey}, ${one}, now(), now())
    on conflict (key) do update set failures = a.failures + ${one},
      last = case when ${right} then now() else a.last end
    returning failures`.execute(desk.db)
  const wait = right ? waitAfter(rows[0]!.failures - FREE_CODES) : 0
  await sql`update sign_in_attempts
    set until = case when ${right} then greatest(until, now() + make_interval(secs => ${wait})) else until end
    where key = ${right ? codeKey : nameKey}`.execute(desk.db)
}

/** What others tried with this name since somebody last came in with it; told once and forgotten. */
export async function takeFailures(
  desk: Desk,
  nameHash: string,
): Promise<{ failures: number; addresses: number } | undefined> {
  const { rows } = await sql<{ failures: number; addresses: number }>`with slowed as (
      update sign_in_attempts set name_hash = null where name_hash = ${nameHash} and failures > 4 returning failures
    ) select coalesce(sum(failures), 0)::int as failures, count(*)::int as addresses from slowed`.execute(
    desk.db,
  )
  return rows[0] && rows[0].addresses > 0 ? rows[0] : undefined
}
