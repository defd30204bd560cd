import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as WebStream } from 'node:stream/web'
import { createZstdCompress, createZstdDecompress } from 'node:zlib'
import { Decrypter, Encrypter } from 'age-encryption'
import { StartProblem } from '../refusal.ts'

/** SHA-256 and length of what was written, before (`plain`) and after compression and encryption. */
export type Sealed = { bytes: number; sha256: string; plainBytes: number; plainSha256: string }

/** Passes bytes on and counts them. */
function meter() {
  const hash = createHash('sha256')
  let bytes = 0
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      hash.update(chunk)
      done(null, chunk)
    },
  })
  return { stream, result: () => ({ bytes, sha256: hash.digest('hex') }) }
}

const toWeb = (stream: Readable): ReadableStream<Uint8Array> =>
  Readable.toWeb(stream) as unknown as ReadableStream<Uint8Array>
const fromWeb = (stream: ReadableStream<Uint8Array>): Readable =>
  Readable.fromWeb(stream as unknown as WebStream<Uint8Array>)

/** What the name of a folder points at is on disk only when the folder itself is. */
export async function settle(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined)
  await handle?.sync().catch(() => {})
  await handle?.close()
}

/** Puts content that was written beside in its place: after a crash it is there whole, or not at all. */
export async function putInPlace(path: string): Promise<void> {
  const handle = await open(`${path}.new`, 'r+')
  await handle.sync()
  await handle.close()
  await rename(`${path}.new`, path)
  await settle(dirname(path))
}

export const isFull = (cause: unknown): boolean => (cause as { code?: string }).code === 'ENOSPC'
export const fullSentence = (folder: string): string =>
  `The disk of ${folder} is full. What was finished is kept: the same command goes on from there.`

/** Compresses (zstd), encrypts (age) and writes a stream. The file appears under its name when it is whole and on disk. */
export async function writeSealed(path: string, content: Readable, recipients: string[]): Promise<Sealed> {
  const encrypter = new Encrypter()
  for (const recipient of recipients) encrypter.addRecipient(recipient)
  const plain = meter()
  const sealed = meter()
  const packed = createZstdCompress()
  const packing = pipeline(content, plain.stream, packed)
  // Heard below, together with the writing; until then a failure waits.
  packing.catch(() => {})
  try {
    const encrypted = fromWeb(await encrypter.encrypt(toWeb(packed)))
    const file = createWriteStream(`${path}.new`, { mode: 0o600 })
    await Promise.all([packing, pipeline(encrypted, sealed.stream, file)])
  } catch (cause) {
    await rm(`${path}.new`, { force: true })
    throw isFull(cause) ? new StartProblem(fullSentence(dirname(path))) : cause
  }
  await putInPlace(path)
  const before = plain.result()
  return { ...sealed.result(), plainBytes: before.bytes, plainSha256: before.sha256 }
}

/** An age identity, as text `AGE-SECRET-KEY-1...`. */
export type Identity = string

const isOfDatabase = (cause: unknown): boolean =>
  /^[0-9A-Z]{5}$/.test((cause as { code?: string }).code ?? '')

/** Age's and zstd's own words, as a sentence for the one who restores. */
function toProblem(path: string, cause: unknown): unknown {
  const { code, message } = cause as { code?: string; message: string }
  if (cause instanceof StartProblem || isOfDatabase(cause)) return cause
  if (code === 'ENOENT') return new StartProblem(`The backup is not whole: ${path} is missing.`)
  if (/no identity matched/.test(message))
    return new StartProblem(
      `This identity does not open ${path}. Give the age identity whose recipient the backup was made for.`,
    )
  if (code && !/^(Z|ERR)/.test(code)) return cause
  return new StartProblem(`${path} is damaged (${message}).`)
}

/**
 * Opens what `writeSealed` wrote and sends it on; `into` is asked for once the identity fits. A byte that was
 * changed, a cut end or a wrong identity: a StartProblem.
 */
export async function readSealed(
  path: string,
  identities: Identity[],
  into: () => NodeJS.WritableStream,
): Promise<void> {
  const decrypter = new Decrypter()
  for (const identity of identities) decrypter.addIdentity(identity)
  try {
    const decrypted = fromWeb(await decrypter.decrypt(toWeb(createReadStream(path))))
    await pipeline(decrypted, createZstdDecompress(), into())
  } catch (cause) {
    throw toProblem(path, cause)
  }
}

/** Length and SHA-256 of a file as it lies there; undefined where there is none. */
export async function measure(path: string): Promise<{ bytes: number; sha256: string } | undefined> {
  const hash = createHash('sha256')
  let bytes = 0
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      bytes += chunk.length
      hash.update(chunk)
    }
  } catch (cause) {
    if ((cause as { code?: string }).code === 'ENOENT') return undefined
    throw cause
  }
  return { bytes, sha256: hash.digest('hex') }
}
