import fc from 'fast-check'
import { expect, it } from 'vitest'
import { problems } from '../../testing/random.ts'
import { type Assignment, check, type Escort, type Plan, type Problem, plan } from '../index.ts'

/*
 * A slow twin: every choice of passengers that would be better than the plan's, in every arrangement of
 * seats, laps and escorts, judged by the checker alone. None may be possible.
 */

const sizes = {
  'one aircraft': { passengers: 4, staff: 2, rows: 2, columns: 'AB', aircraft: 1 },
  'two aircraft': { passengers: 3, staff: 2, rows: 1, columns: 'AB', aircraft: 2 },
}

it.each(Object.entries(sizes))(
  '%s: no better choice of passengers exists, by enumeration',
  (_, size) => {
    let short = 0
    fc.assert(
      fc.property(problems(size), (asked) => {
        const found = plan(asked)
        expect(found.optimal).toBe(true)
        const flying = asked.passengers.map((one) => found.assignments.some((other) => other.id === one.id))
        const ready = asked.passengers.filter((one) => one.ready.yes).length
        if (flying.filter(Boolean).length < ready) short++
        expect(findBetter(asked, flying)).toBeUndefined()
      }),
      { numRuns: 250 },
    )
    expect(short).toBeGreaterThan(20)
  },
  120_000,
)

/** A valid plan that carries more, or as many with the earlier listed, or undefined. */
function findBetter(asked: Problem, flying: boolean[]): Plan | undefined {
  const count = (mask: boolean[]) => mask.filter(Boolean).length
  for (const mask of subsets(asked.passengers.length)) {
    const earlier = mask.findIndex((one, at) => one !== flying[at])
    const better = count(mask) > count(flying) || (count(mask) === count(flying) && mask[earlier] === true)
    if (!better || asked.passengers.some((one, at) => mask[at] && !one.ready.yes)) continue
    for (const found of plansOf(asked, mask)) if (check(asked, found).length === 0) return found
  }
  return undefined
}

function* plansOf(asked: Problem, mask: boolean[]): Generator<Plan> {
  const aboard = asked.passengers.filter((_, at) => mask[at]).map((one) => one.id)
  const waiting = asked.passengers.filter((_, at) => !mask[at]).map((one) => one.id)
  for (const staffMask of subsets(asked.staff.length)) {
    const staff = asked.staff.filter((_, at) => staffMask[at]).map((one) => one.id)
    const left = [...waiting, ...asked.staff.filter((_, at) => !staffMask[at]).map((one) => one.id)]
    for (const escorts of escortsOf(asked, aboard, [...aboard, ...staff])) {
      for (const assignments of placesOf(asked, [...staff, ...aboard], escorts, [])) {
        yield { assignments, escorts, waiting: left.map((id) => ({ id, because: [{ code: 'not-needed' }] })) }
      }
    }
  }
}

function* escortsOf(asked: Problem, escorted: string[], adults: string[]): Generator<Escort[]> {
  const [id, ...rest] = escorted
  if (id === undefined) return yield []
  const passenger = asked.passengers.find((one) => one.id === id)!
  const fit = adults.filter(
    (one) => one === passenger.parent || asked.staff.some((staff) => staff.id === one),
  )
  for (const others of escortsOf(asked, rest, adults)) {
    yield others
    for (const adult of fit) yield [...others, { adult, passengers: [id] }]
  }
}

/** Every way to seat people; a branch is left as soon as the checker sees a seat fault or a far escort in it. */
function* placesOf(
  asked: Problem,
  people: string[],
  escorts: Escort[],
  done: Assignment[],
): Generator<Assignment[]> {
  const [id, ...rest] = people
  if (id === undefined) return yield done
  const adult = escorts.find((one) => one.passengers.includes(id))?.adult
  const crew = asked.staff.some((one) => one.id === id && !one.seatNeeded)
  const places = asked.aircraft.flatMap(({ id: aircraft, seats }): Assignment[] => {
    const taken = (seat: string) => done.some((one) => one.seat === seat && one.aircraft === aircraft)
    return [
      ...(crew ? [{ id, aircraft }] : []),
      ...(adult === undefined ? [] : [{ id, aircraft, lapOf: adult }]),
      ...seats.filter((seat) => !taken(seat.id)).map((seat) => ({ id, aircraft, seat: seat.id })),
    ]
  })
  const hopeless = new Set([
    'exit-row',
    'stretcher-needed',
    'stretcher-misused',
    'medical-seat-needed',
    'lap-too-old',
  ])
  for (const place of places) {
    const partial = { assignments: [...done, place], escorts, waiting: [] }
    if (check(asked, partial).some((one) => hopeless.has(one.code) && one.ids[0] === id)) continue
    yield* placesOf(asked, rest, escorts, [...done, place])
  }
}

function* subsets(length: number): Generator<boolean[]> {
  for (let mask = 2 ** length - 1; mask >= 0; mask--) {
    yield Array.from({ length }, (_, at) => (mask & (1 << at)) !== 0)
  }
}
