import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sha256 } from '../sealing.ts'
import { deviceName, networkOf, shortAddress } from './device.ts'
import { newRecoveryCode, sameCode, sameName } from './keyed-hash.ts'
import { codeAt, codeUri, newCodeSecret, stepOfCode } from './one-time-code.ts'
import { isFromOwnPage, isSecure, linkOrigin, originsOf, relyingPartyAt } from './origin.ts'
import { fitsPassword, hashPassword, isWeaklyHashed } from './password.ts'
import { LEAST_CHARACTERS, weaknessOf } from './password-strength.ts'
import { toQrCode } from './qr.ts'
import { waitAfter } from './slow-down.ts'

const cheap = { memory: 64, passes: 1, parallelism: 1 }

test('the hash of a password keeps its parameters and fits that password alone', async () => {
  const hash = await hashPassword('пароль из нескольких слов', cheap)
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=64,t=1,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
  expect(await fitsPassword('пароль из нескольких слов', hash)).toBe(true)
  expect(await fitsPassword('пароль из нескольких слов ', hash)).toBe(false)
  expect(await fitsPassword('anything', undefined)).toBe(false)
  expect([isWeaklyHashed(hash), isWeaklyHashed(hash, cheap)]).toEqual([true, false])
  expect(await hashPassword('the same twice', cheap)).not.toBe(await hashPassword('the same twice', cheap))
})

test('a letter typed as one sign or as two (é) is the same password', async () => {
  const hash = await hashPassword('caf\u00e9 au bord du lac', cheap)
  expect(await fitsPassword('cafe\u0301 au bord du lac', hash)).toBe(true)
})

test.each([
  'password1234',
  'Password2026!',
  'qwertyuiop[]',
  '123456789012',
  'abcabcabcabc',
  'йцукенгшщзхъ',
  'iloveyou1234',
  'AdminAdmin1!',
  'ҚұпияСөз2026',
  'محمد12345678',
  'zxcvbnmasdfg',
])('%s is among the first that are tried', (password) => expect(weaknessOf(password)).toBe('password-common'))
test.each([
  'seven herons over the lake',
  'жеті тырна көл үстінде',
  'семь цапель над озером',
  'سبعة طيور فوق البحيرة',
  'k8#Vq2!mZr7w',
  'correct horse battery staple',
])('%s will do', (password) =>
  expect(weaknessOf(password, ['Сәуле Бекенова', 'saule@example.org'])).toBeUndefined(),
)
test('one’s own name with a year is no password, and length is counted in characters', () => {
  expect(weaknessOf('SauleBekenova1990', ['Saule Bekenova'])).toBe('password-common')
  expect(weaknessOf('😀'.repeat(LEAST_CHARACTERS - 1))).toBe('password-short')
  expect(weaknessOf('x'.repeat(201))).toBe('password-long')
})
test('judging a password takes no time worth waiting for, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 400, unit: 'grapheme' }), (password) => {
      const began = performance.now()
      weaknessOf(password, ['Somebody'])
      expect(performance.now() - began).toBeLessThan(250)
    }),
    { numRuns: 100 },
  )
})

// RFC 6238, appendix B, SHA-1, the last six of its eight digits; the secret is the text 12345678901234567890.
const rfc = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
test.each([
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
])('at %i seconds the code of RFC 6238 is %s', (seconds, code) => {
  const at = new Date(seconds * 1000)
  expect(codeAt(rfc, at)).toBe(code)
  expect(stepOfCode(rfc, code, at)).toBe(Math.floor(seconds / 30))
})
test('a code holds one step early and late and not two, and tells the step it belongs to', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1e9, max: 2e9 }), fc.integer({ min: -3, max: 3 }), (seconds, off) => {
      const secret = newCodeSecret()
      const step = Math.floor(seconds / 30)
      const code = codeAt(secret, new Date((step + off) * 30_000))
      const found = stepOfCode(secret, code, new Date(seconds * 1000))
      // Two steps can share a code by chance, one time in a million each.
      if (Math.abs(off) <= 1) expect(codeAt(secret, new Date(found! * 30_000))).toBe(code)
      else expect([undefined, step - 1, step, step + 1]).toContain(found)
    }),
    { numRuns: 100 },
  )
  expect(stepOfCode(rfc, '28708', new Date(59_000))).toBeUndefined()
  expect(stepOfCode(rfc, 'abcdef', new Date(59_000))).toBeUndefined()
  expect(codeUri(rfc, 'Aru')).toMatch(/^otpauth:\/\/totp\/Sandsage:Aru\?.*secret=GEZDGNBV/)
})

