import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cabin, fourteen, passenger, problem, staff } from '../../testing/build.ts'
import { problems } from '../../testing/random.ts'
import { check, type Plan, type Problem, plan, type ViolationCode } from '../index.ts'

/** Two siblings, an infant, an adult passenger and two staff in four rows; row 3 has a stretcher, row 4 an exit. */
function asked(): Problem {
  const special = {
    '1A': { medical: true },
    '3C': { kind: 'stretcher' as const, medical: true },
    '4A': { exitRow: true },
  }
  const passengers = [
    passenger('p', 8, { party: 'x' }),
    passenger('q', 6, { party: 'x', languages: ['ar'] }),
    passenger('i', 1),
    passenger('m', 30),
    passenger('n', 9, { ready: { yes: false, because: ['paper'] } }),
  ]
  const team = [staff('s', { professions: ['doctor'], languages: ['kk', 'ar'] }), staff('t')]
  return problem(cabin(4, 'ABC', special), passengers, team, {
    professions: [{ profession: 'doctor', count: 1 }],
  })
}

/** A plan by hand that keeps the rules. */
function good(): Plan {
  const seat = (id: string, at: string) => ({ id, aircraft: 'a', seat: at })
  return {
    assignments: [
      seat('p', '1A'),
      seat('q', '1B'),
      { id: 'i', aircraft: 'a', lapOf: 't' },
      seat('m', '3A'),
      seat('s', '1C'),
      seat('t', '2A'),
    ],
    escorts: [
      { adult: 's', passengers: ['p', 'q'] },
      { adult: 't', passengers: ['i'] },
    ],
    waiting: [{ id: 'n', because: [{ code: 'not-ready', because: ['paper'] }] }],
  }
}

type Break = (plan: Plan, problem: Problem) => void

const place =
  (id: string, change: object): Break =>
  (made) =>
    Object.assign(made.assignments.find((one) => one.id === id)!, change)

const person =
  (id: string, change: object): Break =>
  (_, { passengers, staff: team }) =>
    Object.assign([...passengers, ...team].find((one) => one.id === id)!, change)

const policy =
  (change: object): Break =>
  (_, given) =>
    Object.assign(given.policy, change)

function land(made: Plan, id: string): void {
  made.assignments = made.assignments.filter((one) => one.id !== id)
  made.waiting.push({ id, because: [{ code: 'not-needed' }] })
}

