import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildIndex, compare, detectScript, fold, parseName, search } from './index.ts'

const NAME = 'Әйгерім Серікқызы Ахметова'

/** What arrives in lists: each alone, ten thousand times, and around a name. */
const PIECES: [string, string][] = [
  ['a lone high surrogate', '\ud83d'],
  ['a lone low surrogate', '\udc69'],
  ['NUL', '\0'],
  ['a right-to-left override', '\u202e'],
  ['an isolate never closed', '\u2067'],
  ['a combining acute', '\u0301'],
  ['an enclosing mark', '\u20dd'],
  ['an Arabic vowel mark', '\u064e'],
  ['a zero-width joiner', '\u200d'],
  ['an emoji', '👩‍👧'],
  ['a digit', '7'],
  ['an Arabic digit', '٧'],
  ['a line separator', '\u2028'],
  ['the longest ligature', '\ufdfa'],
  ['one letter', 'Ш'],
  ['a letter of another script', 'ქ'],
  ['a Chinese character', '艾'],
  ['a letter outside the first plane', '𞤀'],
  ['a dotted capital I', 'İ'],
  ['an apostrophe', "'"],
  ['"unknown"', 'unknown '],
  ['"known as"', 'known as '],
  ['a kunya', 'أبو '],
  ['"mother of"', 'mother of '],
  ['a genitive', 'Әлидің анасы '],
  ['a patronymic', 'ұлы '],
  ['a label', 'мать: '],
  ['scripts in turn', 'aбج'],
]
const FORMS: [string, string][] = PIECES.flatMap(([what, piece]): [string, string][] => [
  [what, piece],
  [`${what}, ten thousand times`, piece.repeat(10_000)],
  [`${what} before a name, a thousand times`, piece.repeat(1000) + NAME],
  [`${what} between its letters`, [...NAME].join(piece)],
])

/** Seconds on a slow machine; without a bound a bad text would take minutes. */
const BOUND = 3000

const small = buildIndex([NAME, 'محمد', 'John Smith'].map((name, n) => ({ id: String(n), name })))

test.each(FORMS)('%s', (_, text) => {
  const begun = performance.now()
  const there = compare(text, NAME)
  expect(Number.isFinite(there.log10LR)).toBe(true)
  expect(compare(NAME, text).log10LR).toBe(there.log10LR)
  expect(compare(text, text).log10LR).toBeGreaterThanOrEqual(0)
  expect(parseName(text).length).toBeLessThanOrEqual(8)
  expect(fold(text)).toMatch(/^[PFTKSMNRLH ]*$/)
  expect(detectScript(text)).toMatch(/^(cyrillic|arabic|latin|other|none)$/)
  const hits = search(small, text, 3)
  expect(hits.length === 0 || hits.length === 3).toBe(true)
  const own = buildIndex([{ id: text, name: text }])
  expect(search(own, NAME, 1)[0]?.name ?? text).toBe(text)
  expect(performance.now() - begun).toBeLessThan(BOUND)
})

describe('for any mixture of these', () => {
  const piece = fc.constantFrom(...PIECES.map(([, text]) => text), NAME, 'محمد', 'John ', ' ', '-')
  const mixture = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''))

  test('compare is symmetric, finite, and at most what a text says of itself', () => {
    fc.assert(
      fc.property(mixture, mixture, (a, b) => {
        const { log10LR } = compare(a, b)
        expect(Number.isFinite(log10LR)).toBe(true)
        expect(compare(b, a).log10LR).toBe(log10LR)
        expect(log10LR).toBeLessThanOrEqual(compare(a, a).log10LR + 1e-9)
      }),
      { numRuns: 200 },
    )
  })

  test('search finds all of a small index or nothing, in falling order', () => {
    fc.assert(
      fc.property(fc.array(mixture, { minLength: 1, maxLength: 8 }), mixture, (names, query) => {
        const hits = search(buildIndex(names.map((name, n) => ({ id: String(n), name }))), query, 8)
        expect([0, names.length]).toContain(hits.length)
        expect(hits.map((hit) => hit.log10LR)).toEqual(hits.map((hit) => hit.log10LR).sort((x, y) => y - x))
      }),
      { numRuns: 60 },
    )
  })
})

/** A combining acute is not among them: with к it is the Macedonian letter ќ. */
const INVISIBLE = /override|isolate|enclosing|vowel mark|joiner/

describe('what stands in a name without belonging to it', () => {
  const invisible = PIECES.filter(([what]) => INVISIBLE.test(what))
  test.each(invisible)('%s, three between any two letters, changes nothing', (_, piece) => {
    expect(compare([...NAME].join(piece.repeat(3)), NAME)).toEqual(compare(NAME, NAME))
  })

  test.each([
    ['Latin letters in a Cyrillic word', 'Aйгepим', 'Айгерим'],
    ['a Latin capital B for В', 'Bиктор', 'Виктор'],
    ['a Cyrillic letter in a Latin word', 'Aigеrim', 'Aigerim'],
    ['two Cyrillic letters in a Latin word', 'Каirаt'.replace('К', 'K'), 'Kairat'],
    ['a thousand accents on one letter', `А${'\u0301'.repeat(1000)}йгерим`, 'Айгерим'],
  ])('%s', (_, mixed, plain) => {
    expect(compare(mixed, plain)).toEqual(compare(plain, plain))
  })

  test.each([
    ['unknown'],
    ['Not known'],
    ['неизвестно'],
    ['Имя неизвестно'],
    ['белгісіз'],
    ['Аты белгісіз'],
    ['مجهول'],
    ['غير معروف'],
    ['مجهولة الاسم'],
  ])('%s is nobody', (text) => {
    expect(parseName(text)).toEqual([])
    expect(compare(text, text)).toEqual({ log10LR: 0, parts: [] })
    expect(search(small, text, 3)).toEqual([])
  })
})

test('the same list twice: each name twice, equals by id', () => {
  const list = ['Айгерим', 'Нурлан']
  const index = buildIndex([...list, ...list].map((name, n) => ({ id: String(n), name })))
  expect(search(index, 'Aigerim', 2).map(({ id }) => id)).toEqual(['0', '2'])
})
