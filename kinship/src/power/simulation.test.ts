import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { solveCases } from '../formats/cases.ts'
import { likelihoods } from '../likelihood.ts'
import { randomFrom } from '../random.ts'
import type { Locus, LocusMutation, Person } from '../types.ts'
import { genotypeDistribution } from './distribution.ts'
import { simulatePower } from './simulation.ts'
import { sampler } from './simulation-sampler.ts'
import { compareSelections } from './simulation-selections.ts'
import { besideFamily, ratioTables, type TypedFamily } from './simulation-table.ts'

const founder = (id: string, sex: Person['sex']): Person => ({ id, father: null, mother: null, sex })
const born = (id: string, father: string, mother: string, sex: Person['sex'] = 'male'): Person => ({
  id,
  father,
  mother,
  sex,
})
const locus = (name: string, extra: Partial<Locus> = {}): Locus => ({
  name,
  chrom: 'autosomal',
  alleles: ['1', '2', '3'],
  frequencies: [0.1, 0.2, 0.7],
  mutation: null,
  ...extra,
})
const duo = [founder('F', 'male'), founder('M', 'female'), born('C', 'F', 'M')]
const fatherTyped: TypedFamily = {
  pedigrees: [duo],
  loci: ['A', 'B', 'D'].map((name) => locus(name)),
  genotypes: { F: { A: ['1', '1'], B: ['1', '1'], D: ['1', '1'] } },
}

test('a weight of 0 is never drawn, others as often as they say', () => {
  const random = randomFrom(1)
  const draw = sampler([0, 1, 0, 3, 0])
  const drawn = Array.from({ length: 10_000 }, () => draw(random))
  expect(new Set(drawn)).toEqual(new Set([1, 3]))
  const share = drawn.filter((index) => index === 3).length / drawn.length
  expect(Math.abs(share - 0.75)).toBeLessThan(5 * Math.sqrt((0.75 * 0.25) / drawn.length))
})

describe('power of one family', () => {
  // The child has a 1, and a second 1 with probability p: LR = 1/p, else 1/(2p).
  const p = 0.1
  const mean = p * Math.log10(1 / p) + (1 - p) * Math.log10(1 / (2 * p))
  const variance = p * (1 - p) * Math.log10(2) ** 2

  test('closed form: a father 1/1 at three loci', () => {
    const { exact } = simulatePower(fatherTyped, { missing: 'C' })
    expect(exact.mean).toBeCloseTo(3 * mean, 12)
    expect(exact.sd).toBeCloseTo(Math.sqrt(3 * variance), 12)
  })

  test('the simulation agrees with it, and the same seed with itself', () => {
    const options = { missing: 'C', runs: 4000, seed: 11, thresholds: [5 ** 3, 10 * 5 ** 2] }
    const found = simulatePower(fatherTyped, options)
    expect(Math.abs(found.mean - 3 * mean)).toBeLessThan(5 * found.se!)
    expect(found.sd! / Math.sqrt(3 * variance)).toBeCloseTo(1, 1)
    // Always at least 5 at each locus; 250 or more unless the second allele is another three times: 1 - 0.9³.
    const [always, often] = found.reached.map(({ share }) => share)
    expect(always).toBe(1)
    expect(Math.abs(often! - 0.271)).toBeLessThan(5 * Math.sqrt((0.271 * 0.729) / options.runs))
    expect(found.quantiles.map(({ log10LR }) => log10LR)).toEqual(
      found.quantiles.map(({ log10LR }) => log10LR).sort((a, b) => a - b),
    )
    expect(simulatePower(fatherTyped, options)).toEqual(found)
    expect(simulatePower(fatherTyped, { ...options, seed: 12 }).mean).not.toBe(found.mean)
  })

  test('nobody typed: nothing to learn', () => {
    const found = simulatePower({ ...fatherTyped, genotypes: {} }, { missing: 'C', runs: 10 })
    expect(found).toMatchObject({ mean: 0, sd: 0, exact: { mean: 0 } })
    expect(found.reached.map(({ share }) => share)).toEqual([1, 0, 0, 0, 0])
  })

  test('an unrelated person is excluded with probability (1 - p)² a locus', () => {
    const found = simulatePower(fatherTyped, {
      missing: 'C',
      runs: 4000,
      truth: 'unrelated',
      thresholds: [1e-9],
    })
    expect(found).toMatchObject({
      mean: Number.NEGATIVE_INFINITY,
      sd: null,
      exact: { mean: Number.NEGATIVE_INFINITY },
    })
    const possible = (1 - 0.81) ** 3
    expect(Math.abs(found.reached[0]!.share - possible)).toBeLessThan(5 * Math.sqrt(possible / 4000))
  })

  test('at X a father tells nothing of his son and 1/p at least half of a daughter', () => {
    const x = { ...fatherTyped, loci: [locus('A', { chrom: 'X' })], genotypes: { F: { A: ['1'] } } }
    const son = simulatePower(x, { missing: 'C', runs: 100 })
    expect(son.exact.mean).toBeCloseTo(0, 14)
    expect(son.reached[0]!.share).toBe(1)
    const daughter = { ...x, pedigrees: [[duo[0]!, duo[1]!, born('C', 'F', 'M', 'female')]] }
    expect(simulatePower(daughter, { missing: 'C' }).exact.mean).toBeCloseTo(mean, 12)
  })

  test('what makes no sense is refused in a sentence', () => {
    expect(() => simulatePower(fatherTyped, { missing: 'F' })).toThrow(/has a profile already/)
    expect(() => simulatePower(fatherTyped, { missing: 'Z' })).toThrow(/no place/)
    expect(() => simulatePower(fatherTyped, { missing: 'C', runs: 0 })).toThrow(/whole number/)
    expect(() => simulatePower(fatherTyped, { missing: 'C', thresholds: [0] })).toThrow(/above 0/)
  })
})

