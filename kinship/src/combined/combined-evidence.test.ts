import { expect, test } from 'vitest'
import type { HaplotypeDatabase } from '../lineage/database.ts'
import type { MtHaplotype } from '../lineage/mt-haplotype.ts'
import type { YHaplotype } from '../lineage/y-haplotype.ts'
import { sexRatio } from '../nongenetic/traits.ts'
import type { Hypothesis, KinshipCase, Locus, Person } from '../types.ts'
import { type CombinedEvidence, type CombinedInput, combinedEvidence } from './combined-evidence.ts'
import type { EvidencePart } from './evidence-parts.ts'

const person = (id: string, sex: Person['sex'], father: string | null = null): Person => ({
  id,
  father,
  mother: null,
  sex,
})
const father: Hypothesis = { name: 'father', pedigrees: [[person('F', 'male'), person('K', 'male', 'F')]] }
const unrelated: Hypothesis = { name: 'unrelated', pedigrees: [[person('F', 'male')], [person('K', 'male')]] }
const hypotheses = [father, unrelated]

const locus = (name: string, chrom: Locus['chrom']): Locus => ({
  name,
  chrom,
  alleles: ['6', '9.3'],
  frequencies: [0.25, 0.75],
  mutation: null,
})
const autosomalCase: KinshipCase = {
  loci: [locus('TH01', 'autosomal')],
  genotypes: { F: { TH01: ['6', '6'] }, K: { TH01: ['6', '6'] } },
  hypotheses,
}
const autosomal: EvidencePart = { kind: 'autosomal', input: autosomalCase }
const x: EvidencePart = {
  kind: 'X',
  input: { loci: [locus('DXS1', 'X')], genotypes: { F: { DXS1: ['6'] }, K: { DXS1: ['9.3'] } }, hypotheses },
}
const yDatabase: HaplotypeDatabase<YHaplotype> = {
  ...{ name: 'Y test', source: 'invented', scope: 'region', n: 99 },
  counts: [{ haplotype: { DYS19: '14' }, count: 0 }],
}
const y: EvidencePart = {
  kind: 'Y',
  input: {
    profiles: { F: { DYS19: '14' }, K: { DYS19: '14' } },
    hypotheses,
    database: yDatabase,
    mutation: null,
  },
}
const mtDatabase: HaplotypeDatabase<MtHaplotype> = {
  ...{ name: 'mt test', source: 'invented', scope: 'region', n: 99 },
  counts: [{ haplotype: { ranges: [[1, 576]], differences: ['263G'] }, count: 99 }],
}
const mt = (...differences: string[]): EvidencePart => ({
  kind: 'MT',
  input: {
    profiles: {
      F: { ranges: [[1, 576]], differences: ['263G'] },
      K: { ranges: [[1, 576]], differences },
    },
    hypotheses,
    database: {
      ...mtDatabase,
      n: 100,
      counts: [...mtDatabase.counts, { haplotype: { ranges: [[1, 576]], differences }, count: 1 }],
    },
  },
})

function found(input: CombinedInput): CombinedEvidence {
  const result = combinedEvidence(input)
  if ('refusal' in result) throw new Error(`${result.refusal.code}: ${result.refusal.message}`)
  return result
}
const refusal = (input: CombinedInput) => {
  const result = combinedEvidence(input)
  return 'refusal' in result ? result.refusal.code : null
}
const assumed = (evidence: CombinedEvidence) => evidence.assumptions.map(({ code }) => code)

test('autosomal 4, X 1 (a father gives his son no X), Y 100, mt 1 (a father gives none): 400 over DNA', () => {
  const evidence = found({ parts: [autosomal, x, y, mt('73G')] })
  expect(evidence.parts.map(({ kind, LR }) => [kind, LR.father])).toEqual([
    ['autosomal', expect.closeTo(4, 12)],
    ['X', expect.closeTo(1, 12)],
    ['Y', expect.closeTo(100, 10)],
    ['MT', 1],
  ])
  expect(evidence.dna.father?.log10LR).toBeCloseTo(Math.log10(400), 12)
  expect(evidence.dna.father?.LR).toBeCloseTo(400, 9)
  expect(evidence.dna.father?.parts).toEqual(['autosomal', 'X', 'Y', 'MT'])
  expect(evidence.reference).toBe('unrelated')
  expect(evidence.engine.name).toBe('@sandsage/kinship')
})

test('what multiplying assumes is listed', () => {
  expect(assumed(found({ parts: [autosomal, x, y] }))).toEqual([
    'independent-given-pedigree',
    'x-autosomal-conditional',
    'lineage-same-hypotheses',
    'theta-with-lineage',
  ])
  expect(assumed(found({ parts: [autosomal] }))).toEqual([])
  const two = { ...x, input: { ...x.input, loci: [locus('DXS1', 'X'), locus('DXS2', 'X')] } } as EvidencePart
  expect(assumed(found({ parts: [two] }))).toEqual(['x-loci-independent'])
})

