import { expect, test } from 'vitest'
import type { Hypothesis, Person } from '../types.ts'
import type { HaplotypeDatabase } from './database.ts'
import type { LineageEvidence } from './evidence.ts'
import { type YEvidenceInput, yEvidence } from './y-evidence.ts'
import type { YHaplotype } from './y-haplotype.ts'
import { countedYMutation, ystrRates } from './ystr-rates.ts'

const man = (id: string, father: string | null = null): Person => ({ id, father, mother: null, sex: 'male' })
const father: Hypothesis = { name: 'father', pedigrees: [[man('A'), man('B', 'A')]] }
const brother: Hypothesis = { name: 'brother', pedigrees: [[man('F'), man('A', 'F'), man('B', 'F')]] }
const unrelated: Hypothesis = { name: 'unrelated', pedigrees: [[man('A')], [man('B')]] }

const common = { DYS19: '14', DYS390: '24' }
const rare = { DYS19: '15', DYS390: '24' }
/** 100 men: 19 show `common`, one shows `rare`, 80 show something of their own. */
const database: HaplotypeDatabase<YHaplotype> = {
  name: 'Invented clan sample',
  source: 'invented for this test',
  scope: 'country',
  n: 100,
  counts: [
    { haplotype: common, count: 19 },
    { haplotype: rare, count: 1 },
    ...Array.from({ length: 80 }, (_, i) => ({
      haplotype: { DYS19: '10', DYS390: String(100 + i) },
      count: 1,
    })),
  ],
}
const base: YEvidenceInput = {
  profiles: { A: common, B: common },
  hypotheses: [father, unrelated],
  database,
  mutation: null,
}
const rates = { rates: { DYS19: 0.002, DYS390: 0.004 }, source: 'invented for this test' }

function found(input: YEvidenceInput): LineageEvidence {
  const result = yEvidence(input)
  if ('refusal' in result) throw new Error(result.refusal.code)
  return result
}
const codes = (evidence: LineageEvidence) => evidence.notes.map(({ code }) => code)
const refusal = (input: YEvidenceInput) => {
  const result = yEvidence(input)
  return 'refusal' in result ? result.refusal.code : null
}

test('one haplotype, one line against two: 1 / ((x + 1) / (n + 1)), the database named', () => {
  const evidence = found(base)
  expect(evidence.LR.father).toBeCloseTo(101 / 20, 12)
  expect(evidence.log10LR.father).toBeCloseTo(Math.log10(101 / 20), 12)
  expect(evidence.database).toEqual({
    name: database.name,
    source: database.source,
    scope: 'country',
    n: 100,
  })
  expect(evidence.lines).toEqual({ father: [['A', 'B']], unrelated: [['A'], ['B']] })
})

test('by the upper bound and by kappa; kappa needs an unseen haplotype', () => {
  const unseen = { DYS19: '17', DYS390: '21' }
  const kappa = found({ ...base, method: 'kappa', profiles: { A: unseen, B: unseen } })
  // 81 singletons and the haplotype itself among 101: kappa = 82/101.
  expect(kappa.LR.father).toBeCloseTo(101 / (1 - 82 / 101), 9)
  const bound = found({ ...base, method: 'upperBound', profiles: { A: unseen, B: unseen } })
  expect(bound.LR.father).toBeCloseTo(1 / (1 - 0.05 ** (1 / 100)), 9)
  const seen = found({ ...base, method: 'kappa' })
  expect(codes(seen)).toContain('kappa-not-applicable')
  expect(seen.LR.father).toBeCloseTo(101 / 20, 12)
})

test('theta: 1 / (theta + (1 - theta) p)', () => {
  const evidence = found({ ...base, theta: 0.15 })
  expect(evidence.LR.father).toBeCloseTo(1 / (0.15 + 0.85 * (20 / 101)), 12)
  expect(codes(evidence)).toContain('theta-applied')
})

test('no mutation in one meiosis: every locus gives 1 - rate', () => {
  const evidence = found({ ...base, mutation: rates })
  expect(evidence.LR.father).toBeCloseTo((0.998 * 0.996 * 101) / 20, 10)
})

test('father and son one step apart: rate / 2 over the probability of the haplotype of the son', () => {
  const evidence = found({ ...base, profiles: { A: common, B: rare }, mutation: rates })
  expect(evidence.LR.father).toBeCloseTo((0.001 * 0.996 * 101) / 2, 10)
  expect(codes(evidence)).not.toContain('founder-haplotype-inferred')
})

test('brothers one step apart: the father is read from the rarer haplotype, and that is said', () => {
  const evidence = found({
    ...base,
    hypotheses: [brother, unrelated],
    profiles: { A: common, B: rare },
    mutation: rates,
  })
  const passed = 2 * 0.998 * 0.001 * (0.996 ** 2 + 2 * 0.002 ** 2)
  expect(evidence.LR.brother).toBeCloseTo((passed * 101) / 20, 12)
  expect(codes(evidence)).toContain('founder-haplotype-inferred')
})

test('relatives of one line under both hypotheses: 1, and the answer says so', () => {
  const evidence = found({ ...base, hypotheses: [father, brother], mutation: rates })
  expect(evidence.LR).toEqual({ father: 1 })
  expect(codes(evidence)).toContain('lineage-says-nothing')
  const counted = found({
    ...base,
    hypotheses: [father, brother],
    mutation: rates,
    sameLine: 'count-meioses',
  })
  const once = 0.998 * 0.996
  const twice = (0.998 ** 2 + 2 * 0.001 ** 2) * (0.996 ** 2 + 2 * 0.002 ** 2)
  expect(counted.LR.father).toBeCloseTo(once / twice, 12)
  expect(codes(counted)).toContain('same-line-mutations-only')
})

