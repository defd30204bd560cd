import { expect, test } from 'vitest'
import { mutationMatrix } from '../mutation.ts'
import { isAlwaysLumpable, isBounded, isLumpable, isReversible, isStationary } from './properties.ts'

const alleles = ['10', '11', '12', '13']
const p = [0.1, 0.2, 0.3, 0.4]
const equal = mutationMatrix({ model: 'equal', rate: 0.01 }, alleles, p)
const proportional = mutationMatrix({ model: 'proportional', rate: 0.01 }, alleles, p)
const stepwise = mutationMatrix({ model: 'stepwise', rate: 0.01, range: 0.1 }, alleles, p)
const even = [0.25, 0.25, 0.25, 0.25]

test('a proportional model is stationary and reversible; an equal one only at equal frequencies', () => {
  expect([isStationary(proportional, p), isReversible(proportional, p)]).toEqual([true, true])
  expect([isStationary(equal, p), isReversible(equal, p)]).toEqual([false, false])
  expect([isStationary(equal, even), isReversible(equal, even)]).toEqual([true, true])
})

test('a cycle one way round is stationary and not reversible', () => {
  const cycle = [
    [0.9, 0.1, 0],
    [0, 0.9, 0.1],
    [0.1, 0, 0.9],
  ]
  const third = [1 / 3, 1 / 3, 1 / 3]
  expect([isStationary(cycle, third), isReversible(cycle, third)]).toEqual([true, false])
})

test('equal and proportional models merge any alleles, a stepwise one those that go alike', () => {
  expect([isAlwaysLumpable(equal), isAlwaysLumpable(proportional)]).toEqual([true, true])
  expect(isAlwaysLumpable(stepwise)).toBe(false)
  expect(isLumpable(stepwise, [[0, 1]])).toBe(false)
  // Symmetric about the middle: 10 and 13 together, 11 and 12 together.
  expect(
    isLumpable(stepwise, [
      [0, 3],
      [1, 2],
    ]),
  ).toBe(true)
  expect(isLumpable(stepwise, [[0, 1, 2, 3]])).toBe(true)
  expect(
    isAlwaysLumpable([
      [0.9, 0.1],
      [0.4, 0.6],
    ]),
  ).toBe(true)
})

test('a locus is bounded until an allele is received more often than it is met', () => {
  expect(isBounded(equal, p)).toBe(true)
  expect(isBounded(equal, [0.003, 0.297, 0.3, 0.4])).toBe(false)
})

test('merging an unknown allele or one twice is refused', () => {
  expect(() => isLumpable(equal, [[0, 4]])).toThrow(/alleles of the locus/)
  expect(() =>
    isLumpable(equal, [
      [0, 1],
      [1, 2],
    ]),
  ).toThrow(/each in one group/)
})
