import { refuse } from '../refusal.ts'
import { wholeLadder } from './coding.ts'
import { drawLeaf, type LocusData } from './leaves.ts'
import { isFounder, type Network, type Structure } from './network.ts'
import { bell, forEachPartition } from './partitions.ts'
import { dirichletNodes, nodeCount } from './quadrature.ts'
import { type Compiled, compiledFor, type LocusProblem, planFor, run } from './solver.ts'

/** What is known of a locus: the logarithm of the known draws' probability, and the urn after them. */
export type Urn = { logKnown: number; known: number; base: number[]; fresh: number }

/** Draws that are not known, and the network in which draw `d` is variable `blockOf[d]`, still without a prior. */
export type Draws = { key: string; count: number; networkFor: (blockOf: number[]) => Network }

/** Multiplications that may still be made. */
export type Budget = { left: number }

/** Below this theta changes no digit of any likelihood. */
export const leastTheta = 1e-30

/** Multiplications a hypothesis may take: some ten seconds. */
const mostWork = 4e9
/** What the smallest program costs to make, in multiplications. */
const leastCompileWork = 5e4
/** Programs are kept that have no more leaves than this together. */
const mostKept = 20_000
/** Work so little that it need not be estimated more closely. */
const littleWork = 1e7
/** Above this the smallest quadrature nodes are near rounding errors, and partitions alone are exact. */
const mostThetaOfNodes = 0.9999
/** Quadrature nodes weighed in one pass. */
const nodesPerPass = 128

export function newBudget(): Budget {
  return { left: mostWork }
}

export function spend(budget: Budget, work: number): void {
  budget.left -= work
  if (!(budget.left >= 0)) tooComplex()
}

/** The founder alleles that are known outright, drawn one after the other. */
export function urnOf(
  { ladder, evidence, isX }: LocusProblem,
  { people }: Pick<Structure, 'people'>,
  identical: Set<string>,
  theta: number,
): Urn {
  const counts: number[] = new Array(ladder.size).fill(0)
  let known = 0
  let logKnown = 0
  people.forEach((person, i) => {
    const states = evidence[i]
    if (!isFounder(person) || !states?.isExact) return
    const alleles = [states.paternal[0]!, states.maternal[0]!]
    if (identical.has(person.id) && alleles[0] !== alleles[1]) logKnown = Number.NEGATIVE_INFINITY
    if (identical.has(person.id) || (isX && person.sex === 'male')) alleles.pop()
    for (const allele of alleles) {
      logKnown += Math.log(
        (counts[allele]! * theta + (1 - theta) * ladder.frequencies[allele]!) / (1 + (known - 1) * theta),
      )
      counts[allele]!++
      known++
    }
  })
  const fresh = 1 - theta + known * theta
  const base = counts.map((count, i) => (count * theta + (1 - theta) * ladder.frequencies[i]!) / fresh)
  return { logKnown, known, base, fresh }
}

/**
 * The logarithm of the sum over all draws, for each lane: over their partitions, or over the frequencies,
 * whichever is less work.
 */
export function logsOverDraws(
  programs: Map<string, Compiled>,
  draws: Draws,
  lanes: LocusData[],
  urns: Urn[],
  theta: number,
  budget: Budget,
): Float64Array {
  const drawn = lanes.map((lane, i) => withFrequencies(lane, urns[i]!.base))
  const { byPartitions, byNodes } = workOf(programs, draws, drawn)
  const isByPartitions = byPartitions <= byNodes || theta > mostThetaOfNodes
  checkWork(budget, isByPartitions ? byPartitions : byNodes)
  const found = isByPartitions
    ? overPartitions(programs, draws, drawn, urns[0]!, theta, budget)
    : Float64Array.from(drawn, (lane, i) => overFrequencies(programs, draws, lane, urns[i]!, theta, budget))
  return found.map((log, lane) => log + urns[lane]!.logKnown)
}

/** What `logsOverDraws` takes at least, whatever the network. */
export function leastWork({ count }: Draws): number {
  return bell(count) * leastCompileWork
}

/** What a program costs to make: an order of elimination is looked for. */
function compileWork({ network: { leaves } }: Compiled): number {
  return leastCompileWork + 50 * leaves.length ** 2
}

/** Refuses at once what cannot be done with what is left; the work is known within a tenth or so. */
export function checkWork(budget: Budget, expected: number): void {
  if (expected > 1.2 * budget.left) tooComplex()
}

/** What `logsOverDraws` would take. */
export function expectedWork(programs: Map<string, Compiled>, draws: Draws, lanes: LocusData[]): number {
  const { byPartitions, byNodes } = workOf(programs, draws, lanes)
  return Math.min(byPartitions, byNodes)
}

