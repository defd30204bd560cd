import { sql } from 'kysely'
import type { Database, Tx } from '../../platform/database.ts'
import { newId } from '../../platform/identity.ts'
import type { MasterKeys } from '../../platform/keys/master-keys.ts'
import { StartProblem } from '../../platform/refusal.ts'
import { keyFor, newKey, unseal } from '../../platform/sealing.ts'

export type WrappingKey = { id: string; key: Buffer }

/** What the keys of files are wrapped by, as one process knows it. `tx` must be able to read the key store. */
export type KeyRing = {
  /** The one that wraps new keys. Another process may have begun the next since: whoever inserts sees to it. */
  current(tx: Tx): Promise<WrappingKey>
  get(tx: Tx, id: string): Promise<Buffer>
  /** What was current is asked anew. */
  forget(): void
}

/** The wrapping key of a house from before there were several. */
const FIRST = 'first'
const firstOf = (secret: Buffer): Buffer => keyFor(secret, 'wrap file keys')
const SECRET = 'house'
const contextOf = (kind: 'wrapping key' | 'secret', name: string): string => `${kind} ${name}`

/** The ring of a house whose keys were never rotated, from its secret alone. */
export const firstRing = (secret: Buffer): KeyRing => ({
  current: async () => ({ id: FIRST, key: firstOf(secret) }),
  async get(_tx, id) {
    if (id !== FIRST) throw new Error(`the wrapping key ${id} is not the first one`)
    return firstOf(secret)
  },
  forget() {},
})

type Row = { id: string; master: string; wrapped: Buffer }

export function ringOf(masters: MasterKeys): KeyRing {
  const known = new Map<string, Buffer>()
  let newest: string | undefined
  async function keep({ id, master, wrapped }: Row): Promise<Buffer> {
    const key = known.get(id) ?? (await masters.unwrap(master, wrapped, contextOf('wrapping key', id)))
    known.set(id, key)
    return key
  }
  return {
    async current(tx) {
      if (newest) return { id: newest, key: known.get(newest)! }
      const { rows } = await sql<Row>`select id, master, wrapped from keystore.wrapping_keys
        where retiring is null order by began desc limit 1`.execute(tx)
      if (!rows[0]) throw new Error('there is no wrapping key')
      const key = await keep(rows[0])
      newest = rows[0].id
      return { id: newest, key }
    },
    async get(tx, id) {
      const before = known.get(id)
      if (before) return before
      const { rows } =
        await sql<Row>`select id, master, wrapped from keystore.wrapping_keys where id = ${id}`.execute(tx)
      if (!rows[0]) throw new Error(`the wrapping key ${id} is not in the key store`)
      return keep(rows[0])
    },
    forget() {
      newest = undefined
    },
  }
}

const notThis = (): StartProblem =>
  new StartProblem(
    'This is not the master key this house was sealed with. Put back the copy you kept, or set the SANDSAGE_MASTER_KEY it was opened with: without it nothing personal can be read. Nothing was changed.',
  )

/** Opens the house's secret as the key store holds it; a StartProblem where this is not the master key. */
export const unwrapSecret = (
  masters: MasterKeys,
  { master, wrapped }: { master: string; wrapped: Buffer },
): Promise<Buffer> =>
  masters.unwrap(master, wrapped, contextOf('secret', SECRET)).catch((cause) => {
    throw cause instanceof StartProblem ? cause : notThis()
  })

/** What a house draws its other secrets from, where it was kept already; as the owner. */
export async function findSecret(tx: Tx, masters: MasterKeys): Promise<Buffer | undefined> {
  const { rows } = await sql<{ master: string; wrapped: Buffer }>`
    select master, wrapped from keystore.secrets where name = ${SECRET}`.execute(tx)
  return rows[0] && unwrapSecret(masters, rows[0])
}

/** A house from before is asked for one of its keys: what does not open it is not its master key. */
async function requireOpens(tx: Tx, secret: Buffer): Promise<void> {
  const { rows } = await sql<{
    file: string
    wrapped: Buffer
  }>`select file, wrapped from keystore.keys where by = ${FIRST} limit 1`.execute(tx)
  if (!rows[0]) return
  try {
    unseal(firstOf(secret), rows[0].wrapped, rows[0].file)
  } catch {
    throw notThis()
  }
}

/** Wraps a key of the house by the current master key. */
export async function keepWrappingKey(tx: Tx, masters: MasterKeys, id: string, key: Buffer): Promise<void> {
  const wrapped = await masters.wrap(key, contextOf('wrapping key', id))
  await sql`insert into keystore.wrapping_keys (id, master, wrapped, began)
    values (${id}, ${masters.current}, ${wrapped}, clock_timestamp())`.execute(tx)
}

export async function keepSecret(tx: Tx, masters: MasterKeys, secret: Buffer): Promise<void> {
  const wrapped = await masters.wrap(secret, contextOf('secret', SECRET))
  await sql`insert into keystore.secrets (name, master, wrapped) values (${SECRET}, ${masters.current}, ${wrapped})
    on conflict (name) do update set master = excluded.master, wrapped = excluded.wrapped`.execute(tx)
}

export const newWrappingKey = (): WrappingKey => ({ id: newId(), key: newKey() })

export type Opened = { secret: Buffer; ring: KeyRing }

/** Opens what a house is locked with, and writes it down the first time; as the owner, before anything else is changed. */
export async function openSecrets(owner: Database, masters: MasterKeys): Promise<Opened> {
  return owner.transaction().execute(async (tx) => {
    await sql`lock table keystore.secrets in share row exclusive mode`.execute(tx)
    const ring = ringOf(masters)
    const found = await findSecret(tx, masters)
    if (found) return { secret: found, ring }
    const { rows } = await sql`select 1 from keystore.keys limit 1`.execute(tx)
    if (rows.length && !masters.first) throw notThis()
    const secret = masters.first ?? newKey()
    await requireOpens(tx, secret)
    await keepSecret(tx, masters, secret)
    await keepWrappingKey(tx, masters, FIRST, firstOf(secret))
    return { secret, ring }
  })
}
