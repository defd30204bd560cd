import { refuse } from './refusal.ts'

/**
 * The theta that stands for not knowing the allele frequencies exactly.
 *
 * A table of M counted alleles (prior pseudo-counts included) leaves the frequencies Dirichlet with mean p and size M.
 * Founder alleles drawn under it follow a Polya urn: after n alleles, m of them a, the next is a with probability
 * (m + M p) / (n + M). The sampling formula of Balding and Nichols (1994), (m t + (1 - t) p) / (1 + (n - 1) t), is the
 * same urn with M = (1 - t) / t. So t = 1 / (M + 1), exactly, for any number of founders; Green & Mortera 2009, Ann
 * Appl Stat 3:731-763, show both as one Dirichlet model, and Tvedebrink 2010, doi:10.1016/j.tpb.2010.07.002, theta as
 * the overdispersion of such counts.
 *
 * Together with a co-ancestry `theta` the two are no longer one urn. (1 - t) (1 - 1/(M + 1)) is the probability that
 * two alleles share neither cause: 1 minus it is exact for the two alleles of one person (Cowell 2016,
 * arXiv:1509.08361) and an approximation for more people.
 *
 * @example tableUncertaintyTheta(99) // 0.01: 99 alleles counted are as uncertain as theta 0.01
 * @example tableUncertaintyTheta(99, 0.02) // 1 - 0.98 * 0.99 = 0.0298
 * @param chromosomes alleles counted at the locus, M; the least of the loci when one theta stands for all
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
