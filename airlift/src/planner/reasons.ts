import type { Because, Waiting } from '../plan.ts'
import type { Aircraft, Passenger, Problem } from '../problem.ts'
import type { Choice } from './choose.ts'
import { demandOf } from './place.ts'
import { solve } from './solve.ts'
import { splitReason, type Unit } from './units.ts'
import { fitsOnLap, makeWorld, type World } from './world.ts'

const STEPS = 500

/** One thing there could be more of, whom of a unit it concerns, and the reason its lack gives. */
type Relief = {
  name: 'stretcher' | 'medical' | 'lap' | 'near' | 'seat' | 'helper' | 'escort' | 'profession'
  /** Reliefs that always help where this one does, and then say less. */
  hides?: Relief['name'][]
  relax: (problem: Problem, unit: Unit) => Problem
  concerns: (one: Passenger, world: World) => boolean
  because: (one: Passenger, world: World, seats: { needed: number; free: number }) => Because
}

/**
 * Why each passenger who is not aboard waits. For the ready, by asking again with more of one thing: where
 * that would let the unit fly beside those aboard, its lack is the reason.
 */
export function explainWaiting(world: World, units: Unit[], choice: Choice): Waiting[] {
  const { problem } = world
  const aboard = new Set(choice.units.flatMap((unit) => unit.members.map((one) => one.id)))
  const lacking = new Map<string, Because[]>()
  for (const unit of units) {
    if (choice.units.includes(unit)) continue
    for (const [id, because] of explainUnit(world, unit, choice)) lacking.set(id, because)
  }
  return problem.passengers
    .filter((one) => !aboard.has(one.id))
    .map((one) => ({ id: one.id, because: lacking.get(one.id) ?? explainUnready(problem, one, aboard) }))
}

function explainUnready(problem: Problem, one: Passenger, aboard: Set<string>): Because[] {
  const { party } = one
  const family = problem.passengers.filter((other) => other.party === party)
  if (one.ready.yes) {
    const held = family.filter((other) => !other.ready.yes).map((other) => other.id)
    return [{ code: 'party-waits', party, for: held }]
  }
  const reason = splitReason(problem, party)
  const split = reason !== undefined && family.some((other) => aboard.has(other.id))
  const because: Because = { code: 'not-ready', because: one.ready.because }
  return split ? [because, { code: 'party-split', party, reason }] : [because]
}

function explainUnit(world: World, unit: Unit, choice: Choice): Map<string, Because[]> {
  const reliefs = findReliefs(world, unit, choice.units)
  const seats = countSeats(world, unit, choice)
  const reasons = new Map<string, Because[]>()
  for (const one of unit.members) {
    const own = reliefs.filter((relief) => relief.concerns(one, world))
    if (own.length > 0)
      reasons.set(
        one.id,
        own.map((relief) => relief.because(one, world, seats)),
      )
  }
  const held = [...reasons.keys()]
  for (const { id, party } of unit.members) {
    if (reasons.has(id)) continue
    reasons.set(
      id,
      held.length > 0 ? [{ code: 'party-waits', party, for: held }] : [{ code: 'no-arrangement' }],
    )
  }
  return reasons
}

/** The single reliefs that help, or where none does alone, those that are needed together. */
function findReliefs(world: World, unit: Unit, aboard: Unit[]): Relief[] {
  const open = RELIEFS.filter(({ concerns }) => unit.members.some((one) => concerns(one, world)))
  const helps = (some: Relief[]) => {
    const relaxed = makeWorld(some.reduce((problem, { relax }) => relax(problem, unit), world.problem))
    return solve(relaxed, [...aboard, unit], { left: STEPS, cut: false }) !== undefined
  }
  const single = open.filter((relief) => helps([relief]))
  const hidden = new Set(single.flatMap((relief) => relief.hides ?? []))
  if (single.length > 0) return single.filter((relief) => !hidden.has(relief.name))
  if (!helps(open)) return []
  return open.reduce((needed, relief) => {
    const fewer = needed.filter((one) => one !== relief)
    return helps(fewer) ? fewer : needed
  }, open)
}

function countSeats(world: World, unit: Unit, { units, solution }: Choice): { needed: number; free: number } {
  const ordinary = world.cabins.reduce((total, cabin) => total + cabin.ordinary, 0)
  const seats = solution?.seats.flatMap((one) => [...one.values()]) ?? []
  const taken = units.length === 0 ? 0 : seats.filter((seat) => seat.kind === 'seat').length
  return { needed: demandOf(world, [unit]).seats, free: ordinary - taken }
}

