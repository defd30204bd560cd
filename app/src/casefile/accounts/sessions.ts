import { sql } from 'kysely'
import { newId } from '../../platform/identity.ts'
import { newSecret, sha256 } from '../../platform/sealing.ts'
import type { Actor } from '../house.ts'
import type { Desk } from './desk.ts'
import { sessionBegan, sessionsEnded, type Way } from './model.ts'
import { tellOfFailures } from './told.ts'

export const SESSION_HOURS = 12
export const IDLE_MINUTES = 60
/** A desk, a telephone, the laptop of a mission, and as many again; the command line too. */
export const MOST_SESSIONS = 10

/** Where a request comes from, in the few words that are kept of it. */
export type From = { device: string; address: string }
export const NOWHERE: From = { device: '', address: '' }

export type Begun = { token: string; actor: Actor; settingUp: boolean }

/** A session nobody had before: a token given earlier never becomes one that is signed in (session fixation). */
export async function startSession(
  desk: Desk,
  account: string,
  by: { how: Way; from: From; provedAt?: Date | null; settingUp?: boolean; withRecoveryCode?: boolean },
): Promise<Begun> {
  const { how, from, settingUp = false, withRecoveryCode } = by
  const token = newSecret(40)
  const session = newId()
  const proved = by.provedAt === undefined ? sql`now()` : sql`${by.provedAt}::timestamptz`
  await sql`insert into sessions (hash, id, actor, expires, proved, how, device, address, setting_up)
    values (${sha256(token)}, ${session}, ${account}, now() + make_interval(hours => ${SESSION_HOURS}), ${proved},
      ${how}, ${from.device}, ${from.address}, ${settingUp})`.execute(desk.db)
  await endBeyond(desk, account, session)
  await tellOfFailures(desk, account)
  await desk.record(account, sessionBegan, { session, how, withRecoveryCode, ...from })
  const { rows } =
    await sql<Actor>`select id, name, profession, language from accounts where id = ${account}`.execute(
      desk.db,
    )
  return { token, actor: rows[0]!, settingUp }
}

/** Ends an account's sessions, all or those named, but for one that stays; says which had been open. */
export async function endSessions(
  desk: Desk,
  account: string,
  because: 'asked' | 'ended' | 'profession' | 'recovery' | 'tooMany',
  which: { only?: string[]; but?: string } = {},
): Promise<string[]> {
  const only = which.only ? sql`and id = any(${which.only}::uuid[])` : sql``
  const but = which.but ? sql`and id <> ${which.but}` : sql``
  const { rows } = await sql<{ id: string }>`update sessions set ended = now()
    where actor = ${account} and ended is null ${only} ${but} returning id`.execute(desk.db)
  const sessions = rows.map((row) => row.id)
  if (sessions.length) await desk.record(account, sessionsEnded, { sessions, because })
  return sessions
}

/** One more than may be: those that were used least lately end. */
async function endBeyond(desk: Desk, account: string, newest: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`select id from sessions
    where actor = ${account} and id <> ${newest} and ended is null and expires > now()
      and seen > now() - make_interval(mins => ${IDLE_MINUTES}) order by seen desc, id desc offset ${MOST_SESSIONS - 1}`.execute(
    desk.db,
  )
  if (rows.length) await endSessions(desk, account, 'tooMany', { only: rows.map((row) => row.id) })
}

export type OpenSession = {
  id: string
  how: Way
  device: string
  address: string
  began: Date
  seen: Date
}

export async function openSessions(desk: Desk, account: string): Promise<OpenSession[]> {
  const { rows } = await sql<OpenSession>`select id, how, device, address, began, seen from sessions
    where actor = ${account} and ended is null and expires > now()
      and seen > now() - make_interval(mins => ${IDLE_MINUTES}) order by seen desc, id`.execute(desk.db)
  return rows
}
