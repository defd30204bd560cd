import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Hypothesis, Person } from '../types.ts'
import { yEvidence } from './y-evidence.ts'
import type { YHaplotype } from './y-haplotype.ts'

const loci = ['DYS19', 'DYS390']
const haplotype = fc.record({ DYS19: fc.constantFrom('14', '15'), DYS390: fc.constantFrom('23', '24') })
const all: YHaplotype[] = ['14', '15'].flatMap((a) => ['23', '24'].map((b) => ({ DYS19: a, DYS390: b })))
const database = {
  ...{ name: 'invented', source: 'invented', scope: 'clan' as const, n: 100 },
  counts: all.map((shown, index) => ({ haplotype: shown, count: 10 * (index + 1) })),
}

/** Five men; each is a founder or the son of one before him. */
const forest = fc
  .tuple(fc.nat(1), fc.nat(2), fc.nat(3), fc.nat(4))
  .map((choices) => [null, ...choices.map((choice, index) => (choice > index ? null : String(choice)))])
const problem = fc.record({
  tested: forest,
  other: forest,
  shown: fc.array(haplotype, { minLength: 5, maxLength: 5 }),
  typed: fc.uniqueArray(fc.nat(4), { minLength: 2, maxLength: 4 }),
  theta: fc.constantFrom(0, 0.03, 0.2),
  order: fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }),
})

function hypothesis(name: string, fathers: (string | null)[], label: (id: string) => string): Hypothesis {
  const people = fathers.map(
    (father, id): Person => ({
      id: label(String(id)),
      father: father === null ? null : label(father),
      mother: null,
      sex: 'male',
    }),
  )
  return { name, pedigrees: [people] }
}

type Problem = typeof problem extends fc.Arbitrary<infer Value> ? Value : never

function log10(
  { tested, other, shown, typed, theta }: Problem,
  label: (id: string) => string = (id) => id,
  change: (h: Hypothesis) => Hypothesis = (h) => h,
): number | null {
  const found = yEvidence({
    profiles: Object.fromEntries(typed.map((id) => [label(String(id)), shown[id]!])),
    hypotheses: [change(hypothesis('tested', tested, label)), change(hypothesis('other', other, label))],
    database,
    theta,
    mutation: { rates: { DYS19: 0.01, DYS390: 0.02 }, source: 'invented' },
  })
  if ('refusal' in found) throw new Error(found.refusal.message)
  expect(found.compared).toEqual(loci)
  return found.log10LR.tested!
}

const same = (a: number | null, b: number | null) =>
  a === null || b === null || !Number.isFinite(a) ? expect(b).toBe(a) : expect(b).toBeCloseTo(a, 10)

test('other names and another order of people change nothing', () => {
  fc.assert(
    fc.property(problem, (given) => {
      const label = (id: string) => `man ${given.order[Number(id)]}`
      const reorder = (h: Hypothesis) => ({ ...h, pedigrees: h.pedigrees.map((p) => p.toReversed()) })
      same(log10(given), log10({ ...given, typed: given.typed.toReversed() }, label, reorder))
    }),
  )
})

test('an untyped son changes nothing', () => {
  fc.assert(
    fc.property(problem, (given) => {
      const withSon = (h: Hypothesis) => {
        const son: Person = { id: 'son', father: '4', mother: null, sex: 'male' }
        return { ...h, pedigrees: h.pedigrees.map((people) => [...people, son]) }
      }
      same(log10(given), log10(given, undefined, withSon))
    }),
  )
})

test('the ratio of a hypothesis against itself is 1; against another, the inverse of the other way', () => {
  fc.assert(
    fc.property(problem, (given) => {
      const itself = log10({ ...given, other: given.tested })
      if (itself !== null) expect(itself).toBeCloseTo(0, 12)
      const one = log10(given)
      const back = log10({ ...given, tested: given.other, other: given.tested })
      same(one, back === null ? null : -back)
    }),
  )
})
