import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryFamily } from '../../reference/families.ts'
import { likelihoods } from '../likelihood.ts'
import type { KinshipCase, Locus, Person } from '../types.ts'
import { genotypeDistribution } from './distribution.ts'
import { combinations } from './distribution-joint.ts'

const person = (
  id: string,
  sex: Person['sex'],
  father: string | null = null,
  mother: string | null = null,
) => ({
  id,
  sex,
  father,
  mother,
})
const locusOf = (frequencies: number[], more: Partial<Locus> = {}): Locus => ({
  name: 'L',
  chrom: 'autosomal',
  alleles: frequencies.map((_, index) => String(index + 1)),
  frequencies,
  mutation: null,
  ...more,
})
const father = person('F', 'male')
const mother = person('M', 'female')
const nuclear = [[father, mother, person('C', 'male', 'F', 'M'), person('D', 'female', 'F', 'M')]]
const shown = (found: ReturnType<typeof genotypeDistribution>) =>
  Object.fromEntries(
    Array.from(combinations(found.genotypes.map((list) => list.length)), (chosen, _) =>
      chosen.map((index, at) => found.genotypes[at]![index]!.join('/')).join(' '),
    ).map((key, index) => [key, found.probabilities[index]!]),
  )

function expectShares(found: Record<string, number>, expected: Record<string, number>): void {
  expect(Object.keys(found)).toEqual(Object.keys(expected))
  for (const [key, value] of Object.entries(expected)) expect(found[key]).toBeCloseTo(value, 14)
}

describe('by formula', () => {
  const [p, q] = [0.2, 0.8]

  test('one person: Hardy and Weinberg, with the founder inbreeding of Wright', () => {
    const found = genotypeDistribution({ pedigrees: nuclear, locus: locusOf([p, q]), genotypes: {} }, ['C'])
    expectShares(shown(found), { '1/1': p * p, '1/2': 2 * p * q, '2/2': q * q })
    const inbred = [[{ ...person('A', 'female'), founderInbreeding: 0.25 }]]
    const other = genotypeDistribution({ pedigrees: inbred, locus: locusOf([p, q]), genotypes: {} }, ['A'])
    expectShares(shown(other), {
      '1/1': p * p + 0.25 * p * q,
      '1/2': 1.5 * p * q,
      '2/2': q * q + 0.25 * p * q,
    })
  })

  test('father and child: the child takes one of his alleles; his genotype varies fastest', () => {
    const found = genotypeDistribution({ pedigrees: nuclear, locus: locusOf([p, q]), genotypes: {} }, [
      'F',
      'C',
    ])
    expectShares(shown(found), {
      '1/1 1/1': p ** 3,
      '1/2 1/1': p * p * q,
      '2/2 1/1': 0,
      '1/1 1/2': p * p * q,
      '1/2 1/2': p * q,
      '2/2 1/2': p * q * q,
      '1/1 2/2': 0,
      '1/2 2/2': p * q * q,
      '2/2 2/2': q ** 3,
    })
  })

  test('X: a man has one allele, his daughter has it too', () => {
    const locus = locusOf([p, q], { chrom: 'X' })
    const found = genotypeDistribution({ pedigrees: nuclear, locus, genotypes: {} }, ['F', 'D'])
    expectShares(shown(found), {
      '1 1/1': p * p,
      '2 1/1': 0,
      '1 1/2': p * q,
      '2 1/2': p * q,
      '1 2/2': 0,
      '2 2/2': q * q,
    })
  })

  test('what is known: a child of 1/2 and 2/3; a partial genotype of the person asked for', () => {
    const locus = locusOf([0.1, 0.2, 0.3, 0.4])
    const genotypes = { F: { L: ['1', '2'] }, M: { L: ['2', '3'] } }
    const found = shown(genotypeDistribution({ pedigrees: nuclear, locus, genotypes }, ['C']))
    const possible = Object.fromEntries(Object.entries(found).filter(([, share]) => share > 0))
    expectShares(possible, { '1/2': 0.25, '1/3': 0.25, '2/2': 0.25, '2/3': 0.25 })
    const partial = { ...genotypes, C: { L: ['2', null] } }
    expectShares(shown(genotypeDistribution({ pedigrees: nuclear, locus, genotypes: partial }, ['C'])), {
      '1/2': 1 / 3,
      '2/2': 1 / 3,
      '2/3': 1 / 3,
      '2/4': 0,
    })
  })

  test('silent: one silent allele beside another shows as a homozygote, two show nothing', () => {
    const locus = locusOf([0.3, 0.6, 0.1], { alleles: ['1', '2', 'silent'] })
    expectShares(shown(genotypeDistribution({ pedigrees: [[father]], locus, genotypes: {} }, ['F'])), {
      '1/1': 0.09 + 0.06,
      '1/2': 0.36,
      '2/2': 0.36 + 0.12,
      'silent/silent': 0.01,
    })
  })

  test('theta: two strangers homozygous alike, by the sampling formula of Balding and Nichols', () => {
    const theta = 0.03
    const pedigrees = [[father], [mother]]
    const found = genotypeDistribution({ pedigrees, locus: locusOf([p, q]), genotypes: {}, theta }, [
      'F',
      'M',
    ])
    const next = (seen: number, n: number) => (seen * theta + (1 - theta) * p) / (1 + (n - 1) * theta)
    const expected = p * next(1, 1) * next(2, 2) * next(3, 3)
    expect(shown(found)['1/1 1/1']).toBeCloseTo(expected, 14)
  })
})

