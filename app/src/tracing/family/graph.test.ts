import { expect, test } from 'vitest'
import type { Decision, Sought } from '../model.ts'
import { type Searches, searchesOf, spread } from '../searches/model.ts'
import { type FamilyChild, type FamilyRequest, familyOf } from './graph.ts'

const sought = (name: string, change: Partial<Sought> = {}): Sought => ({
  ...{ name, sex: 'unknown', birth: {}, ...change },
})
const request = (relative: string, name: string, relation: string, ...people: Sought[]): FamilyRequest => ({
  ...{ relative, name, relation, sought: people },
})
const child: FamilyChild = {
  ...{ id: 'c', names: { ar: 'عائشة' }, sex: 'female' },
  ...{ mother: ['مدينة'], father: [], companions: [] },
}
const confirmed = (relative: string, at = 0): Decision => ({
  ...{ child: 'c', relative, sought: at, choice: 'confirmed', by: 'w', at: '2026-05-15' },
})
function draw(requests: FamilyRequest[], decisions: Decision[] = [], searches: Searches = new Map()) {
  const children = decisions.length ? [child] : []
  const { people, links } = familyOf({ requests, children, searches, decisions: spread(decisions, searches) })
  return {
    people: people.map((one) => `${one.kind} ${one.written.join('/')} ${one.above}`).sort(),
    links: links.map((one) => `${one.from} -${one.role}> ${one.to}${one.confirmed ? ' !' : ''}`).sort(),
  }
}
const grandmother = request('g', 'Күлпаш', 'анасының шешесі', sought('Айша', { mother: 'Мадина' }))

test('a grandmother asks: she, the mother she names, the child; nothing is confirmed', () => {
  expect(draw([grandmother])).toEqual({
    people: ['mother Мадина 1', 'requester Күлпаш 2', 'sought Айша 0'],
    links: [
      'mother sought g 0 -mother> sought g 0',
      'requester g -asks> sought g 0',
      'requester g -mother> mother sought g 0',
    ],
  })
})

test('a confirmed child is the one asked for: one person with both spellings, one mother', () => {
  expect(draw([grandmother], [confirmed('g')])).toEqual({
    people: ['child Айша 0', 'mother مدينة/Мадина 1', 'requester Күлпаш 2'],
    links: [
      'mother child c -mother> child c',
      'requester g -asks> child c !',
      'requester g -mother> mother child c',
    ],
  })
})

test('two requests that are one search ask for one person, and a confirmation stands for both', () => {
  const uncle = request('u', 'Юсуф', 'сосед', sought('Аиша'))
  const place = (relative: string) => ({ relative, sought: 0 })
  const searches = searchesOf([{ a: place('g'), b: place('u'), state: 'joined' }])
  expect(draw([grandmother, uncle], [], searches).people).toContain('sought Айша/Аиша 0')
  expect(draw([grandmother, uncle], [confirmed('g')], searches).links).toContain(
    'requester u -asks> child c !',
  )
})

test('the mother who asks for herself is the mother that others name; two who say so are two', () => {
  const mother = request('m', 'Мадина', 'мать', sought('Айша', { mother: 'Мадина Ахметова' }))
  expect(draw([mother]).people).toEqual(['requester Мадина/Мадина Ахметова 1', 'sought Айша 0'])
  const other = request('n', 'Зарина', 'мать', sought('Айша'))
  const both = draw([mother, other], [confirmed('m'), confirmed('n')])
  expect(both.links.filter((one) => one.includes('-mother>'))).toEqual([
    'mother child c -mother> child c',
    'requester m -mother> child c !',
    'requester n -mother> child c !',
  ])
})

test('brothers and sisters of one request have one mother where her name is the same', () => {
  const aunt = request(
    'a',
    'Салтанат',
    'тётя по матери',
    sought('Алихан', { mother: 'Гульмира', companions: ['Хадиша', 'Сестра соседки'] }),
    sought('Хадиша', { mother: 'гульмира' }),
  )
  const { people, links } = draw([aunt])
  expect(people.filter((one) => one.startsWith('mother'))).toHaveLength(1)
  expect(links).toContain('sought a 1 -with> sought a 0')
  expect(people).toContain('companion Сестра соседки null')
})

test('a relation nobody knows puts nobody above or below', () => {
  expect(draw([request('k', 'Кто-то', 'көрші', sought('Айша'))]).people).toContain('requester Кто-то null')
})
