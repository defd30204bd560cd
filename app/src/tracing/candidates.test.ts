import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Description } from '../casefile/model.ts'
import { findPairs } from './candidates.ts'
import type { Sought } from './model.ts'
import { SHOWN_FROM, standsAgainst } from './rules.ts'
import { ofDescription, ofSought, weigh } from './weighing/weigh.ts'

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

test('a pair is the sum of its pieces, as weighing gives them', () => {
  const [pair] = findPairs(asked(), child())
  const sum = pair!.evidence.reduce((total, one) => total + one.log10LR, 0)
  expect(pair!.log10LR).toBeCloseTo(sum, 12)
  const { log10LR } = weigh(ofSought(sought), ofDescription(listed))
  expect(pair!.log10LR).toBeCloseTo(log10LR, 1)
})

test('the only one listed, with as many believed missing: LR in LR + 1, but for a brother or sister', () => {
  const [pair] = findPairs(asked(), child())
  const [ratio, sibling] = [10 ** pair!.log10LR, 10 ** pair!.sibling.log10LR]
  expect(pair!.chance).toBeCloseTo(ratio / (ratio + 1 + (0.5 * ratio) / sibling), 9)
  const certain = findPairs(asked(), child(), () => true, 0)[0]!
  expect(certain.chance).toBeCloseTo(1, 9)
})

test('a boy where a girl is sought is shown when all else fits, and it speaks against', () => {
  const [boy] = findPairs(asked(), child({ sex: 'male' }))
  expect(boy!.evidence.find((one) => one.about === 'sex')!.log10LR).toBeCloseTo(Math.log10(0.01 / 0.5), 12)
  expect(weightOf({}) - boy!.log10LR).toBeCloseTo(Math.log10(0.99 / 0.01), 9)
})

test("a child under another name is suggested by the mother's", () => {
  const [pair] = findPairs(asked(), child({ names: { ar: 'آية' }, mother: { ru: 'Мадина Ахметова' } }))
  expect(pair?.evidence.some((one) => one.about === 'mother' && one.log10LR > 0)).toBe(true)
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
      expect(pairs.map((pair) => pair.chance)).toEqual(pairs.map((pair) => pair.chance).sort((a, b) => b - a))
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

test('an adult is looked for among adults, and nobody is the one they ask for', () => {
  const mother = { name: 'Мадина Ахметова', sex: 'female' as const, birth: {}, kind: 'relative' as const }
  const wanted = [{ relative: 'r', at: 0, sought: mother }]
  const adult = {
    description: { names: { ru: 'Мадина Ахметова' }, sex: 'female' as const, birth: {} },
    kind: 'relative' as const,
  }
  const people = [
    ...child({ names: { ru: 'Мадина Ахметова' } }),
    { id: 'r', ...adult },
    { id: 'm', ...adult },
  ]
  expect(findPairs(wanted, people).map((pair) => pair.child)).toEqual(['m'])
})

test('in a long list a child is found by its own name, by the mother or by the father', () => {
  const letters = ['а', 'е', 'и', 'о', 'у', 'ы']
  const strangers = Array.from({ length: 300 }, (_, at) => {
    const name = `Б${letters[at % 6]}р${letters[(at >> 2) % 6]}с${letters[(at >> 4) % 6]}н`
    return { id: `s${at}`, description: { names: { ru: name }, sex: 'male' as const, birth: {} } }
  })
  const found = (change: Partial<Description>) =>
    findPairs(asked({ father: 'Болатхан' }), [...strangers, ...child(change)]).map((pair) => pair.child)
  expect(found({})[0]).toBe('c')
  expect(found({ names: { ar: 'آية' } })[0]).toBe('c')
  expect(found({ names: { ar: 'آية' }, mother: undefined, father: { en: 'Bolatkhan' } })[0]).toBe('c')
})
