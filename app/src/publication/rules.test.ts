import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSafe, proseProblem, requireSafeStep, SMALLEST_GROUP, suppress } from './rules.ts'

const among = fc
  .integer({ min: 0, max: 60 })
  .chain((of) => fc.record({ of: fc.constant(of), value: fc.integer({ min: 0, max: of }) }))

test('what is shown, and what follows from it by subtraction, is nobody or at least five', () => {
  fc.assert(
    fc.property(among, ({ value, of }) => {
      const shown = suppress(value, of)
      if (shown === null) return
      expect(isSafe(shown) && isSafe(of - shown)).toBe(true)
    }),
  )
})

test('nothing is hidden without need', () => {
  fc.assert(
    fc.property(among, ({ value, of }) => {
      const needless = suppress(value, of) === null && isSafe(value) && isSafe(of - value)
      expect(needless).toBe(false)
    }),
  )
})

test('two publications one after the other tell of no small group between them', () => {
  fc.assert(
    fc.property(fc.nat(40), fc.nat(40), (before, now) => {
      const step = Math.abs(before - now)
      const refused = step > 0 && step < SMALLEST_GROUP
      expect(refused).toBe(!passes(() => requireSafeStep(before, now)))
    }),
  )
})

const passes = (work: () => void): boolean => {
  try {
    work()
    return true
  } catch {
    return false
  }
}

test.each([
  ['Ten children met their relatives on 12 December 2019.', undefined],
  ['Call +7 700 000 00 12 and ask.', 'has-phone'],
  ['Her number is 190412650123.', 'has-id-number'],
])('%s', (text, problem) => {
  expect(proseProblem(text)).toBe(problem)
})
