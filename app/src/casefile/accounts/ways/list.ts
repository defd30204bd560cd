import { sql } from 'kysely'
import { Refusal } from '../../../platform/refusal.ts'
import type { Desk } from '../desk.ts'
import { type Way, wayRemoved } from '../model.ts'
import { leaveNotice } from '../notices.ts'

/** One way of an account to sign in. A password and its one-time codes are one way: neither opens without the other. */
export type OwnWay = { id: string; way: Exclude<Way, 'link'>; name: string; made: Date; used: Date | null }

export async function waysOf(desk: Desk, account: string): Promise<OwnWay[]> {
  const { rows } = await sql<OwnWay>`
    select id, 'passkey' as way, name, made, used from passkeys where actor = ${account}
    union all select actor, 'password', '', made, used from passwords where actor = ${account}
    union all select id, 'provider', issuer, made, used from identities where actor = ${account}
    order by made, id`.execute(desk.db)
  return rows
}

const tables = { passkey: 'passkeys', password: 'passwords', provider: 'identities' } as const

async function remove(desk: Desk, account: string, { id, way, name }: OwnWay): Promise<void> {
  const key = way === 'password' ? sql.ref('actor') : sql.ref('id')
  await sql`delete from ${sql.table(tables[way])} where ${key} = ${id} and actor = ${account}`.execute(
    desk.db,
  )
  if (way === 'password') await sql`delete from recovery_codes where actor = ${account}`.execute(desk.db)
  await desk.record(account, wayRemoved, { way, name })
}

/** Takes one way away, but not the last: nobody shuts themselves out. */
export async function removeWay(desk: Desk, account: string, id: string): Promise<void> {
  // Two removals at once must not each leave the other's way as the last one.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`ways of ${account}`}, 0))`.execute(desk.db)
  const ways = await waysOf(desk, account)
  const way = ways.find((one) => one.id === id)
  if (!way) throw new Refusal('way-not-found', {}, 404)
  if (ways.length === 1) throw new Refusal('last-way')
  await remove(desk, account, way)
  // A browser that was known through what is gone is a stranger again.
  await sql`delete from known_devices where actor = ${account}`.execute(desk.db)
  await leaveNotice(desk, account, 'wayRemoved', { way: way.way })
}

export async function removeAllWays(desk: Desk, account: string): Promise<void> {
  for (const way of await waysOf(desk, account)) await remove(desk, account, way)
  await sql`delete from known_devices where actor = ${account}`.execute(desk.db)
}

/** Whoever has just come by an invitation link is let into the rest of the house by their first way. */
export const finishSettingUp = (desk: Desk, account: string) =>
  sql`update sessions set setting_up = false where actor = ${account} and setting_up and ended is null`.execute(
    desk.db,
  )
