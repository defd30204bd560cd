import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { on, type Projection } from '../projection.ts'
import { answered, ended, professionChanged } from './model.ts'

/**
 * An account that ends or changes its profession works on nothing until somebody assigns it anew. Ids are in the
 * order of time (UUID 7), so replaying the log ends no assignment that was made afterwards.
 */
const endAssignments = (db: Tx, account: string, event: { id: string; recordedAt: string }) =>
  sql`update assignments set until = ${event.recordedAt}
    where actor = ${account} and id < ${event.id} and (until is null or until > ${event.recordedAt})`.execute(
    db,
  )

async function endWork(db: Tx, event: { about: string[]; id: string; recordedAt: string }): Promise<void> {
  const [account] = event.about
  await endAssignments(db, account!, event)
  await sql`delete from house_workers where account = ${account}`.execute(db)
}

/** Who works on the whole house because two administrators agreed; the wall itself asks `assignments`, which is never emptied. */
const houseWorkers: Projection = {
  table: 'house_workers',
  columns: 'account uuid primary key, since timestamptz not null',
  class: 'account',
  about: 'account',
  on: [
    on(ended, endWork),
    on(professionChanged, endWork),
    on(answered, async (db, event) => {
      if (event.detail.what !== 'wholeHouse' || !event.detail.approved) return
      const [account] = event.about
      await sql`insert into assignments (id, actor, scope) values (${event.id}, ${account}, 'house') on conflict (id) do nothing`.execute(
        db,
      )
      await sql`insert into house_workers values (${account}, ${event.recordedAt}) on conflict (account) do nothing`.execute(
        db,
      )
    }),
  ],
}

export const projections: Projection[] = [houseWorkers]
