import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { likelihoods } from '../src/likelihood.ts'
import type { KinshipCase, Locus, Person } from '../src/types.ts'
import { bruteForceLikelihood } from './brute-force.ts'
import { arbitraryFamily, type FamilyOptions } from './families.ts'

const kinds: { name: string; options: FamilyOptions; runs: number }[] = [
  { name: 'autosomal, any mutation model, loops', options: { people: 6, alleles: 3 }, runs: 150 },
  { name: 'X', options: { people: 6, alleles: 3, chrom: 'X' }, runs: 100 },
  { name: 'co-ancestry', options: { people: 5, alleles: 3, theta: 0.07 }, runs: 60 },
  { name: 'co-ancestry on X', options: { people: 5, alleles: 3, theta: 0.07, chrom: 'X' }, runs: 60 },
  { name: 'a silent allele', options: { people: 5, alleles: 4, silent: true }, runs: 60 },
  {
    name: 'a silent allele and co-ancestry',
    options: { people: 4, alleles: 3, silent: true, theta: 0.03 },
    runs: 60,
  },
  { name: 'five alleles', options: { people: 4, alleles: 5 }, runs: 60 },
]

/** Probabilities, none so small that a product of them loses digits. */
const hundredths = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100)

describe('the engine equals the slow twin', () => {
  for (const { name, options, runs } of kinds) {
    test(name, () => {
      fc.assert(
        fc.property(arbitraryFamily(options), (family) => {
          expectSame(engine(family), bruteForceLikelihood(family, family.locus, [family.people]))
        }),
        { numRuns: runs },
      )
    })
  }

  test('drop-out', () => {
    fc.assert(
      fc.property(arbitraryFamily({ people: 5, alleles: 3 }), hundredths, (family, d) => {
        const whole = Object.entries(family.genotypes).filter(([, profile]) => !profile.L!.includes(null))
        const dropout = Object.fromEntries(whole.map(([id]) => [id, d]))
        const input = { ...family, dropout }
        expectSame(engine(input), bruteForceLikelihood(input, family.locus, [family.people]))
      }),
      { numRuns: 60 },
    )
  })

  test('founder inbreeding', () => {
    fc.assert(
      fc.property(arbitraryFamily({ people: 5, alleles: 3 }), hundredths, (family, f) => {
        const people = family.people.map((person) =>
          person.father === null ? { ...person, founderInbreeding: f } : person,
        )
        const input = { ...family, hypotheses: [{ name: 'H', pedigrees: [people] }] }
        expectSame(engine(input), bruteForceLikelihood(input, family.locus, [people]))
      }),
      { numRuns: 60 },
    )
  })
})

describe('invariances', () => {
  test('other names and another order of people change nothing', () => {
    fc.assert(
      fc.property(arbitraryFamily({ people: 8, alleles: 4 }), (family) => {
        const rename = (id: string | null) => (id === null ? null : `x${id}`)
        const people = family.people
          .map(
            (person): Person => ({
              ...person,
              id: `x${person.id}`,
              father: rename(person.father),
              mother: rename(person.mother),
            }),
          )
          .reverse()
        const genotypes = Object.fromEntries(
          Object.entries(family.genotypes).map(([id, profile]) => [`x${id}`, profile]),
        )
        expectSame(
          engine({ ...family, genotypes, hypotheses: [{ name: 'H', pedigrees: [people] }] }),
          engine(family),
        )
      }),
    )
  })

  test('another order of alleles changes nothing', () => {
    fc.assert(
      fc.property(arbitraryFamily({ people: 7, alleles: 4 }), (family) => {
        expectSame(engine({ ...family, loci: [reversed(family.locus)] }), engine(family))
      }),
    )
  })

  test('splitting an allele nobody shows changes nothing', () => {
    fc.assert(
      fc.property(
        arbitraryFamily({ people: 7, alleles: 4 }),
        fc.constantFrom(null, 'proportional'),
        (family, model) => {
          const mutation = model && { female: { model, rate: 0.01 }, male: { model, rate: 0.03 } }
          const frequencies = family.locus.frequencies.map((p) => p * 0.8)
          const withRest = (rest: [string, number][]): Locus => ({
            ...family.locus,
            mutation: mutation && {
              female: {
                ...mutation.female,
                rate: heterozygosity([...frequencies, ...rest.map(([, p]) => p)]) * 0.01,
              },
              male: {
                ...mutation.male,
                rate: heterozygosity([...frequencies, ...rest.map(([, p]) => p)]) * 0.03,
              },
            },
            alleles: [...family.locus.alleles, ...rest.map(([allele]) => allele)],
            frequencies: [...frequencies, ...rest.map(([, p]) => p)],
          })
          const one = engine({ ...family, loci: [withRest([['r', 0.2]])] })
          expectSame(
            engine({
              ...family,
              loci: [
                withRest([
                  ['r', 0.05],
                  ['s', 0.15],
                ]),
              ],
            }),
            one,
          )
        },
      ),
    )
  })

  test('an untyped person more changes nothing under a stationary model', () => {
    fc.assert(
      fc.property(
        arbitraryFamily({ people: 6, alleles: 4 }),
        hundredths.map((share) => share / 10),
        (family, rate) => {
          const mutation = { female: { model: 'proportional', rate }, male: { model: 'proportional', rate } }
          const input = { ...family, loci: [{ ...family.locus, mutation }] }
          const founder = family.people.find((person) => person.father === null)!
          const parents: Person[] = [
            { id: 'GF', father: null, mother: null, sex: 'male' },
            { id: 'GM', father: null, mother: null, sex: 'female' },
          ]
          const people = family.people.map((person) =>
            person === founder ? { ...person, father: 'GF', mother: 'GM' } : person,
          )
          const longer = { ...input, hypotheses: [{ name: 'H', pedigrees: [[...parents, ...people]] }] }
          expectSame(engine(longer), engine(input))
        },
      ),
    )
  })
})

function engine(input: KinshipCase): number {
  return likelihoods(input).likelihoodPerLocus.H![0]!
}

function expectSame(value: number, expected: number): void {
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(1e-11 * Math.max(value, expected))
}

function heterozygosity(frequencies: number[]): number {
  return frequencies.reduce((sum, p) => sum + p * (1 - p), 0)
}

/** The locus with its ladder turned round, and a given matrix with it. */
function reversed(locus: Locus): Locus {
  const turn = (model: { model: string; matrix?: number[][] }) =>
    model.matrix ? { ...model, matrix: [...model.matrix].reverse().map((row) => [...row].reverse()) } : model
  return {
    ...locus,
    alleles: [...locus.alleles].reverse(),
    frequencies: [...locus.frequencies].reverse(),
    mutation: locus.mutation && { female: turn(locus.mutation.female), male: turn(locus.mutation.male) },
  }
}
