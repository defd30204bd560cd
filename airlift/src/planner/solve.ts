import { type Allocation, allocations } from './allocate.ts'
import { improveEscorts } from './escorts.ts'
import { type Laps, lapChoices } from './laps.ts'
import { placements } from './place.ts'
import type { Seating } from './rows.ts'
import { type Seats, seatAll, toSeatings } from './seats.ts'
import type { Unit } from './units.ts'
import type { Budget, World } from './world.ts'

/** Everybody of some units aboard, seated and escorted. */
export type Solution = { allocation: Allocation; laps: Laps; seatings: Seating[]; seats: Seats[] }

/** A way to fly all these units, or undefined: impossible when the budget was not cut, else not found. */
export function solve(world: World, units: Unit[], budget: Budget): Solution | undefined {
  for (const boarding of placements(world, units, budget)) {
    for (const found of allocations(world, boarding, budget)) {
      for (const allocation of [improveEscorts(world, found), found]) {
        for (const laps of lapChoices(world, allocation)) {
          const seatings = toSeatings(world, allocation, laps)
          const seats = seatAll(world, seatings, budget)
          if (seats) return { allocation, laps, seatings, seats }
          if (budget.left <= 0) return undefined
        }
      }
    }
  }
  return undefined
}
