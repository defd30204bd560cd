import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Corridor,
  findCorridor,
  findRequirement,
  type RequirementId,
  requirementIds,
} from './corridors.ts'
import {
  applies,
  blockedBy,
  expiryOf,
  type Holding,
  type Holdings,
  isInFuture,
  lastDayOf,
  readiness,
  requireMeetable,
  stateOf,
  toMoment,
} from './rules.ts'

const corridor = findCorridor('IQ-KZ') as Corridor
const get = (id: RequirementId) => findRequirement(corridor, id)!
const flightAt = new Date('2026-11-27T06:00:00Z')
const today = new Date('2026-11-25T09:00:00Z')
const met: Holding = { state: 'met', expires: null }
const until = (time: string): Holding => ({ state: 'met', expires: new Date(time) })
const all: Holdings = Object.fromEntries(requirementIds.map((id) => [id, met]))

test('a paper is good until its end, and not good enough where it ends before take-off', () => {
  expect(stateOf(undefined, today, flightAt)).toBe('waiting')
  expect(stateOf(met, today, flightAt)).toBe('met')
  expect(stateOf(until('2026-11-27T06:00:00Z'), today, flightAt)).toBe('met')
  expect(stateOf(until('2026-11-27T05:59:59Z'), today, flightAt)).toBe('expires-before-flight')
  expect(stateOf(until('2026-11-25T09:00:00Z'), today, flightAt)).toBe('expired')
  expect(stateOf({ state: 'not-applicable', expires: null }, today, flightAt)).toBe('not-applicable')
})

test('fit to fly holds 72 hours from the examination, a stated end only shortens it', () => {
  const on = toMoment('2026-11-25T08:00:00Z')
  expect(expiryOf(get('fit-to-fly'), on, undefined)).toEqual(new Date('2026-11-28T08:00:00Z'))
  expect(expiryOf(get('fit-to-fly'), on, toMoment('2026-11-26', 'end'))).toEqual(
    new Date('2026-11-26T23:59:59.999Z'),
  )
  expect(expiryOf(get('fit-to-fly'), on, toMoment('2027-01-01'))).toEqual(new Date('2026-11-28T08:00:00Z'))
  expect(expiryOf(get('judge'), on, undefined)).toBeNull()
})

test('what ends with a day is named by that day', () => {
  expect(lastDayOf(toMoment('2026-12-20', 'end').toISOString())).toBe('2026-12-20')
  expect(lastDayOf('2026-11-28T08:00:00.000Z')).toBeUndefined()
})

test('an early examination blocks: it ends before the flight', () => {
  const examined = expiryOf(get('fit-to-fly'), toMoment('2026-11-24T05:00:00Z'), undefined)
  const held: Holdings = { ...all, 'fit-to-fly': { state: 'met', expires: examined } }
  expect(readiness(corridor, held, today, flightAt)).toEqual({
    ready: false,
    because: ['expires-fit-to-fly'],
  })
  expect(readiness(corridor, held, flightAt, flightAt).because).toEqual(['expired-fit-to-fly'])
})

test('today is not the future anywhere on earth, tomorrow afternoon is', () => {
  expect(isInFuture('2026-11-26', new Date('2026-11-25T10:00:00Z'))).toBe(false) // Kiritimati, UTC+14
  expect(isInFuture('2026-11-26', new Date('2026-11-25T09:59:00Z'))).toBe(true)
  expect(isInFuture('2026-11-25T09:00:01Z', today)).toBe(true)
})

test('an orphan needs a guardian and no mother; a child outside the prison no release', () => {
  const asks = (mother: 'lives' | 'dead' | 'not-found', stays: 'prison' | 'elsewhere') =>
    corridor.requirements.filter((one) => applies(one, { mother, stays })).map(({ id }) => id)
  expect(asks('lives', 'prison')).toEqual(requirementIds.filter((id) => id !== 'guardian-consent'))
  expect(asks('dead', 'elsewhere')).toEqual(
    requirementIds.filter((id) => id !== 'mother-consent' && id !== 'prison-release'),
  )
  expect(asks('not-found', 'elsewhere')).toEqual(asks('dead', 'elsewhere'))
})

