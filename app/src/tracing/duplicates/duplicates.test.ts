import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Description } from '../../casefile/model.ts'
import type { Entry } from '../finding/entries.ts'
import { ofDescription, weigh } from '../weighing/weigh.ts'
import { joinDescriptions, openChoices } from './joining.ts'
import { type Compared, nearPairs } from './near.ts'
import { hasTwoNames, isWorthALook, siblingSigns } from './rules.ts'

const child = (ru: string, more: Partial<Description> = {}): Description => ({
  ...{ names: { ru }, sex: 'female', birth: { date: '2019-03-04' } },
  ...more,
})
const signs = (a: Description, b: Description) =>
  siblingSigns(weigh(ofDescription(a), ofDescription(b)), a, b)

describe('what speaks for siblings', () => {
  const mother = { mother: { ru: 'Мадина Ахметова' } }
  test.each([
    [
      'born together of one mother, two names',
      child('Айша Ахметова', mother),
      child('Фатима Ахметова', mother),
      'twins',
    ],
    [
      'one mother, two names, two years',
      child('Айша Ахметова', mother),
      child('Фатима Ахметова', { ...mother, birth: { date: '2016-01-01' } }),
      'given-differs',
    ],
    [
      'a boy and a girl',
      child('Айша Ахметова', mother),
      child('Билал Ахметов', { ...mother, sex: 'male' }),
      'sex-differs',
    ],
  ] as const)('%s', (_what, a, b, sign) => {
    expect(signs(a, b)).toContain(sign)
  })

  test('one name twice, one mother: nothing speaks for two', () => {
    expect(hasTwoNames(weigh(ofDescription(child('Айша')), ofDescription(child('Aisha'))))).toBe(false)
    expect(signs(child('Айша Ахметова', mother), child('Айша Ахметова', mother))).not.toContain('twins')
  })
})

test('a pair is shown from odds of one to ten on: log10 (20 n) - 1', () => {
  for (const n of [1, 14, 2000]) {
    const from = Math.log10(20 * n) - 1
    expect(isWorthALook(from + 1e-9, n)).toBe(true)
    expect(isWorthALook(from - 1e-9, n)).toBe(false)
  }
})

const name = fc.constantFrom('Айша', 'Фатима', 'Билал', 'Мадина', 'Зарина')
const names = fc.record({ kk: name, ru: name, ar: name }, { requiredKeys: ['ru'] })
const description: fc.Arbitrary<Description> = fc.record(
  {
    names,
    mother: names,
    father: names,
    sex: fc.constantFrom('male', 'female', 'unknown'),
    birth: fc.constantFrom({}, { date: '2019-01-02' }, { earliest: 2018, latest: 2019 }),
    place: name,
    languages: fc.uniqueArray(fc.constantFrom('kk', 'ru', 'ar'), { minLength: 1 }),
    otherNames: fc.uniqueArray(name, { minLength: 1, maxLength: 3 }),
    companions: fc.uniqueArray(name, { minLength: 1, maxLength: 3 }),
  },
  { requiredKeys: ['names', 'sex', 'birth'] },
)

describe('one description of two', () => {
  test('nothing that either said is lost but what was chosen against', () => {
    fc.assert(
      fc.property(description, description, fc.constantFrom('a', 'b'), (a, b, first) => {
        const joined = joinDescriptions(a, b, {}, first)
        const known = new Set([...Object.values(joined.names), ...(joined.otherNames ?? [])])
        for (const one of [a, b]) {
          for (const text of [...Object.values(one.names), ...(one.otherNames ?? [])])
            expect(known).toContain(text)
          for (const text of one.companions ?? []) expect(joined.companions).toContain(text)
          for (const text of one.languages ?? []) expect(joined.languages).toContain(text)
          if (one.place && !openChoices(a, b).includes('place')) expect(joined.place).toBe(one.place)
        }
        expect(joinDescriptions(a, a, {}, first)).toEqual({ ...a })
      }),
    )
  })

  test('a choice is asked for where both say something else, and stands as it was made', () => {
    const a = child('Айша', { place: 'Багдад', mother: { ru: 'Мадина' } })
    const b = child('Аиша', { place: 'Мосул', mother: { ar: 'مدينة' } })
    expect(openChoices(a, b)).toEqual(['names', 'place'])
    const joined = joinDescriptions(a, b, { names: 'b', place: 'a' })
    expect(joined).toMatchObject({ names: { ru: 'Аиша' }, otherNames: ['Айша'], place: 'Багдад' })
    expect(joined.mother).toEqual({ ru: 'Мадина', ar: 'مدينة' })
  })
})

const entry = (id: string, text: string, mother?: string): Entry => ({
  ...{ id, operation: 'o', kind: 'child', earliest: null, latest: null, aside: false },
  names: [{ field: 'name', text }, ...(mother ? [{ field: 'mother' as const, text: mother }] : [])],
})
const never = () => false

describe('whose names are near', () => {
  test('across scripts, whichever comes first, and nobody with another name', () => {
    const people = [entry('1', 'Айша Ахметова'), entry('2', 'عائشة أحمدوفا'), entry('3', 'Зарина Каримова')]
    expect(nearPairs(people, new Map(), never)).toEqual({ pairs: [['1', '2']], left: 0 })
    expect(nearPairs(people.toReversed(), new Map(), never).pairs).toEqual([['1', '2']])
  })

  test('stopped at any place and gone on from there, the pairs are the same', () => {
    const people = ['Айша', 'Aisha', 'عائشة', 'Айша', 'Билал', 'Bilal'].map((text, at) =>
      entry(String(at), text),
    )
    const whole = nearPairs(people, new Map(), never).pairs.map(String).sort()
    const compared: Compared = new Map()
    let pairs: string[] = []
    for (let round = 0; ; round++) {
      let done = 0
      const answer = nearPairs(people, compared, () => done++ > 0)
      pairs = answer.pairs.map(String).sort()
      if (answer.left === 0) break
      expect(round).toBeLessThan(people.length)
    }
    expect(pairs).toEqual(whole)
  })

  test('a person whose name changed is compared again, one who left is in no pair', () => {
    const compared: Compared = new Map()
    nearPairs([entry('1', 'Айша'), entry('2', 'Билал')], compared, never)
    const changed = [entry('1', 'Айша'), entry('2', 'Aisha')]
    expect(nearPairs(changed, compared, never).pairs).toEqual([['1', '2']])
    expect(nearPairs(changed.slice(0, 1), compared, never).pairs).toEqual([])
  })
})
