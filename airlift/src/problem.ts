/**
 * Who and what a flight must carry, and under which rules. Data only; ids are opaque.
 * Lists are in order of priority: where two answers carry equally many, the earlier listed fly.
 */
export type Problem = {
  aircraft: Aircraft[]
  passengers: Passenger[]
  staff: StaffMember[]
  policy: Policy
  /** ISO 8601 instant with an offset; ages are given as of this instant. */
  flightAt: string
  /** Reasons people have recorded for letting the ready part of a party fly without the unready part. */
  splits?: Split[]
}

export type Split = { party: string; reason: string }

export type Aircraft = {
  id: string
  seats: Seat[]
  /** How many infants may sit on laps: spare masks, belts and infant life vests aboard. */
  lapMasks: number
}

export type Seat = {
  id: string
  row: number
  /** A letter; places in one row are ordered by it. */
  column: string
  kind: 'seat' | 'stretcher'
  /** Within reach of a medic and next to oxygen. */
  medical: boolean
  exitRow: boolean
}

export type Passenger = {
  id: string
  ageMonths: number
  /** Carried for manifests; no rule here reads it. */
  sex?: 'female' | 'male'
  /** Passengers with the same party travel together. */
  party: string
  /** An adult passenger's id: that adult may escort this passenger. */
  parent?: string
  /** Empty when none is known or spoken yet: no language rule then applies. */
  languages: string[]
  needs: Needs
  ready: { yes: true } | { yes: false; because: string[] }
}

export type Needs = {
  stretcher?: boolean
  medicalSeat?: boolean
  /** The profession the escort must have. */
  escort?: string
}

export type StaffMember = {
  id: string
  professions: string[]
  languages: string[]
  /** Carried for manifests; no rule here reads it. */
  sex?: 'female' | 'male'
  canEscort: boolean
  /** False for crew with a place of their own outside the cabin; they can escort nobody. */
  seatNeeded: boolean
}

/** Below `underMonths` of age, one adult may look after at most `perAdult`. */
export type Ratio = { underMonths: number; perAdult: number }

export type Policy = {
  /** Ascending by age. Whoever is below the last age needs an escort. A mixed group adds up: 1/perAdult each. */
  ratios: Ratio[]
  /** Whether the ratios also bind a parent who escorts their own. */
  ratiosBindParents: boolean
  /** Below this age a passenger without needs may sit on the escort's lap, one per adult. */
  lapUnderMonths: number
  /** From this age a passenger counts as an adult and may escort their own. */
  adultFromMonths: number
  /** From this age a passenger without needs who escorts nobody may sit in an exit row. */
  exitRowMinMonths: number
  /** Wanted on every aircraft that carries a passenger. One person may fill several professions. */
  professions: { profession: string; count: number }[]
  /** Escort and escorted share a language: as well as can be, or always. Parents are exempt. */
  commonLanguage: 'prefer' | 'require'
  partiesStayTogether: boolean
  /** What the ready members of a party do while another is not ready. */
  partialParty: 'wait-together' | 'may-split-with-reason'
  /** An escort sits at most this many rows from each of the escorted. */
  escortRows: number
  /**
   * On each aircraft, special passengers (infants, unaccompanied minors, stretchers, needs of an escort) per
   * helper (seated staff; adult passengers without needs who escort none of their own). Absent: not applied.
   */
  specialPerHelper?: number
}

/**
 * The rules to start from; every operation may set its own.
 *
 * - Ratios 1:1 below 2 years, 1:2 below 5, 1:4 up to 18: a cautious reading of carer ratios in nurseries
 *   (1:2-3 below 2 years, 1:4 at 2-3, 1:6-8 from 4). Professional knowledge, not a law: confirm it locally.
 * - Infants below 24 months on a lap, one per adult, limited by masks, belts and vests: carriers' conditions.
 * - Exit row from 18 years and looking after nobody: airline practice (as in 14 CFR 121.585).
 * - A doctor and a psychologist aboard: the crews of the operations of 2019.
 * - `specialPerHelper` is off: each minor has a named adult already. EASA AMC1 CAT.OP.MPA.155(b) (special
 *   categories not more than the able-bodied adults free to help; an adult with their own does not count)
 *   is `specialPerHelper: 1`; see `easaPolicy`.
 */
