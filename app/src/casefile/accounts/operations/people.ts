import { sql } from 'kysely'
import { z } from 'zod'
import { newId } from '../../../platform/identity.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { mayRead, professions } from '../../access.ts'
import type { Context } from '../../context.ts'
import type { Language } from '../../house.ts'
import { Language as AnyLanguage } from '../../model.ts'
import { operation } from '../../operation.ts'
import { makeLink } from '../../session.ts'
import { requireOther } from '../account.ts'
import type { Desk } from '../desk.ts'
import {
  asked,
  ended,
  Invitation,
  invited,
  Profession,
  professionChanged,
  Reason,
  RequestKind,
} from '../model.ts'
import { endSessions } from '../sessions.ts'
import { removeAllWays, waysOf } from '../ways/list.ts'
import { addIdentity } from '../ways/providers.ts'
import { askRequest } from './requests.ts'

type AccountRow = {
  id: string
  name: string
  profession: z.infer<typeof Profession>
  language: Language
  ended: Date | null
  seen: Date | null
  ways: number
  whole_house: boolean
  invited_until: Date | null
}

const accountRows = (desk: Desk) =>
  sql<AccountRow>`
  select a.id, a.name, a.profession, a.language, a.ended,
    (select max(s.seen) from sessions s where s.actor = a.id and not s.setting_up) as seen,
    (select count(*) from passkeys p where p.actor = a.id) + (select count(*) from passwords p where p.actor = a.id)
      + (select count(*) from identities i where i.actor = a.id) as ways,
    exists (select 1 from assignments g where g.actor = a.id and g.scope = 'house' and not g.replaced and (g.until is null or g.until > now())) as whole_house,
    (select max(l.expires) from sign_in_links l where l.actor = a.id and l.ended is null and l.expires > now()) as invited_until
  from accounts a order by a.ended is not null, a.name, a.id`.execute(desk.db)

type RequestRow = {
  id: string
  account: string
  what: z.infer<typeof RequestKind>
  asked_by: string | null
  asked_at: Date
}

const Listed = z.object({
  id: z.uuid(),
  name: z.string(),
  profession: Profession,
  language: AnyLanguage,
  contact: z.string().nullable(),
  /** Invited and not in yet; at work; ended. */
  state: z.enum(['invited', 'working', 'ended']),
  invitedUntil: z.string().nullable(),
  seen: z.string().nullable(),
  ways: z.number(),
  wholeHouse: z.boolean(),
})
const Waiting = z.object({
  id: z.uuid(),
  account: z.uuid(),
  name: z.string(),
  what: RequestKind,
  reason: z.string(),
  by: z.string().nullable(),
  at: z.string(),
  /** Asked for by the reader, or about them: another one decides. */
  own: z.boolean(),
})

const iso = (date: Date | null) => date?.toISOString() ?? null

export const listAccounts = operation({
  summary:
    'The people here: who works, who is invited, whose work has ended, and what waits for a second administrator',
  may: ['administrator', 'protectionOfficer'],
  input: z.object({}),
  output: z.object({ accounts: z.array(Listed), requests: z.array(Waiting) }),
  reads: true,
  run: (ctx) =>
    ctx.asDoorkeeper(async (desk) => {
      const { rows } = await accountRows(desk)
      const ids = rows.map((row) => row.id)
      const invitations = await desk.details(ids, invited)
      const accounts = rows.map(({ seen, ways, whole_house, invited_until, ...row }) => ({
        ...row,
        ended: undefined,
        contact: invitations.find(({ account }) => account === row.id)?.detail.contact ?? null,
        state: row.ended ? ('ended' as const) : seen ? ('working' as const) : ('invited' as const),
        invitedUntil: iso(invited_until),
        seen: iso(seen),
        ways,
        wholeHouse: whole_house,
      }))
      return { accounts, requests: await waitingRequests(ctx, desk, rows) }
    }),
})

async function waitingRequests(ctx: Context, desk: Desk, accounts: AccountRow[]) {
  const { rows } = await sql<RequestRow>`select id, account, what, asked_by, asked_at from account_requests
    where answered_at is null order by asked_at`.execute(desk.db)
  const reasons = await desk.details(
    rows.map((row) => row.account),
    asked,
  )
  const nameOf = (id: string | null) => accounts.find((one) => one.id === id)?.name
  return rows.map(({ id, account, what, asked_by, asked_at }) => ({
    ...{ id, account, what },
    name: nameOf(account) ?? '',
    reason: reasons.find(({ detail }) => detail.request === id)?.detail.reason ?? '',
    by: nameOf(asked_by) ?? null,
    at: asked_at.toISOString(),
    own: asked_by === ctx.actor?.id || account === ctx.actor?.id,
  }))
}

const Link = z.object({ id: z.uuid(), link: z.string() })

