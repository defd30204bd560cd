import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type FrequencyTable, lociFrom } from './frequency-table.ts'
import { hashOf } from './hash-canonical-json.ts'
import { type WeighOptions, type WeighRecord, weigh } from './provenance.ts'
import { computed } from './provenance-computed.ts'
import { replay } from './replay.ts'
import { differenceOf } from './replay-difference.ts'
import { readRecord, writeRecord } from './replay-record.ts'
import type { KinshipCase, Person } from './types.ts'
import { engine } from './version.ts'

const person = (id: string, father: string | null = null): Person => ({
  id,
  father,
  mother: null,
  sex: 'male',
})
const table: FrequencyTable = {
  id: 't',
  title: 'T',
  source: 'S',
  licence: 'L',
  note: '',
  n: 100,
  loci: {
    A: { alleles: ['6', '7'], frequencies: [0.25, 0.75] },
    B: { alleles: ['10', '11'], frequencies: [0.3, 0.7] },
  },
}
const choice = {
  names: ['A', 'B'],
  mutation: { model: 'proportional', rate: 0.002 },
  minimumFrequency: '5/2N',
} as const
const genotypes = { F: { A: ['6', '6'], B: ['10', '12'] }, K: { A: ['6', '6'], B: ['10', '11'] } }
const duo: KinshipCase = {
  loci: lociFrom(table, { ...choice, names: ['A', 'B'], observed: genotypes }),
  genotypes,
  hypotheses: [
    { name: 'father', pedigrees: [[person('F'), person('K', 'F')]] },
    { name: 'unrelated', pedigrees: [[person('F')], [person('K')]] },
  ],
  theta: 0.01,
}
const origins = [{ table, choice: { ...choice, names: ['A', 'B'] } }]
const options: WeighOptions = { origins, scale: 'enfsi-2015', priors: { father: 0.2, unrelated: 0.8 } }

function recorded(input = duo, asked = options): WeighRecord {
  const record = weigh(input, asked)
  if ('refusal' in record) throw new Error(record.refusal.message)
  return record
}

describe('a record', () => {
  test('says what decided the answer', () => {
    const { provenance, answer } = recorded()
    expect(provenance.engine).toEqual(engine)
    expect(provenance.inputHash).toBe(hashOf(duo))
    expect(provenance.tables).toMatchObject([
      {
        id: 't',
        hash: hashOf(table),
        minimumFrequency: { rule: '5/2N', source: expect.stringContaining('NRC II') },
        changes: [
          { locus: 'A', alleles: [] },
          { locus: 'B', alleles: [{ allele: '12', published: null, raised: 0.025 }] },
        ],
      },
    ])
    expect(provenance.parameters).toMatchObject({
      theta: 0.01,
      reference: 'unrelated',
      lociGiven: [],
      mutation: [{ loci: ['A', 'B'], mutation: { male: { model: 'proportional', rate: 0.002 } } }],
      scale: { id: 'enfsi-2015' },
      priors: { father: 0.2, unrelated: 0.8 },
    })
    if ('refusal' in answer) throw new Error(answer.refusal.message)
    const LR = answer.ratios.LR.father!
    expect(answer.posterior!.father).toBeCloseTo((0.2 * LR) / (0.2 * LR + 0.8), 12)
    expect(answer.verbal!.father!.from).toBeLessThanOrEqual(LR)
  })

  test('without priors there is no posterior, without a scale no word', () => {
    expect(recorded(duo, {}).answer).toMatchObject({ verbal: null, posterior: null })
    expect(recorded(duo, {}).provenance.parameters.lociGiven).toEqual(['A', 'B'])
  })

  test('loci that are not the table’s are refused', () => {
    const other = { ...duo, loci: duo.loci.with(0, { ...duo.loci[0]!, frequencies: [0.26, 0.74] }) }
    expect(weigh(other, options)).toMatchObject({ refusal: { code: 'loci-not-from-table' } })
    expect(weigh({ ...duo, theta: Number.NaN })).toMatchObject({ refusal: { code: 'not-json' } })
    expect(weigh(duo, { scale: 'none' })).toMatchObject({ refusal: { code: 'scale-unknown' } })
  })

  test('a matrix is named by its hash', () => {
    const matrix = [
      [1, 0],
      [0, 1],
    ]
    const model = { model: 'custom', matrix }
    const loci = [{ ...duo.loci[0]!, mutation: { female: model, male: model } }]
    const { provenance } = recorded({ ...duo, loci }, {})
    expect(provenance.parameters.mutation[0]!.mutation!.male).toEqual({
      model: 'custom',
      matrixHash: hashOf(matrix),
    })
  })
})

