import { describe, expect, test } from 'vitest'
import { type Sensitivity, type SensitivityGrid, sensitivity } from './sensitivity.ts'
import { type MutationVariant, withMutation } from './sensitivity-mutation.ts'
import type { KinshipCase, Locus, Person } from './types.ts'

const person = (id: string, father: string | null = null): Person => ({
  id,
  father,
  mother: null,
  sex: 'male',
})
const both = (model: string, rate: number) => ({ female: { model, rate }, male: { model, rate } })
const p = 0.25
const locus: Locus = {
  name: 'L',
  chrom: 'autosomal',
  alleles: ['6', '7'],
  frequencies: [p, 1 - p],
  mutation: null,
}

/** Father and child, both 6/6. */
const duo = (loci: Locus[]): KinshipCase => ({
  loci,
  genotypes: { F: { L: ['6', '6'] }, K: { L: ['6', '6'] } },
  hypotheses: [
    { name: 'father', pedigrees: [[person('F'), person('K', 'F')]] },
    { name: 'unrelated', pedigrees: [[person('F')], [person('K')]] },
  ],
})

function found(input: KinshipCase, grid?: SensitivityGrid): Sensitivity {
  const result = sensitivity(input, grid)
  if ('refusal' in result) throw new Error(result.refusal.message)
  return result
}

describe('over theta', () => {
  /** Under "father" three founder alleles are 6, under "unrelated" four: the ratio is 1 over the fourth draw. */
  const expected = (theta: number) => (1 + 2 * theta) / (3 * theta + (1 - theta) * p)

  test('the usual values give the ratios of the sampling formula (Balding and Nichols 1994)', () => {
    const { cells, range, reference } = found(duo([locus]))
    expect(reference).toBe('unrelated')
    expect(cells.map(({ theta }) => theta)).toEqual([0, 0.01, 0.02, 0.03])
    for (const { theta, log10LR } of cells) {
      expect(log10LR!.father).toBeCloseTo(Math.log10(expected(theta)), 10)
    }
    expect(range.father!.quoted).toBeCloseTo(Math.log10(4), 12)
    expect(range.father!.min).toBeCloseTo(Math.log10(1.06 / 0.3325), 10)
    expect(range.father!.max).toBeCloseTo(Math.log10(4), 10)
  })

  test('the quoted ratio counts in the range though no cell holds it', () => {
    const { range } = found({ ...duo([locus]), theta: 0.2 }, { thetas: [0] })
    expect(range.father!.min).toBeCloseTo(Math.log10(expected(0.2)), 10)
    expect(range.father!.quoted).toBe(range.father!.min)
  })

  test('a theta that has no value is refused in its cell; the others stand', () => {
    const { cells } = found(duo([locus]), { thetas: [0, 1] })
    expect(cells.map(({ refusal }) => refusal?.code ?? null)).toEqual([null, 'theta-range'])
  })
})

describe('over mutation', () => {
  const rate = 0.01
  const mutating = { ...locus, mutation: both('proportional', rate) }
  /**
   * The father passes 6 on as 6 with probability M[6,6] = 1 - a (1 - p), a = r / (2 p (1 - p)); the mother's allele
   * is 6 with probability p, as the model keeps the frequencies; two founder alleles of the child give p squared.
   */
  const ratio = (r: number) => Math.log10((1 - r / (2 * p)) / p)
  /** Equal rates do not keep them: the mother's allele is 6 with probability p (1 - r) + (1 - p) r. */
  const ratioEqual = (r: number) => Math.log10(((1 - r) * (p * (1 - r) + (1 - p) * r)) / p ** 2)

  test('factors multiply the rate', () => {
    const { cells, range } = found(duo([mutating]), { thetas: [0], factors: [0, 1, 5] })
    expect(cells.map(({ factor }) => factor)).toEqual([0, 1, 5])
    for (const { factor, log10LR } of cells) expect(log10LR!.father).toBeCloseTo(ratio(rate * factor), 12)
    expect(range.father!.quoted).toBeCloseTo(ratio(rate), 12)
    expect(range.father!.min).toBeCloseTo(ratio(rate * 5), 12)
  })

  test('models: none, and another by its rate', () => {
    const { cells } = found(duo([mutating]), {
      thetas: [0],
      models: [
        { name: 'as given', mutation: 'as given' },
        { name: 'none', mutation: { model: 'none' } },
        { name: 'equal', mutation: { model: 'equal', rate: 0.03 } },
      ],
    })
    expect(cells.map(({ log10LR }) => log10LR!.father!)).toEqual([
      expect.closeTo(ratio(rate), 12),
      expect.closeTo(ratio(0), 12),
      expect.closeTo(ratioEqual(0.03), 12),
    ])
  })

  test('a matrix is stretched from the identity; a rate above 1 is refused in its cell', () => {
    const model = {
      model: 'custom',
      matrix: [
        [0.9, 0.1],
        [0.2, 0.8],
      ],
    }
    const custom = { ...locus, mutation: { female: model, male: model } }
    const given = { name: 'as given', mutation: 'as given' } as const
    const { matrix } = withMutation(custom, given, 2).mutation!.male
    for (const [i, row] of [
      [0.8, 0.2],
      [0.4, 0.6],
    ].entries()) {
      for (const [j, cell] of row.entries()) expect(matrix![i]![j]).toBeCloseTo(cell, 14)
    }
    const { cells } = found(duo([custom]), { thetas: [0], factors: [1, 6] })
    expect(cells.map(({ refusal }) => refusal?.code ?? null)).toEqual([null, 'sensitivity-factor'])
  })

  test('an empty list, a negative factor and a name twice are refused', () => {
    const none: MutationVariant = { name: 'x', mutation: { model: 'none' } }
    const refused: [SensitivityGrid, string][] = [
      [{ thetas: [] }, 'sensitivity-empty'],
      [{ factors: [-1] }, 'sensitivity-factor'],
      [{ models: [none, none] }, 'sensitivity-model-twice'],
    ]
    for (const [grid, code] of refused) {
      expect(sensitivity(duo([locus]), grid)).toMatchObject({ refusal: { code } })
    }
  })
})
