import { sql } from 'kysely'
import { asActor, type Database } from '../../platform/database.ts'
import { ANYONE, roleOf } from '../access.ts'

/** The verifier keys this house signs with, or signed with once, the newest first; as anybody may read them. */
export const publishedKeys = (house: { db: Database }): Promise<{ verifier: string; ended: boolean }[]> =>
  asActor(house.db, roleOf(ANYONE), '', async (tx) => {
    const { rows } = await sql<{ verifier: string; ended: boolean }>`
      select verifier, ended is not null as ended from log_keys order by ended nulls first, began desc`.execute(
      tx,
    )
    return rows
  })
