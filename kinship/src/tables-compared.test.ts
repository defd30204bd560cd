import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FrequencyTable } from './frequency-table.ts'
import { type CaseByTable, likelihoodRatioByTable, type TableComparison } from './tables-compared.ts'
import type { Person } from './types.ts'

const person = (id: string, father: string | null = null): Person => ({
  id,
  father,
  mother: null,
  sex: 'male',
})

/** Loci with an allele 6 of the frequency given, the rest being 7. */
const table = (id: string, shares: Record<string, number>): FrequencyTable => ({
  id,
  title: id.toUpperCase(),
  source: '',
  licence: '',
  note: '',
  n: null,
  loci: Object.fromEntries(
    Object.entries(shares).map(([locus, p]) => [locus, { alleles: ['6', '7'], frequencies: [p, 1 - p] }]),
  ),
})

/** Father and child both 6/6 at every locus: LR = 1/p at each. */
const duo = (tables: FrequencyTable[], names: string[]): CaseByTable => ({
  tables,
  choice: { names, mutation: { model: 'none' }, minimumFrequency: 0.01 },
  genotypes: Object.fromEntries(
    ['F', 'K'].map((id) => [id, Object.fromEntries(names.map((name) => [name, ['6', '6']]))]),
  ),
  hypotheses: [
    { name: 'father', pedigrees: [[person('F'), person('K', 'F')]] },
    { name: 'unrelated', pedigrees: [[person('F')], [person('K')]] },
  ],
})

function compared(input: CaseByTable): TableComparison {
  const found = likelihoodRatioByTable(input)
  if ('refusal' in found) throw new Error(found.refusal.message)
  return found
}

describe('two tables', () => {
  test('the lower ratio is the one to quote', () => {
    const { lowest, answers, reference } = compared(
      duo([table('a', { L: 0.25 }), table('b', { L: 0.5 })], ['L']),
    )
    expect(reference).toBe('unrelated')
    expect(answers.map(({ onCommonLoci }) => onCommonLoci!.father!)).toEqual([
      expect.closeTo(Math.log10(4), 12),
      expect.closeTo(Math.log10(2), 12),
    ])
    expect(lowest.father).toEqual({ table: 'b', log10LR: expect.closeTo(Math.log10(2), 12) })
  })

  test('a locus one table lacks is left out for that table, said, and left out of the comparison', () => {
    const tables = [table('a', { L: 0.25, M: 0.1 }), table('b', { L: 0.2 })]
    const { answers, commonLoci, lowest, lowestOnCommonLoci, notes } = compared(duo(tables, ['L', 'M']))
    expect(answers.map(({ loci, missing }) => [loci, missing])).toEqual([
      [['L', 'M'], []],
      [['L'], ['M']],
    ])
    expect(notes).toMatchObject([{ code: 'locus-not-in-table', locus: 'M' }])
    expect(commonLoci).toEqual(['L'])
    expect(lowest.father).toEqual({ table: 'b', log10LR: expect.closeTo(Math.log10(5), 12) })
    expect(lowestOnCommonLoci.father).toEqual({ table: 'a', log10LR: expect.closeTo(Math.log10(4), 12) })
  })

  test('a table that cannot be used is refused by itself and said', () => {
    const { answers, notes, commonLoci, lowest } = compared(
      duo([table('a', { L: 0.25 }), table('b', { Q: 0.5 })], ['L']),
    )
    expect(answers[1]!.answer).toMatchObject({ refusal: { code: 'no-locus-in-table' } })
    expect(notes.map(({ code }) => code)).toEqual(['table-refused'])
    expect(commonLoci).toEqual(['L'])
    expect(lowest.father!.table).toBe('a')
  })

  test('an excluded father is minus infinity under every table, and that is the lowest', () => {
    const input = duo([table('a', { L: 0.25 }), table('b', { L: 0.5 })], ['L'])
    const { lowest } = compared({ ...input, genotypes: { F: { L: ['6', '6'] }, K: { L: ['7', '7'] } } })
    expect(lowest.father!.log10LR).toBe(Number.NEGATIVE_INFINITY)
  })
})

test('an allele a table lacks comes in by the rule, and the change is part of the answer', () => {
  const [{ changes, answer }] = compared({
    ...duo([{ ...table('a', {}), loci: { L: { alleles: ['7'], frequencies: [1] } } }], ['L']),
  }).answers as [TableComparison['answers'][0]]
  expect(changes).toMatchObject([{ locus: 'L', alleles: [{ allele: '6', published: null, raised: 0.01 }] }])
  expect(answer).toMatchObject({ LR: { father: expect.closeTo(1.01 / 0.01, 9) } })
})

test('no table, a table named twice, and a question no table answers are refused', () => {
  expect(likelihoodRatioByTable(duo([], ['L']))).toMatchObject({ refusal: { code: 'no-table' } })
  const twice = duo([table('a', { L: 0.5 }), table('a', { L: 0.2 })], ['L'])
  expect(likelihoodRatioByTable(twice)).toMatchObject({ refusal: { code: 'table-twice' } })
  const nowhere = duo([table('a', { L: 0.5 })], ['Q'])
  expect(likelihoodRatioByTable(nowhere)).toMatchObject({ refusal: { code: 'no-locus-in-table' } })
  const unknown = { ...duo([table('a', { L: 0.5 })], ['L']), reference: 'nobody' }
  expect(likelihoodRatioByTable(unknown)).toMatchObject({ refusal: { code: 'reference-unknown' } })
})

test('the order of the tables changes no figure, and no table gives less than the lowest', () => {
  const shares = fc.array(fc.double({ min: 0.01, max: 0.99, noNaN: true }), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(shares, (list) => {
      const tables = list.map((p, i) => table(`t${i}`, { L: p }))
      const { lowest } = compared(duo(tables, ['L']))
      expect(lowest.father!.log10LR).toBeCloseTo(-Math.log10(Math.max(...list)), 10)
      expect(compared(duo(tables.toReversed(), ['L'])).lowest.father!.log10LR).toBe(lowest.father!.log10LR)
    }),
    { numRuns: 30 },
  )
})
