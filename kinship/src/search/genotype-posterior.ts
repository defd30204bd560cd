import { checkWork, compile, type Program } from '../engine/compile.ts'
import { type Evidence, observe, readEvidence } from '../engine/evidence.ts'
import { execute, workspaceFor } from '../engine/execute.ts'
import { type WorkingLadder, workingLadder } from '../engine/ladder.ts'
import { stridesOf } from '../engine/nest.ts'
import { buildNetwork, type Typing } from '../engine/network.ts'
import { planElimination } from '../engine/plan.ts'
import { evidenceOf, type Family, type PreparedLocus, type Profile } from '../engine/problem.ts'
import { type Batch, batchesOf, type LocusProblem, sizesFor } from '../engine/solver.ts'
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
      found[locus] = normalised(gathered(problems[locus]!, isSingle, weights[lane]!))
    })
  }
  return found
}

/** `own`: what the asked person shows, left out of the evidence. */
type AskedProblem = LocusProblem & { own: Evidence | null }

/** Weights by allele, or by ordered pair of alleles, as those of genotypes that fit what the person shows. */
function gathered(
  { ladder: { size }, own }: AskedProblem,
  isSingle: boolean,
  weights: Weights,
): Float64Array {
  const table = new Float64Array(isSingle ? size : pairCount(size))
  const add = (a: number, b: number, weight: number) => {
    const value = weights.table[isSingle ? a : a * weights.width + b]! * weight
    table[isSingle ? a : pairIndex(a, b, size)]! += value
  }
  if (own) {
    for (let state = 0; state < own.weights.length; state++)
      add(own.paternal[state]!, own.maternal[state]!, own.weights[state]!)
  } else if (isSingle) for (let a = 0; a < size; a++) add(a, a, 1)
  else for (let a = 0; a < size; a++) for (let b = 0; b < size; b++) add(a, b, 1)
  return table
}

function problemOf({ family, profiles }: Question, prepared: PreparedLocus, place: number): AskedProblem {
  const ladder = wholeLadder(prepared)
  const evidence = evidenceOn(ladder, prepared, profiles, family)
  const own = evidence[place] ?? null
  evidence[place] = null
  return { isX: prepared.isX, ladder, evidence, own }
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

/** By allele, or by ordered pair (paternal allele times `width`, plus maternal); only ratios count. */
type Weights = { table: Float64Array; width: number }

/** For each lane, the weights of the alleles of the person at `place` when everybody else is summed out. */
function keptWeights({ structure, lanes }: Batch, place: number): Weights[] {
  const typing = structure.typing.map((one, i): Typing => (i === place ? 'asked' : one))
  const { domains, leaves, codings, copies } = buildNetwork({ ...structure, typing }, { kind: 'independent' })
  const kept = copies.get(structure.people[place]!.id)!.map(({ variable }) => variable)
  const sizes = sizesFor(
    { domains, leaves, codings },
    lanes.map((lane) => [lane]),
  )
  const { order, cost } = planElimination(sizes, leaves, new Set(kept))
  checkWork(cost)
  const program = compile(leaves, sizes, order)
  const room = Math.max(1, Math.floor(mostCells / program.size))
  const weights: Weights[] = []
  for (let from = 0; from < lanes.length; from += room)
    weights.push(...runKept(program, lanes.slice(from, from + room), kept, sizes))
  return weights
}

function runKept(program: Program, lanes: LocusProblem[], kept: number[], sizes: number[]): Weights[] {
  const workspace = workspaceFor(program, lanes.length, null)
  execute(
    program,
    lanes.map((lane) => [lane]),
    workspace,
    new Float64Array(lanes.length),
  )
  const width = kept.length === 1 ? 1 : sizes[kept[1]!]!
  return lanes.map((_, lane) => {
    const table = new Float64Array(sizes[kept[0]!]! * width).fill(1)
    program.results.forEach((result, i) => {
      const strides = stridesOf(program.scopes[i]!, sizes)
      const [first, second] = kept.map((variable) => strides.get(variable) ?? 0)
      const cells = workspace.tables[result]!
      multiply(table, (state) => {
        const cell = Math.floor(state / width) * first! + (state % width) * (second ?? 0)
        return cells[cell * lanes.length + lane]!
      })
    })
    if (kept.length === 2 && kept[0] === kept[1]) keepDiagonal(table, width)
    return { table, width }
  })
}

/** Both alleles are one variable: nobody has two different ones. */
function keepDiagonal(table: Float64Array, width: number): void {
  for (let state = 0; state < table.length; state++)
    if (Math.floor(state / width) !== state % width) table[state] = 0
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
