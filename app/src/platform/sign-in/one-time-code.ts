import { Secret, TOTP } from 'otpauth'

/** RFC 6238 as every authenticator app knows it: SHA-1, six digits, thirty seconds; 160 bits of secret (RFC 4226, 4). */
const PERIOD = 30
const generator = (secret: string, label = '') =>
  new TOTP({
    ...{ issuer: 'Sandsage', label, algorithm: 'SHA1', digits: 6, period: PERIOD },
    secret: Secret.fromBase32(secret),
  })

export const newCodeSecret = (): string => new Secret({ size: 20 }).base32

/** What an authenticator app reads from a link or a picture. */
export const codeUri = (secret: string, label: string): string => generator(secret, label).toString()

/**
 * The time step a code belongs to, one step early or late allowed; undefined when it fits none.
 * A step that was taken must not be taken again: the caller keeps the last one (RFC 6238, 5.2).
 */
export function stepOfCode(secret: string, code: string, at: Date): number | undefined {
  const token = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return undefined
  const delta = generator(secret).validate({ token, timestamp: at.getTime(), window: 1 })
  return delta === null ? undefined : Math.floor(at.getTime() / 1000 / PERIOD) + delta
}

export const codeAt = (secret: string, at: Date): string =>
  generator(secret).generate({ timestamp: at.getTime() })
