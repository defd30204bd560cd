import { codeFor, isCodable, wholeLadder } from './coding.ts'
import { checkWork, compile, type Program } from './compile.ts'
import { execute, isWorthKeeping, mostLanes, type Workspace, workspaceFor } from './execute.ts'
import type { LocusData } from './leaves.ts'
import { buildNetwork, type Domain, type Network, type Structure, type Typing } from './network.ts'
import { type Plan, planElimination } from './plan.ts'
import type { Family } from './problem.ts'

/** One locus under one hypothesis: what its people show, on a working ladder. */
export type LocusProblem = LocusData & { isX: boolean }

type Planned = Plan & { sizes: number[]; key: string }

type Ready = { program: Program; workspace: Workspace | null }

/** A network, with its plans and programs by the sizes they are made for. */
export type Compiled = { network: Network; plans: Map<string, Planned>; programs: Map<string, Ready> }

/** Loci of one shape, weighed in one pass. */
export type Batch = { structure: Structure; key: string; lanes: LocusProblem[]; places: number[] }

/** What a family's loci have needed so far, by structure. */
export type Solver = { family: Family; compiled: Map<string, Compiled> }

/** Below so many multiplications a locus, coding the alleles costs more than it saves. */
const worthCoding = 30_000

export function makeSolver(family: Family): Solver {
  return { family, compiled: new Map() }
}

/**
 * The natural logarithm of the likelihood of every locus, founders unrelated; -Infinity where it is 0.
 */
export function logLikelihoods(solver: Solver, problems: LocusProblem[]): Float64Array {
  const logs = new Float64Array(problems.length)
  for (const batch of batchesOf(solver.family, problems)) {
    const found = logsOf(solver, batch)
    for (let lane = 0; lane < found.length; lane++) logs[batch.places[lane]!] = found[lane]!
  }
  return logs
}

function logsOf(solver: Solver, { key, structure, lanes }: Batch): Float64Array {
  const whole = compiledFor(solver.compiled, key, () => buildNetwork(structure, { kind: 'independent' }))
  const data = lanes.map((lane) => [lane])
  const planned = planFor(whole, data)
  const isCoded =
    planned.cost > worthCoding &&
    !structure.typing.includes('weighted') &&
    lanes.every(({ ladder }) => isCodable(ladder))
  if (!isCoded) return runPlanned(whole, planned, data)
  const coded = compiledFor(solver.compiled, `${key} coded`, () =>
    buildNetwork(structure, { kind: 'independent' }, true),
  )
  const { codings } = coded.network
  return run(
    coded,
    lanes.map((lane) => [{ ...lane, codes: codings.map((seers) => codeFor(lane, seers)) }]),
  )
}

/** The loci by shape: who is typed and how, X or not, mutation or not. */
export function batchesOf({ people }: Family, problems: LocusProblem[]): Batch[] {
  const batches: Batch[] = []
  problems.forEach((problem, place) => {
    let batch = batches.find((one) => isAlike(one.lanes[0]!, problem))
    if (!batch) {
      batch = { structure: structureOf(people, problem), key: shapeOf(problem), lanes: [], places: [] }
      batches.push(batch)
    }
    batch.lanes.push(problem)
    batch.places.push(place)
  })
  return batches
}

function isAlike(one: LocusProblem, other: LocusProblem): boolean {
  if (one.isX !== other.isX || sizeClass(one.ladder.size) !== sizeClass(other.ladder.size)) return false
  const [a, b] = [one.ladder.transitions, other.ladder.transitions]
  if ((a.female === null) !== (b.female === null) || (a.male === null) !== (b.male === null)) return false
  for (let i = 0; i < one.evidence.length; i++)
    if (typingOf(one.evidence[i]!) !== typingOf(other.evidence[i]!)) return false
  return true
}

/** A name for what `structureOf` gives. */
function shapeOf({ isX, ladder: { transitions }, evidence }: LocusProblem): string {
  const mutates = `${transitions.female ? 'f' : ''}${transitions.male ? 'm' : ''}`
  return `${isX ? 'X' : 'autosomal'} ${mutates} ${evidence.map(typingOf).join()}`
}

/** Loci of nearly the same number of alleles share a pass, the smaller ones padded with alleles of frequency 0. */
function sizeClass(size: number): number {
  return size <= 8 ? 8 : Math.ceil(size / 2) * 2
}

function typingOf(evidence: LocusProblem['evidence'][number]): Typing {
  if (!evidence) return 'untyped'
  return evidence.isExact ? 'exact' : 'weighted'
}

export function structureOf(people: Family['people'], { isX, ladder, evidence }: LocusProblem): Structure {
  return {
    people,
    typing: evidence.map(typingOf),
    isX,
    mutates: { female: ladder.transitions.female !== null, male: ladder.transitions.male !== null },
  }
}

export function newlyCompiled(network: Network): Compiled {
  return { network, plans: new Map(), programs: new Map() }
}

export function compiledFor(known: Map<string, Compiled>, key: string, build: () => Network): Compiled {
  let compiled = known.get(key)
  if (!compiled) {
    compiled = newlyCompiled(build())
    known.set(key, compiled)
  }
  return compiled
}

/** The logarithms of the sums, one for each lane. */
export function run(compiled: Compiled, lanes: LocusData[][]): Float64Array {
  return runPlanned(compiled, planFor(compiled, lanes), lanes)
}

function runPlanned({ network, programs }: Compiled, planned: Planned, lanes: LocusData[][]): Float64Array {
  let ready = programs.get(planned.key)
  if (!ready) {
    checkWork(planned.cost)
    ready = { program: compile(network.leaves, planned.sizes, planned.order), workspace: null }
    programs.set(planned.key, ready)
  }
  const together = mostLanes(ready.program)
  if (lanes.length <= together) return runTogether(ready, lanes)
  const logs = new Float64Array(lanes.length)
  for (let from = 0; from < lanes.length; from += together)
    logs.set(runTogether(ready, lanes.slice(from, from + together)), from)
  return logs
}

function runTogether(ready: Ready, lanes: LocusData[][]): Float64Array {
  const workspace = workspaceFor(ready.program, lanes.length, ready.workspace)
  ready.workspace = isWorthKeeping(ready.program, workspace) ? workspace : null
  const logs = new Float64Array(lanes.length)
  execute(ready.program, lanes, workspace, logs)
  return logs
}

/** The order of elimination for the sizes these lanes need; `cost`: the multiplications of each lane. */
export function planFor({ network, plans }: Compiled, lanes: LocusData[][]): Planned {
  const sizes = sizesFor(network, lanes)
  const key = sizes.join()
  let planned = plans.get(key)
  if (!planned) {
    planned = { ...planElimination(sizes, network.leaves), sizes, key }
    plans.set(key, planned)
  }
  return planned
}

export function sizesFor({ domains }: Network, lanes: LocusData[][]): number[] {
  return domains.map((domain) => sizeOf(domain, lanes))
}

/** The most states any lane needs; the others are padded. A typed person has two states at least. */
function sizeOf({ of, person, locus, coding }: Domain, lanes: LocusData[][]): number {
  if (of === 'choice') return 2
  let most = of === 'person' ? 2 : 1
  for (const lane of lanes) {
    const { ladder, evidence, codes } = lane[locus]!
    let size = ladder.size
    if (of === 'person') size = evidence[person]!.weights.length
    else if (coding !== wholeLadder) size = codes![coding]!.first.length
    if (size > most) most = size
  }
  return most
}
