import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Refusal } from '../../platform/refusal.ts'
import { withoutOthers } from './disclosure.ts'
import { erasable, type Ground, grounds, holdReasons } from './model.ts'
import { periods } from './retention.ts'
import { type ClassFacts, dueAt, dueOf, requireErasable, type Standing } from './rules.ts'

const free: Standing = { kind: 'child', aside: false, holds: [], steps: [], flightAt: null, classes: [] }
const facts = (what: string, last: string): ClassFacts => ({ class: what, first: last, last, events: 1 })
const now = new Date('2026-11-23T09:00:00Z')

const codeOf = (
  standing: Standing,
  what: (typeof erasable)[number] = 'person',
  ground: Ground = 'person-asked',
) => {
  try {
    requireErasable(standing, what, ground, periods, now)
    return null
  } catch (cause) {
    return (cause as Refusal).code
  }
}
const step = (station: string, state: string) => ({ station, state, waitsFor: null })

test.each([
  ['nothing against it', free, null],
  ['a hold', { ...free, holds: ['court' as const] }, 'erasure-on-hold'],
  ['a flight that is planned', { ...free, steps: [step('evacuation', 'waiting')] }, 'erasure-flight-planned'],
  ['a decision that is open', { ...free, steps: [step('clearance', 'problem')] }, 'erasure-decision-open'],
  [
    'an operation that goes on',
    { ...free, steps: [step('clearance', 'done')], flightAt: '2026-11-27T06:00:00Z' },
    'erasure-operation-goes-on',
  ],
  [
    'the same, flown',
    { ...free, steps: [step('clearance', 'done')], flightAt: '2026-11-20T06:00:00Z' },
    null,
  ],
  ['out of the lists', { ...free, aside: true, steps: [step('evacuation', 'waiting')] }, null],
  [
    'medical records of last year',
    { ...free, classes: [facts('health', '2025-11-23T09:00:00Z')] },
    'erasure-kept-by-law',
  ],
  // 25 years and a day before.
  ['medical records of long ago', { ...free, classes: [facts('health', '2001-11-22T09:00:00Z')] }, null],
])('%s', (_what, standing, code) => {
  expect(codeOf(standing)).toBe(code)
})

test('the way home holds up a person, not their DNA; what was kept unlawfully has no period', () => {
  const onTheWay = { ...free, steps: [step('evacuation', 'waiting')] }
  expect(codeOf(onTheWay, 'dna')).toBe(null)
  const treated = { ...free, classes: [facts('health', '2025-11-23T09:00:00Z')] }
  expect(codeOf(treated, 'health', 'unlawful')).toBe(null)
  expect(codeOf(treated, 'dna')).toBe(null)
})

test('no hold is ever gone past', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...erasable),
      fc.constantFrom(...grounds),
      fc.subarray([...holdReasons], { minLength: 1 }),
      fc.boolean(),
      (what, ground, holds, aside) => codeOf({ ...free, aside, holds }, what, ground) === 'erasure-on-hold',
    ),
  )
})

test('a period of months ends on the same day, or on the last one of a shorter month', () => {
  const month = { ...periods[0]!, months: 1 }
  expect(dueAt(facts('dna', '2026-01-31T10:00:00.000Z'), month)).toBe('2026-02-28T10:00:00.000Z')
  expect(dueAt(facts('dna', '2026-05-12T10:00:00.000Z'), { ...month, months: 12 })).toBe(
    '2027-05-12T10:00:00.000Z',
  )
})

const instant = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })

test('what is due stays due: the list only grows with time', () => {
  const classes = fc.array(
    fc.record({ class: fc.constantFrom(...periods.map((period) => period.class)), last: instant }),
    { maxLength: 6 },
  )
  fc.assert(
    fc.property(classes, instant, instant, (made, a, b) => {
      const all = made.map((one) => facts(one.class, one.last.toISOString()))
      const [early, late] = a < b ? [a, b] : [b, a]
      const names = (at: Date) => dueOf(all, periods, at).map((due) => `${due.data} ${due.since}`)
      for (const due of names(early)) expect(names(late)).toContain(due)
    }),
  )
})

test('other people are left out of what somebody is told, themselves not', () => {
  const own = '01890000-0000-7000-8000-000000000001'
  const other = '01890000-0000-7000-8000-000000000002'
  const said = {
    ...{
      names: { en: 'Aisha' },
      mother: { en: 'Madina' },
      givenBy: own,
      claimant: other,
      note: 'With Madina',
    },
    people: [
      { id: own, sex: 'female' },
      { id: other, sex: 'male' },
    ],
  }
  expect(withoutOthers(said, own, ['Madina'])).toEqual({
    ...{
      names: { en: 'Aisha' },
      mother: { other: 'mother' },
      givenBy: 'you',
      claimant: { other: 'somebody' },
    },
    ...{ note: 'With […]', people: [{ id: 'you', sex: 'female' }] },
  })
})
