import { logSum, type PlanCache } from './engine/eliminate.ts'
import { addFactor, type Network } from './engine/factors.ts'
import { addLinkedLocus, type LocusProblem } from './engine/network.ts'
import { ladderOf, locusProblem } from './engine/problem.ts'
import { checkedPeople } from './likelihood.ts'
import { refuse } from './refusal.ts'
import type { KinshipCase } from './types.ts'

/** By recombination rate, in the order given; `LR` is the first hypothesis against the last. */
export type LinkedLikelihoods = { likelihood: Record<string, number[]>; LR: (number | null)[] }

/**
 * Likelihoods of two linked loci in linkage equilibrium, exactly: each meiosis passes on the same grandparental
 * origin at both loci with probability 1 - rho.
 *
 * @param rho recombination rates from 0 to 0.5, the same in both sexes
 * @example At rho = 0.5 the loci are independent: the likelihood is the product of the two.
 * @throws KinshipRefusal when a value cannot be computed exactly
 */
export function linkedLikelihoods(input: KinshipCase, rho: number[]): LinkedLikelihoods {
  const placed = checkedPeople(input)
  const [first, second, ...others] = input.loci
  if (!first || !second || others.length > 0 || first.chrom !== second.chrom) {
    return refuse('two-loci-needed', 'Linkage is computed for two loci of one kind of chromosome.')
  }
  if ((input.theta ?? 0) > 0)
    refuse('theta-with-linkage', 'Theta and linkage are not defined together: set theta to 0.')
  if (rho.some((rate) => !(rate >= 0 && rate <= 0.5)))
    refuse('rho-range', 'A recombination rate is from 0 to 0.5.')
  const plans: PlanCache = new Map()
  const ladders = [first, second].map(ladderOf)
  const likelihood: Record<string, number[]> = {}
  for (const [hypothesis, people] of placed) {
    const problems = [first, second].map((locus, index) =>
      locusProblem(input, locus, ladders[index]!, people),
    )
    likelihood[hypothesis] = rho.map((rate) => Math.exp(logSum(linkedNetwork(problems, rate), plans)))
  }
  const [over, under] = [input.hypotheses[0]!.name, input.hypotheses.at(-1)!.name]
  return {
    likelihood,
    LR: rho.map((_, index) => quotient(likelihood[over]![index]!, likelihood[under]![index]!)),
  }
}

function linkedNetwork(problems: LocusProblem[], rho: number): Network {
  const network: Network = { domains: [], factors: [] }
  const [here, there] = problems.map((problem) => addLinkedLocus(problem, network))
  for (const [meiosis, selector] of here!) {
    const other = there!.get(meiosis)!
    addFactor(network, [selector, other], ([a, b]) => (a === b ? (1 - rho) / 2 : rho / 2))
  }
  return network
}

function quotient(over: number, under: number): number | null {
  return over === 0 && under === 0 ? null : over / under
}
