import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { likelihoods } from '../likelihood.ts'
import type { Genotypes, Locus, LocusMutation, Person } from '../types.ts'
import { genotypeDistribution } from './distribution.ts'
import { drawFamily, prepareFamily } from './family-draws.ts'
import { simulatedRatios } from './simulated-ratios.ts'
import { besideFamily, type TypedFamily } from './simulation-table.ts'

const person = (
  id: string,
  sex: Person['sex'],
  father: string | null = null,
  mother: string | null = null,
): Person => ({ id, father, mother, sex })
const family = [
  person('GF', 'male'),
  person('GM', 'female'),
  person('A', 'female', 'GF', 'GM'),
  person('M', 'female', 'GF', 'GM'),
  person('F', 'male'),
  person('K', 'male', 'F', 'M'),
]
const rates: LocusMutation = { female: { model: 'equal', rate: 0.05 }, male: { model: 'equal', rate: 0.1 } }
const steps: LocusMutation = {
  female: { model: 'stepwise', rate: 0.1, rate2: 0.01, range: 0.3 },
  male: { model: 'stepwise', rate: 0.2, rate2: 0.01, range: 0.3 },
}
const locus = (extra: Partial<Locus> = {}): Locus => ({
  name: 'L',
  chrom: 'autosomal',
  alleles: ['1', '2', '3', '4'],
  frequencies: [0.1, 0.2, 0.3, 0.4],
  mutation: null,
  ...extra,
})
const runs = 20_000

/** Pearson's statistic of the drawn genotypes of A and K together against their exact distribution. */
function pearson(input: TypedFamily, ids: string[]): { statistic: number; classes: number } {
  const prepared = prepareFamily(input, 'K')
  const [draws] = drawFamily(
    prepared,
    ids.filter((id) => id !== 'K'),
    runs,
    7,
  )
  const known = Object.fromEntries(Object.entries(input.genotypes).filter(([id]) => !ids.includes(id)))
  const { loci, ...rest } = input
  const exact = genotypeDistribution({ ...rest, genotypes: known, locus: loci[0]! }, ids)
  const names = loci[0]!.alleles
  const counts = new Map<string, number>()
  for (let run = 0; run < runs; run++) {
    const key = ids.map((id) => {
      const code = draws!.shown.get(id)![run]!
      return `${names[Math.floor(code / names.length)]}/${names[code % names.length]}`
    })
    counts.set(key.join(' '), (counts.get(key.join(' ')) ?? 0) + 1)
  }
  let statistic = 0
  let classes = 0
  let [restSeen, restExpected] = [runs, runs]
  exact.probabilities.forEach((probability, at) => {
    let index = at
    const key = exact.genotypes.map((list) => {
      const genotype = list[index % list.length]!
      index = Math.floor(index / list.length)
      return `${genotype[0]}/${genotype[1] ?? genotype[0]}`
    })
    const seen = counts.get(key.join(' ')) ?? 0
    if (probability === 0) expect(seen).toBe(0)
    if (probability * runs < 10) return
    statistic += (seen - probability * runs) ** 2 / (probability * runs)
    classes++
    restSeen -= seen
    restExpected -= probability * runs
  })
  if (restExpected >= 10) statistic += (restSeen - restExpected) ** 2 / restExpected
  return { statistic, classes }
}

