import { expect, test } from 'vitest'
import type { Hypothesis, Person } from '../types.ts'
import type { HaplotypeDatabase } from './database.ts'
import type { LineageEvidence } from './evidence.ts'
import { type MtEvidenceInput, mtEvidence } from './mt-evidence.ts'
import { type MtHaplotype, type MtRange, mtDifferences } from './mt-haplotype.ts'

const control: MtRange[] = [[16_024, 576]]
const read = (...differences: string[]): MtHaplotype => ({ ranges: control, differences })

const differing = (a: string[], b: string[]) =>
  mtDifferences(a, b, [
    [16_024, 16_569],
    [1, 576],
  ])

test('a substitution is one difference; a run of inserted or deleted bases is one', () => {
  expect(differing(['263G'], ['A263G', '16093C']).differences).toEqual(['16093'])
  expect(differing([], ['523DEL', '524DEL']).differences).toEqual(['523'])
  expect(differing([], ['524.1A', '524.2C']).differences).toEqual(['524.1'])
  expect(differing(['152C', '195C'], []).differences).toEqual(['152', '195'])
})

test('the length of a C-stretch is named, not counted', () => {
  const found = differing(['309.1C', '315.1C'], ['309.1C', '309.2C', '315.1C', '16193.1C'])
  expect(found).toEqual({ differences: [], heteroplasmies: [], lengthVariants: ['309.2', '16193.1'] })
})

test('a mixture that shares a base is a heteroplasmy, one that does not is a difference', () => {
  expect(differing(['16093Y'], ['16093C'])).toMatchObject({ differences: [], heteroplasmies: ['16093'] })
  expect(differing(['16093Y'], [])).toMatchObject({ differences: [], heteroplasmies: ['16093'] })
  expect(differing(['16093Y'], ['16093A']).differences).toEqual(['16093'])
  expect(differing(['573.1c'], ['152C']).differences).toEqual(['152'])
  expect(differing(['524.1a'], []).heteroplasmies).toEqual(['524.1'])
})

test('outside the range read by both, nothing is compared', () => {
  expect(mtDifferences(['152C'], [], [[16_024, 16_400]]).differences).toEqual([])
})

const person = (id: string, sex: Person['sex'], mother: string | null = null): Person => ({
  id,
  father: null,
  mother,
  sex,
})
const aunt: Hypothesis = {
  name: 'maternal aunt',
  pedigrees: [
    [
      person('GM', 'female'),
      person('A', 'female', 'GM'),
      person('M', 'female', 'GM'),
      person('N', 'male', 'M'),
    ],
  ],
}
const mother: Hypothesis = { name: 'mother', pedigrees: [[person('A', 'female'), person('N', 'male', 'A')]] }
const unrelated: Hypothesis = {
  name: 'unrelated',
  pedigrees: [[person('A', 'female')], [person('N', 'male')]],
}
const own = read('263G', '315.1C')
const database: HaplotypeDatabase<MtHaplotype> = {
  name: 'Invented control regions',
  source: 'invented for this test',
  scope: 'region',
  n: 499,
  counts: [
    { haplotype: read('263G', '309.1C', '315.1C'), count: 4 },
    { haplotype: read('73G', '263G', '315.1C'), count: 495 },
  ],
}
const base: MtEvidenceInput = { profiles: { A: own, N: own }, hypotheses: [aunt, unrelated], database }

function found(input: MtEvidenceInput): LineageEvidence {
  const result = mtEvidence(input)
  if ('refusal' in result) throw new Error(result.refusal.code)
  return result
}
const codes = (evidence: LineageEvidence) => evidence.notes.map(({ code }) => code)

test('one haplotype, one maternal line against two: 1 / ((4 + 1) / (499 + 1)) = 100', () => {
  const evidence = found(base)
  expect(evidence.LR['maternal aunt']).toBeCloseTo(100, 10)
  expect(evidence.database.name).toBe(database.name)
  expect(codes(evidence)).toEqual(['line-not-person', 'mt-rule-not-verified'])
})

test('between relatives of one maternal line it says nothing', () => {
  const evidence = found({ ...base, hypotheses: [mother, aunt] })
  expect(evidence.LR).toEqual({ mother: 1 })
  expect(codes(evidence)).toContain('lineage-says-nothing')
})

test('one difference is inconclusive: no number, in words', () => {
  const evidence = found({ ...base, profiles: { A: own, N: read('73G', '263G', '315.1C') } })
  expect(evidence.verdict).toEqual({ 'maternal aunt': 'inconclusive', unrelated: 'consistent' })
  expect(evidence.LR).toEqual({ 'maternal aunt': null })
  expect(codes(evidence)).toEqual(expect.arrayContaining(['mt-one-difference', 'mt-no-ratio']))
})

test('two differences contradict the line', () => {
  const other = read('73G', '152C', '263G', '315.1C')
  const counts = [...database.counts, { haplotype: other, count: 0 }]
  const evidence = found({ ...base, database: { ...database, counts }, profiles: { A: own, N: other } })
  expect(evidence.verdict['maternal aunt']).toBe('contradicted')
  expect(codes(evidence)).toContain('mt-differences')
})

test('a heteroplasmy is said in words and leaves the count of the haplotype as it is', () => {
  const mixed = read('263G', '315.1C', '16093Y')
  const evidence = found({ ...base, profiles: { A: own, N: mixed } })
  expect(evidence.LR['maternal aunt']).toBeCloseTo(100, 10)
  expect(codes(evidence)).toContain('mt-heteroplasmy')
})

test('a shorter range of one person narrows the comparison, and the answer says so', () => {
  const short: MtHaplotype = { ranges: [[16_024, 16_365]], differences: [] }
  const evidence = found({ ...base, profiles: { A: own, N: short } })
  expect(evidence.compared).toEqual(['16024-16365'])
  expect(codes(evidence)).toContain('partial-haplotypes')
  // Nobody of the database differs there: 500 / 500.
  expect(evidence.LR['maternal aunt']).toBeCloseTo(1, 12)
})

test.each<[string, Partial<MtEvidenceInput>]>([
  ['mt-variant', { profiles: { A: read('263Q'), N: own } }],
  ['mt-range', { profiles: { A: { ranges: [[0, 576]], differences: [] }, N: own } }],
  ['no-shared-range', { profiles: { A: { ranges: [[600, 700]], differences: [] }, N: own } }],
  ['nobody-typed', { profiles: {} }],
  ['typed-person-not-placed', { profiles: { ...base.profiles, C: own } }],
])('refused: %s', (code, change) => {
  const result = mtEvidence({ ...base, ...change })
  expect('refusal' in result && result.refusal.code).toBe(code)
})
