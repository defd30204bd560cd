import { refuse } from '../refusal.ts'
import { wholeLadder } from './coding.ts'
import type { Ladder } from './ladder.ts'
import { drawLeaf, type LocusData } from './leaves.ts'
import {
  buildNetwork,
  inbreedingOf,
  isFounder,
  type Network,
  type Structure,
  unknownFounderCopies,
} from './network.ts'
import { bell, forEachPartition } from './partitions.ts'
import { dirichletNodes, nodeCount } from './quadrature.ts'
import {
  type Batch,
  batchesOf,
  type Compiled,
  compiledFor,
  type LocusProblem,
  planFor,
  run,
  type Solver,
} from './solver.ts'

/** Multiplications all loci of one shape may take: some ten seconds. */
const mostWork = 1e10
/** What a new program costs, in multiplications. */
const compileWork = 1e5
/** More programs than this are not kept. */
const mostKept = 1000
/** Quadrature nodes weighed in one pass. */
const nodesPerPass = 128

/**
 * Which inbred founders' two alleles are one draw, and how likely that is; the founder alleles then drawn, each a
 * list of names (`person/0`), and the founders whose alleles are known.
 */
type Setting = { weight: number; identical: Set<string>; unknown: string[][] }

/**
 * The natural logarithm of the likelihood of every locus, with co-ancestry theta among all founders (Balding &
 * Nichols 1994): their alleles are draws from a Polya urn, which is to say independent draws from frequencies
 * that are themselves Dirichlet, with mean the table's and a sum of parameters of 1/theta - 1.
 *
 * The founder alleles that are known have a closed form. Over the others the sum is taken exactly in one of two
 * ways, whichever is less work: over all partitions into blocks of identical alleles (Ewens 1972), or over the
 * frequencies, by Gauss quadrature of the degree of the polynomial that the likelihood is in them.
 */
export function logLikelihoodsWithCoancestry(
  solver: Solver,
  problems: LocusProblem[],
  theta: number,
): Float64Array {
  const logs = new Float64Array(problems.length).fill(Number.NEGATIVE_INFINITY)
  for (const batch of batchesOf(solver.family, problems)) {
    for (const setting of settingsOf(batch.structure)) {
      const found = logsOf(solver, batch, setting, theta)
      batch.places.forEach((place, lane) => {
        logs[place] = logOfSum(logs[place]!, Math.log(setting.weight) + found[lane]!)
      })
    }
  }
  return logs
}

function settingsOf(structure: Structure): Setting[] {
  const { people, typing, isX } = structure
  const copies = unknownFounderCopies(structure)
  const hasTwo = (id: string, i: number) =>
    (typing[i] === 'exact' && !(isX && people[i]!.sex === 'male')) || copies.includes(`${id}/1`)
  const inbred = people.filter(
    (person, i) => isFounder(person) && inbreedingOf(person, isX) > 0 && hasTwo(person.id, i),
  )
  if (inbred.length > 10) tooComplex()
  const settings: Setting[] = []
  for (let chosen = 0; chosen < 2 ** inbred.length; chosen++) {
    const identical = new Set(inbred.filter((_, i) => (chosen >> i) & 1).map(({ id }) => id))
    const weight = inbred.reduce((product, person) => {
      const f = inbreedingOf(person, isX)
      return product * (identical.has(person.id) ? f : 1 - f)
    }, 1)
    if (weight > 0) settings.push({ weight, identical, unknown: drawsOf(copies, identical) })
  }
  return settings
}

function drawsOf(copies: string[], identical: Set<string>): string[][] {
  return copies.flatMap((copy) => {
    const [id, number] = [copy.slice(0, -2), copy.slice(-1)]
    if (!identical.has(id)) return [[copy]]
    return number === '0' ? [[copy, `${id}/1`]] : []
  })
}

/** What is known of a locus: the logarithm of the known draws' probability, and the urn after them. */
type Urn = { logKnown: number; known: number; base: number[]; fresh: number }

