import { type Profile, profilesOf } from '../engine/problem.ts'
import { makeSolver, type Solver } from '../engine/solver.ts'
import {
  familyBeside,
  logsAlone,
  logsOfFamily,
  type Seating,
  type Shown,
  type Sum,
  shownBy,
  weighSums,
} from './locus-ratios.ts'
import { logsByParts, type PartRatios, partRatios } from './part-ratios.ts'
import type { Problem } from './problem.ts'

/** Everything weighed once: people alone, and families with nobody placed, by locus. */
export type Base = { problem: Problem; shown: Shown; alone: Float64Array[] }

/** Natural logarithm of P(family and these people in it) / P(family) P(these people), by locus; kept. */
export type FamilyRatios = {
  base: Base
  family: number
  own: Float64Array
  /** Without co-ancestry. */
  parts: PartRatios
  solver: Solver
  profiles: Profile[]
  /** By locus: seated genotypes -> the logarithm. */
  known: Map<string, number>[]
  /** Co-ancestry alone: the family beside people of these seats. */
  beside: Map<string, Solver>
}

export function baseOf(problem: Problem): Base {
  const shown = shownBy(problem)
  return { problem, shown, alone: logsAlone(problem, shown) }
}

export function familyRatios(base: Base, family: number, isStrict = true): FamilyRatios {
  const { problem } = base
  const { engine, genotypes } = problem.families[family]!
  return {
    base,
    family,
    own: logsOfFamily(problem, family, isStrict),
    parts: partRatios(problem, base.shown, family),
    solver: makeSolver(engine),
    profiles: profilesOf({ genotypes, dropout: problem.dropout }),
    known: problem.loci.map(() => new Map()),
    beside: new Map(),
  }
}

/** By how many loci the ratios grow at a time: what is impossible at one needs no more of them. */
const waves = [2, 4, 8, 16]

/** The logarithm of the ratio of each list of seatings, -Infinity where it is impossible. */
export function logRatios(ratios: FamilyRatios, seatings: Seating[][]): Float64Array {
  const totals = new Float64Array(seatings.length)
  const { length } = ratios.base.problem.loci
  let alive = seatings.map((_, index) => index)
  for (let from = 0, wave = 0; from < length && alive.length > 0; wave++) {
    const until = Math.min(length, from + (waves[wave] ?? length))
    for (let locus = from; locus < until; locus++) {
      const logs = logRatiosAt(
        ratios,
        alive.map((index) => seatings[index]!),
        locus,
      )
      alive.forEach((index, at) => {
        totals[index]! += logs[at]!
      })
    }
    alive = alive.filter((index) => totals[index]! > Number.NEGATIVE_INFINITY)
    from = until
  }
  return totals
}

/** The same at one locus. */
export function logRatiosAt(ratios: FamilyRatios, seatings: Seating[][], locus: number): Float64Array {
  const numbers = ratios.base.shown.numbers[locus]!
  const known = ratios.known[locus]!
  const wanted = new Map<string, Seating[]>()
  const keys = seatings.map((all) => {
    const typed = all.filter(({ person }) => numbers[person]! >= 0)
    const key = typed.map(({ place, person }) => `${place}:${numbers[person]}`).join()
    if (!known.has(key)) wanted.set(key, typed)
    return key
  })
  const seated = [...wanted.values()]
  const found = weighSeated(ratios, seated, locus)
  ;[...wanted.keys()].forEach((key, index) => {
    known.set(key, found[index]!)
  })
  return Float64Array.from(keys, (key) => known.get(key)!)
}

function weighSeated(ratios: FamilyRatios, seated: Seating[][], locus: number): number[] {
  const { base, family, own, parts, solver, profiles, beside } = ratios
  const { theta, loci } = base.problem
  if (theta === 0) {
    const logs = logsByParts(parts, seated, locus, base.alone)
    return seated.map((typed, index) => {
      const log = logs[index]!
      if (typed.length === 0 || log === Number.NEGATIVE_INFINITY) return typed.length === 0 ? 0 : log
      return typed.reduce((left, { person }) => left - base.alone[person]![locus]!, log - own[locus]!)
    })
  }
  const sums = seated.map((typed): Sum => {
    return { locus: loci[locus]!, profiles: [...profiles, ...profilesIn(base, typed)] }
  })
  const logs = weighSums(solver, sums, theta)
  return seated.map((typed, index) => {
    if (typed.length === 0) return 0
    const log = logs[index]!
    if (log === Number.NEGATIVE_INFINITY) return log
    const key = typed.map(({ place, person }) => `${place} ${base.problem.people[person]!.sex}`).join()
    const apart = beside.get(key) ?? makeSolver(familyBeside(base.problem, family, typed))
    beside.set(key, apart)
    return log - weighSums(apart, [sums[index]!], theta)[0]!
  })
}

/** What is seen of the people, under the ids of their seats. */
function profilesIn({ problem, shown }: Base, seated: Seating[]): Profile[] {
  return seated.map(({ place, person }) => ({
    ...shown.profiles[person]!,
    person: problem.places[place]!.seat,
  }))
}
