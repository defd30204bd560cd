import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Person } from '../types.ts'
import { type Line, linesOf } from './lines.ts'
import { transmission } from './stepwise-line.ts'

const man = (id: string, father: string | null = null): Person => ({ id, father, mother: null, sex: 'male' })
const model = (rate: number, twoStepShare = 0) => ({ rate, twoStepShare })

function lineOf(people: Person[], typed: string[]): Line {
  return linesOf({ name: 'H', pedigrees: [people] }, 'Y', typed)[0]!
}

const shows = (alleles: Record<string, string>) =>
  new Map(Object.entries(alleles).map(([id, value]) => [id, value.split(',')]))

test('father and son: 1 - rate without a step, rate / 2 with one, 0 with two', () => {
  const line = lineOf([man('F'), man('S', 'F')], ['F', 'S'])
  const given = (son: string) => transmission(line, 'F', shows({ F: '14', S: son }), model(0.002))
  expect(given('14')).toBe(0.998)
  expect(given('15')).toBe(0.001)
  expect(given('13')).toBe(0.001)
  expect(given('16')).toBe(0)
  expect(given('14.2')).toBe(0)
})

test('a share of the mutations may go two steps', () => {
  const line = lineOf([man('F'), man('S', 'F')], ['F', 'S'])
  const given = (son: string) => transmission(line, 'F', shows({ F: '9.3', S: son }), model(0.002, 0.1))
  expect(given('10.3')).toBeCloseTo(0.0009, 15)
  expect(given('11.3')).toBeCloseTo(0.0001, 15)
})

test('brothers, father untyped: the sum over what the father may have had', () => {
  const line = lineOf([man('F'), man('A', 'F'), man('B', 'F')], ['A', 'B'])
  const u = 0.01
  const given = (b: string) => transmission(line, 'A', shows({ A: '14', B: b }), model(u))
  expect(given('14')).toBeCloseTo((1 - u) ** 2 + 2 * (u / 2) ** 2, 15)
  expect(given('15')).toBeCloseTo(2 * (1 - u) * (u / 2), 15)
  expect(given('16')).toBeCloseTo((u / 2) ** 2, 15)
})

test('two copies that cannot be told apart: either may be the one that changed', () => {
  const line = lineOf([man('F'), man('S', 'F')], ['F', 'S'])
  const u = 0.01
  const given = (f: string, s: string) => transmission(line, 'F', shows({ F: f, S: s }), model(u))
  expect(given('11,14', '11,14')).toBeCloseTo((1 - u) ** 2, 15)
  expect(given('11,14', '11,15')).toBeCloseTo((1 - u) * (u / 2), 15)
  expect(given('11,11', '11,12')).toBeCloseTo(2 * (1 - u) * (u / 2), 15)
  expect(given('11,12', '11,12')).toBeCloseTo((1 - u) ** 2 + (u / 2) ** 2, 15)
})

/** Every allele of a bounded ladder for every untyped man, from the definition. */
function bruteForce(people: Person[], alleles: Map<string, number>, rate: number, share: number): number {
  const step = (from: number, to: number) => {
    const by = Math.abs(from - to)
    return by === 0 ? 1 - rate : by === 1 ? (rate * (1 - share)) / 2 : by === 2 ? (rate * share) / 2 : 0
  }
  const fill = (index: number): number => {
    const person = people[index]
    if (!person) {
      return people.reduce(
        (p, { id, father }) => (father === null ? p : p * step(alleles.get(father)!, alleles.get(id)!)),
        1,
      )
    }
    if (alleles.has(person.id)) return fill(index + 1)
    let total = 0
    for (let allele = 2; allele <= 22; allele += 1) {
      alleles.set(person.id, allele)
      total += fill(index + 1)
    }
    alleles.delete(person.id)
    return total
  }
  return fill(0)
}

const family = fc.record({
  fathers: fc.tuple(fc.nat(0), fc.nat(1), fc.nat(2), fc.nat(3)),
  typed: fc.uniqueArray(fc.nat(4), { minLength: 2, maxLength: 4 }),
  alleles: fc.array(fc.integer({ min: 11, max: 13 }), { minLength: 5, maxLength: 5 }),
  rate: fc.double({ min: 0.01, max: 0.5, noNaN: true }),
  share: fc.constantFrom(0, 0.2),
})

test('a random line agrees with the sum over all alleles of its untyped men, read from any typed man', () => {
  fc.assert(
    fc.property(family, ({ fathers, typed, alleles, rate, share }) => {
      const people = [man('0'), ...fathers.map((father, index) => man(String(index + 1), String(father)))]
      const ids = typed.map(String)
      const line = lineOf(people, ids)
      const observed = shows(Object.fromEntries(ids.map((id) => [id, String(alleles[Number(id)])])))
      // The founder's ladder is flat: the sum over his alleles is the probability given any one typed man.
      const known = new Map(ids.map((id) => [id, alleles[Number(id)]!]))
      const expected = bruteForce(people, known, rate, share)
      for (const id of ids) {
        expect(transmission(line, id, observed, model(rate, share))).toBeCloseTo(expected, 12)
      }
    }),
    { numRuns: 60 },
  )
})

test('an allele that is no repeat number is refused', () => {
  const line = lineOf([man('F'), man('S', 'F')], ['F', 'S'])
  expect(() => transmission(line, 'F', shows({ F: 'OL', S: '14' }), model(0.01))).toThrow(
    expect.objectContaining({ code: 'allele-not-repeat-number' }),
  )
})