export const invite = operation({
  summary: 'Invite somebody to work here: answers a one-time link of 24 hours, to be handed over',
  may: ['administrator'],
  input: Invitation.extend({
    /** Why they are to see every operation; a second administrator decides. Without it a coordinator assigns them. */
    wholeHouseBecause: Reason.optional(),
  }),
  output: Link,
  run: (ctx, { wholeHouseBecause, ...invitation }) =>
    ctx.asDoorkeeper(async (desk) => {
      const id = newId(ctx.now.getTime())
      const { name, profession, language, identity } = invitation
      await sql`insert into accounts (id, name, profession, language) values (${id}, ${name}, ${profession}, ${language})`.execute(
        desk.db,
      )
      await desk.record(id, invited, invitation)
      if (identity) await addIdentity(desk, id, identity)
      if (wholeHouseBecause) await askRequest(desk, id, 'wholeHouse', wholeHouseBecause)
      return { id, link: await makeLink(desk, ctx.address, id, 'settingUp') }
    }),
})

export const renewInvitation = operation({
  summary: 'A new link for somebody who was invited and has not been in yet; the old one ends',
  may: ['administrator'],
  input: z.object({ account: z.uuid() }),
  output: Link,
  run: (ctx, { account }) =>
    ctx.asDoorkeeper(async (desk) => {
      await requireOther(desk, account)
      // A link that was opened and led to no way is as good as lost: nobody has been in by it.
      const been =
        await sql`select 1 from sessions where actor = ${account} and not setting_up limit 1`.execute(desk.db)
      if (been.rows.length || (await waysOf(desk, account)).length) throw new Refusal('already-set-up')
      await endSessions(desk, account, 'asked')
      return { id: account, link: await makeLink(desk, ctx.address, account, 'settingUp') }
    }),
})

/** Two administrators who end each other at once must not leave the house without any. */
async function requireAdministratorLeft(desk: Desk, without: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('administrators', 0))`.execute(desk.db)
  const { rows } = await sql`select 1 from accounts
    where profession = 'administrator' and ended is null and id <> ${without} limit 1`.execute(desk.db)
  if (!rows.length) throw new Refusal('last-administrator')
}

export const changeProfession = operation({
  summary: 'Give somebody another profession: their sessions and assignments end at once',
  may: ['administrator'],
  input: z.object({ account: z.uuid(), profession: Profession, reason: Reason }),
  output: z.object({}),
  run: (ctx, { account, profession, reason }) =>
    ctx.asDoorkeeper(async (desk) => {
      await requireAdministratorLeft(desk, account)
      const { profession: from } = await requireOther(desk, account)
      if (from === profession) return {}
      await sql`update accounts set profession = ${profession} where id = ${account}`.execute(desk.db)
      await desk.record(account, professionChanged, { from, to: profession, reason })
      await endSessions(desk, account, 'profession')
      return {}
    }),
})

export const endAccount = operation({
  summary: 'End somebody’s work here: sessions, links, ways to sign in and assignments end at once',
  may: ['administrator'],
  input: z.object({ account: z.uuid(), reason: Reason }),
  output: z.object({}),
  run: (ctx, { account, reason }) =>
    ctx.asDoorkeeper(async (desk) => {
      await requireAdministratorLeft(desk, account)
      await requireOther(desk, account)
      await sql`update accounts set ended = now() where id = ${account}`.execute(desk.db)
      await sql`update sign_in_links set ended = now() where actor = ${account} and ended is null`.execute(
        desk.db,
      )
      await desk.record(account, ended, { reason })
      await endSessions(desk, account, 'ended')
      await removeAllWays(desk, account)
      return {}
    }),
})

const HistoryEntry = z.object({
  type: z.string(),
  at: z.string(),
  by: z.string().nullable(),
  device: z.string(),
  detail: z.record(z.string(), z.unknown()),
})

export const accountHistory = operation({
  summary:
    'What happened to an account: one’s own, or as an administrator or data protection officer anybody’s',
  may: professions,
  input: z.object({ account: z.uuid() }),
  output: z.object({ name: z.string(), entries: z.array(HistoryEntry) }),
  reads: true,
  run: (ctx, { account }) =>
    ctx.asDoorkeeper(async (desk) => {
      const { id, profession } = ctx.actor!
      if (account !== id && !mayRead(profession, 'account')) throw new Refusal('not-allowed', {}, 403)
      const { rows } = await sql<{ id: string; name: string }>`select id, name from accounts`.execute(desk.db)
      const names = new Map(rows.map((row) => [row.id, row.name]))
      if (!names.has(account)) throw new Refusal('account-not-found', {}, 404)
      const events = await desk.events([account])
      const entries = events.map(({ type, recordedAt, by, device, detail }) => ({
        ...{ type, at: recordedAt, by: by && (names.get(by) ?? null), device },
        detail: detail as Record<string, unknown>,
      }))
      return { name: names.get(account)!, entries: entries.reverse().slice(0, 500) }
    }),
})
