import { sql } from 'kysely'
import type { Database, Tx } from '../../platform/database.ts'
import type { MasterKeys } from '../../platform/keys/master-keys.ts'
import { seal, unseal } from '../../platform/sealing.ts'
import { findSecret, type KeyRing, keepSecret, keepWrappingKey, newWrappingKey, ringOf } from './ring.ts'

const BATCH = 500
/** One rotation at a time, in whatever process. */
const ONE_AT_A_TIME = 'rotation of keys'

export type Rotated = { keys: number; continued: boolean }

/** `progress` is told how many keys were wrapped anew so far. */
type Progress = (keys: number) => void

/**
 * Wraps every key anew, by a new wrapping key under the current master key, while the house goes on writing. What was
 * interrupted goes on where it stopped. The old wrapping key is let go of when nothing is wrapped by it: the database
 * refuses it before (a foreign key), so no key is lost whatever else happens at the same time.
 */
export async function rotateKeys(
  owner: Database,
  masters: MasterKeys,
  progress: Progress = () => {},
): Promise<Rotated> {
  return owner.connection().execute(async (db) => {
    await sql`select pg_advisory_lock(hashtextextended(${ONE_AT_A_TIME}, 0))`.execute(db)
    try {
      const continued = await begin(db, masters)
      const ring = ringOf(masters)
      let keys = 0
      do {
        keys += await wrapAnew(db, ring, (more) => progress(keys + more))
      } while (!(await letGo(db)))
      masters.retire?.(await mastersInUse(db))
      return { keys, continued }
    } finally {
      await sql`select pg_advisory_unlock(hashtextextended(${ONE_AT_A_TIME}, 0))`.execute(db)
    }
  })
}

/** Answers whether one was under way already. */
async function begin(db: Database, masters: MasterKeys): Promise<boolean> {
  const { rows } = await sql`select 1 from keystore.wrapping_keys where retiring is not null`.execute(db)
  if (rows.length) return true
  masters.renew?.()
  await db.transaction().execute(async (tx) => {
    const secret = await findSecret(tx, masters)
    if (!secret) throw new Error('the house was not opened yet')
    const next = newWrappingKey()
    await keepWrappingKey(tx, masters, next.id, next.key)
    await keepSecret(tx, masters, secret)
    await sql`update keystore.wrapping_keys set retiring = now() where id <> ${next.id}`.execute(tx)
  })
  return false
}

async function wrapAnew(db: Database, ring: KeyRing, progress: Progress): Promise<number> {
  let done = 0
  for (;;) {
    const count = await db.transaction().execute(async (tx) => {
      return (await wrapFiles(tx, ring)) + (await wrapClasses(tx, ring))
    })
    done += count
    progress(done)
    if (count === 0) return done
  }
}

const retiring = sql`(select id from keystore.wrapping_keys where retiring is not null)`

/** A key that is being destroyed at this moment is left alone: it is gone when it is looked for again. */
async function wrapFiles(tx: Tx, ring: KeyRing): Promise<number> {
  const { rows } = await sql<{ file: string; wrapped: Buffer; by: string }>`
    select file, wrapped, by from keystore.keys where by in ${retiring} limit ${BATCH} for update skip locked`.execute(
    tx,
  )
  if (rows.length === 0) return 0
  const next = await ring.current(tx)
  for (const { file, wrapped, by } of rows) {
    const anew = seal(next.key, unseal(await ring.get(tx, by), wrapped, file), file)
    await sql`update keystore.keys set wrapped = ${anew}, by = ${next.id} where file = ${file}`.execute(tx)
  }
  return rows.length
}

type ClassRow = { file: string; class: string; generation: number; wrapped: Buffer; by: string }

async function wrapClasses(tx: Tx, ring: KeyRing): Promise<number> {
  const { rows } = await sql<ClassRow>`select file, class, generation, wrapped, by from keystore.class_keys
    where by in ${retiring} limit ${BATCH} for update skip locked`.execute(tx)
  if (rows.length === 0) return 0
  const next = await ring.current(tx)
  for (const { file, class: what, generation, wrapped, by } of rows) {
    const context = `${file} ${what} ${generation}`
    const anew = seal(next.key, unseal(await ring.get(tx, by), wrapped, context), context)
    await sql`update keystore.class_keys set wrapped = ${anew}, by = ${next.id}
      where file = ${file} and class = ${what} and generation = ${generation}`.execute(tx)
  }
  return rows.length
}

/** Answers false where somebody who began before the rotation has written a key meanwhile: it is wrapped anew first. */
async function letGo(db: Database): Promise<boolean> {
  try {
    await sql`delete from keystore.wrapping_keys where retiring is not null`.execute(db)
    return true
  } catch (cause) {
    if ((cause as { code?: string }).code === '23503') return false
    throw cause
  }
}

async function mastersInUse(db: Database): Promise<string[]> {
  const { rows } = await sql<{ master: string }>`
    select master from keystore.wrapping_keys union select master from keystore.secrets`.execute(db)
  return rows.map((row) => row.master)
}
