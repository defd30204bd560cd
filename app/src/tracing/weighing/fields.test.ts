import { expect, test } from 'vitest'
import { languages as languageChance, marks as markChance, placeLevels } from './chances.ts'
import { companionsIn } from './companion-words.ts'
import { places } from './data/places.ts'
import type { Described } from './described.ts'
import { findPlaces, readPlaces } from './gazetteer.ts'
import { toCode } from './languages.ts'
import { marksIn } from './marks.ts'
import { placeLR } from './place.ts'
import { ofDescription, weigh } from './weigh.ts'

const with_ = (change: Partial<Described>): Described => ({
  ...ofDescription({ names: { en: 'A' }, sex: 'unknown', birth: {} }),
  names: [],
  ...change,
})
const weightOf = (a: Partial<Described>, b: Partial<Described>) => weigh(with_(a), with_(b)).log10LR
const sum = (levels: readonly { m: number; u: number }[]) =>
  levels.reduce((all, { m, u }) => ({ m: all.m + m, u: all.u + u }), { m: 0, u: 0 })

test.each([
  ['Багдад, тюрьма', 'Iraq/Baghdad/Baghdad'],
  ['سجن الرصافة', 'Iraq/Baghdad/Baghdad/Rusafa'],
  ['دار الأيتام، بغداد', 'Iraq/Baghdad/Baghdad'],
  ['Бағдат', 'Iraq/Baghdad/Baghdad'],
  ['Baghdat', 'Iraq/Baghdad/Baghdad'],
  ['Моссул', 'Iraq/Nineveh/Mosul'],
  ['محافظة الأنبار', 'Iraq/Anbar'],
  ['әл-Хол лагері', 'Syria/Hasakah/Hol'],
  ['Al-Hol camp', 'Syria/Hasakah/Hol'],
  ['مخيم الهول', 'Syria/Hasakah/Hol'],
  ['Сирия, лагерь Родж', 'Syria/Hasakah/Roj'],
  ['Атырау облысы', 'Kazakhstan/Atyrau'],
  ['Атырау қаласы', 'Kazakhstan/Atyrau/Atyrau'],
  ['Гурьев', 'Kazakhstan/Atyrau/Atyrau'],
  ['O‘sh, Ош', 'Kyrgyzstan/Osh/Osh'],
  ['Тошкент', 'Uzbekistan/Tashkent/Tashkent'],
  ['Хуҷанд', 'Tajikistan/Sughd/Khujand'],
  ['Ирак', 'Iraq'],
])('%s is %s', (text, way) => {
  expect(findPlaces(text).map((place) => place.join('/'))).toContain(way)
})

test.each(['Химки', 'Нигде', '😀', '', 'x'.repeat(10_000)])('%s is no place the gazetteer knows', (text) => {
  expect(findPlaces(text)).toEqual([])
})

test('some two hundred places, each with its way down from a country', () => {
  const all = readPlaces(places)
  expect(all.length).toBeGreaterThan(200)
  const countries = [
    'Iraq',
    'Syria',
    'Kazakhstan',
    'Kyrgyzstan',
    'Uzbekistan',
    'Tajikistan',
    'Turkey',
    'Russia',
  ]
  expect([...new Set(all.map((one) => one.place[0]))]).toEqual(countries)
  const ways = all.map((one) => one.place.join('/'))
  expect(new Set(ways).size).toBe(ways.length)
})

test('the chances of the levels are those of one child and of two: each sums to 1', () => {
  for (const levels of Object.values(placeLevels)) {
    expect(sum(levels).m).toBeCloseTo(1, 12)
    expect(sum(levels).u).toBeCloseTo(1, 12)
  }
})

test('agreement weighs by its level, and where one side says no more at least so much', () => {
  const { place } = placeLevels
  expect(placeLR(place, { levels: 4, of: 4 })).toBeCloseTo(Math.log10(place[4]!.m / place[4]!.u), 12)
  expect(placeLR(place, { levels: 1, of: 3 })).toBeCloseTo(Math.log10(place[1]!.m / place[1]!.u), 12)
  const further = sum(place.slice(1))
  expect(placeLR(place, { levels: 1, of: 1 })).toBeCloseTo(Math.log10(further.m / further.u), 12)
  expect(weightOf({ place: 'Багдад' }, { place: 'سجن الرصافة' })).toBeGreaterThan(
    weightOf({ place: 'Ирак' }, { place: 'سجن الرصافة' }),
  )
  expect(weightOf({ place: 'Мосул' }, { place: 'Al-Hol' })).toBeGreaterThan(-0.5)
})

