import { expect, test } from 'vitest'
import { fieldOf, findHeader } from './columns.ts'
import { planRows } from './rows.ts'

const now = new Date('2026-05-15T00:00:00Z')
const plan = (header: string, ...rows: string[]) =>
  planRows(
    [header, ...rows].map((line) => line.split(';')),
    now,
  )!
const problems = (header: string, ...rows: string[]) =>
  plan(header, ...rows).rows.flatMap((row) => row.problems.map(({ field, code }) => [row.row, field, code]))

test.each([
  [
    'name',
    [
      'Name',
      'Full name',
      "Child's name",
      'ФИО',
      'Имя ребёнка',
      'Аты-жөні (қазақша)',
      'Баланың аты',
      'الاسم',
      'اسم الطفل',
      'Name (Arabic)',
    ],
  ],
  [
    'mother',
    ["Mother's name", 'Мать', 'ФИО матери', 'Имя матери', 'Анасының аты', 'اسم الأم', 'أسم الام', 'والدة'],
  ],
  [
    'birth',
    [
      'Date of birth',
      'DOB',
      'Дата рождения',
      'Г.р.',
      'Туған күні',
      'Туған жылы',
      'تاريخ الولادة',
      'تاريخ الميلاد',
      'المواليد',
    ],
  ],
  ['birthplace', ['Place of birth', 'Место рождения', 'Туған жері', 'مكان الولادة']],
  ['age', ['Age', 'Age (years)', 'Возраст', 'Жасы', 'العمر', 'السنّ']],
  ['sex', ['Sex', 'Gender', 'M/F', 'Пол', 'Жынысы', 'الجنس']],
  ['place', ['Place', 'Where found', 'Место', 'Где находится', 'Орналасқан жері', 'المكان', 'السجن']],
  ['with', ['With whom', 'С кем', 'Кіммен', 'مع من']],
  ['languages', ['Languages', 'Языки', 'Тілдері', 'اللغات']],
  ['marks', ['Distinguishing marks', 'Особые приметы', 'Ерекше белгілері', 'العلامات الفارقة']],
])('headers of the column %s', (field, headers) => {
  expect(headers.map(fieldOf)).toEqual(headers.map(() => field))
})

test('the header may stand under a title, and a column nobody knows stays unknown', () => {
  const header = findHeader([['قائمة الأطفال'], [], ['№', 'الاسم', 'العمر', 'Passport number']])
  expect(header?.at).toBe(2)
  expect(header?.columns.map((column) => column.field)).toEqual(['number', 'name', 'age', null])
  expect(
    findHeader([
      ['Mary', '6'],
      ['Anna', '7'],
    ]),
  ).toBeUndefined()
})

test('names are kept in the letters they are written in, with all the list says', () => {
  const [row] = plan(
    'Name;الاسم;Мать;Пол;Возраст;Языки;С кем',
    'Aisha;عائشة;Мадина;ж;около 6;kk, ar;with an aunt',
  ).rows
  expect(row!.listed).toEqual({
    description: {
      names: { en: 'Aisha', ar: 'عائشة' },
      sex: 'female',
      birth: { earliest: 2019, latest: 2020 },
      mother: { ru: 'Мадина' },
      languages: ['kk', 'ar'],
    },
    found: { ageWritten: 'около 6', estimated: true, with: 'with an aunt' },
  })
})

test('given and family names in two columns are one name', () => {
  expect(plan('First name;Surname;Age', 'Aisha;Akhmetova;6').rows[0]!.listed!.description.names).toEqual({
    en: 'Aisha Akhmetova',
  })
})

test('every bad row is named with its field', () => {
  const found = problems(
    'Name;Age;Date of birth;Sex',
    'A;140;;',
    ';5;;f',
    'B;;27.11.2031;',
    'C;;31.02.2020;',
    'D;6;;robot',
    'E;25;;',
    'F;3;01.01.2015;',
  )
  expect(found).toEqual([
    [2, 'age', 'too-old'],
    [3, 'name', 'name-missing'],
    [4, 'birth', 'birth-in-future'],
    [5, 'birth', 'no-such-day'],
    [6, 'sex', 'unreadable-sex'],
    [7, 'age', 'not-a-child'],
    [8, 'age', 'age-and-birth-differ'],
  ])
})

test('the same name, age and mother twice is named with the row it repeats; twins are not', () => {
  const rows = plan('Name;Age;Mother', 'Али;6;Зарина', 'Али ;6;Зарина', 'Вали;6;Зарина', 'Али;6;Марьям').rows
  expect(rows.map((row) => row.problems.map((problem) => problem.values?.row))).toEqual([[], [2], [], []])
})

test('an age counts from the day it was written down', () => {
  const [row] = plan('Name;Age;Date seen', 'Али;6;15.05.2024').rows
  expect(row!.listed!.description.birth).toEqual({ earliest: 2017, latest: 2018 })
})

test('blank rows are none, markup and formulas are text', () => {
  const rows = plan('Name;Age', ';', '<b>Али</b>;6', '=HYPERLINK("x");6').rows
  expect(rows.map((row) => row.name)).toEqual(['<b>Али</b>', '=HYPERLINK("x")'])
})
