import { expect, test } from 'vitest'
import { dayOrderOf } from './birth.ts'
import { fieldOf, findHeader } from './columns.ts'
import { planRows } from './rows.ts'
import { isNameless } from './text.ts'

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

const notes = (header: string, ...rows: string[]) =>
  plan(header, ...rows).rows.flatMap((row) =>
    row.notes.map(({ code, values }) => [code, values?.read ?? values?.written]),
  )

test.each([
  ['Latin A in a Cyrillic word', 'Aйша', 'Айша', 'letters-of-two-scripts'],
  ['Cyrillic а in a Latin word', 'Mаryam Yusupova', 'Maryam Yusupova', 'letters-of-two-scripts'],
  ['turned round', '\u202eМария\u202c', 'Мария', 'steering-marks'],
  ['with a picture', 'Мария 😀', 'Мария', 'pictures-left-out'],
  ['with a digit', 'Али 2', 'Али 2', 'digits-in-name'],
  ['one letter', 'А', 'А', 'one-letter'],
])('a name %s is read, and it is told how', (_name, written, read, code) => {
  const { rows } = plan('Name;Age', `${written};6`)
  expect(Object.values(rows[0]!.listed!.description.names)).toEqual([read])
  expect(notes('Name;Age', `${written};6`)).toEqual([[code, read]])
})

test('letters that cannot be all of one script are left as they are, and told', () => {
  const { rows } = plan('Name;Age', 'Жorж;6')
  expect(rows[0]!.problems).toEqual([])
  expect(rows[0]!.notes.map((note) => note.code)).toEqual(['letters-stay-mixed'])
})

test.each(['unknown', 'Неизвестно', 'غير معروفة', 'белгісіз', 'имя неизвестно', '123', '😀', '—'])(
  'a child called "%s" is a child whose name nobody knows, and is taken in',
  (written) => {
    const { rows } = plan('Name;Age', `${written};6`, `${written};6`)
    for (const row of rows) {
      expect(row.problems).toEqual([])
      expect(isNameless(row.listed!.description.names)).toBe(true)
      expect(row.notes.map((note) => note.code)).toContain('nameless')
    }
  },
)

test('what nobody knows of a mother, an age or a sex is missing, and no problem', () => {
  const { rows } = plan('Name;Mother;Age;Sex;Place', 'Али;неизвестно;unknown;?;غير معروف')
  expect(rows[0]!.problems).toEqual([])
  expect(rows[0]!.listed!.description).toEqual({ names: { ru: 'Али' }, sex: 'unknown', birth: {} })
})

test('columns as a person chose them: two into one, one ignored, one in Kazakh, the month first', () => {
  const sheet = [
    ['A', 'B', 'C', 'D', 'E', 'F'],
    ['Мария', 'Ивановна', 'Петрова', '11/27/2019', 'нет', 'Петровы дети'],
  ]
  const columns = [
    { at: 0, field: 'given' as const, language: 'kk' as const },
    { at: 1, field: 'given' as const, language: 'kk' as const },
    { at: 2, field: 'family' as const, language: 'kk' as const },
    { at: 3, field: 'birth' as const },
    { at: 4, field: null },
    { at: 5, field: 'otherNames' as const },
  ]
  const [row] = planRows(sheet, now, { headerRow: 1, columns, dayOrder: 'month-first' })!.rows
  expect(row!.listed!.description).toEqual({
    names: { kk: 'Мария Ивановна Петрова' },
    sex: 'unknown',
    birth: { date: '2019-11-27' },
    otherNames: ['Петровы дети'],
  })
})

test('the list’s own number, other names and who was with them', () => {
  const [row] = plan(
    'ID;Name;Also known as;Brothers and sisters;Age',
    'R-17;Aisha;Umm Yusuf, Aya;Bilal and Maryam;6',
  ).rows
  expect(row!.id).toBe('R-17')
  expect(row!.listed!.description).toMatchObject({
    otherNames: ['Umm Yusuf', 'Aya'],
    companions: ['Bilal', 'Maryam'],
  })
})

test('one cell with a name in two writings is two spellings; a third in the same letters is another name', () => {
  const [row] = plan('Name;Name 2;Age', 'Айша Ахметова (Aisha Akhmetova);Айша Омарова;6').rows
  expect(row!.listed!.description).toMatchObject({
    names: { ru: 'Айша Ахметова', en: 'Aisha Akhmetova' },
    otherNames: ['Айша Омарова'],
  })
})

test('an age counts from the day the list was written, where a person says so', () => {
  const sheet = [
    ['Name', 'Age'],
    ['Али', '6'],
  ]
  const [row] = planRows(sheet, now, { statedOn: '2024-05-15' })!.rows
  expect(row!.listed!.description.birth).toEqual({ earliest: 2017, latest: 2018 })
  expect(row!.listed!.found.seenOn).toBe('2024-05-15')
})

test.each([
  [['27.11.2019', '05.06.2020'], 'day-first'],
  [['11/27/2019', '5/6/2020'], 'month-first'],
  [['5/6/2020', '2019-11-27', '6 лет'], undefined],
])('the order of day and month in %j is %s', (texts, order) => {
  expect(dayOrderOf(texts)).toBe(order)
})

test('10,000 letters in any cell, and 200 columns: each row says what is too long, soon', () => {
  const long = 'я'.repeat(10_000)
  const began = performance.now()
  const { rows } = plan(
    'Name;Mother;Age;Sex;Note',
    ...[0, 1, 2, 3, 4].map((at) =>
      Array.from({ length: 5 }, (_, i) => (i === at ? long : i === 0 ? 'Али' : '')).join(';'),
    ),
  )
  expect(rows.map((row) => row.problems.map(({ code }) => code).includes('too-long'))).toEqual([
    true,
    true,
    true,
    true,
    true,
  ])
  expect(performance.now() - began).toBeLessThan(2000)
})
