import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FrequencyTable } from './frequency-table.ts'
import { likelihoods } from './likelihood.ts'
import { mergeTables } from './table-mixture.ts'
import { type CaseOfUnknownPopulation, type MixtureRatio, mixtureRatio } from './table-mixture-ratio.ts'
import { tableUncertaintyTheta, uncertainTableRatio } from './table-mixture-theta.ts'
import type { KinshipCase, Locus, Person } from './types.ts'

const person = (id: string, father: string | null = null): Person => ({
  id,
  father,
  mother: null,
  sex: 'male',
})

/** Loci with an allele 6 of the frequency given, the rest 7; n people counted. */
const table = (id: string, n: number | null, shares: Record<string, number>): FrequencyTable => ({
  id,
  title: id,
  source: `source of ${id}`,
  licence: 'MIT',
  note: '',
  n,
  loci: Object.fromEntries(
    Object.entries(shares).map(([locus, p]) => [locus, { alleles: ['6', '7'], frequencies: [p, 1 - p] }]),
  ),
})

describe('counts merged by weight', () => {
  const small = table('small', 50, { L: 0.2 })
  const large = table('large', 500, { L: 0.5, M: 0.3 })
  const merge = (prior?: number) =>
    mergeTables({
      id: 'm',
      title: 'M',
      parts: [
        { table: small, weight: 1 },
        { table: large, weight: 0.1 },
      ],
      ...(prior !== undefined && { prior }),
    })

  test('the mean of weighted counts, and the effective size', () => {
    const { loci, n, source, licence } = merge()
    expect(loci.L).toMatchObject({ alleles: ['6', '7'], chromosomes: 200 })
    expect(loci.L!.frequencies[0]).toBeCloseTo((20 + 50) / 200, 14)
    expect(loci.M!.chromosomes).toBeCloseTo(100, 12)
    expect(loci.M!.frequencies[0]).toBeCloseTo(0.3, 14)
    expect(n).toBeCloseTo(100, 12)
    expect(source).toMatch(/small at weight 1: source of small; large at weight 0\.1/)
    expect(licence).toBe('MIT')
  })

  test('the prior is shared by the alleles and counts in the size', () => {
    const { loci } = merge(4)
    expect(loci.L!.chromosomes).toBe(204)
    expect(loci.L!.frequencies[0]).toBeCloseTo((70 + 2) / 204, 14)
  })

  test('a table without a size needs one stated; a weight of 0 and no table are refused', () => {
    const parts = [{ table: table('unstated', null, { L: 0.2 }), weight: 1 }]
    const named = { id: 'm', title: 'M' }
    expect(() => mergeTables({ ...named, parts })).toThrow(/how many alleles/)
    expect(mergeTables({ ...named, parts: [{ ...parts[0]!, chromosomes: 80 }] }).loci.L!.chromosomes).toBe(80)
    expect(() => mergeTables({ ...named, parts: [{ table: small, weight: 0 }] })).toThrow(/above 0/)
    expect(() => mergeTables({ ...named, parts: [] })).toThrow(/at least one/)
    expect(() => mergeTables({ ...named, parts: [{ table: small, weight: 1 }], prior: -1 })).toThrow(/from 0/)
  })

  test('merging table by table or all at once gives the same', () => {
    const weight = fc.double({ min: 0.01, max: 2, noNaN: true })
    const share = fc.double({ min: 0.01, max: 0.99, noNaN: true })
    fc.assert(
      fc.property(fc.tuple(weight, weight, weight), fc.tuple(share, share, share), ([a, b, c], [p, q, r]) => {
        const [A, B, C] = [table('a', 20, { L: p }), table('b', 70, { L: q }), table('c', 300, { L: r })]
        const named = { id: 'm', title: 'M' }
        const first = mergeTables({
          ...named,
          parts: [
            { table: A, weight: a },
            { table: B, weight: b },
          ],
        })
        const inSteps = mergeTables({
          ...named,
          parts: [
            { table: first, weight: 1 },
            { table: C, weight: c },
          ],
        })
        const parts = [
          { table: A, weight: a },
          { table: B, weight: b },
          { table: C, weight: c },
        ]
        const atOnce = mergeTables({ ...named, parts })
        expect(inSteps.loci.L!.chromosomes).toBeCloseTo(atOnce.loci.L!.chromosomes!, 8)
        expect(inSteps.loci.L!.frequencies[0]).toBeCloseTo(atOnce.loci.L!.frequencies[0]!, 12)
      }),
    )
  })
})

