import { sql } from 'kysely'
import { Refusal } from '../../platform/refusal.ts'
import type { Profession } from '../access.ts'
import type { Desk } from './desk.ts'

export type Account = { id: string; name: string; profession: Profession }

/** An account whose work has not ended; held until the transaction is over. */
export async function requireAccount(desk: Desk, account: string): Promise<Account> {
  const { rows } = await sql<Account>`select id, name, profession from accounts
    where id = ${account} and ended is null for update`.execute(desk.db)
  if (!rows[0]) throw new Refusal('account-not-found', {}, 404)
  return rows[0]
}

/** The same, and not the asker's own. */
export async function requireOther(desk: Desk, account: string): Promise<Account> {
  if (account === desk.by) throw new Refusal('not-oneself')
  return requireAccount(desk, account)
}
