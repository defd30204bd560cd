import { compare } from '@sandsage/names'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Description } from '../casefile/model.ts'
import { findPairs } from './candidates.ts'
import type { Sought } from './model.ts'
import { SHOWN_FROM, standsAgainst } from './rules.ts'

const sought: Sought = {
  name: 'Айгерим Ахметова',
  sex: 'female',
  birth: { earliest: 2019, latest: 2019 },
  mother: 'Мадина Ахметова',
  place: 'Багдад, Русафа',
}
const listed: Description = {
  names: { ar: 'آيغيريم أحمدوفا' },
  sex: 'female',
  birth: { earliest: 2019, latest: 2020 },
  mother: { ar: 'مدينة أحمدوفا' },
  place: 'Багдад',
}
const asked = (change: Partial<Sought> = {}) => [{ relative: 'r', at: 0, sought: { ...sought, ...change } }]
const child = (change: Partial<Description> = {}) => [{ id: 'c', description: { ...listed, ...change } }]
const weightOf = (change: Partial<Description>) => findPairs(asked(), child(change))[0]!.log10LR

test('the sum of a pair is its names, one of eighteen years of childhood covered twice, and one of two sexes', () => {
  const names =
    compare(sought.name, listed.names.ar!).log10LR + compare(sought.mother!, listed.mother!.ar!).log10LR
  const [pair] = findPairs(asked(), child())
  expect(pair!.log10LR).toBeCloseTo(names + Math.log10(18 / 2) + Math.log10(2), 12)
})

test('an unknown age or sex counts nothing; each year beyond two counts one log10 against', () => {
  const exact = { earliest: 2019, latest: 2019 }
  const without = weightOf({ birth: {} })
  expect(weightOf({ birth: exact }) - without).toBeCloseTo(Math.log10(18), 12)
  expect(weightOf({ birth: { earliest: 2021, latest: 2021 } }) - without).toBeCloseTo(0, 12)
  expect(weightOf({ birth: { earliest: 2023, latest: 2023 } }) - without).toBeCloseTo(-2, 12)
  expect(weightOf({ sex: 'unknown' })).toBeCloseTo(weightOf({}) - Math.log10(2), 12)
})

test('a boy is not suggested where a girl is sought; where the sex is not known she may be', () => {
  expect(findPairs(asked(), child({ sex: 'male' }))).toEqual([])
  expect(findPairs(asked({ sex: 'unknown' }), child({ sex: 'male' }))).toHaveLength(1)
})

test("a child under another name is suggested by the mother's", () => {
  const [pair] = findPairs(asked(), child({ names: { ar: 'آية' }, mother: { ru: 'Мадина Ахметова' } }))
  expect(pair?.reasons.some((reason) => reason.about === 'mother' && reason.weight > 0)).toBe(true)
})

test('a better spelling decides where a list has several', () => {
  const both = findPairs(asked(), child({ names: { ar: 'آيغيريم أحمدوفا', ru: 'Айгерим Ахметова' } }))[0]!
  expect(both.log10LR).toBeGreaterThan(weightOf({}))
})

test('other names are not suggested, whatever else fits', () => {
  expect(
    findPairs(asked(), child({ names: { ru: 'Жанна Иванова' }, mother: { ru: 'Ольга Петрова' } })),
  ).toEqual([])
})

test('what is shown is sorted, above the threshold, and does not depend on the order of the list', () => {
  const name = fc.constantFrom('Айша', 'عائشة', 'Aisha', 'Bilal', 'بلال', 'Марьям', 'مريم', 'Юсуф')
  const person = fc.record({
    name,
    mother: name,
    sex: fc.constantFrom('male' as const, 'female' as const, 'unknown' as const),
    year: fc.integer({ min: 2010, max: 2025 }),
  })
  const lists = fc.tuple(fc.array(person, { maxLength: 4 }), fc.array(person, { maxLength: 6 }))
  fc.assert(
    fc.property(lists, ([families, children]) => {
      const wanted = families.map((one, at) => ({
        relative: `r${at}`,
        at: 0,
        sought: {
          name: one.name,
          mother: one.mother,
          sex: one.sex,
          birth: { earliest: one.year, latest: one.year },
        },
      }))
      const there = children.map((one, at) => ({
        id: `c${at}`,
        description: {
          names: { en: one.name },
          mother: { en: one.mother },
          sex: one.sex,
          birth: { earliest: one.year, latest: one.year },
        },
      }))
      const pairs = findPairs(wanted, there)
      expect(pairs.map((pair) => pair.log10LR)).toEqual(
        pairs.map((pair) => pair.log10LR).sort((a, b) => b - a),
      )
      expect(pairs.every((pair) => pair.log10LR >= SHOWN_FROM)).toBe(true)
      expect(findPairs(wanted.toReversed(), there.toReversed())).toEqual(pairs)
    }),
    { numRuns: 50 },
  )
})

test('a pair that was decided is not suggested, and nobody else for a sought child that was found', () => {
  const decided = { child: 'c', relative: 'r', sought: 0, by: 'p', at: '2026-05-15T00:00:00Z' }
  const pair = (child: string, relative = 'r') => ({ child, relative, sought: 0 })
  expect(standsAgainst([{ ...decided, choice: 'rejected' }], pair('c'))).toBeDefined()
  expect(standsAgainst([{ ...decided, choice: 'rejected' }], pair('other'))).toBeUndefined()
  expect(standsAgainst([{ ...decided, choice: 'confirmed' }], pair('other'))).toBeDefined()
  expect(standsAgainst([{ ...decided, choice: 'confirmed' }], pair('c', 'another family'))).toBeUndefined()
})

test('decided pairs make room for the next: the ninth child is seen when eight were rejected', () => {
  const many = Array.from({ length: 9 }, (_, at) => ({
    id: `c${at}`,
    description: { ...listed, birth: { earliest: 2019 - at, latest: 2019 - at } },
  }))
  const shown = findPairs(asked(), many).map((pair) => pair.child)
  expect(shown).toHaveLength(8)
  expect(findPairs(asked(), many, (pair) => !shown.includes(pair.child)).map((pair) => pair.child)).toEqual([
    'c8',
  ])
})