const RELIEFS: Relief[] = [
  {
    name: 'stretcher',
    relax: (problem, unit) => addPlaces(problem, unit, 'stretcher'),
    concerns: (one) => one.needs.stretcher === true,
    because: () => ({ code: 'no-stretcher' }),
  },
  {
    name: 'medical',
    relax: (problem) => mapSeats(problem, (seats) => seats.map((seat) => ({ ...seat, medical: true }))),
    concerns: (one) => one.needs.medicalSeat === true,
    because: () => ({ code: 'no-medical-seat' }),
  },
  {
    name: 'lap',
    relax: (problem, { members }) => ({
      ...problem,
      aircraft: problem.aircraft.map((one) => ({ ...one, lapMasks: one.lapMasks + members.length })),
    }),
    concerns: (one, { policy }) => fitsOnLap(policy, one),
    because: () => ({ code: 'no-lap' }),
  },
  {
    name: 'near',
    hides: ['seat'],
    relax: (problem) => ({ ...problem, policy: { ...problem.policy, escortRows: Number.MAX_SAFE_INTEGER } }),
    concerns: (one, { load }) => load.get(one.id)! > 0,
    because: () => ({ code: 'no-seat-near' }),
  },
  {
    name: 'seat',
    relax: (problem, unit) => addPlaces(problem, unit, 'seat'),
    concerns: () => true,
    because: (_, __, seats) => ({ code: 'no-seat', ...seats }),
  },
  {
    name: 'escort',
    relax: addEscorts,
    concerns: (one, { load }) => load.get(one.id)! > 0,
    because: ({ needs, languages }, { policy }) => ({
      code: 'no-escort',
      ...(needs.escort === undefined ? {} : { profession: needs.escort }),
      ...(policy.commonLanguage === 'require' && languages.length > 0 ? { languages } : {}),
    }),
  },
  {
    name: 'profession',
    relax: (problem) => ({ ...problem, policy: { ...problem.policy, professions: [] } }),
    concerns: (_, { policy }) => policy.professions.length > 0,
    because: (_, world) => ({ code: 'no-profession', professions: findScarce(world) }),
  },
  {
    name: 'helper',
    hides: ['escort'],
    relax: (problem) => ({ ...problem, policy: { ...problem.policy, specialPerHelper: undefined } }),
    concerns: (_, { policy }) => policy.specialPerHelper !== undefined,
    because: () => ({ code: 'no-helper' }),
  },
]

/** Professions of which there are too few among all staff; all demanded ones, where seats are the limit. */
function findScarce({ policy, problem }: World): string[] {
  const scarce = policy.professions.filter(
    ({ profession, count }) =>
      problem.staff.filter((one) => one.professions.includes(profession)).length < count,
  )
  return (scarce.length > 0 ? scarce : policy.professions).map(({ profession }) => profession)
}

function mapSeats(problem: Problem, change: (seats: Aircraft['seats']) => Aircraft['seats']): Problem {
  return { ...problem, aircraft: problem.aircraft.map((one) => ({ ...one, seats: change(one.seats) })) }
}

/** More places in every row, enough for the unit and an adult each. */
function addPlaces(problem: Problem, { members }: Unit, kind: 'seat' | 'stretcher'): Problem {
  const count = members.length * 2 + problem.policy.professions.length
  return mapSeats(problem, (seats) => {
    const rows = seats.length > 0 ? [...new Set(seats.map((seat) => seat.row))] : [1]
    const added = rows.flatMap((row) =>
      Array.from({ length: count }, (_, at) => ({
        id: `+${kind}${row}/${at}`,
        row,
        column: `~${at}`,
        kind,
        medical: kind === 'stretcher',
        exitRow: false,
      })),
    )
    return [...seats, ...added]
  })
}

/** An adult for each, of every profession asked for, with their languages; they too need a seat. */
function addEscorts(problem: Problem, { members }: Unit): Problem {
  const added = members.map((one, at) => ({
    id: `+escort/${at}`,
    professions: one.needs.escort === undefined ? [] : [one.needs.escort],
    languages: one.languages,
    canEscort: true,
    seatNeeded: true,
  }))
  return { ...problem, staff: [...problem.staff, ...added] }
}
