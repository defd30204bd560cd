import { likelihoods } from '../likelihood.ts'
import type { Genotypes, Locus, Person } from '../types.ts'

/** A family at one locus with what is known of it. */
export type FamilyAtLocus = {
  pedigrees: Person[][]
  locus: Locus
  genotypes: Genotypes
  theta?: number
  dropout?: Record<string, number>
}

/** Natural logarithm of the probability of what is known. */
export function evidenceLogLikelihood({ pedigrees, locus, ...known }: FamilyAtLocus): number {
  const found = likelihoods({ ...known, loci: [locus], hypotheses: [{ name: 'family', pedigrees }] })
  return found.logLikelihoodPerLocus.family![0]!
}

/** What is seen of a person at a locus; nothing: an empty list. */
export function knownAt(genotypes: Genotypes, id: string, locus: string): (string | null)[] {
  const profile = Object.hasOwn(genotypes, id) ? genotypes[id]! : {}
  return Object.hasOwn(profile, locus) ? profile[locus]! : []
}

/** Without theta, pedigrees side by side are independent: each with the people asked for in it. */
export function independentParts(
  family: FamilyAtLocus,
  ids: string[],
): { family: FamilyAtLocus; ids: string[] }[] {
  if (family.theta) return [{ family, ids }]
  return family.pedigrees.flatMap((pedigree) => {
    const members = new Set(pedigree.map(({ id }) => id))
    const inside = ids.filter((id) => members.has(id))
    if (inside.length === 0) return []
    const known = Object.entries(family.genotypes).filter(([id]) => members.has(id))
    return [
      { family: { ...family, pedigrees: [pedigree], genotypes: Object.fromEntries(known) }, ids: inside },
    ]
  })
}

/**
 * The pedigrees with everybody who is typed: who stands only in another hypothesis is here a stranger.
 *
 * @example The truth "1 and 3 are unrelated" says nothing of the typed mother 2; she is added alone.
 */
export function withTypedStrangers(
  pedigrees: Person[][],
  genotypes: Genotypes,
  elsewhere: Person[][],
): Person[][] {
  const placed = new Set(pedigrees.flat().map(({ id }) => id))
  const strangers = elsewhere.flat().filter(({ id }) => !placed.has(id) && Object.hasOwn(genotypes, id))
  const once = new Map(strangers.map(({ id, sex }) => [id, { id, sex, father: null, mother: null }]))
  return [...pedigrees, ...[...once.values()].map((stranger) => [stranger])]
}
