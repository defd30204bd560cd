import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Locus, LocusMutation, Person } from '../types.ts'
import { readFamilias } from './familias.ts'
import type { DviPerson, FamiliasDvi } from './familias-dvi.ts'
import {
  dropoutByPerson,
  emptyFamiliasFile,
  type FamiliasFile,
  type FamiliasPopulation,
} from './familias-file.ts'
import { familiasFromCase } from './familias-from-case.ts'
import { familiasModel } from './familias-mutation.ts'
import { writeFamilias } from './familias-write.ts'

const name = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .filter((text) => !/[\r\n]/.test(text))
const plain = name.filter((text) => text === text.trim())
const names = (text: fc.Arbitrary<string>, least: number, most: number) =>
  fc.uniqueArray(
    text.filter((id) => id !== 'silent' && id !== '__proto__'),
    { minLength: least, maxLength: most },
  )
const unit = fc.double({ min: 0, max: 1, noNaN: true }).map((p) => p + 0)
const rate = fc.double({ min: 1e-9, max: 0.01, noNaN: true })

const arbitraryMutation = (
  locus: Pick<Locus, 'alleles' | 'frequencies'>,
): fc.Arbitrary<LocusMutation | null> => {
  const model = fc
    .record({ code: fc.integer({ min: 0, max: 4 }), rate, range: rate.map((r) => r * 50), rate2: rate })
    .map((rates) => familiasModel(rates, locus))
  return fc.option(fc.record({ female: model, male: model }))
}

const arbitraryLocus = (locusName: string): fc.Arbitrary<Locus> =>
  fc
    .record({
      alleles: names(name, 1, 4),
      weights: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 5, maxLength: 5 }),
      silent: fc.boolean(),
    })
    .chain(({ alleles: visible, weights, silent }) => {
      const alleles = silent ? [...visible, 'silent'] : visible
      const sum = weights.slice(0, alleles.length).reduce((total, weight) => total + weight, 0)
      const frequencies = alleles.map((_, index) => weights[index]! / sum)
      return arbitraryMutation({ alleles, frequencies }).map(
        (mutation): Locus => ({ name: locusName, chrom: 'autosomal', alleles, frequencies, mutation }),
      )
    })

const arbitraryPopulation: fc.Arbitrary<FamiliasPopulation> = names(name, 0, 3)
  .chain((loci) =>
    fc.tuple(fc.option(name), unit, fc.tuple(...loci.map(arbitraryLocus)), fc.tuple(unit, unit, fc.nat())),
  )
  .map(([title, theta, loci, [dropout, minimumFrequency, databaseSize]]) => ({
    name: title,
    theta,
    loci,
    settings: loci.map(() => ({ databaseSize, dropout, minimumFrequency })),
  }))

type Member = { id: string; sex: 'male' | 'female' }

/** Anybody may take an earlier man and an earlier woman as parents, or be the twin of the one before. */
const arbitraryPedigree = (
  title: string,
  persons: Member[],
): fc.Arbitrary<{ name: string; people: Person[] }> => {
  const extra = fc
    .tuple(fc.nat(2), fc.nat(2))
    .map(([women, men]): Member[] => [
      ...Array.from(
        { length: women },
        (_, i): Member => ({ id: `extra female ${i + 1} (${title})`, sex: 'female' }),
      ),
      ...Array.from(
        { length: men },
        (_, i): Member => ({ id: `extra male ${i + 1} (${title})`, sex: 'male' }),
      ),
    ])
  const choices = fc.array(fc.record({ father: fc.nat(), mother: fc.nat(), kind: fc.nat(3) }), {
    minLength: 10,
    maxLength: 10,
  })
  return fc.tuple(extra, choices).map(([added, choices]) => {
    const people: Person[] = []
    for (const [index, { id, sex }] of [...persons, ...added].entries()) {
      const { father, mother, kind } = choices[index]!
      const before = people.at(-1)
      if (kind === 0 && before?.sex === sex) {
        people.push({
          id,
          sex,
          father: before.father,
          mother: before.mother,
          twinOf: before.twinOf ?? before.id,
        })
        continue
      }
      const [men, women] = [people.filter((p) => p.sex === 'male'), people.filter((p) => p.sex === 'female')]
      const pick = (from: Person[], at: number) => from[at % from.length]?.id ?? null
      people.push({
        id,
        sex,
        father: kind > 1 ? pick(men, father) : null,
        mother: kind > 2 ? pick(women, mother) : null,
      })
    }
    return { name: title, people }
  })
}

const arbitraryPersons = names(name, 0, 4).chain((ids) =>
  fc.tuple(
    ...ids.map((id) =>
      fc.record(
        {
          id: fc.constant(id),
          sex: fc.constantFrom('male' as const, 'female' as const),
          birthYear: fc.nat(3000),
          isMinor: fc.constant(true as const),
          hasDropout: fc.constant(true as const),
        },
        { requiredKeys: ['id', 'sex'] },
      ),
    ),
  ),
)