test('one line under both, but a mutation in it: the haplotype cancels, the meioses remain', () => {
  const evidence = found({
    ...base,
    hypotheses: [brother, father],
    profiles: { A: common, B: rare },
    mutation: rates,
  })
  const twice = 2 * 0.998 * 0.001 * (0.996 ** 2 + 2 * 0.002 ** 2)
  expect(evidence.LR.brother).toBeCloseTo(twice / (0.001 * 0.996), 12)
  expect(codes(evidence)).toContain('same-line-mutations-only')
})

test('a third man apart under both hypotheses changes nothing when he shows something else', () => {
  const apart = (h: Hypothesis): Hypothesis => ({ ...h, pedigrees: [...h.pedigrees, [man('C')]] })
  const evidence = found({
    ...base,
    profiles: { ...base.profiles, C: rare },
    hypotheses: [apart(father), apart(unrelated)],
  })
  expect(evidence.LR.father).toBeCloseTo(101 / 20, 12)
})

test('impossible in the model is no exclusion: 0 with a note, and a number with two-step mutations', () => {
  const far = { profiles: { A: common, B: { DYS19: '16', DYS390: '24' } } }
  const single = found({ ...base, ...far, mutation: rates })
  expect(single.LR.father).toBe(0)
  expect(single.log10LR.father).toBe(Number.NEGATIVE_INFINITY)
  expect(single.verdict).toEqual({ father: 'contradicted', unrelated: 'consistent' })
  expect(codes(single)).toContain('impossible-under-model')
  const two = found({ ...base, ...far, mutation: { ...rates, twoStepShare: 0.05 } })
  expect(two.LR.father).toBeCloseTo(0.002 * 0.05 * 0.5 * 0.996 * 101, 12)
})

test('only loci that everybody and the database have are compared, and the answer says which', () => {
  const evidence = found({ ...base, profiles: { A: { ...common, DYS391: '10' }, B: { DYS19: '14' } } })
  expect(evidence.compared).toEqual(['DYS19'])
  expect(evidence.LR.father).toBeCloseTo(101 / 20, 12)
  expect(evidence.notes.find(({ code }) => code === 'partial-haplotypes')?.message).toContain(
    'DYS390, DYS391',
  )
})

test('copies of DYS385 are compared without order, however they are written', () => {
  const counts = [
    { haplotype: { DYS385: '11,14' }, count: 9 },
    { haplotype: { DYS385: '12' }, count: 90 },
  ]
  const evidence = found({
    ...base,
    database: { ...database, n: 99, counts },
    profiles: { A: { DYS385: '14-11' }, B: { DYS385a: '11', DYS385b: '14' } },
  })
  expect(evidence.LR.father).toBeCloseTo(10, 12)
})

test('the clan warning is part of every answer, with its facts', () => {
  const warning = found(base).notes.find(({ code }) => code === 'clan-warning')
  expect(warning?.message).toContain('Kazakh 15.6 %')
  expect(warning?.message).toContain('Heyer et al. 2009')
  const clan = found({ ...base, database: { ...database, scope: 'clan' } })
  expect(codes(clan)).toContain('clan-database')
})

test('a database at hand only in part: a haplotype must have been looked up; 0 is a count', () => {
  const part = { ...database, counts: [] }
  expect(refusal({ ...base, database: part })).toBe('haplotype-not-counted')
  const looked = { ...part, counts: [{ haplotype: common, count: 0 }], singletons: 90 }
  const evidence = found({ ...base, database: looked, method: 'kappa' })
  expect(evidence.LR.father).toBeCloseTo(101 / (1 - 91 / 101), 9)
})

test.each<[string, Partial<YEvidenceInput>]>([
  ['no-alternative', { hypotheses: [father] }],
  ['hypothesis-twice', { hypotheses: [father, father] }],
  ['reference-unknown', { reference: 'cousin' }],
  ['theta-range', { theta: 1 }],
  ['confidence-range', { confidence: 1 }],
  ['nobody-typed', { profiles: {} }],
  ['no-shared-loci', { profiles: { A: { DYS19: '14' }, B: { DYS390: '24' } } }],
  ['allele-missing', { profiles: { A: { DYS19: '' }, B: common } }],
  ['copy-number-differs', { profiles: { A: { DYS19: '14,15', DYS390: '24' }, B: common } }],
  ['typed-person-not-placed', { profiles: { ...base.profiles, C: common } }],
  ['mutation-rate-missing', { mutation: { rates: { DYS19: 0.002 }, source: 'x' } }],
  ['mutation-rate', { mutation: { rates: { DYS19: 2, DYS390: 0.1 }, source: 'x' } }],
  ['mutation-rate', { mutation: { ...rates, source: ' ' } }],
  ['database-unnamed', { database: { ...database, source: '' } }],
  ['database-empty', { database: { ...database, n: 0, counts: [] } }],
  ['database-counts', { database: { ...database, n: 99 } }],
])('refused: %s', (code, change) => {
  expect(refusal({ ...base, ...change })).toBe(code)
})

test('the counted rates: DYS19 36 in 16,090; DYS385 has two copies; a model names its source', () => {
  expect(ystrRates.loci.DYS19).toEqual({ mutations: 36, meioses: 16_090, rate: 36 / 16_090, copies: 1 })
  expect(ystrRates.loci.DYS385?.copies).toBe(2)
  expect(countedYMutation({ elsewhere: 0.003 }).source).toContain('yhrd.org')
  expect(Object.keys(ystrRates.loci)).toHaveLength(27)
})
