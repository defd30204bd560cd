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
  const alone = weighed.filter(({ block }) => block.groups.flatMap((group) => group.places).length === 1)
  const together = weighed.filter((one) => !alone.includes(one)).flatMap(setsWithin)
  const sets = [...together, ...setsAmong(alone)].filter((set) => set.length > 1)
  return sets.map((set) => set.toSorted((a, b) => a - b).map((place) => places[place]!.id))
}

function setsWithin(one: WeighedBlock): number[][] {
  const total = one.placements.reduce((sum, { ways }) => sum + ways, 0)
  return total <= mostSeatings ? mergedGroups(one) : one.block.groups.map((group) => group.places)
}

/** Places of one family that are independent of all others: alike when everybody has the same ratio in both. */
function setsAmong(alone: WeighedBlock[]): number[][] {
  const sets: { first: WeighedBlock; places: number[] }[] = []
  for (const one of alone) {
    const known = sets.find(({ first }) => areAlike(first, one))
    const place = one.block.groups[0]!.places[0]!
    if (known) known.places.push(place)
    else sets.push({ first: one, places: [place] })
  }
  return sets.map((set) => set.places)
}

function areAlike(one: WeighedBlock, other: WeighedBlock): boolean {
  const [candidates, others] = [one.block.groups[0]!.candidates, other.block.groups[0]!.candidates]
  if (one.block.family !== other.block.family || candidates.join() !== others.join()) return false
  if (one.placements.length !== other.placements.length || one.placements.length < 2) return false
  return one.placements.every(({ members, logRatio }, index) => {
    const twin = other.placements[index]!
    return members[0]?.person === twin.members[0]?.person && isSame(logRatio, twin.logRatio)
  })
}

function isSame(one: number, other: number): boolean {
  return Math.abs(other - one) <= sameLog * Math.max(1, Math.abs(one))
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
        return other !== undefined && isSame(log, other)
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
