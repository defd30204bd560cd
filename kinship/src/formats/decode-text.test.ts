import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeText } from './decode-text.ts'

const wide = (text: string, littleEndian: boolean) => {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), littleEndian)
  return bytes
}

test('UTF-8 and UTF-16 with a mark are read back, the mark aside', () => {
  const text = fc.string({ unit: 'grapheme' }).filter((line) => !line.startsWith('\uFEFF'))
  fc.assert(
    fc.property(text, (line) => {
      const marked = `\uFEFF${line}`
      expect(decodeText(new TextEncoder().encode(marked))).toEqual({ text: line, encoding: 'utf-8' })
      expect(decodeText(wide(marked, true))).toEqual({ text: line, encoding: 'utf-16le' })
      expect(decodeText(wide(marked, false))).toEqual({ text: line, encoding: 'utf-16be' })
    }),
  )
})

test('UTF-16 without a mark is seen by its zeros', () => {
  expect(decodeText(wide('Sample Name', true)).text).toBe('Sample Name')
  expect(decodeText(wide('Sample Name', false)).text).toBe('Sample Name')
})

test('one byte a letter: Cyrillic or Western by how the letters stand', () => {
  // windows-1251 writes А as 0xC0 and а as 0xE0; windows-1252 writes é as 0xE9.
  const cyrillic = Uint8Array.of(0xc0, 0xe9, 0xe3, 0xf3, 0xeb, 0x09, 0x31, 0x32)
  expect(decodeText(cyrillic)).toEqual({ text: 'Айгул\t12', encoding: 'windows-1251' })
  const western = Uint8Array.of(0x52, 0x65, 0x6e, 0xe9, 0x65, 0x09, 0x31)
  expect(decodeText(western)).toEqual({ text: 'Renée\t1', encoding: 'windows-1252' })
})

test('no bytes stop the reading, and ASCII is read as it is', () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.string({ unit: 'grapheme-ascii', minLength: 1 }), (bytes, ascii) => {
      expect(decodeText(Uint8Array.from([...bytes, 0xff])).text.length).toBeGreaterThan(0)
      expect(decodeText(new TextEncoder().encode(ascii)).text).toBe(ascii)
    }),
  )
})
