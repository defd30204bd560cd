import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readFamilias } from './familias.ts'
import { solveFamilias } from './familias-cases.ts'

const samples = join(import.meta.dirname, '../../../../shared/data/formats')

/** Father A/A and offspring A/B at one locus, one pedigree with and one without the relation. */
const small = [
  '"Output from Familias, version 3.3.1"',
  '"DO NOT EDIT!"',
  '3.3.1',
  '""',
  '2',
  '"F"',
  '#FALSE#',
  '-1',
  '#FALSE#',
  '#TRUE#',
  '1',
  '0',
  '0',
  '0',
  '"K"',
  '#FALSE#',
  '-1',
  '#FALSE#',
  '#FALSE#',
  '1',
  '0',
  '1',
  '0',
  '"Known relations"',
  '0',
  '0',
  '0',
  '2',
  '0',
  '"parent"',
  '0',
  '0',
  '1',
  '0',
  '1',
  '1',
  '"unrelated"',
  '0',
  '0',
  '0',
  '#FALSE# (#Databases: 1 ;Theta/Kinship/Fst: 0 )',
  '1',
  '#TRUE#',
  '"db"',
  '"L"',
  '0',
  '0',
  '0',
  '0',
  '2',
  '0.1',
  '0.1',
  '0',
  '0',
  '#FALSE#',
  '0',
  '2\t(DatabaseSize = 100 , Dropout probability = 0 , Minor allele frequency = 0 )',
  '"A"',
  '0.2',
  '"B"',
  '0.8',
]

describe('a small file', () => {
  test('is read whole', () => {
    const file = readFamilias(small.join('\r\n'))
    expect(file.problems).toEqual([])
    expect(file.persons).toEqual([
      { id: 'F', sex: 'male' },
      { id: 'K', sex: 'female' },
    ])
    expect(file.genotypes).toEqual({ F: { L: ['A', 'A'] }, K: { L: ['A', 'B'] } })
    expect(file.pedigrees[0]!.people[1]).toEqual({ id: 'K', sex: 'female', father: 'F', mother: null })
  })

  test('is computed: homozygous father, offspring A/B: 1/(2p) with p = 0.2', () => {
    const [result] = solveFamilias(small.join('\n')).results.results
    expect((result!.LR as Record<string, number>).parent).toBeCloseTo(1 / (2 * 0.2), 12)
  })

  test('cut anywhere it is named as truncated or unread, and never computed in part', () => {
    for (let lines = 1; lines < small.length; lines++) {
      const { results, problems } = solveFamilias(small.slice(0, lines).join('\n'))
      expect(problems.length).toBeGreaterThan(0)
      expect(results.results[0]!.refusal?.code).toBe('familias-file-problems')
    }
  })

  test('any line replaced by nonsense is read without an exception', () => {
    for (const nonsense of ['', '-1', '1e9', '"x"', '#TRUE#', '[DVI]', '99999999999']) {
      for (let line = 1; line < small.length; line++) solveFamilias(small.with(line, nonsense).join('\n'))
    }
  })
})

describe.skipIf(!existsSync(samples))('published samples', () => {
  const text = (name: string) => readFileSync(join(samples, name), 'utf8')

  test('a paternity file', () => {
    const file = readFamilias(text('sample-familias.fam'))
    expect(file.problems).toEqual([])
    expect(file.loci).toHaveLength(10)
    expect(file.loci[1]).toMatchObject({
      name: 'TH01',
      mutation: {
        female: { model: 'stepwise', rate: 0.001, range: 0.1, rate2: 1e-6 },
        male: { rate: 0.002 },
      },
    })
    expect(file.genotypes.AF!.TH01).toEqual(['6', '9'])
    expect(file.pedigrees.map(({ name }) => name)).toEqual(['H1', 'H2'])
  })

  test('a file with unidentified people and a reference family', () => {
    const { dvi, problems } = readFamilias(text('sample-familias-dvi.fam'))
    expect(problems).toEqual([])
    expect(dvi?.unidentified.map(({ id }) => id)).toEqual(['V1', 'V2', 'V3'])
    expect(dvi?.families[0]?.pedigrees[1]?.relations).toHaveLength(3)
  })
})
