import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { sql } from 'kysely'
import { newId } from '../../../platform/identity.ts'
import { Refusal } from '../../../platform/refusal.ts'
import type { RelyingParty } from '../../../platform/sign-in/origin.ts'
import {
  askToMake,
  askToShow,
  counterShown,
  madePasskey,
  type Passkey,
} from '../../../platform/sign-in/passkey.ts'
import { answerTo, ask } from '../challenges.ts'
import type { Desk } from '../desk.ts'
import { wayAdded } from '../model.ts'
import { leaveNotice } from '../notices.ts'
import { finishSettingUp, waysOf } from './list.ts'

type Asked = { challenge: string; party: RelyingParty }
type Row = {
  id: string
  actor: string
  credential: string
  public_key: Buffer
  counter: number
  transports: string[]
}

const toPasskey = ({ credential, public_key, counter, transports }: Row): Passkey => ({
  credential,
  publicKey: public_key,
  counter,
  transports,
})

const passkeysOf = async (desk: Desk, account: string): Promise<Row[]> =>
  (await sql<Row>`select * from passkeys where actor = ${account}`.execute(desk.db)).rows

export async function beginPasskey(desk: Desk, person: { id: string; name: string }, party: RelyingParty) {
  const has = (await passkeysOf(desk, person.id)).map(toPasskey)
  const options = await askToMake(party, person, has)
  const handle = await ask<Asked>(desk, 'make-passkey', person.id, { challenge: options.challenge, party })
  return { handle, options }
}

export async function addPasskey(
  desk: Desk,
  account: string,
  sent: { handle: string; name: string; response: unknown },
): Promise<void> {
  const asked = await answerTo<Asked>(desk, 'make-passkey', account, sent.handle)
  const made =
    asked && (await madePasskey(sent.response as RegistrationResponseJSON, asked.party, asked.challenge))
  if (!made) throw new Refusal('passkey-not-taken', {}, 403)
  const first = (await waysOf(desk, account)).length === 0
  const added = await sql`insert into passkeys (id, actor, credential, public_key, counter, transports, name)
    values (${newId()}, ${account}, ${made.credential}, ${made.publicKey}, ${made.counter}, ${made.transports}::text[], ${sent.name})
    on conflict (credential) do nothing`.execute(desk.db)
  if (!added.numAffectedRows) throw new Refusal('passkey-not-taken', {}, 403)
  await desk.record(account, wayAdded, { way: 'passkey', name: sent.name })
  await finishSettingUp(desk, account)
  if (!first) await leaveNotice(desk, account, 'wayAdded', { way: 'passkey' })
}

export async function renamePasskey(desk: Desk, account: string, id: string, name: string): Promise<void> {
  const { numAffectedRows } =
    await sql`update passkeys set name = ${name} where id = ${id} and actor = ${account}`.execute(desk.db)
  if (!numAffectedRows) throw new Refusal('way-not-found', {}, 404)
}

export async function beginShowing(desk: Desk, party: RelyingParty) {
  const options = await askToShow(party)
  const handle = await ask<Asked>(desk, 'show-passkey', null, { challenge: options.challenge, party })
  return { handle, options }
}

/** Taken in a transaction of its own before the answer is looked at: a challenge is worth one try. */
export const takeShowing = (desk: Desk, handle: string): Promise<Asked | undefined> =>
  answerTo<Asked>(desk, 'show-passkey', null, handle)

/** Whose passkey it is; undefined for an unknown one, another's, an ended account's, or an answer that does not hold. */
export async function ownerShown(desk: Desk, asked: Asked, sent: unknown): Promise<string | undefined> {
  const response = sent as AuthenticationResponseJSON
  const { rows } = await sql<Row>`select p.* from passkeys p join accounts a on a.id = p.actor
    where p.credential = ${String(response.id)} and a.ended is null`.execute(desk.db)
  const row = rows[0]
  if (!row) return undefined
  const named = response.response?.userHandle
  if (named && Buffer.from(named, 'base64url').toString() !== row.actor) return undefined
  const counter = await counterShown(response, asked.party, asked.challenge, toPasskey(row))
  if (counter === undefined) return undefined
  const moved = await sql`update passkeys set counter = ${counter}, used = now()
    where id = ${row.id} and (counter < ${counter} or (counter = 0 and ${counter} = 0))`.execute(desk.db)
  return moved.numAffectedRows ? row.actor : undefined
}
