import { fromBase64, isSame, toBase64, toBytes, toHex } from './bytes.ts'
import type { Hash, Head } from './merkle.ts'
import { sha256 } from './sha256.ts'

/** Signed notes and checkpoints as C2SP describes them (c2sp.org/signed-note, c2sp.org/tlog-checkpoint). */

/** A key that signatures are checked with. `id` is 4 bytes; `publicKey` 32 (RFC 8032). */
export type Verifier = { name: string; id: Uint8Array; publicKey: Uint8Array }
export type Signature = { name: string; id: Uint8Array; signature: Uint8Array }
export type Note = { text: string; signatures: Signature[] }

const ED25519 = 1
const MOST_SIGNATURES = 64

const join = (...parts: Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** SHA-256(name || 0x0A || 0x01 || public key)[:4]. */
export const keyId = (name: string, publicKey: Uint8Array): Uint8Array =>
  sha256(join(toBytes(`${name}\n`), Uint8Array.of(ED25519), publicKey)).slice(0, 4)

export const verifierOf = (name: string, publicKey: Uint8Array): Verifier => ({
  name,
  id: keyId(name, publicKey),
  publicKey,
})

/** `name+id+key`, as other programs for signed notes take it (golang.org/x/mod/sumdb/note). */
export const writeVerifier = ({ name, id, publicKey }: Verifier): string =>
  `${name}+${toHex(id)}+${toBase64(join(Uint8Array.of(ED25519), publicKey))}`

export const isKeyName = (name: string): boolean => name.length > 0 && !/[\s+\p{Cc}]/u.test(name)

/** Undefined for what is no Ed25519 verifier key, or one whose id is not its own. */
export function parseVerifier(text: string): Verifier | undefined {
  const [, name, id, key] = /^([^+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text.trim()) ?? []
  const bytes = key ? fromBase64(key) : undefined
  if (!name || !isKeyName(name) || bytes?.length !== 33 || bytes[0] !== ED25519) return undefined
  const verifier = verifierOf(name, bytes.slice(1))
  return toHex(verifier.id) === id ? verifier : undefined
}

/** A note's text ends with a newline; the signatures are over exactly that text. */
export const writeNote = ({ text, signatures }: Note): string =>
  `${text}\n${signatures.map(({ name, id, signature }) => `— ${name} ${toBase64(join(id, signature))}\n`).join('')}`

/** Undefined for what is no signed note. Says nothing about whether a signature holds. */
export function parseNote(note: string): Note | undefined {
  const border = note.lastIndexOf('\n\n')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the format forbids exactly these
  if (border < 0 || !note.endsWith('\n') || /[\x00-\x09\x0b-\x1f]/.test(note)) return undefined
  const lines = note.slice(border + 2, -1).split('\n')
  if (lines.length > MOST_SIGNATURES) return undefined
  const signatures: Signature[] = []
  for (const line of lines) {
    const [, name, base64] = /^— (\S+) (\S+)$/.exec(line) ?? []
    const bytes = base64 ? fromBase64(base64) : undefined
    if (!name || !isKeyName(name) || !bytes || bytes.length < 5) return undefined
    signatures.push({ name, id: bytes.slice(0, 4), signature: bytes.slice(4) })
  }
  return { text: note.slice(0, border + 1), signatures }
}

export type Checkpoint = Head & { origin: string }

export const checkpointText = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${size}\n${toBase64(root)}\n`

/** Undefined for a note that is no checkpoint. Lines after the third are allowed and say nothing to us. */
export function parseCheckpoint(text: string): Checkpoint | undefined {
  const [origin, size, base64, ...rest] = text.split('\n')
  const root: Hash | undefined = base64 ? fromBase64(base64) : undefined
  const isWhole = rest.length > 0 && rest.at(-1) === '' && rest.slice(0, -1).every((line) => line !== '')
  if (!origin || !size || !/^(0|[1-9]\d{0,14})$/.test(size) || root?.length !== 32 || !isWhole)
    return undefined
  return { origin, size: Number(size), root }
}

export type VerifyEd25519 = (
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
) => Promise<boolean>

/**
 * The keys among these that signed the note. Undefined when one of them is named and its signature does not hold:
 * then the whole note is worth nothing. Signatures of unknown keys are passed over, as the format asks.
 */
export async function signersOf(
  note: Note,
  verifiers: readonly Verifier[],
  verify: VerifyEd25519,
): Promise<Verifier[] | undefined> {
  const signers: Verifier[] = []
  for (const { name, id, signature } of note.signatures) {
    const verifier = verifiers.find((known) => known.name === name && isSame(known.id, id))
    if (!verifier) continue
    if (!(await verify(verifier.publicKey, toBytes(note.text), signature))) return undefined
    if (!signers.includes(verifier)) signers.push(verifier)
  }
  return signers
}
