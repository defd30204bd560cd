import { sql } from 'kysely'
import { enterRole, type Tx } from '../platform/database.ts'
import { newKey, seal, unseal } from '../platform/sealing.ts'
import { houseRoles } from './access.ts'
import { firstRing, type KeyRing } from './protection/ring.ts'

/** Steps into another of the house's roles for one piece of work, and back into the asker's. */
export async function asRole<T>(tx: Tx, role: string, back: string, work: () => Promise<T>): Promise<T> {
  await enterRole(tx, role)
  const result = await work()
  await enterRole(tx, back)
  return result
}

/** Classes of facts with a key of their own in each file, so that they can be destroyed while the rest stays. */
export const apart = ['dna', 'health', 'list'] as const
const isApart = (what: string): boolean => (apart as readonly string[]).includes(what)

/** Sealed with a class's own key: this byte, the number of the key, then as any other sealed value. */
const BY_CLASS = 2

export type Keys = {
  make(file: string): Promise<void>
  /** Undefined when the key was destroyed: the person was erased. */
  get(file: string): Promise<Buffer | undefined>
  /** Fetches several at once, so that a list of files costs one question. */
  load(files: string[]): Promise<void>
  /** Undefined when the person was erased. */
  seal(file: string, what: string, plain: Buffer | string, context: string): Promise<Buffer | undefined>
  /** Undefined when the key it was sealed with was destroyed. */
  open(file: string, what: string, sealed: Buffer, context: string): Promise<Buffer | undefined>
  /** The files that something was opened in, and those whose opening is recorded besides. */
  opened: Set<string>
}

type Row = { file: string; class: string; generation: number; wrapped: Buffer | null; by: string | null }
/** A key that is there and does not open is no destroyed one: whoever needs it is told. */
type Held = { generation: number; key: Buffer | undefined; damaged?: unknown }
type Known = Map<string, Held[]>

const nameOf = (file: string, what: string): string => `${file} ${what}`
const contextOf = ({ file, class: what, generation }: Pick<Row, 'file' | 'class' | 'generation'>): string =>
  what === '' ? file : `${file} ${what} ${generation}`

async function toHeld(tx: Tx, ring: KeyRing, row: Row): Promise<Held> {
  if (!row.wrapped || !row.by) return { generation: row.generation, key: undefined }
  try {
    const key = unseal(await ring.get(tx, row.by), row.wrapped, contextOf(row))
    return { generation: row.generation, key }
  } catch (damaged) {
    return { generation: row.generation, key: undefined, damaged }
  }
}

const keyOf = (held: Held | undefined): Buffer | undefined => {
  if (held?.damaged) throw held.damaged
  return held?.key
}

async function read(tx: Tx, ring: KeyRing, known: Known, files: string[]): Promise<void> {
  const { rows } = await sql<Row>`
    select file, '' as class, 0 as generation, wrapped, by from keystore.keys where file = any(${files}::uuid[])
    union all
    select file, class, generation, wrapped, by from keystore.class_keys where file = any(${files}::uuid[])
    order by generation`.execute(tx)
  for (const file of files) for (const what of ['', ...apart]) known.set(nameOf(file, what), [])
  for (const row of rows) known.get(nameOf(row.file, row.class))?.push(await toHeld(tx, ring, row))
}

/** Wrapped by the current wrapping key, where no other process has begun the next one meanwhile. */
async function insert(
  tx: Tx,
  ring: KeyRing,
  place: Pick<Row, 'file' | 'class' | 'generation'>,
): Promise<Buffer> {
  const key = newKey()
  for (let tries = 0; tries < 5; tries++) {
    const by = await ring.current(tx)
    const wrapped = seal(by.key, key, contextOf(place))
    const isCurrent = sql`exists (select 1 from keystore.wrapping_keys where id = ${by.id} and retiring is null)`
    const { numAffectedRows } = await (place.class === ''
      ? sql`insert into keystore.keys (file, wrapped, by) select ${place.file}::uuid, ${wrapped}::bytea, ${by.id}::text where ${isCurrent}`
      : sql`insert into keystore.class_keys (file, class, generation, wrapped, by)
          select ${place.file}::uuid, ${place.class}::text, ${place.generation}::smallint, ${wrapped}::bytea, ${by.id}::text where ${isCurrent}`
    ).execute(tx)
    if (numAffectedRows) return key
    ring.forget()
  }
  throw new Error('no wrapping key stayed current')
}

/**
 * Keys of one transaction; they leave memory with it. `role` is the asker's, or undefined for the owner. A secret
 * stands for the ring of a house whose keys were never rotated.
 */
export function openKeys(tx: Tx, from: KeyRing | Buffer, role: string | undefined): Keys {
  const ring = Buffer.isBuffer(from) ? firstRing(from) : from
  const known: Known = new Map()
  const opened = new Set<string>()
  const asKeeper = <T>(work: () => Promise<T>) => (role ? asRole(tx, houseRoles.keeper, role, work) : work())
  const load = async (files: string[]) => {
    const missing = [...new Set(files)].filter((file) => !known.has(nameOf(file, '')))
    if (missing.length) await asKeeper(() => read(tx, ring, known, missing))
  }
  const get = async (file: string) => {
    await load([file])
    return keyOf(known.get(nameOf(file, ''))?.at(-1))
  }
  /** The class's newest key; the first fact of the class, or the first since its key was destroyed, makes one. */
  async function classKey(file: string, what: string): Promise<Held & { key: Buffer }> {
    const held = known.get(nameOf(file, what)) ?? []
    const last = held.at(-1)
    const key = keyOf(last)
    if (last && key) return { ...last, key }
    const generation = (last?.generation ?? 0) + 1
    const made = {
      generation,
      key: await asKeeper(() => insert(tx, ring, { file, class: what, generation })),
    }
    known.set(nameOf(file, what), [...held, made])
    return made
  }
  return {
    opened,
    load,
    get,
    async make(file) {
      const key = await asKeeper(() => insert(tx, ring, { file, class: '', generation: 0 }))
      known.set(nameOf(file, ''), [{ generation: 0, key }])
      for (const what of apart) known.set(nameOf(file, what), [])
    },
    async seal(file, what, plain, context) {
      const whole = await get(file)
      if (!whole) return undefined
      if (!isApart(what)) return seal(whole, plain, context)
      const { generation, key } = await classKey(file, what)
      return Buffer.concat([Buffer.from([BY_CLASS, generation]), seal(key, plain, context)])
    },
    async open(file, what, sealed, context) {
      const whole = await get(file)
      if (whole) opened.add(file)
      if (sealed[0] !== BY_CLASS) return whole && unseal(whole, sealed, context)
      const held = known.get(nameOf(file, what))?.find(({ generation }) => generation === sealed[1])
      const key = keyOf(held)
      return key && unseal(key, sealed.subarray(2), context)
    },
  }
}