const breaks: [ViolationCode, string, Break][] = [
  ['unknown-person', 'a stranger waits', (made) => made.waiting.push({ ...made.waiting[0]!, id: 'z' })],
  ['unknown-person', 'a stranger is escorted', (made) => made.escorts[0]!.passengers.push('z')],
  [
    'listed-twice',
    'aboard and waiting',
    (made) => made.waiting.push({ id: 'm', because: [{ code: 'not-needed' }] }),
  ],
  ['lost', 'the waiting one left out', (made) => made.waiting.pop()],
  ['lost', 'staff left out', (made) => made.assignments.pop()],
  ['waits-without-reason', 'no reason', (made) => (made.waiting[0]!.because = [])],
  ['reason-untrue', 'ready after all', person('n', { ready: { yes: true } })],
  ['unready-aboard', 'not ready any more', person('m', { ready: { yes: false, because: ['ill'] } })],
  ['unknown-aircraft', 'another aircraft', place('m', { aircraft: 'b' })],
  ['unknown-seat', 'no such seat', place('m', { seat: '9A' })],
  ['no-place', 'no seat', place('m', { seat: undefined })],
  ['two-places', 'seat and lap', place('i', { seat: '2B' })],
  ['seat-taken-twice', 'the seat of another', place('m', { seat: '2A' })],
  ['stretcher-needed', 'needs a stretcher', person('m', { needs: { stretcher: true } })],
  ['stretcher-misused', 'on a stretcher without need', place('m', { seat: '3C' })],
  ['medical-seat-needed', 'out of reach', person('m', { needs: { medicalSeat: true } })],
  ['exit-row', 'too young', place('q', { seat: '4A' })],
  ['exit-row', 'an escort', place('t', { seat: '4A' })],
  ['lap-too-old', 'two years', person('i', { ageMonths: 24 })],
  ['lap-with-needs', 'needs a place', person('i', { needs: { medicalSeat: true } })],
  ['lap-not-of-escort', 'the lap of another', place('i', { lapOf: 's' })],
  ['lap-shared', 'two on a lap', place('q', { seat: undefined, lapOf: 't' })],
  ['party-split', 'one of two stays', (made) => land(made, 'q')],
  ['no-escort', 'nobody with the infant', (made) => made.escorts.pop()],
  ['escorted-twice', 'two adults', (made) => made.escorts[1]!.passengers.push('p')],
  ['escort-not-aboard', 'the escort stays', (made) => land(made, 't')],
  ['escort-may-not', 'not trained', person('t', { canEscort: false })],
  ['escort-may-not', 'not the parent', (made) => (made.escorts[0]!.adult = 'm')],
  ['escort-profession', 'needs a nurse', person('p', { needs: { escort: 'nurse' } })],
  [
    'escort-language',
    'no common language',
    (_, given) => {
      given.policy.commonLanguage = 'require'
      given.passengers[1]!.languages = ['tr']
    },
  ],
  ['escort-too-far', 'two rows on', place('s', { seat: '3B' })],
  ['escorted-not-aboard', 'escorting one who waits', (made) => made.escorts[0]!.passengers.push('n')],
  ['ratio-exceeded', 'one adult each', policy({ ratios: [{ underMonths: 216, perAdult: 1 }] })],
  ['too-many-laps', 'no mask', (_, given) => (given.aircraft[0]!.lapMasks = 0)],
  ['profession-missing', 'no doctor', person('s', { professions: [] })],
  // Special: p, q and i with staff. Helpers: s, t and m. 3 are not within 1/2 of 3.
  ['helpers-missing', 'too few free adults', policy({ specialPerHelper: 0.5 })],
]

describe('the checker', () => {
  it('finds nothing in a good plan', () => {
    expect(check(asked(), good())).toEqual([])
    expect(check({ ...asked(), policy: { ...asked().policy, specialPerHelper: 1 } }, good())).toEqual([])
  })

  it.each(breaks)('finds %s: %s', (code, _, spoil) => {
    const [given, made] = [asked(), good()]
    spoil(made, given)
    expect(check(given, made).map((one) => one.code)).toContain(code)
  })

  it('names the two on one seat, and nothing else', () => {
    const made = good()
    place('m', { seat: '2A' })(made, asked())
    expect(check(asked(), made)).toEqual([{ code: 'seat-taken-twice', ids: ['m', 't'], at: '2A' }])
  })

  it('lets a party split for a recorded reason, and only the unready stay', () => {
    const [given, made] = [asked(), good()]
    land(made, 'q')
    made.escorts[0]!.passengers = ['p']
    given.policy.partialParty = 'may-split-with-reason'
    given.splits = [{ party: 'x', reason: 'decided by two' }]
    expect(check(given, made).map((one) => one.code)).toEqual(['party-split'])
    given.passengers[1]!.ready = { yes: false, because: ['ill'] }
    expect(check(given, made)).toEqual([])
    given.splits = [{ party: 'x', reason: ' ' }]
    expect(check(given, made).map((one) => one.code)).toEqual(['party-split'])
  })

  it('counts only rows that exist: with rows 1 and 3 alone these are neighbours', () => {
    const [given, made] = [asked(), good()]
    place('s', { seat: '3B' })(made, given)
    given.aircraft[0]!.seats = given.aircraft[0]!.seats.filter((seat) => seat.row !== 2)
    place('t', { seat: '3C' })(made, given)
    expect(check(given, made).map((one) => one.code)).toEqual(['stretcher-misused'])
  })
})

