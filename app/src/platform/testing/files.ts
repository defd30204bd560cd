import { crc32, deflateRawSync } from 'node:zlib'
import { decodeAs, type EncodingName } from '../sheet/encoding.ts'

/** Text in a single-byte table, by turning the decoder's own table round. Throws where a letter has no byte. */
export function encodeAs(name: EncodingName, text: string): Buffer {
  const byteOf = new Map(
    Array.from({ length: 256 }, (_, byte) => [decodeAs(name, Uint8Array.of(byte)), byte]),
  )
  return Buffer.from(
    [...text].map((sign) => {
      const byte = byteOf.get(sign)
      if (byte === undefined) throw new Error(`${sign} has no byte in ${name}`)
      return byte
    }),
  )
}

/** A ZIP with every entry deflated (PKWARE APPNOTE 6.3). */
export function makeZip(entries: Record<string, string | Buffer>): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, content] of Object.entries(entries)) {
    const plain = Buffer.from(content)
    const packed = deflateRawSync(plain)
    const sizes = Buffer.alloc(12)
    sizes.writeUInt32LE(crc32(plain), 0)
    sizes.writeUInt32LE(packed.length, 4)
    sizes.writeUInt32LE(plain.length, 8)
    const path = Buffer.from(name)
    const common = Buffer.concat([u16(20), u16(0), u16(8), u16(0), u16(33), sizes, u16(path.length), u16(0)])
    parts.push(u32(0x04034b50), common, path, packed)
    directory.push(u32(0x02014b50), u16(20), common, u16(0), u16(0), u16(0), u32(0), u32(at), path)
    at += 30 + path.length + packed.length
  }
  const listed = Buffer.concat(directory)
  const count = Object.keys(entries).length
  const end = Buffer.concat([
    u32(0x06054b50),
    u16(0),
    u16(0),
    u16(count),
    u16(count),
    u32(listed.length),
    u32(at),
    u16(0),
  ])
  return Buffer.concat([...parts, listed, end])
}

const u16 = (value: number) => Buffer.from([value & 255, value >> 8])
const u32 = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

const escapeXml = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
const letter = (index: number) => String.fromCharCode(65 + index)

/** A day as spreadsheets store it: days since 1899-12-30, shown as a date by the cell's style. */
const serial = (day: Date) => (day.getTime() - Date.UTC(1899, 11, 30)) / 86_400_000

function cell(value: string | number | Date, at: string): string {
  if (typeof value === 'string') return `<c r="${at}" t="inlineStr"><is><t>${escapeXml(value)}</t></is></c>`
  return value instanceof Date
    ? `<c r="${at}" s="1"><v>${serial(value)}</v></c>`
    : `<c r="${at}"><v>${value}</v></c>`
}

/** The smallest workbook with one sheet (ECMA-376, 18.2 and 18.3); `Date` cells carry the built-in date format 14. */
export function makeWorkbook(
  rows: (string | number | Date)[][],
  extra: Record<string, string | Buffer> = {},
): Buffer {
  const body = rows.map(
    (row, at) =>
      `<row r="${at + 1}">${row.map((value, index) => cell(value, `${letter(index)}${at + 1}`)).join('')}</row>`,
  )
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const packaged = 'http://schemas.openxmlformats.org/package/2006'
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
  return makeZip({
    '[Content_Types].xml': `${head}<Types xmlns="${packaged}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${packaged}/relationships"><Relationship Id="r1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="1" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${packaged}/relationships"><Relationship Id="r1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `${head}<styleSheet xmlns="${main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `${head}<worksheet xmlns="${main}"><sheetData>${body.join('')}</sheetData></worksheet>`,
    ...extra,
  })
}
