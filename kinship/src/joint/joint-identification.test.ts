import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { enumerateAssignments, marginalsOf } from '../../reference/joint-assignments.ts'
import { arbitraryJoint, type JointOptions } from '../../reference/joint-problems.ts'
import { likelihoodRatio } from '../likelihood-ratio.ts'
import { orRefusal } from '../refusal.ts'
import type { Locus, Person, Sex } from '../types.ts'
import { jointIdentification } from './joint-identification.ts'
import type { JointInput, Unidentified } from './types.ts'

const person = (
  id: string,
  sex: Sex,
  father: string | null = null,
  mother: string | null = null,
): Person => ({ id, father, mother, sex })
const locus = (name: string, ...frequencies: number[]): Locus => ({
  name,
  chrom: 'autosomal',
  alleles: frequencies.map((_, index) => `${index + 1}`),
  frequencies,
  mutation: null,
})

/** A typed father 1/1 with a missing son; somebody 1/2. p(1) = 0.25, so the paternity index is 1 / (2 * 0.25) = 2. */
const duo: JointInput = {
  loci: [locus('L', 0.25, 0.5, 0.25)],
  unidentified: [{ id: 'V', sex: 'male', genotypes: { L: ['1', '2'] } }],
  families: [{ id: 'A', pedigrees: [[person('F', 'male'), person('S', 'male', 'F')]], missing: ['S'] }],
  genotypes: { F: { L: ['1', '1'] } },
}

describe('by hand', () => {
  test('one person, one place: posterior LR / (1 + LR)', () => {
    const { marginal, assignments, nAssignments, leftOut } = jointIdentification(duo)
    expect(marginal.V!.S).toBeCloseTo(2 / 3, 14)
    expect(marginal.V!['*']).toBeCloseTo(1 / 3, 14)
    expect(nAssignments).toBe(2)
    expect(leftOut).toBe(0)
    expect(assignments.map(({ of }) => of.V)).toEqual(['S', null])
    expect(assignments[0]!.log10LR).toBeCloseTo(Math.log10(2), 14)
    // P(F) P(V) = 0.25^2 * 2 * 0.25 * 0.5
    expect(assignments[1]!.logLikelihood).toBeCloseTo(Math.log(0.25 ** 2 * 0.25), 14)
  })

  test('a prior of 1 to 9 for the family gives posterior odds of 2 / 9', () => {
    const { marginal } = jointIdentification({ ...duo, prior: { V: { S: 1, '*': 9 } } })
    expect(marginal.V!.S! / marginal.V!['*']!).toBeCloseTo(2 / 9, 14)
  })

  test('somebody who must be one of the missing is', () => {
    const { marginal, nAssignments } = jointIdentification({ ...duo, pairings: { V: ['S'] } })
    expect(nAssignments).toBe(1)
    expect(marginal.V).toEqual({ S: 1, '*': 0 })
  })

  test('one person, two families that claim them: LR 2 and LR 2 against nobody', () => {
    const families = [
      ...duo.families,
      { id: 'B', pedigrees: [[person('G', 'male'), person('T', 'male', 'G')]], missing: ['T'] },
    ]
    const genotypes = { ...duo.genotypes, G: { L: ['1', '1'] } }
    const { marginal } = jointIdentification({ ...duo, families, genotypes })
    expect(marginal.V!.S).toBeCloseTo(2 / 5, 14)
    expect(marginal.V!.T).toBeCloseTo(2 / 5, 14)
    expect(marginal.V!['*']).toBeCloseTo(1 / 5, 14)
  })

  test('two missing brothers: alike, evaluated as a group', () => {
    // Typed father 1/1 and mother 2/2: each child is 1/2 for certain, an unrelated one with 2 * 0.25 * 0.5 = 1/4.
    const pedigree = [
      person('F', 'male'),
      person('M', 'female'),
      person('S1', 'male', 'F', 'M'),
      person('S2', 'male', 'F', 'M'),
    ]
    const found = jointIdentification({
      ...duo,
      unidentified: [duo.unidentified[0]!, { ...duo.unidentified[0]!, id: 'W' }],
      families: [{ id: 'A', pedigrees: [pedigree], missing: ['S1', 'S2'] }],
      genotypes: { F: { L: ['1', '1'] }, M: { L: ['2', '2'] } },
    })
    // Nobody: 1; one of two in one of two places: 4 * 4; both, two ways: 2 * 16.
    expect(found.nAssignments).toBe(7)
    expect(found.alike).toEqual([['S1', 'S2']])
    expect(found.marginal.V!['*']).toBeCloseTo((1 + 2 * 4) / 49, 14)
    expect(found.marginal.V!.S1).toBeCloseTo(20 / 49, 14)
    expect(found.assignments.slice(0, 3).map(({ of }) => [of.V, of.W])).toEqual([
      ['S1', 'S2'],
      ['S2', 'S1'],
      ['S1', null],
    ])
    expect(found.assignments.map(({ posterior }) => posterior).reduce((a, b) => a + b)).toBeCloseTo(1, 12)
    expect(found.notes.map(({ code }) => code)).toEqual(['alike'])
  })

  test('theta: the ratio of one family and one person is that of likelihoodRatio', () => {
    const theta = 0.03
    const [pedigree] = duo.families[0]!.pedigrees
    const single = likelihoodRatio({
      loci: duo.loci,
      theta,
      genotypes: { ...duo.genotypes, S: { L: ['1', '2'] } },
      hypotheses: [
        { name: 'son', pedigrees: [pedigree!] },
        { name: 'unrelated', pedigrees: [[person('F', 'male')], [person('S', 'male')]] },
      ],
    })
    if ('refusal' in single) throw new Error(single.refusal.message)
    const { assignments } = jointIdentification({ ...duo, theta })
    expect(assignments[0]!.log10LR).toBeCloseTo(single.log10LR.son!, 13)
    expect(assignments[0]!.log10LR).toBeLessThan(Math.log10(2))
  })
})

