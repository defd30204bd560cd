import type { Asker, Profession } from '../../app/src/casefile/access.ts'
import { makeAccount } from '../../app/src/casefile/session.ts'
import type { Ids } from '../access/examples.ts'
import { openTestHouse } from '../house.ts'

const person = (sex: 'male' | 'female') => ({
  names: { kk: 'Біреу', en: 'Somebody' },
  sex,
  birth: { earliest: 2019, latest: 2020 },
})

/** A house with an operation, two children and a relative, and a way to ask in it that survives its own damage. */
export async function openHostileWorld() {
  const world = await openTestHouse()
  const coordinator = world.as('coordinator')
  const { id: operation } = await coordinator('casefile', 'describeOperation', {
    description: {
      names: { en: 'Somewhere' },
      from: 'IQ',
      to: 'KZ',
      corridor: 'IQ-KZ',
      flightAt: '2026-11-27T06:00:00Z',
      takesRequests: true,
    },
  })
  const add = async (kind: 'child' | 'relative', sex: 'male' | 'female') =>
    (await coordinator('casefile', 'describePerson', { kind, operation, description: person(sex) })).id
  const ids: Ids = {
    operation,
    child: await add('child', 'female'),
    sibling: await add('child', 'male'),
    relative: await add('relative', 'female'),
    worker: world.accounts.lawyer,
  }
  /** Requests end sessions and accounts too: whoever was thrown out comes back as somebody new. */
  async function comeBack(profession: Profession): Promise<void> {
    const account = await makeAccount(world.house.owner, {
      name: `Another ${profession}`,
      profession,
      language: 'en',
      wholeHouse: true,
    })
    world.tokens[profession] = await world.signIn(account)
  }
  const tokenOf = (asker: Asker): string | undefined => (asker === 'anyone' ? undefined : world.tokens[asker])
  return { ...world, ids, comeBack, tokenOf }
}

export type HostileWorld = Awaited<ReturnType<typeof openHostileWorld>>
