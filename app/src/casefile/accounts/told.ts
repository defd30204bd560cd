import { sql } from 'kysely'
import { takeFailures } from './attempts.ts'
import type { Desk } from './desk.ts'
import { slowedDown } from './model.ts'
import { leaveNotice } from './notices.ts'

/** Whoever comes in, by whichever way, is told what others tried with their sign-in name meanwhile. */
export async function tellOfFailures(desk: Desk, account: string): Promise<void> {
  const { rows } = await sql<{
    name_hash: string
  }>`select name_hash from passwords where actor = ${account}`.execute(desk.db)
  const found = rows[0] && (await takeFailures(desk, rows[0].name_hash))
  if (!found) return
  await desk.record(account, slowedDown, found)
  await leaveNotice(desk, account, 'slowed', found)
}
