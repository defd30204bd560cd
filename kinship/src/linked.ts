import { logLikelihoodsOfChainWithCoancestry } from './engine/linked-coancestry.ts'
import { logLikelihoodOfChain } from './engine/linked-network.ts'
import {
  checkSameSex,
  checkTypedPeople,
  evidenceOf,
  familyOf,
  prepareLocus,
  profilesOf,
  readLocus,
} from './engine/problem.ts'
import { leastTheta } from './engine/urn.ts'
import { refuse } from './refusal.ts'
import type { KinshipCase } from './types.ts'

/** By recombination rate, in the order given; `LR` is the first hypothesis against the reference (the last). */
export type LinkedLikelihoods = { likelihood: Record<string, number[]>; LR: (number | null)[] }

/**
 * Likelihoods of two linked loci in linkage equilibrium, exactly: each meiosis passes on the same grandparental
 * origin at both loci with probability 1 - rho. For a chain on a map, give `linkage` to `likelihoods`.
 *
 * @param rho recombination rates from 0 to 0.5, the same in both sexes
 * @example At rho = 0.5 the loci are independent: the likelihood is the product of the two.
 * @throws KinshipRefusal when a value cannot be computed exactly
 */
export function linkedLikelihoods(input: KinshipCase, rho: number[]): LinkedLikelihoods {
  const [first, second, ...others] = input.loci
  if (!first || !second || others.length > 0 || first.chrom !== second.chrom) {
    return refuse('two-loci-needed', 'Linkage is computed for two loci of one kind of chromosome.')
  }
  if (input.hypotheses.length === 0) refuse('no-hypothesis', 'At least one hypothesis is needed.')
  const { theta = 0 } = input
  if (!(theta >= 0 && theta < 1)) refuse('theta-range', 'Theta must be from 0 to below 1.')
  if (rho.some((rate) => !(rate >= 0 && rate <= 0.5)))
    refuse('rho-range', 'A recombination rate is from 0 to 0.5.')
  const families = input.hypotheses.map(familyOf)
  checkTypedPeople(input.genotypes, families)
  const profiles = profilesOf(input)
  const readings = [first, second].map((locus) => readLocus(prepareLocus(locus), profiles))
  checkSameSex(readings, families)
  const likelihood: Record<string, number[]> = {}
  for (const family of families) {
    const problems = readings.map((reading) => ({
      ladder: reading.ladder,
      isX: reading.prepared.isX,
      evidence: evidenceOf(reading, family),
    }))
    const logs =
      theta < leastTheta
        ? rho.map((rate) =>
            logLikelihoodOfChain(
              family,
              problems.map((problem, i) => ({ ...problem, rho: i === 0 ? 0.5 : rate })),
            ),
          )
        : logLikelihoodsOfChainWithCoancestry(
            family,
            problems,
            theta,
            rho.map((rate) => [rate]),
          )
    likelihood[family.name] = logs.map(Math.exp)
  }
  const [over, under] = comparedNames(input).map((name) => likelihood[name]!)
  return { likelihood, LR: rho.map((_, i) => quotient(over![i]!, under![i]!)) }
}

/** The first hypothesis that is not the reference, and the reference. */
function comparedNames({ hypotheses, reference }: KinshipCase): [string, string] {
  const names = hypotheses.map(({ name }) => name)
  const under = reference ?? names.at(-1)!
  if (!names.includes(under))
    refuse('reference-unknown', `The reference "${under}" is not among the hypotheses.`)
  return [names.find((name) => name !== under) ?? under, under]
}

function quotient(over: number, under: number): number | null {
  return over === 0 && under === 0 ? null : over / under
}