const arbitraryGenotypes = (persons: Member[], loci: Locus[]): fc.Arbitrary<FamiliasFile['genotypes']> => {
  const typing = loci.map(({ name: locus, alleles }) =>
    fc.tuple(
      fc.constant(locus),
      fc.option(fc.array(fc.option(fc.constantFrom(...alleles)), { minLength: 2, maxLength: 2 })),
    ),
  )
  return fc
    .tuple(...persons.map(({ id }) => fc.tuple(fc.constant(id), fc.tuple(...typing))))
    .map((profiles) =>
      Object.fromEntries(
        profiles
          .map(
            ([id, typed]) =>
              [
                id,
                Object.fromEntries(typed.flatMap(([locus, alleles]) => (alleles ? [[locus, alleles]] : []))),
              ] as const,
          )
          .filter(([, profile]) => Object.keys(profile).length > 0),
      ),
    )
}

const dviPerson: fc.Arbitrary<DviPerson> = fc.record({
  id: plain,
  sex: fc.constantFrom('male' as const, 'female' as const),
  genotypes: fc.dictionary(
    plain.filter((key) => key !== '__proto__'),
    fc.tuple(plain, plain),
    { maxKeys: 2, noNullPrototype: true },
  ),
})
const arbitraryDvi: fc.Arbitrary<FamiliasDvi> = fc.record({
  unidentified: fc.array(dviPerson, { maxLength: 2 }),
  families: fc.array(
    fc.record({
      name: plain,
      persons: fc.array(dviPerson, { maxLength: 2 }),
      pedigrees: fc.array(
        fc.record({
          name: plain,
          relations: fc.array(fc.record({ parent: plain, offspring: plain }), { maxLength: 3 }),
        }),
        { maxLength: 2 },
      ),
    }),
    { maxLength: 2 },
  ),
})
const options = [
  { section: ['Prior'], key: 'Size', value: '3' },
  { section: ['Advanced', 'Direct/Identity'], key: 'Dropin', value: '0' },
  { section: ['Advanced', 'Direct/Identity'], key: 'Error', value: '' },
  { section: ['Advanced', 'Other'], key: 'NumberOfDecimals', value: '10' },
]

const arbitraryFile: fc.Arbitrary<FamiliasFile> = fc
  .tuple(
    arbitraryPersons,
    names(name, 0, 3),
    arbitraryPopulation,
    fc.array(arbitraryPopulation, { maxLength: 1 }),
  )
  .chain(([persons, titles, first, others]) =>
    fc
      .record({
        pedigrees: fc.tuple(
          ...titles.map((title) =>
            arbitraryPedigree(
              title,
              persons.map(({ id, sex }) => ({ id, sex })),
            ),
          ),
        ),
        genotypes: arbitraryGenotypes(persons, first.loci),
        dvi: fc.option(arbitraryDvi),
        options: fc.subarray(options),
      })
      .map((rest) => ({
        ...emptyFamiliasFile(),
        ...rest,
        version: '3.3.1 (DVI)',
        persons,
        theta: first.theta,
        loci: first.loci,
        settings: first.settings,
        databaseName: first.name,
        otherPopulations: others,
        dropout: dropoutByPerson(persons, first.settings),
      })),
  )

test('what is written is read back as it was', () => {
  fc.assert(
    fc.property(arbitraryFile, (file) => {
      const { problems, ...read } = readFamilias(writeFamilias(file))
      const { problems: _, ...expected } = file
      expect(problems.filter(({ code }) => code !== 'minimum-frequency-not-applied')).toEqual([])
      expect(read).toEqual(expected)
    }),
    { numRuns: 300 },
  )
})

test('a case is written with its hypotheses as pedigrees', () => {
  const alone = { id: 'K', father: null, mother: null, sex: 'female' as const }
  const locus = {
    name: 'L',
    chrom: 'autosomal' as const,
    alleles: ['A', 'B'],
    frequencies: [0.25, 0.75],
    mutation: null,
  }
  const file = familiasFromCase({
    loci: [locus],
    genotypes: { K: { L: ['A', 'B'] } },
    hypotheses: [
      {
        name: 'father',
        pedigrees: [
          [
            { id: 'F', father: null, mother: null, sex: 'male' },
            { ...alone, father: 'F' },
          ],
        ],
      },
      { name: 'alone', pedigrees: [[alone]] },
    ],
    dropout: { K: 0.1 },
  })
  const read = readFamilias(writeFamilias(file))
  expect(read.dropout).toEqual({ K: 0.1 })
  expect(read.pedigrees[0]!.people).toEqual([
    { id: 'F', father: null, mother: null, sex: 'male' },
    { id: 'K', father: 'F', mother: null, sex: 'female' },
  ])
})

test('what a file cannot hold is refused by name', () => {
  const person: Person = { id: 'F', father: null, mother: null, sex: 'male' }
  const write = (people: Person[], locus: Partial<Locus> = {}) => {
    const base: Locus = { name: 'L', chrom: 'autosomal', alleles: ['A'], frequencies: [1], mutation: null }
    return () =>
      writeFamilias(
        familiasFromCase({
          loci: [{ ...base, ...locus }],
          genotypes: {},
          hypotheses: [{ name: 'H', pedigrees: [people] }],
        }),
      )
  }
  expect(write([person])).not.toThrow()
  expect(write([{ ...person, sex: 'unknown' }])).toThrow('"F"')
  expect(write([{ ...person, founderInbreeding: 0.1 }])).toThrow('"F"')
  expect(write([{ ...person, father: 'nobody' }])).toThrow('"nobody"')
  expect(write([{ ...person, id: 'a\nb' }])).toThrow('line break')
  expect(write([person], { chrom: 'X' })).toThrow('autosomal')
})
