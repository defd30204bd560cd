import { logLikelihoodsWithCoancestry } from '../engine/coancestry.ts'
import { checkWork, compile } from '../engine/compile.ts'
import { bothEvidence, type Evidence, observe, readEvidence } from '../engine/evidence.ts'
import { execute, workspaceFor } from '../engine/execute.ts'
import { type WorkingLadder, workingLadder } from '../engine/ladder.ts'
import { buildNetwork } from '../engine/network.ts'
import { evidenceOf, type Family, type PreparedLocus, type Profile } from '../engine/problem.ts'
import {
  type Batch,
  batchesOf,
  type LocusProblem,
  makeSolver,
  newlyCompiled,
  planFor,
} from '../engine/solver.ts'
import { forEachPair, pairCount, pairIndex } from './genotype-codes.ts'

/** Somebody whose genotype is asked for, among people some of whom are typed. */
export type Question = { family: Family; profiles: Profile[]; asked: string }

/**
 * The distribution of a person's true genotype at each locus given what everybody else shows, founders
 * independent: one elimination per locus in which only the asked person is not summed out, loci of one shape in
 * one pass.
 *
 * @returns by locus, one number for each unordered pair of alleles (`pairIndex`), or for each allele at X in a
 *   male; they sum to 1, or are all 0 where what is known is impossible
 */
export function genotypePosteriors(question: Question, loci: PreparedLocus[]): Float64Array[] {
  const place = question.family.placeOf.get(question.asked)!
  const found: Float64Array[] = loci.map(() => new Float64Array())
  const problems = loci.map((locus) => problemOf(question, locus, place))
  for (const batch of batchesOf(question.family, problems)) {
    const weights = keptWeights(batch, place)
    batch.places.forEach((locus, lane) => {
      const isSingle = isSingleAt(loci[locus]!, question.family, place)
      const states = problems[locus]!.evidence[place]!
      const { size } = loci[locus]!.full
      const placeOf = (a: number, b: number) => (isSingle ? a : pairIndex(a, b, size))
      const table = new Float64Array(isSingle ? size : pairCount(size))
      states.paternal.forEach((a, state) => {
        table[placeOf(a, states.maternal[state]!)]! += weights[state * batch.lanes.length + lane]!
      })
      found[locus] = normalised(table)
    })
  }
  return found
}

function problemOf({ family, profiles }: Question, prepared: PreparedLocus, place: number): LocusProblem {
  const ladder = wholeLadder(prepared)
  const isSingle = isSingleAt(prepared, family, place)
  const evidence = evidenceOn(ladder, prepared, profiles, family)
  const every = everyGenotype(ladder.size, isSingle)
  evidence[place] = { ...(bothEvidence(every, evidence[place] ?? null) ?? every), isExact: false }
  return { isX: prepared.isX, ladder, evidence }
}

/** All alleles apart: a table is asked about each of them. */
function wholeLadder({ full }: PreparedLocus): WorkingLadder {
  return workingLadder(full, new Array<boolean>(full.size).fill(true))
}

function evidenceOn(
  ladder: WorkingLadder,
  prepared: PreparedLocus,
  profiles: Profile[],
  family: Family,
): (Evidence | null)[] {
  const { locus, full, isX } = prepared
  const observations = profiles.map((profile) => observe(profile, locus.name, full))
  const evidence = isX ? [] : observations.map((one) => one && readEvidence(one, ladder, false))
  return evidenceOf({ prepared, ladder, observations, evidence }, family)
}

function isSingleAt({ isX }: PreparedLocus, { people }: Family, place: number): boolean {
  return isX && people[place]!.sex === 'male'
}

function everyGenotype(size: number, isSingle: boolean): Evidence {
  const states = Array.from({ length: isSingle ? size : size * size }, (_, state) => state)
  const paternal = states.map((state) => (isSingle ? state : Math.floor(state / size)))
  const maternal = isSingle ? paternal : states.map((state) => state % size)
  return { paternal, maternal, weights: states.map(() => 1), isExact: false }
}

