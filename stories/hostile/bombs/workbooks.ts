import { makeWorkbook, makeZip } from '../../../app/src/platform/testing/files.ts'
import type { Bomb } from './texts.ts'

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const sheet = (rows: string, before = '') => ({
  'xl/worksheets/sheet1.xml': `<?xml version="1.0"?>${before}<worksheet ${main}><sheetData>${rows}</sheetData></worksheet>`,
})
const text = (value: string, at: string) => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`
const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const part = (id: string, kind: string, target: string) =>
  `<Relationship Id="${id}" Type="${types}/${kind}" Target="${target}"/>`
const shared = (strings: string) => ({
  'xl/sharedStrings.xml': `<?xml version="1.0"?><sst ${main}>${strings}</sst>`,
  'xl/_rels/workbook.xml.rels': `<Relationships>${part('r1', 'worksheet', 'worksheets/sheet1.xml')}${part('r2', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
})
const withSheet = (rows: string, before = '') => makeWorkbook([['a']], sheet(rows, before))

const row = (cells: string, at = 1) => `<row r="${at}">${cells}</row>`
const CENTRAL = Buffer.from([0x50, 0x4b, 1, 2])
const END = Buffer.from([0x50, 0x4b, 5, 6])

/** A ZIP whose directory names one packed entry `times` over (D. Fifield, "A better zip bomb", 2019). */
function overlapping(times: number): Buffer {
  const whole = makeWorkbook([['a']], { 'xl/a.xml': ' '.repeat(5_000_000) })
  const end = whole.lastIndexOf(END)
  const at = whole.readUInt32LE(end + 16)
  const last = whole.subarray(whole.lastIndexOf(CENTRAL), end)
  const directory = Buffer.concat([whole.subarray(at, end), ...Array<Buffer>(times).fill(last)])
  const tail = Buffer.from(whole.subarray(end))
  const count = whole.readUInt16LE(end + 10) + times
  tail.writeUInt16LE(Math.min(count, 65_535), 8)
  tail.writeUInt16LE(Math.min(count, 65_535), 10)
  tail.writeUInt32LE(directory.length, 12)
  return Buffer.concat([whole.subarray(0, at), directory, tail])
}

/** What each entry of the directory says it unpacks to, and is not. */
function claiming(bytes: number): Buffer {
  const whole = Buffer.from(makeWorkbook([['a']]))
  for (let at = whole.indexOf(CENTRAL); at >= 0; at = whole.indexOf(CENTRAL, at + 4))
    whole.writeUInt32LE(bytes, at + 24)
  return whole
}

const nested = (depth: number): Buffer =>
  depth === 0
    ? makeZip({ 'a.bin': Buffer.alloc(20_000_000) })
    : makeZip(Object.fromEntries(Array.from({ length: 8 }, (_, at) => [`${at}.zip`, nested(depth - 1)])))

const many = (count: number, content: string) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`xl/a${at}.xml`, content]))

