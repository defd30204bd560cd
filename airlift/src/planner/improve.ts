import { countMissingRows, STEPS_PER_ROW } from '../cost.ts'
import type { Seat } from '../problem.ts'
import type { Laps } from './laps.ts'
import { domainOf, type Seating } from './rows.ts'
import { isKept, type Seats } from './seats.ts'
import type { World } from './world.ts'

/** A scattered party outweighs any number of steps an aircraft can have. */
const SCATTERED = 100_000
const PASSES = 8

/**
 * Moves and swaps people among the seats of one aircraft as long as that brings them nearer together.
 * Whoever kept the seat of an earlier plan stays in it.
 */
export function improveSeats(
  world: World,
  seating: Seating,
  seats: Seats,
  laps: Laps,
  order: string[],
): void {
  const room = makeRoom(world, seating, seats, laps)
  const people = order.filter((id) => seats.has(id) && !room.settled.has(id))
  for (let pass = 0; pass < PASSES; pass++) {
    let better = false
    for (const id of people) {
      for (const at of room.domain.get(id)!) {
        for (const seat of seating.cabin.classes[at]!.seats) if (moveIfBetter(room, id, seat)) better = true
      }
    }
    if (!better) return
  }
}

type Room = {
  world: World
  settled: Set<string>
  seats: Seats
  taken: Map<string, string>
  rowOf: Map<string, number>
  columnOf: Map<string, number>
  classOf: Map<string, number>
  domain: Map<string, number[]>
  /** The seats that a party's members hold; an infant counts where the adult sits. */
  parties: string[][]
  partiesOf: Map<string, number[]>
  linked: Map<string, string[]>
}

function makeRoom(world: World, { cabin, people, links }: Seating, seats: Seats, laps: Laps): Room {
  const everyone = [...people, ...[...laps].flatMap(([infant, adult]) => (seats.has(adult) ? [infant] : []))]
  const byParty = new Map<string, string[]>()
  for (const id of everyone) {
    const party = world.passengers.get(id)?.party
    if (party !== undefined) byParty.set(party, [...(byParty.get(party) ?? []), laps.get(id) ?? id])
  }
  const parties = [...byParty.values()]
  const escorts = new Set(links.map(([adult]) => adult))
  const classed = cabin.classes.flatMap((one, at) => one.seats.map((seat) => ({ one, at, seat })))
  const other = (id: string) =>
    links.flatMap(([adult, own]) => (laps.has(own) ? [] : adult === id ? [own] : own === id ? [adult] : []))
  return {
    world,
    settled: new Set(people.filter((id) => isKept(world, id, cabin.id, seats.get(id)!))),
    seats,
    taken: new Map([...seats].map(([id, seat]) => [seat.id, id])),
    rowOf: new Map(classed.map(({ one, seat }) => [seat.id, one.row])),
    columnOf: new Map(classed.map(({ seat }) => [seat.id, cabin.columns.indexOf(seat.column)])),
    classOf: new Map(classed.map(({ at, seat }) => [seat.id, at])),
    domain: new Map(people.map((id) => [id, domainOf(world, cabin, id, escorts.has(id))])),
    parties,
    partiesOf: new Map(
      people.map((id) => [id, [...parties.keys()].filter((at) => parties[at]!.includes(id))]),
    ),
    linked: new Map(people.map((id) => [id, other(id)])),
  }
}

function moveIfBetter(room: Room, id: string, to: Seat): boolean {
  const from = room.seats.get(id)!
  const other = room.taken.get(to.id)
  if (other === id || (other !== undefined && room.settled.has(other))) return false
  if (other !== undefined && !room.domain.get(other)!.includes(room.classOf.get(from.id)!)) return false
  const moved = other === undefined ? [id] : [id, other]
  const before = costAround(room, moved)
  if (before === 0) return false
  put(room, id, to, other, from)
  if (moved.every((one) => isNear(room, one)) && costAround(room, moved) < before) return true
  put(room, id, from, other, to)
  return false
}

function put(room: Room, id: string, to: Seat, other: string | undefined, from: Seat): void {
  room.taken.delete(from.id)
  room.seats.set(id, to)
  room.taken.set(to.id, id)
  if (other === undefined) return
  room.seats.set(other, from)
  room.taken.set(from.id, other)
}

function isNear(room: Room, id: string): boolean {
  const row = room.rowOf.get(room.seats.get(id)!.id)!
  const limit = room.world.policy.escortRows
  return room.linked
    .get(id)!
    .every((one) => Math.abs(room.rowOf.get(room.seats.get(one)!.id)! - row) <= limit)
}

function costAround(room: Room, moved: string[]): number {
  const parties = new Set(moved.flatMap((id) => room.partiesOf.get(id)!))
  let cost = 0
  for (const at of parties) cost += partyCost(room, room.parties[at]!)
  for (const id of moved) for (const one of room.linked.get(id)!) cost += steps(room, id, one)
  return cost
}

function partyCost(room: Room, party: string[]): number {
  if (party.length < 2) return 0
  let cost = SCATTERED * countMissingRows(party.map((id) => room.rowOf.get(room.seats.get(id)!.id)!))
  for (let a = 0; a < party.length; a++) {
    for (let b = a + 1; b < party.length; b++) cost += steps(room, party[a]!, party[b]!)
  }
  return cost
}

function steps({ seats, rowOf, columnOf }: Room, a: string, b: string): number {
  const [one, other] = [seats.get(a)!.id, seats.get(b)!.id]
  return (
    STEPS_PER_ROW * Math.abs(rowOf.get(one)! - rowOf.get(other)!) +
    Math.abs(columnOf.get(one)! - columnOf.get(other)!)
  )
}
