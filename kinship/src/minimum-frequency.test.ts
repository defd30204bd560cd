import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type FrequencyTable, lociWithChanges } from './frequency-table.ts'
import { type MinimumFrequency, minimumFrequencyRules } from './minimum-frequency.ts'

/** 100 alleles counted: 2 A (named 5), 98 B (named 7). */
const table: FrequencyTable = {
  id: 't',
  title: 'T',
  source: '',
  licence: '',
  note: '',
  n: 50,
  loci: { L: { alleles: ['5', '7'], frequencies: [0.02, 0.98] } },
}
const under = (minimumFrequency: MinimumFrequency, alleles: string[], from = table) => {
  const { loci, changes } = lociWithChanges(from, {
    names: ['L'],
    mutation: { model: 'none' },
    minimumFrequency,
    observed: { X: { L: alleles } },
  })
  return { locus: loci[0]!, change: changes[0]! }
}

function expectClose(found: number[], expected: number[]): void {
  expect(found).toHaveLength(expected.length)
  for (const [i, value] of found.entries()) expect(value).toBeCloseTo(expected[i]!, 14)
}

describe('a shown allele that is missing (6) or rare (5: 2 of 100)', () => {
  test('a fixed minimum: only what is missing', () => {
    const { locus, change } = under(0.01, ['5', '6'])
    expect(locus.frequencies).toEqual([0.02 / 1.01, 0.01 / 1.01, 0.98 / 1.01])
    expect(change.alleles).toEqual([{ allele: '6', published: null, raised: 0.01, used: 0.01 / 1.01 }])
  })

  test('5/(2N) = 0.05: only what is missing; NRC II: what is rare as well', () => {
    expect(under('5/2N', ['5', '6']).change).toMatchObject({
      chromosomes: 100,
      alleles: [{ allele: '6', published: null, raised: 0.05 }],
    })
    const { locus, change } = under('nrc-ii', ['5', '6'])
    expect(change.alleles.map(({ allele, raised }) => [allele, raised])).toEqual([
      ['5', 0.05],
      ['6', 0.05],
    ])
    const sum = 0.05 + 0.05 + 0.98
    expect(locus.frequencies).toEqual([0.05 / sum, 0.05 / sum, 0.98 / sum])
    expect(change.divisor).toBe(sum)
  })

  test('NRC II leaves alone what is common, and what is rare and not shown', () => {
    expect(under('nrc-ii', ['7']).change.alleles).toEqual([])
    expect(under('nrc-ii', ['7']).locus.frequencies).toEqual([0.02, 0.98])
  })

  test('ISFG 2007: (x + 1)/(2N + 1), hence after division one more of each in a base of 2N + shown', () => {
    const { locus, change } = under('isfg-2007', ['5', '6'])
    expect(change.alleles.map(({ raised }) => raised)).toEqual([3 / 101, 1 / 101])
    const expected = [3 / 102, 1 / 102, 98 / 102]
    expectClose(locus.frequencies, expected)
  })

  test('Dirichlet: (x + 1/k)/(2N + 1) with k = 3, which already sums to 1', () => {
    const { locus, change } = under('dirichlet', ['6'])
    const expected = [(2 + 1 / 3) / 101, 1 / 3 / 101, (98 + 1 / 3) / 101]
    expectClose(locus.frequencies, expected)
    expect(change.divisor).toBeCloseTo(1, 14)
  })
})

test('an allele printed with frequency 0 is as unseen as one left out', () => {
  const printed = { ...table, loci: { L: { alleles: ['5', '6', '7'], frequencies: [0.02, 0, 0.98] } } }
  for (const rule of [0.01, '5/2N', 'nrc-ii', 'isfg-2007'] as const) {
    expect(under(rule, ['6'], printed).locus.frequencies).toEqual(under(rule, ['6']).locus.frequencies)
  }
  expect(under(0.01, ['7'], printed).locus.frequencies[1]).toBe(0)
})

test('the alleles counted at a locus go before the people counted in the table', () => {
  const counted = { ...table, loci: { L: { ...table.loci.L!, chromosomes: 1000 } } }
  expect(under('5/2N', ['6'], counted).change.alleles[0]!.raised).toBe(5 / 1000)
})

test('a rule that counts needs the count; a name that is no rule is refused', () => {
  const unstated = { ...table, n: null }
  for (const rule of ['5/2N', 'nrc-ii', 'isfg-2007', 'dirichlet'] as const) {
    expect(() => under(rule, ['6'], unstated)).toThrow(/how many people/)
  }
  expect(under(0.01, ['6'], unstated).locus.alleles).toEqual(['5', '6', '7'])
  expect(() => under(JSON.parse('"nrc"') as MinimumFrequency, ['6'])).toThrow(/no minimum-frequency rule/)
  expect(() => under(0, ['6'])).toThrow(/between 0 and 1/)
})

test('under every rule the frequencies sum to 1 and no shown allele has less than the table divided by the sum', () => {
  const rules = [0.001, ...(Object.keys(minimumFrequencyRules) as MinimumFrequency[])]
  const counts = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 2, maxLength: 12 })
  fc.assert(
    fc.property(counts, fc.nat({ max: 14 }), fc.constantFrom(...rules), (list, shown, rule) => {
      const total = list.reduce((sum, x) => sum + x, 0)
      const alleles = list.map((_, i) => String(i))
      const loci = { L: { alleles, frequencies: list.map((x) => x / total), chromosomes: total } }
      const { locus, change } = under(rule, [String(shown)], { ...table, loci })
      expect(locus.frequencies.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12)
      const used = locus.frequencies[locus.alleles.indexOf(String(shown))]!
      expect(used).toBeGreaterThan(0)
      const published = (list[shown] ?? 0) / total
      const isBelowItsShare = rule === 'dirichlet' && published > 1 / list.length
      if (!isBelowItsShare) expect(used * change.divisor).toBeGreaterThanOrEqual(published * (1 - 1e-12))
    }),
  )
})
