import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lociFrom } from '../frequency-table.ts'
import { getFrequencyTable } from '../tables.ts'
import type { Locus, Person } from '../types.ts'
import { advise, prepareAdvice } from './advise.ts'
import { paretoFront } from './choose-plans.ts'
import type { AdviceInput } from './types.ts'

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
  person('U', 'male', 'GF', 'GM'),
  person('M', 'female', 'GF', 'GM'),
  person('F', 'male'),
  person('K', 'male', 'F', 'M'),
  person('N', 'male'),
]
const table = getFrequencyTable('norstr-middle-asia')
const named = (from: number, to: number) =>
  lociFrom(table, {
    names: Object.keys(table.loci).slice(from, to),
    mutation: { model: 'none' },
    minimumFrequency: 0.001,
  })
const question: AdviceInput = {
  loci: named(0, 12),
  pedigrees: [family.slice(0, 7), family.slice(7)],
  missing: 'K',
  genotypes: {},
  reachable: [{ id: 'GM' }, { id: 'A' }],
  threshold: 1e3,
  nsim: 400,
  seed: 5,
}
const oneLocus: Locus = {
  name: 'L',
  chrom: 'autosomal',
  alleles: ['1', '2'],
  frequencies: [0.1, 0.9],
  mutation: null,
}

describe('one plan', () => {
  test('a father at one locus: LR 10 when both are 1/1, so 5 or more with 0.001 and their heterozygotes', () => {
    const { plan } = prepareAdvice({
      ...question,
      loci: [oneLocus],
      reachable: [{ id: 'F', cost: 3 }],
      threshold: 6,
    })
    // P(father 1/1, child 1/1) = p^2 p. A heterozygous father or child has 1/(2p) = 5 at most, short of 6.
    const found = plan(['F'])
    expect(found).toMatchObject({ isExact: true, cost: 3, expectedError: 0 })
    expect(found.pass).toBeCloseTo(0.1 ** 3, 9)
    // A stranger and the father are opposite homozygotes.
    expect(found.excluded).toBeCloseTo(2 * 0.01 * 0.81, 12)
    expect(found.refuted).toBeCloseTo(2 * 0.01 * 0.81, 9)
    expect(found.falsePass).toBeCloseTo(0.1 ** 4, 9)
  })

  test('nobody tested, nothing known: no chance and nothing refuted', () => {
    expect(prepareAdvice(question).plan([])).toMatchObject({
      pass: 0,
      chance: 0,
      refuted: 0,
      excluded: 0,
      falsePass: 0,
      cost: 0,
      isExact: true,
    })
    expect(prepareAdvice(question).plan([]).expectedLog10LR).toBeCloseTo(0, 12)
  })

  test('exact and simulated numbers agree within their errors', () => {
    const exact = prepareAdvice(question).plan(['GM'])
    // The unrelated N adds nothing but makes two people tested, which is simulated.
    const reachable = [...question.reachable, { id: 'N' }]
    const simulated = prepareAdvice({ ...question, reachable, nsim: 4000 }).plan(['GM', 'N'])
    expect([exact.isExact, simulated.isExact]).toEqual([true, false])
    const isNear = (a: number, b: number, error: number) =>
      expect(Math.abs(a - b)).toBeLessThan(4 * error + 1e-9)
    isNear(exact.expectedLog10LR, simulated.expectedLog10LR, simulated.expectedError)
    isNear(exact.pass, simulated.pass, simulated.passError + exact.passError)
    isNear(exact.refuted, simulated.refuted, simulated.refutedError + exact.refutedError)
    expect(simulated.falsePass / exact.falsePass).toBeGreaterThan(0.8)
    expect(simulated.falsePass / exact.falsePass).toBeLessThan(1.25)
  })

  test('a haplotype of a shared line: its ratio in full, and most strangers excluded', () => {
    const kits = [{ id: 'mtDNA', MT: { matchProbability: 0.01 }, cost: 2 }]
    const { plan } = prepareAdvice({ ...question, kits })
    const [without, withLine] = [plan(['GM']), plan(['GM'], 'mtDNA')]
    expect(withLine.expectedLog10LR - without.expectedLog10LR).toBeCloseTo(2, 9)
    expect(withLine.excluded).toBeCloseTo(0.99, 12)
    // The grandmother, and a sample each of her and of the child with the kit.
    expect(withLine.cost).toBe(1 + 2 * 2)
    const { plan: lower } = prepareAdvice({ ...question, kits, threshold: 10 })
    expect(withLine.pass).toBeCloseTo(lower(['GM']).pass, 9)
  })

  test('further loci are run on the samples of those typed before', () => {
    const genotypes = {
      GM: Object.fromEntries(question.loci.map(({ name, alleles }) => [name, alleles.slice(2, 4)])),
    }
    const kits = [{ id: 'more', loci: named(12, 30) }]
    const { plan } = prepareAdvice({ ...question, genotypes, reachable: [{ id: 'A' }], kits })
    expect(plan([], 'more').expectedLog10LR).toBeGreaterThan(plan([]).expectedLog10LR + 0.5)
    const { plan: kept } = prepareAdvice({ ...question, genotypes, reachable: [], kits, retest: [] })
    expect(kept([], 'more').expectedLog10LR).toBeCloseTo(kept([]).expectedLog10LR, 12)
  })

  test('who may not come: the mean over who comes', () => {
    const reachable = [{ id: 'GM', likely: 0.4 }, { id: 'A' }]
    const { plan } = prepareAdvice({ ...question, reachable })
    const both = plan(['GM', 'A'])
    const sure = prepareAdvice(question).plan(['GM', 'A'])
    expect(both.pass).toBe(sure.pass)
    expect(plan(['GM']).chance).toBeCloseTo(0.4 * plan(['GM']).pass, 9)
    expect(both.chance).toBeGreaterThan(0.4 * both.pass)
    expect(both.chance).toBeLessThan(both.pass)
  })
})

