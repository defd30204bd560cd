import type { Seat } from '../problem.ts'
import type { Allocation } from './allocate.ts'
import type { Laps } from './laps.ts'
import { type Seating, seatInRows } from './rows.ts'
import type { Budget, World } from './world.ts'

/** Seats of one aircraft: person to seat. */
export type Seats = Map<string, Seat>

/** Steps one aircraft's seating may take before another allocation is tried. */
const SEATING_STEPS = 600
/** What preparing a seating costs, in steps. */
const SETUP_STEPS = 5

/** Who sits, and who must sit near whom, in each aircraft. */
export function toSeatings(world: World, { aircraftOf, escortOf }: Allocation, laps: Laps): Seating[] {
  return world.cabins.map((cabin, index) => {
    const here = [...aircraftOf].filter(([, at]) => at === index).map(([id]) => id)
    const people = here.filter((id) => !laps.has(id) && world.staff.get(id)?.seatNeeded !== false)
    const links = here.flatMap((id) => {
      const adult = escortOf.get(id)
      return adult === undefined ? [] : [[adult, id] as [string, string]]
    })
    return { cabin, people, links }
  })
}

/** A seat for everybody in every aircraft, or undefined. */
export function seatAll(world: World, seatings: Seating[], budget: Budget): Seats[] | undefined {
  const all: Seats[] = []
  for (const seating of seatings) {
    const own: Budget = { left: Math.min(SEATING_STEPS, budget.left), cut: false }
    const given = own.left
    const classOf = seatInRows(world, seating, own)
    budget.left -= given - own.left + SETUP_STEPS
    budget.cut ||= own.cut
    if (!classOf) return undefined
    all.push(toSeats(world, seating, classOf))
  }
  return all
}

/** Within a class seats are dealt from the left, party by party, so that a party starts side by side. */
function toSeats(world: World, { cabin, people, links }: Seating, classOf: Map<string, number>): Seats {
  const escortOf = new Map(links.map(([adult, id]) => [id, adult]))
  const partyOf = (id: string) => world.passengers.get(id)?.party ?? ''
  const headOf = (id: string) => escortOf.get(id) ?? id
  const order = new Map(people.map((id, at) => [id, at]))
  const first = (key: (id: string) => string) => {
    const places = new Map<string, number>()
    for (const id of people) if (!places.has(key(id))) places.set(key(id), order.get(id)!)
    return (id: string) => places.get(key(id))!
  }
  const [headPlace, partyPlace] = [first(headOf), first(partyOf)]
  const sorted = [...people].sort(
    (a, b) => headPlace(a) - headPlace(b) || partyPlace(a) - partyPlace(b) || order.get(a)! - order.get(b)!,
  )
  const seats: Seats = new Map()
  const left = cabin.classes.map((one) => [...one.seats])
  const had = (id: string) => (seat: Seat) => isKept(world, id, cabin.id, seat)
  const keepers = sorted.filter((id) => left[classOf.get(id)!]!.some(had(id)))
  for (const id of keepers) {
    const free = left[classOf.get(id)!]!
    seats.set(id, ...(free.splice(free.findIndex(had(id)), 1) as [Seat]))
  }
  for (const id of sorted) if (!seats.has(id)) seats.set(id, left[classOf.get(id)!]!.shift()!)
  return seats
}

/** Whether somebody had this seat in the earlier plan. */
export function isKept({ kept }: World, id: string, aircraft: string, seat: Seat): boolean {
  const place = kept.placeOf.get(id)
  return place?.aircraft === aircraft && place.seat === seat.id
}
