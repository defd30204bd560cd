import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildIndex, compare, detectScript, fold, parseName, search } from './index.ts'

const LETTERS = [
  'абвгдежзийклмнопрстуфхцчшщыэюяәғқңөұүһі',
  'abcdefghijklmnopqrstuvwxyzäöüğşç',
  'ابتثجحخدذرزسشصضطظعغفقكلمنهويىةأإآئؤء',
]
const NAMES = [
  'Айгерим',
  'Нұрлан',
  'محمد',
  'Muhammad',
  'Серікқызы',
  'Ахметова',
  'bin',
  'بن',
  'Abu',
  'أم',
  'al',
  'Ли',
]
const word = fc.oneof(
  ...LETTERS.map((set) => fc.string({ unit: fc.constantFrom(...set), minLength: 1, maxLength: 12 })),
  fc.constantFrom(...NAMES),
)
const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
const anything = fc.oneof(name, fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ maxLength: 60 }))

describe('for any two texts', () => {
  test('compare is symmetric, a number, and the sum of its parts', () => {
    fc.assert(
      fc.property(anything, anything, (a, b) => {
        const there = compare(a, b)
        const back = compare(b, a)
        expect(Number.isFinite(there.log10LR)).toBe(true)
        expect(back.log10LR).toBe(there.log10LR)
        const turned = back.parts.map((p) => ({ ...p, a: p.b, b: p.a }))
        expect(new Set(turned.map((p) => JSON.stringify(p)))).toEqual(
          new Set(there.parts.map((p) => JSON.stringify(p))),
        )
      }),
      { numRuns: 500 },
    )
  })

  test('nothing fits a text better than itself', () => {
    fc.assert(
      fc.property(anything, anything, (a, b) => {
        expect(compare(a, b).log10LR).toBeLessThanOrEqual(compare(a, a).log10LR + 1e-9)
      }),
      { numRuns: 500 },
    )
  })

  test('fold, parseName and detectScript give a defined answer', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(fold(text)).toMatch(/^[PFTKSMNRLH ]*$/)
        expect(parseName(text).length).toBeLessThanOrEqual(8)
        expect(['cyrillic', 'arabic', 'latin', 'other', 'none']).toContain(detectScript(text))
      }),
    )
  })
})

const between = (text: string, mark: string): string => [...text].join(mark)
/** Marks go after a letter that is followed by none already: between letters of a word. */
const VARIANTS: [string, (text: string) => string][] = [
  ['upper case', (t) => t.toUpperCase()],
  ['extra spaces', (t) => `  ${t.replaceAll(' ', '   ')}\t`],
  ['NFD', (t) => t.normalize('NFD')],
  ['NFKC', (t) => t.normalize('NFKC')],
  ['zero-width marks', (t) => between(t, '\u200b')],
  ['bidi marks', (t) => `\u200f\u202b${t}\u202c`],
  ['tatweel', (t) => t.replace(/\p{Script=Arabic}/gu, '$&ـ')],
  ['Arabic vowel marks', (t) => t.replace(/\p{Script=Arabic}/gu, '$&\u064e')],
  ['shadda and sukun', (t) => t.replace(/\p{Script=Arabic}/gu, '$&\u0651\u0652')],
]

describe('what does not belong to a name changes nothing', () => {
  test.each(VARIANTS)('%s', (_, vary) => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(compare(vary(a), b)).toEqual(compare(a, b))
      }),
      { numRuns: 200 },
    )
  })
})

test('the first hit of a search is the best of comparing with each', () => {
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 30 }), name, (names, query) => {
      const hits = search(buildIndex(names.map((n, i) => ({ id: String(i), name: n }))), query, 5)
      const best = Math.max(...names.map((n) => compare(query, n).log10LR))
      expect(hits[0]?.log10LR).toBe(best)
      expect(hits[0]?.comparison).toEqual(compare(query, hits[0]!.name))
      expect(hits).toHaveLength(Math.min(5, names.length))
    }),
    { numRuns: 100 },
  )
})

test.each([
  ['letters', 'а'.repeat(10_000)],
  ['words', 'محمد '.repeat(2_000)],
  ['marks', `ا${'\u064e'.repeat(10_000)}`],
  ['markup', `<script>alert("${'x'.repeat(10_000)}")</script>`],
  ['emoji', '👩‍👧'.repeat(5_000)],
  ['scripts in turn', 'aбج'.repeat(3_400)],
  ['right-to-left overrides', '\u202eAli\u202c'.repeat(2_000)],
  ['digits', '0123456789'.repeat(1_000)],
  ['kunyas', 'abu '.repeat(2_500)],
])('10,000 characters of %s take bounded time', (_, text) => {
  const begun = performance.now()
  expect(Number.isFinite(compare(text, text).log10LR)).toBe(true)
  expect(Number.isFinite(compare(text, 'Айгерим').log10LR)).toBe(true)
  expect(search(buildIndex([{ id: '1', name: text }]), text, 1).length).toBeLessThanOrEqual(1)
  expect(performance.now() - begun).toBeLessThan(1000)
})
