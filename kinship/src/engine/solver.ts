import { compile, type Program, planFor } from './compile.ts'
import { execute, isWorthKeeping, type Workspace, workspaceFor } from './execute.ts'
import type { LocusData } from './leaves.ts'
import { buildNetwork, type Domain, type Network, type Structure, type Typing } from './network.ts'
import type { Family } from './problem.ts'

/** One locus under one hypothesis: what its people show, on a working ladder. */
export type LocusProblem = LocusData & { isX: boolean }

type Ready = { program: Program; workspace: Workspace | null }

/** A network, and its programs by the sizes they are made for. */
export type Compiled = { network: Network; programs: Map<string, Ready> }

/** Loci of one shape, weighed in one pass. */
export type Batch = { structure: Structure; key: string; lanes: LocusProblem[]; places: number[] }

/** What a family's loci have needed so far, by structure. */
export type Solver = { family: Family; compiled: Map<string, Compiled> }

export function makeSolver(family: Family): Solver {
  return { family, compiled: new Map() }
}

/**
 * The natural logarithm of the likelihood of every locus, founders unrelated; -Infinity where it is 0.
 */
export function logLikelihoods(solver: Solver, problems: LocusProblem[]): Float64Array {
  const logs = new Float64Array(problems.length)
  for (const batch of batchesOf(solver.family, problems)) {
    const compiled = compiledFor(solver.compiled, batch.key, () =>
      buildNetwork(batch.structure, { kind: 'independent' }),
    )
    const found = run(
      compiled,
      batch.lanes.map((data) => [data]),
    )
    for (let lane = 0; lane < found.length; lane++) logs[batch.places[lane]!] = found[lane]!
  }
  return logs
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

function structureOf(people: Family['people'], { isX, ladder, evidence }: LocusProblem): Structure {
  return {
    people,
    typing: evidence.map(typingOf),
    isX,
    mutates: { female: ladder.transitions.female !== null, male: ladder.transitions.male !== null },
  }
}

export function compiledFor(known: Map<string, Compiled>, key: string, build: () => Network): Compiled {
  let compiled = known.get(key)
  if (!compiled) {
    compiled = { network: build(), programs: new Map() }
    known.set(key, compiled)
  }
  return compiled
}

/** The logarithms of the sums, one for each lane. */
export function run(compiled: Compiled, lanes: LocusData[][]): Float64Array {
  const ready = programFor(compiled, sizesFor(compiled.network, lanes))
  const workspace = workspaceFor(ready.program, lanes.length, ready.workspace)
  ready.workspace = isWorthKeeping(workspace) ? workspace : null
  const logs = new Float64Array(lanes.length)
  execute(ready.program, lanes, workspace, logs)
  return logs
}

export function sizesFor({ domains }: Network, lanes: LocusData[][]): number[] {
  return domains.map((domain) => sizeOf(domain, lanes))
}

/** The most states any lane needs; the others are padded. A typed person has two states at least. */
function sizeOf({ of, person, locus }: Domain, lanes: LocusData[][]): number {
  if (of === 'choice') return 2
  let most = of === 'person' ? 2 : 1
  for (const lane of lanes) {
    const data = lane[locus]!
    const size = of === 'alleles' ? data.ladder.size : data.evidence[person]!.weights.length
    if (size > most) most = size
  }
  return most
}

function programFor({ network: { leaves }, programs }: Compiled, sizes: number[]): Ready {
  const key = sizes.join()
  let ready = programs.get(key)
  if (!ready) {
    ready = { program: compile(leaves, sizes, planFor(leaves, sizes).order), workspace: null }
    programs.set(key, ready)
  }
  return ready
}
