import { describe, expect, test } from 'vitest'
import { likelihoodRatio } from '../kinship/src/index.ts'
import type { Sex } from './scripts/rusafa/family.ts'
import { loci } from './scripts/rusafa/loci.ts'
import { canBeInherited, grandparentRatio } from './testing/inheritance.ts'
import { expected, people, profiles, readFamiliasProfile, readFrequencies } from './testing/reading.ts'

const frequencies = readFrequencies()
const familyOf = (child: string) => people.families.find((family) => family.children.includes(child))!

const observedAt = (locus: string) =>
  Object.fromEntries(Object.entries(profiles).map(([person, profile]) => [person, profile[locus]]))

describe('inheritance in the example families', () => {
  test('everybody typed has all 23 loci', () => {
    expect(Object.keys(profiles)).toHaveLength(expected.counts.typed)
    for (const profile of Object.values(profiles)) expect(Object.keys(profile)).toEqual(['AMEL', ...loci])
  })

  test('AMEL tells the sex that is written down', () => {
    for (const { id, sex } of [...people.children, ...people.relatives.filter((one) => one.typed)])
      expect(profiles[id]!.AMEL, id).toEqual(sex === 'male' ? ['X', 'Y'] : ['X', 'X'])
  })

  test('follows Mendel at every locus of every family, but for the one mutation', () => {
    const against = people.families.flatMap((family) =>
      loci
        .filter((locus) => !canBeInherited(family.people, observedAt(locus)))
        .map((locus) => [family.id, locus]),
    )
    expect(against).toEqual([['f', expected.mutation.locus]])
  })

  test('the mutation is one step between a mother and her child', () => {
    const { parent, child, locus, transmitted, received } = expected.mutation
    expect(profiles[parent]![locus]).toContain(transmitted)
    expect(profiles[child]![locus]).toContain(received)
    expect(Math.abs(Number(received) - Number(transmitted))).toBe(1)
    expect(profiles[parent]![locus]!.some((allele) => profiles[child]![locus]!.includes(allele))).toBe(false)
    const withoutThatChild = familyOf(child).people.filter((member) => member.id !== child)
    expect(canBeInherited(withoutThatChild, observedAt(locus))).toBe(true)
  })
})

describe('claims', () => {
  const pairs = expected.claims.filter((claim) => claim.log10LR !== undefined && claim.relation !== 'mother')

  test.each(pairs)('$claimant as $relation of $child', ({ claimant, child, log10LR }) => {
    const sum = loci.reduce((total, locus) => {
      const [relative, own] = [profiles[claimant]![locus]!, profiles[child]![locus]!]
      return total + Math.log10(grandparentRatio(relative, own, frequencies[locus]!))
    }, 0)
    expect(sum).toBeCloseTo(Number(log10LR), 5)
  })

  test('alone, both false claims speak against themselves, and the true grandmother of the same child does not', () => {
    const wrong = expected.claims.filter((claim) => !claim.isTrue)
    expect(wrong.map(({ claimant, child }) => [claimant, child])).toEqual([
      ['x-claimant', 'b1'],
      ['d-first-grandmother', 'd2'],
    ])
    for (const claim of wrong) expect(claim.log10LR).toBeLessThan(-1)
    const right = expected.claims.find((claim) => claim.claimant === 'd-second-grandmother')
    expect(right?.log10LR).toBeGreaterThan(1)
  })

  test('without a mutation model one locus would take a true child from the mother', () => {
    const ofMother = expected.claims.filter((claim) => claim.claimant === 'f-mother')
    expect(ofMother.filter((claim) => claim.log10LR === '-Infinity').map((claim) => claim.child)).toEqual([
      'f3',
    ])
    expect(ofMother.filter((claim) => Number(claim.log10LR) > 4).map((claim) => claim.child)).toEqual([
      'f1',
      'f2',
      'f4',
    ])
  })

  test('taken together, one grandmother alone stays inconclusive and the other families pass 10 000', () => {
    const weights = Object.fromEntries(people.familyClaims.map((claim) => [claim.id, weigh(claim)]))
    const {
      'claim-a': alone,
      'claim-b-disputed': disputedB,
      'claim-d-disputed': disputedD,
      ...others
    } = weights
    expect(alone).toBeGreaterThan(1)
    expect(alone).toBeLessThan(10_000)
    expect(Object.keys(others)).toEqual(['claim-b', 'claim-c', 'claim-d', 'claim-e', 'claim-f'])
    for (const [claim, weight] of Object.entries(others)) expect(weight, claim).toBeGreaterThan(10_000)
    expect(disputedB).toBeLessThan(1)
    expect(disputedD).toBeLessThan(1)
  })
})

