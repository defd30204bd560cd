import { describe, expect, test } from 'vitest'
import { solveCase } from '../cases.ts'

const person = (id: string, sex = 'male', father: string | null = null, mother: string | null = null) => ({
  id,
  sex,
  father,
  mother,
})
const trio = [person('F'), person('M', 'female'), person('C', 'male', 'F', 'M')]
const locus = (name = 'L', fields = {}) => ({
  name,
  chrom: 'autosomal',
  alleles: ['1', '2', '3'],
  frequencies: [0.2, 0.3, 0.5],
  mutation: null,
  ...fields,
})
const duo = {
  kind: 'likelihoodRatio',
  loci: [locus()],
  genotypes: { F: { L: ['1', '2'] }, C: { L: ['1', '3'] } },
  hypotheses: [
    { name: 'father', pedigrees: [trio] },
    { name: 'unrelated', pedigrees: trio.map(({ id, sex }) => [person(id, sex)]) },
  ],
}

describe('refused by name', () => {
  const [father, unrelated] = duo.hypotheses
  const x = { ...duo, loci: [locus('L', { chrom: 'X' })], genotypes: { C: { L: ['1', '1'] } } }
  const nobody = [person('F', 'unknown'), person('M', 'unknown')]
  const bothWays = [...nobody, person('C', 'male', 'F', 'M'), person('D', 'male', 'M', 'F')]
  const cases: [string, object][] = [
    ['hypothesis-name', { ...duo, hypotheses: [{ ...father, name: '__proto__' }, unrelated] }],
    ['father-and-mother', { ...duo, hypotheses: [{ name: 'H', pedigrees: [bothWays] }] }],
    ['sex-differs', { ...x, hypotheses: [father, { name: 'a girl', pedigrees: [[person('C', 'female')]] }] }],
    ['run-count', { ...duo, kind: 'checkPairwise', pedigrees: [trio], nsim: 1e12 }],
    ['run-count', { ...duo, kind: 'checkPairwise', pedigrees: [trio], nsim: -1 }],
    ['frequencies-do-not-sum-to-one', { ...duo, loci: [locus('L', { frequencies: [0.2, 0.3, 0.4989] })] }],
  ]
  test.each(cases)('%s', (code, raw) => {
    expect(solveCase({ id: '1', ...raw }).refusal?.code).toBe(code)
  })
})

test('frequencies that sum to 0.999 are within a thousandth of 1', () => {
  expect(
    solveCase({ ...duo, loci: [locus('L', { frequencies: [0.2, 0.3, 0.499] })] }).refusal,
  ).toBeUndefined()
})

test('a theta too small to change a digit changes none', () => {
  // F passes on 1 or 2, C's other allele comes from the population: 1/2 0.5 against 2 0.2 0.5.
  const { LR } = solveCase({ ...duo, theta: 5e-324 }) as unknown as { LR: { father: number } }
  expect(LR.father).toBeCloseTo(0.25 / 0.2, 14)
})

test.each([{ genotypes: [] }, { genotypes: { F: [] } }])(
  'an empty list in place of genotypes: %o',
  (fields) => {
    expect(solveCase({ ...duo, ...fields }).LR).toEqual({ father: 1 })
  },
)

test('two linked loci are compared with the reference that is named', () => {
  const input = {
    ...duo,
    loci: [locus('L'), locus('K')],
    genotypes: { F: { L: ['1', '1'], K: ['1', '1'] }, C: { L: ['1', '3'], K: ['1', '1'] } },
    rho: 0.1,
  }
  const linked = (reference?: string) =>
    solveCase({ kind: 'likelihoodTwoLinkedMarkers', input: { ...input, reference } }).LR as [number]
  // One meiosis of a homozygote says nothing of linkage: 1 / (2 p) times 1 / p.
  expect(linked()[0]).toBeCloseTo(1 / 0.4 / 0.2, 12)
  expect(linked('father')[0]).toBeCloseTo(0.4 * 0.2, 12)
})

test('the genotypes somebody typed cannot have are listed with probability 0', () => {
  const { rows } = solveCase({ ...duo, kind: 'oneMarkerDistribution', pedigrees: [trio], ids: ['C'] }) as {
    rows?: { C: string; prob: number }[]
  }
  expect(rows!.map(({ C, prob }) => `${C} ${prob}`)).toEqual([
    '1/1 0',
    '1/2 0',
    '1/3 1',
    '2/2 0',
    '2/3 0',
    '3/3 0',
  ])
})

test('an estimate is never above 1', () => {
  const inbred = { kind: 'fEstimate', loci: [locus()], genotypes: { F: { L: ['1', '1'] } } }
  expect(solveCase(inbred).mle).toEqual({ F: 1 })
})
