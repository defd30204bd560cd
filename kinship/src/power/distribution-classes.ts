import { mutationMatrix, silentAllele } from '../mutation.ts'
import type { Genotypes, Locus } from '../types.ts'
import type { ShownGenotype } from './distribution-genotypes.ts'

/** Genotypes to be weighed in place of others, whose probability is `factor` times theirs. */
export type Representative = { genotypes: ShownGenotype[]; factor: number }

/**
 * Maps genotypes of several people to others of the same probability but for a known factor, so that few need
 * to be weighed.
 *
 * Without mutation an allele that is seen once among all people descends from one founder allele, so the
 * probability is proportional to its frequency (with theta too: a new allele is drawn with probability
 * (1 - theta) p / (1 + (n - 1) theta)). Any two such alleles may stand for each other. Alleles that are seen
 * twice, in the evidence or under a mutation model stay as they are.
 */
export function representativeOf(
  locus: Locus,
  evidence: Genotypes,
): (genotypes: ShownGenotype[]) => Representative {
  const frequencyOf = new Map(locus.alleles.map((allele, index) => [allele, locus.frequencies[index]!]))
  const fresh = freshAlleles(locus, evidence)
  const isFresh = new Set(fresh)
  const order = new Map(locus.alleles.map((allele, index) => [allele, index]))
  return (genotypes) => {
    const counts = new Map<string, number>()
    for (const allele of genotypes.flat()) counts.set(allele, (counts.get(allele) ?? 0) + 1)
    const isOnce = (allele: string) => isFresh.has(allele) && counts.get(allele) === 1
    const stays = (allele: string) => (counts.get(allele) ?? 0) > 1
    let factor = 1
    let next = 0
    const standIn = (allele: string) => {
      if (!isOnce(allele)) return allele
      while (stays(fresh[next]!)) next++
      const chosen = fresh[next++]!
      factor *= frequencyOf.get(allele)! / frequencyOf.get(chosen)!
      return chosen
    }
    const renamed = genotypes.map((genotype) =>
      genotype.map(standIn).sort((a, b) => order.get(a)! - order.get(b)!),
    )
    return { genotypes: renamed, factor }
  }
}

/** Alleles nobody shows, the most frequent first; none where alleles mutate. */
function freshAlleles(locus: Locus, evidence: Genotypes): string[] {
  if (mutates(locus)) return []
  const seen = new Set(Object.values(evidence).flatMap((profile) => profile[locus.name] ?? []))
  return locus.alleles
    .map((allele, index) => ({ allele, p: locus.frequencies[index]! }))
    .filter(({ allele, p }) => p > 0 && allele !== silentAllele && !seen.has(allele))
    .sort((a, b) => b.p - a.p)
    .map(({ allele }) => allele)
}

/** Whether any allele may change between parent and offspring. */
export function mutates(locus: Locus): boolean {
  const { mutation, alleles, frequencies } = locus
  if (!mutation) return false
  return [mutation.female, mutation.male].some((model) =>
    mutationMatrix(model, alleles, frequencies).some((row, i) => row[i] !== 1),
  )
}
