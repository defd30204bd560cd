import { createPrivateKey, createPublicKey, type KeyObject, randomBytes, sign } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { keyFor, newSecret, seal, unseal } from '../../platform/sealing.ts'
import { toBytes } from './core/bytes.ts'
import {
  type Checkpoint,
  checkpointText,
  type Verifier,
  verifierOf,
  writeNote,
  writeVerifier,
} from './core/note.ts'

/** A key that signs for the log. */
export type Signer = { verifier: Verifier; privateKey: KeyObject }

const SEED_BYTES = 32
/** The beginning of every Ed25519 private key in PKCS #8 (RFC 8410, section 7); the 32 bytes of the seed follow. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')

/** The key of a 32-byte seed (RFC 8032), under a name that is the log's origin. */
export function signerOf(name: string, seed: Buffer): Signer {
  const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' })
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' })
  return { verifier: verifierOf(name, Buffer.from(x!, 'base64url')), privateKey }
}

/** A signed note of a checkpoint; more than one key signs when one takes over from another. */
export function signCheckpoint(checkpoint: Checkpoint, signers: Signer[]): string {
  const text = checkpointText(checkpoint)
  const signatures = signers.map(({ verifier, privateKey }) => ({
    name: verifier.name,
    id: verifier.id,
    signature: sign(null, toBytes(text), privateKey),
  }))
  return writeNote({ text, signatures })
}

const wrapping = (master: Buffer): Buffer => keyFor(master, 'wrap log signing keys')

/** `SANDSAGE_LOG_KEY`: the seed in base 64, for a house whose key is kept elsewhere. */
function seedFrom(env: NodeJS.ProcessEnv): Buffer | undefined {
  if (!env.SANDSAGE_LOG_KEY) return undefined
  const seed = Buffer.from(env.SANDSAGE_LOG_KEY, 'base64')
  if (seed.length !== SEED_BYTES) throw new Error('SANDSAGE_LOG_KEY is not 32 bytes in base 64')
  return seed
}

async function keepPublic(tx: Tx, { verifier }: Signer): Promise<string> {
  const written = writeVerifier(verifier)
  await sql`update log_keys set ended = now() where ended is null and verifier <> ${written}`.execute(tx)
  await sql`insert into log_keys (verifier) values (${written})
    on conflict (verifier) do update set ended = null`.execute(tx)
  return written
}

/** Makes a key and keeps it wrapped, or takes the one of the environment; as the owner. It signs from now on. */
export async function makeSigner(tx: Tx, origin: string, master: Buffer, env = process.env): Promise<Signer> {
  const given = seedFrom(env)
  const seed = given ?? randomBytes(SEED_BYTES)
  const signer = signerOf(origin, seed)
  const written = await keepPublic(tx, signer)
  if (!given)
    await sql`insert into keystore.signing_keys (verifier, wrapped)
      values (${written}, ${seal(wrapping(master), seed, written)})`.execute(tx)
  return signer
}

/** What every log begins with: a name nobody else's has, its edge, and a key. As the owner, when a house opens. */
export async function beginLog(tx: Tx, master: Buffer, env = process.env): Promise<void> {
  await sql`insert into log_edge (origin, size, hashes)
    values (${env.SANDSAGE_LOG_NAME ?? `sandsage-log/${newSecret(12).toLowerCase()}`}, 0, '') on conflict do nothing`.execute(
    tx,
  )
  const { rows } = await sql<{ origin: string; keyed: boolean }>`
    select origin, exists (select 1 from log_keys where ended is null) as keyed from log_edge`.execute(tx)
  const { origin, keyed } = rows[0]!
  if (!keyed || env.SANDSAGE_LOG_KEY) await makeSigner(tx, origin, master, env)
}

/** The key that signs now; undefined where it was given by an environment that is not this one's. */
export async function findSigner(
  tx: Tx,
  origin: string,
  master: Buffer,
  env = process.env,
): Promise<Signer | undefined> {
  const given = seedFrom(env)
  if (given) return signerOf(origin, given)
  const { rows } = await sql<{ verifier: string; wrapped: Buffer }>`
    select k.verifier, s.wrapped from log_keys k join keystore.signing_keys s on s.verifier = k.verifier
    where k.ended is null order by k.began desc limit 1`.execute(tx)
  return rows[0] && signerOf(origin, unseal(wrapping(master), rows[0].wrapped, rows[0].verifier))
}

/** The key that signs now. `tx` must be able to read the key store. */
export async function currentSigner(tx: Tx, origin: string, master: Buffer): Promise<Signer> {
  const signer = await findSigner(tx, origin, master)
  if (!signer)
    throw new Error(
      'The log has no key to sign with: give SANDSAGE_LOG_KEY, or run "sandsage log rotate-key"',
    )
  return signer
}
