import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkDigit, parseRequestNumber, parseSecret, toRequestNumber, toWrittenSecret } from './number.ts'

const chance = fc.integer({ min: 0, max: 9_999_999 })
const digitsOf = (number: string) => number.replace(/\D/g, '')

test("Damm's own example: 572 takes the check digit 4", () => {
  expect(checkDigit('572')).toBe(4)
  expect(checkDigit('5724')).toBe(0)
})

test('an issued number reads back as itself, however it is typed', () => {
  fc.assert(
    fc.property(chance, (n) => {
      const number = toRequestNumber(n)
      expect(number).toMatch(/^S-\d{4}-\d{4}$/)
      const eastern = digitsOf(number).replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)))
      for (const typed of [number, ` ${number.toLowerCase()} `, digitsOf(number), eastern])
        expect(parseRequestNumber(typed)).toBe(number)
    }),
  )
})

test('one wrong digit is noticed', () => {
  fc.assert(
    fc.property(chance, fc.nat(7), fc.integer({ min: 1, max: 9 }), (n, at, by) => {
      const digits = [...digitsOf(toRequestNumber(n))]
      digits[at] = String((Number(digits[at]) + by) % 10)
      expect(parseRequestNumber(digits.join(''))).toBeUndefined()
    }),
  )
})

test('two neighbours exchanged are noticed', () => {
  fc.assert(
    fc.property(chance, fc.nat(6), (n, at) => {
      const digits = [...digitsOf(toRequestNumber(n))]
      fc.pre(digits[at] !== digits[at + 1])
      ;[digits[at], digits[at + 1]] = [digits[at + 1]!, digits[at]!]
      expect(parseRequestNumber(digits.join(''))).toBeUndefined()
    }),
  )
})

test('a secret copied by hand reads back: case, groups, O for 0 and l for 1', () => {
  const secret = '0123456789ABCDEFGHJK'
  expect(parseSecret(toWrittenSecret(secret))).toBe(secret)
  expect(parseSecret('ol23 45678 9abcd efghj k')).toBe(secret)
})
