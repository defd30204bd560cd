import { type Allocation, allocations } from './allocate.ts'
import { improveEscorts } from './escorts.ts'
import { type Laps, lapChoices } from './laps.ts'
import { placements } from './place.ts'
import type { Seating } from './rows.ts'
import { type Seats, seatAll, toSeatings } from './seats.ts'
import type { Unit } from './units.ts'
import { type Budget, isSpent, type World } from './world.ts'

const STEPS_POLISH = 3000

/** Everybody of some units aboard, seated and escorted. */
export type Solution = { allocation: Allocation; laps: Laps; seatings: Seating[]; seats: Seats[] }

/** A way to fly all these units, or undefined: impossible when the budget was not cut, else not found. */
export function solve(world: World, units: Unit[], budget: Budget): Solution | undefined {
  for (const boarding of placements(world, units, budget)) {
    for (const allocation of allocations(world, boarding, budget)) {
      const solution = seatAllocation(world, allocation, budget)
      if (solution) return solution
      if (isSpent(budget)) return undefined
    }
  }
  return undefined
}

/** The same people aboard with escorts shared out better, where that can be seated too. */
export function polish(world: World, found: Solution): Solution {
  const allocation = improveEscorts(world, found.allocation)
  return seatAllocation(world, allocation, { left: STEPS_POLISH, cut: false }) ?? found
}

function seatAllocation(world: World, allocation: Allocation, budget: Budget): Solution | undefined {
  for (const laps of lapChoices(world, allocation)) {
    const seatings = toSeatings(world, allocation, laps)
    const seats = seatAll(world, seatings, budget)
    if (seats) return { allocation, laps, seatings, seats }
    if (isSpent(budget)) return undefined
  }
  return undefined
}
