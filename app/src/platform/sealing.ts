import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto'

/**
 * AES-256-GCM (NIST SP 800-38D). A sealed value is version (1 byte) | nonce (12) | tag (16) | ciphertext.
 * `context` is authenticated with it, so a sealed detail moved to another row does not open.
 */
const VERSION = 1

export function seal(key: Buffer, plain: Buffer | string, context: string): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(context))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([Buffer.from([VERSION]), nonce, cipher.getAuthTag(), body])
}

/** Throws when the key is not the one it was sealed with, or a single bit was changed. */
export function unseal(key: Buffer, sealed: Buffer, context: string): Buffer {
  if (sealed[0] !== VERSION) throw new Error(`sealed value of unknown version ${sealed[0]}`)
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 13))
  decipher.setAAD(Buffer.from(context))
  decipher.setAuthTag(sealed.subarray(13, 29))
  return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()])
}

export const newKey = (): Buffer => randomBytes(32)

/** A key for one purpose, drawn from the master key (HMAC-SHA-256 as a one-step KDF, NIST SP 800-56C). */
export const keyFor = (master: Buffer, purpose: string): Buffer =>
  createHmac('sha256', master).update(purpose).digest()

export const sha256 = (value: Buffer | string): string => createHash('sha256').update(value).digest('hex')

/** A secret a person can carry: 20 characters of Crockford's base 32, about 100 bits. */
export function newSecret(length = 20): string {
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  return Array.from(randomBytes(length), (byte) => alphabet[byte & 31]).join('')
}
