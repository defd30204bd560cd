import { refuse } from '../refusal.ts'
import { logSum, type PlanCache } from './eliminate.ts'
import { buildNetwork, isFounder, type LocusProblem, unknownFounderCopies } from './network.ts'

/** Bell(9) = 21,147 ways in which nine founder alleles may be identical. */
const mostUnknownCopies = 9

/**
 * The natural logarithm of the likelihood with co-ancestry theta among all founders (Balding & Nichols 1994).
 *
 * The typed founders' alleles have a closed-form probability. Given them the rest are draws from a Polya urn,
 * that is: a partition into blocks of identical alleles (Ewens 1972), each block drawn from the urn's mean.
 * Summing over all partitions is exact.
 */
export function logLikelihoodWithCoancestry(problem: LocusProblem, theta: number, plans: PlanCache): number {
  const known = typedFounderAlleles(problem)
  const counts = new Float64Array(problem.ladder.size)
  let total = 0
  for (const [seen, allele] of known.entries()) {
    total += Math.log(
      (counts[allele]! * theta + (1 - theta) * problem.ladder.frequencies[allele]!) /
        (1 + (seen - 1) * theta),
    )
    counts[allele]!++
  }
  if (total === Number.NEGATIVE_INFINITY) return total
  const fresh = 1 - theta + known.length * theta
  const base = Float64Array.from(
    counts,
    (count, allele) => (count * theta + (1 - theta) * problem.ladder.frequencies[allele]!) / fresh,
  )
  const copies = unknownFounderCopies(problem)
  if (copies.length > mostUnknownCopies) {
    refuse(
      'theta-too-many-unknown-founders',
      `With co-ancestry at most ${mostUnknownCopies} founder alleles may be unknown, and this hypothesis has ${copies.length}: type more founders, simplify the pedigree, or set theta to 0.`,
    )
  }
  const terms: number[] = []
  forEachPartition(copies.length, (blockOf, sizes) => {
    const draws = {
      kind: 'blocks' as const,
      blockOf: new Map(copies.map((copy, index) => [copy, blockOf[index]!])),
      blocks: sizes.length,
      base,
    }
    terms.push(logPartition(sizes, known.length, theta, fresh) + logSum(buildNetwork(problem, draws), plans))
  })
  return total + logOfSum(terms)
}

function typedFounderAlleles({ people, evidence, isX }: LocusProblem): number[] {
  return people.filter(isFounder).flatMap((person) => {
    const states = evidence.get(person.id)
    if (!states?.isExact) return []
    const alleles = [states.paternal[0]!, states.maternal[0]!]
    return isX && person.sex === 'male' ? alleles.slice(0, 1) : alleles
  })
}

/** P(this partition): each block opens with a fresh draw and grows by draws of itself. */
function logPartition(sizes: number[], known: number, theta: number, fresh: number): number {
  let log = 0
  let drawn = 0
  for (const size of sizes) {
    for (let inBlock = 0; inBlock < size; inBlock++, drawn++) {
      log += Math.log((inBlock === 0 ? fresh : inBlock * theta) / (1 + (known + drawn - 1) * theta))
    }
  }
  return log
}

/** Every partition of `count` things, as restricted growth strings with the sizes of the blocks. */
function forEachPartition(count: number, visit: (blockOf: number[], sizes: number[]) => void): void {
  const blockOf: number[] = []
  const sizes: number[] = []
  const place = (index: number): void => {
    if (index === count) {
      visit(blockOf, sizes)
      return
    }
    for (let block = 0; block <= sizes.length; block++) {
      const isNew = block === sizes.length
      if (isNew) sizes.push(0)
      sizes[block]!++
      blockOf[index] = block
      place(index + 1)
      sizes[block]!--
      if (isNew) {
        sizes.pop()
        break
      }
    }
  }
  place(0)
}

function logOfSum(logs: number[]): number {
  const largest = Math.max(...logs)
  if (largest === Number.NEGATIVE_INFINITY) return largest
  return largest + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - largest), 0))
}
