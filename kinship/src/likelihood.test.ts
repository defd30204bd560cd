import { describe, expect, test } from 'vitest'
import { likelihoodRatio } from './likelihood-ratio.ts'
import type { KinshipCase, Locus, Person } from './types.ts'

const p = { A: 0.1, B: 0.25, C: 0.3, D: 0.35 }
const locus: Locus = {
  name: 'L',
  chrom: 'autosomal',
  alleles: Object.keys(p),
  frequencies: Object.values(p),
  mutation: null,
}

const founder = (id: string, sex: 'male' | 'female'): Person => ({ id, father: null, mother: null, sex })
const born = (id: string, father: string, mother: string, sex: 'male' | 'female' = 'male'): Person => ({
  id,
  father,
  mother,
  sex,
})

const couple = [founder('GF', 'male'), founder('GM', 'female')]
const siblings = [...couple, born('X', 'GF', 'GM'), born('Y', 'GF', 'GM')]
const families = {
  duo: { pedigree: [founder('X', 'male'), founder('M', 'female'), born('Y', 'X', 'M')], x: 'X', y: 'Y' },
  siblings: { pedigree: siblings, x: 'X', y: 'Y' },
  halfSiblings: {
    pedigree: [...couple, founder('GM2', 'female'), born('X', 'GF', 'GM'), born('Y', 'GF', 'GM2')],
    x: 'X',
    y: 'Y',
  },
  grandparent: {
    pedigree: [...couple, born('F', 'GF', 'GM'), founder('M', 'female'), born('Y', 'F', 'M')],
    x: 'GF',
    y: 'Y',
  },
  avuncular: { pedigree: [...siblings, founder('W', 'female'), born('Z', 'Y', 'W')], x: 'X', y: 'Z' },
  cousins: {
    pedigree: [
      ...siblings,
      founder('V', 'female'),
      founder('W', 'female'),
      born('K', 'X', 'V'),
      born('Z', 'Y', 'W'),
    ],
    x: 'K',
    y: 'Z',
  },
}

type Pair = [string, string]

/** LR of two typed people for a family against unrelated. */
function pairRatio(family: keyof typeof families, x: Pair, y: Pair): number {
  const { pedigree, x: first, y: second } = families[family]
  const alone = [[founder(first, 'male')], [founder(second, 'male')]]
  return ratio({
    loci: [locus],
    genotypes: { [first]: { L: x }, [second]: { L: y } },
    hypotheses: [
      { name: 'related', pedigrees: [pedigree] },
      { name: 'unrelated', pedigrees: alone },
    ],
  })
}

function ratio(input: KinshipCase): number {
  const found = likelihoodRatio(input)
  if ('refusal' in found) throw new Error(found.refusal.message)
  return Object.values(found.LR)[0]!
}

describe('closed forms of textbook pairs', () => {
  test('duo: 1/(4p) when two heterozygotes share one allele, 1/p and 1/(2p) with homozygotes', () => {
    expect(pairRatio('duo', ['A', 'B'], ['A', 'C'])).toBeCloseTo(1 / (4 * p.A), 12)
    expect(pairRatio('duo', ['A', 'A'], ['A', 'A'])).toBeCloseTo(1 / p.A, 12)
    expect(pairRatio('duo', ['A', 'B'], ['A', 'A'])).toBeCloseTo(1 / (2 * p.A), 12)
    expect(pairRatio('duo', ['A', 'B'], ['A', 'B'])).toBeCloseTo((p.A + p.B) / (4 * p.A * p.B), 12)
    expect(pairRatio('duo', ['A', 'B'], ['C', 'D'])).toBe(0)
  })

  test('full siblings: 1/4 + parent/2 + identity/4', () => {
    expect(pairRatio('siblings', ['A', 'A'], ['A', 'A'])).toBeCloseTo((1 + p.A) ** 2 / (4 * p.A ** 2), 10)
    const duo = (p.A + p.B) / (4 * p.A * p.B)
    expect(pairRatio('siblings', ['A', 'B'], ['A', 'B'])).toBeCloseTo(
      1 / 4 + duo / 2 + 1 / (4 * 2 * p.A * p.B),
      12,
    )
    expect(pairRatio('siblings', ['A', 'B'], ['C', 'D'])).toBeCloseTo(1 / 4, 14)
  })

  test('half siblings, grandparent, avuncular: 1/2 + parent/2; first cousins: 3/4 + parent/4', () => {
    const pairs: [Pair, Pair][] = [
      [
        ['A', 'B'],
        ['A', 'C'],
      ],
      [
        ['A', 'A'],
        ['A', 'A'],
      ],
      [
        ['A', 'B'],
        ['C', 'D'],
      ],
      [
        ['B', 'C'],
        ['B', 'C'],
      ],
    ]
    for (const [x, y] of pairs) {
      const parent = pairRatio('duo', x, y)
      expect(pairRatio('halfSiblings', x, y)).toBeCloseTo(1 / 2 + parent / 2, 12)
      expect(pairRatio('grandparent', x, y)).toBeCloseTo(1 / 2 + parent / 2, 12)
      expect(pairRatio('avuncular', x, y)).toBeCloseTo(1 / 2 + parent / 2, 12)
      expect(pairRatio('cousins', x, y)).toBeCloseTo(3 / 4 + parent / 4, 12)
    }
  })
})

