import { type Budget, type Cabin, hasNeeds, mayStep, type World } from './world.ts'

/** Who must be seated in one aircraft, and which two must be near: escort and escorted. */
export type Seating = { cabin: Cabin; people: string[]; links: [string, string][] }

type Search = {
  world: World
  seating: Seating
  budget: Budget
  near: Map<string, string[]>
  family: Map<string, string[]>
  /** The class of the seat somebody had before, and how many of those still to be seated had one in each. */
  keptOf: Map<string, number>
  reserved: number[]
  /** Classes (by position) a person may sit in. */
  domain: Map<string, number[]>
  free: number[]
  freeInRow: number[]
  classOf: Map<string, number>
}

/**
 * Finds a seat class for everybody, or undefined. Complete while the budget lasts: always seats next the
 * person with the fewest classes left, near escort and party first, and turns back when somebody has none.
 */
export function seatInRows(world: World, seating: Seating, budget: Budget): Map<string, number> | undefined {
  const search = makeSearch(world, seating, budget)
  return seatRest(search, new Set(seating.people)) ? search.classOf : undefined
}

/** The seat classes a passenger or staff may sit in; `escorts` is whether they look after somebody. */
export function domainOf(world: World, cabin: Cabin, id: string, escorts: boolean): number[] {
  const passenger = world.passengers.get(id)
  const mayExit =
    !escorts && (!passenger || (passenger.ageMonths >= world.policy.exitRowMinMonths && !hasNeeds(passenger)))
  const { stretcher = false, medicalSeat = false } = passenger?.needs ?? {}
  const kind = `${stretcher} ${medicalSeat} ${mayExit}`
  const known = cabin.domains.get(kind)
  if (known) return known
  const domain = [...cabin.classes.keys()].filter((at) => {
    const one = cabin.classes[at]!
    return one.stretcher === stretcher && (one.medical || !medicalSeat) && (mayExit || !one.exit)
  })
  cabin.domains.set(kind, domain)
  return domain
}

function makeSearch(world: World, seating: Seating, budget: Budget): Search {
  const { cabin, people, links } = seating
  const near = new Map<string, string[]>(people.map((id) => [id, []]))
  for (const [a, b] of links) {
    near.get(a)?.push(b)
    near.get(b)?.push(a)
  }
  const escorts = new Set(links.map(([adult]) => adult))
  const parties = new Map<string | undefined, string[]>()
  for (const id of people) {
    const party = world.passengers.get(id)?.party
    if (party !== undefined) parties.set(party, [...(parties.get(party) ?? []), id])
  }
  const kin = (id: string) => parties.get(world.passengers.get(id)?.party) ?? []
  const family = new Map(people.map((id) => [id, kin(id).filter((one) => one !== id)]))
  const freeInRow = new Array<number>(cabin.rowCount).fill(0)
  for (const one of cabin.classes) if (!one.stretcher) freeInRow[one.row]! += one.seats.length
  const keptOf = keptClasses(world, seating)
  const reserved = cabin.classes.map((_, at) => [...keptOf.values()].filter((one) => one === at).length)
  return {
    world,
    seating,
    budget,
    near,
    family,
    domain: new Map(people.map((id) => [id, domainOf(world, cabin, id, escorts.has(id))])),
    free: cabin.classes.map((one) => one.seats.length),
    freeInRow,
    keptOf,
    reserved,
    classOf: new Map(),
  }
}

function keptClasses({ kept }: World, { cabin, people }: Seating): Map<string, number> {
  const classes = new Map<string, number>()
  for (const id of people) {
    const place = kept.placeOf.get(id)
    if (place?.aircraft !== cabin.id) continue
    const at = cabin.classes.findIndex((one) => one.seats.some((seat) => seat.id === place.seat))
    if (at >= 0) classes.set(id, at)
  }
  return classes
}

function seatRest(search: Search, rest: Set<string>): boolean {
  if (rest.size === 0) return true
  const next = pickNext(search, rest)
  if (!next) return false
  const { id, options } = next
  const { classes } = search.seating.cabin
  const order = options.map((at) => [rankOf(search, id, at, rest), at] as const).sort((a, b) => a[0] - b[0])
  rest.delete(id)
  const kept = search.keptOf.get(id)
  if (kept !== undefined) search.reserved[kept]!--
  for (const [, at] of order) {
    if (!mayStep(search.budget)) break
    const { row } = classes[at]!
    search.classOf.set(id, at)
    search.free[at]!--
    search.freeInRow[row]!--
    if (seatRest(search, rest)) return true
    search.classOf.delete(id)
    search.free[at]!++
    search.freeInRow[row]!++
  }
  rest.add(id)
  if (kept !== undefined) search.reserved[kept]!++
  return false
}

/** The person with the fewest classes left (ties: the most mates seated); undefined when one has none. */
function pickNext(search: Search, rest: Set<string>): { id: string; options: number[] } | undefined {
  let best: { id: string; options: number[]; pull: number } | undefined
  for (const id of rest) {
    const options = search.domain.get(id)!.filter((at) => isOpen(search, id, at))
    if (options.length === 0) return undefined
    if (best && options.length > best.options.length) continue
    const pull = pullOf(search, id)
    if (!best || options.length < best.options.length || pull > best.pull) best = { id, options, pull }
  }
  return best
}

/** How strongly those already seated, and next the number to look after, ask for a person's turn. */
function pullOf({ near, family, classOf }: Search, id: string): number {
  const mates = [...near.get(id)!, ...family.get(id)!]
  return mates.filter((mate) => classOf.has(mate)).length * 100 + near.get(id)!.length
}

function isOpen({ world, seating, near, free, classOf }: Search, id: string, at: number): boolean {
  if (free[at]! <= 0) return false
  const { classes } = seating.cabin
  return near.get(id)!.every((other) => {
    const taken = classOf.get(other)
    return taken === undefined || Math.abs(classes[taken]!.row - classes[at]!.row) <= world.policy.escortRows
  })
}

/** Lower is better: near those already seated, room around for those to come, special seats left free. */
function rankOf(search: Search, id: string, at: number, rest: Set<string>): number {
  const { seating, near, family, classOf, world } = search
  const { classes, rowCount } = seating.cabin
  const { row, medical, exit } = classes[at]!
  const mates = new Set([...near.get(id)!, ...family.get(id)!])
  let rank = row / (rowCount + 1)
  if (search.keptOf.get(id) === at) rank -= 1000
  if (search.free[at]! <= search.reserved[at]!) rank += 100
  let toCome = 0
  for (const mate of mates) {
    const taken = classOf.get(mate)
    if (taken !== undefined) rank += 10 * Math.abs(classes[taken]!.row - row)
    else if (rest.has(mate)) toCome++
  }
  const window = search.freeInRow
    .slice(Math.max(0, row - 1), row + 2)
    .reduce((total, free) => total + free, 0)
  rank += 20 * Math.max(0, toCome + 1 - window)
  if (medical && !world.passengers.get(id)?.needs.medicalSeat) rank += 3
  if (exit) rank -= 1
  return rank
}
