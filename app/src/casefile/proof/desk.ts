import { asActor, type Database, type Tx } from '../../platform/database.ts'
import { houseRoles } from '../access.ts'
import { asRole } from '../keys.ts'

/** Where the tree is worked on: a transaction in the sequencer's role, or the owner's. */
export type LogDesk = {
  tx: Tx
  master: Buffer
  /** One step that reads the key store. */
  asKeeper<T>(work: () => Promise<T>): Promise<T>
}

const inside = (tx: Tx, master: Buffer): LogDesk => ({
  tx,
  master,
  asKeeper: (work) => asRole(tx, houseRoles.keeper, houseRoles.sequencer, work),
})

/** In somebody's own transaction, and back into their role. */
export const asSequencer = <T>(
  tx: Tx,
  master: Buffer,
  back: string,
  work: (desk: LogDesk) => Promise<T>,
): Promise<T> => asRole(tx, houseRoles.sequencer, back, () => work(inside(tx, master)))

/** In a transaction of the house's own. */
export const atLog = <T>(
  house: { db: Database; master: Buffer },
  work: (desk: LogDesk) => Promise<T>,
): Promise<T> => asActor(house.db, houseRoles.sequencer, '', (tx) => work(inside(tx, house.master)))

/** As the owner of the database, for the command line. */
export const ownerDesk = (tx: Tx, master: Buffer): LogDesk => ({ tx, master, asKeeper: (work) => work() })