test.each<[string, RequirementId, Holdings, string]>([
  ['kinship by hand', 'kinship', {}, 'met-by-evidence'],
  ['the judge before kinship', 'judge', { 'mother-consent': met }, 'comes-after-kinship'],
  ['the judge before the mother', 'judge', { kinship: met }, 'comes-after-mother-consent'],
  ['the release before the judge', 'prison-release', { kinship: met }, 'comes-after-judge'],
  ['fit to fly by a lawyer', 'fit-to-fly', all, 'only-a-doctor'],
  ['a doctor’s office by a lawyer', 'travel-document', { kinship: met }, 'not-your-requirement'],
  [
    'what does not apply',
    'guardian-consent',
    { 'guardian-consent': { state: 'not-applicable', expires: null } },
    'does-not-apply',
  ],
  ['twice', 'judge', all, 'already-met'],
])('%s is refused', (_what, id, held, code) => {
  const facts = { profession: 'lawyer', now: today, flightAt, metBy: 'Aigul' }
  expect(() => requireMeetable(get(id), held, facts)).toThrow(code)
})

test('what ends too soon may be renewed', () => {
  const facts = { profession: 'doctor', now: today, flightAt, metBy: 'Aigul' }
  const held = { ...all, 'fit-to-fly': until('2026-11-26T00:00:00Z') }
  expect(() => requireMeetable(get('fit-to-fly'), held, facts)).not.toThrow()
})

test('every requirement comes after earlier ones of the same corridor, so all can be met in order', () => {
  for (const [place, { id, after }] of corridor.requirements.entries())
    for (const first of after)
      expect(
        corridor.requirements.findIndex((one) => one.id === first),
        `${id} after ${first}`,
      ).toBeLessThan(place)
})

const anyHolding: fc.Arbitrary<Holding> = fc.record({
  state: fc.constantFrom('met', 'waiting', 'not-applicable'),
  expires: fc.option(
    fc.date({ min: new Date('2026-11-01'), max: new Date('2026-12-31'), noInvalidDate: true }),
  ),
})
const anyHoldings: fc.Arbitrary<Holdings> = fc.dictionary(fc.constantFrom(...requirementIds), anyHolding)

test('meeting one more never blocks anybody', () => {
  fc.assert(
    fc.property(anyHoldings, fc.constantFrom(...requirementIds), (held, id) => {
      const before = readiness(corridor, held, today, flightAt)
      const after = readiness(corridor, { ...held, [id]: met }, today, flightAt)
      expect(before.because).toEqual(expect.arrayContaining(after.because))
      for (const requirement of corridor.requirements)
        expect(blockedBy(requirement, held, today)).toEqual(
          expect.arrayContaining(blockedBy(requirement, { ...held, [id]: met }, today)),
        )
    }),
  )
})

test('ready is to have no reason, and every reason is one of a requirement', () => {
  fc.assert(
    fc.property(anyHoldings, (held) => {
      const { ready, because } = readiness(corridor, held, today, flightAt)
      expect(ready).toBe(because.length === 0)
      for (const code of because) expect(requirementIds.some((id) => code.endsWith(`-${id}`))).toBe(true)
    }),
  )
})

test('time alone never makes a child ready', () => {
  fc.assert(
    fc.property(anyHoldings, fc.integer({ min: 0, max: 60 * 24 }), (held, hours) => {
      const later = new Date(today.getTime() + hours * 3_600_000)
      const now = readiness(corridor, held, today, today)
      const then = readiness(corridor, held, later, later)
      expect(then.ready && !now.ready).toBe(false)
    }),
  )
})
