import { sql } from 'kysely'
import { newId } from '../../../platform/identity.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { newSecret, seal, sha256, unseal } from '../../../platform/sealing.ts'
import { keyedHash } from '../../../platform/sign-in/keyed-hash.ts'
import { newCodeSecret, stepOfCode } from '../../../platform/sign-in/one-time-code.ts'
import { fitsPassword, hashPassword, isWeaklyHashed } from '../../../platform/sign-in/password.ts'
import { houseRoles } from '../../access.ts'
import type { House } from '../../house.ts'
import { openKeys } from '../../keys.ts'
import { type Counted, countCode, countTry, forgive, isOverCodes } from '../attempts.ts'
import { atDesk, type Desk } from '../desk.ts'
import { type Begun, type From, startSession } from '../sessions.ts'
import { type Kept, nameHashOf, recoveryHashOf, rememberDevice, sealingOf } from './password.ts'

export type Typed = { name: string; password: string; code: string }
export type Origin = { from: From; network: string; deviceToken: string | undefined }

/** A secret of nobody, so that a name nobody has costs the same work. */
const nobodysSecret = newCodeSecret()

type Known = { account: string; kept: Kept | undefined; deviceIsKnown: boolean }

/** The same questions to the database whether or not there is such a name: an unknown one stands for an id nobody has. */
async function lookUp(desk: Desk, nameHash: string, deviceToken: string): Promise<Known> {
  const { rows } = await sql<{ actor: string; sealed: Buffer; known: boolean }>`
    select p.actor, p.sealed, exists (select 1 from known_devices d where d.hash = ${sha256(deviceToken)} and d.actor = p.actor) as known
    from passwords p join accounts a on a.id = p.actor where p.name_hash = ${nameHash} and a.ended is null`.execute(
    desk.db,
  )
  const account = rows[0]?.actor ?? newId()
  const key = await openKeys(desk.db, desk.house.ring, houseRoles.doorkeeper).get(account)
  const kept =
    rows[0] && key
      ? (JSON.parse(unseal(key, rows[0].sealed, sealingOf(account)).toString()) as Kept)
      : undefined
  return { account, kept, deviceIsKnown: rows[0]?.known ?? false }
}

type Counts = { name: Counted; network: Counted | undefined; codes: string }

function countedAs(master: Buffer, nameHash: string, origin: Origin, deviceIsKnown: boolean): Counts {
  const hash = (text: string) => keyedHash(master, 'sign-in attempts', text)
  const device = `${nameHash} device ${origin.deviceToken}`
  if (deviceIsKnown)
    return { name: { key: hash(device), nameHash: null }, network: undefined, codes: hash(`codes ${device}`) }
  const name = { key: hash(`${nameHash} from ${origin.network}`), nameHash }
  const network = { key: hash(`from ${origin.network}`), nameHash: null }
  return { name, network, codes: hash(`codes ${nameHash}`) }
}

/** Takes the one-time or the recovery code out of use; false when somebody else just did. */
async function spend(desk: Desk, account: string, step: number | undefined, code: string): Promise<boolean> {
  const spent =
    step !== undefined
      ? await sql`update passwords set last_code = ${step}, used = now() where actor = ${account} and last_code < ${step}`.execute(
          desk.db,
        )
      : await sql`update recovery_codes set used = now()
          where hash = ${recoveryHashOf(desk.house.master, code)} and actor = ${account} and used is null`.execute(
          desk.db,
        )
  return Number(spent.numAffectedRows) > 0
}

/**
 * Name, password and code in one step. Refuses alike (403) whichever of them is wrong or unknown, after the same
 * work, and makes whoever fails wait (429). Answers the session and the token that makes this browser known.
 */
export async function signInByPassword(
  house: House,
  typed: Typed,
  origin: Origin,
): Promise<Begun & { deviceToken: string }> {
  const clerk = { by: null, device: origin.from.device || 'web' }
  const nameHash = nameHashOf(house.master, typed.name)
  const { account, kept, deviceIsKnown } = await atDesk(house, clerk, (desk) =>
    lookUp(desk, nameHash, origin.deviceToken ?? ''),
  )
  const counted = countedAs(house.master, nameHash, origin, deviceIsKnown)
  await countTry(house.db, counted.name, counted.network)
  const fits = await fitsPassword(typed.password, kept?.hash)
  const step = stepOfCode(kept?.secret ?? nobodysSecret, typed.code, house.now())
  const begun = await atDesk(house, { ...clerk, by: kept ? account : null }, async (desk) => {
    const isOver = await isOverCodes(desk, counted.codes)
    const isSpent = await spend(desk, fits && !isOver ? account : newId(), step, typed.code)
    if (!kept || !isSpent) {
      await countCode(desk, counted.codes, counted.name.key, fits)
      return undefined
    }
    await forgive(desk, counted.name, counted.network)
    if (isWeaklyHashed(kept.hash)) await rehash(desk, account, kept, typed.password)
    const deviceToken = (deviceIsKnown && origin.deviceToken) || newSecret(40)
    await rememberDevice(desk, account, deviceToken)
    const withRecoveryCode = step === undefined || undefined
    return {
      ...(await startSession(desk, account, { how: 'password', from: origin.from, withRecoveryCode })),
      deviceToken,
    }
  })
  if (!begun) throw new Refusal('sign-in-wrong', {}, 403)
  return begun
}

/** What was hashed when less was asked is hashed anew while the password is at hand. */
async function rehash(desk: Desk, account: string, kept: Kept, password: string): Promise<void> {
  const next: Kept = { ...kept, hash: await hashPassword(password) }
  const sealed = seal(await desk.key(account), JSON.stringify(next), sealingOf(account))
  await sql`update passwords set sealed = ${sealed} where actor = ${account}`.execute(desk.db)
}
