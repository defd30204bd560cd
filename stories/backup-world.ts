import { toSentFile } from '../app/src/casefile/operation.ts'
import type { TestHouse } from './house.ts'

/** An operation with a child, an aunt who asks, a consent and a paper: something in every table of truth. */
export async function clearanceReady(
  world: TestHouse,
  mark: string,
): Promise<{ operation: string; child: string }> {
  const ask = world.as('coordinator')
  const { id: operation } = await ask('casefile', 'describeOperation', {
    description: {
      ...{ names: { en: 'Rusafa' }, from: 'IQ', to: 'KZ', corridor: 'IQ-KZ' },
      ...{ flightAt: '2026-11-27T06:00:00Z', takesRequests: true },
    },
  })
  const { id: child } = await ask('casefile', 'describePerson', {
    ...{ kind: 'child', operation },
    description: {
      names: { kk: 'Әйгерім' },
      sex: 'female',
      birth: { earliest: 2019, latest: 2020 },
      place: mark,
    },
  })
  const lawyer = world.as('lawyer')
  await lawyer('clearance', 'beginClearance', { operation, children: [{ child, mother: 'lives' }] })
  await lawyer('clearance', 'meetRequirement', {
    ...{ child, requirement: 'mother-consent', paper: toSentFile('order.pdf', `%PDF ${mark}`.repeat(500)) },
    ...{ on: '2026-11-01', signedBy: ['The mother', 'A notary'] },
  })
  return { operation, child }
}
