import { logLikelihoodsWithCoancestry } from '../engine/coancestry.ts'
import { bothEvidence, type Evidence, type Observation, observe, readEvidence } from '../engine/evidence.ts'
import { type WorkingLadder, workingLadder } from '../engine/ladder.ts'
import type { Family } from '../engine/problem.ts'
import { type LocusProblem, logLikelihoods, type Solver } from '../engine/solver.ts'
import type { SimulatedLocus } from './simulated-locus.ts'

/** Lanes weighed in one pass: few enough for their tables to stay in the processor's cache. */
const lanesPerPass = 96

/** A ladder of the alleles some lanes show, and what the typed people show on it. */
type Reading = { ladder: WorkingLadder; known: (Evidence | null)[]; shown: Map<number, Evidence>[] }

type Weigher = {
  solver: Solver
  at: SimulatedLocus
  places: number[]
  readings: Map<string | number, Reading>
}

/**
 * The natural logarithm of the probability of everybody's genotypes at a locus, for many genotypes of the same
 * people at once: those typed already show the same in each, the people `ids` what `shown` says (`codeOf`).
 *
 * @param shown by person, in the order of `ids`
 * @returns one for each lane; -Infinity where it is impossible
 */
export function weighGenotypes(
  solver: Solver,
  at: SimulatedLocus,
  ids: string[],
  shown: Int32Array[],
  lanes: number,
): Float64Array {
  const { family } = solver
  const weigher: Weigher = {
    solver,
    at,
    places: ids.map((id) => family.placeOf.get(id)!),
    readings: new Map(),
  }
  const { groupOf, firstOf } = distinct(shown, lanes, at.prepared.full.size)
  const logs = new Float64Array(firstOf.length)
  for (const { problems, groups } of bySize(weigher, shown, firstOf)) {
    for (let from = 0; from < problems.length; from += lanesPerPass) {
      const pass = problems.slice(from, from + lanesPerPass)
      const found =
        at.theta > 0 ? logLikelihoodsWithCoancestry(solver, pass, at.theta) : logLikelihoods(solver, pass)
      for (let i = 0; i < found.length; i++) logs[groups[from + i]!] = found[i]!
    }
  }
  return Float64Array.from(groupOf, (group) => logs[group]!)
}

/** Lanes in which everybody shows the same are one group; `firstOf`: a lane of each. */
function distinct(
  shown: Int32Array[],
  lanes: number,
  size: number,
): { groupOf: Int32Array; firstOf: number[] } {
  let groupOf = new Int32Array(lanes)
  let firstOf = [0]
  const isCountable = size ** (2 * shown.length) < Number.MAX_SAFE_INTEGER
  const keys = new Float64Array(lanes)
  for (const codes of isCountable ? shown : [])
    for (let lane = 0; lane < lanes; lane++) keys[lane] = keys[lane]! * size * size + codes[lane]!
  if (!isCountable) for (let lane = 0; lane < lanes; lane++) keys[lane] = lane
  const groups = new Map<number, number>()
  groupOf = new Int32Array(lanes)
  firstOf = []
  for (let lane = 0; lane < lanes; lane++) {
    let group = groups.get(keys[lane]!)
    if (group === undefined) {
      group = firstOf.push(lane) - 1
      groups.set(keys[lane]!, group)
    }
    groupOf[lane] = group
  }
  return { groupOf, firstOf }
}

/** Lanes of one ladder size go together, so that none is padded. */
function bySize(weigher: Weigher, shown: Int32Array[], firstOf: number[]) {
  const sizes = new Map<number, { problems: LocusProblem[]; groups: number[] }>()
  firstOf.forEach((lane, group) => {
    const problem = problemOf(weigher, shown, lane)
    let found = sizes.get(problem.ladder.size)
    if (!found) {
      found = { problems: [], groups: [] }
      sizes.set(problem.ladder.size, found)
    }
    found.problems.push(problem)
    found.groups.push(group)
  })
  return sizes.values()
}

function problemOf(weigher: Weigher, shown: Int32Array[], lane: number): LocusProblem {
  const { at, places, solver } = weigher
  const reading = readingOf(weigher, shown, lane)
  const evidence = reading.known.slice()
  for (let i = 0; i < places.length; i++) {
    const place = places[i]!
    const found = evidenceFor(at, solver.family, reading, i, place, shown[i]![lane]!)
    const before = evidence[place]
    evidence[place] = before ? bothEvidence(before, found) : found
  }
  return { isX: at.prepared.isX, ladder: reading.ladder, evidence }
}

function evidenceFor(
  { prepared }: SimulatedLocus,
  { people }: Family,
  { ladder, shown }: Reading,
  who: number,
  place: number,
  code: number,
): Evidence | null {
  const memo = shown[who]!
  const before = memo.get(code)
  if (before) return before
  const { full, isX, locus } = prepared
  const [a, b] = [Math.floor(code / full.size), code % full.size]
  const observation: Observation = { person: people[place]!.id, locus: locus.name, known: [a, b], dropout: 0 }
  const found = readEvidence(observation, ladder, isX && people[place]!.sex === 'male')
  if (found) memo.set(code, found)
  return found
}

/** Two words of so many alleles make an exact number. */
const wordSize = 26

function readingOf(weigher: Weigher, shown: Int32Array[], lane: number): Reading {
  const { at, readings, places } = weigher
  const { size } = at.prepared.full
  let key: string | number
  if (size <= 2 * wordSize) {
    let [low, high] = [0, 0]
    for (const codes of shown) {
      const code = codes[lane]!
      const a = (code / size) | 0
      const b = code - a * size
      if (a < wordSize) low |= 1 << a
      else high |= 1 << (a - wordSize)
      if (b < wordSize) low |= 1 << b
      else high |= 1 << (b - wordSize)
    }
    key = high * 2 ** wordSize + low
  } else key = [...allelesIn(shown, lane, size)].sort((a, b) => a - b).join()
  let reading = readings.get(key)
  if (!reading) {
    reading = readingWith(weigher, allelesIn(shown, lane, size), places.length)
    readings.set(key, reading)
  }
  return reading
}

function allelesIn(shown: Int32Array[], lane: number, size: number): Set<number> {
  return new Set(shown.flatMap((codes) => [Math.floor(codes[lane]! / size), codes[lane]! % size]))
}

function readingWith({ at, solver }: Weigher, alleles: Set<number>, people: number): Reading {
  const { full, isX, locus } = at.prepared
  const { family } = solver
  const observations = at.profiles.map((profile) => observe(profile, locus.name, full))
  for (const observation of observations) for (const allele of observation?.known ?? []) alleles.add(allele)
  const ladder = workingLadder(
    full,
    Array.from({ length: full.size }, (_, allele) => alleles.has(allele)),
  )
  const known: (Evidence | null)[] = family.people.map(() => null)
  for (const observation of observations) {
    const place = observation ? family.placeOf.get(observation.person) : undefined
    if (!observation || place === undefined) continue
    const found = readEvidence(observation, ladder, isX && family.people[place]!.sex === 'male')
    known[place] = known[place] ? bothEvidence(known[place], found) : found
  }
  return { ladder, known, shown: Array.from({ length: people }, () => new Map()) }
}