describe('one unknown population', () => {
  const names = ['L', 'M']
  const duo = (populations: CaseOfUnknownPopulation['populations']): CaseOfUnknownPopulation => ({
    populations,
    choice: { names, mutation: { model: 'none' }, minimumFrequency: 0.01 },
    genotypes: { F: { L: ['6', '6'], M: ['6', '6'] }, K: { L: ['6', '6'], M: ['6', '6'] } },
    hypotheses: [
      { name: 'father', pedigrees: [[person('F'), person('K', 'F')]] },
      { name: 'unrelated', pedigrees: [[person('F')], [person('K')]] },
    ],
  })
  const found = (input: CaseOfUnknownPopulation): MixtureRatio => {
    const result = mixtureRatio(input)
    if ('refusal' in result) throw new Error(result.refusal.message)
    return result
  }
  const [one, two] = [table('one', null, { L: 0.5, M: 0.4 }), table('two', null, { L: 0.1, M: 0.2 })]

  test('sum of w L over sum of w L, all loci together', () => {
    const { LR, populations, log10LR } = found(
      duo([
        { table: one, weight: 0.25 },
        { table: two, weight: 0.75 },
      ]),
    )
    const [x, y] = [0.5 * 0.4, 0.1 * 0.2]
    const [above, below] = [0.25 * x ** 3 + 0.75 * y ** 3, 0.25 * x ** 4 + 0.75 * y ** 4]
    expect(LR.father).toBeCloseTo(above / below, 9)
    expect(log10LR.father).toBeCloseTo(Math.log10(above / below), 12)
    expect(populations.father!.one).toBeCloseTo((0.25 * x ** 3) / above, 12)
    expect(populations.unrelated!.two).toBeCloseTo((0.75 * y ** 4) / below, 12)
  })

  test('a population alone is the plain ratio; the mixture lies between its populations', () => {
    expect(found(duo([{ table: one, weight: 1 }])).LR.father).toBeCloseTo(1 / (0.5 * 0.4), 10)
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), (w) => {
        const { LR } = found(
          duo([
            { table: one, weight: w },
            { table: two, weight: 1 - w },
          ]),
        )
        expect(LR.father).toBeGreaterThanOrEqual((1 / 0.2) * (1 - 1e-12))
        expect(LR.father).toBeLessThanOrEqual((1 / 0.02) * (1 + 1e-12))
      }),
      { numRuns: 30 },
    )
  })

  test('a locus one table lacks is left out for all, and said', () => {
    const { loci, notes, LR } = found(
      duo([
        { table: one, weight: 0.5 },
        { table: table('x', null, { L: 0.5 }), weight: 0.5 },
      ]),
    )
    expect(loci).toEqual(['L'])
    expect(notes).toMatchObject([{ code: 'locus-not-in-every-table', locus: 'M' }])
    expect(LR.father).toBeCloseTo(2, 12)
  })

  test('weights that are no probabilities, tables without a common locus and a table twice are refused', () => {
    const code = (populations: CaseOfUnknownPopulation['populations']) => {
      const result = mixtureRatio(duo(populations))
      return 'refusal' in result ? result.refusal.code : 'none'
    }
    expect(code([{ table: one, weight: 0.5 }])).toBe('mixture-weight')
    expect(
      code([
        { table: one, weight: 1.5 },
        { table: two, weight: -0.5 },
      ]),
    ).toBe('mixture-weight')
    expect(code([])).toBe('mixture-weight')
    expect(
      code([
        { table: one, weight: 0.5 },
        { table: one, weight: 0.5 },
      ]),
    ).toBe('table-twice')
    expect(code([{ table: table('x', null, {}), weight: 1 }])).toBe('no-common-locus')
  })
})

describe('uncertain frequencies as a theta', () => {
  test('M alleles counted: theta 1/(M + 1); with co-ancestry the causes combine as independent ones', () => {
    expect(tableUncertaintyTheta(99)).toBeCloseTo(0.01, 15)
    expect(tableUncertaintyTheta(99, 0.02)).toBeCloseTo(1 - 0.98 * 0.99, 15)
    expect(() => tableUncertaintyTheta(0)).toThrow(/above 0/)
    expect(() => tableUncertaintyTheta(99, 1)).toThrow(/Theta/)
  })

  test('the engine at that theta gives the moments of the Dirichlet distribution', () => {
    // Two unrelated people, both 6/6: E[p^4] under Beta(M p, M (1 - p)) is the product of (M p + i) / (M + i).
    const [p, M] = [0.2, 60]
    const expected = [0, 1, 2, 3].reduce((product, i) => (product * (M * p + i)) / (M + i), 1)
    const found = likelihoods({
      loci: [{ name: 'L', chrom: 'autosomal', alleles: ['6', '7'], frequencies: [p, 1 - p], mutation: null }],
      genotypes: { F: { L: ['6', '6'] }, K: { L: ['6', '6'] } },
      hypotheses: [{ name: 'unrelated', pedigrees: [[person('F')], [person('K')]] }],
      theta: tableUncertaintyTheta(M),
    })
    expect(Math.exp(found.logLikelihood.unrelated!)).toBeCloseTo(expected, 14)
  })

  test('every locus at the theta of its own count, and the ratios multiplied', () => {
    const locus = (name: string): Locus => ({
      name,
      chrom: 'autosomal',
      alleles: ['6', '7'],
      frequencies: [0.25, 0.75],
      mutation: null,
    })
    const input: KinshipCase = {
      loci: [locus('L'), locus('M')],
      genotypes: { F: { L: ['6', '6'], M: ['6', '6'] }, K: { L: ['6', '6'], M: ['6', '6'] } },
      hypotheses: [
        { name: 'father', pedigrees: [[person('F'), person('K', 'F')]] },
        { name: 'unrelated', pedigrees: [[person('F')], [person('K')]] },
      ],
    }
    const ratio = (t: number) => (1 + 2 * t) / (3 * t + (1 - t) * 0.25)
    const found = uncertainTableRatio(input, { L: 99, M: 19 })
    if ('refusal' in found) throw new Error(found.refusal.message)
    expect(found.perLocus.map(({ theta }) => theta)).toEqual([
      expect.closeTo(0.01, 14),
      expect.closeTo(0.05, 14),
    ])
    expect(found.log10LR.father).toBeCloseTo(Math.log10(ratio(0.01) * ratio(0.05)), 10)
    expect(uncertainTableRatio(input, { L: 99 })).toMatchObject({ refusal: { code: 'table-without-size' } })
    const linkage = { map: 'haldane', positions: {} } as const
    expect(uncertainTableRatio({ ...input, linkage }, { L: 9, M: 9 })).toMatchObject({
      refusal: { code: 'linked-loci' },
    })
    expect(uncertainTableRatio({ ...input, loci: [] }, {})).toMatchObject({ refusal: { code: 'no-locus' } })
  })
})
