import { describe, expect, test } from 'vitest'
import { buildIndex, compare, search } from './index.ts'
import { SHORT_FORMS } from './rules/shortForms.ts'

/** A fond, short or respectful form beside the full name, in one script and in two. */
const FORMS: [full: string, ...forms: string[]][] = [
  ['Айгерім', 'Айгера', 'Айгерка', 'Айгерімжан', 'Aigera', 'Aigerimjan', 'ايجريم جان'],
  ['Нұрлан', 'Нұреке', 'Нурик', 'Нұрланжан', 'Nureke', 'Nurlanjan'],
  ['Бақыт', 'Бақа', 'Бақош', 'Бақытжан', 'Bakosh'],
  ['Ерлан', 'Ерлантай', 'Ереке'],
  ['Дидар', 'Дидош'],
  ['Қарлығаш', 'Қарлыш'],
  ['Нұрболат', 'Нұрыш'],
  ['Серік', 'Секе', 'Серікжан', 'Serikzhan'],
  ['Nodira', 'Nodiraxon', 'Нодирахон', 'Nodiraoy', 'Нодира хон'],
  ['Alisher', 'Alisherjon', 'Алишержон', 'Alisherbek'],
  ['Фирӯз', 'Фирӯзҷон', 'Firuzjon'],
  ['Barno', 'Barnogul', 'Барногул'],
  ['Abdulrahman', 'Abboud', 'عبود', 'Аббуд', 'عبودي'],
  ['فاطمة', 'فطوم', 'Fattoum', 'Фаттума', 'Fattouma'],
  ['محمد', 'حمودي', 'Hamoudi', 'Хамуди', 'Memo'],
  ['Мұхаммед', 'Hamoudi', 'حمودي'],
  ['خديجة', 'خدوجة', 'Khaddouj'],
  ['Хадиша', 'خدوجة'],
  ['علي', 'علاوي', 'Allawi'],
  ['Mustafa', 'Mıstık', 'صطوف'],
  ['Fatma', 'Fatoş', 'فطوم'],
  ['Zeynep', 'Zeyno', 'زنوبة'],
  ['Наталья', 'Наташа'],
]

const pairs = FORMS.flatMap(([full, ...forms]) => forms.map((form) => [full, form] as const))

test.each(pairs)('%s, %s', (full, form) => {
  const { log10LR, parts } = compare(full, form)
  expect(log10LR).toBeGreaterThan(0.1)
  expect(parts.every((part) => part.verdict !== 'different')).toBe(true)
  expect(log10LR).toBeLessThanOrEqual(compare(full, full).log10LR)
})

describe('a form of another name', () => {
  test.each([
    ['Айгерім', 'Нұреке'],
    ['Нұрлан', 'Секе'],
    ['Nodira', 'Alisherjon'],
    ['فاطمة', 'Hamoudi'],
    ['Динара', 'Бақош'],
    ['Zeynep', 'Fatoş'],
    ['Ерлан', 'Нұржан'],
  ])('%s, %s', (full, form) => expect(compare(full, form).log10LR).toBeLessThan(0))
})

test('what is shared by a clipped form and many names says little', () => {
  // Three shared sounds say 1.5 at most, and the ending costs 1.
  expect(compare('Нұрболат', 'Нұреке').log10LR).toBeLessThan(1)
  expect(compare('Нұрболат', 'Нұрыш').log10LR).toBeLessThan(1)
})

describe('a fond form with a surname is found among many', () => {
  const names = [
    'Айгерім Серікова',
    'Нұрлан Оспанов',
    'Абдулрахман Халиди',
    'Нодира Каримова',
    'Fatma Yılmaz',
  ]
  const others = 'бар дан ерк жол кен лаз мор пан ром сат тал ушк хал шын'.split(' ')
  const many = others.flatMap((a) => others.map((b) => `${a}${b} ${b}${a}ов`))
  const index = buildIndex([...many, ...names].map((name, n) => ({ id: String(n), name })))
  test.each([
    ['Айгера Серикова', 'Айгерім Серікова'],
    ['Нұреке Оспанов', 'Нұрлан Оспанов'],
    ['Abboud Khalidi', 'Абдулрахман Халиди'],
    ['Nodiraxon Karimova', 'Нодира Каримова'],
    ['Fatoş Yılmaz', 'Fatma Yılmaz'],
  ])('%s is %s', (query, name) => expect(search(index, query, 1)[0]?.name).toBe(name))
})

test('Hamoudi says no more than Muhammad, whose share is known', () => {
  // 30,894 of 1,172,000 (rules/frequent.ts).
  const most = Math.log10(1_172_000 / 30_894)
  for (const name of ['محمد', 'Мұхаммед', 'Mehmet']) {
    expect(compare(name, 'Hamoudi').log10LR).toBeLessThanOrEqual(most)
  }
})

test('every row begins with a full name and has a form', () => {
  for (const row of SHORT_FORMS) {
    expect(row.length).toBeGreaterThan(1)
    for (const form of row) expect(compare(row[0]!, form).log10LR).toBeGreaterThan(0)
  }
})

test.each([
  ['Әлидің анасы', 'Umm Ali'],
  ['мать Али', 'أم علي'],
  ['Mother of Ali', 'ام علي'],
  ['Alining onasi', 'Умм Али'],
])('%s and %s are one by-name', (a, b) => {
  const { log10LR, parts } = compare(a, b)
  expect(parts[0]?.role).toBe('kunya')
  expect(log10LR).toBeGreaterThan(0.1)
})
