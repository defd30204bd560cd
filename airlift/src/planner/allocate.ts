import type { StaffMember } from '../problem.ts'
import type { Boarding } from './place.ts'
import { type Budget, fitsOnLap, mayStep, shareLanguage, type World } from './world.ts'

/** Who flies on which aircraft (by position) and who escorts whom. */
export type Allocation = { aircraftOf: Map<string, number>; escortOf: Map<string, string> }

type State = Allocation & {
  world: World
  budget: Budget
  /** Shares of load each adult carries. */
  carried: Map<string, number>
  /** Ordinary seats left on each aircraft, with as many infants on laps as masks allow. */
  seatsLeft: number[]
  /** Seats for all staff besides these passengers: then the load is spread, else few adults carry much. */
  roomy: boolean
}

/**
 * Every way to take staff along and share out the escorted for a boarding, the better first: parents, then
 * a common language, then siblings with one adult. Staff whom no rule tells apart are tried once.
 */
export function* allocations(world: World, boarding: Boarding, budget: Budget): Generator<Allocation> {
  const state = makeState(world, boarding, budget)
  if (state.seatsLeft.some((left) => left < 0)) return
  const flying = [...new Set(boarding.values())].sort((a, b) => a - b)
  yield* fillProfessions(state, flying, 0)
}

function makeState(world: World, boarding: Boarding, budget: Budget): State {
  const seatsLeft = world.cabins.map((cabin, index) => {
    const here = [...boarding].filter(([, at]) => at === index).map(([id]) => world.passengers.get(id)!)
    const infants = here.filter((one) => fitsOnLap(world.policy, one)).length
    const seated = here.filter((one) => !one.needs.stretcher).length - Math.min(infants, cabin.lapMasks)
    return cabin.ordinary - seated
  })
  const staffSeats = world.problem.staff.filter((one) => one.seatNeeded).length
  const roomy = seatsLeft.reduce((total, left) => total + left, 0) >= staffSeats
  return {
    world,
    budget,
    aircraftOf: new Map(boarding),
    escortOf: new Map(),
    carried: new Map(),
    seatsLeft,
    roomy,
  }
}

/** Brings the required professions aboard every aircraft that flies passengers. */
function* fillProfessions(state: State, flying: number[], at: number): Generator<Allocation> {
  const aircraft = flying[at]
  if (aircraft === undefined) {
    yield* shareOut(state, inOrderOfChoice(state), 0, flying)
    return
  }
  const missing = findMissingProfession(state, aircraft)
  if (missing === undefined) {
    yield* fillProfessions(state, flying, at + 1)
    return
  }
  for (const one of staffToBring(state, aircraft, (staff) => staff.professions.includes(missing))) {
    if (!bring(state, one, aircraft)) continue
    yield* fillProfessions(state, flying, at)
    leave(state, one, aircraft)
  }
}

function findMissingProfession({ world, aircraftOf }: State, aircraft: number): string | undefined {
  const aboard = world.problem.staff.filter((one) => aircraftOf.get(one.id) === aircraft)
  return world.policy.professions.find(
    ({ profession, count }) => aboard.filter((one) => one.professions.includes(profession)).length < count,
  )?.profession
}

/** The escorted, those with the least choice of adults first, then party by party, the heavier load first. */
function inOrderOfChoice({ world, aircraftOf }: State): string[] {
  const parties = new Map(world.problem.passengers.map(({ id, party }) => [id, party]))
  const first = [...new Set(parties.values())]
  const place = new Map(first.map((party, at) => [party, at]))
  const escorted = [...aircraftOf.keys()].filter((id) => (world.load.get(id) ?? 0) > 0)
  const choice = (id: string) => world.escortsOf.get(id)?.length ?? 0
  const partyOf = (id: string) => place.get(parties.get(id)!)!
  return escorted.sort(
    (a, b) => choice(a) - choice(b) || partyOf(a) - partyOf(b) || world.load.get(b)! - world.load.get(a)!,
  )
}

/** Gives each of the escorted an adult. */
function* shareOut(state: State, escorted: string[], at: number, flying: number[]): Generator<Allocation> {
  const id = escorted[at]
  if (id === undefined) {
    yield* addHelpers(state, flying)
    return
  }
  const aircraft = state.aircraftOf.get(id)!
  const load = state.world.load.get(id)!
  for (const adult of adultsFor(state, id, aircraft)) {
    if (!mayStep(state.budget)) return
    const carried = state.carried.get(adult) ?? 0
    if (carried + load > capacityOf(state.world, adult)) continue
    const newcomer = state.aircraftOf.has(adult) ? undefined : state.world.staff.get(adult)
    if (newcomer && !bring(state, newcomer, aircraft)) continue
    state.escortOf.set(id, adult)
    state.carried.set(adult, carried + load)
    yield* shareOut(state, escorted, at + 1, flying)
    state.carried.set(adult, carried)
    state.escortOf.delete(id)
    if (newcomer) leave(state, newcomer, aircraft)
  }
}

