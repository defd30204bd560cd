import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { solveCases } from '../cases.ts'

const person = (id: string, sex: string, father: string | null = null, mother: string | null = null) => ({
  id,
  father,
  mother,
  sex,
})

/** Father 1/1 with two missing sons, p(1) = 0.25; V1 shows 1/2 (LR 1/(2p) = 2) and V2 shows 2/2 (impossible). */
const input = {
  pm: { V1: { sex: 'male' }, V2: { sex: 'male' }, V3: { sex: 'female' } },
  am: [
    {
      family: 'A',
      pedigree: [
        person('F', 'male'),
        person('M', 'female'),
        person('S1', 'male', 'F', 'M'),
        person('S2', 'male', 'F', 'M'),
      ],
    },
  ],
  missing: ['S2', 'S1'],
  loci: [{ name: 'L', chrom: 'autosomal', alleles: ['1', '2'], frequencies: [0.25, 0.75], mutation: null }],
  pmGenotypes: { V1: { L: ['1', '2'] }, V2: { L: ['2', '2'] } },
  amGenotypes: { F: { L: ['1', '1'] } },
}
const cases = [
  { id: 'pairs', kind: 'dviPairwise', input },
  { id: 'joint', kind: 'dviJoint', input: { sameAs: 'pairs' } },
  { id: 'lost', kind: 'dviJoint', input: { sameAs: 'nowhere' } },
  { id: 'chain', kind: 'dviJoint', input: { sameAs: 'joint' } },
  { id: 'broken', kind: 'dviJoint', input: { ...input, missing: ['Z'] } },
]

describe('by hand', () => {
  const [pairs, joint, lost, chain, broken] = solveCases(cases).results

  test('pairwise: in the order of "missing", null where the sex differs', () => {
    expect(pairs).toMatchObject({
      LRmatrix: { rows: ['V1', 'V2', 'V3'], cols: ['S2', 'S1'] },
      exclusionMatrix: {
        values: [
          [0, 0],
          [1, 1],
          [null, null],
        ],
      },
    })
    const { values } = pairs!.LRmatrix as { values: (number | null)[][] }
    expect(values[0]![0]).toBeCloseTo(2, 12)
    expect(values.slice(1)).toEqual([
      [0, 0],
      [null, null],
    ])
  })

  test('joint: the impossible ones last, equals in alphabetical order, nobody last', () => {
    expect(joint).toMatchObject({
      nAssignments: 7,
      victims: ['V1', 'V2', 'V3'],
      assignments: [
        ['S1', '*', '*'],
        ['S2', '*', '*'],
        ['*', '*', '*'],
        ['S1', 'S2', '*'],
        ['S2', 'S1', '*'],
        ['*', 'S1', '*'],
        ['*', 'S2', '*'],
      ],
    })
    const posterior = joint!.posteriorFlatPrior as number[]
    expect(posterior[0]).toBeCloseTo(2 / 5, 12)
    expect(posterior.slice(3)).toEqual([0, 0, 0, 0])
    expect((joint!.loglik as unknown[]).slice(3)).toEqual(new Array(4).fill('-Infinity'))
    expect((joint!.LRtop as unknown[]).slice(3)).toEqual(new Array(4).fill('Infinity'))
    expect((joint!.LRtop as number[])[2]).toBeCloseTo(2, 12)
    // P(F) P(V1) P(V2), V3 not typed
    expect((joint!.loglik as number[])[2]).toBeCloseTo(Math.log(0.25 ** 2 * 0.375 * 0.75 ** 2), 12)
    expect((joint!.marginal as Record<string, Record<string, number>>).V1!['*']).toBeCloseTo(1 / 5, 12)
  })

  test('a case that names no other case with an input is refused, the others are not', () => {
    expect(lost!.refusal?.code).toBe('same-as-unknown')
    expect(chain!.refusal?.code).toBe('same-as-unknown')
    expect(broken!.refusal?.code).toBe('case-malformed')
  })
})

const file = join(import.meta.dirname, '../../../../../shared/data/kinship/20-own-joint.json')

describe.skipIf(!existsSync(file))('dvir 3.4.2', () => {
  const examples: { id: string; expected: Record<string, unknown> }[] = existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8')).cases
    : []
  const { results } = solveCases(examples)
  test.each(examples.map((example, index) => [example.id, index] as const))('%s', (_, index) => {
    for (const [field, expected] of Object.entries(examples[index]!.expected))
      expectClose(results[index]![field], expected)
  })
})

function expectClose(found: unknown, expected: unknown): void {
  if (typeof expected === 'number' && typeof found === 'number') {
    expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-9 * Math.abs(expected))
  } else if (typeof expected === 'object' && expected !== null) {
    const inside = new Map(Object.entries(Object(found)))
    expect([...inside.keys()]).toEqual(Object.keys(expected))
    for (const [key, value] of Object.entries(expected)) expectClose(inside.get(key), value)
  } else expect(found).toBe(expected)
}
