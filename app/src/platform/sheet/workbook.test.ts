import fc from 'fast-check'
import { readSheet as readByLibrary } from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { readSheet } from '../sheet.ts'
import { makeWorkbook, makeZip } from '../testing/files.ts'
import { dayOf, isDayFormat } from './days.ts'

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('a&b<c>"d\'', ']]>', '&amp;', '_x000D_', '=1+1', 'عائشة', 'Әйгерім', '👩‍👧'),
)
const day = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2050-01-01'), noInvalidDate: true })
  .map((at) => new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate())))
// What XML can hold (XML 1.0, 2.2), and does not fold: a carriage return is read as a line end.
const isWritable = (sign: string) =>
  sign === '\n' || sign === '\t' || (sign >= ' ' && sign < '\ufffe') || sign > '\uffff'
const writable = text.filter((one) => one.isWellFormed() && [...one].every(isWritable))
const cells = fc.oneof(writable, fc.double({ noNaN: true, noDefaultInfinity: true }), day, fc.integer())

const asText = (value: unknown): string =>
  value === null ? '' : (value instanceof Date ? value.toISOString().slice(0, 10) : String(value)).trim()
const bare = (rows: string[][]) =>
  rows
    .map((row) => row.join('\t').trimEnd())
    .join('\n')
    .trimEnd()

test('a workbook is read as another reader reads it', async () => {
  const tables = fc.array(fc.array(cells, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(tables, async (rows) => {
      const bytes = makeWorkbook([['head'], ...rows])
      const other = (await readByLibrary(bytes)).map((row) => row.map(asText))
      expect(bare((await readSheet(bytes)).rows)).toBe(bare(other))
    }),
    { numRuns: 60 },
  )
})

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const rowsOf = async (sheet: string, more: Record<string, string> = {}) =>
  (await readSheet(makeWorkbook([['a']], { 'xl/worksheets/sheet1.xml': sheet, ...more }))).rows

test('prefixes, runs, readings aloud, formulas, CDATA and cells without an address', async () => {
  const sheet = `<?xml version="1.0"?><!-- <c> --><x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
    <x:sheetData><x:row r="2" spans='1:3'><x:c r="B2" t="inlineStr"><x:is><x:r><x:t>Ай</x:t></x:r><x:rPh><x:t>ай</x:t></x:rPh><x:r><x:t>ша</x:t></x:r></x:is></x:c>
    <x:c t="str"><x:f>1+1</x:f><x:v><![CDATA[<2>]]></x:v></x:c><x:c t="b"><x:v>1</x:v></x:c><x:c t="e"><x:v>#N/A</x:v></x:c><x:c t="s"/></x:row></x:sheetData></x:worksheet>`
  expect(await rowsOf(sheet)).toEqual([[], ['', 'Айша', '<2>', 'true', '#N/A']])
})

test('shared strings are found where the workbook says they are', async () => {
  const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const rels = `<Relationships><Relationship Id="r1" Type="${types}/worksheet" Target="/xl/worksheets/sheet1.xml"/><Relationship Id="r2" Type="${types}/sharedStrings" Target="texts/Shared.xml"/></Relationships>`
  const more = {
    'xl/_rels/workbook.xml.rels': rels,
    'xl/texts/shared.xml': `<sst ${main}><si><t>a_x0041_</t></si><si><r><t>b</t></r><r><t>c</t></r></si></sst>`,
  }
  const sheet = `<worksheet ${main}><sheetData><row><c t="s"><v>1</v></c><c t="s"><v>0</v></c></row></sheetData></worksheet>`
  expect(await rowsOf(sheet, more)).toEqual([['bc', 'aA']])
})

// ECMA-376 part 1, 18.8.30 and 18.8.31.
test.each([
  ['dd.mm.yyyy;@', true],
  ['[$-419]d mmmm yyyy "г.";@', true],
  ['yyyy\\-mm\\-dd', true],
  ['h:mm AM/PM', true],
  ['General', false],
  ['#,##0.00 "d"', false],
  ['0%', false],
  ['0.00\\m', false],
  ['', false],
])('a format of days is told from one of numbers: %s', (format, expected) => {
  expect(isDayFormat(format)).toBe(expected)
})

test('days are counted from 1899-12-30, or from 1904-01-01', () => {
  expect(dayOf(43_796, false)).toBe('2019-11-27')
  expect(dayOf(43_796 - 1462, true)).toBe('2019-11-27')
  expect(dayOf(1e300, false)).toBeUndefined()
})

test('an entry that stands in the file and not in its directory is no part of the workbook', async () => {
  // Two archives one after the other: a reader that goes from the front would take the first.
  const front = makeZip({ 'xl/worksheets/sheet1.xml': `<worksheet ${main}>${'<a>'.repeat(100)}` })
  const whole = makeWorkbook([['seen']])
  const end = whole.length - 22
  const shifted = Buffer.from(whole)
  shifted.writeUInt32LE(whole.readUInt32LE(end + 16) + front.length, end + 16)
  for (let at = shifted.indexOf('PK\u0001\u0002'); at >= 0; at = shifted.indexOf('PK\u0001\u0002', at + 4))
    shifted.writeUInt32LE(shifted.readUInt32LE(at + 42) + front.length, at + 42)
  expect((await readSheet(Buffer.concat([front, shifted]))).rows).toEqual([['seen']])
})
