import { checkWork, compile, type Program } from '../engine/compile.ts'
import { bothEvidence, type Evidence, observe, readEvidence } from '../engine/evidence.ts'
import { execute, workspaceFor } from '../engine/execute.ts'
import { type WorkingLadder, workingLadder } from '../engine/ladder.ts'
import { buildNetwork } from '../engine/network.ts'
import { evidenceOf, type Family, type PreparedLocus, type Profile } from '../engine/problem.ts'
import { type Batch, batchesOf, type LocusProblem, newlyCompiled, planFor } from '../engine/solver.ts'
import type { Sex } from '../types.ts'
import { forEachPair, pairCount, pairIndex } from './genotype-codes.ts'

/** Cells of all tables of one run: 64 MB. */
const mostCells = 2 ** 23

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
  const { family } = question
  const place = family.placeOf.get(question.asked)!
  const found: Float64Array[] = loci.map(() => new Float64Array())
  const problems = loci.map((locus) => problemOf(question, locus, place))
  for (const batch of batchesOf(family, problems)) {
    const weights = keptWeights(batch, place)
    batch.places.forEach((locus, lane) => {
      const isSingle = isSingleAt(loci[locus]!, family, place)
      found[locus] = normalised(gathered(problems[locus]!, place, isSingle, weights[lane]!))
    })
  }
  return found
}

/** Weights of ordered states as those of genotypes. */
function gathered(
  { ladder: { size }, evidence }: LocusProblem,
  place: number,
  isSingle: boolean,
  weights: Float64Array,
): Float64Array {
  const { paternal, maternal } = evidence[place]!
  const table = new Float64Array(isSingle ? size : pairCount(size))
  paternal.forEach((a, state) => {
    table[isSingle ? a : pairIndex(a, maternal[state]!, size)]! += weights[state]!
  })
  return table
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

/** What everybody shows, on a ladder. */
export function evidenceOn(
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

/** Whether the person has one allele there. */
export function isSingleAt({ isX }: PreparedLocus, { people }: Family, place: number): boolean {
  return isX && people[place]!.sex === 'male'
}

const known = new Map<number, Evidence>()

/** All ordered genotypes of so many alleles, none more likely; made once, never changed. */
function everyGenotype(size: number, isSingle: boolean): Evidence {
  const key = isSingle ? -size : size
  const every = known.get(key) ?? listGenotypes(size, isSingle)
  known.set(key, every)
  return every
}

function listGenotypes(size: number, isSingle: boolean): Evidence {
  const states = Array.from({ length: isSingle ? size : size * size }, (_, state) => state)
  const paternal = states.map((state) => (isSingle ? state : Math.floor(state / size)))
  const maternal = isSingle ? paternal : states.map((state) => state % size)
  return { paternal, maternal, weights: states.map(() => 1), isExact: false }
}

/** For each lane, the weight of each state of the person at `place` when everybody else is summed out. */
function keptWeights({ structure, lanes }: Batch, place: number): Float64Array[] {
  const compiled = newlyCompiled(buildNetwork(structure, { kind: 'independent' }))
  const { domains, leaves } = compiled.network
  const { order, sizes, cost } = planFor(
    compiled,
    lanes.map((lane) => [lane]),
  )
  checkWork(cost)
  const kept = domains.findIndex(({ of, person }) => of === 'person' && person === place)
  const others = order.filter((variable) => variable !== kept)
  const program = compile(leaves, sizes, others)
  const cells = program.cells.reduce((sum, count) => sum + count, 0)
  const room = Math.max(1, Math.floor(mostCells / cells))
  const weights: Float64Array[] = []
  for (let from = 0; from < lanes.length; from += room)
    weights.push(...runKept(program, lanes.slice(from, from + room), sizes[kept]!))
  return weights
}

function runKept(program: Program, lanes: LocusProblem[], states: number): Float64Array[] {
  const workspace = workspaceFor(program, lanes.length, null)
  const data = lanes.map((lane) => [lane])
  execute(program, data, workspace, new Float64Array(lanes.length))
  return lanes.map((_, lane) => {
    const weights = new Float64Array(states).fill(1)
    for (const result of program.results) {
      const table = workspace.tables[result]!
      multiply(weights, (state) => table[(program.cells[result] === 1 ? 0 : state) * lanes.length + lane]!)
    }
    return weights
  })
}

/** Multiplies by what is left of the sum, relative to its largest value: only ratios count, and none underflows. */
function multiply(weights: Float64Array, factor: (state: number) => number): void {
  let largest = 0
  for (let state = 0; state < weights.length; state++) largest = Math.max(largest, factor(state))
  for (let state = 0; state < weights.length; state++)
    weights[state] = largest === 0 ? 0 : weights[state]! * (factor(state) / largest)
}

/** The distribution for somebody unrelated, founders independent: two draws, or one. */
export function strangerOf({ full, isX }: PreparedLocus, sex: Sex): Float64Array {
  const { size, frequencies } = full
  if (isX && sex === 'male') return Float64Array.from(frequencies)
  const table = new Float64Array(pairCount(size))
  forEachPair(size, (a, b, index) => {
    table[index] = (a === b ? 1 : 2) * frequencies[a]! * frequencies[b]!
  })
  return table
}

/** As shares of 1; all 0 stays as it is. */
export function normalised(table: Float64Array): Float64Array {
  const sum = table.reduce((total, value) => total + value, 0)
  return sum === 0 ? table : table.map((value) => value / sum)
}
