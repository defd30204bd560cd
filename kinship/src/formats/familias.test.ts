import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readFamilias } from './familias.ts'
import { solveFamilias } from './familias-cases.ts'
import { writeFamilias } from './familias-write.ts'

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

/** `small` with lines put in the place of others, counted from 0. */
const changed = (from: number, remove: number, ...lines: string[]) =>
  small.toSpliced(from, remove, ...lines).join('\n')
const at = (line: string) => small.indexOf(line)
const locus = at('"L"')

describe('what real files hold', () => {
  test('a silent allele stands last and counts among the alleles', () => {
    const text = changed(locus + 10, 2, '#TRUE#', '0.05').replace('0.8', '0.75')
    const { loci, problems } = readFamilias(text)
    expect(problems).toEqual([])
    expect(loci[0]).toMatchObject({ alleles: ['A', 'B', 'silent'], frequencies: [0.2, 0.75, 0.05] })
  })

  test('identical twins hang on the first of them and share parents', () => {
    const text = changed(at('"parent"') + 3, 3, '2', '0', '1', '1 (Direct)', '2')
      .replace('\n2\n"F"', '\n3\n"F"')
      .replace('"Known relations"', '"T"\n#FALSE#\n-1\n#FALSE#\n#FALSE#\n0\n"Known relations"')
    const { pedigrees, problems } = readFamilias(text)
    expect(problems).toEqual([])
    expect(pedigrees[0]!.people.slice(1)).toEqual([
      { id: 'K', sex: 'female', father: 'F', mother: null },
      { id: 'T', sex: 'female', father: 'F', mother: null, twinOf: 'K' },
    ])
    expect(readFamilias(writeFamilias(readFamilias(text)))).toEqual(readFamilias(text))
  })

  test('identical twins are computed as one genome: 1/(2pq) against two strangers who show the same', () => {
    const both = changed(at('"F"') + 4, 6, '#FALSE#', '1', '0', '1', '0', '"K"').replace(
      '"parent"\n0\n0\n1\n0\n1',
      '"twins"\n0\n0\n1\n0 (Direct)\n1',
    )
    const [result] = solveFamilias(both).results.results
    expect((result!.LR as Record<string, number>).twins).toBeCloseTo(1 / (2 * 0.2 * 0.8), 12)
  })

  test('twins of different sex are named, with the pedigree', () => {
    const { problems } = readFamilias(changed(at('"parent"') + 3, 3, '1', '0 (Direct)', '1'))
    expect(problems).toMatchObject([
      { code: 'pedigree-not-read', detail: expect.stringContaining('"parent"') },
    ])
  })

  test('a person who is their own parent is refused when computed, by name', () => {
    const [result] = solveFamilias(changed(at('"parent"') + 4, 2, '1', '1')).results.results
    expect(result!.refusal?.code).toBe('own-ancestor')
  })

  test('drop-out is marked beside the year of birth and given by locus', () => {
    const text = changed(7, 1, '-1 (Consider dropouts)').replace(
      'Dropout probability = 0',
      'Dropout probability = 0.1',
    )
    expect(readFamilias(text)).toMatchObject({ problems: [], dropout: { F: 0.1 } })
  })

  test('two populations are computed one after the other', () => {
    const second = small
      .slice(at('"db"') - 2)
      .join('\n')
      .replace('"db"', '"other"')
      .replace('0.2', '0.4')
      .replace('0.8', '0.6')
    const text = `${small.join('\n').replace('#Databases: 1', '#Databases: 2')}\n${second}`
    const [first, other] = solveFamilias(text).results.results
    expect((first!.LR as Record<string, number>).parent).toBeCloseTo(1 / (2 * 0.2), 12)
    expect(other!.id).toBe('pedigrees (other)')
    expect((other!.LR as Record<string, number>).parent).toBeCloseTo(1 / (2 * 0.4), 12)
  })

  test('lines nobody asked for, computed probabilities and a person twice are problems', () => {
    expect(readFamilias(`${small.join('\n')}\n7`).problems).toMatchObject([{ code: 'unexpected-line' }])
    expect(readFamilias(small.join('\n').replace('#FALSE# (#', '#TRUE# (#')).problems).toMatchObject([
      { code: 'unexpected-line' },
    ])
    expect(readFamilias(small.join('\n').replace('"K"', '"F"')).problems).toMatchObject([
      { code: 'conflicting-duplicate' },
      { code: 'conflicting-duplicate' },
    ])
  })

  test('a huge line and a million loci are named in bounded time', () => {
    const huge = changed(locus, 1, `"${'x'.repeat(5_000_000)}"`)
    expect(readFamilias(huge).problems).toEqual([])
    const million = changed(at('"db"') - 2, 1, '1000000')
    expect(readFamilias(million).problems).toMatchObject([{ code: 'unexpected-line' }])
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

  test('are written and read back as they were', () => {
    for (const name of ['sample-familias.fam', 'sample-familias-dvi.fam']) {
      const file = readFamilias(text(name))
      expect(readFamilias(writeFamilias(file))).toEqual(file)
    }
  })

  test('the people of the [DVI] section are weighed against its pedigrees', () => {
    // R 1/1 and the missing person are grandparents of nobody typed: every ratio is 1.
    const { results } = solveFamilias(text('sample-familias-dvi.fam')).results
    expect(results.map(({ id }) => id)).toEqual([
      'Reference family 1 / Reference pedigree',
      ...['V1', 'V2', 'V3'].map((id) => `Reference family 1 / Template pedigree 2 / ${id}`),
    ])
    for (const result of results.slice(1)) expect(result.LR).toEqual({ 'missing person': 1 })
  })
})
