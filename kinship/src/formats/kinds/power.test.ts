import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { solveCase } from '../cases.ts'

const file = join(import.meta.dirname, '../../../../../shared/data/kinship/08-power-distributions.json')
const kinds = new Set(['exclusionPower', 'missingPersonEP', 'oneMarkerDistribution', 'expectedLR'])

type Example = { id: string; kind: string; relTolerance: number; expected: Record<string, unknown> }

const examples = existsSync(file)
  ? (JSON.parse(readFileSync(file, 'utf8')) as { cases: Example[] }).cases.filter(({ kind }) =>
      kinds.has(kind),
    )
  : []

/** Numbers within the tolerance of the case, everything else the same. */
function expectAgreement(found: unknown, expected: unknown, tolerance: number): void {
  if (typeof expected === 'number') {
    expect(Math.abs(Number(found) - expected)).toBeLessThanOrEqual(tolerance * Math.abs(expected))
  } else if (typeof expected === 'object' && expected !== null) {
    expect(Object.keys(found as object)).toEqual(expect.arrayContaining(Object.keys(expected)))
    for (const [key, value] of Object.entries(expected)) {
      expectAgreement((found as Record<string, unknown>)[key], value, tolerance)
    }
  } else expect(found).toBe(expected)
}

describe.skipIf(examples.length === 0)('values of forrel 1.9.0 and pedprobr 1.1.0', () => {
  test.each(examples.map((example) => [example.id, example] as const))('%s', (_, example) => {
    expectAgreement(solveCase(example), example.expected, example.relTolerance)
  })
})

const person = (id: string, sex: string, father: string | null = null, mother: string | null = null) => ({
  id,
  sex,
  father,
  mother,
})
const loci = [{ name: 'L', chrom: 'autosomal', alleles: ['1', '2'], frequencies: [0.5, 0.5], mutation: null }]
const trio = [[person('F', 'male'), person('M', 'female'), person('C', 'male', 'F', 'M')]]
const strangers = [[person('F', 'male')], [person('C', 'male')]]
const solve = (kind: string, input: unknown) => solveCase({ id: 'x', kind, input })

test('exclusion power: with mutation everything is possible, until it is left out', () => {
  const model = { model: 'equal', rate: 0.01 }
  const mutating = [{ ...loci[0], mutation: { female: model, male: model } }]
  const input = { claim: trio, truth: strangers, ids: ['F', 'C'], loci: mutating, genotypes: [] }
  expect(solve('exclusionPower', input).EPtotal).toBeCloseTo(0.125, 14)
  expect(solve('exclusionPower', { ...input, disableMutations: 'NA' }).EPtotal).toBeCloseTo(0.125, 14)
  expect(solve('exclusionPower', { ...input, disableMutations: false }).EPtotal).toBe(0)
  expect(solve('exclusionPower', { ...input, disableMutations: ['L'] }).EPtotal).toBeCloseTo(0.125, 14)
  expect(solve('exclusionPower', { ...input, disableMutations: 3 }).refusal?.code).toBe('case-malformed')
})

test('one marker: two people, the first varying fastest', () => {
  const found = solve('oneMarkerDistribution', { pedigrees: trio, loci, genotypes: {}, ids: ['F', 'C'] })
  expect(found.columns).toEqual(['F', 'C', 'prob'])
  expect((found.rows as unknown[]).slice(0, 3)).toEqual([
    { F: '1/1', C: '1/1', prob: expect.closeTo(0.125, 14) },
    { F: '1/2', C: '1/1', prob: expect.closeTo(0.125, 14) },
    { F: '2/2', C: '1/1', prob: 0 },
  ])
  const two = [...loci, { ...loci[0], name: 'M' }]
  expect(solve('oneMarkerDistribution', { pedigrees: trio, loci: two, ids: ['C'] }).refusal?.code).toBe(
    'one-locus',
  )
})

test('expected ratio: over independent loci the product; infinite as a word', () => {
  const hypotheses = { TRIO: trio, U: [...strangers, [person('M', 'female')]] }
  const input = { hypotheses, ids: ['F', 'C'], loci }
  const once = solve('expectedLR', input)
  // Father and child at one locus of two even alleles: mean 1 + (2 - 1) / 4.
  expect(once.TriovsU_trueTrio).toBeCloseTo(1.25, 14)
  const twice = solve('expectedLR', { ...input, loci: [...loci, { ...loci[0], name: 'M' }] })
  expect(twice.TriovsU_trueTrio).toBeCloseTo(1.25 ** 2, 14)
  const turned = solve('expectedLR', { ...input, hypotheses: { U: hypotheses.U, TRIO: trio } })
  expect(turned.UvsTrio_trueU).toBe('Infinity')
})
