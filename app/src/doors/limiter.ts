import { sql } from 'kysely'
import type { House } from '../casefile/house.ts'
import { Refusal } from '../platform/refusal.ts'
import { networkOf } from '../platform/sign-in/device.ts'
import { keyedHash } from '../platform/sign-in/keyed-hash.ts'

/** So often from one network within so many minutes of the first time. */
export type Limit = { what: string; count: number; perMinutes: number }

/** A family at one telephone, an office behind one address. */
export const WRITES: Limit = { what: 'writes', count: 20, perMinutes: 10 }
/** Ten a second, all the time: more than any screen of the public part asks. */
export const READS: Limit = { what: 'reads', count: 6000, perMinutes: 10 }

/**
 * Counts one more from this address; counted in PostgreSQL, so that all processes of a house agree and a restart
 * forgives nothing. Refuses (429) beyond the limit.
 */
export async function countAsk(
  house: Pick<House, 'db' | 'master'>,
  address: string,
  { what, count, perMinutes }: Limit,
): Promise<void> {
  const key = Buffer.from(keyedHash(house.master, `asks ${what}`, networkOf(address)), 'hex')
  const { rows } = await sql<{
    wait: number
  }>`select count_ask(${key}, ${count}, ${perMinutes * 60}) as wait`.execute(house.db)
  const { wait } = rows[0]!
  if (wait > 0) throw new Refusal('too-many-requests', { seconds: wait }, 429)
}