export const workbooks: Bomb[] = [
  ['archives within archives', () => makeWorkbook([['a']], { 'xl/a.zip': nested(2) })],
  ['one entry named 400 times', () => overlapping(400)],
  ['one entry named 60,000 times', () => overlapping(60_000)],
  ['sizes of 4 GB claimed', () => claiming(0xffff_fffe)],
  ['sizes of nothing claimed', () => claiming(0)],
  ['40,000 small entries', () => makeWorkbook([['a']], many(40_000, ' '))],
  ['400 entries of 100 kB', () => makeWorkbook([['a']], many(400, ' '.repeat(100_000)))],
  ['47 MB of nothing in the sheet', () => withSheet(' '.repeat(47_000_000))],
  ['45 MB of shared strings', () => makeWorkbook([['a']], shared('<si><t>a</t></si>'.repeat(2_600_000)))],
  [
    'one shared string of 45 MB',
    () => makeWorkbook([['a']], shared(`<si><t>${'a'.repeat(45_000_000)}</t></si>`)),
  ],
  [
    'a long shared string in every cell',
    () =>
      makeWorkbook([['a']], {
        ...shared(`<si><t>${'a'.repeat(32_000)}</t></si>`),
        ...sheet(
          Array.from({ length: 40_000 }, (_, at) => row(`<c r="A${at + 1}" t="s"><v>0</v></c>`, at + 1)).join(
            '',
          ),
        ),
      }),
  ],
  [
    'shared strings that are not there',
    () => withSheet(row('<c r="A1" t="s"><v>999999999</v></c><c r="B1" t="s"><v>-1</v></c>')),
  ],
  ['one cell of 45 MB', () => withSheet(row(text('a'.repeat(45_000_000), 'A1')))],
  ['a million cells in a row', () => withSheet(row('<c><v>1</v></c>'.repeat(1_000_000)))],
  [
    'as many cells as may be, and one more row',
    () =>
      withSheet(Array.from({ length: 50_000 }, () => `<row>${'<c><v>1</v></c>'.repeat(41)}</row>`).join('')),
  ],
  [
    'a last cell in every row',
    () =>
      withSheet(Array.from({ length: 49_999 }, (_, at) => row(text('a', `GR${at + 1}`), at + 1)).join('')),
  ],
  [
    'rows that are none',
    () => withSheet('<row r="x"><c t="str"><v>a</v></c></row><row r="-1"/><row r="1e9"/>'),
  ],
  [
    'an entry in the file and not in its directory',
    () =>
      Buffer.concat([
        makeZip({ 'xl/worksheets/sheet1.xml': ' '.repeat(40_000_000) }).subarray(0, -80),
        makeWorkbook([['a']]),
      ]),
  ],
  ['a cell far to the right', () => withSheet(row(text('a', 'ZZZZZZZ1')))],
  ['a cell far below', () => withSheet(`<row r="999999999">${text('a', 'A999999999')}</row>`)],
  ['a cell in the last corner', () => withSheet(`<row r="1048576">${text('a', 'XFD1048576')}</row>`)],
  [
    '50,000 rows whose cells stand far apart',
    () =>
      withSheet(Array.from({ length: 49_000 }, (_, at) => row(text('a', `XFD${at + 1}`), at + 1)).join('')),
  ],
  [
    'a dimension of the whole sheet',
    () =>
      makeWorkbook([['a']], {
        'xl/worksheets/sheet1.xml': `<worksheet ${main}><dimension ref="A1:XFD1048576"/><sheetData>${row(text('a', 'A1'))}</sheetData></worksheet>`,
      }),
  ],
  [
    'a dimension beyond all sheets',
    () =>
      makeWorkbook([['a']], {
        'xl/worksheets/sheet1.xml': `<worksheet ${main}><dimension ref="A1:ZZZZZZZZ99999999999"/><sheetData>${row(text('a', 'A1'))}</sheetData></worksheet>`,
      }),
  ],
  ['formulas', () => withSheet(row('<c r="A1"><f>HYPERLINK("http://127.0.0.1:1/","x")</f><v>1</v></c>'))],
  [
    'billion laughs in the sheet',
    () =>
      withSheet(
        row(text('&b;', 'A1')),
        `<!DOCTYPE a [<!ENTITY a "${'a'.repeat(1000)}"><!ENTITY b "${'&a;'.repeat(1000)}">]>`,
      ),
  ],
  [
    'an entity from a file in the sheet',
    () => withSheet(row(text('&a;', 'A1')), '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
  ],
  ['elements nested for ever in the sheet', () => withSheet('<a>'.repeat(1_000_000))],
  [
    'attributes without end in the sheet',
    () => withSheet(`<row ${Array.from({ length: 1_000_000 }, (_, at) => `a${at}="1"`).join(' ')}/>`),
  ],
  [
    'a sheet that is never closed',
    () =>
      makeWorkbook([['a']], {
        'xl/worksheets/sheet1.xml': `<worksheet ${main}><sheetData>${'<row><c>'.repeat(30_000)}`,
      }),
  ],
  [
    'a million styles',
    () =>
      makeWorkbook([['a']], {
        'xl/styles.xml': `<styleSheet ${main}><cellXfs>${'<xf numFmtId="0"/>'.repeat(1_000_000)}</cellXfs></styleSheet>`,
      }),
  ],
  [
    'sheets without end',
    () =>
      makeWorkbook([['a']], {
        'xl/workbook.xml': `<workbook ${main}><sheets>${'<sheet name="1" sheetId="1" r:id="r1"/>'.repeat(1_000_000)}</sheets></workbook>`,
      }),
  ],
  [
    'signs that open a sheet’s name',
    () => makeWorkbook([['a']], { 'xl/workbook.xml': `<workbook>${'<sheet '.repeat(3_000_000)}` }),
  ],
  [
    'a name of a sheet of no letter',
    () =>
      makeWorkbook([['a']], {
        'xl/workbook.xml': `<workbook ${main}><sheets><sheet name="&#x110000;&#9999999999;" sheetId="1" r:id="r1"/></sheets></workbook>`,
      }),
  ],
].map(([name, bytes]) => ({ name: `workbook: ${name as string}`, bytes: bytes as () => Buffer }))
