import { likelihoods } from '../likelihood.ts'
import { refuse } from '../refusal.ts'
import type { Person } from '../types.ts'
import { refuseTyped, type TypedFamily } from './simulation-table.ts'

export type Exclusions = {
  /** Loci at which the candidate cannot be the missing person. */
  excluding: string[]
  /** Loci, among them, at which the typed relatives contradict the pedigree even without the candidate. */
  contradicted: string[]
  /** Loci at which the candidate is typed. */
  compared: number
}

export type ExclusionOptions = {
  missing: string
  /** Locus -> alleles of the person who may be the missing one. */
  candidate: Record<string, (string | null)[]>
  /** Let alleles mutate as the loci say, so that hardly anything excludes; no when absent. */
  withMutation?: boolean
}

/**
 * The loci at which somebody's genotype is impossible for the missing person of a family, without mutation.
 * Exclusion at one or two loci may be a mutation: weigh the likelihood ratio, never count alone.
 *
 * @throws KinshipRefusal `missing-is-typed`, `no-candidate`, and whatever `likelihoods` refuses
 * @example Father 1/1, candidate 2/2: the locus excludes.
 */
export function findExclusions(family: TypedFamily, options: ExclusionOptions): Exclusions {
  const { missing, candidate, withMutation = false } = options
  refuseTyped(family, missing)
  const loci = withMutation ? family.loci : family.loci.map((locus) => ({ ...locus, mutation: null }))
  const compared = loci.filter((locus) => Object.hasOwn(candidate, locus.name))
  if (compared.length === 0) {
    refuse('no-candidate', 'The candidate is not typed at any of the loci: give their genotypes.')
  }
  const impossible = (genotypes: TypedFamily['genotypes']): boolean[] => {
    const { pedigrees, theta, dropout } = family
    const input = { loci, genotypes, hypotheses: [{ name: 'family', pedigrees: placed(pedigrees, missing) }] }
    const found = likelihoods({ ...input, theta: theta ?? 0, ...(dropout && { dropout }) })
    return found.logLikelihoodPerLocus.family!.map((log) => log === Number.NEGATIVE_INFINITY)
  }
  const before = impossible(family.genotypes)
  const after = impossible({ ...family.genotypes, [missing]: candidate })
  const named = (isChosen: boolean[]) => loci.filter((_, index) => isChosen[index]).map(({ name }) => name)
  return { excluding: named(after), contradicted: named(before), compared: compared.length }
}

function placed(pedigrees: Person[][], missing: string): Person[][] {
  if (pedigrees.flat().some(({ id }) => id === missing)) return pedigrees
  return refuse('person-not-placed', `"${missing}" has no place in the pedigree: add them there.`)
}
