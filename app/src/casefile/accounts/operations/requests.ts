import { sql } from 'kysely'
import { z } from 'zod'
import { newId } from '../../../platform/identity.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { operation } from '../../operation.ts'
import { makeLink } from '../../session.ts'
import { requireAccount } from '../account.ts'
import type { Desk } from '../desk.ts'
import { answered, asked, Reason, RequestKind } from '../model.ts'
import { endSessions } from '../sessions.ts'

type Request = { id: string; account: string; what: RequestKind; asked_by: string | null }

/** Written down as asked by the clerk of the desk; one of a kind waits per account at a time. */
export async function askRequest(
  desk: Desk,
  account: string,
  what: RequestKind,
  reason: string,
): Promise<string> {
  const id = newId()
  const added =
    await sql`insert into account_requests (id, account, what, asked_by) values (${id}, ${account}, ${what}, ${desk.by})
    on conflict do nothing`.execute(desk.db)
  if (!added.numAffectedRows) throw new Refusal('already-asked')
  await desk.record(account, asked, { request: id, what, reason })
  return id
}

/**
 * Decides a request. Approved recovery ends every session and answers a link that takes the old ways away when it
 * is used. `desk.by` null is whoever runs the machine, standing in for a second administrator.
 */
export async function answerAs(
  desk: Desk,
  address: string,
  request: string,
  approved: boolean,
): Promise<{ account: string; link?: string }> {
  const { rows } = await sql<Request>`select id, account, what, asked_by from account_requests
    where id = ${request} and answered_at is null for update`.execute(desk.db)
  const found = rows[0]
  if (!found) throw new Refusal('request-not-found', {}, 404)
  const { account, what } = found
  if (desk.by && (desk.by === found.asked_by || desk.by === account)) throw new Refusal('own-request')
  if (approved) await requireAccount(desk, account)
  await sql`update account_requests set answered_by = ${desk.by}, answered_at = now(), approved = ${approved} where id = ${request}`.execute(
    desk.db,
  )
  const onMachine = desk.by === null || undefined
  await desk.record(account, answered, { request, what, approved, onMachine })
  if (!approved || what !== 'recovery') return { account }
  await endSessions(desk, account, 'recovery')
  return { account, link: await makeLink(desk, address, account, 'recovery') }
}

export const askForAccount = operation({
  summary: 'Ask that an account be recovered, or work on the whole house; another administrator decides',
  may: ['administrator'],
  input: z.object({ account: z.uuid(), what: RequestKind, reason: Reason }),
  output: z.object({ request: z.uuid() }),
  fresh: true,
  run: (ctx, { account, what, reason }) =>
    ctx.asDoorkeeper(async (desk) => {
      await requireAccount(desk, account)
      return { request: await askRequest(desk, account, what, reason) }
    }),
})

export const answerRequest = operation({
  summary:
    'Approve or decline what another administrator asked for; an approved recovery answers a one-time link',
  may: ['administrator'],
  input: z.object({ request: z.uuid(), approve: z.boolean() }),
  output: z.object({ link: z.string().optional() }),
  fresh: true,
  run: (ctx, { request, approve }) =>
    ctx.asDoorkeeper(async (desk) => {
      const { link } = await answerAs(desk, ctx.address, request, approve)
      return { link }
    }),
})
