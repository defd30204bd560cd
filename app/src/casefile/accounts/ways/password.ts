import { sql } from 'kysely'
import { Invalid, Refusal } from '../../../platform/refusal.ts'
import { seal, sha256, unseal } from '../../../platform/sealing.ts'
import {
  keyedHash,
  newRecoveryCode,
  RECOVERY_CODES,
  sameCode,
  sameName,
} from '../../../platform/sign-in/keyed-hash.ts'
import { codeUri, newCodeSecret, stepOfCode } from '../../../platform/sign-in/one-time-code.ts'
import { hashPassword } from '../../../platform/sign-in/password.ts'
import { weaknessOf } from '../../../platform/sign-in/password-strength.ts'
import { answerTo, ask } from '../challenges.ts'
import type { Desk } from '../desk.ts'
import { codesRenewed, wayAdded } from '../model.ts'
import { leaveNotice } from '../notices.ts'
import { finishSettingUp, waysOf } from './list.ts'

/** What is sealed with the account's key: the name to sign in with, the password's hash, the one-time codes' secret. */
export type Kept = { name: string; hash: string; secret: string }
export const sealingOf = (account: string): string => `password of ${account}`

export const nameHashOf = (master: Buffer, name: string): string =>
  keyedHash(master, 'sign-in name', sameName(name))
export const recoveryHashOf = (master: Buffer, code: string): string =>
  keyedHash(master, 'recovery code', sameCode(code))

export async function keptPassword(desk: Desk, account: string): Promise<Kept | undefined> {
  const { rows } = await sql<{
    sealed: Buffer
  }>`select sealed from passwords where actor = ${account}`.execute(desk.db)
  if (!rows[0]) return undefined
  return JSON.parse(unseal(await desk.key(account), rows[0].sealed, sealingOf(account)).toString()) as Kept
}

/** A new secret for an authenticator app; it counts once a first code of it was typed. */
export async function beginAuthenticator(desk: Desk, person: { id: string; name: string }) {
  const secret = newCodeSecret()
  const sealed = seal(await desk.key(person.id), secret, `one-time code of ${person.id}`).toString('base64')
  const handle = await ask(desk, 'one-time-code', person.id, { sealed })
  return { handle, secret, uri: codeUri(secret, person.name) }
}

type Typed = { handle: string; code: string }

async function secretTyped(
  desk: Desk,
  account: string,
  typed: Typed,
): Promise<{ secret: string; step: number }> {
  const asked = await answerTo<{ sealed: string }>(desk, 'one-time-code', account, typed.handle)
  if (!asked) throw new Refusal('set-up-late')
  const key = await desk.key(account)
  const secret = unseal(key, Buffer.from(asked.sealed, 'base64'), `one-time code of ${account}`).toString()
  const step = stepOfCode(secret, typed.code, desk.now)
  if (step === undefined) throw new Invalid([{ field: 'code', code: 'code-wrong' }])
  return { secret, step }
}

/** Sets a password together with its one-time codes, or changes the password and keeps the codes. Answers new recovery codes, if any. */
export async function setPassword(
  desk: Desk,
  person: { id: string; name: string },
  sent: { signInName: string; password: string; authenticator?: Typed },
): Promise<string[]> {
  const { id } = person
  const weakness = weaknessOf(sent.password, [person.name, sent.signInName])
  if (weakness) throw new Invalid([{ field: 'password', code: weakness }])
  const nameHash = nameHashOf(desk.house.master, sent.signInName)
  const taken = await sql`select 1 from passwords where name_hash = ${nameHash} and actor <> ${id}`.execute(
    desk.db,
  )
  if (taken.rows.length) throw new Invalid([{ field: 'signInName', code: 'name-taken' }])
  const before = await keptPassword(desk, id)
  const made = sent.authenticator && (await secretTyped(desk, id, sent.authenticator))
  if (!made && !before) throw new Invalid([{ field: 'code', code: 'missing' }])
  const first = (await waysOf(desk, id)).length === 0
  const kept: Kept = {
    name: sent.signInName.trim(),
    hash: await hashPassword(sent.password),
    secret: made?.secret ?? before!.secret,
  }
  const sealed = seal(await desk.key(id), JSON.stringify(kept), sealingOf(id))
  await sql`insert into passwords (actor, name_hash, sealed, last_code) values (${id}, ${nameHash}, ${sealed}, ${made?.step ?? 0})
    on conflict (actor) do update set name_hash = excluded.name_hash, sealed = excluded.sealed, made = now(),
      last_code = greatest(passwords.last_code, excluded.last_code)`.execute(desk.db)
  await sql`delete from known_devices where actor = ${id}`.execute(desk.db)
  await desk.record(id, wayAdded, { way: 'password', name: '' })
  await finishSettingUp(desk, id)
  if (!first) await leaveNotice(desk, id, 'wayAdded', { way: 'password' })
  return made ? renewRecoveryCodes(desk, id) : []
}

/** Ten, shown once and kept as keyed hashes; each stands in for one one-time code, once. */
export async function renewRecoveryCodes(desk: Desk, account: string): Promise<string[]> {
  const { rows } = await sql`select 1 from passwords where actor = ${account}`.execute(desk.db)
  if (!rows.length) throw new Refusal('way-not-found', {}, 404)
  const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode)
  const hashes = codes.map((code) => recoveryHashOf(desk.house.master, code))
  await sql`delete from recovery_codes where actor = ${account}`.execute(desk.db)
  await sql`insert into recovery_codes (hash, actor) select hash, ${account} from unnest(${hashes}::text[]) as hash`.execute(
    desk.db,
  )
  await desk.record(account, codesRenewed, { count: codes.length })
  return codes
}

export async function recoveryCodesLeft(desk: Desk, account: string): Promise<number> {
  const { rows } = await sql<{
    n: number
  }>`select count(*) as n from recovery_codes where actor = ${account} and used is null`.execute(desk.db)
  return rows[0]!.n
}

/** The browser that signed in is known from now on; the token is its alone. */
export async function rememberDevice(desk: Desk, account: string, token: string): Promise<void> {
  await sql`insert into known_devices (hash, actor) values (${sha256(token)}, ${account})
    on conflict (hash) do update set used = now() where known_devices.actor = excluded.actor`.execute(desk.db)
}