describe('trio', () => {
  const trio = [founder('F', 'male'), founder('M', 'female'), born('K', 'F', 'M')]
  const other = [founder('M', 'female'), founder('O', 'male'), born('K', 'O', 'M')]
  const trioCase = (
    genotypes: Record<string, Pair>,
    mutation: Locus['mutation'] = null,
    theta = 0,
  ): KinshipCase => ({
    loci: [{ ...locus, mutation }],
    genotypes: Object.fromEntries(Object.entries(genotypes).map(([id, pair]) => [id, { L: pair }])),
    hypotheses: [
      { name: 'father', pedigrees: [trio] },
      { name: 'other', pedigrees: [other, [founder('F', 'male')]] },
    ],
    theta,
  })

  test('AF A/B, M A/C, offspring A/A: 1/(2p)', () => {
    expect(ratio(trioCase({ F: ['A', 'B'], M: ['A', 'C'], K: ['A', 'A'] }))).toBeCloseTo(1 / (2 * p.A), 12)
  })

  test('a mutation is weighed by its matrix: F B/B, M A/A, offspring A/C needs B to become C', () => {
    const model = { model: 'proportional', rate: 0.01 }
    const heterozygosity = Object.values(p).reduce((sum, q) => sum + q * (1 - q), 0)
    const expected = ((0.01 / heterozygosity) * p.C) / p.C
    const found = ratio(
      trioCase({ F: ['B', 'B'], M: ['A', 'A'], K: ['A', 'C'] }, { female: { model: 'none' }, male: model }),
    )
    expect(found).toBeCloseTo(expected, 14)
  })

  test('co-ancestry: F A/A, M B/B, offspring A/B: (1+3t) / (2t + (1-t)p) after A, A, B, B', () => {
    const theta = 0.03
    const found = ratio(trioCase({ F: ['A', 'A'], M: ['B', 'B'], K: ['A', 'B'] }, null, theta))
    expect(found).toBeCloseTo((1 + 3 * theta) / (2 * theta + (1 - theta) * p.A), 12)
  })
})

describe('refusals and edges', () => {
  const one = (extra: Partial<KinshipCase>): KinshipCase => ({
    loci: [locus],
    genotypes: { X: { L: ['A', 'B'] } },
    hypotheses: [{ name: 'H', pedigrees: [[founder('X', 'male')]] }],
    ...extra,
  })
  const codeOf = (input: KinshipCase) => {
    const found = likelihoodRatio(input)
    return 'refusal' in found ? found.refusal.code : null
  }

  test('each has its code', () => {
    expect(codeOf(one({ theta: 1 }))).toBe('theta-range')
    expect(codeOf(one({ genotypes: { Z: { L: ['A', 'B'] } } }))).toBe('typed-person-not-placed')
    expect(codeOf(one({ genotypes: { X: { L: ['A', 'Q'] } } }))).toBe('allele-not-in-table')
    expect(codeOf(one({ loci: [{ ...locus, frequencies: [0.1, 0.2, 0.3, 0.3] }] }))).toBe(
      'frequencies-do-not-sum-to-one',
    )
    expect(codeOf(one({ loci: [{ ...locus, chrom: 'Y' }] }))).toBe('chromosome-not-supported')
    expect(codeOf(one({ reference: 'constructor' }))).toBe('reference-unknown')
    expect(codeOf(one({ genotypes: { X: { L: ['A', 'B', 'C'] } } }))).toBe('too-many-alleles')
  })

  test('evidence impossible under both hypotheses has no ratio and says where', () => {
    const impossible = { X: { L: ['A', 'A'] }, Y: { L: ['B', 'B'] } }
    const pedigrees = [[founder('X', 'male'), founder('M', 'female'), born('Y', 'X', 'M')]]
    const found = likelihoodRatio(
      one({
        genotypes: impossible,
        hypotheses: [
          { name: 'H', pedigrees },
          { name: 'again', pedigrees },
        ],
      }),
    )
    expect(found).toMatchObject({
      LR: { H: null },
      LRperLocus: { H: [null] },
      notes: [{ code: 'impossible-under-both', locus: 'L' }],
    })
  })

  test('a thousand loci do not underflow: the logarithm is the sum', () => {
    const loci = Array.from({ length: 1000 }, (_, i) => ({ ...locus, name: `L${i}` }))
    const profile = Object.fromEntries(loci.map(({ name }) => [name, ['A', 'A'] as string[]]))
    const found = likelihoodRatio(one({ loci, genotypes: { X: profile } }))
    if ('refusal' in found) throw new Error(found.refusal.message)
    expect(found.logLikelihood.H).toBeCloseTo(1000 * Math.log(p.A ** 2), 6)
  })
})

test('nothing seen, with drop-out, is no genotype', () => {
  const locus: Locus = {
    name: 'L',
    chrom: 'autosomal',
    alleles: ['a', 'silent'],
    frequencies: [0.95, 0.05],
    mutation: null,
  }
  const found = likelihoodRatio({
    loci: [locus],
    genotypes: { P: { L: ['silent', 'silent'] } },
    hypotheses: [{ name: 'H', pedigrees: [[{ id: 'P', father: null, mother: null, sex: 'male' }]] }],
    dropout: { P: 0.1 },
  })
  expect(found).toMatchObject({ refusal: { code: 'dropout-nothing-seen' } })
})
