import { bestWays, type Way } from './best-first.ts'
import type { Combination } from './combination.ts'
import type { Seating } from './locus-ratios.ts'
import { type Placement, seatingsOf } from './placements.ts'
import type { Problem } from './problem.ts'
import type { Assignment } from './types.ts'

/** Equal likelihoods differ by rounding alone. */
const sameLog = 1e-10

type Found = { targets: (string | null)[]; log: number; logRatio: number }

/**
 * The best assignments, best first; equals in alphabetical order of whom the people are, one after the other,
 * nobody last.
 */
export function listAssignments(
  problem: Problem,
  combination: Combination,
  logOfNobody: number,
  limit: number,
): Assignment[] {
  const { people } = problem
  const { sums } = combination
  const found = expand(problem, combination, waysOf(problem, combination, limit), limit)
  sortWithTies(found)
  return found.slice(0, limit).map(({ targets, log, logRatio }) => ({
    of: Object.fromEntries(people.map(({ id }, person) => [id, targets[person]!])),
    logLikelihood: logOfNobody + logRatio,
    log10LR: logRatio / Math.LN10,
    posterior: Math.exp(log - sums.logTotal),
  }))
}

/** By layer, the placement chosen. */
function placementsIn(
  { blocks, sums }: Combination,
  { choices }: Way,
): { block: number; placement: Placement }[] {
  return choices.map((choice, layer) => {
    const { block } = sums.layers[layer]!
    return { block, placement: blocks[block]!.placements[choice]! }
  })
}

function waysOf({ weightOfNone }: Problem, combination: Combination, limit: number): Way[] {
  const { blocks, sums } = combination
  const logOfOne = (layer: number, choice: number) => {
    const { logRatio, logPrior } = blocks[sums.layers[layer]!.block]!.placements[choice]!
    return logRatio + logPrior
  }
  const ways = (way: Way) =>
    placementsIn(combination, way).reduce((product, { placement }) => product * placement.ways, 1)
  return limit === 0 ? [] : bestWays(sums, weightOfNone, logOfOne, ways, limit)
}

/** Every way as the assignments it stands for: all ways to sit in places that are alike. */
function expand({ people, places }: Problem, combination: Combination, ways: Way[], limit: number): Found[] {
  const found: Found[] = []
  for (const way of ways) {
    const chosen = placementsIn(combination, way)
    const logRatio = chosen.reduce((sum, { placement }) => sum + placement.logRatio, 0)
    const seated = (at: number, before: Seating[]): void => {
      const next = chosen[at]
      if (next) {
        for (const seating of seatingsOf(combination.blocks[next.block]!.block, next.placement)) {
          if (found.length >= limit + mostTies) return
          seated(at + 1, [...before, ...seating])
        }
        return
      }
      const targets: (string | null)[] = people.map(() => null)
      for (const { place, person } of before) targets[person] = places[place]!.id
      found.push({ targets, log: way.log, logRatio })
    }
    seated(0, [])
  }
  return found
}

/** Assignments beyond the limit that are made to be sorted among their equals. */
const mostTies = 10_000

function sortWithTies(found: Found[]): void {
  found.sort((a, b) => b.log - a.log)
  for (let from = 0; from < found.length; ) {
    let until = from + 1
    while (until < found.length && found[until - 1]!.log - found[until]!.log <= sameLog) until++
    const equals = found.slice(from, until).sort((a, b) => compareTargets(a.targets, b.targets))
    for (const [index, one] of equals.entries()) found[from + index] = one
    from = until
  }
}

/** Alphabetical, person by person; nobody comes last. */
export function compareTargets(a: (string | null)[], b: (string | null)[]): number {
  for (const [person, one] of a.entries()) {
    const other = b[person]!
    if (one === other) continue
    if (one === null) return 1
    if (other === null) return -1
    return one < other ? -1 : 1
  }
  return 0
}