describe('the checker on planned flights', () => {
  const size = { passengers: 8, staff: 5, rows: 4, columns: 'ABC', aircraft: 2 }

  it('misses nobody who is dropped, from aboard or from waiting', () => {
    onPlans((given, made, at) => {
      const all = [...made.assignments, ...made.waiting]
      const { id } = all[at % all.length]!
      made.assignments = made.assignments.filter((one) => one.id !== id)
      made.waiting = made.waiting.filter((one) => one.id !== id)
      expect(check(given, made)).toContainEqual({ code: 'lost', ids: [id] })
    })
  })

  it('sees a seat given to two', () => {
    onPlans((given, made, at) => {
      const seated = made.assignments.filter((one) => one.seat !== undefined)
      fc.pre(seated.length > 1)
      const [one, other] = [seated[at % seated.length]!, seated[(at + 1) % seated.length]!]
      Object.assign(one, { aircraft: other.aircraft, seat: other.seat })
      expect(check(given, made).map((found) => found.code)).toContain('seat-taken-twice')
    })
  })

  it('sees one who is not ready any more', () => {
    onPlans((given, made, at) => {
      const flying = given.passengers.filter((one) => made.assignments.some((other) => other.id === one.id))
      fc.pre(flying.length > 0)
      const one = flying[at % flying.length]!
      one.ready = { yes: false, because: ['late'] }
      expect(check(given, made)).toContainEqual({ code: 'unready-aboard', ids: [one.id] })
    })
  })

  it('sees an escort taken away, and one more than the ratio on an escort', () => {
    onPlans((given, made, at) => {
      fc.pre(made.escorts.length > 0)
      const escort = made.escorts[at % made.escorts.length]!
      const [first] = escort.passengers
      const crowd = Array.from({ length: 5 }, (_, index) => ({
        ...given.passengers[0]!,
        id: `z${index}`,
        ageMonths: 60,
      }))
      given.passengers.push(...crowd)
      given.policy.ratiosBindParents = true
      const more = {
        ...made,
        escorts: made.escorts.map((one) => ({ ...one, passengers: [...one.passengers] })),
      }
      more.escorts[at % made.escorts.length]!.passengers.push(...crowd.map((one) => one.id))
      expect(check(given, more).map((found) => found.code)).toContain('ratio-exceeded')
      escort.passengers = escort.passengers.slice(1)
      expect(check(given, made)).toContainEqual({ code: 'no-escort', ids: [first] })
    })
  })

  function onPlans(spoil: (given: Problem, made: Plan, at: number) => void): void {
    fc.assert(
      fc.property(problems(size), fc.nat(), (given, at) => {
        const copy = structuredClone(given)
        const { assignments, escorts, waiting } = plan(copy)
        spoil(copy, { assignments, escorts, waiting }, at)
      }),
      { numRuns: 60 },
    )
  }
})

describe('independence', () => {
  const sources = (folder: string) =>
    readdirSync(new URL(folder, import.meta.url)).filter((name) => /^(?!.*\.test\.).*\.ts$/.test(name))

  it('the checker imports types of problem and plan, and nothing else from outside its folder', () => {
    for (const name of sources('./')) {
      const text = readFileSync(new URL(name, import.meta.url), 'utf8')
      const imports = [...text.matchAll(/^(?:import|export) .*?from '([^']+)'/gms)]
      for (const [statement, from] of imports) {
        if (from!.startsWith('./')) continue
        expect(from, name).toMatch(/^\.\.\/(problem|plan)\.ts$/)
        expect(statement, name).toMatch(/^import type /)
      }
      expect(text, name).not.toMatch(/import\(|require\(/)
    }
  })

  it('the planner does not ask the checker', () => {
    for (const name of sources('../planner/')) {
      expect(readFileSync(new URL(`../planner/${name}`, import.meta.url), 'utf8'), name).not.toMatch(
        /check\//,
      )
    }
  })
})

it('judges the fourteen', () => {
  const given = fourteen()
  const made = plan(given)
  expect(check(given, made)).toEqual([])
  const doctors = given.staff.filter((one) => one.professions.includes('doctor'))
  for (const one of doctors) one.professions = []
  expect(check(given, made).map((one) => one.code)).toEqual(['profession-missing'])
})
