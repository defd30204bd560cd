import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { KinshipRefusal } from '../refusal.ts'
import { decodeText } from './decode.ts'

const bytes = (...values: number[]) => new Uint8Array(values)
const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string, isLittle: boolean) => {
  const found = new Uint8Array(text.length * 2)
  const view = new DataView(found.buffer)
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), isLittle)
  return found
}
const code = (input: Uint8Array) => {
  try {
    return decodeText(input)
  } catch (error) {
    return error instanceof KinshipRefusal ? error.code : error
  }
}

describe('the encodings laboratories write', () => {
  test('UTF-8 and UTF-16 in both orders are read back, the mark aside', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 }).filter((line) => !/^\uFEFF|\0/.test(line))
    fc.assert(
      fc.property(text, (line) => {
        expect(decodeText(utf8(line))).toBe(line)
        expect(decodeText(utf8(`\uFEFF${line}`))).toBe(line)
        expect(decodeText(utf16(`\uFEFF${line}`, true))).toBe(line)
        expect(decodeText(utf16(`\uFEFF${line}`, false))).toBe(line)
      }),
    )
  })

  test('UTF-16 without a mark is seen by its zeros', () => {
    expect(decodeText(utf16('Sample Name', true))).toBe('Sample Name')
    expect(decodeText(utf16('Sample Name', false))).toBe('Sample Name')
  })

  test('windows-1251 where letters beyond ASCII stand together, windows-1252 where they stand alone', () => {
    // "Иван" in windows-1251 is C8 E2 E0 ED; "Jürg" in windows-1252 has the single FC.
    expect(decodeText(bytes(0xc8, 0xe2, 0xe0, 0xed, 0x3b, 0x36))).toBe('Иван;6')
    expect(decodeText(bytes(0x4a, 0xfc, 0x72, 0x67))).toBe('Jürg')
  })

  test('an XML declaration decides where there is no mark', () => {
    const start = [...utf8('<?xml version="1.0" encoding="windows-1251"?><a>')]
    expect(decodeText(bytes(...start, 0xc8, ...utf8('</a>')))).toMatch(/<a>И<\/a>$/)
  })
})

test('what is no text is refused: nothing, pictures, archives, broken and unknown encodings', () => {
  expect(code(bytes())).toBe('empty')
  expect(code(bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0))).toBe('not-text')
  expect(code(bytes(0x50, 0x4b, 3, 4, 0x14, 0, 0xff))).toBe('not-text')
  expect(code(bytes(0xef, 0xbb, 0xbf, 0xff))).toBe('not-text')
  expect(code(bytes(0xff, 0xfe, 0x41))).toBe('not-text')
  expect(code(utf8('<?xml version="1.0" encoding="UTF-7"?>'))).toBe('not-text')
  expect(code(new Uint8Array(100_000_001))).toBe('too-large')
})

test('any bytes at all: a text or a refusal, never a fault', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (input) => typeof code(input) === 'string'))
})
