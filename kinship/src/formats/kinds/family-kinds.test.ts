import { describe, expect, test } from 'vitest'
import { solveCases } from '../cases.ts'

const founder = (id: string, sex: string) => ({ id, father: null, mother: null, sex })
const born = (id: string, father: string, mother: string) => ({ id, father, mother, sex: 'male' })
const locus = { name: 'A', chrom: 'autosomal', alleles: ['1', '2'], frequencies: [0.1, 0.9], mutation: null }
const trio = [founder('F', 'male'), founder('M', 'female'), born('C', 'F', 'M')]
const siblings = [...trio, born('D', 'F', 'M')]
const typed = { F: { A: ['1', '1'] } }

const solve = (kind: string, input: object) => solveCases([{ id: 'x', kind, input }]).results[0]!

describe('whom the family looks for, when the case does not say', () => {
  const input = { pedigrees: [trio], loci: [locus], genotypes: typed }

  test('the one untyped member of the last generation', () => {
    expect(solve('rankProfiles', input)).toMatchObject({
      best: ['1/2'],
      marginal1: { '1/2': expect.closeTo(0.9, 12) },
    })
    expect(solve('powerSimulation', { ...input, nsim: 20, seed: 4 })).toMatchObject({ nsim: 20, seed: 4 })
  })

  test('several, or nobody: refused, and a name settles it', () => {
    const two = { ...input, pedigrees: [siblings] }
    expect(solve('rankProfiles', two).refusal).toMatchObject({ code: 'missing-not-named' })
    expect(solve('rankProfiles', { ...two, missing: 'D' })).toMatchObject({ best: ['1/2'] })
    const all = { ...input, genotypes: { C: { A: ['1', '2'] } } }
    expect(solve('powerSimulation', all).refusal).toMatchObject({ code: 'missing-not-named' })
  })
})

test('thresholds are named the shorter way', () => {
  const input = {
    pedigrees: [trio],
    loci: [locus],
    genotypes: typed,
    nsim: 2,
    thresholds: [0.5, 10_000, 100_000, 1e6],
  }
  expect(new Set(Object.keys(solve('powerSimulation', input).IP as object))).toEqual(
    new Set(['0.5', '10000', '1e+05', '1e+06']),
  )
})

test('an exclusion in the simulation of an unrelated person is printed as -Infinity', () => {
  const input = { pedigrees: [trio], loci: [locus], genotypes: typed, nsim: 50, truth: 'unrelated' }
  expect(solve('powerSimulation', input)).toMatchObject({ meanLog10LR: '-Infinity', sdLog10LR: null })
})

test('selections are named by their people, the family as it is first', () => {
  const input = {
    pedigrees: [siblings],
    loci: [locus],
    genotypes: typed,
    missing: 'C',
    selections: [['D'], ['D', 'M']],
  }
  const { id, kind, ...printed } = solve('MPPsims', { ...input, nProfiles: 3, thresholds: [2] })
  expect(Object.keys(printed)).toEqual(['Baseline', 'D', 'D, M'])
  // A stranger is 2/2 with probability 0.81; a typed brother adds nothing to a father 1/1.
  expect(printed).toMatchObject({
    Baseline: { EP: [expect.closeTo(0.81, 12)] },
    D: { EP: expect.any(Array) },
  })
  expect((printed['D, M'] as { EP: number[] }).EP.length).toBe(3)
})

test('one candidate at a time, and a pair of two', () => {
  const input = { pedigrees: [trio], loci: [locus], genotypes: typed, missing: 'C' }
  const candidate = { P: { A: ['2', '2'] } }
  expect(solve('findExclusions', { ...input, candidate })).toMatchObject({ excludingLoci: ['A'], n: 1 })
  expect(solve('findExclusions', { ...input, candidate: { ...candidate, Q: {} } }).refusal).toMatchObject({
    code: 'candidate',
  })
  expect(solve('findExclusions', input).refusal).toMatchObject({ code: 'case-malformed' })
  expect(solve('ibdEstimate', { loci: [locus], genotypes: typed }).refusal).toMatchObject({
    code: 'case-malformed',
  })
})

test('the pair whose nine states are printed may be chosen', () => {
  const chosen = solve('relatedness', { pedigrees: [siblings], jacquardPair: ['F', 'C'] })
  expect(chosen).toMatchObject({
    jacquardPair: ['F', 'C'],
    condensedIdentity1to9: [0, 0, 0, 0, 0, 0, 0, 1, 0],
  })
  expect(solve('relatedness', { pedigrees: [[founder('F', 'male')]] })).toEqual({
    ...{
      id: 'x',
      kind: 'relatedness',
      ids: ['F'],
      kinship: [[0.5]],
      inbreeding: { F: 0 },
      kinshipX: [[1]],
      kappa: [],
    },
  })
})

test('p-values are printed when asked for', () => {
  const input = {
    pedigrees: [siblings],
    loci: [locus],
    genotypes: { C: { A: ['1', '1'] }, D: { A: ['1', '1'] } },
  }
  const [row] = solve('checkPairwise', { ...input, nsim: 30 }).rows as Record<string, unknown>[]
  expect(row).toMatchObject({
    id1: 'C',
    id2: 'D',
    N: 1,
    k2: 1,
    pedrel: 'Full siblings',
    pval: expect.any(Number),
  })
  // At the estimate p² against p^4/4 + p³/2 + p²/4.
  expect(row!.GLR).toBeCloseTo(0.01 / (0.0001 / 4 + 0.001 / 2 + 0.01 / 4), 9)
})
