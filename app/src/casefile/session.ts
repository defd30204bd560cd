import { sql } from 'kysely'
import { z } from 'zod'
import type { Database } from '../platform/database.ts'
import { newId } from '../platform/identity.ts'
import { Refusal } from '../platform/refusal.ts'
import { newSecret, sha256 } from '../platform/sealing.ts'
import { linkOrigin } from '../platform/sign-in/origin.ts'
import { ANYONE, type Profession, professions } from './access.ts'
import { atDesk, type Clerk, type Desk } from './accounts/desk.ts'
import { linkMade } from './accounts/model.ts'
import { leaveNotice } from './accounts/notices.ts'
import { type Begun, endSessions, type From, NOWHERE, startSession } from './accounts/sessions.ts'
import { removeAllWays, waysOf } from './accounts/ways/list.ts'
import type { Actor, House, Language, Session } from './house.ts'
import { operation } from './operation.ts'

const LINK_HOURS = 24

type AccountRow = { id: string; name: string; profession: Profession; language: Language }
type Purpose = 'entering' | 'settingUp' | 'recovery'

const onMachine: Clerk = { by: null, device: 'machine' }

/** A fresh one-time link for an account; the ones it had and did not use end with this. */
export const makeSignInLink = (house: House, account: string): Promise<string> =>
  atDesk(house, onMachine, (desk) => makeLink(desk, house.address, account, 'entering'))

/** `entering` opens the house (by name, where one asks for it); `settingUp` lets in only to set up a way; `recovery` does too, and takes the old ways away. */
export async function makeLink(
  desk: Desk,
  address: string,
  account: string,
  purpose: Purpose,
  byName = purpose !== 'entering',
): Promise<string> {
  const token = newSecret(32)
  await sql`update sign_in_links set ended = now() where actor = ${account} and ended is null`.execute(
    desk.db,
  )
  await sql`insert into sign_in_links (hash, actor, expires, sets_up, recovers) values (${sha256(token)}, ${account},
    now() + make_interval(hours => ${LINK_HOURS}), ${purpose !== 'entering'}, ${purpose === 'recovery'})`.execute(
    desk.db,
  )
  await desk.record(account, linkMade, { for: purpose })
  return `${linkOrigin(address, byName)}/sign-in#${token}`
}

type LinkRow = { actor: string; sets_up: boolean; recovers: boolean }

/** Exchanges a link's token for a session's. A link works once; used, ended and unknown ones are told apart for its holder only. */
export function beginSession(house: House, linkToken: string, from: From = NOWHERE): Promise<Begun> {
  const hash = sha256(linkToken)
  return atDesk(house, { by: null, device: from.device || 'web' }, async (desk) => {
    const { rows } = await sql<LinkRow>`update sign_in_links set ended = now()
      where hash = ${hash} and ended is null and expires > now() returning actor, sets_up, recovers`.execute(
      desk.db,
    )
    const link = rows[0]
    if (!link) return refuseLink(desk, hash)
    if (link.recovers) {
      await removeAllWays(desk, link.actor)
      await endSessions(desk, link.actor, 'recovery')
      await leaveNotice(desk, link.actor, 'recovered')
    }
    const settingUp = link.sets_up && (await waysOf(desk, link.actor)).length === 0
    return startSession(desk, link.actor, { how: 'link', from, settingUp })
  })
}

async function refuseLink(desk: Desk, hash: string): Promise<never> {
  const { rows } = await sql<{
    late: boolean
  }>`select expires <= now() as late from sign_in_links where hash = ${hash}`.execute(desk.db)
  throw new Refusal(rows[0] ? (rows[0].late ? 'link-expired' : 'link-used') : 'link-unknown', {}, 403)
}

type SessionRow = AccountRow & { session: string; fresh: boolean; setting_up: boolean }

/** Whose session this is, in one question; undefined for an unknown, ended, idle or expired one, or an ended account's. */
export async function findSession(
  house: Pick<House, 'db'>,
  token: string,
): Promise<{ actor: Actor; session: Session } | undefined> {
  const { rows } = await sql<SessionRow>`select * from find_session(${sha256(token)})`.execute(house.db)
  if (!rows[0]) return undefined
  const { session, fresh, setting_up, ...actor } = rows[0]
  return { actor, session: { id: session, fresh, settingUp: setting_up } }
}

export const endSession = (house: House, token: string) =>
  atDesk(house, { by: null, device: 'web' }, ({ db }) =>
    sql`update sessions set ended = now() where hash = ${sha256(token)} and ended is null`.execute(db),
  )

/** Accounts are made by the one who runs the house, from the machine it runs on. */
export async function makeAccount(
  owner: Database,
  account: Omit<AccountRow, 'id'> & { wholeHouse?: boolean },
): Promise<string> {
  const id = newId()
  const { name, profession, language } = account
  await owner.transaction().execute(async (tx) => {
    await sql`insert into accounts (id, name, profession, language) values (${id}, ${name}, ${profession}, ${language})`.execute(
      tx,
    )
    if (account.wholeHouse)
      await sql`insert into assignments (id, actor, scope) values (${newId()}, ${id}, 'house')`.execute(tx)
  })
  return id
}

export const Who = z.object({
  id: z.uuid(),
  name: z.string(),
  profession: z.string(),
  language: z.enum(['kk', 'ru', 'en', 'ar']),
})

export const who = operation({
  summary: 'Who am I signed in as; nobody when not signed in',
  may: [ANYONE, ...professions],
  input: z.object({}),
  output: z.object({
    actor: Who.nullable(),
    /** Invited, and yet to set up a way to sign in: nothing else opens before. */
    settingUp: z.boolean(),
  }),
  reads: true,
  settingUp: true,
  run: async (ctx) => ({ actor: ctx.actor, settingUp: ctx.session?.settingUp ?? false }),
})

export const colleagues = operation({
  summary: 'The people who work here and their professions, to assign and to name',
  may: ['coordinator', 'lead'],
  input: z.object({}),
  output: z.object({ accounts: z.array(Who) }),
  reads: true,
  async run(ctx) {
    const { rows } = await sql<
      z.infer<typeof Who>
    >`select id, name, profession, language from accounts where ended is null order by name, id`.execute(
      ctx.db,
    )
    return { accounts: rows }
  },
})

export const operations = { who, colleagues }