/** The product of all tables that are left when everybody but the person at `place` is summed out. */
function keptWeights({ structure, lanes }: Batch, place: number): Float64Array {
  const compiled = newlyCompiled(buildNetwork(structure, { kind: 'independent' }))
  const { domains, leaves } = compiled.network
  const data = lanes.map((lane) => [lane])
  const { order, sizes, cost } = planFor(compiled, data)
  checkWork(cost)
  const kept = domains.findIndex(({ of, person }) => of === 'person' && person === place)
  const others = order.filter((variable) => variable !== kept)
  const program = compile(leaves, sizes, others)
  const workspace = workspaceFor(program, lanes.length, null)
  execute(program, data, workspace, new Float64Array(lanes.length))
  const weights = new Float64Array(sizes[kept]! * lanes.length).fill(1)
  for (const result of program.results) {
    // A factor common to all states says nothing of the person; the scale of a lane is one such factor.
    if (program.cells[result] === 1) multiplyByPossible(weights, workspace.tables[result]!, lanes.length)
    else multiplyScaled(weights, workspace.tables[result]!, lanes.length)
  }
  return weights
}

function multiplyByPossible(weights: Float64Array, table: Float64Array, lanes: number): void {
  for (let at = 0; at < weights.length; at++) if (table[at % lanes] === 0) weights[at] = 0
}

function multiplyScaled(weights: Float64Array, table: Float64Array, lanes: number): void {
  for (let lane = 0; lane < lanes; lane++) {
    let largest = 0
    for (let at = lane; at < weights.length; at += lanes) largest = Math.max(largest, table[at]!)
    for (let at = lane; at < weights.length; at += lanes)
      weights[at] = largest === 0 ? 0 : weights[at]! * (table[at]! / largest)
  }
}

/**
 * The same with co-ancestry theta: every genotype is a lane of its own, for the urn the founders draw from
 * depends on it. Alleles nobody shows are merged for each.
 */
export function genotypePosteriorsWithCoancestry(
  question: Question,
  loci: PreparedLocus[],
  theta: number,
): Float64Array[] {
  const { family } = question
  const place = family.placeOf.get(question.asked)!
  const solver = makeSolver(family)
  return loci.map((prepared) => {
    const isSingle = isSingleAt(prepared, family, place)
    const lanes = genotypeLanes(question, prepared, place, isSingle)
    const logs = logLikelihoodsWithCoancestry(
      solver,
      lanes.map(({ problem }) => problem),
      theta,
    )
    const largest = logs.reduce((most, log) => Math.max(most, log), Number.NEGATIVE_INFINITY)
    if (largest === Number.NEGATIVE_INFINITY) return new Float64Array(lanes.length)
    return normalised(Float64Array.from(lanes, ({ weight }, i) => weight * Math.exp(logs[i]! - largest)))
  })
}

function genotypeLanes(question: Question, prepared: PreparedLocus, place: number, isSingle: boolean) {
  const lanes: { problem: LocusProblem; weight: number }[] = []
  const add = (a: number, b: number) => lanes.push(genotypeLane(question, prepared, place, a, b, isSingle))
  if (isSingle) for (let a = 0; a < prepared.full.size; a++) add(a, a)
  else forEachPair(prepared.full.size, add)
  return lanes
}

function genotypeLane(
  { family, profiles }: Question,
  prepared: PreparedLocus,
  place: number,
  a: number,
  b: number,
  isSingle: boolean,
): { problem: LocusProblem; weight: number } {
  const seen = new Array<boolean>(prepared.full.size).fill(false)
  for (const profile of profiles)
    for (const allele of observe(profile, prepared.locus.name, prepared.full)?.known ?? [])
      seen[allele] = true
  seen[a] = true
  seen[b] = true
  const ladder = workingLadder(prepared.full, seen)
  const evidence = evidenceOn(ladder, prepared, profiles, family)
  const [first, second] = [ladder.classOf[a]!, ladder.classOf[b]!]
  const twin = evidence[place]
  const weight = twin ? weightOf(twin, first, second) : 1
  evidence[place] =
    first === second || isSingle
      ? { paternal: [first], maternal: [first], weights: [1], isExact: true }
      : { paternal: [first, second], maternal: [second, first], weights: [1, 1], isExact: true }
  return { problem: { isX: prepared.isX, ladder, evidence }, weight }
}

function weightOf({ paternal, maternal, weights }: Evidence, a: number, b: number): number {
  const state = paternal.findIndex((allele, at) => allele === a && maternal[at] === b)
  return state < 0 ? 0 : weights[state]!
}

function normalised(table: Float64Array): Float64Array {
  const sum = table.reduce((total, value) => total + value, 0)
  return sum === 0 ? table : table.map((value) => value / sum)
}
