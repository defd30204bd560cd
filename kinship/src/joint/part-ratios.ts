import { evidenceOf, type Profile, profilesOf, readLocus } from '../engine/problem.ts'
import { makeSolver } from '../engine/solver.ts'
import { idAsParent, type Part, partsOf } from './family-parts.ts'
import { type Seating, type Shown, type Sum, singleton, weighSums } from './locus-ratios.ts'
import type { Problem } from './problem.ts'

/** A family weighed part by part, founders unrelated; what was weighed is kept. */
export type PartRatios = {
  problem: Problem
  shown: Shown
  family: number
  /** By member, the profiles of the typed relatives. */
  relatives: Profile[][]
  /** By locus and member: whether the genotype is known from the relatives' typing. */
  known: boolean[][]
  /** By locus and member: the logarithm of a known relative's genotype alone. */
  alone: Float64Array[]
  made: Map<string, Part>
  /** Who is known -> the parts. */
  cuts: Map<string, Part[]>
  /** By locus: part and seated genotypes -> the logarithm, given the parents. */
  logs: Map<string, number>[]
}

export function partRatios(problem: Problem, shown: Shown, family: number): PartRatios {
  const { engine, genotypes } = problem.families[family]!
  const profiles = profilesOf({ genotypes, dropout: problem.dropout })
  const relatives = engine.people.map((_, member) =>
    profiles.filter(({ person }) => engine.placeOf.get(person) === member),
  )
  const known = problem.loci.map((locus) =>
    evidenceOf(readLocus(locus, profiles), engine).map((evidence) => evidence?.isExact === true),
  )
  const alone = problem.loci.map(() => new Float64Array(engine.people.length))
  relatives.forEach(([profile], member) => {
    if (!profile) return
    const solver = makeSolver(singleton(profile.person, engine.people[member]!.sex))
    const sums = problem.loci.map((locus): Sum => ({ locus, profiles: [profile] }))
    weighSums(solver, sums, 0).forEach((log, locus) => {
      alone[locus]![member] = log
      if (log === Number.NEGATIVE_INFINITY) known[locus]![member] = false
    })
  })
  return {
    problem,
    shown,
    family,
    relatives,
    known,
    alone,
    made: new Map(),
    cuts: new Map(),
    logs: problem.loci.map(() => new Map()),
  }
}

/** Logarithms of P(the relatives and the seated people) at a locus, for each list of typed seatings. */
export function logsByParts(
  ratios: PartRatios,
  seated: Seating[][],
  locus: number,
  logsAlone: Float64Array[],
): number[] {
  const logs = ratios.logs[locus]!
  const wanted = new Map<string, { part: Part; sum: Sum; above: number }>()
  const keys = seated.map((typed) => {
    const bySeat = new Map(typed.map((seating) => [memberOf(ratios, seating), seating]))
    return cutBy(ratios, bySeat, locus).map((part) => {
      const involved = [...part.members, ...part.parents].flatMap((member) => bySeat.get(member) ?? [])
      const numbers = involved.map(({ place, person }) => `${place}:${ratios.shown.numbers[locus]![person]}`)
      const key = `${part.key} ${numbers.join()}`
      if (!logs.has(key) && !wanted.has(key))
        wanted.set(key, { part, ...sumOf(ratios, part, bySeat, locus, logsAlone) })
      return key
    })
  })
  for (const [part, own] of Map.groupBy([...wanted], ([, { part }]) => part)) {
    const found = weighSums(
      part.solver,
      own.map(([, { sum }]) => sum),
      0,
    )
    own.forEach(([key, { above }], index) => {
      logs.set(key, found[index]! - above)
    })
  }
  return keys.map((parts) => parts.reduce((sum, key) => sum + logs.get(key)!, 0))
}

function memberOf({ problem, family }: PartRatios, { place }: Seating): number {
  return problem.families[family]!.engine.placeOf.get(problem.places[place]!.seat)!
}

function cutBy(ratios: PartRatios, bySeat: Map<number, Seating>, locus: number): Part[] {
  const { problem, shown, family, relatives, known, cuts, made } = ratios
  const isKnown = known[locus]!.map((isRelative, member) => {
    const seating = bySeat.get(member)
    if (!seating) return isRelative
    return relatives[member]!.length === 0 && shown.isExact[locus]![seating.person] === 1
  })
  const key = isKnown.map(Number).join('')
  const parts = cuts.get(key) ?? partsOf(problem.families[family]!.engine, isKnown, made)
  cuts.set(key, parts)
  return parts
}

/** What is seen in a part, and the logarithm of its parents' genotypes as the part itself weighs them. */
function sumOf(
  { problem, shown, family, relatives, alone }: PartRatios,
  { members, parents }: Part,
  bySeat: Map<number, Seating>,
  locus: number,
  logsAlone: Float64Array[],
): { sum: Sum; above: number } {
  const { people } = problem.families[family]!.engine
  const seatedIn = (member: number): Profile[] => {
    const seating = bySeat.get(member)
    if (!seating) return []
    return [{ ...shown.profiles[seating.person]!, person: problem.places[seating.place]!.seat }]
  }
  const own = members.flatMap((member) => [...relatives[member]!, ...seatedIn(member)])
  const above = parents.map((parent) => {
    const [profile] = [...relatives[parent]!, ...seatedIn(parent)]
    return { ...profile!, person: idAsParent(people[parent]!.id) }
  })
  const logOfParents = parents.reduce((sum, parent) => {
    const seating = bySeat.get(parent)
    return sum + (seating ? logsAlone[seating.person]![locus]! : alone[locus]![parent]!)
  }, 0)
  return { sum: { locus: problem.loci[locus]!, profiles: [...above, ...own] }, above: logOfParents }
}
