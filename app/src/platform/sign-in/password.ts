import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

type Cost = { memory: number; passes: number; parallelism: number }

/** Argon2id (RFC 9106). At least OWASP's 19 MiB and 2 passes; 46 MiB and 2 passes took 75 ms on one core (decision 0060). */
export const COST: Cost = { memory: 47_104, passes: 2, parallelism: 1 }
const TAG = 32

const derive = promisify(argon2)
const tagOf = (password: string, nonce: Buffer, cost: Cost): Promise<Buffer> =>
  derive('argon2id', { message: Buffer.from(password.normalize('NFKC')), nonce, tagLength: TAG, ...cost })

const plain = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')

/** `$argon2id$v=19$m=47104,t=2,p=1$salt$tag` (PHC string format): the parameters stay with what they made. */
export async function hashPassword(password: string, cost = COST): Promise<string> {
  const nonce = randomBytes(16)
  const tag = await tagOf(password, nonce, cost)
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${plain(nonce)}$${plain(tag)}`
}

function parse(hash: string): { cost: Cost; nonce: Buffer; tag: Buffer } {
  const parts = hash.match(/^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/)
  if (!parts) throw new Error('a password hash of unknown form')
  const [memory, passes, parallelism] = parts.slice(1, 4).map(Number) as [number, number, number]
  return {
    cost: { memory, passes, parallelism },
    nonce: Buffer.from(parts[4]!, 'base64'),
    tag: Buffer.from(parts[5]!, 'base64'),
  }
}

/** Of nobody: checked where there is no account, so that it takes as long. No password fits it but by chance 2^-256. */
const nobody = `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${plain(randomBytes(16))}$${plain(randomBytes(TAG))}`

/** The same work whether or not there is a hash. */
export async function fitsPassword(password: string, hash: string | undefined): Promise<boolean> {
  const { cost, nonce, tag } = parse(hash ?? nobody)
  const found = await tagOf(password, nonce, cost)
  return timingSafeEqual(found, tag) && hash !== undefined
}

/** Made when less was asked: to be made anew while the password is at hand. */
export function isWeaklyHashed(hash: string, wanted = COST): boolean {
  const { cost } = parse(hash)
  return cost.memory < wanted.memory || cost.passes < wanted.passes
}
