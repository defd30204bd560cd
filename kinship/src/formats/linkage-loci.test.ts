import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Locus } from '../types.ts'
import { readLinkageLoci, writeLinkageLoci } from './linkage-loci.ts'
import { pedColumns } from './ped-write.ts'

const example = `2 0 0 5  << NO. OF LOCI, RISK LOCUS, SEXLINKED, PROGRAM
0 0.0 0.0 0 << MUT LOCUS, MALE, FEMALE
1 2
1 2 # disease
0.99 0.01
2
0 0 1
0 0.5 1
3 3 # TH01 << numbered
0.2 0.3 0.5
0 0 << SEX DIFFERENCE, INTERFERENCE
0.1
1 0.1 0.45
`

test('the file of the user guide: an affection locus and numbered alleles', () => {
  expect(readLinkageLoci(example)).toEqual({
    loci: [
      {
        name: 'TH01',
        chrom: 'autosomal',
        alleles: ['1', '2', '3'],
        frequencies: [0.2, 0.3, 0.5],
        mutation: null,
      },
    ],
    columns: [
      { kind: 'A', name: 'disease' },
      { kind: 'S', name: 'disease class' },
      { kind: 'M', name: 'TH01' },
    ],
    order: ['disease', 'TH01'],
    recombination: [0.1],
  })
})

test('what is written is read back as it was', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true }).map((p) => p + 0)
  const locus = (name: string, chrom: 'autosomal' | 'X') =>
    fc.array(share, { minLength: 1, maxLength: 4 }).map(
      (frequencies): Locus => ({
        name,
        chrom,
        alleles: frequencies.map((_, i) => `${i + 1}`),
        frequencies,
        mutation: null,
      }),
    )
  const loci = fc
    .tuple(
      fc.uniqueArray(fc.stringMatching(/^[A-Z]{2,5}( [A-Z])?$/), { minLength: 1, maxLength: 4 }),
      fc.boolean(),
    )
    .chain(([names, isX]) => fc.tuple(...names.map((name) => locus(name, isX ? 'X' : 'autosomal'))))
  fc.assert(
    fc.property(
      loci,
      fc.array(
        share.map((p) => p / 2),
        { minLength: 3, maxLength: 3 },
      ),
      (found, rates) => {
        const recombination = rates.slice(0, found.length - 1)
        expect(readLinkageLoci(writeLinkageLoci(found, recombination))).toEqual({
          loci: found,
          columns: pedColumns({ families: [], loci: found.map(({ name }) => name) }),
          order: ['affection', ...found.map(({ name }) => name)],
          recombination: [0.5, ...recombination],
        })
      },
    ),
  )
})

test('cut short, of another type or out of range it is refused, never read in part', () => {
  const lines = example.trim().split('\n')
  for (let held = 0; held < lines.length - 1; held++) {
    expect(() => readLinkageLoci(lines.slice(0, held).join('\n'))).toThrow()
  }
  expect(() => readLinkageLoci(example.replace('3 3 #', '2 3 #'))).toThrow('type 2')
  expect(() => readLinkageLoci(example.replace('\n0.1\n', '\n0.9\n'))).toThrow('0 to 0.5')
  expect(() => readLinkageLoci(example.replace(/^2/, '1000000'))).toThrow('1000000')
  expect(() => readLinkageLoci(example.replace('0.2 0.3 0.5', '0.2 0.3 x'))).toThrow('Line 10')
})

test('alleles that are no numbers in a row cannot be written', () => {
  const locus: Locus = { name: 'L', chrom: 'autosomal', alleles: ['6'], frequencies: [1], mutation: null }
  expect(() => writeLinkageLoci([locus], [])).toThrow('1, 2')
})