function workOf(programs: Map<string, Compiled>, draws: Draws, lanes: LocusData[]) {
  const { count } = draws
  const data = lanes.map((lane) => [lane])
  const compiled = compiledWith(programs, draws, apart(draws))
  const { cost } = planFor(compiled, data)
  const nodes = lanes.reduce((sum, lane) => sum + nodeCount(count, positive(lane)), 0)
  const byPartition = (most: number) => bell(count) * (most * lanes.length + compileWork(compiled))
  const byNodes = nodes * (cost + 1000)
  if (byPartition(cost) < littleWork || byPartition(cost) > byNodes)
    return { byPartitions: byPartition(cost), byNodes }
  // Draws that are the same allele tie a family together, which can cost far more than draws apart.
  const half = Math.ceil(count / 2)
  const tied = [(d: number) => d % half, (d: number) => Math.floor(d / 2)].map(
    (block) => planFor(compiledWith(programs, draws, apart(draws).map(block)), data).cost,
  )
  return { byPartitions: byPartition(Math.max(cost, ...tied)), byNodes }
}

function apart({ count }: Draws): number[] {
  return Array.from({ length: count }, (_, draw) => draw)
}

function compiledWith(programs: Map<string, Compiled>, draws: Draws, blockOf: number[]): Compiled {
  return compiledFor(programs, `${draws.key} ${blockOf.join()}`, () => drawnNetwork(draws, blockOf))
}

function drawnNetwork({ networkFor }: Draws, blockOf: number[]): Network {
  const network = networkFor(blockOf)
  const blocks = Math.max(-1, ...blockOf) + 1
  for (let block = 0; block < blocks; block++) network.leaves.push(drawLeaf(block, wholeLadder, 0))
  return network
}

function overPartitions(
  programs: Map<string, Compiled>,
  draws: Draws,
  lanes: LocusData[],
  { known, fresh }: Urn,
  theta: number,
  budget: Budget,
): Float64Array {
  const total = new Float64Array(lanes.length).fill(Number.NEGATIVE_INFINITY)
  const { leaves } = compiledWith(programs, draws, apart(draws)).network
  const isKept = bell(draws.count) * leaves.length <= mostKept
  const kept = isKept ? programs : new Map<string, Compiled>()
  const data = lanes.map((lane) => [lane])
  forEachPartition(draws.count, (blockOf, sizes) => {
    const compiled = compiledWith(kept, draws, blockOf)
    if (!isKept) kept.clear()
    spend(budget, planFor(compiled, data).cost * lanes.length + compileWork(compiled))
    const weight = logPartition(sizes, known, theta, fresh)
    run(compiled, data).forEach((log, lane) => {
      total[lane] = logOfSum(total[lane]!, weight + log)
    })
  })
  return total
}

function overFrequencies(
  programs: Map<string, Compiled>,
  draws: Draws,
  lane: LocusData,
  { fresh }: Urn,
  theta: number,
  budget: Budget,
): number {
  const compiled = compiledWith(programs, draws, apart(draws))
  const parameters = lane.ladder.frequencies.map((mean) => (mean * fresh) / theta)
  spend(budget, nodeCount(draws.count, positive(lane)) * (planFor(compiled, [[lane]]).cost + 1000))
  let total = Number.NEGATIVE_INFINITY
  let pass: { frequencies: number[]; weight: number }[] = []
  const weigh = () => {
    if (pass.length === 0) return
    const logs = run(
      compiled,
      pass.map(({ frequencies }) => [withFrequencies(lane, frequencies)]),
    )
    logs.forEach((log, node) => {
      total = logOfSum(total, Math.log(pass[node]!.weight) + log)
    })
    pass = []
  }
  dirichletNodes(parameters, draws.count, (frequencies, weight) => {
    if (pass.push({ frequencies, weight }) === nodesPerPass) weigh()
  })
  weigh()
  return total
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

function withFrequencies(data: LocusData, frequencies: number[]): LocusData {
  return { ...data, ladder: { ...data.ladder, frequencies } }
}

function positive({ ladder }: LocusData): number {
  return ladder.frequencies.reduce((count, p) => (p > 0 ? count + 1 : count), 0)
}

export function logOfSum(a: number, b: number): number {
  const [large, small] = a > b ? [a, b] : [b, a]
  return small === Number.NEGATIVE_INFINITY ? large : large + Math.log1p(Math.exp(small - large))
}

export function tooComplex(): never {
  return refuse(
    'theta-too-complex',
    'Co-ancestry with so many untyped founders and this mutation model takes too long: use a model that treats unseen alleles alike (none, proportional, equal), type more founders, or set theta to 0.',
  )
}
