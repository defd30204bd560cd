import fc from 'fast-check'
import type { Genotypes, Locus, Person } from '../src/types.ts'

/** How people of a random family are typed: who, and what stands in place of what they carry. */
export type TypingOptions = {
  /** Out of ten people so many are typed; 7 when absent. */
  typed?: number
  /** Out of ten typed people so many show alleles by chance instead of inherited ones; 2 when absent. */
  strange?: number
  /** One of two alleles is unknown in some; true when absent. */
  partial?: boolean
}

type Choice = { typed: number; strange: number; partial: number; a: number; b: number; carried: number[] }

/**
 * Genotypes as a family would show them: alleles are dropped down the pedigree by chance (MacCluer et al.
 * 1986), so that most cases are possible; some people then show something else.
 */
export function arbitraryGenotypes(
  people: Person[],
  loci: Locus[],
  options: TypingOptions = {},
): fc.Arbitrary<Genotypes> {
  const choice = fc.record({
    typed: fc.integer({ min: 0, max: 9 }),
    strange: fc.integer({ min: 0, max: 9 }),
    partial: fc.integer({ min: 0, max: 9 }),
    a: fc.nat(999),
    b: fc.nat(999),
    carried: fc.array(fc.nat(999), { minLength: 2, maxLength: 2 }),
  })
  const count = people.length * loci.length
  return fc.array(choice, { minLength: count, maxLength: count }).map((choices) => {
    const genotypes: Genotypes = {}
    loci.forEach((locus, place) => {
      const own = choices.slice(place * people.length, (place + 1) * people.length)
      for (const [id, alleles] of shownBy(people, locus, own, options)) {
        genotypes[id] = { ...genotypes[id], [locus.name]: alleles }
      }
    })
    return genotypes
  })
}

function shownBy(
  people: Person[],
  locus: Locus,
  choices: Choice[],
  { typed = 7, strange = 2, partial = true }: TypingOptions,
): [string, (string | null)[]][] {
  const carried = dropped(people, locus, choices)
  const shown = locus.alleles.filter((allele) => allele !== 'silent')
  return people.flatMap((person, index): [string, (string | null)[]][] => {
    const choice = choices[index]!
    if (choice.typed >= typed) return []
    const visible = carried.get(person.id)!.filter((allele) => allele !== 'silent')
    const isStrange = choice.strange < strange || visible.length === 0
    const a = isStrange ? shown[choice.a % shown.length]! : visible[0]!
    if (locus.chrom === 'X' && person.sex === 'male') return [[person.id, [a]]]
    const b = isStrange ? shown[choice.b % shown.length]! : visible.at(-1)!
    return [[person.id, partial && choice.partial === 0 ? [a, null] : [a, b]]]
  })
}

/** Alleles by chance in founders, passed on without mutation; monozygotic twins carry the same. */
function dropped(people: Person[], locus: Locus, choices: Choice[]): Map<string, string[]> {
  const carried = new Map<string, string[]>()
  const isOneX = ({ sex }: Person) => locus.chrom === 'X' && sex === 'male'
  people.forEach((person, index) => {
    const [first, second] = choices[index]!.carried
    const twins = people.filter(({ id, twinOf }) => id === person.twinOf || twinOf === person.id)
    const twin = twins.map(({ id }) => carried.get(id)).find((alleles) => alleles !== undefined)
    const from = (parent: string | null, by: number) => {
      const alleles = parent === null ? locus.alleles : carried.get(parent)!
      return alleles[by % alleles.length]!
    }
    const maternal = from(person.mother, second!)
    carried.set(person.id, twin ?? (isOneX(person) ? [maternal] : [from(person.father, first!), maternal]))
  })
  return carried
}
