import { describe, expect, test } from 'vitest'
import { locusOf } from '../../reference/weigh.ts'
import { prepareLikelihoodRatio } from '../likelihood-ratio.ts'
import { besideFamily } from '../power/simulation-table.ts'
import { randomFrom } from '../random.ts'
import type { Person, Sex } from '../types.ts'
import { pairwise } from './pairwise.ts'
import type { ProfileInput } from './read-profile.ts'
import { type RelationshipName, relationshipOf } from './relationships.ts'

const names: RelationshipName[] = [
  'direct',
  'parent-child',
  'full-siblings',
  'half-siblings',
  'grandparent-grandchild',
  'uncle-nephew',
  'first-cousins',
]

describe('two people 1/1, p(1) = p = 0.1, by their coefficients k: k0 + k1/p + k2/p^2', () => {
  const loci = [locusOf({ '1': 0.1, '2': 0.9 })]
  const person = (id: string) => ({ id, sex: 'male' as const, genotypes: { L: ['1', '1'] } })
  const coefficients: Record<RelationshipName, [number, number, number]> = {
    direct: [0, 0, 1],
    'parent-child': [0, 1, 0],
    'full-siblings': [1 / 4, 1 / 2, 1 / 4],
    'half-siblings': [1 / 2, 1 / 2, 0],
    'grandparent-grandchild': [1 / 2, 1 / 2, 0],
    'uncle-nephew': [1 / 2, 1 / 2, 0],
    'first-cousins': [3 / 4, 1 / 4, 0],
  }
  test.each(names)('%s', (name) => {
    const profiles = [person('a'), person('b')]
    const { pairs } = pairwise({ loci, profiles, relationships: [name], top: 5 })
    const [k0, k1, k2] = coefficients[name]
    const isDirected = relationshipOf(name, 'male').isDirected
    expect(pairs.map(({ a, b }) => a + b)).toEqual(isDirected ? ['ab', 'ba'] : ['ab'])
    expect(10 ** pairs[0]!.log10LR).toBeCloseTo(k0 + k1 / 0.1 + k2 / 0.01, 9)
  })
})

test('the ratio of every pair is the engine’s, with mutation, drop-out, theta and any pedigree', () => {
  const model = { model: 'stepwise', rate: 0.01, rate2: 0.001, range: 0.1 }
  const mutation = { female: model, male: { ...model, rate: 0.02 } }
  const loci = ['A', 'B'].map((name) => locusOf({ '9': 0.2, '10': 0.3, '11': 0.5 }, { name, mutation }))
  const random = randomFrom(3)
  const allele = () => ['9', '10', '11'][Math.floor(random() * 3)]!
  const profiles = Array.from(
    { length: 6 },
    (_, i): ProfileInput => ({
      id: `p${i}`,
      sex: (['male', 'female'] as const)[i % 2]!,
      genotypes: { A: [allele(), allele()], ...(i % 3 > 0 && { B: [allele(), allele()] }) },
      dropout: i < 2 ? 0.1 : 0,
    }),
  )
  const given = { ...relationshipOf('first-cousins', 'unknown'), name: 'cousins by a pedigree' }
  const engineSays = (pedigrees: Person[][], one: ProfileInput, other: ProfileInput, theta: number) => {
    const weigh = prepareLikelihoodRatio({
      loci,
      theta,
      hypotheses: [
        { name: 'related', pedigrees },
        { name: 'unrelated', pedigrees: besideFamily(pedigrees, 'B') },
      ],
    })
    const genotypes = { A: one.genotypes, B: other.genotypes }
    return weigh({ genotypes, dropout: { A: one.dropout ?? 0, B: other.dropout ?? 0 } }).log10LR.related!
  }
  for (const theta of [0, 0.05]) {
    for (const relationship of [...names, given]) {
      const asked = { loci, profiles, relationships: [relationship], theta, top: 9, chance: 'none' as const }
      const { pairs } = pairwise(asked)
      const named = (sex: Sex) =>
        typeof relationship === 'string' ? relationshipOf(relationship, sex) : given
      profiles.forEach((one, i) => {
        profiles.forEach((other, j) => {
          if (i === j || (i > j && !named('unknown').isDirected)) return
          const found = pairs.find(({ a, b }) => a === one.id && b === other.id)
          const expected = engineSays(named(one.sex).pedigrees, one, other, theta)
          // A man and a woman are not one person, whatever they show.
          if (relationship === 'direct' && one.sex !== other.sex) expect(found).toBe(undefined)
          else if (found) expect(found.log10LR).toBeCloseTo(expected, 9)
          else expect(expected).toBe(Number.NEGATIVE_INFINITY)
        })
      })
    }
  }
})

test('a typing error of either profile: one in ten of each makes 0.81 R + 0.19', () => {
  const loci = [locusOf({ '1': 0.1, '2': 0.9 })]
  const profiles = [
    { id: 'a', sex: 'male' as const, genotypes: { L: ['1', '1'] } },
    { id: 'b', sex: 'male' as const, genotypes: { L: ['2', '2'] } },
    { id: 'c', sex: 'male' as const, genotypes: { L: ['1', '1'] } },
  ]
  const { pairs } = pairwise({ loci, profiles, relationships: ['direct'], error: 0.1, top: 5 })
  expect(pairs.map(({ a, b }) => a + b)).toEqual(['ac', 'ab', 'bc'])
  expect(10 ** pairs[0]!.log10LR).toBeCloseTo(0.81 * 100 + 0.19, 9)
  expect(10 ** pairs[1]!.log10LR).toBeCloseTo(0.19, 9)
  expect(pairs[1]!.excludedAt).toEqual(['L'])
})

test('X loci count in a given pedigree, and are left out with a note where a name does not say through whom', () => {
  const loci = [
    locusOf({ '1': 0.1, '2': 0.9 }, { chrom: 'X' }),
    locusOf({ '1': 0.1, '2': 0.9 }, { name: 'A' }),
  ]
  const sisters = {
    name: 'paternal half sisters',
    a: 'A',
    b: 'B',
    pedigrees: [
      [
        { id: 'F', sex: 'male' as const, father: null, mother: null },
        { id: 'A', sex: 'female' as const, father: 'F', mother: null },
        { id: 'B', sex: 'female' as const, father: 'F', mother: null },
      ],
    ],
  }
  const profiles = ['a', 'b'].map((id) => ({ id, sex: 'female' as const, genotypes: { L: ['1', '1'] } }))
  const given = pairwise({ loci, profiles, relationships: [sisters], top: 1 })
  // They share the father's X for certain: 1 / p.
  expect(10 ** given.pairs[0]!.log10LR).toBeCloseTo(10, 9)
  const named = pairwise({ loci, profiles, relationships: ['half-siblings'], top: 1 })
  expect(named.notes).toMatchObject([{ code: 'x-left-out' }])
  expect(named.pairs[0]!.log10LR).toBe(0)
})