function logsOf(solver: Solver, batch: Batch, setting: Setting, theta: number): Float64Array {
  const urns = batch.lanes.map((lane) => urnOf(lane, batch.structure, setting.identical, theta))
  const lanes = batch.lanes.map((lane, i) => withFrequencies(lane, urns[i]!.base))
  const draws = setting.unknown.length
  const key = `${batch.key} ${[...setting.identical].join()}`
  const apart = compiledFor(solver.compiled, `${key} apart`, () =>
    blockNetwork(
      batch.structure,
      setting,
      Array.from({ length: draws }, (_, i) => i),
    ),
  )
  const { cost } = planFor(
    apart,
    lanes.map((lane) => [lane]),
  )
  const byPartitions = bell(draws) * (cost * lanes.length + compileWork)
  const nodes = lanes.reduce((sum, lane) => sum + nodeCount(draws, positive(lane.ladder)), 0)
  const byNodes = nodes * (cost + 1000)
  if (!(Math.min(byPartitions, byNodes) <= mostWork)) tooComplex()
  const found =
    byPartitions <= byNodes
      ? overPartitions(solver, batch, setting, key, lanes, urns, theta)
      : Float64Array.from(lanes, (lane, i) => overFrequencies(apart, lane, urns[i]!, draws, theta))
  return found.map((log, lane) => log + urns[lane]!.logKnown)
}

function overPartitions(
  solver: Solver,
  { structure }: Batch,
  setting: Setting,
  key: string,
  lanes: LocusData[],
  urns: Urn[],
  theta: number,
): Float64Array {
  const total = new Float64Array(lanes.length).fill(Number.NEGATIVE_INFINITY)
  const draws = setting.unknown.length
  const kept = bell(draws) <= mostKept ? solver.compiled : new Map<string, Compiled>()
  const data = lanes.map((lane) => [lane])
  const { known, fresh } = urns[0]!
  forEachPartition(draws, (blockOf, sizes) => {
    const compiled = compiledFor(kept, `${key} ${blockOf.join()}`, () =>
      blockNetwork(structure, setting, blockOf),
    )
    if (kept !== solver.compiled) kept.clear()
    const weight = logPartition(sizes, known, theta, fresh)
    run(compiled, data).forEach((log, lane) => {
      total[lane] = logOfSum(total[lane]!, weight + log)
    })
  })
  return total
}

function overFrequencies(
  apart: Compiled,
  lane: LocusData,
  { fresh }: Urn,
  draws: number,
  theta: number,
): number {
  const parameters = lane.ladder.frequencies.map((mean) => (mean * fresh) / theta)
  let total = Number.NEGATIVE_INFINITY
  let pass: { frequencies: number[]; weight: number }[] = []
  const weigh = () => {
    if (pass.length === 0) return
    const logs = run(
      apart,
      pass.map(({ frequencies }) => [withFrequencies(lane, frequencies)]),
    )
    logs.forEach((log, node) => {
      total = logOfSum(total, Math.log(pass[node]!.weight) + log)
    })
    pass = []
  }
  dirichletNodes(parameters, draws, (frequencies, weight) => {
    if (pass.push({ frequencies, weight }) === nodesPerPass) weigh()
  })
  weigh()
  return total
}

/** The network in which draw `d` is block `blockOf[d]`, each block drawn once from the frequencies of its lane. */
function blockNetwork(structure: Structure, { unknown }: Setting, blockOf: number[]): Network {
  const blocks = Math.max(-1, ...blockOf) + 1
  const network = buildNetwork(structure, {
    kind: 'blocks',
    blocks,
    blockOf: new Map(unknown.flatMap((names, draw) => names.map((name) => [name, blockOf[draw]!] as const))),
  })
  for (let block = 0; block < blocks; block++) network.leaves.push(drawLeaf(block, wholeLadder, 0))
  return network
}

function urnOf(
  { ladder, evidence, isX }: LocusProblem,
  { people }: Structure,
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

function withFrequencies<Data extends LocusData>(data: Data, frequencies: number[]): Data {
  return { ...data, ladder: { ...data.ladder, frequencies } }
}

function positive({ frequencies }: Ladder): number {
  return frequencies.reduce((count, p) => (p > 0 ? count + 1 : count), 0)
}

function logOfSum(a: number, b: number): number {
  const [large, small] = a > b ? [a, b] : [b, a]
  return small === Number.NEGATIVE_INFINITY ? large : large + Math.log1p(Math.exp(small - large))
}

function tooComplex(): never {
  return refuse(
    'theta-too-complex',
    'Co-ancestry with so many untyped founders and this mutation model takes too long: use a model that treats unseen alleles alike (none, proportional, equal), type more founders, or set theta to 0.',
  )
}
