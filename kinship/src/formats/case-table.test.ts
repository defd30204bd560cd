import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Genotypes } from '../types.ts'
import { type CasePerson, readCaseTable, writeCaseTable } from './case-table.ts'

test('the ways two columns of a locus are called', () => {
  for (const titles of [
    'TH01 1\tTH01 2',
    'TH01.1\tTH01.2',
    'TH01_1\tTH01_2',
    'TH01\tTH01',
    'TH01\t',
    'TH01 Allele 1\tTH01 Allele 2',
  ]) {
    expect(readCaseTable(`Name\t${titles}\nF\t6\t9,3`)).toMatchObject({
      loci: ['TH01'],
      genotypes: { F: { TH01: ['6', '9.3'] } },
      problems: [],
    })
  }
})

test('sex from its column or from amelogenin; when they differ it is named', () => {
  const sexes = (text: string) => readCaseTable(text).persons.map(({ sex }) => sex)
  expect(sexes('Name\tAmel1\tAmel2\tL 1\tL 2\nF\tX\tY\t6\t6\nM\tX\tX\t6\t6\nK\t\t\t6\t6')).toEqual([
    'male',
    'female',
    'unknown',
  ])
  expect(sexes('Name\tGender\tL 1\tL 2\nF\tMale\t6\t6\nM\tF\t6\t6')).toEqual(['male', 'female'])
  expect(readCaseTable('Name\tSex\tAMEL 1\tAMEL 2\tL 1\tL 2\nF\tF\tX\tY\t6\t6').problems).toMatchObject([
    { code: 'sex-conflict', row: 2, sample: 'F' },
  ])
})

test('one allele of two is partial, but one on the X of a man is all there is', () => {
  const titles = 'Name\tSex\tTH01 1\tTH01 2\tDXS7132 1\tDXS7132 2'
  expect(readCaseTable(`${titles}\nF\tM\t6\t\t12\t12`).genotypes).toEqual({
    F: { TH01: ['6', null], DXS7132: ['12'] },
  })
  expect(readCaseTable(`${titles}\nF\tM\t6\t6\t12\t13`).problems).toMatchObject([
    { code: 'sex-conflict', locus: 'DXS7132' },
  ])
})

test('what is written is read back as it was', () => {
  const name = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
    .filter((text) => !/[\t\r\n]|^".*"$|^\uFEFF/.test(text) && text === text.trim() && text !== '__proto__')
  const persons = fc.uniqueArray(
    fc.record({ id: name, sex: fc.constantFrom('male' as const, 'female' as const, 'unknown' as const) }),
    { minLength: 1, maxLength: 4, selector: ({ id }) => id },
  )
  const loci = fc.uniqueArray(
    fc.stringMatching(/^[A-Z]{3,6}( [A-Z])?$/).filter((text) => !/^(AMEL|DX|DY|HPRT|SEX|GENDER)/.test(text)),
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  const allele = fc.constantFrom('6', '9.3', '14', 'rest')
  const typed = (people: CasePerson[], names: string[]): fc.Arbitrary<Genotypes> =>
    fc
      .tuple(
        ...people.map(({ id }) =>
          fc.tuple(
            fc.constant(id),
            fc.tuple(
              ...names.map((locus) =>
                fc.tuple(fc.constant(locus), fc.option(fc.tuple(allele, fc.option(allele)))),
              ),
            ),
          ),
        ),
      )
      .map((rows) =>
        Object.fromEntries(
          rows
            .map(
              ([id, cells]) =>
                [
                  id,
                  Object.fromEntries(cells.flatMap(([locus, pair]) => (pair ? [[locus, pair]] : []))),
                ] as const,
            )
            .filter(([, profile]) => Object.keys(profile).length > 0),
        ),
      )
  const table = fc
    .tuple(persons, loci)
    .chain(([people, names]) =>
      typed(people, names).map((genotypes) => ({ persons: people, loci: names, genotypes })),
    )
  fc.assert(
    fc.property(table, (found) => {
      expect(readCaseTable(writeCaseTable(found))).toEqual({ ...found, problems: [] })
    }),
  )
})

test('what is no such table is refused; a second row of a person is named and left out', () => {
  expect(() => readCaseTable('')).toThrow('empty')
  expect(() => readCaseTable('Name\tTH01\nF\t6')).toThrow('TH01')
  expect(() => readCaseTable('Name\tL 1\tL 2\tL 1\tL 2\nF\t6\t6\t6\t6')).toThrow('twice')
  expect(() => readCaseTable('Name\tL 1\tL 2')).toThrow('no person')
  expect(() => readCaseTable(`Name\t${'L\tL\t'.repeat(2_000_000)}`)).toThrow('Line 1')
  expect(readCaseTable('Name\tL 1\tL 2\nF\t6\t6\nF\t7\t7')).toMatchObject({
    genotypes: { F: { L: ['6', '6'] } },
    problems: [{ code: 'conflicting-duplicate', row: 3, sample: 'F' }],
  })
})
