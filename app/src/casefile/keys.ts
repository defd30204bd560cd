import { sql } from 'kysely'
import { enterRole, type Tx } from '../platform/database.ts'
import { keyFor, newKey, seal, unseal } from '../platform/sealing.ts'
import { houseRoles } from './access.ts'

/** Steps into another of the house's roles for one piece of work, and back into the asker's. */
export async function asRole<T>(tx: Tx, role: string, back: string, work: () => Promise<T>): Promise<T> {
  await enterRole(tx, role)
  const result = await work()
  await enterRole(tx, back)
  return result
}

export type Keys = {
  make(file: string): Promise<void>
  /** Undefined when the key was destroyed: the person was erased. */
  get(file: string): Promise<Buffer | undefined>
  /** Fetches several at once, so that a list of files costs one question. */
  load(files: string[]): Promise<void>
}

/** Keys of one transaction; they leave memory with it. `role` is the asker's, or undefined for the owner. */
export function openKeys(tx: Tx, master: Buffer, role: string | undefined): Keys {
  const wrapping = keyFor(master, 'wrap file keys')
  const known = new Map<string, Buffer | undefined>()
  const asKeeper = <T>(work: () => Promise<T>) => (role ? asRole(tx, houseRoles.keeper, role, work) : work())
  const load = async (files: string[]) => {
    const missing = [...new Set(files)].filter((file) => !known.has(file))
    if (missing.length === 0) return
    const { rows } = await asKeeper(() =>
      sql<{
        file: string
        wrapped: Buffer
      }>`select file, wrapped from keystore.keys where file = any(${missing}::uuid[])`.execute(tx),
    )
    for (const file of missing) known.set(file, undefined)
    for (const { file, wrapped } of rows) known.set(file, unseal(wrapping, wrapped, file))
  }
  return {
    load,
    async make(file) {
      const key = newKey()
      await asKeeper(() =>
        sql`insert into keystore.keys (file, wrapped) values (${file}, ${seal(wrapping, key, file)})`.execute(
          tx,
        ),
      )
      known.set(file, key)
    },
    async get(file) {
      await load([file])
      return known.get(file)
    },
  }
}
