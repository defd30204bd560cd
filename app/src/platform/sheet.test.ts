import { expect, test } from 'vitest'
import { readSheet } from './sheet.ts'
import { encodeAs, makeWorkbook, makeZip } from './testing/files.ts'

const code = (bytes: Buffer) =>
  readSheet(bytes).then(
    () => 'read',
    (cause: { code?: string }) => cause.code,
  )

const russian = 'Имя;Возраст\r\nМария Петрова;6 лет\r\nИван Сидоров;около 7\r\n'
const kazakhInRussianLetters = 'ФИО;ПОЛ\r\nАЙША АХМЕТОВА;ЖЕН\r\n'
const arabic = 'الاسم;العمر;اسم الأم\r\nعائشة محمد;٦;فاطمة\r\n'.replace('٦', '6')

test.each([
  ['UTF-8', Buffer.from(arabic), 'utf-8', 'valid', arabic],
  ['UTF-8 with a mark', Buffer.from(`\ufeff${russian}`), 'utf-8', 'mark', russian],
  ['UTF-16 as Excel writes it', Buffer.from(`\ufeff${arabic}`, 'utf16le'), 'utf-16le', 'mark', arabic],
  ['windows-1251', encodeAs('windows-1251', russian), 'windows-1251', 'letters', russian],
  [
    'windows-1251 in capitals',
    encodeAs('windows-1251', kazakhInRussianLetters),
    'windows-1251',
    'letters',
    kazakhInRussianLetters,
  ],
  ['windows-1256', encodeAs('windows-1256', arabic), 'windows-1256', 'letters', arabic],
])('%s is recognised and read', async (_name, bytes, name, because, text) => {
  const sheet = await readSheet(bytes)
  expect(sheet.encoding).toEqual({ name, because })
  expect(sheet.rows).toEqual(
    text
      .trim()
      .split('\r\n')
      .map((line) => line.split(';')),
  )
})

test('a workbook gives texts, numbers and days as they were typed', async () => {
  const born = new Date(Date.UTC(2019, 10, 27))
  const { format, rows } = await readSheet(
    makeWorkbook([
      ['الاسم', 'Born', 'Age'],
      ['عائشة', born, 6.5],
      ['=1+1<b>', '', 3],
    ]),
  )
  expect(format).toBe('xlsx')
  expect(rows).toEqual([
    ['الاسم', 'Born', 'Age'],
    ['عائشة', '2019-11-27', '6.5'],
    ['=1+1<b>', '', '3'],
  ])
})

test.each([
  ['an empty file', Buffer.alloc(0), 'sheet-empty'],
  ['blank lines', Buffer.from('\n \n;;\n'), 'sheet-empty'],
  ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj'), 'sheet-is-no-table'],
  ['a PNG', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 'sheet-is-no-table'],
  ['an old Excel file', Buffer.from('d0cf11e0a1b11ae100000000', 'hex'), 'sheet-is-old-excel'],
  ['a ZIP of something else', makeZip({ 'a.txt': 'a' }), 'sheet-is-no-table'],
  ['a workbook that was cut off', makeWorkbook([['a', 'b']]).subarray(0, 900), 'sheet-broken'],
  ['a workbook with a damaged middle', damaged(makeWorkbook([['a', 'b']])), 'sheet-broken'],
  ['a workbook without its sheet', makeZip({ 'xl/workbook.xml': '<workbook/>' }), 'sheet-broken'],
  [
    '60 MB of blanks in a few kilobytes',
    makeWorkbook([['a']], { 'xl/worksheets/sheet1.xml': Buffer.alloc(60_000_000) }),
    'sheet-unpacks-too-large',
  ],
  ['bytes that are no text', Buffer.from([0x41, 0x00, 0x42, 0x81]), 'sheet-unreadable'],
  ['a quotation mark that never closes', Buffer.from('a;b\n"c;d\n'), 'sheet-quote-open'],
  ['too many rows', Buffer.from('a;b\n'.repeat(50_001)), 'sheet-too-long'],
  ['a million rows', Buffer.from('a;b\n'.repeat(1_000_000)), 'sheet-too-long'],
  ['a workbook of too many rows', endlessWorkbook(), 'sheet-too-long'],
  ['2,000 columns', Buffer.from(`${'a;'.repeat(2000)}\n`), 'sheet-too-wide'],
  ['one line of 24 MB', Buffer.alloc(24_000_000, 'a;'), 'sheet-line-too-long'],
  ['a cell of 40,000 letters', Buffer.from(`a;b\nc;${'x'.repeat(40_000)}\n`), 'sheet-cell-too-long'],
])('%s is refused for what it is', async (_name, bytes, expected) => {
  expect(await code(bytes)).toBe(expected)
})

function endlessWorkbook(): Buffer {
  const rows = '<row><c><v>1</v></c></row>'.repeat(1_000_000)
  return makeWorkbook([['a']], {
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
  })
}

/** What is packed of the sheet, overwritten. */
function damaged(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes)
  const sheet = copy.indexOf('xl/worksheets/sheet1.xml') + 24
  copy.fill(0xff, sheet + 4, sheet + 40)
  return copy
}

test('the separator is the sign of the first line that has one', async () => {
  expect((await readSheet(Buffer.from('List of 3\n"Name, full"\tAge\nA\t1'))).rows[1]).toEqual([
    'Name, full',
    'Age',
  ])
  expect((await readSheet(Buffer.from('a,b,c\n1,2;3,4'))).rows[1]).toEqual(['1', '2;3', '4'])
})
