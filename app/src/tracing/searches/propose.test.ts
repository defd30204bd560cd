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
const pairsOf = (all: Asked[], links: Link[] = []) =>
  propose(all, links, searchesOf(links)).map(({ a, b }) => [keyOfPlace(a), keyOfPlace(b)].join(' + '))
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

test('one child asked for in two scripts by two people is proposed', () => {
  const arabic = asked('b', { name: 'عائشة أحمدوفا', mother: 'مدينة أحمدوفا' })
  expect(pairsOf([asked('a'), arabic])).toEqual(['a 0 + b 0'])
})

test('nobody is proposed with themselves, with another of the same request, or where one search stands', () => {
  expect(pairsOf([asked('a'), asked('a', {}, '', 1)])).toEqual([])
  expect(pairsOf([asked('a'), asked('b')], [link('joined')])).toEqual([])
})

test('a pair said to be two people is not proposed again, and is when that was taken back', () => {
  expect(pairsOf([asked('a'), asked('b')], [link('apart')])).toEqual([])
  expect(pairsOf([asked('a'), asked('b')], [link('parted')])).toEqual(['a 0 + b 0'])
})

test('what is said of one of a search is said of all of it', () => {
  const inSearch: Link = {
    ...link('joined'),
    a: { relative: 'b', sought: 0 },
    b: { relative: 'c', sought: 0 },
  }
  expect(pairsOf([asked('a'), asked('b'), asked('c')], [inSearch, link('apart')])).toEqual([])
})

test('a brother with the same mother and telephone is not proposed', () => {
  const brother = asked('b', { name: 'Билал Ахметов', sex: 'male' }, '+7 701 123 45 67')
  expect(pairsOf([asked('a', {}, '+7 701 123 45 67'), brother])).toEqual([])
})