/** The most an adult may carry: ratios bind staff, and parents only where the policy says so. */
export function capacityOf(world: World, adult: string): number {
  return world.staff.has(adult) || world.policy.ratiosBindParents ? world.fullLoad : Number.POSITIVE_INFINITY
}

/** The adults who may take a passenger on this aircraft, the better first. */
function adultsFor(state: State, id: string, aircraft: number): string[] {
  const { world, aircraftOf } = state
  const here = (world.escortsOf.get(id) ?? []).filter((adult) => aircraftOf.get(adult) === aircraft)
  const ashore = (world.escortsOf.get(id) ?? []).flatMap((adult) => {
    const one = world.staff.get(adult)
    return one && !aircraftOf.has(adult) ? [one] : []
  })
  const kept = ashore.filter((one) => one.id === world.kept.escortOf.get(id))
  const newcomers = new Set([...kept, ...withoutTwins(state, ashore)].map((one) => one.id))
  const adults = [...here, ...newcomers]
  const rank = new Map(adults.map((adult) => [adult, rankOf(state, id, adult)]))
  return adults.sort((a, b) => rank.get(a)! - rank.get(b)!)
}

function rankOf(state: State, id: string, adult: string): number {
  const { world, aircraftOf, escortOf, carried } = state
  const staff = world.staff.get(adult)
  if (!staff) return -2
  if (world.kept.escortOf.get(id) === adult) return -1
  const { party } = world.passengers.get(id)!
  const hasSibling = [...escortOf].some(
    ([other, by]) => by === adult && world.passengers.get(other)!.party === party,
  )
  const speechless = shareLanguage(staff, world.passengers.get(id)!) ? 0 : 8
  const apart = hasSibling ? 0 : 2
  const wasteful = state.roomy || aircraftOf.has(adult) ? 0 : 4
  return speechless + apart + wasteful + (carried.get(adult) ?? 0) / world.fullLoad
}

/** Brings more staff where the policy wants more adults free to help. */
function* addHelpers(state: State, flying: number[]): Generator<Allocation> {
  const short = flying.find((aircraft) => isShortOfHelpers(state, aircraft))
  if (short === undefined) {
    yield { aircraftOf: new Map(state.aircraftOf), escortOf: new Map(state.escortOf) }
    return
  }
  for (const one of staffToBring(state, short, (staff) => staff.seatNeeded)) {
    if (!bring(state, one, short)) continue
    yield* addHelpers(state, flying)
    leave(state, one, short)
  }
}

function isShortOfHelpers({ world, aircraftOf, escortOf }: State, aircraft: number): boolean {
  const { specialPerHelper, lapUnderMonths, adultFromMonths } = world.policy
  if (specialPerHelper === undefined) return false
  const escorting = new Set(escortOf.values())
  let special = 0
  let helpers = 0
  for (const [id, at] of aircraftOf) {
    if (at !== aircraft) continue
    const one = world.passengers.get(id)
    if (!one) {
      if (world.staff.get(id)!.seatNeeded) helpers++
      continue
    }
    const alone = escortOf.has(id) && escortOf.get(id) !== one.parent
    if (alone || one.ageMonths < lapUnderMonths || one.needs.stretcher) special++
    else if (one.ageMonths >= adultFromMonths && !one.needs.medicalSeat && !escorting.has(id)) helpers++
  }
  return special > specialPerHelper * helpers
}

function staffToBring(state: State, aircraft: number, wanted: (one: StaffMember) => boolean): StaffMember[] {
  if (!mayStep(state.budget)) return []
  const ashore = state.world.problem.staff.filter((one) => wanted(one) && !state.aircraftOf.has(one.id))
  const demanded = state.world.policy.professions.map(({ profession }) => profession)
  const uses = (one: StaffMember) =>
    demanded.filter((profession) => one.professions.includes(profession)).length * 2 + (one.canEscort ? 1 : 0)
  const free = (one: StaffMember) => (one.seatNeeded ? 0 : 1)
  const { cabins, kept } = state.world
  const wasHere = (one: StaffMember) => Number(kept.placeOf.get(one.id)?.aircraft === cabins[aircraft]!.id)
  return withoutTwins(state, ashore)
    .filter((one) => !one.seatNeeded || state.seatsLeft[aircraft]! > 0)
    .sort((a, b) => wasHere(b) - wasHere(a) || free(b) - free(a) || uses(b) - uses(a))
}

/** One of each sort of staff whom no rule tells apart, the first listed. */
function withoutTwins({ world }: State, staff: StaffMember[]): StaffMember[] {
  const kinds = staff.map((one) => world.kindOf.get(one.id))
  return staff.filter((_, at) => kinds.indexOf(kinds[at]) === at)
}

function bring(state: State, one: StaffMember, aircraft: number): boolean {
  if (one.seatNeeded && state.seatsLeft[aircraft]! <= 0) return false
  if (one.seatNeeded) state.seatsLeft[aircraft]!--
  state.aircraftOf.set(one.id, aircraft)
  return true
}

function leave(state: State, one: StaffMember, aircraft: number): void {
  if (one.seatNeeded) state.seatsLeft[aircraft]!++
  state.aircraftOf.delete(one.id)
}
