import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alignSounds } from '../align.ts'
import { buildIndex, search } from '../index.ts'
import { toSounds } from '../slots.ts'
import { buildCore } from './build.ts'
import { alignerFor, alignWith } from './nearest.ts'
import { pickLargest } from './pick.ts'
import { addWeight, toPostings } from './postings.ts'
import { addText, newTexts, textAt, toTexts } from './texts.ts'

test('texts come back as they went in', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), (texts) => {
      const draft = newTexts()
      for (const text of texts) addText(draft, text)
      const kept = toTexts(draft)
      expect(texts.map((_, n) => textAt(kept, n))).toEqual(texts)
    }),
    { numRuns: 30 },
  )
})

test('postings give each number its features', () => {
  fc.assert(
    fc.property(fc.array(fc.uniqueArray(fc.nat(9)), { maxLength: 400 }), (rows) => {
      const ends = Uint32Array.from(rows, (_, n) => rows.slice(0, n + 1).flat().length)
      const postings = toPostings(Uint16Array.from(rows.flat()), ends, 10)
      for (let feature = 0; feature < 10; feature++) {
        const sums = new Uint16Array(rows.length)
        addWeight(postings, feature, 7, sums)
        expect([...sums]).toEqual(rows.map((row) => (row.includes(feature) ? 7 : 0)))
      }
    }),
    { numRuns: 50 },
  )
})

test('the largest values are picked', () => {
  expect([...pickLargest(Uint16Array.of(3, 9, 0, 5, 9, 1), 3)]).toEqual([1, 3, 4])
  expect([...pickLargest(Uint16Array.of(3, 0, 0), 3)]).toEqual([0])
  expect([...pickLargest(Uint16Array.of(2, 2, 2), 2)]).toEqual([0, 1])
})

test('the fast alignment is the slow one', () => {
  const words = ['Әйгерім', 'ايجريم', 'aigerim', 'нурлан', 'نورلان', 'x', 'кахаბა'].map(toSounds)
  for (const a of words) {
    for (const b of words) {
      const fast = alignWith(alignerFor(a, b.script), b.slots, 0, b.slots.length)
      expect(fast).toBeCloseTo(alignSounds(a, b), 9)
    }
  }
})

/** 3,000 different names: every syllable beside every other. */
const SYLLABLES = 'ай,бек,гүл,дар,ер,жан,зар,има,кен,лан,мар,нур,ора,раш,сер,тал,ула,фат,хас,шын'.split(',')
const many = SYLLABLES.flatMap((a) =>
  SYLLABLES.flatMap((b) => SYLLABLES.slice(0, 8).map((c) => `${a}${b} ${c}ов`)),
)

describe('an index larger than what is compared in full', () => {
  const names = [...many, 'Әйгерім Серікқызы Ахметова', 'Нұрлан Оспанов', 'Жүсіп Қалиев']
  const index = buildIndex(names.map((name, n) => ({ id: String(n), name })))

  test.each([
    ['ايجريم احمدوفا', 'Әйгерім Серікқызы Ахметова'],
    ['AKHMETOVA AIGERIM', 'Әйгерім Серікқызы Ахметова'],
    ['نورلان', 'Нұрлан Оспанов'],
    ['يوسف كالييف', 'Жүсіп Қалиев'],
  ])('%s is found as %s', (query, name) => {
    expect(search(index, query, 10).map((hit) => hit.name)).toContain(name)
  })

  test('what is filtered out is not found, and the rest is', () => {
    const without = index.filter(({ name }) => !name.startsWith('Нұрлан'))
    expect(without.length).toBe(index.length - 1)
    expect(search(without, 'Нұрлан Оспанов', 10).map((hit) => hit.name)).not.toContain('Нұрлан Оспанов')
    expect(search(without, 'Әйгерім Ахметова', 1)[0]?.name).toBe('Әйгерім Серікқызы Ахметова')
  })

  test('a text without letters finds nothing', () => {
    for (const query of ['', '42', '👩‍👧', '\u202e', 'unknown']) expect(search(index, query, 10)).toEqual([])
  })

  test('one letter, or a name nobody has, has an answer all the same', () => {
    expect(search(index, 'Ш', 3).length).toBeGreaterThan(0)
    expect(search(index, 'კახა', 3).length).toBeLessThanOrEqual(3)
  })

  test('as many as asked for are compared when all are asked for', () => {
    expect(search(index, 'Айбек', index.length)).toHaveLength(index.length)
  })
})

test('a part borne by many names is laid out once', () => {
  const core = buildCore(['Али Оспан', 'Али Серік', 'Али'].map((name, n) => ({ id: String(n), name })))
  expect(core.length).toBe(3)
  expect(core.scripts.length).toBeLessThan(7)
})
