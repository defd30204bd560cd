import { logLikelihoodsWithCoancestry } from '../engine/coancestry.ts'
import { bothEvidence, type Evidence, type Observation, observe, readEvidence } from '../engine/evidence.ts'
import { type FullLadder, type WorkingLadder, workingLadder } from '../engine/ladder.ts'
import { type LocusProblem, logLikelihoods, type Solver } from '../engine/solver.ts'
import { standInsFor } from './genotype-standins.ts'
import type { SimulatedLocus } from './simulated-locus.ts'

/** Lanes weighed in one pass: few enough for their tables, of two or three alleles each, to stay at hand. */
function lanesPerPass(alleles: number): number {
  return Math.min(96, Math.max(8, Math.floor(40_000 / alleles ** 3)))
}

/** A ladder of the alleles some lanes show, and what the typed people show on it. */
type Reading = { ladder: WorkingLadder; known: (Evidence | null)[] }

type Weigher = {
  solver: Solver
  at: SimulatedLocus
  places: number[]
  readings: Map<string | number, Reading>
  /** Certain evidence by the places of its alleles. */
  exact: Map<number, Evidence>
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
    exact: new Map(),
  }
  const isSingle = weigher.places.map((place) => at.prepared.isX && family.people[place]!.sex === 'male')
  const standIns = standInsFor(at, shown, lanes, isSingle)
  const { groupOf, firstOf } = distinct(standIns.shown, lanes, at.prepared.full.size)
  const logs = new Float64Array(firstOf.length)
  for (const { problems, groups } of bySize(weigher, standIns.shown, firstOf)) {
    const width = lanesPerPass(problems[0]!.ladder.size)
    for (let from = 0; from < problems.length; from += width) {
      const pass = problems.slice(from, from + width)
      const found =
        at.theta > 0 ? logLikelihoodsWithCoancestry(solver, pass, at.theta) : logLikelihoods(solver, pass)
      for (let i = 0; i < found.length; i++) logs[groups[from + i]!] = found[i]!
    }
  }
  const all = standIns.logFactors
  for (let lane = 0; lane < lanes; lane++) all[lane]! += logs[groupOf[lane]!]!
  return all
}

/** Lanes in which everybody shows the same are one group; `firstOf`: a lane of each. */
function distinct(
  shown: Int32Array[],
  lanes: number,
  size: number,
): { groupOf: Int32Array; firstOf: number[] } {
  const isCountable = size ** (2 * shown.length) < Number.MAX_SAFE_INTEGER
  const keys = new Float64Array(lanes)
  for (const codes of isCountable ? shown : [])
    for (let lane = 0; lane < lanes; lane++) keys[lane] = keys[lane]! * size * size + codes[lane]!
  if (!isCountable) for (let lane = 0; lane < lanes; lane++) keys[lane] = lane
  const groups = new Map<number, number>()
  const groupOf = new Int32Array(lanes)
  const firstOf: number[] = []
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
  const { at, places } = weigher
  const { ladder, known } = readingOf(weigher, shown, lane)
  const evidence = known.slice()
  for (let i = 0; i < places.length; i++) {
    const place = places[i]!
    const found = evidenceFor(weigher, ladder, place, shown[i]![lane]!)
    const before = evidence[place]
    evidence[place] = before ? bothEvidence(before, found) : found
  }
  return { isX: at.prepared.isX, ladder, evidence }
}

/** What somebody shows; without a silent allele the same for every ladder on which it has the same places. */
function evidenceFor(
  { at, solver, exact }: Weigher,
  ladder: WorkingLadder,
  place: number,
  code: number,
): Evidence | null {
  const { full, isX, locus } = at.prepared
  const person = solver.family.people[place]!
  const isSingle = isX && person.sex === 'male'
  const a = (code / full.size) | 0
  const b = code - a * full.size
  const key = (ladder.classOf[a]! * full.size + ladder.classOf[b]!) * 2 + Number(isSingle)
  const before = exact.get(key)
  if (before) return before
  const observation: Observation = { person: person.id, locus: locus.name, known: [a, b], dropout: 0 }
  const found = readEvidence(observation, ladder, isSingle)
  if (found && ladder.silent < 0) exact.set(key, found)
  return found
}

/** Two words of so many alleles make an exact number. */
const wordSize = 26

function readingOf(weigher: Weigher, shown: Int32Array[], lane: number): Reading {
  const { at, readings } = weigher
  const { size } = at.prepared.full
  const isShort = size <= 2 * wordSize
  let [low, high] = [0, 0]
  for (const codes of isShort ? shown : []) {
    const code = codes[lane]!
    const a = (code / size) | 0
    const b = code - a * size
    if (a < wordSize) low |= 1 << a
    else high |= 1 << (a - wordSize)
    if (b < wordSize) low |= 1 << b
    else high |= 1 << (b - wordSize)
  }
  const key = isShort ? high * 2 ** wordSize + low : [...allelesIn(shown, lane, size)].sort().join()
  let reading = readings.get(key)
  if (!reading) {
    reading = readingWith(weigher, isShort ? bitsOf(low, high) : allelesIn(shown, lane, size))
    readings.set(key, reading)
  }
  return reading
}

function bitsOf(low: number, high: number): Set<number> {
  const alleles = new Set<number>()
  for (let left = low; left !== 0; left &= left - 1) alleles.add(31 - Math.clz32(left & -left))
  for (let left = high; left !== 0; left &= left - 1) alleles.add(wordSize + 31 - Math.clz32(left & -left))
  return alleles
}

function allelesIn(shown: Int32Array[], lane: number, size: number): Set<number> {
  return new Set(shown.flatMap((codes) => [Math.floor(codes[lane]! / size), codes[lane]! % size]))
}

function readingWith({ at, solver }: Weigher, alleles: Set<number>): Reading {
  const { full, isX, locus } = at.prepared
  const { family } = solver
  const observations = at.profiles.map((profile) => observe(profile, locus.name, full))
  for (const observation of observations) for (const allele of observation?.known ?? []) alleles.add(allele)
  const ladder = ladderOf(full, alleles)
  const known: (Evidence | null)[] = new Array(family.people.length).fill(null)
  for (const observation of observations) {
    const place = observation ? family.placeOf.get(observation.person) : undefined
    if (!observation || place === undefined) continue
    const found = readEvidence(observation, ladder, isX && family.people[place]!.sex === 'male')
    known[place] = known[place] ? bothEvidence(known[place], found) : found
  }
  return { ladder, known }
}

/** The ladder of the alleles somebody shows; where nothing mutates, without a look at the others. */
function ladderOf(full: FullLadder, alleles: Set<number>): WorkingLadder {
  const { size, transitions, silent } = full
  if (transitions.female || transitions.male || silent >= 0 || alleles.size >= size) {
    const seen = new Array<boolean>(size).fill(false)
    for (const allele of alleles) seen[allele] = true
    return workingLadder(full, seen)
  }
  const classOf = new Array<number>(size).fill(alleles.size)
  const frequencies: number[] = []
  let rest = 1
  for (const allele of alleles) {
    const p = full.frequencies[allele]!
    classOf[allele] = frequencies.length
    frequencies.push(p)
    rest -= p
  }
  frequencies.push(Math.max(0, rest))
  return { size: frequencies.length, frequencies, transitions, silent, classOf }
}
