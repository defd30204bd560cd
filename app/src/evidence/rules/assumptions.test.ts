import { expect, test } from 'vitest'
import { rangeOf, underAssumptions } from './assumptions.ts'

const person = (id: string, father: string | null) => ({
  ...{ id, father, mother: father && 'mother' },
  sex: id === 'mother' ? ('female' as const) : ('male' as const),
})
/** Father and child both 6/6, p = 0.25. */
const duo = (allele: string) => ({
  loci: [
    {
      ...{ name: 'TH01', chrom: 'autosomal' as const, alleles: ['6', '7'], frequencies: [0.25, 0.75] },
      mutation: null,
    },
  ],
  genotypes: { father: { TH01: ['6', '6'] }, child: { TH01: [allele, allele] } },
  hypotheses: [
    { name: 'H1', pedigrees: [[person('father', null), person('mother', null), person('child', 'father')]] },
    { name: 'H2', pedigrees: [[person('father', null)], [person('child', null)]] },
  ],
  theta: 0.02,
})
const cellsOf = (allele: string) => underAssumptions(duo(allele), { model: 'proportional', rate: 0.002 })
const at = (allele: string, theta: number, mutation: string) =>
  Number(cellsOf(allele).find((cell) => cell.theta === theta && cell.mutation === mutation)?.log10LR)

test('each theta, the chosen one among them, by each mutation', () => {
  expect(cellsOf('6')).toHaveLength(4 * 3)
  expect([...new Set(cellsOf('6').map(({ theta }) => theta))]).toEqual([0, 0.01, 0.02, 0.03])
})

test('without mutation it is (1 + 2 theta) / (3 theta + (1 - theta) p), Balding and Nichols', () => {
  for (const theta of [0, 0.01, 0.02, 0.03])
    expect(10 ** at('6', theta, 'none')).toBeCloseTo((1 + 2 * theta) / (3 * theta + (1 - theta) * 0.25), 9)
})

test('a mismatch is impossible without mutation and twice as likely at twice the rate', () => {
  expect(at('7', 0, 'none')).toBe(Number.NEGATIVE_INFINITY)
  expect(10 ** (at('7', 0, 'doubled') - at('7', 0, 'usual'))).toBeCloseTo(2, 9)
})

test('the range over the cells, and how many of them reach the threshold of 10,000', () => {
  const cell = (log10LR: number | null) => ({ theta: 0, mutation: 'usual' as const, log10LR })
  expect(rangeOf([cell(3.9), cell(4), cell(5.2), cell(null)])).toEqual({
    ...{ low: 3.9, high: 5.2, of: 3, supported: 2 },
  })
  expect(rangeOf([cell(null)])).toBeUndefined()
})