describe('a replay', () => {
  test('is identical, in memory and from a file, with and without the table', () => {
    const record = recorded()
    const whole = { isIdentical: true, difference: null }
    expect(replay(record, [table])).toEqual({ ...whole, tablesNotGiven: [] })
    expect(replay(readRecord(writeRecord(record)), [table])).toEqual({ ...whole, tablesNotGiven: [] })
    expect(replay(record)).toEqual({ ...whole, tablesNotGiven: ['t'] })
  })

  test('is identical where the answer is a refusal, an exclusion, or comes with a scale of one’s own', () => {
    const refused = recorded({ ...duo, theta: 2 }, {})
    expect(refused.answer).toMatchObject({ refusal: { code: 'theta-range' } })
    expect(replay(refused).isIdentical).toBe(true)
    const plain = { ...duo, loci: duo.loci.map((locus) => ({ ...locus, mutation: null })) }
    const excluded = recorded(
      { ...plain, genotypes: { ...genotypes, K: { A: ['7', '7'] } } },
      {
        scale: {
          id: 'own',
          version: '1',
          title: 'Own',
          source: 'Own',
          bands: [{ word: 'any', from: 1, to: null }],
        },
      },
    )
    expect(excluded.answer).toMatchObject({ ratios: { log10LR: { father: Number.NEGATIVE_INFINITY } } })
    const read = readRecord(writeRecord(excluded))
    expect(read).toEqual(excluded)
    expect(replay(read).isIdentical).toBe(true)
  })

  test.each([
    ['the last bit of a number', (text: string) => nudged(text), 'answer.ratios.LR.father'],
    [
      'the engine',
      (text: string) => text.replace(/"version":"[\d.]+"/, '"version":"0.0.1"'),
      'engine.version',
    ],
    [
      'the input',
      (text: string) => text.replace('"theta":0.01},"options"', '"theta":0.011},"options"'),
      'inputHash',
    ],
    [
      'a parameter',
      (text: string) => text.replace('"theta":0.01},"tables"', '"theta":0.02},"tables"'),
      'parameters.theta',
    ],
  ])('finds a changed record: %s', (_, change, at) => {
    const text = writeRecord(recorded(duo, {}))
    const changed = change(text)
    expect(changed).not.toBe(text)
    expect(replay(readRecord(changed)).difference?.at).toBe(at)
  })

  test('finds a changed table', () => {
    const changed = { ...table, note: 'corrected' }
    expect(replay(recorded(), [changed]).difference).toMatchObject({
      at: 'tables[0].hash',
      recorded: hashOf(table),
    })
  })

  test('a text that is no record is refused', () => {
    expect(() => readRecord('{')).toThrow(/not JSON/)
    expect(() => readRecord('{"format":"sandsage.kinship-record/1"}')).toThrow(/must be a record/)
  })
})

const examples = join(import.meta.dirname, '../../../shared/data/kinship/01-core-autosomal.json')

test.skipIf(!existsSync(examples))('every example case is replayed bit for bit from its file', () => {
  const { cases } = JSON.parse(readFileSync(examples, 'utf8')) as {
    cases: (KinshipCase & { kind: string })[]
  }
  const ratios = cases.filter(({ kind }) => kind === 'likelihoodRatio')
  expect(ratios.length).toBeGreaterThan(5)
  for (const input of ratios) {
    const { difference } = replay(readRecord(writeRecord(recorded(input, { scale: 'afsp-2009' }))))
    expect(difference, input.id).toBeNull()
  }
})

describe('a record of another computation', () => {
  const { loci, ...rest } = duo
  const other = { ...table, id: 'u', loci: { A: table.loci.A! } }
  const records = {
    likelihoodRatio: computed('likelihoodRatio', duo),
    likelihoodRatioByTable: computed('likelihoodRatioByTable', {
      ...rest,
      tables: [table, other],
      choice: origins[0]!.choice,
    }),
    mixtureRatio: computed('mixtureRatio', {
      ...rest,
      populations: [
        { table, weight: 0.5 },
        { table: other, weight: 0.5 },
      ],
      choice: origins[0]!.choice,
    }),
    sensitivity: computed('sensitivity', {
      case: { ...duo, loci },
      grid: { thetas: [0, 2], factors: [1, 3] },
    }),
  }

  test.each(Object.entries(records))(
    '%s is replayed from a file, and a changed answer is found',
    (name, record) => {
      if ('refusal' in record) throw new Error(record.refusal.message)
      expect(record.inputHash).toBe(hashOf(record.input))
      const text = writeRecord(record)
      expect(replay(readRecord(text))).toEqual({ isIdentical: true, difference: null, tablesNotGiven: [] })
      const changed = replay(readRecord(text.replace('"reference":"unrelated"', '"reference":"nobody"')))
      expect(changed.difference?.at, name).toMatch(/^answer\..*reference$/)
    },
  )

  test('one this version does not know is refused', () => {
    const text = writeRecord(computed('likelihoodRatio', duo) as Parameters<typeof writeRecord>[0])
    expect(() =>
      replay(readRecord(text.replace('"computation":"likelihoodRatio"', '"computation":"guess"'))),
    ).toThrow(/"guess"/)
    expect(computed('likelihoodRatio', { ...duo, theta: Number.NaN })).toMatchObject({
      refusal: { code: 'not-json' },
    })
  })
})

/** The LR of the record, one step of the last bit up. */
function nudged(text: string): string {
  return text.replace(
    /("LR":\{"father":)([\d.e+-]+)/,
    (_, key: string, LR: string) => key + Number(LR) * (1 + 2 ** -52),
  )
}

test('the first difference is found wherever it is; 0 and -0 differ; the order of keys does not', () => {
  expect(differenceOf({ a: 1, b: [1, 2] }, { b: [1, 2], a: 1 })).toBeNull()
  expect(differenceOf({ b: [1, 2] }, { b: [1, 3] })).toEqual({ at: 'b[1]', recorded: 2, recomputed: 3 })
  expect(differenceOf({ b: [1] }, { b: [1, 3] })).toEqual({ at: 'b[1]', recorded: undefined, recomputed: 3 })
  expect(differenceOf([0], [-0])).not.toBeNull()
  expect(differenceOf([], {})).not.toBeNull()
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
      expect(differenceOf(one, one)).toBeNull()
      expect(differenceOf(one, other) === null).toBe(differenceOf(other, one) === null)
    }),
  )
})
