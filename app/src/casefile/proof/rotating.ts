import { writeVerifier } from './core/note.ts'
import type { LogDesk } from './desk.ts'
import { lockTree, readTree, sequence, signTakeOver } from './sequencer.ts'
import { findSigner, makeSigner } from './signing.ts'

/**
 * A new key signs from now on, as the owner. The same tree is signed with the old and the new one, so whoever
 * trusts the old key can trust the new. Answers the new verifier key.
 */
export async function rotateKey(desk: LogDesk): Promise<string> {
  const { tx, master } = desk
  if (process.env.SANDSAGE_LOG_KEY)
    throw new Error(
      'The key is given by SANDSAGE_LOG_KEY: change it there, and the next start takes the new one',
    )
  await lockTree(tx, true)
  const { origin } = await readTree(tx)
  const old = await findSigner(tx, origin, master)
  const next = await makeSigner(tx, origin, master)
  await sequence(desk)
  await signTakeOver(desk, old ? [old, next] : [next])
  return writeVerifier(next.verifier)
}
