import { getPerson } from './family.ts'
import { readSource, toCsv } from './table.ts'

export const LISTED_ON = '2026-03-18'
const head = ['no', 'name', 'sex', 'age', 'list_date', 'place', 'mother_name', 'found_with']
const arabicHead = ['ت', 'الاسم', 'الجنس', 'العمر', 'تاريخ القائمة', 'المكان', 'اسم الأم', 'مع من']

const clerk = readSource('found-list.tsv')

/** Which child stands on which line of the list; nobody knew it when the list was written. */
export const linesOfChildren = clerk.map((row, at) => ({ no: at + 1, child: row.child! }))

/** The list as the clerk of the institution wrote it: names by ear, ages by eye. */
export const foundList = (): string[][] => [
  head,
  ...clerk.map((row, at) => [
    ...[String(at + 1), row.name!, getPerson(row.child!).sex, row.age!],
    ...[LISTED_ON, row.place!, row.mother!, row.found_with!],
  ]),
]

/** U+0660 and on: the digits of the Arab East. */
const arabicDigits = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)))

/** The same with the clerk's own headings, words and digits, day before month. */
export function foundListInArabic(): string[][] {
  const [, ...rows] = foundList()
  const day = LISTED_ON.split('-').reverse().join('/')
  return [
    arabicHead,
    ...rows.map(([no, name, sex, age, , ...rest]) => [
      ...[arabicDigits(no!), name!, sex === 'male' ? 'ذكر' : 'أنثى', arabicDigits(age!), arabicDigits(day)],
      ...rest,
    ]),
  ]
}

/** One right line, then one of each thing that goes wrong in lists; `wrong` says what. */
const badRows: { wrong: string; cells: string[] }[] = [
  { wrong: '', cells: ['1', 'مريم جمغولوفا', 'female', '3', LISTED_ON, 'سجن الرصافة', 'دنارا', 'مع الأم'] },
  { wrong: 'age-140', cells: ['2', 'علي حسن', 'male', '140', LISTED_ON, 'بغداد', 'سعاد', ''] },
  { wrong: 'date-in-future', cells: ['3', 'نور', 'female', '6', '2062-03-18', 'بغداد', 'هدى', ''] },
  { wrong: 'name-missing', cells: ['4', '', 'male', '4', LISTED_ON, 'بغداد', 'هدى', 'وحده'] },
  {
    wrong: 'arabic-indic-digits',
    cells: ['٥', 'يوسف احمدوف', 'male', '٥', '١٨/٠٣/٢٠٢٦', 'بغداد', 'نازكول', ''],
  },
  {
    wrong: 'html-in-name',
    cells: ['6', '<img src=x onerror="alert(1)">فاطمه', 'female', '3', LISTED_ON, 'بغداد', '', ''],
  },
  {
    wrong: 'formula-in-name',
    cells: [
      '7',
      '=HYPERLINK("http://example.invalid","زينب")',
      'female',
      '4',
      LISTED_ON,
      'بغداد',
      '+1+1',
      '',
    ],
  },
  {
    wrong: 'same-line-twice',
    cells: ['1', 'مريم جمغولوفا', 'female', '3', LISTED_ON, 'سجن الرصافة', 'دنارا', 'مع الأم'],
  },
  { wrong: 'sex-unknown-word', cells: ['8', 'عمر نوربيس', 'x', '2', LISTED_ON, 'بغداد', 'اقمرال', ''] },
  { wrong: 'age-below-zero', cells: ['9', 'سمية اسحاقوفا', 'female', '-8', LISTED_ON, 'بغداد', 'مدينه', ''] },
  {
    wrong: 'date-impossible',
    cells: ['10', 'صفيه اسحاقوفا', 'female', '1', '2026-02-30', 'بغداد', 'مدينه', ''],
  },
  { wrong: 'name-of-5000-letters', cells: ['11', 'ا'.repeat(5000), 'male', '7', LISTED_ON, 'بغداد', '', ''] },
  { wrong: 'cells-missing', cells: ['12', 'موسى بردبيكوف'] },
  {
    wrong: 'writing-direction-turned',
    cells: ['13', 'اسيا \u202Eأ\u202C بردبكوفا', 'female', '6', LISTED_ON, 'بغداد', '', ''],
  },
]

/** Strange, but a child all the same: such a line may be taken in, its markup and formulas as plain text. */
const harmless = [
  'arabic-indic-digits',
  'html-in-name',
  'formula-in-name',
  'cells-missing',
  'writing-direction-turned',
]

export const badList = (): string => toCsv([head, ...badRows.map(({ cells }) => cells)])
/** Line numbers count the heading as 1. */
export const badLines = badRows.flatMap(({ wrong }, at) =>
  wrong ? [{ line: at + 2, wrong, stops: !harmless.includes(wrong) }] : [],
)

/** The consulate's own list of four, in Russian, semicolons, saved in windows-1251 as spreadsheets there do. */
const russianRows = [
  ['№', 'ФИО', 'Пол', 'Возраст', 'Дата списка', 'Место', 'Мать', 'С кем найден'],
  ['1', 'Алихан Сулейменов', 'м', '9', '18.03.2026', 'Багдад', 'Гульмира Есенова', 'с сестрой'],
  ['2', 'Хадиша Сулейменова', 'ж', '4', '18.03.2026', 'Багдад', 'Гульмира Есенова', 'с братом'],
  ['3', 'Юсуф Ахметов', 'м', '5', '18.03.2026', 'Багдад', 'Назгуль Кудайбергенова', 'с братом'],
  ['4', 'Ибрагим', 'м', '2', '18.03.2026', 'Багдад', 'Назгуль Кудайбергенова', 'с братом'],
]

/** windows-1251: А to я from 0xC0, № at 0xB9; what it has no place for is an error. */
function toCyrillicByte(letter: string): number {
  const code = letter.codePointAt(0)!
  if (code < 0x80) return code
  if (code >= 0x410 && code <= 0x44f) return code - 0x410 + 0xc0
  if (letter === '№') return 0xb9
  throw new Error(`windows-1251 has no ${letter} here`)
}

export const russianList = (): Buffer =>
  Buffer.from([...russianRows.map((cells) => `${cells.join(';')}\r\n`).join('')].map(toCyrillicByte))