test('names and recovery codes are the same however they are typed', () => {
  expect(sameName('  Saule@Example.ORG ')).toBe(sameName('saule@example.org'))
  const code = newRecoveryCode()
  expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/)
  expect(sameCode(code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(
    sameCode(code),
  )
})

test('waits: four free, then doubled up to a quarter of an hour', () => {
  expect([1, 4, 5, 6, 7, 8, 14, 15, 1000].map(waitAfter)).toEqual([0, 0, 1, 2, 4, 8, 512, 900, 900])
})

test('devices and addresses keep what a person knows them by', () => {
  const phone =
    'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Mobile Safari/537.36'
  expect(deviceName(phone)).toBe('Chrome, Android')
  expect(deviceName(undefined)).toBe('')
  expect(shortAddress('203.0.113.77')).toBe('203.0.113.x')
  expect(shortAddress('::ffff:203.0.113.77')).toBe('203.0.113.x')
  expect(shortAddress('2001:db8:1:2:3::7')).toBe('2001:db8:1::/48')
  expect(networkOf('2001:db8:1:2:3::7')).toBe(networkOf('2001:0db8:1:2:ffff:1:2:3'))
  expect(networkOf('2001:db8:1:3::7')).not.toBe(networkOf('2001:db8:1:2::7'))
  expect(networkOf('203.0.113.77')).toBe('203.0.113.77')
})

test('where passkeys can be: names, not numbers, and only our own', () => {
  const local = originsOf('http://127.0.0.1:4600', {})
  expect(local).toEqual(['http://127.0.0.1:4600', 'http://localhost:4600'])
  expect(relyingPartyAt(local[0], local)).toBeUndefined()
  expect(relyingPartyAt(local[1], local)).toEqual({ origin: 'http://localhost:4600', id: 'localhost' })
  expect(relyingPartyAt('http://localhost:4601', local)).toBeUndefined()
  const public_ = originsOf('http://10.0.0.7:4600', { SANDSAGE_ORIGIN: 'https://home.example.kz/' })
  expect(public_).toEqual(['https://home.example.kz'])
  expect(relyingPartyAt('https://home.example.kz', public_)?.id).toBe('home.example.kz')
  expect(linkOrigin('http://127.0.0.1:4600', true, {})).toBe('http://localhost:4600')
  expect(linkOrigin('http://127.0.0.1:4600', false, {})).toBe('http://127.0.0.1:4600')
  expect(linkOrigin('http://10.0.0.7:4600', true, {})).toBe('http://10.0.0.7:4600')
  expect([isSecure('http://x', { SANDSAGE_ORIGIN: 'https://x' }), isSecure('http://x', {})]).toEqual([
    true,
    false,
  ])
})

test('a request with a cookie must come from our own page', () => {
  const origins = ['https://home.example.kz']
  const env = { SANDSAGE_ORIGIN: origins[0] }
  const from = (headers: Record<string, string>) =>
    isFromOwnPage({ host: 'home.example.kz', ...headers }, origins, env)
  expect(from({ origin: 'https://home.example.kz' })).toBe(true)
  expect(from({ 'sec-fetch-site': 'same-origin' })).toBe(true)
  expect(from({ origin: 'https://home.example.kz', 'sec-fetch-site': 'cross-site' })).toBe(false)
  for (const origin of [
    'https://evil.example',
    'http://home.example.kz',
    'null',
    'https://home.example.kz.evil.example',
  ])
    expect(from({ origin }), origin).toBe(false)
  expect(from({})).toBe(false)
})

const otpauth = 'otpauth://totp/Sandsage:Aru?issuer=Sandsage&secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
test.each([
  ['a', 21],
  ['x'.repeat(18), 25],
  [otpauth, 37],
  ['x'.repeat(858), 97],
])('a QR code of %s is as large as the standard says and carries its finders', (text, size) => {
  const rows = toQrCode(text)
  expect(rows.map((row) => row.length)).toEqual(Array(size).fill(size))
  // A finder is dark, light and dark in the proportions 1:1:3:1:1 (ISO/IEC 18004, 6.3.3).
  for (const row of [rows[3]!.slice(0, 8), rows[3]!.slice(-8).toReversed(), rows.at(-4)!.slice(0, 8)])
    expect(row).toEqual([true, false, true, true, true, false, true, false])
})
test('what a QR code cannot hold is refused', () => {
  expect(() => toQrCode('x'.repeat(859))).toThrow('859 bytes')
})
/** Digests of drawings that zbarimg 0.23 read back as their texts, so that a change is seen where no reader is installed. */
test.each([
  ['a', 'bf35b1e154e92eb4'],
  [otpauth, '5848cfa1367eef7d'],
])('the drawing of %s is the one that was read back', (text, digest) => {
  const drawn = toQrCode(text).map((row) => row.map((dark) => (dark ? '1' : '0')).join(''))
  expect(sha256(drawn.join('\n')).slice(0, 16)).toBe(digest)
})
