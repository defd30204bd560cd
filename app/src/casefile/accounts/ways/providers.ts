import { sql } from 'kysely'
import { newId } from '../../../platform/identity.ts'
import { Invalid } from '../../../platform/refusal.ts'
import { keyedHash, sameName } from '../../../platform/sign-in/keyed-hash.ts'
import type { Claims } from '../../../platform/sign-in/provider.ts'
import type { Desk } from '../desk.ts'
import { type Identity, wayAdded } from '../model.ts'

const subjectHash = (desk: Desk, subject: string) => keyedHash(desk.house.master, 'subject', subject)
const emailHash = (desk: Desk, email: string) => keyedHash(desk.house.master, 'e-mail', sameName(email))

export async function addIdentity(desk: Desk, account: string, identity: Identity): Promise<void> {
  const { issuer, subject, email } = identity
  const added = await sql`insert into identities (id, actor, issuer, subject_hash, email_hash)
    values (${newId()}, ${account}, ${issuer}, ${subject ? subjectHash(desk, subject) : null}, ${email ? emailHash(desk, email) : null})
    on conflict do nothing`.execute(desk.db)
  if (!added.numAffectedRows) throw new Invalid([{ field: 'identity', code: 'identity-taken' }])
  await desk.record(account, wayAdded, { way: 'provider', name: issuer })
}

/**
 * Whose account these claims open: the one invited under this subject, or under an e-mail address the provider has
 * verified; the first sign-in by e-mail binds the subject, and from then on the address alone opens nothing.
 */
export async function ownerOfIdentity(desk: Desk, claims: Claims): Promise<string | undefined> {
  const subject = subjectHash(desk, claims.subject)
  const bySubject = await sql<{ actor: string }>`update identities i set used = now() from accounts a
    where i.issuer = ${claims.issuer} and i.subject_hash = ${subject} and a.id = i.actor and a.ended is null returning i.actor`.execute(
    desk.db,
  )
  if (bySubject.rows[0] || !claims.email) return bySubject.rows[0]?.actor
  const byEmail = await sql<{
    actor: string
  }>`update identities i set used = now(), subject_hash = ${subject} from accounts a
    where i.issuer = ${claims.issuer} and i.email_hash = ${emailHash(desk, claims.email)} and i.subject_hash is null
      and a.id = i.actor and a.ended is null returning i.actor`.execute(desk.db)
  return byEmail.rows[0]?.actor
}
