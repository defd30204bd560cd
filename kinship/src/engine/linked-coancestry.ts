import { refuse } from '../refusal.ts'
import { inheritedDraws } from './coancestry.ts'
import { refusePartlyInbred } from './linked-network.ts'
import { inbreedingOf, isFounder, relevantPeople, transmissions } from './network.ts'
import { nameOf, routesOf } from './origins.ts'
import type { Family } from './problem.ts'
import { type Batch, batchesOf, type Compiled, type LocusProblem } from './solver.ts'
import { type Budget, logsOverDraws, newBudget, urnOf } from './urn.ts'

/** Meioses whose origins are told apart at most, and ways along all loci of a chain together. */
const most = { meioses: 15, ways: 2 ** 17 }
/** Meioses by name, with their place in the number that says all origins; identical: founders of one haplotype. */
type Inheritance = { meioses: Map<string, number>; identical: Set<string> }

/**
 * The likelihood of linked loci with co-ancestry. Every locus has an urn of its own, so that given the origins of
 * all meioses (the inheritance vector of Lander & Green 1987) the loci are independent: the sum runs over all
 * vectors at each locus, from one locus to the next with each meiosis recombining by itself.
 *
 * @param rates for each result, the recombination rates between neighbours, one fewer than the loci
 * @returns natural logarithms; -Infinity where the likelihood is 0
 * @throws KinshipRefusal `theta-with-linkage-too-complex`, `theta-too-complex`, `founder-inbreeding-with-linkage`
 */
export function logLikelihoodsOfChainWithCoancestry(
  family: Family,
  chain: LocusProblem[],
  theta: number,
  rates: number[][],
): number[] {
  const inheritance = inheritanceOf(family, chain)
  const vectors = 2 ** inheritance.meioses.size
  if (inheritance.meioses.size > most.meioses || vectors * chain.length > most.ways) {
    return refuse(
      'theta-with-linkage-too-complex',
      `Co-ancestry along linked loci takes too long with ${inheritance.meioses.size} meioses and ${chain.length} loci: leave out untyped people who connect nobody, weigh fewer loci together, or set theta to 0.`,
    )
  }
  const budget = newBudget()
  const logs: Float64Array[] = []
  for (const batch of batchesOf(family, chain)) {
    const found = logsByVector(batch, inheritance, theta, budget)
    batch.places.forEach((place, lane) => {
      logs[place] = found[lane]!
    })
  }
  return rates.map((between) => logOfChain(logs, between))
}

/** The meioses that matter. Of a founder with a single one it makes no difference which allele was passed on. */
function inheritanceOf({ people }: Family, chain: LocusProblem[]): Inheritance {
  const isX = chain[0]!.isX
  const relevant = relevantPeople(people, (i) => chain.some(({ evidence }) => evidence[i] !== null))
  const identical = new Set<string>()
  const single = new Set<string>()
  people.forEach((person, i) => {
    if (isX && person.sex === 'male') single.add(person.id)
    else if (isFounder(person) && relevant.has(i)) {
      refusePartlyInbred(person, isX)
      if (inbreedingOf(person, isX) === 1) identical.add(person.id)
    }
  })
  const byParent = new Map<string, string[]>()
  for (const i of [...relevant].sort((a, b) => a - b)) {
    transmissions(people[i]!, isX).forEach(({ parent }, copy) => {
      byParent.set(parent, [...(byParent.get(parent) ?? []), nameOf({ person: i, copy })])
    })
  }
  const founders = new Set(people.filter(isFounder).map(({ id }) => id))
  const told = [...byParent].filter(
    ([parent, given]) =>
      !single.has(parent) && !identical.has(parent) && !(founders.has(parent) && given.length === 1),
  )
  return { identical, meioses: new Map(told.flatMap(([, given]) => given).map((name, bit) => [name, bit])) }
}

/** For each locus of one shape, the logarithm of its likelihood given each vector of origins. */
function logsByVector(
  { key, structure, lanes }: Batch,
  { meioses, identical }: Inheritance,
  theta: number,
  budget: Budget,
): Float64Array[] {
  const urns = lanes.map((lane) => urnOf(lane, structure, identical, theta))
  const known = new Map<string, Float64Array>()
  const logs = lanes.map(() => new Float64Array(2 ** meioses.size))
  for (let vector = 0; vector < 2 ** meioses.size; vector++) {
    const routes = routesOf(structure, identical, (meiosis) => {
      const bit = meioses.get(meiosis)
      return bit !== undefined && (vector >> bit) & 1 ? 1 : 0
    })
    let found = known.get(routes.key)
    if (!found) {
      // The sums of one vector have no use for another, and are not kept.
      const programs = new Map<string, Compiled>()
      found = logsOverDraws(programs, inheritedDraws(key, structure, routes), lanes, urns, theta, budget)
      known.set(routes.key, found)
    }
    for (let lane = 0; lane < lanes.length; lane++) logs[lane]![vector] = found[lane]!
  }
  return logs
}

/** The sum over all vectors along the chain, forwards. */
function logOfChain([first, ...others]: Float64Array[], rates: number[]): number {
  const forward = new Float64Array(first!.length).fill(1 / first!.length)
  let log = weighBy(forward, first!)
  others.forEach((logs, i) => {
    recombine(forward, rates[i]!)
    log += weighBy(forward, logs)
  })
  return log + Math.log(forward.reduce((sum, value) => sum + value, 0))
}

/** Multiplies by the likelihoods of a locus, scaled so that the largest product is 1; the scale's logarithm. */
function weighBy(forward: Float64Array, logs: Float64Array): number {
  const largest = logs.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  if (largest === Number.NEGATIVE_INFINITY) {
    forward.fill(0)
    return 0
  }
  let scale = 0
  logs.forEach((log, vector) => {
    forward[vector]! *= Math.exp(log - largest)
    scale = Math.max(scale, forward[vector]!)
  })
  if (scale === 0) return 0
  forward.forEach((value, vector) => {
    forward[vector] = value / scale
  })
  return largest + Math.log(scale)
}

/** One meiosis after the other keeps its origin or changes it. */
function recombine(forward: Float64Array, rate: number): void {
  for (let step = 1; step < forward.length; step *= 2) {
    for (let vector = 0; vector < forward.length; vector++) {
      if (vector & step) continue
      const [a, b] = [forward[vector]!, forward[vector | step]!]
      forward[vector] = (1 - rate) * a + rate * b
      forward[vector | step] = rate * a + (1 - rate) * b
    }
  }
}