export const defaultPolicy: Policy = {
  ratios: [
    { underMonths: 24, perAdult: 1 },
    { underMonths: 60, perAdult: 2 },
    { underMonths: 216, perAdult: 4 },
  ],
  ratiosBindParents: false,
  lapUnderMonths: 24,
  adultFromMonths: 216,
  exitRowMinMonths: 216,
  professions: [
    { profession: 'doctor', count: 1 },
    { profession: 'psychologist', count: 1 },
  ],
  commonLanguage: 'prefer',
  partiesStayTogether: true,
  partialParty: 'wait-together',
  escortRows: 1,
}

/** The default with EASA AMC1 CAT.OP.MPA.155(b): one free adult for each special passenger. */
export const easaPolicy: Policy = { ...defaultPolicy, specialPerHelper: 1 }

/** What makes a problem unanswerable. */
export type Flaw = {
  code: 'id-twice' | 'seat-twice' | 'unknown-parent' | 'bad-number' | 'bad-instant'
  ids: string[]
}

/**
 * The flaws of a problem; empty when it can be planned.
 * @example findFlaws({ ...problem, flightAt: 'tomorrow' }) // [{ code: 'bad-instant', ids: ['tomorrow'] }]
 */
export function findFlaws(problem: Problem): Flaw[] {
  const flaws: Flaw[] = []
  const people = [...problem.passengers, ...problem.staff].map((person) => person.id)
  const twice = [...findRepeated(people), ...findRepeated(problem.aircraft.map((one) => one.id))]
  if (twice.length > 0) flaws.push({ code: 'id-twice', ids: twice })
  for (const { id, seats } of problem.aircraft) {
    const repeated = findRepeated(seats.map((seat) => seat.id))
    if (repeated.length > 0) flaws.push({ code: 'seat-twice', ids: [id, ...repeated] })
  }
  const known = new Set(problem.passengers.map((one) => one.id))
  const orphaned = problem.passengers.filter((one) => one.parent !== undefined && !known.has(one.parent))
  if (orphaned.length > 0) flaws.push({ code: 'unknown-parent', ids: orphaned.map((one) => one.id) })
  const bad = findBadNumbers(problem)
  if (bad.length > 0) flaws.push({ code: 'bad-number', ids: bad })
  if (!isInstant(problem.flightAt)) flaws.push({ code: 'bad-instant', ids: [problem.flightAt] })
  return flaws
}

/** Whether a text is an ISO 8601 instant with an offset, so that it means the same moment everywhere. */
export function isInstant(text: string): boolean {
  return (
    /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text) &&
    !Number.isNaN(Date.parse(text))
  )
}

function findBadNumbers({ aircraft, passengers, policy }: Problem): string[] {
  const bad: string[] = []
  for (const one of aircraft) if (!isCount(one.lapMasks)) bad.push(one.id)
  for (const one of passengers) if (!(one.ageMonths >= 0)) bad.push(one.id)
  policy.ratios.forEach(({ underMonths, perAdult }, at) => {
    const before = policy.ratios[at - 1]?.underMonths ?? 0
    if (!isCount(perAdult) || perAdult === 0 || !(underMonths > before)) bad.push(`ratios[${at}]`)
  })
  for (const { profession, count } of policy.professions) if (!isCount(count)) bad.push(profession)
  if (!isCount(policy.escortRows)) bad.push('escortRows')
  const perHelper = policy.specialPerHelper
  if (perHelper !== undefined && !(perHelper > 0)) bad.push('specialPerHelper')
  return bad
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 0
}

function findRepeated(ids: string[]): string[] {
  return [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))]
}
