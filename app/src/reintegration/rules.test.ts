import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DrawnPerson } from '../evidence/model.ts'
import {
  addDays,
  addMonths,
  daysBetween,
  dueDates,
  FOLLOW_UP_MONTHS,
  leftApart,
  markState,
  type Pair,
  requireTimely,
  requireTogether,
  siblingGroups,
  withSiblings,
} from './rules.ts'
import { siblingsIn } from './store.ts'

test.each([
  ['2020-01-31', 1, '2020-02-29'], // a leap year
  ['2019-01-31', 1, '2019-02-28'],
  ['2019-12-12', 1, '2020-01-12'],
  ['2019-12-12', 24, '2021-12-12'],
  ['2019-08-31', 6, '2020-02-29'],
])('%s and %i months is %s', (day, months, expected) => {
  expect(addMonths(day, months)).toBe(expected)
})

const anyDay = fc
  .date({ min: new Date('2015-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

test('visits lie in order after the placement, each as many months on', () => {
  fc.assert(
    fc.property(anyDay, (began) => {
      const days = dueDates(began).map(({ due }) => due)
      expect([began, ...days]).toEqual([began, ...days].sort())
      for (const { month, due } of dueDates(began)) {
        const months =
          (Number(due.slice(0, 4)) - Number(began.slice(0, 4))) * 12 +
          Number(due.slice(5, 7)) -
          Number(began.slice(5, 7))
        expect(months).toBe(month)
      }
    }),
  )
})

test('a visit is ahead, then due, then overdue, and never goes back while nobody comes', () => {
  const order = ['ahead', 'due', 'overdue']
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -400, max: 400 }), (due, days) => {
      const [today, tomorrow] = [addDays(due, days), addDays(due, days + 1)]
      const [now, then] = [today, tomorrow].map((day) => order.indexOf(markState({ due, done: null }, day)))
      expect(then).toBeGreaterThanOrEqual(now!)
      expect(order[now!]).toBe(days > 7 ? 'overdue' : days >= -14 ? 'due' : 'ahead')
      expect(daysBetween(due, today)).toBe(days)
      expect(markState({ due, done: today }, today)).toBe('done')
    }),
  )
})

test('the 24 months are not done with in the first spring', () => {
  const schedule = dueDates('2019-12-12').map((line) => ({ ...line, done: null }))
  expect(() => requireTimely(schedule, 1, '2019-12-29')).not.toThrow()
  expect(() => requireTimely(schedule, 1, '2019-12-28')).toThrow('follow-up-too-early')
  for (const month of FOLLOW_UP_MONTHS.slice(1))
    expect(() => requireTimely(schedule, month, '2020-01-12')).toThrow('follow-up-too-early')
})

const ids = ['a', 'b', 'c', 'd', 'e', 'f']
const anyPairs = fc
  .array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)), { maxLength: 8 })
  .map((links): Pair[] =>
    links.flatMap(([one, other]) =>
      one === other
        ? []
        : [
            { child: one, sibling: other },
            { child: other, sibling: one },
          ],
    ),
  )

test('groups of siblings share out all children, each once, and no pair is torn', () => {
  fc.assert(
    fc.property(anyPairs, (pairs) => {
      const groups = siblingGroups(ids, pairs)
      expect(groups.flat().sort()).toEqual(ids)
      for (const { child, sibling } of pairs)
        expect(groups.find((group) => group.includes(child))).toBe(
          groups.find((group) => group.includes(sibling)),
        )
    }),
  )
})

test('whole groups part nobody; a group without one of its own leaves that one apart', () => {
  fc.assert(
    fc.property(anyPairs, (pairs) => {
      for (const group of siblingGroups(ids, pairs)) {
        const facts = { pairs, livesAt: new Map<string, string>() }
        expect(leftApart(group, undefined, facts)).toEqual([])
        for (const one of group) {
          const others = group.filter((other) => other !== one)
          expect(leftApart([one], 'home', facts).sort()).toEqual([...others].sort())
          expect(
            leftApart([one], 'home', { pairs, livesAt: new Map(others.map((other) => [other, 'home'])) }),
          ).toEqual([])
        }
      }
      expect(withSiblings(ids, pairs).sort()).toEqual(ids)
    }),
  )
})

test('parting siblings takes two people', () => {
  expect(() => requireTogether(['b'], undefined)).toThrow('siblings-apart')
  expect(() => requireTogether(['b'], { signedBy: ['Aigul', 'AIGUL'] })).toThrow('signatures-missing')
  expect(() => requireTogether(['b'], { signedBy: ['Aigul', 'Marat'] })).not.toThrow()
  expect(() => requireTogether([], undefined)).not.toThrow()
})

test('a drawing makes siblings of children with a parent in common, half siblings too', () => {
  const person = (id: string, father: string | null, mother: string | null): DrawnPerson => ({
    id,
    father,
    mother,
    sex: 'unknown',
  })
  const people = [
    person('m', null, null),
    person('a', 'f', 'm'),
    person('b', 'g', 'm'),
    person('c', 'g', 'n'),
    person('d', null, null),
  ]
  const pairs = siblingsIn(people, new Set(['a', 'b', 'c', 'd']))
  expect(pairs).toEqual([
    { child: 'a', sibling: 'b' },
    { child: 'b', sibling: 'a' },
    { child: 'b', sibling: 'c' },
    { child: 'c', sibling: 'b' },
  ])
  expect(siblingsIn(people, new Set(['a', 'c']))).toEqual([])
})
