import { describe, expect, test } from 'vitest'
import type { Person } from '../src/types.ts'
import { bruteForceLikelihood } from './brute-force.ts'
import { membersOf } from './members.ts'
import { observation } from './observation.ts'
import { family } from './shapes.ts'
import { urn } from './urn.ts'
import { locusOf } from './weigh.ts'

/** The pieces of the slow twin by hand; as a whole it is held to the engine and to the textbooks elsewhere. */

describe('members', () => {
  test('parents come first, and a parent who is not named is a founder', () => {
    const people: Person[] = [
      { id: 'K', father: 'F', mother: null, sex: 'female' },
      { id: 'F', father: null, mother: null, sex: 'unknown' },
    ]
    const members = membersOf([people])
    expect(members.map(({ names }) => names[0])).toEqual(['unnamed parent of K', 'F', 'K'])
    expect(members.map(({ sex }) => sex)).toEqual(['female', 'male', 'female'])
    expect(members[2]!.parents).toEqual({ father: 1, mother: 0 })
  })

  test('triplets are one member', () => {
    const [a, b, c] = family('A m, B m, C m')
    const members = membersOf([[a!, { ...b!, twinOf: 'C' }, { ...c!, twinOf: 'A' }]])
    expect(members.map(({ names }) => names)).toEqual([['A', 'B', 'C']])
  })

  test('twins of two sexes and somebody who descends from themselves are refused', () => {
    const [man, woman] = family('A m, B f')
    expect(() => membersOf([[man!, { ...woman!, twinOf: 'A' }]])).toThrow('must share sex')
    expect(() => membersOf([family('A m B W, W f, B m A W')])).toThrow('descends from somebody not yet born')
  })
})

describe('observation', () => {
  test.each<[seen: (string | null)[], truth: string[], d: number, chance: number]>([
    [['a', 'b'], ['b', 'a'], 0, 1],
    [['a', 'b'], ['a', 'a'], 0, 0],
    [['a', 'a'], ['a', 'silent'], 0, 1],
    [['a', 'a'], ['a', 'a'], 0.1, 0.99],
    [['a', 'a'], ['a', 'b'], 0.1, 0.09],
    [['a', 'a'], ['a', 'silent'], 0.1, 0.9],
    [['a', null], ['b', 'a'], 0.1, 1],
    [['a', null], ['b', 'b'], 0, 0],
    [[null, null], ['b', 'b'], 0, 1],
    [['a'], ['a'], 0.1, 1],
    [['silent', 'silent'], ['silent', 'silent'], 0, 1],
    [['silent', 'silent'], ['a', 'silent'], 0, 0],
  ])('%j seen of %j, drop-out %d: %d', (seen, truth, d, chance) => {
    expect(observation(seen, truth, d)).toBeCloseTo(chance, 15)
  })

  test('nothing seen with drop-out has no definition', () => {
    expect(() => observation(['silent', 'silent'], ['a', 'silent'], 0.1)).toThrow('Drop-out is not defined')
  })
})

test('an urn: A, then A, with theta 0.1 and p = 0.2: 0.2 * 0.28; all draws sum to 1', () => {
  const draw = urn([0.2, 0.8], 0.1)
  const twice = draw((a, p) => draw((b, q) => (a === 0 && b === 0 ? p * q : 0)))
  expect(twice).toBeCloseTo(0.2 * 0.28, 15)
  expect(draw((_, p) => draw((__, q) => draw((___, r) => p * q * r)))).toBeCloseTo(1, 14)
})

test('a sum of more terms than allowed is refused', () => {
  const locus = locusOf({ A: 0.5, B: 0.5 })
  const input = { loci: [locus], genotypes: {}, hypotheses: [] }
  // Two founders, four pairs each: 4 + 16 terms.
  expect(bruteForceLikelihood(input, locus, [family('X m, Y f')], 20)).toBeCloseTo(1, 14)
  expect(() => bruteForceLikelihood(input, locus, [family('X m, Y f')], 19)).toThrow('More than 19 terms')
})
