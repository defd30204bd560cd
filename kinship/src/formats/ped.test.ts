import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryPedigree } from '../../reference/families.ts'
import type { Genotypes, Person } from '../types.ts'
import { readPed } from './ped.ts'
import type { PedFamily } from './ped-family.ts'
import {
  linkageOf,
  readMerlinDat,
  readMerlinFrequencies,
  readMerlinMap,
  writeMerlinDat,
  writeMerlinFrequencies,
  writeMerlinMap,
} from './ped-merlin.ts'
import { pedColumns, writePed } from './ped-write.ts'
import { readPedsuite, writePedsuite } from './pedsuite.ts'

const word = fc
  .stringMatching(/^[A-Za-z0-9А-я.'+-]{1,6}$/)
  .filter((text) => !['0', '.', '-', 'NA', 'x', 'X'].includes(text) && text !== '__proto__')
const someLoci = fc.uniqueArray(fc.stringMatching(/^[A-Z]{3,5}$/), { maxLength: 4 })
const allele = fc.constantFrom('6', '9.3', '14', 'a')

const typed = (people: Person[], loci: string[]): fc.Arbitrary<Genotypes> =>
  fc
    .array(fc.option(fc.tuple(allele, fc.option(allele))), {
      minLength: people.length * loci.length,
      maxLength: people.length * loci.length,
    })
    .map((cells) => {
      const profiles = people.map(({ id }, at): [string, Genotypes[string]] => {
        const seen = loci.flatMap((name, i): [string, (string | null)[]][] => {
          const genotype = cells[at * loci.length + i]
          return genotype ? [[name, genotype]] : []
        })
        return [id, Object.fromEntries(seen)]
      })
      return Object.fromEntries(profiles.filter(([, profile]) => Object.keys(profile).length > 0))
    })

const families = (loci: string[]): fc.Arbitrary<PedFamily[]> =>
  fc
    .uniqueArray(word, { minLength: 1, maxLength: 3 })
    .chain((ids) =>
      fc.tuple(
        ...ids.map((id) =>
          arbitraryPedigree(5).chain((people) =>
            typed(people, loci).map((genotypes) => ({ id, people, genotypes })),
          ),
        ),
      ),
    )
const file = someLoci.chain((loci) =>
  families(loci).map((found) => ({ loci, families: found, problems: [] })),
)

/** The second person of each family born to the same parents as an earlier one of the same sex is made a twin. */
const withTwins = (found: PedFamily[]): PedFamily[] =>
  found.map((family) => {
    const [first, second] = family.people.filter(({ father, mother }) => father !== null && mother !== null)
    const areTwins =
      first &&
      second &&
      first.sex === second.sex &&
      first.father === second.father &&
      first.mother === second.mother
    if (!areTwins) return family
    return { ...family, people: family.people.map((p) => (p === second ? { ...p, twinOf: first.id } : p)) }
  })

test('LINKAGE and MERLIN: what is written with its columns is read back as it was', () => {
  fc.assert(
    fc.property(file, (plain) => {
      const twins = { ...plain, families: withTwins(plain.families) }
      const columns = readMerlinDatOf(twins)
      expect(readPed(writePed(twins), { columns })).toEqual(twins)
    }),
  )
})

const readMerlinDatOf = (of: Parameters<typeof pedColumns>[0]) =>
  readMerlinDat(writeMerlinDat(pedColumns(of)))

test('pedsuite: what is written is read back as it was', () => {
  fc.assert(
    fc.property(file, (plain) => {
      expect(readPedsuite(writePedsuite(plain))).toEqual(plain)
    }),
  )
})

describe('LINKAGE and MERLIN', () => {
  test('without columns: an even number of cells has an affection status, an odd one has not', () => {
    const expected = { loci: ['M1'], families: [{ id: '1', genotypes: { K: { M1: ['12', '14'] } } }] }
    expect(readPed('1 K 0 0 2 2 12 14')).toMatchObject(expected)
    expect(readPed('1 K 0 0 2 12 14')).toMatchObject(expected)
  })

  test('by columns: a trait is passed over, alleles may be joined, one of two may be missing', () => {
    const columns = readMerlinDat('A disease\nT height\nM TH01\nS2 old\nM FGA\nZ twins')
    const { families, problems } = readPed('f K 0 0 f 1 170.5 6/9.3 8 8 22 0 MZ', { columns })
    expect(problems).toEqual([])
    expect(families[0]!.genotypes).toEqual({ K: { TH01: ['6', '9.3'], FGA: ['22', null] } })
  })

  test('identical twins share a code and their parents', () => {
    const columns = readMerlinDat('Z twins')
    const twins = 'f F 0 0 1 0\nf M 0 0 2 0\nf A F M 2 1\nf B F M 2 1\nf C F M 2 2\nf D F M 2 2'
    expect(readPed(twins, { columns }).families[0]!.people.map(({ twinOf }) => twinOf)).toEqual([
      ...[undefined, undefined, undefined],
      'A',
      ...[undefined, undefined],
    ])
    expect(readPed(twins.replace('B F M 2', 'B F M 1'), { columns }).problems).toMatchObject([
      { code: 'sex-conflict', sample: 'B' },
    ])
  })

  test('on X a man has one allele, written once or twice; two are named', () => {
    const read = (cells: string) => readPed(`1 F 0 0 1 0 ${cells}`, { xLoci: ['M1'] })
    expect(read('12 12').families[0]!.genotypes).toEqual({ F: { M1: ['12'] } })
    expect(read('12 0').families[0]!.genotypes).toEqual({ F: { M1: ['12'] } })
    expect(read('12 13').problems).toMatchObject([{ code: 'sex-conflict', row: 1, locus: 'M1' }])
  })

  test('an ancestor of themselves, a male mother and a parent nobody lists are named with the family', () => {
    const codes = (text: string) => readPed(text).problems.map(({ code, sample }) => [code, sample])
    expect(codes('1 A B 0 1\n1 B A 0 1')).toContainEqual(['pedigree-not-read', '1'])
    expect(codes('1 A 0 B 1\n1 B 0 0 1')).toEqual([['pedigree-not-read', '1']])
    expect(codes('1 A 0 B 1')).toEqual([['pedigree-not-read', '1']])
  })

  test('what is no such table is refused in a sentence', () => {
    expect(() => readPed('')).toThrow('empty')
    expect(() => readPed('1 2 3')).toThrow('Line 1')
    expect(() => readPed('1 A 0 0 male?')).toThrow('Line 1')
    expect(() => readPed('1 A 0 0 0 0 0 1 0 1 1 Ped: 1 Per: A')).toThrow('makeped')
    expect(() => readPed(`1 A 0 0 1 0 ${'1 '.repeat(40_000)}`)).toThrow('20000 loci')
    expect(() => readPed(`1 A 0 0 1 0 ${'1 '.repeat(2_000_000)}`)).toThrow('Line 1')
    expect(() => readPed('x'.repeat(50_000_001))).toThrow('50 MB')
  })

  test('a line too short or too long is a problem', () => {
    expect(readPed('1 A 0 0 1 0 6 7\n1 B 0 0 1 0 6').problems).toMatchObject([{ code: 'truncated', row: 2 }])
    expect(readPed('1 A 0 0 1 0 6 7\n1 B 0 0 1 0 6 7 8').problems).toMatchObject([
      { code: 'unexpected-line', row: 2 },
    ])
  })

  test('a name that means nobody, or holds a space, is not written', () => {
    const alone = (id: string) => [
      { id: '1', people: [{ id, father: null, mother: null, sex: 'male' as const }], genotypes: {} },
    ]
    expect(() => writePed({ loci: [], families: alone('0') })).toThrow('"0"')
    expect(() => writePed({ loci: [], families: alone('a b') })).toThrow('"a b"')
  })

  test('maps and frequencies', () => {
    const map = [{ chromosome: '12', name: 'vWA', cM: 15.5 }]
    expect(readMerlinMap(writeMerlinMap(map))).toEqual(map)
    expect(readMerlinMap('12 vWA 15.5')).toEqual(map)
    expect(linkageOf(map, 'kosambi')).toEqual({
      map: 'kosambi',
      positions: { vWA: { chromosome: '12', cM: 15.5 } },
    })
    expect(() => readMerlinMap('12 vWA far')).toThrow('Line 1')
    const loci = readMerlinFrequencies('M A\nF 0.25\nF 0.75\nM B\nA x 1')
    expect(loci).toMatchObject([
      { name: 'A', alleles: ['1', '2'], frequencies: [0.25, 0.75] },
      { name: 'B', alleles: ['x'], frequencies: [1] },
    ])
    expect(readMerlinFrequencies(writeMerlinFrequencies(loci))).toEqual(loci)
    expect(() => readMerlinFrequencies('M A\nA 6 2')).toThrow('Line 2')
    expect(() => readMerlinFrequencies('M A\nA 6 0.5\nA 6 0.5')).toThrow('Line 3')
    expect(() => readMerlinFrequencies('A 6 0.5')).toThrow('Line 1')
    expect(() => readMerlinDat('Q what')).toThrow('Line 1')
  })
})

describe('pedsuite', () => {
  test('titles in any order, quotes as R writes them, two columns an allele, one family or several', () => {
    const trio = '"id" "fid" "mid" "sex" "M.1" "M.2"\n"F" "0" "0" 1 "1" "1"\n"M" 0 0 2 2 2\n"K" F M 1 1 2'
    expect(readPedsuite(trio).families).toMatchObject([
      { id: '1', genotypes: { F: { M: ['1', '1'] }, M: { M: ['2', '2'] }, K: { M: ['1', '2'] } } },
    ])
    const several = 'famid\tid\tfid\tmid\tsex\tTH01\na\tS\t0\t0\t2\t9/14.2\nb\tS\t0\t0\t1\t-/9'
    expect(readPedsuite(several).families.map(({ id, genotypes }) => [id, genotypes])).toEqual([
      ['a', { S: { TH01: ['9', '14.2'] } }],
      ['b', { S: { TH01: ['9', null] } }],
    ])
  })

  test('without titles; and a single allele of a man on X', () => {
    expect(readPedsuite('F 0 0 1 12/13').families[0]!.genotypes).toEqual({ F: { M1: ['12', '13'] } })
    expect(readPedsuite('id fid mid sex DXS10135\nF 0 0 1 21').families[0]!.genotypes).toEqual({
      F: { DXS10135: ['21'] },
    })
  })

  test('what is no such table is refused, what is odd in a line is named', () => {
    expect(() => readPedsuite('id sex\n1 1')).toThrow('fid')
    expect(() => readPedsuite('id fid mid sex\nF 0 0 9')).toThrow('Line 2')
    expect(readPedsuite('id fid mid sex TH01\nF 0 0 1 6/7/8').problems).toMatchObject([
      { code: 'too-many-alleles', row: 2, sample: 'F', locus: 'TH01' },
    ])
    expect(readPedsuite('id fid mid sex TH01 FGA\nF 0 0 1 6/7').problems).toMatchObject([
      { code: 'truncated', row: 2 },
    ])
  })
})
