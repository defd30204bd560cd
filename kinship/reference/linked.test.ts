import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { linkedLikelihoods } from '../src/linked.ts'
import type { KinshipCase } from '../src/types.ts'
import { bruteForceLikelihood } from './brute-force.ts'
import {
  arbitraryFamily,
  arbitraryPedigree,
  type FamilyOptions,
  withInbredFounders,
  withTwins,
} from './families.ts'
import { bruteForceJoint } from './joint.ts'
import { bruteForceLinked, recombination } from './linked.ts'
import { engine, expectSame, small } from './meet.ts'
import { family, shapes } from './shapes.ts'
import { locusOf } from './weigh.ts'

/** cM from 0: loci may share a place, and be listed in any order. */
const positions = fc.array(fc.constantFrom(0, 1, 12.5, 30, 200), { minLength: 4, maxLength: 4 })
const maps = fc.constantFrom('haldane', 'kosambi')

function meetsTwin(options: FamilyOptions, chromosomes: (string | null)[], numRuns: number): void {
  const property = fc.property(arbitraryFamily(options), positions, maps, (family, cM, map) => {
    const placed = family.loci.flatMap(({ name }, i) => {
      const chromosome = chromosomes[i]
      return chromosome == null ? [] : [[name, { chromosome, cM: cM[i]! }] as const]
    })
    const input: KinshipCase = { ...family, linkage: { map, positions: Object.fromEntries(placed) } }
    const expected = small((most) => bruteForceJoint(input, [family.people], most))
    expectSame(engine(input, 'all'), expected)
    expectSame(
      engine(input),
      small((most) => bruteForceLikelihood(input, family.locus, [family.people], most)),
    )
  })
  fc.assert(property, { numRuns })
}

const named = fc.constantFrom(
  shapes['half siblings, same father'],
  shapes['half siblings, same mother'],
  shapes['grandparent and grandchild'],
  shapes['full siblings'],
  shapes['offspring of father and daughter'],
)
const related = fc.oneof(named, named, arbitraryPedigree(5))
const two = { people: 5, alleles: 3, loci: 2, pedigree: related }

describe('linked loci on a map: the engine equals the slow twin', () => {
  const kinds: Record<string, [FamilyOptions, (string | null)[]]> = {
    'two loci': [two, ['12', '12']],
    'two loci, few typed': [{ ...two, typed: 4 }, ['12', '12']],
    'three loci, one of them independent': [{ ...two, loci: 3 }, ['12', '12', null]],
    'three loci of one chromosome': [{ ...two, loci: 3 }, ['5', '5', '5']],
    'four loci, two chromosomes': [{ ...two, alleles: 2, loci: 4 }, ['5', '12', '12', '5']],
    X: [{ ...two, loci: 3, chrom: 'X' }, ['X', 'X', 'X']],
    'a silent allele': [{ ...two, silent: true }, ['1', '1']],
    'monozygotic twins': [{ ...two, pedigree: withTwins(related) }, ['1', '1']],
    'wholly inbred founders': [{ ...two, pedigree: withInbredFounders(related, [0, 1]) }, ['1', '1']],
  }
  test.each(Object.entries(kinds))('%s', (_, [options, chromosomes]) => meetsTwin(options, chromosomes, 60))
})

describe('linked loci and co-ancestry: the engine equals the slow twin', () => {
  const theta = 0.06
  const kinds: Record<string, [FamilyOptions, (string | null)[]]> = {
    'two loci': [{ ...two, theta }, ['12', '12']],
    'two loci, few typed': [{ ...two, theta, typed: 4 }, ['12', '12']],
    'three loci, one of them independent': [{ ...two, theta, loci: 3 }, ['12', '12', null]],
    'three loci of one chromosome': [{ ...two, theta, alleles: 2, loci: 3 }, ['5', '5', '5']],
    X: [{ ...two, theta, loci: 3, chrom: 'X' }, ['X', 'X', 'X']],
    'a silent allele': [{ ...two, theta, silent: true }, ['1', '1']],
    'no mutation': [{ ...two, theta, mutation: 'none' }, ['1', '1']],
    'monozygotic twins': [{ ...two, theta, pedigree: withTwins(related) }, ['1', '1']],
    'wholly inbred founders': [{ ...two, theta, pedigree: withInbredFounders(related, [0, 1]) }, ['1', '1']],
    'wholly inbred founders, X': [
      { ...two, theta, chrom: 'X', pedigree: withInbredFounders(related, [0, 1]) },
      ['X', 'X'],
    ],
  }
  test.each(Object.entries(kinds))('%s', (_, [options, chromosomes]) => meetsTwin(options, chromosomes, 60))
})

test.each([0, 0.06])('two loci at a given recombination rate, theta %d: as the slow twin', (theta) => {
  const rates = fc.constantFrom(0, 0.01, 0.2, 0.5)
  const families = arbitraryFamily({ ...two, theta })
  const property = fc.property(families, rates, (family, rho) => {
    const expected = small((most) => bruteForceLinked(family, family.loci, [rho], [family.people], most))
    expectSame(linkedLikelihoods(family, [rho]).likelihood.H![0]!, expected)
  })
  fc.assert(property, { numRuns: 100 })
})

test('what has no definition along a chromosome is refused by name', () => {
  const loci = ['L1', 'L2'].map((name) => locusOf({ A: 0.4, B: 0.6 }, { name }))
  const positions = { L1: { chromosome: '1', cM: 0 }, L2: { chromosome: '1', cM: 5 } }
  const [person] = family('X m')
  const weighed = (fields: Partial<KinshipCase>, founderInbreeding = 0) =>
    engine({
      loci,
      genotypes: { X: { L1: ['A', 'B'], L2: ['A', 'A'] } },
      hypotheses: [{ name: 'H', pedigrees: [[{ ...person!, founderInbreeding }]] }],
      linkage: { map: 'haldane', positions },
      ...fields,
    })
  expect(weighed({})).toBeCloseTo(2 * 0.4 * 0.6, 14)
  // At the first locus 2 (1 - t) p q.
  expect(weighed({ theta: 0.1 })).toBeCloseTo(2 * 0.9 * 0.4 * 0.6, 14)
  expect(() => weighed({}, 0.25)).toThrow(/inbreeding/)
})

describe('the twin keeps what the definition promises', () => {
  test('unlinked loci multiply', () => {
    const property = fc.property(arbitraryFamily(two), (family) => {
      const linked = small((most) => bruteForceLinked(family, family.loci, [0.5], [family.people], most))
      const product = family.loci
        .map((locus) => bruteForceLikelihood(family, locus, [family.people]))
        .reduce((a, b) => a * b)
      expectSame(linked, product)
    })
    fc.assert(property, { numRuns: 60 })
  })

  test('Haldane (1 - e^-2d)/2, Kosambi tanh(2d)/2; Kosambi adds (r + s)/(1 + 4rs)', () => {
    expect(recombination('haldane', 50)).toBeCloseTo((1 - Math.exp(-1)) / 2, 15)
    expect(recombination('kosambi', 25)).toBeCloseTo(Math.tanh(0.5) / 2, 15)
    const [r, s] = [recombination('kosambi', 7), recombination('kosambi', 31)]
    expect(recombination('kosambi', 38)).toBeCloseTo((r + s) / (1 + 4 * r * s), 14)
    const [u, v] = [recombination('haldane', 7), recombination('haldane', 31)]
    expect(recombination('haldane', 38)).toBeCloseTo(u * (1 - v) + v * (1 - u), 14)
  })
})