const equal: LocusMutation = { male: { model: 'equal', rate: 0.01 }, female: { model: 'equal', rate: 0.002 } }
const allele = fc.constantFrom('1', '2', '3')

test('every ratio of the tables is that of the two pedigree likelihoods, with theta and mutation too', () => {
  const family = [
    ...duo.slice(0, 2),
    born('S', 'F', 'M', 'female'),
    founder('N', 'male'),
    born('C', 'N', 'S'),
  ]
  const seen = fc.tuple(allele, allele).map((pair): string[] => pair)
  fc.assert(
    fc.property(
      seen,
      seen,
      fc.constantFrom(0, 0.05),
      fc.constantFrom(null, equal),
      (f, m, theta, mutation) => {
        const loci = [locus('A', { mutation })]
        const genotypes = { F: { A: f }, M: { A: m } }
        const [table] = ratioTables({ pedigrees: [family], loci, genotypes, theta }, 'C')
        for (const [index, genotype] of table!.genotypes.entries()) {
          const { logLikelihood } = likelihoods({
            loci,
            theta,
            genotypes: { ...genotypes, C: { A: [...genotype] } },
            hypotheses: [
              { name: 'missing', pedigrees: [family] },
              { name: 'unrelated', pedigrees: besideFamily([family], 'C') },
            ],
          })
          const ratio = Math.exp(logLikelihood.missing! - logLikelihood.unrelated!)
          expect(10 ** table!.log10Ratios[index]!).toBeCloseTo(ratio, 9)
        }
        const meanUnderUnrelated = table!.unrelated.reduce(
          (sum, q, i) => sum + q * 10 ** table!.log10Ratios[i]!,
          0,
        )
        expect(meanUnderUnrelated).toBeCloseTo(1, 9)
      },
    ),
    { numRuns: 20 },
  )
})

