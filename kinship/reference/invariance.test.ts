import fc from 'fast-check'
import { describe, test } from 'vitest'
import type { KinshipCase, Locus, Person } from '../src/types.ts'
import {
  components,
  genotypesAt,
  renamed,
  reorderedAlleles,
  swapped,
  withPeople,
  withRest,
} from './changes.ts'
import {
  arbitraryFamily,
  arbitraryPedigree,
  type FamilyOptions,
  withInbredFounders,
  withTwins,
} from './families.ts'
import { engine, expectSame } from './meet.ts'

type Family = KinshipCase & { locus: Locus; people: Person[] }

const large = { people: 14, alleles: 5 }
const settings: [string, FamilyOptions][] = [
  ['autosomal', large],
  ['X', { ...large, chrom: 'X' }],
  ['co-ancestry', { ...large, theta: 0.03 }],
  ['co-ancestry on X', { ...large, theta: 0.03, chrom: 'X' }],
  ['a silent allele', { ...large, silent: true }],
  ['inbred founders', { ...large, pedigree: withInbredFounders(arbitraryPedigree(12)) }],
  ['twins and co-ancestry', { ...large, theta: 0.1, pedigree: withTwins(arbitraryPedigree(12)) }],
]

/** The changed case has the likelihood of the case as it was. */
function keeps(
  options: FamilyOptions,
  change: (
    family: Family,
    by: { order: number[]; rate: number },
  ) => { changed: KinshipCase; from?: KinshipCase },
  numRuns = 40,
): void {
  const order = fc.array(fc.nat(), { minLength: 40, maxLength: 40 })
  const rate = fc.constantFrom(0.001, 0.02, 0.2)
  const property = fc.property(arbitraryFamily(options), order, rate, (family, numbers, a) => {
    const { changed, from = family } = change(family, { order: numbers, rate: a })
    expectSame(engine(changed, 'all'), engine(from, 'all'))
  })
  fc.assert(property, { numRuns })
}

function shuffled<Item>(items: Item[], order: number[]): Item[] {
  const keyed = items.map((item, index) => ({ item, key: order[index % order.length]! }))
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item)
}

const founder = (id: string, sex: 'male' | 'female'): Person => ({ id, father: null, mother: null, sex })

describe.each(settings)('nothing changes the likelihood: %s', (_, options) => {
  test('other names', () => keeps(options, (family) => ({ changed: renamed(family, family.people) })))

  test('another order of people', () =>
    keeps(options, (family, { order }) => ({ changed: withPeople(family, shuffled(family.people, order)) })))

  test('another order of loci', () =>
    keeps(
      { ...options, loci: 3 },
      (family, { order }) => ({
        changed: { ...family, loci: shuffled(family.loci, order) },
      }),
      20,
    ))

  test('another order of alleles', () =>
    keeps(options, (family, { order }) => {
      const places = shuffled(
        family.locus.alleles.map((__, index) => index),
        order,
      )
      return { changed: { ...family, loci: [reorderedAlleles(family.locus, places)] } }
    }))

  test('the two alleles of a genotype swapped', () =>
    keeps(options, (family) => ({ changed: { ...family, genotypes: swapped(family.genotypes) } })))

  test('components apart, in another order', () =>
    keeps(options, (family, { order }) => ({
      changed: {
        ...family,
        hypotheses: [{ name: 'H', pedigrees: shuffled(components(family.people), order) }],
      },
    })))

  test('untyped offspring, and an untyped spouse with them', () =>
    keeps(options, (family, { order }) => {
      const parent = family.people[order[0]! % family.people.length]!
      const spouse = founder('spouse', parent.sex === 'male' ? 'female' : 'male')
      const [father, mother] = parent.sex === 'male' ? [parent.id, spouse.id] : [spouse.id, parent.id]
      const offspring: Person = { id: 'leaf', father, mother, sex: 'female' }
      return { changed: withPeople(family, [...family.people, spouse, offspring]) }
    }))

  test('an untyped founder who stands alone', () =>
    keeps(options, (family) => ({
      changed: withPeople(family, [...family.people, founder('alone', 'male')]),
    })))

  test('an allele nobody shows split into two', () =>
    keeps({ ...options, silent: false }, (family, { order, rate }) => {
      const a = order[0]! % 2 === 0 ? null : rate
      const together = withRest(family.locus, [['r', 0.2]], a)
      const apart = withRest(
        family.locus,
        [
          ['r', 0.05],
          ['s', 0.15],
        ],
        a,
      )
      return { changed: { ...family, loci: [apart] }, from: { ...family, loci: [together] } }
    }))

  test('summed over all genotypes of one person: the likelihood without their profile', () => {
    const whole = { ...options, people: 8, alleles: 3, partial: false, silent: false }
    const property = fc.property(arbitraryFamily(whole), fc.nat(), (family, pick) => {
      const { id, sex } = family.people[pick % family.people.length]!
      const { [id]: ___, ...others } = family.genotypes
      const sum = genotypesAt(family.locus, sex)
        .map((L) => engine({ ...family, genotypes: { ...others, [id]: { L } } }))
        .reduce((a, b) => a + b)
      expectSame(sum, engine({ ...family, genotypes: others }))
    })
    fc.assert(property, { numRuns: 40 })
  })
})

describe('under a stationary model untyped ancestors change nothing at theta 0', () => {
  test.each<['autosomal' | 'X']>([['autosomal'], ['X']])('%s', (chrom) =>
    keeps({ ...large, chrom, mutation: 'proportional' }, (family) => {
      const first = family.people.findIndex((person) => person.father === null)
      const people = family.people.map((person, index) =>
        index === first ? { ...person, father: 'GF', mother: 'GM' } : person,
      )
      return { changed: withPeople(family, [founder('GF', 'male'), founder('GM', 'female'), ...people]) }
    }),
  )
})