test('a rounded table weighs a family and somebody alone with the same frequencies', () => {
  // All three alleles are shown and sum to 0.9995: p(1) is 0.25 / 0.9995, and the paternity index 1 / (2 p(1)).
  const loci = [locus('L', 0.25, 0.5, 0.2495)]
  const other: Unidentified = { id: 'W', sex: 'female', genotypes: { L: ['3', '3'] } }
  const { marginal } = jointIdentification({ ...duo, loci, unidentified: [...duo.unidentified, other] })
  expect(marginal.V!.S! / marginal.V!['*']!).toBeCloseTo(0.9995 / 0.5, 12)
})

describe('the notes', () => {
  const codes = (input: JointInput) => jointIdentification(input).notes.map(({ code }) => code)

  test('a missing person who is related to nobody typed cannot be identified', () => {
    const family = [...duo.families[0]!.pedigrees[0]!, person('X', 'male'), person('Y', 'male', 'X')]
    const families = [{ id: 'A', pedigrees: [family], missing: ['Y'] }]
    expect(codes({ ...duo, families })).toEqual(['not-identifiable'])
  })

  test('a place nobody fits', () => {
    const genotypes = { F: { L: ['3', '3'] } }
    expect(codes({ ...duo, genotypes })).toEqual(['nobody-fits'])
  })

  test('two fathers for one son, and two sons for one place', () => {
    // A rare allele: LR = 1 / (2 * 0.01) = 50 each.
    const loci = [locus('L', 0.01, 0.98, 0.01)]
    const families = [
      ...duo.families,
      { id: 'B', pedigrees: [[person('G', 'male'), person('T', 'male', 'G')]], missing: ['T'] },
    ]
    const genotypes = { ...duo.genotypes, G: { L: ['1', '1'] } }
    expect(codes({ ...duo, loci, families, genotypes })).toEqual(['competing-families'])
    const unidentified = [...duo.unidentified, { ...duo.unidentified[0]!, id: 'W' }]
    expect(codes({ ...duo, loci, unidentified })).toEqual(['competing-people'])
  })
})

describe('refusals', () => {
  const refusalOf = (input: JointInput) => {
    const result = orRefusal(() => jointIdentification(input))
    return 'refusal' in result ? result.refusal.code : null
  }
  test.each<[string, Partial<JointInput>]>([
    ['person-not-placed', { families: [{ ...duo.families[0]!, missing: ['Z'] }] }],
    ['missing-twice', { families: [duo.families[0]!, { ...duo.families[0]!, id: 'B' }] }],
    ['unidentified-twice', { unidentified: [...duo.unidentified, ...duo.unidentified] }],
    ['typed-person-not-placed', { genotypes: { Q: { L: ['1', '1'] } } }],
    ['pairing-unknown', { pairings: { V: ['Z'] } }],
    ['pairing-unknown', { pairings: { U: ['S'] } }],
    ['prior-weight', { prior: { V: { S: -1 } } }],
    ['no-assignment', { pairings: { V: ['S'] }, genotypes: { F: { L: ['3', '3'] } } }],
    ['theta-range', { theta: 1 }],
    ['limit', { limit: -1 }],
  ])('%s', (code, change) => {
    expect(refusalOf({ ...duo, ...change })).toBe(code)
  })
})

describe('agrees with its slow twin', () => {
  test.each<[string, JointOptions]>([
    ['random families, any mutation', {}],
    ['without mutation', { mutation: 'none' }],
    ['partial genotypes', { partial: true, mutation: 'none' }],
    ['missing people with a profile of their own', { ownProfile: true }],
    ['X', { chrom: 'X', mutation: 'none' }],
  ])('%s', (_, options) => {
    fc.assert(
      fc.property(arbitraryJoint(options), (input) => {
        const slow = enumerateAssignments(input)
        const nobody = slow.find(({ of }) => Object.values(of).every((target) => target === '*'))!
        const fast = orRefusal(() => jointIdentification(input))
        if ('refusal' in fast) {
          expect(fast.refusal.code).toBe('evidence-impossible')
          expect(nobody.logLikelihood).toBe(Number.NEGATIVE_INFINITY)
          return
        }
        const allowed = slow.filter(({ weight }) => weight > 0)
        expect(fast.nAssignments).toBe(allowed.length)
        expect(fast.leftOut).toBe(0)
        const possible = allowed.filter(({ logLikelihood }) => logLikelihood > Number.NEGATIVE_INFINITY)
        expect(fast.assignments.length).toBe(possible.length)
        for (const { of, logLikelihood } of fast.assignments) {
          const twin = possible.find((one) => Object.keys(of).every((id) => one.of[id] === (of[id] ?? '*')))
          expect(logLikelihood).toBeCloseTo(twin!.logLikelihood, 9)
        }
        const weights = fast.assignments.map(({ posterior }) => posterior)
        weights.forEach((weight, index) => {
          expect(weight).toBeLessThanOrEqual((weights[index - 1] ?? 1) * (1 + 1e-9))
        })
        const marginals = marginalsOf(slow)
        for (const [id, own] of Object.entries(fast.marginal)) {
          for (const [target, share] of Object.entries(own))
            expect(share).toBeCloseTo(marginals[id]![target] ?? 0, 10)
        }
      }),
      { numRuns: 150 },
    )
  })
})
