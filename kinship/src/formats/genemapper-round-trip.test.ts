import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCodisCsv, writeCodisCsv } from './codis-csv.ts'
import { type Profile, readGeneMapper, writeGeneMapper } from './genemapper.ts'
import { readLrmixReference, writeLrmixReference } from './lrmix.ts'
import type { Problem } from './problem.ts'

/** Names a laboratory, a spreadsheet or an attacker may choose; readers trim them. */
const sample = fc.oneof(
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
    .filter((name) => name.trim() === name && name !== ''),
  fc.constantFrom(
    '=1+1',
    "'=x",
    '+7 701',
    '-',
    '@SUM(A1)',
    'a,b;c\td',
    'say "hi"',
    'two\nlines',
    '__proto__',
    'Қымбат',
    'NULL',
  ),
)
const allele = fc.constantFrom('5', '6', '9', '9.3', '12', '30.2', '100')
const sorted = (pair: string[]) => [...pair].sort((a, b) => Number(a) - Number(b))
const pair = fc.tuple(allele, allele).map(sorted)
const pairs = fc.uniqueArray(allele, { minLength: 1, maxLength: 2 }).map(sorted)
const autosomal = {
  TH01: pair,
  vWA: pair,
  'Penta D': pair,
  D3S1358: pair,
  rs1234: fc.constant<string[]>(['A', 'G']),
}
const female = fc.record({ ...autosomal, DXS8378: pair }, { requiredKeys: [] }) as fc.Arbitrary<
  Profile['genotypes']
>
const male = fc.record(
  { ...autosomal, DXS8378: allele.map((one) => [one]), DYS385: pairs, DYS389I: allele.map((one) => [one]) },
  { requiredKeys: [] },
)
const profile: fc.Arbitrary<Profile> = fc.oneof(
  fc.record({ sample, sex: fc.constant('female' as const), genotypes: female }),
  fc.record({ sample, sex: fc.constant('male' as const), genotypes: male }),
)
const profiles = fc.uniqueArray(profile, { minLength: 1, maxLength: 4, selector: (one) => one.sample })

type Read = (text: string) => { profiles: Profile[]; problems: Problem[] }
const formats: [name: string, write: (given: Profile[]) => string, read: Read][] = [
  ['GeneMapper', writeGeneMapper, readGeneMapper],
  ['LRmix reference', writeLrmixReference, readLrmixReference],
  ['CODIS table', writeCodisCsv, readCodisCsv],
]

test.each(formats)('%s: what is written is read back, whatever people are called', (_, write, read) => {
  fc.assert(
    fc.property(profiles, (given) => {
      expect(read(write(given))).toEqual({ profiles: given, problems: [] })
    }),
  )
})

test.each(formats)('%s: no cell starts as a formula', (_, write) => {
  fc.assert(
    fc.property(profiles, fc.constantFrom('=', '+', '-', '@'), (given, sign) => {
      const written = write(given.map((one) => ({ ...one, sample: sign + one.sample })))
      const starts = written.split(/\r\n/).map((line) => line.replace(/^"/, '')[0])
      expect(starts).not.toContain(sign)
    }),
  )
})

test.each(formats)('%s: any text is read or refused in a sentence, within bounds', (_, write, read) => {
  const header = write([{ sample: 'S', genotypes: { TH01: ['6', '9.3'] } }]).split('\r\n')[0]!
  const found = (text: string) => {
    try {
      return read(text).problems.map(({ detail }) => detail)
    } catch (error) {
      return error instanceof Error && error.name === 'KinshipRefusal' ? [error.message] : []
    }
  }
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 150 }), (rest) => {
      for (const sentence of found(`${header}\r\n${rest}`)) expect(sentence.length).toBeGreaterThan(10)
    }),
  )
  expect(found(`${header}\r\n${'x'.repeat(10_000_000)}`)[0]).toMatch(/[Ll]ine 2/)
  expect(found(`${header}\r\nS${',1\t1'.repeat(1_000_000)}`)[0]).toMatch(/[Ll]ine 2/)
  expect(found('x'.repeat(60_000_000))[0]).toMatch(/million|start|No row/)
})