test('a place nobody knows is compared as it is written', () => {
  expect(weightOf({ place: 'Камышинка' }, { place: 'Kamyshinka' })).toBeCloseTo(
    placeLR(placeLevels.place, { levels: 3, of: 3 }),
    12,
  )
  expect(weightOf({ place: 'Камышинка' }, { place: 'Мосул' })).toBe(0)
})

test('who was born where they are is counted once', () => {
  const here = { place: 'Мосул', birthplace: 'Мосул' }
  const born = weightOf({ birthplace: 'Мосул' }, { birthplace: 'Mosul' })
  expect(weightOf(here, { place: 'Mosul', birthplace: 'الموصل' })).toBeCloseTo(born, 12)
})

test.each([
  ['шрам на левой щеке', [{ kind: 'scar', part: 'cheek', side: 'left' }]],
  ['ندبة على الخد الأيسر', [{ kind: 'scar', part: 'cheek', side: 'left' }]],
  ['тыртық, сол жақ бетінде', [{ kind: 'scar', part: 'cheek', side: 'left' }]],
  ['scar on the left cheek', [{ kind: 'scar', part: 'cheek', side: 'left' }]],
  ['حرق في اليد اليمنى', [{ kind: 'burn', part: 'hand', side: 'right' }]],
  ['нет пальца на левой руке', [{ kind: 'missing', part: 'finger', side: 'left' }]],
  ['косоглазие', [{ kind: 'squint' }]],
  ['nothing of the kind', []],
])('%s is read as a mark', (text, marks) => {
  expect(marksIn(text)).toEqual(marks)
})

test('a mark on both sides weighs by how rare it is; on one side, or another mark, nothing', () => {
  const { both, kinds, part, side } = markChance
  const u = kinds.scar! * part * side
  expect(weightOf({ marks: 'шрам на левой щеке' }, { marks: 'ندبة على الخد الأيسر' })).toBeCloseTo(
    Math.log10(both / u + 1 - both),
    12,
  )
  expect(weightOf({ marks: 'шрам на щеке' }, { marks: 'scar on the knee' })).toBe(0)
  expect(weightOf({ marks: 'шрам на щеке' }, {})).toBe(0)
})

test.each([
  ['казахский', 'kk'],
  ['الكازاخية', 'kk'],
  ['Қазақша', 'kk'],
  ['العربية', 'ar'],
  ['Oʻzbek', 'uz'],
  ['клингонский', 'клингонский'],
])('%s is the language %s', (written, code) => {
  expect(toCode(written)).toBe(code)
})

test('a language in common weighs by how many speak it', () => {
  const { shared, spokenBy } = languageChance
  const weight = weightOf({ languages: ['казахский', 'арабский'] }, { languages: ['الكازاخية'] })
  expect(weight).toBeCloseTo(Math.log10(shared / spokenBy.kk!), 12)
  expect(weightOf({ languages: ['Kazakh'] }, { languages: ['Arabic'] })).toBeLessThan(0)
})

test.each([
  ['مع الأم واخته خديجه', ['خديجه']],
  ['وحدها', []],
  ['with his mother and sister Khadija', ['Khadija']],
  ['анасымен, әпкесі Зейнеп', ['Зейнеп']],
  ['с матерью и двумя братьями', []],
])('with whom: %s', (text, names) => {
  expect(companionsIn(text)).toEqual(names)
})

test('a companion named on both sides speaks for; a mother among them is weighed as the mother', () => {
  expect(weightOf({ companions: ['Хадиджа'] }, { companions: ['خديجه'] })).toBeGreaterThan(0.9)
  const mother = { mother: ['Мадина'], companions: ['Мадина'] }
  const without = weightOf({ mother: ['Мадина'] }, { mother: ['Madina'] })
  expect(weightOf(mother, { mother: ['Madina'], companions: ['Madina'] })).toBeCloseTo(without, 12)
})
