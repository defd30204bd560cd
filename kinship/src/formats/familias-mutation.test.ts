import fc from 'fast-check'
import { expect, test } from 'vitest'
import { familiasModel, familiasRates } from './familias-mutation.ts'

const three = { alleles: ['8', '9.3', 'rest'], frequencies: [0.2, 0.3, 0.5] }

test('2: a mutation goes one step twice as often as two at range 0.5, whatever the alleles are called', () => {
  const { matrix } = familiasModel({ code: 2, rate: 0.03, range: 0.5, rate2: 0 }, three)
  expect(matrix![0]).toEqual([0.97, expect.closeTo(0.02, 12), expect.closeTo(0.01, 12)])
  expect(matrix![1]).toEqual([expect.closeTo(0.015, 12), 0.97, expect.closeTo(0.015, 12)])
})

test('3: c d^k / p with c = rate (1-d)^2 / (2d (n - nd - 1 + d^n))', () => {
  const [rate, range, n] = [0.03, 0.5, 3]
  const c = (rate * (1 - range) ** 2) / (2 * range * (n - n * range - 1 + range ** n))
  const { matrix } = familiasModel({ code: 3, rate, range, rate2: 0 }, three)
  expect(matrix![0]![2]).toBeCloseTo((c * range ** 2) / 0.2, 14)
  expect(matrix![2]![1]).toBeCloseTo((c * range) / 0.5, 14)
})

test('3 leaves the frequencies as they are and mutates at the rate on average, beside a silent allele too', () => {
  const parts = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 8 })
  const range = fc.double({ min: 0.05, max: 1, noNaN: true })
  fc.assert(
    fc.property(parts, range, fc.boolean(), (weights, range, hasSilent) => {
      const sum = weights.reduce((total, weight) => total + weight, 0)
      const frequencies = weights.map((weight) => weight / sum)
      const alleles = weights.map((_, i) => (hasSilent && i === weights.length - 1 ? 'silent' : `a${i}`))
      const { matrix } = familiasModel({ code: 3, rate: 0.001, range, rate2: 0 }, { alleles, frequencies })
      const after = frequencies.map((_, to) =>
        frequencies.reduce((p, from, i) => p + from * matrix![i]![to]!, 0),
      )
      after.forEach((p, i) => {
        expect(p).toBeCloseTo(frequencies[i]!, 12)
      })
      expect(frequencies.reduce((rate, p, i) => rate + p * (1 - matrix![i]![i]!), 0)).toBeCloseTo(0.001, 12)
    }),
  )
})

test('a rate too high, a range of 0 and an unknown number are refused', () => {
  const model = (code: number, rate: number, range: number) => () =>
    familiasModel({ code, rate, range, rate2: 0 }, three)
  expect(model(3, 0.9, 0.5)).toThrow('too high')
  expect(model(2, 0.1, 0)).toThrow('above 0')
  expect(model(5, 0.1, 0.5)).toThrow('0 to 4')
})

test('a model without a number is not written', () => {
  expect(() => familiasRates({ model: 'onestep', rate: 0.001 }, 'L')).toThrow('onestep')
  expect(() => familiasRates({ model: 'equal', rate: 0.001, matrix: [[1]] }, 'L')).toThrow('equal')
})