describe('whom to type next', () => {
  const family: TypedFamily = {
    pedigrees: [[...duo.slice(0, 2), born('S', 'F', 'M'), born('C', 'F', 'M')]],
    loci: [locus('A')],
    genotypes: {},
  }

  test('one locus: the mean over profiles is the sum over all genotypes of the relative', () => {
    const runs = 600
    const [now, then] = compareSelections(family, {
      missing: 'C',
      selections: [[], ['F', 'M']],
      profiles: runs,
      seed: 5,
    })
    expect(now).toEqual([{ exclusionPower: 0, meanLog10LR: 0, reached: [] }])
    const { genotypes, probabilities } = genotypeDistribution({ ...family, locus: family.loci[0]! }, [
      'F',
      'M',
    ])
    let [power, log] = [0, 0]
    probabilities.forEach((probability, at) => {
      const [father, mother] = [at % genotypes[0]!.length, Math.floor(at / genotypes[0]!.length)]
      const typed = { F: { A: [...genotypes[0]![father]!] }, M: { A: [...genotypes[1]![mother]!] } }
      const [table] = ratioTables({ ...family, genotypes: typed }, 'C')
      const excluded = table!.unrelated.reduce((sum, q, i) => sum + (table!.related[i] === 0 ? q : 0), 0)
      power += probability * excluded
      log +=
        probability * simulatePower({ ...family, genotypes: typed }, { missing: 'C', runs: 1 }).exact.mean
    })
    const means = (values: number[]) => {
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length
      const se = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0)) / values.length
      return { mean, se }
    }
    const powers = means(then!.map(({ exclusionPower }) => exclusionPower!))
    const logs = means(then!.map(({ meanLog10LR }) => meanLog10LR))
    expect(Math.abs(powers.mean - power)).toBeLessThan(5 * powers.se)
    expect(Math.abs(logs.mean - log)).toBeLessThan(5 * logs.se)
  })

  test('mutation does not take the power to exclude away; the missing person cannot be selected', () => {
    const mutating = {
      ...fatherTyped,
      loci: [locus('A', { mutation: equal })],
      genotypes: { F: { A: ['1', '1'] } },
    }
    const [only] = compareSelections(mutating, { missing: 'C', selections: [[]], thresholds: [1] })
    expect(only![0]!.exclusionPower).toBeCloseTo(0.81, 12)
    expect(only![0]!.reached[0]!.share).toBeGreaterThan(0.9)
    expect(() => compareSelections(family, { missing: 'C', selections: [['C']] })).toThrow(
      /cannot be selected/,
    )
    expect(() => compareSelections(family, { missing: 'C', selections: [['S', 'S']] })).toThrow(/twice/)
  })
})

const file = '../shared/data/kinship/08-power-distributions.json'
type Case = { kind: string; expected: { [field: string]: unknown; meanLog10LR: number; seLog10LR: number } }
const examples = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { cases: Case[] }).cases : []

test.skipIf(examples.length === 0)('the published simulation: four standard errors, and every field', () => {
  for (const { expected, ...given } of examples.filter(({ kind }) => kind === 'powerSimulation')) {
    const [result] = solveCases([given]).results
    const { meanLog10LR, seLog10LR, exactMeanLog10LR } = result as Record<string, number>
    const se = Math.hypot(seLog10LR!, expected.seLog10LR)
    expect(Math.abs(meanLog10LR! - expected.meanLog10LR)).toBeLessThan(4 * se)
    expect(Math.abs(exactMeanLog10LR! - meanLog10LR!)).toBeLessThan(4 * seLog10LR!)
    expect(Object.keys(result!)).toEqual(expect.arrayContaining(Object.keys(expected)))
    for (const field of ['quantilesLog10LR', 'IP']) {
      expect(Object.keys(result![field] as object)).toEqual(Object.keys(expected[field] as object))
    }
  }
})

test.skipIf(examples.length === 0)(
  'the published comparison of relatives: the same selections and fields',
  () => {
    for (const { expected, ...given } of examples.filter(({ kind }) => kind === 'MPPsims')) {
      const [result] = solveCases([given]).results
      for (const [name, { EP, meanLogLR }] of Object.entries(expected) as [
        string,
        { EP: number[]; meanLogLR: number[] },
      ][]) {
        expect(result![name]).toMatchObject({
          EP: EP.map((power) => (power === 0 ? 0 : expect.any(Number))),
          meanLogLR: meanLogLR.map(() => expect.any(Number)),
        })
      }
    }
  },
)