const brothers = (name: string, mother: string | null): Hypothesis => ({
  name,
  pedigrees: [
    [person('M', 'female'), { ...person('F', 'male'), mother: 'M' }, { ...person('K', 'male'), mother }],
  ],
})
const maternal = [brothers('maternal brother', 'M'), brothers('unrelated', null)]
const ofBrothers = (part: EvidencePart): EvidencePart =>
  ({ ...part, input: { ...part.input, hypotheses: maternal } }) as EvidencePart

test('inconclusive mt is left out and said; contradicting mt withholds the total', () => {
  const one = found({ parts: [ofBrothers(autosomal), ofBrothers(mt('263G', '73G'))] })
  expect(one.dna['maternal brother']?.parts).toEqual(['autosomal'])
  // Half-siblings 6/6 and 6/6: 1/2 + 1/2 * 1/p = 2.5.
  expect(one.dna['maternal brother']?.LR).toBeCloseTo(2.5, 12)
  expect(one.notes.map(({ code }) => code)).toEqual(['part-left-out'])
  const two = found({ parts: [ofBrothers(autosomal), ofBrothers(mt('263G', '73G', '152C'))] })
  expect(two.dna['maternal brother']).toEqual({ LR: null, log10LR: null, parts: [] })
  expect(two.notes.map(({ code }) => code)).toEqual(['total-withheld'])
})

const sex = sexRatio({ sought: 'male', examined: 'male', shareFemale: 0.5, error: 0.05, source: 'invented' })
const stated = { assumption: 'independent', reason: 'invented for this test' } as const

test('evidence other than DNA stands apart until somebody states its independence', () => {
  const apart = found({ parts: [autosomal], nonDna: { traits: [sex], hypothesis: 'father' } })
  expect(apart.dna.father?.LR).toBeCloseTo(4, 12)
  expect(apart.nonDna?.traits[0]?.LR).toBeCloseTo(1.9, 12)
  expect(apart.nonDna?.combined).toBeNull()
  expect(apart.all).toBeNull()
  expect(apart.notes.map(({ code }) => code)).toEqual(['non-dna-apart'])
  const nonDna = { traits: [sex], hypothesis: 'father', independence: stated, independenceOfDna: stated }
  const together = found({ parts: [autosomal], nonDna })
  expect(together.dna.father?.LR).toBeCloseTo(4, 12)
  expect(together.all?.LR).toBeCloseTo(7.6, 12)
})

test('the order in which people and hypotheses are listed changes nothing', () => {
  const reordered = {
    ...y,
    input: {
      ...y.input,
      hypotheses: [unrelated, { ...father, pedigrees: [[...father.pedigrees[0]!].reverse()] }],
    },
  } as EvidencePart
  expect(found({ parts: [autosomal, reordered] }).dna.father?.LR).toBeCloseTo(400, 9)
})

const renamed: Hypothesis = { ...father, name: 'uncle' }
const grown: Hypothesis = { ...father, pedigrees: [[...father.pedigrees[0]!, person('Z', 'male')]] }

test.each<[string, CombinedInput]>([
  ['no-parts', { parts: [] }],
  ['part-twice', { parts: [y, y] }],
  [
    'part-chromosome',
    { parts: [{ kind: 'autosomal', input: { ...autosomalCase, loci: [locus('DXS1', 'X')] } }] },
  ],
  [
    'hypotheses-differ',
    { parts: [autosomal, { ...y, input: { ...y.input, hypotheses: [renamed, unrelated] } } as EvidencePart] },
  ],
  [
    'pedigrees-differ',
    { parts: [autosomal, { ...y, input: { ...y.input, hypotheses: [grown, unrelated] } } as EvidencePart] },
  ],
  [
    'references-differ',
    {
      parts: [{ kind: 'autosomal', input: { ...autosomalCase, reference: 'father' } }, y],
      reference: 'unrelated',
    },
  ],
  ['reference-unknown', { parts: [autosomal], reference: 'uncle' }],
  [
    'no-shared-loci',
    {
      parts: [
        {
          ...y,
          input: { ...y.input, profiles: { F: { DYS19: '14' }, K: { DYS390: '24' } } },
        } as EvidencePart,
      ],
    },
  ],
  ['hypothesis-unknown', { parts: [autosomal], nonDna: { traits: [sex], hypothesis: 'uncle' } }],
  [
    'independence-not-stated',
    { parts: [autosomal], nonDna: { traits: [sex], hypothesis: 'father', independenceOfDna: stated } },
  ],
  [
    'fact-twice',
    { parts: [autosomal], nonDna: { traits: [sex, sex], hypothesis: 'father', independence: stated } },
  ],
])('refused: %s', (code, input) => {
  expect(refusal(input)).toBe(code)
})
