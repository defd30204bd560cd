import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Locus } from '../types.ts'
import { readPedsuiteFrequencies, writeFrequencyLadder, writeFrequencyList } from './pedsuite-frequencies.ts'

const locus = (name: string): fc.Arbitrary<Locus> =>
  fc
    .dictionary(fc.constantFrom('6', '9.3', '14', '22', 'rest'), fc.double({ min: 0, max: 1, noNaN: true }), {
      minKeys: 1,
      noNullPrototype: true,
    })
    .map((found) => {
      const alleles = Object.keys(found).toSorted((a, b) =>
        a === 'rest' ? 1 : b === 'rest' ? -1 : Number(a) - Number(b),
      )
      return {
        name,
        chrom: 'autosomal',
        alleles,
        frequencies: alleles.map((a) => found[a]! + 0),
        mutation: null,
      }
    })
const loci = fc
  .uniqueArray(
    fc.stringMatching(/^[A-Z][A-Z0-9]{1,5}$/).filter((name) => name !== 'NA' && name !== 'ALLELE'),
    { minLength: 1, maxLength: 4 },
  )
  .chain((names) => fc.tuple(...names.map(locus)))

test('both forms are read back as they were', () => {
  fc.assert(
    fc.property(loci, (database) => {
      expect(readPedsuiteFrequencies(writeFrequencyList(database))).toEqual(database)
      expect(readPedsuiteFrequencies(writeFrequencyLadder(database))).toEqual(database)
    }),
  )
})

test('a list as its documentation shows it, a ladder as R writes it', () => {
  expect(readPedsuiteFrequencies('m1\na 0.1\nb 0.9\n\nm2\n1 0.2\n10.2 0.3\n3 0.5')).toMatchObject([
    { name: 'm1', alleles: ['a', 'b'], frequencies: [0.1, 0.9] },
    { name: 'm2', alleles: ['1', '10.2', '3'], frequencies: [0.2, 0.3, 0.5] },
  ])
  expect(readPedsuiteFrequencies('"m1" "m2"\n"6" 0.1 NA\n"7" 0.9 1')).toMatchObject([
    { name: 'm1', alleles: ['6', '7'], frequencies: [0.1, 0.9] },
    { name: 'm2', alleles: ['7'], frequencies: [1] },
  ])
  expect(readPedsuiteFrequencies('Penta D\n6\t1\n\nFGA\n22\t1').map(({ name }) => name)).toEqual([
    'Penta D',
    'FGA',
  ])
})

test('what is no database is refused with the line', () => {
  expect(() => readPedsuiteFrequencies('')).toThrow('empty')
  expect(() => readPedsuiteFrequencies('m1\na 1.5')).toThrow('Line 2')
  expect(() => readPedsuiteFrequencies('m1\na 0.5\na 0.5')).toThrow('Line 3')
  expect(() => readPedsuiteFrequencies('m1\na 0.5\n\nm1\na 0.5')).toThrow('m1 twice')
  expect(() => readPedsuiteFrequencies('a\tm1\tm2\n6\t0.5')).toThrow()
  expect(() => readPedsuiteFrequencies('Allele\tm1\n6\tx')).toThrow('Line 2')
})
