import { expect, test } from 'vitest'
import { transformed } from '../mutation.ts'
import { KinshipRefusal } from '../refusal.ts'
import { reversible } from './reversible.ts'

const methods = ['MH', 'BA', 'PR'] as const

test('two alleles: every method ends at the one reversible matrix with that rate', () => {
  // p = (0.2, 0.8), flows 0.02 and 0.08, overall rate 0.1: a flow of 0.05 both ways.
  for (const method of methods) {
    const found = reversible(
      [
        [0.9, 0.1],
        [0.1, 0.9],
      ],
      [0.2, 0.8],
      method,
    )
    expect(found[0]![1]).toBeCloseTo(0.25, 14)
    expect(found[1]![0]).toBeCloseTo(0.0625, 14)
  }
})

test('three alleles on a ladder, one step each way: the flows by formula', () => {
  const p = [0.5, 0.3, 0.2]
  const ladder = [
    [0.98, 0.02, 0],
    [0.01, 0.98, 0.01],
    [0, 0.02, 0.98],
  ]
  // Flows between 1-2: 0.01 and 0.003; between 2-3: 0.003 and 0.004; overall rate 0.02.
  const flows = { MH: [0.003, 0.003], BA: [0.00003 / 0.013, 0.000012 / 0.007], PR: [0.0065, 0.0035] }
  for (const method of methods) {
    const [first, second] = flows[method]
    const scale = 0.02 / (2 * (first! + second!))
    const found = reversible(ladder, p, method)
    expect(found[0]![1]).toBeCloseTo((scale * first!) / 0.5, 14)
    expect(found[1]![0]).toBeCloseTo((scale * first!) / 0.3, 14)
    expect(found[2]![1]).toBeCloseTo((scale * second!) / 0.2, 14)
    expect(found[0]![2]).toBe(0)
  }
})

test('what is reversible already stays as it is', () => {
  const p = [0.5, 0.3, 0.2]
  const proportional = p.map((_, i) => p.map((share, j) => (i === j ? 1 - 0.01 * (1 - share) : 0.01 * share)))
  for (const method of methods) {
    reversible(proportional, p, method).forEach((row, i) => {
      row.forEach((cell, j) => {
        expect(cell).toBeCloseTo(proportional[i]![j]!, 15)
      })
    })
  }
})

test('refused where no such matrix exists, and for an unknown transform', () => {
  const oneWay = [
    [0.5, 0.5, 0],
    [0, 0.5, 0.5],
    [0.5, 0, 0.5],
  ]
  expect(() => reversible(oneWay, [0.2, 0.3, 0.5], 'MH')).toThrow(KinshipRefusal)
  expect(() =>
    reversible(
      [
        [0, 1],
        [1, 0],
      ],
      [0.01, 0.99],
      'PR',
    ),
  ).toThrow(/no reversible form by PR/)
  expect(() =>
    reversible(
      [
        [0.9, 0.1],
        [0.1, 0.9],
      ],
      [0, 1],
      'PR',
    ),
  ).toThrow(/above 0/)
  expect(() => transformed(oneWay, [0.2, 0.3, 0.5], 'RM')).toThrow(/"RM" is not computed/)
})
