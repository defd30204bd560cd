import { refuse } from '../refusal.ts'
import { logSum, type PlanCache } from './eliminate.ts'
import type { Factor, Network } from './factors.ts'
import { buildNetwork, isFounder, type LocusProblem, unknownFounderCopies } from './network.ts'
import { planElimination } from './plan.ts'

/** Bell(9) = 21,147 ways in which nine founder alleles may be identical. */
const mostUnknownCopies = 9
/** Multiplications one locus of one hypothesis may take over all partitions: some seconds. */
const mostWork = 3e8

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
  const apart = buildNetwork(problem, {
    kind: 'blocks',
    blockOf: new Map(copies.map((copy, i) => [copy, i])),
  })
  const terms: number[] = []
  forEachPartition(copies.length, (blockOf, sizes, partitions) => {
    const network = mergeBlocks(apart, blockOf, base)
    if (terms.length === 0) checkWork(network, partitions)
    terms.push(logPartition(sizes, known.length, theta, fresh) + logSum(network, plans))
  })
  return total + logOfSum(terms)
}

/**
 * The network with the variables of one block made one, drawn once from `base`. The founder copies are the
 * first variables; a merged one keeps a single state where it is no longer used.
 */
function mergeBlocks(apart: Network, blockOf: number[], base: Float64Array): Network {
  const leaders = blockOf.map((block) => blockOf.indexOf(block))
  const domains = apart.domains.map((states, variable) =>
    variable < leaders.length && leaders[variable] !== variable ? 1 : states,
  )
  const rename = (variable: number) => leaders[variable] ?? variable
  const factors = apart.factors.map((factor) => renamed(factor, rename, apart.domains))
  for (const leader of new Set(leaders)) factors.push({ scope: [leader], table: base })
  return { domains, factors }
}

/** A factor on other variables; two axes that become one variable leave their diagonal. */
function renamed({ scope, table }: Factor, rename: (variable: number) => number, domains: number[]): Factor {
  const names = scope.map(rename)
  if (new Set(names).size === names.length) return { scope: names, table }
  const size = domains[scope[0]!]!
  return {
    scope: [names[0]!],
    table: Float64Array.from({ length: size }, (_, state) => table[state * (size + 1)]!),
  }
}

/** The first partition visited is about as much work as each of the others. */
function checkWork({ domains, factors }: Network, partitions: number): void {
  const scopes = factors.map((factor) => factor.scope)
  if (planElimination(domains, scopes).cost * partitions <= mostWork) return
  refuse(
    'theta-too-complex',
    'Co-ancestry with this mutation model and so many untyped founders takes too long: use a model that treats unseen alleles alike (none, proportional, equal), type more founders, or set theta to 0.',
  )
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

/** Every partition of `count` things, as restricted growth strings with block sizes; most blocks first. */
function forEachPartition(
  count: number,
  visit: (blockOf: number[], sizes: number[], partitions: number) => void,
): void {
  const partitions = bell(count)
  const blockOf: number[] = []
  const sizes: number[] = []
  const place = (index: number): void => {
    if (index === count) {
      visit(blockOf, sizes, partitions)
      return
    }
    sizes.push(1)
    blockOf[index] = sizes.length - 1
    place(index + 1)
    sizes.pop()
    for (let block = 0; block < sizes.length; block++) {
      sizes[block]!++
      blockOf[index] = block
      place(index + 1)
      sizes[block]!--
    }
  }
  place(0)
}

/** The number of partitions of `count` things (Bell's triangle). */
function bell(count: number): number {
  let row = [1]
  for (let i = 0; i < count; i++) {
    const next = [row.at(-1)!]
    for (const value of row) next.push(next.at(-1)! + value)
    row = next
  }
  return row[0]!
}

function logOfSum(logs: number[]): number {
  const largest = Math.max(...logs)
  if (largest === Number.NEGATIVE_INFINITY) return largest
  return largest + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - largest), 0))
}
