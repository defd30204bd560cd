import fc from 'fast-check'
import type { KinshipCase, Locus, LocusMutation, Person } from '../src/types.ts'

/** Small random families for property tests: loops, half siblings, mutation, X, partial and silent alleles. */
export type FamilyOptions = {
  people: number
  alleles: number
  chrom?: 'autosomal' | 'X'
  theta?: number
  silent?: boolean
}

/** A pedigree in which each person is a founder or takes any earlier man and woman as parents. */
export function arbitraryPedigree(people: number): fc.Arbitrary<Person[]> {
  const choice = fc.record({ founds: fc.boolean(), male: fc.boolean(), father: fc.nat(), mother: fc.nat() })
  return fc.array(choice, { minLength: 2, maxLength: people }).map((choices) => {
    const family: Person[] = []
    choices.forEach(({ founds, male, father, mother }, index) => {
      const men = family.filter((person) => person.sex === 'male')
      const women = family.filter((person) => person.sex === 'female')
      const hasParents = !founds && men.length > 0 && women.length > 0
      family.push({
        id: `P${index}`,
        father: hasParents ? men[father % men.length]!.id : null,
        mother: hasParents ? women[mother % women.length]!.id : null,
        sex: index === 0 ? 'male' : index === 1 ? 'female' : male ? 'male' : 'female',
      })
    })
    return family
  })
}

export function arbitraryLocus(options: FamilyOptions): fc.Arbitrary<Locus> {
  const { alleles: count, chrom = 'autosomal', silent = false } = options
  const weights = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 2, maxLength: count })
  return fc.tuple(weights, arbitraryMutation(count)).map(([parts, mutation]) => {
    const sum = parts.reduce((total, part) => total + part, 0)
    const alleles = parts.map((_, index) =>
      silent && index === parts.length - 1 ? 'silent' : `${10 + index}`,
    )
    return {
      name: 'L',
      chrom,
      alleles,
      frequencies: parts.map((part) => part / sum),
      mutation: mutation(visibleShares(alleles, parts)),
    }
  })
}

/** A proportional model has no rate above the heterozygosity of the alleles that mutate. */
type Shown = { size: number; heterozygosity: number }

function visibleShares(alleles: string[], parts: number[]): Shown {
  const visible = parts.filter((_, index) => alleles[index] !== 'silent')
  const [shown, all] = [visible, parts].map((some) => some.reduce((total, part) => total + part, 0))
  const heterozygosity = visible.reduce((total, part) => total + (part / shown!) * (1 - part / shown!), 0)
  return { size: parts.length, heterozygosity: (heterozygosity * shown!) / all! }
}

function arbitraryMutation(most: number): fc.Arbitrary<(shown: Shown) => LocusMutation | null> {
  const rate = fc.double({ min: 0.001, max: 0.2, noNaN: true })
  const cells = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: most * most, maxLength: most * most })
  const builtIn = fc.record({
    model: fc.constantFrom('equal', 'proportional', 'stepwise'),
    male: rate,
    female: rate,
  })
  return fc.oneof(
    fc.constant(() => null),
    builtIn.map(({ model, male, female }) => ({ heterozygosity }: Shown) => {
      const most = model === 'proportional' ? heterozygosity : 1
      return {
        male: { model, rate: male * most, rate2: 0.001, range: 0.3 },
        female: { model, rate: female * most, rate2: 0.001, range: 0.3 },
      }
    }),
    cells.map((values) => ({ size }: Shown) => {
      const matrix = Array.from({ length: size }, (_, row) => {
        const parts = Array.from(
          { length: size },
          (__, column) => values[row * most + column]! + (row === column ? 5 : 0),
        )
        const sum = parts.reduce((total, part) => total + part, 0)
        return parts.map((part) => part / sum)
      })
      return { male: { model: 'custom', matrix }, female: { model: 'custom', matrix } }
    }),
  )
}

/** A family at one locus, some people typed with any alleles of the locus. */
export function arbitraryFamily(
  options: FamilyOptions,
): fc.Arbitrary<KinshipCase & { locus: Locus; people: Person[] }> {
  const typing = fc.record({
    isTyped: fc.boolean(),
    isPartial: fc.integer({ min: 0, max: 5 }),
    a: fc.nat(),
    b: fc.nat(),
  })
  const typings = fc.array(typing, { minLength: options.people, maxLength: options.people })
  return fc
    .tuple(arbitraryPedigree(options.people), arbitraryLocus(options), typings)
    .map(([people, locus, drawn]) => {
      const shown = locus.alleles.filter((allele) => allele !== 'silent')
      const genotypes: KinshipCase['genotypes'] = {}
      people.forEach((person, index) => {
        const { isTyped, isPartial, a, b } = drawn[index]!
        if (!isTyped) return
        const [first, second] = [shown[a % shown.length]!, shown[b % shown.length]!]
        const isHaploid = locus.chrom === 'X' && person.sex === 'male'
        genotypes[person.id] = { L: isHaploid ? [first] : [first, isPartial === 0 ? null : second] }
      })
      const hypotheses = [{ name: 'H', pedigrees: [people] }]
      return { people, locus, loci: [locus], genotypes, hypotheses, theta: options.theta ?? 0 }
    })
}
