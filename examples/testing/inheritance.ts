import type { Genotype } from '../scripts/rusafa/loci.ts'

export type Member = { id: string; father: string | null; mother: string | null }
type Observed = Record<string, Genotype | undefined>

const same = (one: Genotype, other: Genotype): boolean =>
  (one[0] === other[0] && one[1] === other[1]) || (one[0] === other[1] && one[1] === other[0])

/** An allele that nobody tested has. */
const OTHER = 'other'

/**
 * Whether genotypes can be given to everybody so that each child has one allele of the father and one of the
 * mother, and the observed ones stand. Members: parents before their children. By trying all, unlike any engine.
 */
export function canBeInherited(members: Member[], observed: Observed): boolean {
  const seen = [...new Set(members.flatMap((member) => observed[member.id] ?? []))]
  const alleles = [...seen, OTHER]
  const founderGenotypes = alleles.flatMap((one, at) =>
    alleles.slice(at).map((other): Genotype => [one, other]),
  )
  const given: Record<string, Genotype> = {}
  const fits = (at: number): boolean => {
    const member = members[at]
    if (!member) return true
    const known = observed[member.id]
    const choices =
      member.father && member.mother
        ? offspringOf(given[member.father]!, given[member.mother]!)
        : founderGenotypes
    return choices
      .filter((choice) => !known || same(choice, known))
      .some((choice) => {
        given[member.id] = choice
        return fits(at + 1)
      })
  }
  return fits(0)
}

const offspringOf = (father: Genotype, mother: Genotype): Genotype[] =>
  father.flatMap((paternal) => mother.map((maternal): Genotype => [paternal, maternal]))

/**
 * P(child | grandparent) / P(child): over every allele the parent between may have had from the other
 * grandparent, and everything the child may have had. Deliberately the long way.
 */
export function grandparentRatio(
  grandparent: Genotype,
  child: Genotype,
  frequency: Record<string, number>,
): number {
  let given = 0
  let alone = 0
  for (const [paternal, p] of Object.entries(frequency))
    for (const [maternal, q] of Object.entries(frequency)) {
      if (same([paternal, maternal], child)) alone += p * q
      for (const inherited of grandparent)
        for (const passed of [inherited, paternal]) if (same([passed, maternal], child)) given += (p * q) / 4
    }
  return given / alone
}
