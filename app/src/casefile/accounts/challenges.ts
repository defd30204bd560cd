import { sql } from 'kysely'
import { newSecret, sha256 } from '../../platform/sealing.ts'
import type { Desk } from './desk.ts'

const MINUTES = 10
type Kind = 'show-passkey' | 'make-passkey' | 'one-time-code' | 'provider'

/** Keeps what the answer will be checked against; the handle is all that leaves the house. */
export async function ask<D>(desk: Desk, kind: Kind, actor: string | null, detail: D): Promise<string> {
  const handle = newSecret(32)
  await sql`delete from sign_in_challenges where expires < now()`.execute(desk.db)
  await sql`insert into sign_in_challenges (hash, kind, actor, detail, expires)
    values (${sha256(handle)}, ${kind}, ${actor}, ${JSON.stringify(detail)}::jsonb, now() + make_interval(mins => ${MINUTES}))`.execute(
    desk.db,
  )
  return handle
}

/** Takes a question out, so it is answered once whatever comes of it; undefined when unknown, late or another's. */
export async function answerTo<D>(
  desk: Desk,
  kind: Kind,
  actor: string | null,
  handle: string,
): Promise<D | undefined> {
  const { rows } = await sql<{ detail: D }>`delete from sign_in_challenges
    where hash = ${sha256(handle)} and kind = ${kind} and actor is not distinct from ${actor} and expires > now()
    returning detail`.execute(desk.db)
  return rows[0]?.detail
}
