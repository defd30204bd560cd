import { createHmac } from 'node:crypto'
import { keyFor, newSecret } from '../sealing.ts'

/** How a name is looked up without standing anywhere: the same text gives the same hash under one master key only. */
export const keyedHash = (master: Buffer, purpose: string, text: string): string =>
  createHmac('sha256', keyFor(master, `find by ${purpose}`))
    .update(text)
    .digest('hex')

/** Upper and lower case, width and spaces around are no difference in a name to sign in with. */
export const sameName = (name: string): string => name.normalize('NFKC').trim().toLowerCase()

export const RECOVERY_CODES = 10
/** 16 characters of Crockford's base 32, 80 bits, in groups of four that a person can copy. */
export const newRecoveryCode = (): string => newSecret(16).match(/.{4}/g)!.join('-')

/** As it was made: with the letters people confuse put right (Crockford: O is 0, I and L are 1). */
export const sameCode = (code: string): string =>
  code
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
