import { sql } from 'kysely'
import { asActor, type Tx } from '../../platform/database.ts'
import { unseal } from '../../platform/sealing.ts'
import { houseRoles } from '../access.ts'
import type { EventType, LogEvent } from '../event.ts'
import type { House } from '../house.ts'
import { asRole, type Keys, openKeys } from '../keys.ts'
import { appendEvent, lockFiles, project, readEvents, sealContext } from '../log.ts'

export type Clerk = { by: string | null; device: string }
export type DeskHouse = Pick<House, 'master' | 'ring' | 'registry' | 'now'>

/** What is done about accounts: in the doorkeeper's role, which sees accounts and nothing of anybody's file. */
export type Desk = Clerk & {
  db: Tx
  house: DeskHouse
  now: Date
  /** The account's own key; made, with its file, when something is first recorded of it. */
  key(account: string): Promise<Buffer>
  record<D>(account: string, of: EventType<D>, detail: D): Promise<void>
  events(accounts: string[]): Promise<LogEvent[]>
  /** What one kind of event says of each of these accounts, newest first; sessions come and go by the thousand. */
  details<D>(accounts: string[], of: EventType<D>): Promise<{ account: string; detail: D }[]>
}

/** Accounts made on the machine, or before accounts were files, get their file and key when they first need them. */
async function openAccount(db: Tx, keys: Keys, account: string): Promise<void> {
  if (await keys.get(account)) return
  await lockFiles(db, [account])
  const { numAffectedRows } =
    await sql`insert into files (id, kind) values (${account}, 'account') on conflict (id) do nothing`.execute(
      db,
    )
  if (numAffectedRows) await keys.make(account)
}

/** `db` stands in the doorkeeper's role already. */
export function openDesk(house: DeskHouse, db: Tx, clerk: Clerk): Desk {
  const role = houseRoles.doorkeeper
  let keys = openKeys(db, house.ring, role)
  const now = house.now()
  async function key(account: string): Promise<Buffer> {
    await openAccount(db, keys, account)
    const made = await keys.get(account)
    if (made) return made
    // Made by another transaction while this one waited for the lock: ask anew.
    keys = openKeys(db, house.ring, role)
    const others = await keys.get(account)
    if (!others) throw new Error(`the key of account ${account} was destroyed`)
    return others
  }
  return {
    ...clerk,
    db,
    house,
    now,
    key,
    async record(account, of, detail) {
      await key(account)
      await lockFiles(db, [account])
      const event = await appendEvent(db, keys, {
        ...{ about: [account], of, detail, by: clerk.by, device: clerk.device },
        ...{ occurredAt: now, recordedAt: now },
      })
      await asRole(db, houseRoles.projector, role, async () => {
        const { rows } = await sql<{ seq: number }>`select seq from events where id = ${event.id}`.execute(db)
        await project(db, house.registry.projections, { ...event, seq: rows[0]!.seq })
      })
    },
    events: (accounts) => readEvents(db, keys, accounts),
    async details<D>(accounts: string[], of: EventType<D>) {
      const { rows } = await sql<{ id: string; account: string; sealed: Buffer }>`
        select id, about[1] as account, sealed from events
        where type = ${of.type} and seq = any(array(select seq from event_files where file = any(${accounts}::uuid[])))
        order by seq desc`.execute(db)
      await keys.load(rows.map((row) => row.account))
      const opened = rows.map(async ({ id, account, sealed }) => {
        const known = await keys.get(account)
        if (!known) return []
        return [
          { account, detail: JSON.parse(unseal(known, sealed, sealContext(id, account)).toString()) as D },
        ]
      })
      return (await Promise.all(opened)).flat()
    },
  }
}

/** Work at the door, in a transaction of its own: somebody is coming in and is nobody yet. */
export const atDesk = <T>(
  house: DeskHouse & Pick<House, 'db'>,
  clerk: Clerk,
  work: (desk: Desk) => Promise<T>,
): Promise<T> =>
  asActor(house.db, houseRoles.doorkeeper, clerk.by ?? '', (tx) => work(openDesk(house, tx, clerk)))
