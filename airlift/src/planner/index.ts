import type { Assignment, Escort, Plan, Waiting } from '../plan.ts'
import { findFlaws, type Problem } from '../problem.ts'
import { AirliftRefusal } from '../refusal.ts'
import { chooseUnits } from './choose.ts'
import { improveSeats } from './improve.ts'
import { explainWaiting } from './reasons.ts'
import { polish, type Solution } from './solve.ts'
import { toUnits } from './units.ts'
import { makeWorld, type World } from './world.ts'

export type PlanOptions = {
  /** Another seed tries seats in another order: another plan of the same passengers. Absent: as listed. */
  seed?: number
  /** A plan already told to people: seats and escorts stay as they were wherever they can. */
  earlier?: Plan
}

/** `optimal`: proven that no plan carries more passengers, nor as many with earlier listed ones. */
export type FoundPlan = Plan & { optimal: boolean }

/**
 * Plans a flight: first as many passengers aboard as can be, then parties together, then common languages.
 * Every passenger and member of staff is either aboard or waiting with reasons. The same problem and seed
 * always give the same plan. Exact up to fourteen parties while the search's fixed number of steps lasts;
 * beyond, constructive with exchanges.
 * @throws AirliftRefusal `flawed-problem` naming the ids, when `findFlaws` finds any.
 * @example two siblings of 6 and 8, one escort, three seats in a row: three assignments, nobody waits
 */
export function plan(problem: Problem, { seed, earlier }: PlanOptions = {}): FoundPlan {
  const flaws = findFlaws(problem)
  if (flaws.length > 0) {
    const text = flaws.map(({ code, ids }) => `${code}: ${ids.join(', ')}`).join('; ')
    throw new AirliftRefusal(
      'flawed-problem',
      flaws.flatMap(({ ids }) => ids),
      text,
    )
  }
  const world = makeWorld(problem, earlier)
  const units = toUnits(problem)
  const choice = chooseUnits(world, units)
  const solution = choice.solution && (earlier ? choice.solution : polish(world, choice.solution))
  if (solution) improve(solution, world, seed)
  const staff = solution ? seatOtherStaff(world, solution) : []
  const aboard = solution ? toAssignments(world, solution) : []
  const waiting = [
    ...explainWaiting(world, units, { ...choice, solution }),
    ...findIdleStaff(problem, [...aboard, ...staff]),
  ]
  return {
    assignments: inListedOrder(problem, [...aboard, ...staff]),
    escorts: solution ? toEscorts(problem, solution) : [],
    waiting,
    optimal: choice.optimal,
  }
}

function improve({ seatings, seats, laps }: Solution, world: World, seed: number | undefined): void {
  seatings.forEach((seating, at) => {
    const order = seed === undefined ? seating.people : shuffle(seating.people, seed)
    improveSeats(world, seating, seats[at]!, laps, order)
  })
}

function toAssignments({ cabins }: World, { allocation, laps, seats }: Solution): Assignment[] {
  return [...allocation.aircraftOf].map(([id, at]) => {
    const aircraft = cabins[at]!.id
    const lapOf = laps.get(id)
    const seat = seats[at]!.get(id)?.id
    return lapOf !== undefined
      ? { id, aircraft, lapOf }
      : seat !== undefined
        ? { id, aircraft, seat }
        : { id, aircraft }
  })
}

/** Whoever of the staff is not needed takes the seats left, first where passengers fly. */
function seatOtherStaff({ cabins, problem, kept }: World, { allocation, seats }: Solution): Assignment[] {
  const flying = new Set(allocation.aircraftOf.values())
  const order = [...cabins.keys()].sort((a, b) => Number(flying.has(b)) - Number(flying.has(a)) || a - b)
  const free = order.flatMap((at) => {
    const taken = new Set([...seats[at]!.values()].map((seat) => seat.id))
    const ordinary = cabins[at]!.classes.filter((one) => !one.stretcher).flatMap((one) => one.seats)
    return ordinary
      .filter((seat) => !taken.has(seat.id))
      .map((seat) => ({ aircraft: cabins[at]!.id, seat: seat.id }))
  })
  const first = cabins[order[0] ?? -1]?.id
  const takeSeat = (id: string) => {
    const had = kept.placeOf.get(id)
    const at = free.findIndex((one) => one.aircraft === had?.aircraft && one.seat === had.seat)
    return free.splice(Math.max(0, at), 1)[0]
  }
  return problem.staff.flatMap((one): Assignment[] => {
    if (allocation.aircraftOf.has(one.id) || first === undefined) return []
    if (!one.seatNeeded) return [{ id: one.id, aircraft: first }]
    const place = takeSeat(one.id)
    return place ? [{ id: one.id, ...place }] : []
  })
}

function findIdleStaff(problem: Problem, aboard: Assignment[]): Waiting[] {
  const ids = new Set(aboard.map((one) => one.id))
  const idle = problem.staff.filter((one) => !ids.has(one.id))
  return idle.map((one) => ({ id: one.id, because: [{ code: 'not-needed' }] }))
}

function toEscorts(problem: Problem, { allocation }: Solution): Escort[] {
  const adults = [...problem.passengers, ...problem.staff].map((one) => one.id)
  const escorted = problem.passengers.map((one) => one.id)
  return adults.flatMap((adult) => {
    const passengers = escorted.filter((id) => allocation.escortOf.get(id) === adult)
    return passengers.length > 0 ? [{ adult, passengers }] : []
  })
}

function inListedOrder(problem: Problem, assignments: Assignment[]): Assignment[] {
  const order = new Map([...problem.passengers, ...problem.staff].map((one, at) => [one.id, at]))
  return assignments.sort((a, b) => order.get(a.id)! - order.get(b.id)!)
}

/** Fisher-Yates with the mulberry32 generator, so that a seed means the same order everywhere. */
function shuffle(items: string[], seed: number): string[] {
  const shuffled = [...items]
  let state = seed >>> 0
  for (let at = shuffled.length - 1; at > 0; at--) {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    const other = ((mixed ^ (mixed >>> 14)) >>> 0) % (at + 1)
    ;[shuffled[at], shuffled[other]] = [shuffled[other]!, shuffled[at]!]
  }
  return shuffled
}
