import { toSentFile } from '../app/src/casefile/operation.ts'
import type { TestHouse } from './house.ts'

export const DAY = 86_400_000

/** A clock that a story moves on. */
export function movableClock(start = '2026-05-01T08:00:00Z') {
  let at = Date.parse(start)
  return {
    now: () => new Date(at),
    pass: (days: number) => {
      at += days * DAY
    },
  }
}

export async function newOperation(world: TestHouse): Promise<string> {
  const description = {
    names: { en: 'Rusafa' },
    from: 'IQ',
    to: 'KZ',
    corridor: 'IQ-KZ',
    flightAt: '2026-11-27T06:00:00Z',
    takesRequests: true,
  }
  return (await world.as('coordinator')('casefile', 'describeOperation', { description })).id
}

export const grandmother = {
  name: 'Күлпаш Ахметова',
  relation: 'анасының шешесі',
  contact: '+7 701 123 45 67',
  language: 'kk' as const,
  place: 'Атырау',
}
export const uncle = {
  name: 'Юсуф Ахметов',
  relation: 'дядя по матери',
  contact: '8 702 765 43 21',
  language: 'ru' as const,
}
export const aisha = {
  name: 'Айша Ахметова',
  sex: 'female' as const,
  year: 2019,
  mother: 'Мадина Ахметова',
  place: 'Багдад',
}
/** The same child as her uncle writes her. */
export const aishaInArabic = { name: 'عائشة أحمدوفا', sex: 'female' as const, mother: 'مدينة أحمدوفا' }

/**
 * Somebody asks; answers the file's id with what was handed out. Sent by a colleague, because a house takes only
 * twenty forms in ten minutes from one address.
 */
export async function ask(world: TestHouse, operation: string, requester: object, ...sought: object[]) {
  const form = { operation, requester, sought } as never
  const receipt = await world.as('consul')('tracing', 'requestTracing', form)
  const { requests } = await world.as('coordinator')('tracing', 'listRequests', { operation })
  return { ...receipt, request: requests.find((one) => one.number === receipt.number)!.id }
}

export async function takeUp(world: TestHouse, ...requests: string[]): Promise<void> {
  for (const request of requests) await world.as('coordinator')('tracing', 'acceptRequest', { request })
}

/** A child comes by a list of one row. */
export async function bringChild(world: TestHouse, operation: string, ...row: string[]): Promise<string> {
  const consul = world.as('consul')
  const file = toSentFile('list.csv', `Name;Age;Sex;Mother\n${row.join(';')}`)
  const { sha256 } = await consul('tracing', 'planImport', { operation, file })
  const { done } = await consul('tracing', 'acceptImport', { operation, file, sha256 })
  return done[0]!.child
}

export const refusedAs = (code: string) => ({ no: { kind: 'refusal', code } })
export const invalidAt = (field: string, code: string) => ({
  no: { kind: 'invalid', fields: [{ field, code }] },
})
