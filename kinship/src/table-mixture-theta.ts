import { likelihoodRatio } from './likelihood-ratio.ts'
import { orRefusal, refuse } from './refusal.ts'
import type { KinshipCase, RefusalDetail } from './types.ts'

/**
 * The theta that stands for not knowing the allele frequencies exactly.
 *
 * A table of M counted alleles (prior pseudo-counts included) leaves the frequencies Dirichlet with mean p and size M.
 * Founder alleles drawn under it follow a Polya urn: after n alleles, m of them a, the next is a with probability
 * (m + M p) / (n + M). The sampling formula of Balding and Nichols (1994), (m t + (1 - t) p) / (1 + (n - 1) t), is the
 * same urn with M = (1 - t) / t. So t = 1 / (M + 1), exactly, for any number of founders; Green & Mortera 2009, Ann
 * Appl Stat 3:731-763, show both as one Dirichlet model, and Tvedebrink 2010, doi:10.1016/j.tpb.2010.07.002, theta as
 * the overdispersion of such counts. A mutation model that reads the frequencies (proportional) keeps their mean.
 *
 * Together with a co-ancestry `theta` the two are no longer one urn. (1 - t) (1 - 1/(M + 1)) is the probability that
 * two alleles share neither cause: 1 minus it is exact for the two alleles of one person (Cowell 2016,
 * arXiv:1509.08361) and an approximation for more people.
 *
 * @example tableUncertaintyTheta(99) // 0.01: 99 alleles counted are as uncertain as theta 0.01
 * @example tableUncertaintyTheta(99, 0.02) // 1 - 0.98 * 0.99 = 0.0298
 * @param chromosomes alleles counted at the locus, M
 * @param theta co-ancestry on top of it, 0 when absent
 * @throws KinshipRefusal `table-without-size`, `theta-range`
 */
export function tableUncertaintyTheta(chromosomes: number, theta = 0): number {
  if (!(chromosomes > 0))
    return refuse('table-without-size', 'The number of alleles counted must be above 0.')
  if (!(theta >= 0 && theta < 1)) return refuse('theta-range', 'Theta must be from 0 to below 1.')
  const fromTable = 1 / (chromosomes + 1)
  return theta + fromTable - theta * fromTable
}

export type UncertainTableRatio = {
  reference: string
  /** By locus in the order of the case: the theta it was weighed with, and the ratios. */
  perLocus: { locus: string; theta: number; log10LR: Record<string, number | null> }[]
  /** Sums over loci; null when some locus has no ratio. */
  log10LR: Record<string, number | null>
}

/**
 * The likelihood ratio that allows for a table of limited size: every locus at the theta of its own count, multiplied.
 *
 * @example Father and child both 6/6, p 0.25, 99 alleles counted: theta 0.01, LR 1.02 / (0.03 + 0.99 * 0.25) = 3.676
 * @param chromosomes alleles counted, by locus
 * @returns the values, or `{ refusal }`: a locus without a count, linked loci, and what the engine refuses
 */
export function uncertainTableRatio(
  input: KinshipCase,
  chromosomes: Record<string, number>,
): UncertainTableRatio | { refusal: RefusalDetail } {
  return orRefusal(() => {
    if (input.linkage) {
      refuse('linked-loci', 'Loci with a theta of their own are weighed one by one: leave the linkage out.')
    }
    const weighed = input.loci.map((locus) => {
      if (!Object.hasOwn(chromosomes, locus.name)) {
        return refuse('table-without-size', `State how many alleles were counted at ${locus.name}.`)
      }
      const theta = tableUncertaintyTheta(chromosomes[locus.name]!, input.theta)
      const found = likelihoodRatio({ ...input, loci: [locus], theta })
      if ('refusal' in found) return refuse(found.refusal.code, found.refusal.message)
      return { locus: locus.name, theta, log10LR: found.log10LR, reference: found.reference }
    })
    const [first] = weighed
    if (!first) return refuse('no-locus', 'At least one locus is needed.')
    return {
      reference: first.reference,
      perLocus: weighed.map(({ locus, theta, log10LR }) => ({ locus, theta, log10LR })),
      log10LR: Object.fromEntries(
        Object.keys(first.log10LR).map((name) => [
          name,
          sumOf(weighed.map(({ log10LR }) => log10LR[name] ?? null)),
        ]),
      ),
    }
  })
}

const sumOf = (logs: (number | null)[]): number | null =>
  logs.reduce<number | null>((sum, log) => (sum === null || log === null ? null : sum + log), 0)
