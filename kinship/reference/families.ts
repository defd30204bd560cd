import fc from 'fast-check'
import type { KinshipCase, Locus, Person } from '../src/types.ts'
import { arbitraryLocus, type LocusOptions } from './arbitrary-locus.ts'
import { arbitraryGenotypes, type TypingOptions } from './gene-drop.ts'

/** Small random families for property tests: loops, half siblings, separate components, one known parent. */
export type FamilyOptions = LocusOptions &
  TypingOptions & {
    people: number
    theta?: number
    /** Instead of a random pedigree. */
    pedigree?: fc.Arbitrary<Person[]>
    /** This many loci, named L, L2, L3 ...; 1 when absent. */
    loci?: number
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

/** Some offspring are known by one parent alone. */
export function withOneParent(pedigree: fc.Arbitrary<Person[]>): fc.Arbitrary<Person[]> {
  const choices = fc.array(fc.constantFrom('both', 'both', 'both', 'father', 'mother'), {
    minLength: 30,
    maxLength: 30,
  })
  return fc.tuple(pedigree, choices).map(([people, keep]) =>
    people.map((person, index) => ({
      ...person,
      father: keep[index] === 'mother' ? null : person.father,
      mother: keep[index] === 'father' ? null : person.mother,
    })),
  )
}

/** Founders inbred by tenths, autosomal and on the X apart. */
export function withInbredFounders(
  pedigree: fc.Arbitrary<Person[]>,
  shares: number[] = [0, 0.1, 0.5, 1],
): fc.Arbitrary<Person[]> {
  const choices = fc.array(fc.tuple(fc.constantFrom(...shares), fc.constantFrom(...shares)), {
    minLength: 30,
    maxLength: 30,
  })
  return fc.tuple(pedigree, choices).map(([people, inbreeding]) =>
    people.map((person, index) => {
      if (person.father !== null || person.mother !== null) return person
      const [founderInbreeding, founderInbreedingX] = inbreeding[index]!
      return { ...person, founderInbreeding, founderInbreedingX }
    }),
  )
}

/**
 * Somebody has a monozygotic twin, who is the parent of every second child from then on. One of the two names
 * the other, or both do.
 */
export function withTwins(pedigree: fc.Arbitrary<Person[]>, id = 'T'): fc.Arbitrary<Person[]> {
  const naming = fc.constantFrom('second', 'first', 'both')
  return fc.tuple(pedigree, fc.nat(), naming).map(([people, pick, names]) => {
    const place = pick % people.length
    const one = people[place]!
    const isFree = one.twinOf == null
    const first = names === 'second' || !isFree ? one : { ...one, twinOf: id }
    const second = { ...one, id, twinOf: names === 'first' && isFree ? null : one.id }
    const hasTwin = (id: string) => people.some((other) => other.twinOf === id)
    const rest = people.slice(place + 1).map((person, index) => {
      if (index % 2 === 1 || person.twinOf != null || hasTwin(person.id)) return person
      const { father, mother } = person
      return { ...person, father: father === one.id ? id : father, mother: mother === one.id ? id : mother }
    })
    return [...people.slice(0, place), first, second, ...rest]
  })
}

/** A family at one locus (or more), some people typed. */
export function arbitraryFamily(
  options: FamilyOptions,
): fc.Arbitrary<KinshipCase & { locus: Locus; people: Person[] }> {
  const { people, theta = 0, pedigree = arbitraryPedigree(people), loci: count = 1 } = options
  const loci = fc.tuple(
    ...Array.from({ length: count }, (_, i) =>
      arbitraryLocus({ ...options, name: i === 0 ? 'L' : `L${i + 1}` }),
    ),
  )
  return fc.tuple(pedigree, loci).chain(([family, all]) =>
    arbitraryGenotypes(family, all, options).map((genotypes) => ({
      people: family,
      locus: all[0]!,
      loci: all,
      genotypes,
      hypotheses: [{ name: 'H', pedigrees: [family] }],
      theta,
    })),
  )
}
