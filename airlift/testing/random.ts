import fc from 'fast-check'
import {
  defaultPolicy,
  type Passenger,
  type Policy,
  type Problem,
  type Seat,
  type StaffMember,
} from '../src/index.ts'

/** How large the random problems are. */
export type Size = { passengers: number; staff: number; rows: number; columns: string; aircraft: number }

const professions = ['doctor', 'psychologist']
const languages = ['kk', 'ru', 'ar']

/** Random problems of every sort of rule; parties, parents and needs occur together. */
export function problems(size: Size): fc.Arbitrary<Problem> {
  return fc.record({
    aircraft: fc
      .array(fc.record({ seats: seatsOf(size), lapMasks: fc.nat({ max: 2 }) }), {
        minLength: 1,
        maxLength: size.aircraft,
      })
      .map((all) => all.map((one, at) => ({ id: `plane${at}`, ...one }))),
    passengers: passengersOf(size.passengers),
    staff: staffOf(size.staff),
    policy,
    flightAt: fc.constant('2019-11-27T09:00:00+06:00'),
    splits: fc
      .subarray(['p0', 'p1', 'p2'])
      .map((some) => some.map((party) => ({ party, reason: 'decided' }))),
  })
}

function seatsOf({ rows, columns }: Size): fc.Arbitrary<Seat[]> {
  const all = Array.from({ length: rows }, (_, at) => at + 1 + (at > 1 ? 1 : 0)).flatMap((row) =>
    [...columns].map((column) => ({ id: `${row}${column}`, row, column })),
  )
  const seat = (one: (typeof all)[number]) =>
    fc.record({
      id: fc.constant(one.id),
      row: fc.constant(one.row),
      column: fc.constant(one.column),
      kind: oftenFirst<Seat['kind']>('seat', 'stretcher'),
      medical: oftenFirst(false, true),
      exitRow: oftenFirst(false, true),
    })
  return fc.tuple(...all.map(seat))
}

function passengersOf(max: number): fc.Arbitrary<Passenger[]> {
  const one = fc.record({
    ageMonths: fc.oneof(
      fc.nat({ max: 23 }),
      fc.integer({ min: 24, max: 59 }),
      fc.integer({ min: 60, max: 500 }),
    ),
    party: fc.nat({ max: Math.max(1, Math.floor(max / 2)) }).map((at) => `p${at}`),
    parent: fc.option(fc.nat({ max: max - 1 }), { freq: 1, nil: undefined }),
    languages: fc.subarray(languages, { maxLength: 2 }),
    needs: fc.record({
      stretcher: oftenFirst<boolean | undefined>(undefined, true),
      medicalSeat: oftenFirst<boolean | undefined>(undefined, true),
      escort: oftenFirst<string | undefined>(undefined, 'doctor'),
    }),
    ready: oftenFirst<Passenger['ready']>({ yes: true }, { yes: false, because: ['paper'] }),
  })
  return fc.array(one, { minLength: 1, maxLength: max }).map((all) =>
    all.map(({ parent, ...rest }, at) => {
      const known = parent !== undefined && parent < all.length && parent !== at
      return { id: `c${at}`, ...rest, ...(known ? { parent: `c${parent}` } : {}) }
    }),
  )
}

function staffOf(max: number): fc.Arbitrary<StaffMember[]> {
  const one = fc.record({
    professions: fc.subarray(professions),
    languages: fc.subarray(languages),
    canEscort: oftenFirst(true, false),
    seatNeeded: oftenFirst(true, false),
  })
  return fc.array(one, { maxLength: max }).map((all) => all.map((rest, at) => ({ id: `s${at}`, ...rest })))
}

const policy: fc.Arbitrary<Policy> = fc
  .record({
    ratiosBindParents: fc.boolean(),
    professions: fc.subarray(defaultPolicy.professions),
    commonLanguage: fc.constantFrom<Policy['commonLanguage']>('prefer', 'require'),
    partiesStayTogether: oftenFirst(true, false),
    partialParty: fc.constantFrom<Policy['partialParty']>('wait-together', 'may-split-with-reason'),
    escortRows: fc.constantFrom(1, 1, 0),
    specialPerHelper: fc.constantFrom(undefined, undefined, 1, 2),
  })
  .map((some) => ({ ...defaultPolicy, ...some }))

function oftenFirst<Value>(often: Value, seldom: Value): fc.Arbitrary<Value> {
  return fc.oneof({ weight: 6, arbitrary: fc.constant(often) }, { weight: 1, arbitrary: fc.constant(seldom) })
}