type FamilyClaim = (typeof people.familyClaims)[number]
type Row = { id: string; father: string | null; mother: string | null; sex: Sex }

const rowsOf = (family: string): Row[] =>
  [...people.families, ...people.disputed]
    .find((one) => one.id === family)!
    .people.map(({ id, father, mother, sex }) => ({ id, father, mother, sex: sex as Sex }))

/** The same rows with the questioned parents of the children replaced by strangers, the same for siblings. */
function withStrangers(rows: Row[], { children, questioned }: FamilyClaim): Row[] {
  const strangers = new Map<string, Row>()
  const strangerFor = (id: string | null): string => {
    const stranger = {
      id: `stranger-${id}`,
      father: null,
      mother: null,
      sex: rows.find((row) => row.id === id)!.sex,
    }
    strangers.set(stranger.id, stranger)
    return stranger.id
  }
  const uprooted = rows.map((row) => {
    if (!children.includes(row.id)) return row
    return {
      ...row,
      father: questioned === 'mother' ? row.father : strangerFor(row.father),
      mother: questioned === 'father' ? row.mother : strangerFor(row.mother),
    }
  })
  return [...uprooted, ...strangers.values()]
}

/** LR that the children belong where the claim says, against strangers in the place of the questioned parents. */
function weigh(claim: FamilyClaim): number {
  const told = rowsOf(claim.family)
  const answer = likelihoodRatio({
    loci: loci.map((name) => ({
      name,
      chrom: 'autosomal',
      alleles: Object.keys(frequencies[name]!),
      frequencies: Object.values(frequencies[name]!),
      mutation: {
        female: { model: 'proportional', rate: 0.001 },
        male: { model: 'proportional', rate: 0.002 },
      },
    })),
    genotypes: Object.fromEntries(
      Object.entries(profiles).filter(([id]) => told.some((row) => row.id === id)),
    ),
    hypotheses: [
      { name: 'told', pedigrees: [told] },
      { name: 'strangers', pedigrees: islandsOf(withStrangers(told, claim)) },
    ],
  })
  if ('refusal' in answer) throw new Error(answer.refusal.message)
  return Number(answer.LR.told)
}

/** Rows apart where nobody of one is parent of anybody of the other. */
function islandsOf(rows: Row[]): Row[][] {
  const islands: Row[][] = []
  for (const row of rows) {
    const touching = islands.filter((island) =>
      island.some(
        (one) => [row.father, row.mother].includes(one.id) || [one.father, one.mother].includes(row.id),
      ),
    )
    for (const island of touching) islands.splice(islands.indexOf(island), 1)
    islands.push([...touching.flat(), row])
  }
  return islands
}

describe('family-cousins.fam', () => {
  test('holds the genotypes of the laboratory and frequencies that add up to 1', () => {
    for (const locus of loci) {
      const sum = Object.values(frequencies[locus]!).reduce((total, one) => total + one, 0)
      expect(sum, locus).toBeCloseTo(1, 12)
    }
    for (const person of ['e-grandmother', 'e-grandfather', 'e1', 'e2']) {
      const { AMEL: _, ...autosomal } = profiles[person]!
      expect(readFamiliasProfile(person), person).toEqual(autosomal)
    }
    expect(readFamiliasProfile('e-mother')).toBeUndefined()
  })
})
