import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSheet } from '../sheet.ts'
import { encodeAs } from '../testing/files.ts'
import { decodeText, type EncodingName, readingsOf } from './encoding.ts'
import { writeCsv } from './writing.ts'

const russian = 'ФИО;Возраст;Мать\r\nМария Петрова;6 лет;Ольга\r\nИван Сидоров;около 7;Анна\r\n'
const kazakh = 'Аты-жөні;Жасы;Анасы\r\nӘйгерім Құсайынова;6 жас;Гүлнұр\r\nНұрлан Өтеғали;7;Қарлығаш\r\n'
const arabic = 'الاسم;العمر;اسم الأم\r\nعائشة محمد;6;فاطمة\r\nيوسف كريم;7 سنوات;زينب\r\n'
const turkish = 'Adı;Yaş;Anne adı\r\nAyşe Yılmaz;6;Gülşen\r\nİbrahim Öztürk;7;Çiğdem\r\n'
const wide = (text: string, order: 'le' | 'be') => {
  const bytes = Buffer.from(text, 'utf16le')
  return order === 'le' ? bytes : bytes.swap16()
}

test.each<[EncodingName, string]>([
  ['windows-1251', russian],
  ['windows-1251', russian.toUpperCase()],
  ['koi8-r', russian],
  ['koi8-r', russian.toUpperCase()],
  ['ibm866', russian],
  ['kz-1048', kazakh],
  ['kz-1048', kazakh.toUpperCase()],
  ['windows-1256', arabic],
  ['windows-1254', turkish],
])('%s is recognised by its letters, and for sure', (name, text) => {
  expect(decodeText(encodeAs(name, text))).toEqual({ text, assumed: { name, because: 'letters' } })
})

test.each<[string, EncodingName, Buffer]>([
  ['little end first', 'utf-16le', wide(russian, 'le')],
  ['big end first', 'utf-16be', wide(russian, 'be')],
  ['Arabic', 'utf-16be', wide(arabic, 'be')],
  ['plain letters', 'utf-16le', wide('Name;Age\r\nAnna;6\r\n', 'le')],
])('UTF-16 without its mark: %s', (_name, name, bytes) => {
  expect(decodeText(bytes).assumed).toEqual({ name, because: 'letters' })
})

test('UTF-16 with its mark, either end first', () => {
  expect(decodeText(Buffer.concat([Buffer.from([0xfe, 0xff]), wide(arabic, 'be')]))).toEqual({
    text: arabic,
    assumed: { name: 'utf-16be', because: 'mark' },
  })
})

test('two letters are no ground to be sure on: the person is shown each reading, and what they choose is read', () => {
  const bytes = encodeAs('windows-1251', 'N;A\nЯн;6')
  expect(decodeText(bytes).assumed).toMatchObject({ because: 'letters', doubtful: true })
  const readings = readingsOf(bytes)
  expect(readings.map(({ name }) => name)).toContain('windows-1251')
  expect(new Set(readings.map(({ text }) => text)).size).toBe(readings.length)
  expect(decodeText(bytes, 'windows-1251')).toEqual({
    text: 'N;A\nЯн;6',
    assumed: { name: 'windows-1251', because: 'chosen' },
  })
})

test('a long list in plain letters with one name beyond them far down is still read', () => {
  const text = `Name;Age\r\n${'Anna;6\r\n'.repeat(30_000)}Мария Петрова;6\r\n`
  expect(decodeText(encodeAs('windows-1251', text)).assumed.name).toBe('windows-1251')
})

const cell = (letters: string) => fc.string({ unit: fc.constantFrom(...letters), maxLength: 12 })
const tableOf = (letters: string) =>
  fc.array(fc.array(cell(letters), { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 })
const signs = ` ;,"'=+-@.019`

test.each<[EncodingName, string]>([
  ['windows-1251', `${signs}абвгдежзиклмнопрстуяАБВ`],
  ['kz-1048', `${signs}абвгқғңөұүһӘәІі`],
  ['koi8-r', `${signs}абвгдежзиклмнопрстуяАБВ`],
  ['ibm866', `${signs}абвгдежзиклмнопрстуяАБВ`],
  ['windows-1256', `${signs}ابتثجحخدذرزسشصضطظعغفقكلمنهوي`],
  ['windows-1254', `${signs}abcçdefgğhıijklmnoöprsştuüvyz`],
  ['utf-8', `${signs}абқғңابتabcé`],
  ['utf-16le', `${signs}абқғңابتabcé`],
  ['utf-16be', `${signs}абқғңابتabcé`],
])('a CSV we wrote comes back cell by cell from %s', async (name, letters) => {
  await fc.assert(
    fc.asyncProperty(tableOf(letters), async (table) => {
      const rows = table.map((row) => ['x', ...row.map((one) => one.trim())])
      const text = writeCsv(rows).slice(1)
      const bytes =
        name === 'utf-8'
          ? Buffer.from(text)
          : name.startsWith('utf-16')
            ? wide(text, name.endsWith('le') ? 'le' : 'be')
            : encodeAs(name, text)
      expect((await readSheet(bytes, { encoding: name })).rows).toEqual(rows)
    }),
    { numRuns: 60 },
  )
})

test('nothing we write is run by a spreadsheet', () => {
  fc.assert(
    fc.property(fc.string(), (one) => {
      const written = writeCsv([[one]])
        .slice(2, -3)
        .replaceAll('""', '"')
      expect(written).not.toMatch(/^[=+\-@\t\r]/)
    }),
  )
})
