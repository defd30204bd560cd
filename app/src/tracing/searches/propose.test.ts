import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Sought } from '../model.ts'
import { keyOfPlace, type Link, searchesOf } from './model.ts'
import { type Asked, phoneIn, propose } from './propose.ts'

const aisha: Sought = {
  name: 'Айша Ахметова',
  sex: 'female',
  birth: { earliest: 2019, latest: 2019 },
  mother: 'Мадина Ахметова',
}
const asked = (relative: string, person: Partial<Sought> = {}, contact = 'мобильный', sought = 0): Asked => ({
  ...{ relative, sought, contact, person: { ...aisha, ...person }, askedAt: '2026-05-01T00:00:00Z' },
})
const pairsOf = async (all: Asked[], links: Link[] = []) =>
  (await propose(all, links, searchesOf(links))).map(({ a, b }) => [keyOfPlace(a), keyOfPlace(b)].join(' + '))
const link = (state: Link['state']): Link => ({
  ...{ a: { relative: 'a', sought: 0 }, b: { relative: 'b', sought: 0 }, state, by: null, at: '' },
})

test.each([
  ['+7 (701) 123-45-67', '8 701 1234567'],
  ['+7 701 123 45 67', 'ватсап 7011234567'],
  ['٠٧٧٠١٢٣٤٥٦٧', '00964 770 123 4567'],
])('%s and %s are one telephone', (one, other) => {
  expect(phoneIn(one)).toBeDefined()
  expect(phoneIn(one)).toBe(phoneIn(other))
})

test('a number too short to tell people apart is none', () => {
  expect(phoneIn('+7 701')).toBeUndefined()
})

test('one child asked for in two scripts by two people is proposed', async () => {
  const arabic = asked('b', { name: 'عائشة أحمدوفا', mother: 'مدينة أحمدوفا' })
  expect(await pairsOf([asked('a'), arabic])).toEqual(['a 0 + b 0'])
})

test('nobody is proposed with themselves, with another of the same request, or where one search stands', async () => {
  expect(await pairsOf([asked('a'), asked('a', {}, '', 1)])).toEqual([])
  expect(await pairsOf([asked('a'), asked('b')], [link('joined')])).toEqual([])
})

test('a pair said to be two people is not proposed again, and is when that was taken back', async () => {
  expect(await pairsOf([asked('a'), asked('b')], [link('apart')])).toEqual([])
  expect(await pairsOf([asked('a'), asked('b')], [link('parted')])).toEqual(['a 0 + b 0'])
})

test('what is said of one of a search is said of all of it', async () => {
  const inSearch: Link = {
    ...link('joined'),
    a: { relative: 'b', sought: 0 },
    b: { relative: 'c', sought: 0 },
  }
  expect(await pairsOf([asked('a'), asked('b'), asked('c')], [inSearch, link('apart')])).toEqual([])
})

test('a brother with the same mother and telephone is not proposed', async () => {
  const brother = asked('b', { name: 'Билал Ахметов', sex: 'male' }, '+7 701 123 45 67')
  expect(await pairsOf([asked('a', {}, '+7 701 123 45 67'), brother])).toEqual([])
})

test('of many who may be one the likeliest four are shown for each', async () => {
  const many = Array.from({ length: 9 }, (_, n) => asked(`r${n}`))
  const pairs = await pairsOf(many)
  for (const { relative } of many)
    expect(pairs.filter((pair) => pair.split(' ').includes(relative)).length).toBeLessThanOrEqual(4)
})

test('what is kept for a desk makes no difference: one after another as all at once', async () => {
  const person = fc.record({
    relative: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    sought: fc.integer({ min: 0, max: 1 }),
    name: fc.constantFrom('Айша Ахметова', 'Aisha Akhmetova', 'Билал Ахметов', 'عائشة'),
    contact: fc.constantFrom('+7 701 123 45 67', 'WhatsApp'),
  })
  const desks = fc.array(
    fc.uniqueArray(person, { maxLength: 6, selector: (one) => `${one.relative} ${one.sought}` }),
    { minLength: 1, maxLength: 4 },
  )
  let n = 0
  await fc.assert(
    fc.asyncProperty(desks, async (days) => {
      const [desk, fresh] = [`desk ${n++}`, `fresh ${n++}`]
      for (const [day, people] of days.entries()) {
        const all = people.map((one) => asked(one.relative, { name: one.name }, one.contact, one.sought))
        const kept = await propose(all, [], new Map(), desk)
        expect(kept).toEqual(await propose(all, [], new Map(), `${fresh} ${day}`))
      }
    }),
    { numRuns: 30 },
  )
})
