import type { Profession } from '../app/src/casefile/access.ts'
import type { Problem } from '../app/src/casefile/asking.ts'
import { makeAccount } from '../app/src/casefile/session.ts'
import { openTestHouse } from './house.ts'

export const REASON = 'She was brought in unconscious tonight'

/** A house, an operation, and people who are assigned to nothing. `clock.ahead` (ms) moves the house's time. */
export async function openEmergencyWorld(clock = { ahead: 0 }) {
  const world = await openTestHouse({ now: () => new Date(Date.now() + clock.ahead) })
  const coordinator = world.as('coordinator')
  const { id: operation } = await coordinator('casefile', 'describeOperation', {
    description: {
      names: { en: 'Rusafa' },
      ...{ from: 'IQ', to: 'KZ', corridor: 'IQ-KZ', flightAt: '2026-11-27T06:00:00Z', takesRequests: true },
    },
  })
  const addPerson = async (kind: 'child' | 'relative' = 'child') =>
    (
      await coordinator('casefile', 'describePerson', {
        ...{ kind, operation },
        description: { names: { en: 'Somebody' }, sex: 'female', birth: { earliest: 2015, latest: 2015 } },
      })
    ).id
  /** Somebody who works on nothing; asks in their own name. */
  async function stranger(profession: Profession) {
    const account = await makeAccount(world.house.owner, {
      ...{ name: `A ${profession} from elsewhere`, profession, language: 'en' },
    })
    return { account, ask: world.withToken(await world.signIn(account)) }
  }
  return { ...world, clock, operation, addPerson, stranger }
}
export type EmergencyWorld = Awaited<ReturnType<typeof openEmergencyWorld>>
export type Stranger = Awaited<ReturnType<EmergencyWorld['stranger']>>

/** The code of the no that comes back; undefined when the answer is yes. */
export const codeOf = async (asked: Promise<unknown>): Promise<string | undefined> =>
  asked.then(
    () => undefined,
    ({ no }: Problem) => (no.kind === 'refusal' ? no.code : no.kind),
  )
