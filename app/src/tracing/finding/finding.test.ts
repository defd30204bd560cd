import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAsked } from './asked.ts'
import { findBegun, layOut } from './beginnings.ts'
import { addFresh, bindBook, findInBook } from './book.ts'
import type { Entry, Wanted } from './entries.ts'
import { soundOf } from './sound.ts'
import { advance, begin, isNewer } from './tide.ts'
import { wordsOf } from './words.ts'

describe('what a line asks for', () => {
  test.each([
    ['айша 2019', { words: ['айша'], years: [2019], numbers: 0 }],
    ['عائشة ٢٠١٩', { words: ['عائشة'], years: [2019], numbers: 0 }],
    ['S-0000-0000', { words: [], years: [], numbers: 1 }],
    ['s 0000 0000', { words: [], years: [], numbers: 1 }],
    ['\u202eайша\u202c', { words: ['айша'], years: [], numbers: 0 }],
    ['Abu-Bakr, al-Hasan', { words: ['Abu-Bakr', 'al-Hasan'], years: [], numbers: 0 }],
    ['Айша 1899', { words: ['Айша'], years: [], numbers: 0 }],
    ['Айша 2027', { words: ['Айша'], years: [], numbers: 0 }],
  ])('%s', (text, { words, years, numbers }) => {
    const asked = readAsked(text, 2026)
    expect(asked).toMatchObject({ words, years })
    expect(asked.numbers).toHaveLength(numbers)
  })

  test('any text is read in bounds, and asks for somebody or says why not', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const { words, years, numbers, nothing } = readAsked(text, 2026)
        expect(words.length).toBeLessThanOrEqual(6)
        expect(words.length + years.length + numbers.length === 0).toBe(nothing !== undefined)
      }),
    )
  })
})

describe('how a name begins', () => {
  const words = layOut(['Әйгерім Серікқызы', 'Aigul', 'أيجريم', 'Билал Каримов', 'Жұмабаева'].map(wordsOf))
  const begun = (typed: string) => findBegun(words, typed).map((one) => one.word)
  test.each([
    ['айг', ['aigul', 'әйгерім']],
    ['AIG', ['aigul', 'әйгерім']],
    ['әйг', ['әйгерім']],
    ['ژ', []],
    ['zhum', ['жұмабаева']],
    ['кари', ['каримов']],
    ['а', []],
  ])('“%s”', (typed, expected) => {
    expect(begun(typed)).toEqual(expect.arrayContaining(expected))
    if (expected.length === 0) expect(begun(typed)).toEqual([])
  })

  test.each([
    ['Жұмабаева', 'Zhumabayeva'],
    ['Хадиша', 'Khadisha'],
    ['Юсуф', 'Yusuf'],
  ])('%s and %s sound alike to their third letter', (cyrillic, latin) => {
    const [a, b] = [soundOf(cyrillic.toLowerCase()), soundOf(latin.toLowerCase())]
    expect(a.slice(0, 3)).toBe(b.slice(0, 3))
  })
})

const entry = (id: string, text: string, more: Partial<Entry> = {}): Entry => ({
  ...{ id, operation: 'o', kind: 'child', earliest: null, latest: null, aside: false },
  names: [{ field: 'name', text }],
  ...more,
})
const wanted = (text: string, more: Partial<Wanted> = {}): Wanted => ({
  ...{ words: text.split(' '), years: [], scope: null, top: 10 },
  ...more,
})