describe('genotypes are drawn from their exact distribution given who is typed', () => {
  const cases: [string, TypedFamily][] = [
    ['nobody typed', { pedigrees: [family], loci: [locus()], genotypes: {} }],
    ['grandmother typed', { pedigrees: [family], loci: [locus()], genotypes: { GM: { L: ['1', '2'] } } }],
    [
      'stepwise mutation',
      { pedigrees: [family], loci: [locus({ mutation: steps })], genotypes: { GM: { L: ['1', '2'] } } },
    ],
    [
      'equal mutation, alleles merged',
      { pedigrees: [family], loci: [locus({ mutation: rates })], genotypes: { GM: { L: ['1', '1'] } } },
    ],
    [
      'an unknown allele',
      { pedigrees: [family], loci: [locus()], genotypes: { GM: { L: ['1', null] }, GF: { L: ['2', '3'] } } },
    ],
    [
      'drop-out',
      {
        pedigrees: [family],
        loci: [locus()],
        genotypes: { GM: { L: ['1', '1'] } },
        dropout: { GM: 0.3 },
      },
    ],
    [
      'a silent allele',
      {
        pedigrees: [family],
        loci: [locus({ alleles: ['1', '2', '3', 'silent'] })],
        genotypes: { GM: { L: ['1', '1'] } },
      },
    ],
    [
      'an inbred grandfather',
      {
        pedigrees: [family.map((one) => (one.id === 'GF' ? { ...one, founderInbreeding: 0.25 } : one))],
        loci: [locus()],
        genotypes: { M: { L: ['1', '3'] } },
      },
    ],
    ['X', { pedigrees: [family], loci: [locus({ chrom: 'X' })], genotypes: { GF: { L: ['2'] } } }],
    ['theta, nobody typed', { pedigrees: [family], loci: [locus()], genotypes: {}, theta: 0.1 }],
    [
      'theta, grandmother typed',
      { pedigrees: [family], loci: [locus()], genotypes: { GM: { L: ['1', '2'] } }, theta: 0.1 },
    ],
  ]
  test.each(cases)('%s', (_, input) => {
    const { statistic, classes } = pearson(input, ['A', 'K'])
    // Chi-square has mean n and standard deviation sqrt(2n); draws chosen by weight scatter a little more.
    expect(statistic).toBeLessThan(classes + 5 * Math.sqrt(2 * classes))
  })
})

const seeds = fc.integer({ min: 1, max: 1_000_000 })
const options = fc.record({
  theta: fc.constantFrom(0, 0.05),
  chrom: fc.constantFrom('autosomal' as const, 'X' as const),
  mutation: fc.constantFrom(null, rates, steps),
  typed: fc.constantFrom<Genotypes>(
    {},
    { GM: { L: ['1', '4'] } },
    { GM: { L: ['2', '2'] }, GF: { L: ['3'] } },
  ),
  alleles: fc.constantFrom<string[]>(['1', '2', '3', '4'], ['1', '2', '3', 'silent', '4']),
  seed: seeds,
})

test('what a simulation weighs is the ratio of the two pedigree likelihoods of its profiles', () => {
  fc.assert(
    fc.property(options, ({ theta, chrom, mutation, typed, alleles, seed }) => {
      const frequencies = alleles.length === 4 ? [0.1, 0.2, 0.3, 0.4] : [0.1, 0.2, 0.3, 0.05, 0.35]
      const isNamed = alleles.length === 4
      const at = locus({ chrom, mutation: isNamed ? mutation : null, alleles, frequencies })
      const genotypes = chrom === 'X' ? typed : { ...typed, ...(typed.GF && { GF: { L: ['3', '4'] } }) }
      const input: TypedFamily = { pedigrees: [family], loci: [at], genotypes, theta }
      const prepared = prepareFamily(input, 'K')
      const draws = drawFamily(prepared, ['A'], 20, seed)
      const found = simulatedRatios(prepared, draws, ['A'], 20)
      for (let run = 0; run < 20; run++) {
        const seen = (code: number) => [
          alleles[Math.floor(code / alleles.length)]!,
          alleles[code % alleles.length]!,
        ]
        const weighed = (code: number) => {
          const { logLikelihood } = likelihoods({
            loci: [at],
            theta,
            genotypes: {
              ...genotypes,
              A: { L: seen(draws[0]!.shown.get('A')![run]!) },
              K: { L: seen(code) },
            },
            hypotheses: [
              { name: 'related', pedigrees: [family] },
              { name: 'unrelated', pedigrees: besideFamily([family], 'K') },
            ],
          })
          return (logLikelihood.related! - logLikelihood.unrelated!) / Math.LN10
        }
        expect(found.missing[run]!).toBeCloseTo(weighed(draws[0]!.shown.get('K')![run]!), 9)
        const stranger = weighed(draws[0]!.stranger[run]!)
        if (stranger === Number.NEGATIVE_INFINITY) expect(found.stranger[run]).toBe(stranger)
        else expect(found.stranger[run]!).toBeCloseTo(stranger, 9)
        expect(found.excludedAt[run]).toBe(stranger === Number.NEGATIVE_INFINITY ? 1 : 0)
      }
    }),
    { numRuns: 60 },
  )
})
