import { expect, test } from 'vitest'
import { toCount, toLines } from './counts.ts'

test('a count in the digits of any of the four languages, and nothing that is none', () => {
  expect(['180', ' 0 ', '٣٦', '۴۵'].map((text) => toCount(text, 200))).toEqual([180, 0, 36, 45])
  expect(['', '-1', '1.5', 'ten', '201'].map((text) => toCount(text, 200))).toEqual(Array(5).fill(undefined))
})

test('one thing a line', () => {
  expect(toLines(' doll\n\n letter \n')).toEqual(['doll', 'letter'])
})