describe('weighing a few in place of all', () => {
  const options = [
    { people: 5, alleles: 5, mutation: 'none' as const },
    { people: 5, alleles: 5, mutation: 'none' as const, chrom: 'X' as const },
    { people: 4, alleles: 4, mutation: 'none' as const, silent: true },
    { people: 4, alleles: 4, mutation: 'none' as const, theta: 0.05 },
    { people: 4, alleles: 3 },
  ]

  test.each(options)('gives what each combination gives alone: %o', (option) => {
    fc.assert(
      fc.property(arbitraryFamily({ ...option, typed: 4 }), fc.nat(), fc.nat(), (family, first, second) => {
        const { people, locus, genotypes, hypotheses, theta = 0 } = family
        const ids = [...new Set([first, second].map((pick) => people[pick % people.length]!.id))]
        const known: KinshipCase['genotypes'] = Object.fromEntries(
          Object.entries(genotypes).filter(([id]) => !ids.includes(id)),
        )
        const logOf = (some: KinshipCase['genotypes']) =>
          likelihoods({ loci: [locus], genotypes: some, hypotheses, theta }).logLikelihoodPerLocus.H![0]!
        const base = logOf(known)
        if (base === Number.NEGATIVE_INFINITY) return
        const found = genotypeDistribution({ pedigrees: [people], locus, genotypes: known, theta }, ids)
        let at = 0
        for (const chosen of combinations(found.genotypes.map((list) => list.length))) {
          const asked = ids.map((id, place) => [id, { L: [...found.genotypes[place]![chosen[place]!]!] }])
          const expected = Math.exp(logOf({ ...known, ...Object.fromEntries(asked) }) - base)
          expect(Math.abs(found.probabilities[at]! - expected)).toBeLessThanOrEqual(1e-11 * expected)
          at++
        }
        expect(found.probabilities.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 11)
      }),
      { numRuns: 12 },
    )
  })
})

describe('refused by name', () => {
  const locus = locusOf([0.2, 0.8])
  const family = { pedigrees: nuclear, locus, genotypes: {} }
  test.each([
    [/no place in the pedigree/, () => genotypeDistribution(family, ['Nobody'])],
    [/each once/, () => genotypeDistribution(family, ['C', 'C'])],
    [/drop-out of their own/, () => genotypeDistribution({ ...family, dropout: { C: 0.1 } }, ['C'])],
    [
      /nothing follows from it/,
      () =>
        genotypeDistribution({ ...family, genotypes: { F: { L: ['1', '1'] }, D: { L: ['2', '2'] } } }, ['C']),
    ],
    [
      /too many combinations/,
      () =>
        genotypeDistribution({ ...family, locus: locusOf(Array.from({ length: 20 }, () => 0.05)) }, [
          'C',
          'D',
          'F',
        ]),
    ],
  ])('%s', (message, run) => {
    expect(run).toThrow(message)
  })
})
