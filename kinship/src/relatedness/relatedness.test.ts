import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { solveCases } from '../formats/cases.ts'
import type { Person } from '../types.ts'
import { allOutcomes } from './enumeration.ts'
import { genomeOf, genomesOf } from './genomes.ts'
import { identityCoefficients, relatedness } from './relatedness.ts'

const founder = (id: string, sex: 'male' | 'female', extra: Partial<Person> = {}): Person => ({
  id,
  father: null,
  mother: null,
  sex,
  ...extra,
})
const born = (id: string, father: string, mother: string, sex: 'male' | 'female' = 'male'): Person => ({
  id,
  father,
  mother,
  sex,
})
const couple = [founder('F', 'male'), founder('M', 'female')]
const siblings = [...couple, born('A', 'F', 'M', 'female'), born('B', 'F', 'M')]

const kappaOfPair = (pedigree: Person[], a: string, b: string) =>
  relatedness([pedigree]).pairs.find(({ id1, id2 }) => id1 === a && id2 === b)?.kappa

describe('textbook relationships', () => {
  const halfSiblings = [...couple, founder('N', 'female'), born('A', 'F', 'M'), born('B', 'F', 'N')]
  const cousins = [
    ...siblings,
    founder('X', 'male'),
    founder('Y', 'female'),
    born('C', 'X', 'A'),
    born('D', 'B', 'Y'),
  ]
  test.each([
    ['parent and child', siblings, 'F', 'A', [0, 1, 0]],
    ['full siblings', siblings, 'A', 'B', [1 / 4, 1 / 2, 1 / 4]],
    ['unrelated', siblings, 'F', 'M', [1, 0, 0]],
    ['half siblings', halfSiblings, 'A', 'B', [1 / 2, 1 / 2, 0]],
    ['first cousins', cousins, 'C', 'D', [3 / 4, 1 / 4, 0]],
    ['uncle and nephew', cousins, 'B', 'C', [1 / 2, 1 / 2, 0]],
  ])('%s', (_, pedigree, a, b, expected) => {
    expect(kappaOfPair(pedigree, a, b)).toEqual(expected)
  })

  test('double first cousins: 9/16, 6/16, 1/16 (both pairs of parents share with probability 1/4)', () => {
    const pedigree = [
      ...siblings,
      founder('G', 'male'),
      founder('H', 'female'),
      born('P', 'G', 'H'),
      born('Q', 'G', 'H', 'female'),
      born('C', 'P', 'A'),
      born('D', 'B', 'Q'),
    ]
    expect(kappaOfPair(pedigree, 'C', 'D')).toEqual([9 / 16, 6 / 16, 1 / 16])
  })

  test('a completely inbred father makes half siblings share like parent and child', () => {
    const pedigree = halfSiblings.map((person) =>
      person.id === 'F' ? { ...person, founderInbreeding: 1 } : person,
    )
    expect(kappaOfPair(pedigree, 'A', 'B')).toEqual([0, 1, 0])
  })

  test('twins of one egg share everything, and so do their children as half siblings by one parent', () => {
    const pedigree = [
      ...couple,
      born('A', 'F', 'M'),
      { ...born('B', 'F', 'M'), twinOf: 'A' },
      founder('X', 'female'),
      founder('Y', 'female'),
      born('C', 'A', 'X'),
      born('D', 'B', 'Y'),
    ]
    expect(kappaOfPair(pedigree, 'A', 'B')).toEqual([0, 0, 1])
    expect(kappaOfPair(pedigree, 'C', 'D')).toEqual([1 / 2, 1 / 2, 0])
    const third = { ...born('T', 'F', 'M'), twinOf: 'B' }
    expect(kappaOfPair([...couple, third, ...pedigree.slice(2)], 'T', 'A')).toEqual([0, 0, 1])
    expect(identityCoefficients([pedigree], 'A', 'B')).toEqual([0, 0, 0, 0, 0, 0, 1, 0, 0])
  })

  test('children of siblings: inbreeding 1/4, and Jacquard 1974 gives the nine states', () => {
    const pedigree = [...siblings, born('C', 'B', 'A'), born('D', 'B', 'A', 'female')]
    const found = relatedness([pedigree])
    expect(found.inbreeding).toEqual({ F: 0, M: 0, A: 0, B: 0, C: 1 / 4, D: 1 / 4 })
    expect(kappaOfPair(pedigree, 'C', 'D')).toBeNull()
    expect(identityCoefficients([pedigree], 'C', 'D').map((share) => share * 32)).toEqual([
      2, 1, 4, 1, 4, 1, 7, 10, 2,
    ])
  })

  test('at X a father gives his daughter everything and his son nothing', () => {
    const { kinshipX } = relatedness([siblings])
    expect(kinshipX).toEqual([
      [1, 0, 1 / 2, 0],
      [0, 1 / 2, 1 / 4, 1 / 2],
      [1 / 2, 1 / 4, 1 / 2, 1 / 4],
      [0, 1 / 2, 1 / 4, 1],
    ])
  })

  test('somebody of unknown sex has no X kinship; a person known by one parent has a kinship', () => {
    const pedigree: Person[] = [founder('F', 'male'), { id: 'K', father: 'F', mother: null, sex: 'unknown' }]
    expect(relatedness([pedigree])).toMatchObject({
      ids: ['F', 'K'],
      kinship: [
        [1 / 2, 1 / 4],
        [1 / 4, 1 / 2],
      ],
      kinshipX: [
        [1, null],
        [null, null],
      ],
    })
  })
})

