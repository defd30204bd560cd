import { makeClearance } from './clearance.ts'
import { children } from './family.ts'
import { readSource } from './table.ts'

/** The moment at which all that is told here holds; dates move with it (see `examples/dates.ts`). */
export const AS_OF = '2026-11-25T12:00:00+03:00'
const FLIGHT_AT = '2026-11-27T06:00:00+05:00'

const split = (text: string | undefined): string[] => (text ?? '').split(',').filter(Boolean)
const wordsOf = ({ kk, ru, en, ar }: Record<string, string>) => ({ kk, ru, en, ar })

/** Ten rows of two and two; oxygen and reach of the medics in rows 1 and 2; a stretcher for 1C and 1D; exits at 5. */
function makeAircraft() {
  const rows = Array.from({ length: 10 }, (_, at) => at + 1)
  const seats = rows.flatMap((row) =>
    (row === 1 ? ['A', 'B'] : ['A', 'B', 'C', 'D']).map((column) => ({
      ...{ id: `${row}${column}`, row, column, kind: 'seat' },
      ...{ medical: row <= 2, exitRow: row === 5 },
    })),
  )
  const stretcher = { id: '1S', row: 1, column: 'C', kind: 'stretcher', medical: true, exitRow: false }
  return [{ id: 'charter-1', seats: [...seats, stretcher], lapMasks: 4 }]
}

const makeTeam = () =>
  readSource('team.tsv').map((row) => ({
    id: row.id!,
    names: wordsOf(row),
    sex: row.sex!,
    professions: split(row.professions),
    languages: split(row.languages),
    canEscort: row.escort === 'yes',
    seatNeeded: row.seat === 'yes',
    flies: row.flies === 'yes',
  }))

const makeTasks = () =>
  readSource('tasks.tsv').map((row) => ({
    id: row.id!,
    names: wordsOf(row),
    minutes: Number(row.minutes),
    after: split(row.after),
    needs: split(row.needs),
  }))

/** A room of siblings by one mother travels together. */
const makeParties = () =>
  [...new Set(children.map((child) => child.family))].map((family) => ({
    id: `party-${family}`,
    children: children.filter((child) => child.family === family).map((child) => child.id),
  }))

const makeBelongings = () =>
  children.map((child) => ({
    child: child.id,
    items: readSource('belongings.tsv')
      .filter((row) => split(row.children).includes(child.id))
      .map(wordsOf),
  }))

/** Where each child goes: the centre for a month, the meeting with the relatives, then home; visits after that. */
function makePlacements() {
  return readSource('placements.tsv').map((row) => ({
    children: split(row.children),
    centre: { place: 'Астана', from: '2026-11-28', until: '2026-12-28' },
    meeting: row.kind === 'kinship-care' ? '2026-12-12' : null,
    kind: row.kind!,
    caregiver: row.caregiver || null,
    place: row.address!,
    from: row.kind === 'foster-family' ? null : '2026-12-28',
    state: row.intent!,
    followUps: row.kind === 'foster-family' ? [] : ['2027-01-04', '2027-01-28', '2027-03-28', '2027-06-28'],
  }))
}

const names = {
  operation: { kk: 'Русафа', ru: 'Русафа', en: 'Rusafa', ar: 'الرصافة' },
}

/** All of `operation.json`. */
export const makeOperation = () => ({
  asOf: AS_OF,
  operation: {
    names: names.operation,
    from: 'IQ',
    to: 'KZ',
    corridor: 'IQ-KZ',
    flightAt: FLIGHT_AT,
    takesRequests: true,
  },
  aircraft: makeAircraft(),
  team: makeTeam(),
  parties: makeParties(),
  runbook: {
    start: FLIGHT_AT,
    tasks: makeTasks(),
    change: { kind: 'remove', id: 'night' },
    because: 'the handover took about three hours',
  },
  clearance: makeClearance(),
  belongings: makeBelongings(),
  placements: makePlacements(),
})