describe('a large part and a small fresh one', () => {
  const people = [entry('1', 'Айша Ахметова'), entry('2', 'Билал Каримов'), entry('3', 'Зарина')]
  const ids = (book: Parameters<typeof findInBook>[0], one: Wanted) =>
    findInBook(book, one).map(({ id }) => id)

  test('find the same as one laid out at once', () => {
    for (const cut of [0, 1, 2, 3]) {
      const book = bindBook(people.slice(0, cut))
      addFresh(book, people.slice(cut))
      expect(ids(book, wanted('Bilal'))).toEqual(['2'])
      expect(ids(book, wanted('Aisha'))).toEqual(['1'])
    }
  })

  test('somebody amended is found by the new name alone, somebody taken out not at all', () => {
    const book = bindBook(people)
    addFresh(book, [entry('2', 'Умар Каримов'), { ...entry('3', ''), names: [] }])
    expect(ids(book, wanted('Bilal'))).not.toContain('2')
    expect(ids(book, wanted('Umar'))).toEqual(['2'])
    expect(ids(book, wanted('Зарина'))).toEqual([])
  })

  test('who is out of scope is not found, however well they fit', () => {
    const book = bindBook([...people, entry('4', 'Bilal', { operation: 'p' })])
    expect(ids(book, wanted('Bilal', { scope: { operations: ['p'], files: [] } }))).toEqual(['4'])
    expect(ids(book, wanted('Bilal', { scope: { operations: [], files: [] } }))).toEqual([])
  })

  test('two short names are found as one, and one as two', () => {
    const book = bindBook([entry('1', 'Нур Али'), entry('2', 'Нурсултан'), entry('3', 'Бекзат')])
    expect(ids(book, wanted('Нурали'))[0]).toBe('1')
    expect(ids(bindBook([entry('1', 'Нурали'), entry('3', 'Бекзат')]), wanted('Нур Али'))[0]).toBe('1')
  })

  test('among very many of a common name, whoever has the other word as well comes first', () => {
    const many = Array.from({ length: 3000 }, (_, n) => entry(`m${n}`, 'Мухаммед Ахметов'))
    const one = { ...entry('x', 'Мухаммед Ахметов'), earliest: 2019, latest: 2019 }
    const book = bindBook([
      ...many,
      { ...one, names: [...one.names, { field: 'mother' as const, text: 'Зарина' }] },
    ])
    expect(ids(book, wanted('Muhammad Zarina'))[0]).toBe('x')
    expect(ids(book, wanted('محمد', { years: [2019] }))[0]).toBe('x')
  })

  test('a year that fits puts one before another of the same name', () => {
    const book = bindBook([
      entry('1', 'Айша', { earliest: 2012, latest: 2012 }),
      entry('2', 'Айша', { earliest: 2019, latest: 2019 }),
    ])
    expect(ids(book, wanted('Айша', { years: [2019] }))[0]).toBe('2')
    expect(ids(book, wanted('Айша', { years: [2012] }))[0]).toBe('1')
  })
})

/** Transactions that draw a place, and end in any order; the reader reads in between. */
const history = fc.array(fc.record({ ends: fc.nat({ max: 6 }), reads: fc.boolean() }), { maxLength: 30 })

test('however transactions overlap, everything that is committed is read, and once', () => {
  fc.assert(
    fc.property(history, (steps) => {
      let tide = begin()
      const read: string[] = []
      const running: { number: number; seq: number; left: number }[] = []
      const rows: { seq: number; entry: { id: string } }[] = []
      let number = 1
      const look = () => {
        const oldest = Math.min(number, ...running.map((one) => one.number))
        const newest = Math.max(-1, ...rows.map((row) => row.seq))
        const fresh = rows.filter((row) => isNewer(tide, row))
        read.push(...fresh.map((row) => row.entry.id))
        tide = advance(tide, { newest, oldest, next: number }, fresh)
      }
      const pass = () => {
        for (const one of running.splice(0)) {
          if (one.left > 0) running.push({ ...one, left: one.left - 1 })
          else rows.push({ seq: one.seq, entry: { id: `row ${one.seq}` } })
        }
      }
      for (const [seq, { ends, reads }] of steps.entries()) {
        running.push({ number: number++, seq, left: ends })
        pass()
        if (reads) look()
      }
      while (running.length) pass()
      look()
      expect(read.toSorted()).toEqual(steps.map((_, seq) => `row ${seq}`).sort())
    }),
  )
})