test('two components are unrelated; one person in both is refused', () => {
  const other = [founder('Z', 'male')]
  expect(relatedness([siblings, other]).pairs.at(-1)).toEqual({ id1: 'B', id2: 'Z', kappa: [1, 0, 0] })
  const order = relatedness([[founder('A', 'male')], couple]).pairs.map(({ id1, id2 }) => id1 + id2)
  expect(order).toEqual(['FM', 'AF', 'AM'])
  expect(() => relatedness([siblings, [founder('F', 'male')]])).toThrow(/two pedigrees/)
})

/** Any earlier man and woman as parents: loops, incest and half siblings all come up; few enough meioses to list. */
const family: fc.Arbitrary<Person[]> = fc
  .array(
    fc.record({ father: fc.nat(), mother: fc.nat(), male: fc.boolean(), f: fc.constantFrom(0, 0, 0.25, 1) }),
    { minLength: 4, maxLength: 8 },
  )
  .map((choices) => {
    const people: Person[] = []
    choices.forEach(({ father, mother, male, f }, index) => {
      const sex = index === 0 ? 'male' : index === 1 ? 'female' : male ? 'male' : 'female'
      if (index < 3) {
        people.push(
          founder(`P${index}`, sex, {
            founderInbreeding: f,
            ...(sex === 'female' && { founderInbreedingX: f }),
          }),
        )
        return
      }
      const men = people.filter((person) => person.sex === 'male')
      const women = people.filter((person) => person.sex === 'female')
      people.push(born(`P${index}`, men[father % men.length]!.id, women[mother % women.length]!.id, sex))
    })
    return people
  })

describe('the recursions equal the definition, summed over all meioses', () => {
  test('autosomal kinship, kappa and Jacquard states', () => {
    fc.assert(
      fc.property(family, fc.nat(), fc.nat(), (pedigree, first, second) => {
        const genomes = genomesOf([pedigree])
        const outcomes = allOutcomes(genomes)
        const a = pedigree[first % pedigree.length]!.id
        const b = pedigree[second % pedigree.length]!.id
        const [x, y] = [genomeOf(genomes, a), genomeOf(genomes, b)]
        const states = new Array<number>(9).fill(0)
        let kinship = 0
        for (const { alleles, probability } of outcomes) {
          const pairs = [alleles[x]!, alleles[y]!] as const
          states[stateOf(pairs)]! += probability
          const same = pairs[0].flatMap((one) => pairs[1].map((other) => Number(one === other)))
          kinship += (probability * same.reduce((sum, n) => sum + n, 0)) / 4
        }
        const found = relatedness([pedigree])
        expect(found.kinship[found.ids.indexOf(a)]![found.ids.indexOf(b)]).toBeCloseTo(kinship, 12)
        identityCoefficients([pedigree], a, b).forEach((share, state) => {
          expect(share).toBeCloseTo(states[state]!, 12)
        })
        const kappa = kappaOfPair(pedigree, a, b)
        kappa?.forEach((share, shared) => {
          expect(share).toBeCloseTo(states[8 - shared]!, 12)
        })
      }),
      { numRuns: 60 },
    )
  })

  test('X kinship', () => {
    fc.assert(
      fc.property(family, (pedigree) => {
        const outcomes = allOutcomes(genomesOf([pedigree]), 'X')
        const { kinshipX } = relatedness([pedigree])
        kinshipX.forEach((row, a) => {
          row.forEach((value, b) => {
            let expected = 0
            for (const { alleles, probability } of outcomes) {
              const same = alleles[a]!.flatMap((one) => alleles[b]!.map((other) => Number(one === other)))
              expected += (probability * same.reduce((sum, n) => sum + n, 0)) / 4
            }
            expect(value).toBeCloseTo(expected, 12)
          })
        })
      }),
      { numRuns: 40 },
    )
  })
})

/** Jacquard's state of two allele pairs, from 0, by his definitions. */
function stateOf([[a, b], [c, d]]: readonly [[number, number], [number, number]]): number {
  const shared = [a === c, a === d, b === c, b === d].filter(Boolean).length
  if (a === b && c === d) return a === c ? 0 : 1
  if (a === b) return shared > 0 ? 2 : 3
  if (c === d) return shared > 0 ? 4 : 5
  return 8 - shared
}

const file = '../shared/data/kinship/09-relatedness-ibd.json'
test.skipIf(!existsSync(file))('the published examples', () => {
  const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: { kind: string; expected: object }[] }
  const chosen = cases.filter(({ kind }) => kind === 'relatedness')
  expect(chosen.length).toBeGreaterThan(0)
  solveCases(chosen).results.forEach((result, index) => {
    expect(result).toMatchObject(chosen[index]!.expected)
  })
})
