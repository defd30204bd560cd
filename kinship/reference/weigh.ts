import { likelihoodRatio } from '../src/likelihood-ratio.ts'
import type { Genotypes, KinshipCase, Locus, Person } from '../src/types.ts'

/** A question of a textbook: who shows what, and two pedigrees to weigh against each other. */
export type Question = {
  loci: Locus[]
  /** Person -> genotype, "A/B"; with several loci one for each, "A/B C/C". */
  typed: Record<string, string>
  over: Person[][]
  under: Person[][]
} & Pick<KinshipCase, 'theta' | 'dropout' | 'linkage'>

/** A locus of the given frequencies. */
export function locusOf(frequencies: Record<string, number>, fields: Partial<Locus> = {}): Locus {
  const alleles = Object.keys(frequencies)
  return {
    name: 'L',
    chrom: 'autosomal',
    alleles,
    frequencies: Object.values(frequencies),
    mutation: null,
    ...fields,
  }
}

/** The likelihood ratio of `over` against `under`. */
export function weigh({ loci, typed, over, under, ...rest }: Question): number {
  const genotypes: Genotypes = {}
  for (const [id, line] of Object.entries(typed)) {
    genotypes[id] = Object.fromEntries(
      line.split(' ').map((genotype, index) => [loci[index]!.name, genotype.split('/')]),
    )
  }
  const hypotheses = [
    { name: 'over', pedigrees: over },
    { name: 'under', pedigrees: under },
  ]
  const found = likelihoodRatio({ loci, genotypes, hypotheses, ...rest })
  if ('refusal' in found) throw new Error(found.refusal.message)
  return found.LR.over!
}

/** Everybody named by themselves, unrelated. */
export function alone(people: Person[]): Person[][] {
  return people.map((person) => [{ ...person, father: null, mother: null, twinOf: null }])
}
