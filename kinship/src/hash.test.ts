import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sha256 } from './hash.ts'
import { canonicalJson, hashOf, jsonSafe } from './hash-canonical-json.ts'

describe('SHA-256', () => {
  // NIST CAVP / FIPS 180-4 examples: the empty text, one block, two blocks, a million a.
  test.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
    ['a'.repeat(1_000_000), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
  ])('of a published text', (text, hash) => {
    expect(sha256(text)).toBe(hash)
  })

  test('of any text is what the platform computes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(sha256(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'))
      }),
    )
  })

  test('half a character is refused', () => {
    expect(() => sha256('\ud800')).toThrow(/half a character/)
  })
})

describe('canonical JSON', () => {
  // RFC 8785, 3.2.2 and 3.2.3.
  test('numbers, escapes and the order of keys as in the standard', () => {
    expect(
      canonicalJson(
        JSON.parse('{ "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001] }'),
      ),
    ).toBe('{"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27]}')
    const keys = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6']
    const sorted = JSON.parse(canonicalJson(Object.fromEntries(keys.map((key) => [key, [key]]))))
    expect(Object.keys(sorted).filter((key) => key !== '1')).toEqual([
      '\r',
      '\u0080',
      '\u00f6',
      '\u20ac',
      '\ud83d\ude00',
      '\ufb33',
    ])
  })

  test('the order in which keys were written changes no hash', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (data) => {
        const turned = Object.fromEntries(Object.entries(data).reverse())
        expect(hashOf(turned)).toBe(hashOf(data))
      }),
    )
  })

  test('a changed value, a changed place, a changed key: another hash', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1 }),
        fc.nat(),
        (list, n) => {
          const place = n % list.length
          const next = list.with(place, list[place] === 0 ? 5e-324 : list[place]! * (1 + 2 ** -52) || 1)
          fc.pre(next[place] !== list[place] && Number.isFinite(next[place]))
          expect(hashOf({ list: next })).not.toBe(hashOf({ list }))
          expect(hashOf({ other: list })).not.toBe(hashOf({ list }))
        },
      ),
    )
  })

  test('what JSON cannot hold is refused with its place, or spelled', () => {
    expect(() => canonicalJson({ theta: [Number.NaN] })).toThrow(/the data\.theta\[0\] is NaN/)
    expect(jsonSafe({ a: Number.NEGATIVE_INFINITY, b: [-0, 0], c: undefined })).toEqual({
      a: '-Infinity',
      b: ['-0', 0],
    })
    expect(() => jsonSafe([Number.NaN])).toThrow(/\[0\] is not a number/)
  })
})
