import type { Unit } from './units.ts'
import { type Budget, type Cabin, fitsOnLap, mayStep, type World } from './world.ts'

/** Which aircraft (by position) each passenger boards. */
export type Boarding = Map<string, number>

/** What passengers ask of an aircraft, whatever the arrangement. */
export type Demand = { seats: number; infants: number; stretchers: number; medical: number; load: number }

/** Every way to spread units over the aircraft that have room for them, first aircraft first. */
export function* placements(world: World, units: Unit[], budget: Budget): Generator<Boarding> {
  const cabinOf: number[] = []
  yield* placeFrom(0)

  function* placeFrom(at: number): Generator<Boarding> {
    if (at === units.length) {
      yield new Map(units.flatMap(({ members }, index) => members.map((one) => [one.id, cabinOf[index]!])))
      return
    }
    const before = units[at]!.members.map((one) => world.kept.placeOf.get(one.id)?.aircraft)
    const wasHere = (index: number) => before.includes(world.cabins[index]!.id)
    const cabins = [...world.cabins.entries()].sort(([a], [b]) => Number(wasHere(b)) - Number(wasHere(a)))
    for (const [index, cabin] of cabins) {
      if (!mayStep(budget)) return
      const unitsHere = units.slice(0, at).filter((_, earlier) => cabinOf[earlier] === index)
      if (unitsHere.length === 0 && !wasHere(index) && hasEmptyTwin(world, cabinOf, index)) continue
      cabinOf.push(index)
      if (mayHold(world, cabin, [...unitsHere, units[at]!])) yield* placeFrom(at + 1)
      cabinOf.pop()
    }
  }
}

/** Whether places alone leave room; `false` is certain, `true` is not. */
export function mayHold(world: World, cabin: Cabin, units: Unit[]): boolean {
  const { seats, infants, stretchers, medical } = demandOf(world, units)
  const medicalSeats = sizeOf(cabin, (one) => one.medical)
  const onSeats =
    seats - Math.min(cabin.lapMasks, infants) + (units.length > 0 ? leastStaff(world, units) : 0)
  return onSeats <= cabin.ordinary && stretchers <= cabin.stretchers && medical <= medicalSeats
}

export function demandOf(world: World, units: Unit[]): Demand {
  const demand: Demand = { seats: 0, infants: 0, stretchers: 0, medical: 0, load: 0 }
  for (const one of units.flatMap((unit) => unit.members)) {
    if (one.needs.stretcher) demand.stretchers++
    else demand.seats++
    if (one.needs.medicalSeat) demand.medical++
    if (fitsOnLap(world.policy, one)) demand.infants++
    if (one.parent === undefined) demand.load += world.load.get(one.id) ?? 0
  }
  return demand
}

/** Fewest staff who need a seat: for the load of those without a parent, and to fill the professions. */
function leastStaff(world: World, units: Unit[]): number {
  const escorts = Math.ceil(demandOf(world, units).load / world.fullLoad)
  const crew = world.problem.staff.filter((one) => !one.seatNeeded)
  const missing = world.policy.professions.map(
    ({ profession, count }) => count - crew.filter((one) => one.professions.includes(profession)).length,
  )
  return Math.max(escorts, ...missing, 0)
}

function sizeOf(cabin: Cabin, wanted: (one: Cabin['classes'][number]) => boolean): number {
  return cabin.classes.filter(wanted).reduce((total, one) => total + one.seats.length, 0)
}

/** Two empty aircraft of the same shape lead to the same answers: only the first is tried. */
function hasEmptyTwin(world: World, cabinOf: number[], index: number): boolean {
  const shape = shapeOf(world.cabins[index]!)
  return world.cabins
    .slice(0, index)
    .some((one, before) => !cabinOf.includes(before) && shapeOf(one) === shape)
}

function shapeOf({ classes, lapMasks }: Cabin): string {
  const parts = classes.map(({ row, stretcher, medical, exit, seats }) => [
    row,
    stretcher,
    medical,
    exit,
    seats.length,
  ])
  return JSON.stringify([lapMasks, parts])
}
