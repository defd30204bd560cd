import type { WeighedBlock } from './combination.ts'
import type { Seating } from './locus-ratios.ts'
import { seatingOf, seatingsOf } from './placements.ts'
import type { Problem } from './problem.ts'

/** Logarithms that differ by rounding alone. */
const sameLog = 1e-9
/** A block with more ways to sit than this is compared by its interchangeable places alone. */
const mostSeatings = 20_000

/** Missing people who may be exchanged in every placement without changing its likelihood, by name. */
export function alikeOf({ places }: Problem, weighed: WeighedBlock[]): string[][] {
  return weighed.flatMap((one) => {
    const { groups } = one.block
    const total = one.placements.reduce((sum, { ways }) => sum + ways, 0)
    const sets = total <= mostSeatings ? mergedGroups(one) : groups.map((group) => group.places)
    return sets.filter((set) => set.length > 1).map((set) => set.map((place) => places[place]!.id))
  })
}

/** Groups whose first places may be exchanged, joined. */
function mergedGroups(one: WeighedBlock): number[][] {
  const { block, placements } = one
  const logs = new Map<string, number>()
  for (const placement of placements) {
    for (const seated of seatingsOf(block, placement)) logs.set(keyOf(seated), placement.logRatio)
  }
  const all = placements.map((placement) => ({
    seated: seatingOf(block, placement.members),
    log: placement.logRatio,
  }))
  const sets: number[][] = []
  for (const { places, candidates } of block.groups) {
    const known = sets.find((set) => {
      const first = block.groups.find((group) => group.places[0] === set[0])!
      if (first.candidates.join() !== candidates.join()) return false
      const [a, b] = [set[0]!, places[0]!]
      return all.every(({ seated, log }) => {
        const other = logs.get(keyOf(seated.map((each) => ({ ...each, place: swapped(each.place, a, b) }))))
        return other !== undefined && Math.abs(other - log) <= sameLog * Math.max(1, Math.abs(log))
      })
    })
    if (known) known.push(...places)
    else sets.push([...places])
  }
  return sets
}

function swapped(place: number, a: number, b: number): number {
  return place === a ? b : place === b ? a : place
}

function keyOf(seated: Seating[]): string {
  return seated
    .map(({ place, person }) => `${place}:${person}`)
    .sort()
    .join()
}
