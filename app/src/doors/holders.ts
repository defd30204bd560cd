import type { FastifyRequest } from 'fastify'
import { countTry, forgive } from '../casefile/accounts/attempts.ts'
import { atDesk } from '../casefile/accounts/desk.ts'
import type { House } from '../casefile/house.ts'
import { Refusal } from '../platform/refusal.ts'
import { networkOf } from '../platform/sign-in/device.ts'
import { keyedHash, sameName } from '../platform/sign-in/keyed-hash.ts'

const clerk = { by: null, device: 'web' }

/**
 * Work for whoever holds the secret of a number. Each try counts as wrong before it is looked at, for this number from
 * this network and for the network as a whole, and is given back unless the secret did not fit: guessing gets
 * slower and slower, and never for the holder, who asks from elsewhere. The same is done for a number nobody has.
 */
export async function asHolder<T>(
  house: House,
  request: FastifyRequest,
  number: unknown,
  work: () => Promise<T>,
): Promise<T> {
  const hash = (text: string) => keyedHash(house.master, 'tries of numbers', text)
  const network = networkOf(request.ip)
  const signs = sameName(String(number).slice(0, 60)).replace(/[^\p{L}\p{N}]/gu, '')
  const own = { key: hash(`${signs} from ${network}`), nameHash: null }
  const all = { key: hash(`from ${network}`), nameHash: null }
  await countTry(house.db, own, all)
  const giveBack = () => atDesk(house, clerk, (desk) => forgive(desk, own, all))
  try {
    const answer = await work()
    await giveBack()
    return answer
  } catch (cause) {
    if (!(cause instanceof Refusal && cause.code === 'number-or-secret-wrong')) await giveBack()
    throw cause
  }
}