describe('the advice', () => {
  const asked: AdviceInput = {
    ...question,
    reachable: [{ id: 'GM' }, { id: 'A', cost: 2 }, { id: 'N' }],
    kits: [
      { id: 'mtDNA', MT: { matchProbability: 0.005 } },
      { id: 'Y', Y: { matchProbability: 0.005 } },
    ],
  }
  const found = advise(asked)

  test('says whom to test, who adds nothing and which line nobody shares', () => {
    expect(found.best).toMatchObject({ kit: 'mtDNA' })
    expect(found.best.test).not.toContain('N')
    const [first] = found.sayings
    expect(first).toMatchObject({ code: 'test', kit: 'mtDNA', from: 0, to: found.best.chance })
    expect(found.sayings).toContainEqual({
      code: 'adds-nothing',
      person: 'N',
      relationship: 'Unrelated',
      gain: 0,
    })
    expect(found.sayings).toContainEqual({ code: 'no-shared-line', kit: 'Y', marker: 'Y' })
    expect(found.lines).toContainEqual({ marker: 'MT', kit: 'mtDNA', people: ['GM', 'A'] })
    expect(found.isExhaustive).toBe(true)
  })

  test('is the same for the same seed', () => {
    expect(advise(asked)).toEqual(found)
  })

  test('each step of the front costs more and has a better chance', () => {
    found.front.slice(1).forEach((plan, i) => {
      expect(plan.cost).toBeGreaterThan(found.front[i]!.cost)
      expect(plan.chance).toBeGreaterThan(found.front[i]!.chance)
    })
  })

  test('of many relatives the best are added one by one', () => {
    const children = Array.from({ length: 9 }, (_, i) => person(`C${i}`, 'female', 'GF', 'GM'))
    const pedigrees = [[...family.slice(0, 7), ...children]]
    const reachable = children.map(({ id }) => ({ id }))
    const many = advise({ ...question, loci: question.loci.slice(0, 4), pedigrees, reachable, nsim: 50 })
    expect(many.isExhaustive).toBe(false)
    expect(many.plans.some(({ test }) => test.length > 2)).toBe(true)
  })

  test('when the claim is settled already, nothing is to be tested', () => {
    const genotypes = {
      F: Object.fromEntries(question.loci.map(({ name, alleles }) => [name, alleles.slice(0, 2)])),
      M: Object.fromEntries(question.loci.map(({ name, alleles }) => [name, alleles.slice(1, 3)])),
    }
    const settled = advise({ ...question, genotypes, reachable: [{ id: 'A' }] })
    expect(settled.sayings[0]).toMatchObject({ code: 'enough-already' })
    expect(settled.best.test).toEqual([])
  })
})

test('no plan of the front is beaten, and every other is', () => {
  const plan = fc.record({
    cost: fc.integer({ min: 0, max: 5 }),
    chance: fc.integer({ min: 0, max: 5 }),
    test: fc.constant<string[]>([]),
  })
  fc.assert(
    fc.property(fc.array(plan, { minLength: 1 }), (plans) => {
      const front = paretoFront(plans)
      for (const one of plans) {
        const isBeaten = plans.some(
          (other) =>
            other.cost <= one.cost &&
            other.chance >= one.chance &&
            (other.cost < one.cost || other.chance > one.chance),
        )
        expect(front.some(({ cost, chance }) => cost === one.cost && chance === one.chance)).toBe(!isBeaten)
      }
    }),
  )
})

test.each<[string, Partial<AdviceInput>]>([
  ['threshold', { threshold: 1 }],
  ['run-count', { nsim: 10 }],
  ['seed', { seed: 0.5 }],
  ['reachable', { reachable: [{ id: 'K' }] }],
  ['reachable', { reachable: [{ id: 'A' }, { id: 'A' }] }],
  ['person-not-placed', { reachable: [{ id: 'Z' }] }],
  ['cost', { reachable: [{ id: 'A', cost: -1 }] }],
  ['likely', { reachable: [{ id: 'A', likely: 2 }] }],
  ['dropout-of-asked', { dropout: { A: 0.1 } }],
  [
    'typed-person-not-placed',
    { genotypes: { Z: { [question.loci[0]!.name]: question.loci[0]!.alleles.slice(0, 2) } } },
  ],
  ['kit-twice', { kits: [{ id: 'a' }, { id: 'a' }] }],
  ['locus-twice', { kits: [{ id: 'a', loci: question.loci.slice(0, 1) }] }],
  ['match-probability', { kits: [{ id: 'a', MT: { matchProbability: 0 } }] }],
  [
    'missing-is-typed',
    { genotypes: { K: { [question.loci[0]!.name]: question.loci[0]!.alleles.slice(0, 2) } } },
  ],
])('refuses with %s', (code, change) => {
  expect(() => advise({ ...question, ...change })).toThrow(expect.objectContaining({ code }))
})
